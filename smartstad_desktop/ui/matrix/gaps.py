"""What the grid says in sentences: whether the order holds, and where nothing stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from smartstad_desktop.domain.goals import goal_matrix as rules
from smartstad_desktop.domain.goals.goal_matrix import Standing
from smartstad_desktop.domain.goals.goals import Scale
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit.targets import PageId, PageTarget
from smartstad_desktop.ui.matrix.sheet import Sheet

#: So many names are said in a sentence, and then how many more.
_NAMED: Final = 3
#: The order holds when its first places are the same in at least this share of the weightings.
_FIRM: Final = 0.8


@dataclass(frozen=True, slots=True)
class Gap:
    """A sentence, what its link says, and where that leads: to another page, or to a cell of this grid."""

    words: str
    link: str
    target: PageTarget | None = None
    row: int | None = None
    place: int | None = None


def standing_words(standing: Standing | None) -> tuple[str, str]:
    """Return the bold beginning and the rest of the sentence about the order."""
    if standing is None:
        return _("No order yet."), _("At least four projects need answers to half of the weight.")
    number = current().number
    beginning = _("The order holds.") if standing.share >= _FIRM else _("The order is close.")
    rest = _(
        "Places 1–{places} are the same in {share} of {rounds} random weightings.",
        places=standing.places,
        share=current().percent(standing.share),
        rounds=number(standing.rounds),
    )
    if standing.swapping is not None:
        one, other = standing.swapping
        rest = f"{rest} {_('Places {one} and {other} often change.', one=one, other=other)}"
    return beginning, rest


def gaps_of(sheet: Sheet) -> tuple[Gap, ...]:
    """Return the gaps of a grid, the gravest first."""
    if not sheet.columns or not sheet.grid.rows:
        return ()
    match sheet.scale:
        case Scale.CONTRIBUTION:
            return (*_goals_without_projects(sheet), *_projects_without_goals(sheet), *_absent_towns(sheet))
        case Scale.IMPORTANCE:
            return (*_silent_towns(sheet), *_unwanted_goals(sheet))
        case Scale.COVERAGE:
            return _needs_without_services(sheet)


def _columns(sheet: Sheet) -> dict[int, list[int | None]]:
    rows = sheet.counted_rows()
    return {place: [sheet.answers[row.id][place] for row in rows] for place in range(len(sheet.columns))}


def _goals_without_projects(sheet: Sheet) -> list[Gap]:
    return [
        Gap(
            _("no project contributes to the goal {goal}.", goal=sheet.column_names[place]),
            _("Show the goal"),
            place=place,
        )
        for place in rules.without_support(_columns(sheet))
    ]


def _projects_without_goals(sheet: Sheet) -> list[Gap]:
    rows = [row for row in sheet.counted_rows() if not rules.supports(sheet.answers[row.id])]
    if not rows:
        return []
    words = ngettext(
        "{count} project contributes to no goal: {names}.",
        "{count} projects contribute to no goal: {names}.",
        len(rows),
        names=_listed([row.name for row in rows]),
    )
    return [Gap(words, _("Show the project") if len(rows) == 1 else _("Show the first"), row=rows[0].id)]


def _absent_towns(sheet: Sheet) -> list[Gap]:
    faces = sheet.grid.faces.municipalities
    wanted = [face.id for face in faces.values() if face.is_participating]
    towns = [{row.municipality or 0, *row.participants} for row in sheet.counted_rows()]
    found = rules.absent(_columns(sheet), towns, wanted)
    # A goal that nearly everybody serves shows best who is left out.
    gaps: list[Gap] = []
    for place, lacking in sorted(found.items(), key=lambda item: (len(item[1]), item[0])):
        names = sorted((faces[town].short_name for town in lacking), key=sheet.phrases.sort_key)
        words = _("the goal {goal} has no project in {names}.", goal=sheet.column_names[place], names=_listed(names))
        first = min(lacking, key=lambda town: sheet.phrases.sort_key(faces[town].short_name))
        target = PageTarget(PageId.INVENTORY, filters={"municipality": first})
        gaps.append(Gap(words, _("Show projects in {name}", name=faces[first].short_name), target))
    return gaps


def _silent_towns(sheet: Sheet) -> list[Gap]:
    rows = [row for row in sheet.grid.rows if not sheet.answered(row.id)]
    if not rows:
        return []
    words = ngettext(
        "{count} municipality has not answered: {names}.",
        "{count} municipalities have not answered: {names}.",
        len(rows),
        names=_listed([row.name for row in rows]),
    )
    return [Gap(words, _("Go there"), row=rows[0].id)]


def _unwanted_goals(sheet: Sheet) -> list[Gap]:
    return [
        Gap(
            _("no municipality finds the goal {goal} important.", goal=sheet.column_names[place]),
            _("Show the goal"),
            place=place,
        )
        for place in rules.without_support(_columns(sheet))
    ]


def _needs_without_services(sheet: Sheet) -> tuple[Gap, ...]:
    rows = [row for row in sheet.grid.rows if not rules.supports(sheet.answers[row.id])]
    if not rows:
        return ()
    words = ngettext(
        "{count} need is met by no service: {names}.",
        "{count} needs are met by no service: {names}.",
        len(rows),
        names=_listed([_("“{name}”", name=row.name) for row in rows]),
    )
    return (Gap(words, _("Go there"), row=rows[0].id),)


def _listed(names: Sequence[str]) -> str:
    shown, rest = list(names[:_NAMED]), len(names) - _NAMED
    if rest > 0:
        return _("{names} and {count} more", names=", ".join(shown), count=current().number(rest))
    if len(shown) == 1:
        return shown[0]
    return _("{names} and {last}", names=", ".join(shown[:-1]), last=shown[-1])
