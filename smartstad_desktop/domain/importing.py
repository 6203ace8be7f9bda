"""What an import would do: one verdict per row, what both sides changed, and the answers a person gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.errors import RuleError
from smartstad_desktop.domain.lists import CellIssue, ReadList, ReadRow, Value
from smartstad_desktop.domain.values import MunicipalityId, Period, ProjectId


class MunicipalityUnclear(RuleError):
    """Nothing says which municipality a list is from. Parameters: ``name``."""

    code = "municipality_unclear"


class NothingToImport(RuleError):
    """No row of the lists is to be taken."""

    code = "nothing_to_import"


class Verdict(StrEnum):
    """What a row of a list means for the inventory."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"
    DUPLICATE = "duplicate"
    ERROR = "error"
    MISSING = "missing"


class Answer(StrEnum):
    """What a person says to a row that asks."""

    SKIP = "skip"
    OURS = "ours"
    THEIRS = "theirs"
    MERGE = "merge"
    OWN = "own"


#: Verdicts that write something without being asked.
SAFE: Final = frozenset({Verdict.NEW, Verdict.CHANGED})
#: Answers that let a row write, per verdict that asks.
WRITING: Final = {
    Verdict.CONFLICT: frozenset({Answer.THEIRS, Answer.OURS}),
    Verdict.DUPLICATE: frozenset({Answer.MERGE, Answer.OWN}),
}
#: Fields whose new value alone is no change worth telling.
UNTOLD: Final = frozenset({"row_key", "updated_on", "municipality"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field with our value and the one in the list; None is nothing."""

    field: str
    before: Value | None
    after: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """A project that a row resembles, and how much (0–100)."""

    project: ProjectId
    title: str
    municipality: str
    likeness: int
    is_neighbour: bool


@dataclass(frozen=True, slots=True)
class RowKey:
    """Which row of which list; a missing project has no row."""

    list_index: int
    sheet: str
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One row, what it would do, and what a person has said to it; *repeats* is the number of an earlier row."""

    key: RowKey
    row: ReadRow
    verdict: Verdict
    municipality: MunicipalityId | None = None
    project: ProjectId | None = None
    changes: tuple[FieldChange, ...] = ()
    conflicts: tuple[FieldChange, ...] = ()
    twin: Twin | None = None
    repeats: int | None = None
    answer: Answer | None = None

    @property
    def open_issues(self) -> tuple[CellIssue, ...]:
        """Return the doubts that keep the row from being taken."""
        return tuple(issue for issue in self.row.issues if issue.is_blocking)

    @property
    def is_taken(self) -> bool:
        """Return whether accepting the import writes this row."""
        if self.answer is Answer.SKIP or self.municipality is None:
            return False
        if self.verdict in SAFE:
            return True
        return self.answer in WRITING.get(self.verdict, frozenset())

    @property
    def is_asking(self) -> bool:
        """Return whether the row waits for an answer."""
        if self.answer is not None:
            return False
        return self.verdict in WRITING or self.verdict is Verdict.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPlan:
    """One list with the verdicts on its rows."""

    read: ReadList
    municipality: MunicipalityId | None = None
    candidates: tuple[Candidate, ...] = ()

    @property
    def needs_municipality(self) -> bool:
        """Return whether a person has to say whose list it is."""
        return any(each.municipality is None for each in self.candidates)

    def counts(self) -> dict[Verdict, int]:
        """Return how many rows have each verdict."""
        found = Counter(each.verdict for each in self.candidates)
        return {verdict: found[verdict] for verdict in Verdict}

    @property
    def taken(self) -> tuple[Candidate, ...]:
        """Return the rows that would be written."""
        return tuple(each for each in self.candidates if each.is_taken)

    @property
    def asking(self) -> tuple[Candidate, ...]:
        """Return the rows that wait for an answer."""
        return tuple(each for each in self.candidates if each.is_asking)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What one import would do; nothing of it is written before it is accepted."""

    lists: tuple[ListPlan, ...] = field(default=())

    @property
    def taken_count(self) -> int:
        """Return how many rows would be written."""
        return sum(len(each.taken) for each in self.lists)

    def answered(self, key: RowKey, answer: Answer | None) -> ImportPlan:
        """Return the plan with an answer to one row."""
        return self.changed(lambda each: replace(each, answer=answer) if each.key == key else each)

    def changed(self, change: Callable[[Candidate], Candidate]) -> ImportPlan:
        """Return the plan with *change* applied to every row."""
        return ImportPlan(
            lists=tuple(replace(one, candidates=tuple(change(each) for each in one.candidates)) for one in self.lists)
        )

    def with_theirs(self) -> ImportPlan:
        """Return the plan with every conflict answered by the list."""
        return self.changed(
            lambda each: replace(each, answer=Answer.THEIRS) if each.verdict is Verdict.CONFLICT else each
        )


def compared(
    theirs: Mapping[str, Value], ours: Mapping[str, Value], base: Mapping[str, Value] | None
) -> tuple[tuple[FieldChange, ...], tuple[FieldChange, ...]]:
    """Return what the list changes and where both sides changed, given what both knew before (*base*).

    An empty cell changes nothing. Without a base the list counts as the newer of the two.
    """
    changes: list[FieldChange] = []
    conflicts: list[FieldChange] = []
    for name, value in theirs.items():
        held = ours.get(name)
        if name in UNTOLD or is_same(value, held):
            continue
        change = FieldChange(name, held, value)
        known = None if base is None else base.get(name)
        if base is None or is_same(held, known):
            changes.append(change)
        elif not is_same(value, known):
            conflicts.append(change)
    return tuple(changes), tuple(conflicts)


def is_same(one: Value | None, other: Value | None) -> bool:
    """Return whether two values of a field say the same; order, blanks and ways of writing a date do not count."""
    return _plain(one) == _plain(other)


def _plain(value: Value | None) -> object:
    match value:
        case None | "" | () | False:
            return None
        case Period():
            return (value.first, value.last)
        case tuple():
            return frozenset(part.casefold() for part in value)
        case bool() | int():
            return value
        case str():
            return " ".join(value.split())


def counts_of(lists: Iterable[ListPlan]) -> dict[Verdict, int]:
    """Return how many rows of all *lists* have each verdict."""
    total: Counter[Verdict] = Counter()
    for each in lists:
        total.update(each.counts())
    return {verdict: total[verdict] for verdict in Verdict}
