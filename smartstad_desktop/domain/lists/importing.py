"""What an import would do: one verdict per row, what both sides changed, and the answers a person gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, NamedTuple

from smartstad_desktop.domain.errors import RuleError
from smartstad_desktop.domain.lists.alike import Reason
from smartstad_desktop.domain.lists.import_cells import CellAnswer, CellState, FieldChange, answered
from smartstad_desktop.domain.lists.list_columns import HeadingMemory
from smartstad_desktop.domain.lists.lists import CellIssue, ReadList, ReadRow, SheetKind, Value
from smartstad_desktop.domain.values import MunicipalityId, ProjectId


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
    """What a person says to a row.

    To any: ``skip``. To a conflict: ``ours``, ``theirs``. To a likeness: ``merge`` (part of the other project), ``own``
    (a project of its own), ``link`` (own and related to the other), ``apart`` (own, and never compared again). To a
    project missing in the list: ``keep``, ``finish``, ``stop`` (with the lesson), ``later`` (look again, with a note).
    """

    SKIP = "skip"
    OURS = "ours"
    THEIRS = "theirs"
    MERGE = "merge"
    OWN = "own"
    LINK = "link"
    APART = "apart"
    KEEP = "keep"
    FINISH = "finish"
    STOP = "stop"
    LATER = "later"


#: Verdicts that write something without being asked.
SAFE: Final = frozenset({Verdict.NEW, Verdict.CHANGED})
#: Answers that let a row write, per verdict that asks or can be answered.
WRITING: Final = {
    Verdict.DUPLICATE: frozenset({Answer.MERGE, Answer.OWN, Answer.LINK, Answer.APART}),
    Verdict.MISSING: frozenset({Answer.FINISH, Answer.STOP, Answer.LATER}),
}
_CELL_ANSWERS: Final = {Answer.OURS: CellAnswer.OURS, Answer.THEIRS: CellAnswer.THEIRS}
_ASKS: Final = frozenset({Verdict.CONFLICT, Verdict.DUPLICATE, Verdict.ERROR})


class FoundBy(StrEnum):
    """What told which project a row is about."""

    KEY = "key"
    REFERENCE = "reference"
    NAME = "name"
    LIKENESS = "likeness"


class RowKey(NamedTuple):
    """Which row of which list; a missing project has no row."""

    list_index: int
    sheet: str
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """What a row resembles, how much (0–100) and why: a project, or a row of another list of the same import."""

    title: str
    municipality: str
    likeness: int
    is_neighbour: bool
    project: ProjectId | None = None
    row: RowKey | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(slots=True, kw_only=True)
class Candidate:
    """One row, what it would do, and what a person has said to it. Nobody changes one: an answer makes another.

    *cells* are those that differ from ours; *repeats* is the number of an earlier row of the same list; *said* is the
    lesson or the note that goes with an answer. *record* is the key of what it is about where *kind* is not projects.
    """

    key: RowKey
    row: ReadRow
    verdict: Verdict
    kind: SheetKind = SheetKind.PROJECTS
    municipality: MunicipalityId | None = None
    project: ProjectId | None = None
    record: str | None = None
    found_by: FoundBy | None = None
    cells: tuple[FieldChange, ...] = ()
    twin: Twin | None = None
    repeats: int | None = None
    answer: Answer | None = None
    said: str = ""

    @property
    def changes(self) -> tuple[FieldChange, ...]:
        """Return the cells that only the list has changed."""
        return tuple(cell for cell in self.cells if cell.state is CellState.THEIRS)

    @property
    def conflicts(self) -> tuple[FieldChange, ...]:
        """Return the cells a person can choose about: changed by both, or emptied in the list."""
        return tuple(cell for cell in self.cells if cell.is_question)

    @property
    def own_changes(self) -> tuple[FieldChange, ...]:
        """Return the cells that only we have changed."""
        return tuple(cell for cell in self.cells if cell.state is CellState.OURS)

    @property
    def outcome(self) -> dict[str, Value | None]:
        """Return the fields that taking the row writes; None empties one."""
        return {cell.field: cell.outcome for cell in self.cells if cell.is_writing}

    @property
    def open_issues(self) -> tuple[CellIssue, ...]:
        """Return the doubts that keep the row from being taken."""
        return tuple(issue for issue in self.row.issues if issue.is_blocking)

    @property
    def is_homeless(self) -> bool:
        """Return whether nothing says whose the row is; what belongs to nobody, or to all, is known by its record."""
        return self.municipality is None and self.record is None

    @property
    def is_taken(self) -> bool:
        """Return whether accepting the import writes this row."""
        if self.answer is Answer.SKIP or self.is_homeless:
            return False
        if self.verdict in SAFE:
            return True
        if self.verdict is Verdict.CONFLICT:
            return not any(cell.is_asking for cell in self.cells)
        if self.verdict is Verdict.UNCHANGED:
            return any(cell.is_writing for cell in self.cells)
        if self.answer is Answer.STOP and not self.said.strip():
            return False
        return self.answer in WRITING.get(self.verdict, frozenset())

    @property
    def is_asking(self) -> bool:
        """Return whether the row waits for an answer."""
        if self.verdict not in _ASKS or self.answer is Answer.SKIP:
            return False
        if self.verdict is Verdict.CONFLICT:
            return any(cell.is_asking for cell in self.cells)
        return self.answer is None

    def answered(self, answer: Answer | None, said: str = "") -> Candidate:
        """Return the row with an answer; to a conflict it answers every cell that is a question."""
        if self.verdict is Verdict.CONFLICT and answer is not Answer.SKIP:
            cells = answered(self.cells, None if answer is None else _CELL_ANSWERS.get(answer))
            return replace(self, answer=answer, cells=cells, said=said)
        return replace(self, answer=answer, said=said)

    def answered_cells(
        self, answer: CellAnswer | None, chosen: Callable[[FieldChange], bool], written: Value | None = None
    ) -> Candidate:
        """Return the row with an answer to the cells that *chosen* accepts."""
        cells = answered(self.cells, answer, chosen=chosen, written=written)
        said = {cell.answer for cell in cells if cell.is_question}
        whole = next((row for row, cell in _CELL_ANSWERS.items() if said == {cell}), None)
        return replace(self, cells=cells, answer=whole)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPlan:
    """One list with the verdicts on its rows; the missing projects come last, and have no row.

    *headings* is what somebody said its columns mean, to be remembered when the list is accepted.
    """

    read: ReadList
    municipality: MunicipalityId | None = None
    candidates: tuple[Candidate, ...] = ()
    headings: HeadingMemory = field(default_factory=dict[tuple[str, str], str])

    @property
    def needs_municipality(self) -> bool:
        """Return whether a person has to say whose list it is."""
        return any(each.is_homeless for each in self.candidates)

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
        return sum(each.is_taken for one in self.lists for each in one.candidates)

    def answered(self, key: RowKey, answer: Answer | None, said: str = "") -> ImportPlan:
        """Return the plan with an answer to one row; *said* is its lesson or note."""
        return self.changed(lambda each: each.answered(answer, said), rows={key})

    def answered_cells(
        self,
        answer: CellAnswer | None,
        *,
        name: str | None = None,
        list_index: int | None = None,
        state: CellState | None = None,
    ) -> ImportPlan:
        """Return the plan with one answer to all questions of a field, of a list, of a state, or to all there are."""

        def is_chosen(cell: FieldChange) -> bool:
            return name in {None, cell.field} and state in {None, cell.state}

        def is_meant(each: Candidate) -> bool:
            return (
                list_index in {None, each.key.list_index}
                and each.answer is not Answer.SKIP
                and any(cell.is_question and is_chosen(cell) for cell in each.cells)
            )

        return self.changed(lambda each: each.answered_cells(answer, is_chosen) if is_meant(each) else each)

    def changed(self, change: Callable[[Candidate], Candidate], rows: Collection[RowKey] | None = None) -> ImportPlan:
        """Return the plan with *change* applied to the given rows, or to every row; what stays is not copied."""
        touched = None if rows is None else {key.list_index for key in rows}
        return ImportPlan(
            lists=tuple(
                one
                if touched is not None and index not in touched
                else replace(
                    one,
                    candidates=tuple(change(c) if rows is None or c.key in rows else c for c in one.candidates),
                )
                for index, one in enumerate(self.lists)
            )
        )

    def with_theirs(self) -> ImportPlan:
        """Return the plan with every conflict answered by the list; an emptied cell empties nothing by this."""
        plan = self.answered_cells(CellAnswer.THEIRS, state=CellState.BOTH)
        return plan.answered_cells(CellAnswer.OURS, state=CellState.CLEARED)


def counts_of(lists: Iterable[ListPlan]) -> dict[Verdict, int]:
    """Return how many rows of all *lists* have each verdict."""
    total: Counter[Verdict] = Counter()
    for each in lists:
        total.update(each.counts())
    return {verdict: total[verdict] for verdict in Verdict}
