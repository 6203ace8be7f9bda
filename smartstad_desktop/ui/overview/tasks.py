"""What is missing and what to do next, worked out from what is in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from smartstad_desktop.domain.programme.checks import Rule
from smartstad_desktop.reads.overview import STALE_DAYS, Overview
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.text.programme.checks import check_words
from smartstad_desktop.ui.kit.mending import MENDED, PROMISES
from smartstad_desktop.ui.kit.page import PageId, PageTarget

#: So many names are read at a glance; more are counted.
NAMES = 3
#: So many broken promises of the programme are told here; all of them stand on its own page.
_PROMISES = 3


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do, and where; a task that is done has no button."""

    text: str
    button: str
    target: PageTarget
    is_done: bool = False


def tasks(state: Overview) -> list[Task]:
    """Return what to do, in the order of the work; what is done stands first, as a comfort."""
    found = [*_collecting(state), *_completing(state), *_aiming(state), *_sorting(state), *_planning(state)]
    found += [*_keeping(state), *_reminding(state)]
    return sorted(found, key=lambda task: not task.is_done)


def _collecting(state: Overview) -> Iterator[Task]:
    target = PageTarget(PageId.IMPORTING)
    if not state.municipalities:
        return
    if not state.silent:
        yield Task(_("Every municipality has left its list"), "", target, is_done=True)
    elif state.projects:
        shown = ", ".join(each.name for each in state.silent[:NAMES])
        rest = len(state.silent) - NAMES
        names = _("{names} and {count} more", names=shown, count=rest) if rest > 0 else shown
        yield Task(_("Ask for lists from {names}", names=names), _("Import"), target)
    else:
        yield Task(_("Bring in the first list"), _("Import"), target)


def _completing(state: Overview) -> Iterator[Task]:
    if state.without_theme:
        text = ngettext("{count} project has no theme", "{count} projects have no theme", state.without_theme)
        yield Task(text, _("Choose theme"), PageTarget(PageId.INVENTORY, filters={"missing": "theme"}))
    elif state.projects:
        target = PageTarget(PageId.INVENTORY)
        yield Task(_("Every project has a theme"), "", target, is_done=True)
    if state.not_confirmed:
        text = ngettext(
            "{count} project has not been confirmed for {days} days",
            "{count} projects have not been confirmed for {days} days",
            state.not_confirmed,
            days=STALE_DAYS,
        )
        yield Task(text, _("Review"), PageTarget(PageId.INVENTORY, filters={"missing": "confirmed"}))
    if state.to_ask_about:
        text = ngettext(
            "{count} project is to be looked at again", "{count} projects are to be looked at again",
            state.to_ask_about,
        )  # fmt: skip
        yield Task(text, _("Show"), PageTarget(PageId.INVENTORY, filters={"missing": "answer"}))


def _aiming(state: Overview) -> Iterator[Task]:
    aim = state.aim
    if not state.projects:
        return
    if aim.loose_needs:
        text = ngettext(
            "{count} need lies under no value word", "{count} needs lie under no value word", aim.loose_needs
        )
        yield Task(text, _("Gather needs"), PageTarget(PageId.NEEDS))
    if aim.unserved_goals:
        text = ngettext("{count} goal has no project", "{count} goals have no project", aim.unserved_goals)
        yield Task(text, _("Open matrix"), PageTarget(PageId.MATRIX))
    if aim.unscored_cards:
        text = ngettext(
            "{count} project on the board has no score",
            "{count} projects on the board have no score",
            aim.unscored_cards,
        )
        yield Task(text, _("Score"), PageTarget(PageId.ORDER))


def _sorting(state: Overview) -> Iterator[Task]:
    target = PageTarget(PageId.BOARD)
    board = state.board
    if not state.projects:
        return
    if board is None or not board.total:
        yield Task(_("Choose projects for the workshop"), _("Open board"), target)
    elif board.placed < board.total:
        text = ngettext(
            "Place {count} card on the board", "Place {count} cards on the board", board.total - board.placed
        )
        yield Task(text, _("Open board"), target)
    else:
        yield Task(_("All cards on the board are placed"), "", target, is_done=True)


def _planning(state: Overview) -> Iterator[Task]:
    target = PageTarget(PageId.PLAN)
    plan = state.plan
    if plan is None or not plan.measures:
        if state.board is not None and state.board.placed:
            yield Task(_("Make the board into a development plan"), _("Open plan"), target)
    elif plan.without_owner:
        text = ngettext("{count} measure has no owner", "{count} measures have no owner", plan.without_owner)
        yield Task(text, _("Open plan"), PageTarget(PageId.PLAN, filters={"missing": "owner"}))
    else:
        yield Task(_("Every measure in the plan has an owner"), "", target, is_done=True)


def _keeping(state: Overview) -> Iterator[Task]:
    """Tell which of its own rules the programme does not keep; measures without an owner stand with the plan."""
    missing = [check for check in state.checks if not check.is_met and check.rule is not Rule.RECEIVERS]
    for check in missing[:_PROMISES]:
        yield Task(check_words(check), _("Go there"), MENDED.get(check.rule, PROMISES))


def _reminding(state: Overview) -> Iterator[Task]:
    if state.late_reminders:
        text = ngettext("{count} reminder is late", "{count} reminders are late", state.late_reminders)
        yield Task(text, _("Show"), PageTarget(PageId.REPORTS, filters={"tab": "reminders", "when": "late"}))
