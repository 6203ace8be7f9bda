"""A cell compared three ways: as it was sent, as we have it now, and as the list has it now."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from smartstad_desktop.domain.lists.lists import Value
from smartstad_desktop.domain.values import Period

#: Fields whose new value alone is no change worth telling.
UNTOLD: Final = frozenset({"row_key", "updated_on", "municipality"})
#: Fields that an empty cell never empties: without them there is no project.
NEEDED: Final = frozenset({"title", "status"})


class CellState(StrEnum):
    """What a cell says beside ours; one that says the same as ours has no state worth keeping."""

    THEIRS = "theirs"
    OURS = "ours"
    BOTH = "both"
    CLEARED = "cleared"


class CellAnswer(StrEnum):
    """What a person says to one cell: our value, the list's (which may be nothing), or one written here."""

    OURS = "ours"
    THEIRS = "theirs"
    WRITTEN = "written"


class FieldChange(NamedTuple):
    """A cell that differs: our value, the list's and the one sent; None is nothing.

    *answer* is what a person said, or what holds without being asked; *written* goes with the answer of that name.
    """

    field: str
    before: Value | None
    after: Value | None
    sent: Value | None = None
    state: CellState = CellState.THEIRS
    answer: CellAnswer | None = None
    written: Value | None = None

    @property
    def is_question(self) -> bool:
        """Return whether a person can choose, answered or not."""
        # A set would hash its members, which Python does slowly for an enum; every cell of a list is asked.
        return self.state is CellState.BOTH or self.state is CellState.CLEARED

    @property
    def is_asking(self) -> bool:
        """Return whether the cell waits for an answer."""
        return self.answer is None and self.is_question

    @property
    def is_writing(self) -> bool:
        """Return whether taking the row writes this cell."""
        if self.answer is None:
            return self.state is CellState.THEIRS
        return self.answer is not CellAnswer.OURS

    @property
    def outcome(self) -> Value | None:
        """Return the value that the field has once the row is taken; for an open question that is ours."""
        if not self.is_writing:
            return self.before
        return self.written if self.answer is CellAnswer.WRITTEN else self.after


def cell_changes(
    theirs: Mapping[str, Value],
    ours: Mapping[str, Value],
    base: Mapping[str, Value] | None,
    cleared: Collection[str] = (),
    *,
    is_guest: bool = False,
) -> tuple[FieldChange, ...]:
    """Return the cells of a row that differ from ours, given what both knew before (*base*).

    Without a base the list counts as the newer of the two, unless it comes from a municipality that only takes part
    (*is_guest*): then every difference is a question. *cleared* are fields with a column but nothing in the cell:
    where something was sent and we have something the cell asks; where we do not know what was sent ours stands.
    """
    known = base or {}
    found: list[FieldChange] = []
    get = ours.get
    for name in [name for name, value in theirs.items() if get(name) != value]:
        value, held = theirs[name], get(name)
        if name in UNTOLD or is_same(value, held):
            continue
        sent = known.get(name)
        if base is None:
            state = CellState.BOTH if is_guest and held is not None else CellState.THEIRS
        elif is_same(held, sent):
            state = CellState.THEIRS
        else:
            state = CellState.OURS if is_same(value, sent) else CellState.BOTH
        found.append(FieldChange(name, held, value, sent, state))
    for name in ours.keys() & cleared:
        held = get(name)
        if name in UNTOLD or name in NEEDED or name in theirs or is_nothing(held):
            continue
        sent = known.get(name)
        answer = CellAnswer.OURS if is_nothing(sent) else None
        found.append(FieldChange(name, held, None, sent, CellState.CLEARED, answer))
    return tuple(found)


def agreed(
    theirs: Mapping[str, Value], sent: Mapping[str, Value] | None, told: Mapping[str, Value] | None
) -> dict[str, Value] | None:
    """Return what both sides knew last, or None: what was *sent*, but what they have *told* since is not news again.

    Two copies of one workbook may come back. The second is compared with what was sent and not with the first, except
    where both say the same: that has been answered.
    """
    if sent is None or told is None:
        known = told if sent is None else sent
        return None if known is None else dict(known)
    base = dict(sent)
    for name in {*theirs, *sent, *told}:
        said = told.get(name)
        if is_same(theirs.get(name), said):
            base.pop(name, None)
            if said is not None:
                base[name] = said
    return base


def is_same(one: Value | None, other: Value | None) -> bool:
    """Return whether two values of a field say the same; order, blanks and ways of writing a date do not count."""
    return one == other or _plain(one) == _plain(other)


def is_nothing(value: Value | None) -> bool:
    """Return whether a field with this value is empty."""
    return value is None or value is False or value in ("", ())


def _plain(value: Value | None) -> object:
    if type(value) is str:  # first, because nearly every cell is text
        return " ".join(value.split()) or None
    match value:
        case None | () | False:
            return None
        case Period():
            return (value.first, value.last)
        case tuple():
            return frozenset(part.casefold() for part in value)
        case _:
            return value


def answered(
    cells: tuple[FieldChange, ...],
    answer: CellAnswer | None,
    *,
    chosen: Callable[[FieldChange], bool] = lambda _cell: True,
    written: Value | None = None,
) -> tuple[FieldChange, ...]:
    """Return *cells* with an answer to those questions that *chosen* accepts."""
    return tuple(
        FieldChange(cell.field, cell.before, cell.after, cell.sent, cell.state, answer, written)
        if cell.is_question and chosen(cell)
        else cell
        for cell in cells
    )
