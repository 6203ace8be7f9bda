"""The ballots of a round as a table: a line for each item or pair, a column for each who answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations

from smartstad_desktop.domain.workshop.ballots import left
from smartstad_desktop.domain.workshop.meeting import Whose
from smartstad_desktop.domain.workshop.voting import EFFORT, IMPACT, Mark, Method
from smartstad_desktop.reads.workshop.casters import Caster
from smartstad_desktop.reads.workshop.round_items import RoundItem
from smartstad_desktop.reads.workshop.rounds import RoundSheet, Said, domain_marks
from smartstad_desktop.text.phrases import _

_PAIR = 2


@dataclass(frozen=True, slots=True)
class Line:
    """What is answered in one line: an item, or a pair of items."""

    item: RoundItem
    other: RoundItem | None = None

    @property
    def title(self) -> str:
        """Return the line as it is read aloud: number and title."""
        if self.other is None:
            return f"{self.item.number} {self.item.title}"
        return f"{self.item.number} {self.item.title} – {self.other.number} {self.other.title}"


@dataclass(frozen=True)
class BallotTable:
    """A round with what stands on its ballots. *axis* is the criterion that is judged, where there are some."""

    sheet: RoundSheet
    said: Mapping[Whose, Said] = field(default_factory=dict["Whose", "Said"])
    axis: str = ""

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Return the lines from the top; what is unclear takes no part."""
        items = [item for item in self.sheet.items if not item.is_unclear]
        if self.sheet.method is Method.PAIRS:
            return tuple(Line(one, other) for one, other in combinations(items, _PAIR))
        return tuple(Line(item) for item in items)

    @cached_property
    def casters(self) -> tuple[Caster, ...]:
        """Return who answers; whoever is away has no column before they come. Without attendance all have one."""
        here = tuple(each for each in self.sheet.casters if each.is_present or each.has_begun or each.is_done)
        return here or self.sheet.casters

    @property
    def axes(self) -> tuple[str, ...]:
        """Return what one cell holds a value on: both axes, the criterion, or just the item."""
        return (IMPACT, EFFORT) if self.sheet.method is Method.IMPACT_EFFORT else (self.axis,)

    def values(self, row: int, column: int) -> tuple[float | None, ...]:
        """Return what stands in a cell, one value for each of :attr:`axes`."""
        line, given = self.lines[row], self.said.get(self.casters[column].whose, {})
        if line.other is None:
            return tuple(given.get((line.item.id, axis, None)) for axis in self.axes)
        value = given.get((line.item.id, "", line.other.id))
        mirrored = given.get((line.other.id, "", line.item.id))
        return (1 - mirrored if value is None and mirrored is not None else value,)

    def is_own(self, row: int, column: int) -> bool:
        """Return whether somebody leaves the line to the others, because their municipality owns it."""
        line, municipality = self.lines[row], self.casters[column].municipality
        return any(
            item is not None and self.sheet.rules.owns(municipality, item.number) for item in (line.item, line.other)
        )

    def marks(self, column: int) -> tuple[Mark, ...]:
        """Return what stands on a ballot as the rules know it."""
        numbers = {item.id: item.number for item in self.sheet.items if not item.is_unclear}
        return domain_marks(self.said.get(self.casters[column].whose, {}), numbers)

    def left(self, column: int) -> int:
        """Return how much is left to give or to judge on a ballot."""
        return left(self.sheet.rules, self.marks(column), municipality=self.casters[column].municipality)

    def next_open(self, column: int) -> tuple[int, int] | None:
        """Return the first empty line of the next who is not done, after *column*; None when all are done."""
        count = len(self.casters)
        for step in range(1, count + 1):
            at = (column + step) % count
            caster = self.casters[at]
            if caster.is_done or not (caster.is_present or caster.has_begun):
                continue
            return self.first_empty(at) or 0, at
        return None

    def first_empty(self, column: int) -> int | None:
        """Return the first line of a ballot without an answer."""
        rows = range(len(self.lines))
        return next((row for row in rows if None in self.values(row, column) and not self.is_own(row, column)), None)


def name_of(caster: Caster) -> str:
    """Return what whoever answers is called: a municipality, with the role of a seat, or the number of a sheet."""
    if caster.whose.number is not None:
        return _("Sheet {number}", number=caster.whose.number)
    name = "" if caster.mark is None else caster.mark.name
    return ", ".join(part for part in (name, caster.label) if part) or _("A seat")


def waiting(sheet: RoundSheet) -> tuple[Caster, ...]:
    """Return who is here and has not finished."""
    return tuple(caster for caster in sheet.casters if not caster.is_done and caster.is_present)


def for_everybody(sheet: RoundSheet) -> RoundSheet:
    """Return a round as it may be seen when the console is shown to the room: confidential items have no names."""
    items = tuple(
        replace(item, title=_("Confidential"), marks=(), municipalities=()) if item.is_confidential else item
        for item in sheet.items
    )
    return replace(sheet, items=items)
