"""What a row asks of a person, and what can be said: nothing drawn yet, and nothing decided here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.lists.import_cells import CellAnswer, CellState, FieldChange
from smartstad_desktop.domain.lists.importing import Answer, Candidate, Verdict
from smartstad_desktop.domain.lists.lists import CellIssue, IssueCode, SheetKind
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.importing.difference import is_long
from smartstad_desktop.ui.importing.wording import plain_words, short, title_of, value_words, within

#: Cells without which a row cannot be taken at all.
NEEDED: Final = frozenset({"title", "lesson"})
#: So much of a value stands on a button; all of it is its tooltip.
_SHOWN: Final = 44


class Without(StrEnum):
    """Taking a row without a cell that cannot be read."""

    THIS = "without"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing that can be said. *writes* is what a field for it is called, where words have to go with it."""

    said: Answer | CellAnswer | Without
    text: str
    whole: str = ""
    writes: str = ""
    is_needed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing a row asks.

    *field* is the cell it is about, or nothing for the row as a whole. *chosen* is what has been said so far, *written*
    the words that went with it, in full; they are shown masked. *mends* says that the cell itself is written anew.
    """

    field: str
    name: str = ""
    choices: tuple[Choice, ...] = ()
    chosen: Answer | CellAnswer | None = None
    written: str = ""
    mends: bool = False

    @property
    def is_open(self) -> bool:
        """Return whether nothing has been said yet."""
        return self.chosen is None


def questions_of(candidate: Candidate, themes: dict[str, str]) -> tuple[Question, ...]:
    """Return what a row asks, the cells in the order of the list."""
    if candidate.answer is Answer.SKIP and candidate.repeats is None:
        return ()
    match candidate.verdict:
        case Verdict.DUPLICATE:
            return (_likeness(candidate),)
        case Verdict.MISSING:
            return (_missing(candidate),)
        case Verdict.ERROR:
            return _mendings(candidate.open_issues[0], themes, candidate.kind) if candidate.open_issues else ()
        case _:
            return tuple(_cell(cell, themes, candidate.kind) for cell in candidate.conflicts)


def _cell(cell: FieldChange, themes: dict[str, str], kind: SheetKind) -> Question:
    ours, theirs = (value_words(cell.field, value, themes, kind) for value in (cell.before, cell.after))
    name = title_of(cell.field, kind)
    if cell.state is CellState.CLEARED:
        empty = Choice(said=CellAnswer.THEIRS, text=_("Empty the field"))
        kept = Choice(said=CellAnswer.OURS, text=_("Keep: {value}", value=short(ours, _SHOWN)), whole=ours)
        told = _("{field}: the cell is empty", field=name)
        return Question(field=cell.field, name=told, choices=(kept, empty), chosen=cell.answer)
    own = Choice(said=CellAnswer.WRITTEN, text=_("Other…"), writes=name)
    if is_long(cell):
        # Both stand in full above the buttons.
        said = (label(CellAnswer.OURS), label(CellAnswer.THEIRS))
    else:
        said = (_("Keep ours: {value}", value=ours), _("Take the list’s: {value}", value=theirs))
    choices = (
        Choice(said=CellAnswer.OURS, text=short(said[0], _SHOWN), whole=ours),
        Choice(said=CellAnswer.THEIRS, text=short(said[1], _SHOWN), whole=theirs),
    )
    choices += (own,)
    sent = short(value_words(cell.field, cell.sent, themes, kind), _SHOWN)
    told = name if cell.sent is None or is_long(cell) else _("{field}, sent as {value}", field=name, value=sent)
    return Question(
        field=cell.field,
        name=told,
        choices=choices,
        chosen=cell.answer,
        written="" if cell.written is None else plain_words(cell.field, cell.written, themes, kind),
    )


def _likeness(candidate: Candidate) -> Question:
    if candidate.repeats is not None:
        said: tuple[Answer, ...] = (Answer.SKIP, Answer.OWN)
    else:
        said = (Answer.MERGE, Answer.LINK, Answer.OWN, Answer.APART)
    return Question(
        field="", choices=tuple(Choice(said=each, text=label(each)) for each in said), chosen=candidate.answer
    )


def _missing(candidate: Candidate) -> Question:
    lesson, note = _("What did we learn?"), _("Note, if you like")
    choices = (
        Choice(said=Answer.KEEP, text=label(Answer.KEEP)),
        Choice(said=Answer.FINISH, text=label(Answer.FINISH)),
        Choice(said=Answer.STOP, text=label(Answer.STOP), writes=lesson),
        Choice(said=Answer.LATER, text=label(Answer.LATER), writes=note, is_needed=False),
    )
    return Question(field="", choices=choices, chosen=candidate.answer or Answer.KEEP, written=candidate.said)


def _mendings(issue: CellIssue, themes: dict[str, str], kind: SheetKind) -> tuple[Question, ...]:
    """Return the fields that mend one doubt: of two days in the wrong order either may be the wrong one."""
    asked = _mending(issue, themes, kind)
    if issue.code is not IssueCode.END_BEFORE_START:
        return (asked,)
    others = (name for name in ("start", "end") if name != issue.field)
    return (asked, *(_mending(replace(issue, field=name), themes, kind) for name in others))


def _mending(issue: CellIssue, themes: dict[str, str], kind: SheetKind) -> Question:
    name = title_of(issue.field, kind)
    without = Choice(said=Without.THIS, text=_("Import without {field}", field=within(name)))
    suggestion = plain_words(issue.field, issue.suggestion, themes, kind).strip() if issue.suggestion else ""
    return Question(
        field=issue.field,
        name=name,
        choices=() if issue.field in NEEDED else (without,),
        written=suggestion,
        mends=True,
    )
