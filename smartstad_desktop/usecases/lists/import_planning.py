"""Lists that were read against the inventory: a verdict per row, mended and answered without writing anything."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from smartstad_desktop.domain.lists.collecting import no_collecting
from smartstad_desktop.domain.lists.import_cells import FieldChange, cell_changes
from smartstad_desktop.domain.lists.importing import Answer, Candidate, ImportPlan, ListPlan, RowKey, Verdict
from smartstad_desktop.domain.lists.list_columns import ColumnChoice, HeadingMemory
from smartstad_desktop.domain.lists.lists import ReadList, ReadRow, SheetKind, Value, remembered
from smartstad_desktop.domain.values import MunicipalityId, ProjectId
from smartstad_desktop.exchange.sheets.columns import PERIODS
from smartstad_desktop.reads.lists.importing import Known
from smartstad_desktop.reads.lists.listed_projects import KnownProject
from smartstad_desktop.usecases.lists import import_checks
from smartstad_desktop.usecases.lists.import_matching import Match, Matching, Placed
from smartstad_desktop.usecases.lists.import_records import judged_record, record_candidates
from smartstad_desktop.usecases.lists.import_repeats import Repeat, repeated
from smartstad_desktop.usecases.lists.import_values import known_before


class Planner:
    """Judges lists against one state of the inventory."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._projects = {project.id: project for project in known.projects}
        self._towns: dict[str, MunicipalityId | None] = {}
        self._old_keys: dict[ProjectId, list[str]] = {}
        for gone in known.merged:
            self._old_keys.setdefault(gone.project, []).append(gone.key)

    def plan(self, reads: Iterable[ReadList], municipality: MunicipalityId | None = None) -> ImportPlan:
        """Return the plan for *reads*; *municipality* is whose lists they are, where a person has said it."""
        return self._planned([_Taken.of(read, municipality) for read in reads])

    def assigned(self, plan: ImportPlan, list_index: int, municipality: MunicipalityId) -> ImportPlan:
        """Return the plan with one list judged as *municipality*'s; its answers are asked for again."""
        taken = [_Taken.again(one) for one in plan.lists]
        taken[list_index] = _Taken.of(plan.lists[list_index].read, municipality)
        return _with_answers(self._planned(taken), plan, but=list_index)

    def reread(
        self, plan: ImportPlan, list_index: int, read: ReadList, choices: Iterable[ColumnChoice] = ()
    ) -> ImportPlan:
        """Return the plan with one list read anew, as after somebody said what its columns mean (*choices*)."""
        taken = [_Taken.again(one) for one in plan.lists]
        old = plan.lists[list_index]
        headings = {**old.headings, **remembered(read, choices)}
        taken[list_index] = replace(_Taken.of(read, old.municipality), headings=headings)
        return _with_answers(self._planned(taken), plan, but=list_index)

    def replanned(self, plan: ImportPlan) -> ImportPlan:
        """Return *plan* judged anew: mended cells stay, and so do answers to questions that are still asked."""
        return _with_answers(self._planned([_Taken.again(one) for one in plan.lists]), plan)

    def mended(self, plan: ImportPlan, key: RowKey, field: str, value: Value | None) -> ImportPlan:
        """Return the plan with a value given for a doubtful cell, or the cell left out when *value* is None."""
        return plan.changed(lambda each: self._mended(plan, each, field, value), rows={key})

    def _mended(self, plan: ImportPlan, candidate: Candidate, field: str, value: Value | None) -> Candidate:
        values = {name: held for name, held in candidate.row.values.items() if name != field}
        if value is not None:
            values[field] = value
        rest = tuple(issue for issue in candidate.row.issues if not import_checks.is_mended(issue, field))
        if field in PERIODS and import_checks.ends_too_early(values):
            rest = (*rest, import_checks.order_issue(candidate.row))
        row = replace(candidate.row, values=values, issues=rest)
        return self._again(candidate, row, plan.lists[candidate.key.list_index].read)

    def as_read(self, plan: ImportPlan, keys: Collection[RowKey]) -> ImportPlan:
        """Return the plan with what was mended in rows taken back."""

        def back(each: Candidate) -> Candidate:
            read = plan.lists[each.key.list_index].read
            row = import_checks.unmended(read, each)
            return each if row is None else self._again(each, row, read)

        return plan.changed(back, rows=keys)

    def _again(self, candidate: Candidate, row: ReadRow, read: ReadList) -> Candidate:
        if candidate.kind is not SheetKind.PROJECTS:
            return judged_record(self._known, replace(candidate, row=row, verdict=Verdict.NEW, cells=()), read)
        return self._judged(replace(candidate, row=row, cells=()), read)

    def _planned(self, lists: Sequence[_Taken]) -> ImportPlan:
        with no_collecting():
            return self._judged_all(lists)

    def _judged_all(self, lists: Sequence[_Taken]) -> ImportPlan:
        placed: list[list[Placed]] = []
        for index, taken in enumerate(lists):
            town = taken.municipality or self._town_of(taken.read)
            placed.append(
                [(RowKey(index, row.sheet, row.row), row, self._town_of_row(row, town)) for row in taken.rows]
            )
        matches = iter(Matching(self._known).match([each for one in placed for each in one]))
        plans: list[ListPlan] = []
        for taken, rows in zip(lists, placed, strict=True):
            candidates = self._candidates(taken.read, rows, matches)
            town = taken.municipality or self._town_of(taken.read)
            candidates += record_candidates(self._known, len(plans), taken.read, town, taken.others)
            plans.append(
                ListPlan(read=taken.read, municipality=town, candidates=tuple(candidates), headings=taken.headings)
            )
        return ImportPlan(lists=tuple(self._with_missing(plans)))

    def _candidates(self, read: ReadList, rows: Sequence[Placed], matches: Iterator[Match]) -> list[Candidate]:
        found = [(placed, next(matches)) for placed in rows]
        new = [place for place, (_placed, match) in enumerate(found) if match.project is None]
        repeats = repeated([row for _key, row, _town in rows], new) if new else {}
        return [
            self._candidate(read, placed, match, repeats.get(place) if match.project is None else None, rows)
            for place, (placed, match) in enumerate(found)
        ]

    def _candidate(
        self, read: ReadList, placed: Placed, match: Match, repeat: Repeat | None, rows: Sequence[Placed]
    ) -> Candidate:
        key, row, town = placed
        project = match.project
        # Most rows are sure and free of doubts: they are judged before they are made, and made once.
        if project is not None and not row.issues:
            verdict, cells = self._verdict(read, row, town, project)
            if verdict is not Verdict.ERROR:
                return Candidate(
                    key=key, row=row, verdict=verdict, municipality=town, project=project.id,
                    found_by=match.found_by, cells=cells,
                )  # fmt: skip
        candidate = Candidate(
            key=key,
            row=row,
            verdict=Verdict.NEW,
            municipality=town,
            project=project.id if project else None,
            found_by=match.found_by,
            twin=match.twin,
            repeats=rows[repeat.earlier][1].row if repeat else None,
            answer=Answer.OWN if repeat and not repeat.is_copy else None,
        )
        return self._judged(candidate, read)

    def _town_of(self, read: ReadList) -> MunicipalityId | None:
        for name in (read.stamp.get("municipality", ""), read.municipality):
            town = self._known.names.municipality(name) if name else None
            if town:
                return town.id
        return None

    def _town_of_row(self, row: ReadRow, town: MunicipalityId | None) -> MunicipalityId | None:
        named = row.values.get("municipality")
        if not isinstance(named, str):
            return town
        if named not in self._towns:
            found = self._known.names.municipality(named)
            self._towns[named] = found.id if found else None
        return self._towns[named] or town

    def _judged(self, candidate: Candidate, read: ReadList) -> Candidate:
        """Return the candidate with the verdict that its values and doubts give."""
        project = None if candidate.project is None else self._projects[candidate.project]
        if candidate.row.issues:
            candidate = import_checks.settled(candidate, project)
            if candidate.open_issues:
                return replace(candidate, verdict=Verdict.ERROR)
        if project is not None:
            return self._compared(candidate, project, read)
        if candidate.repeats is not None:
            return replace(candidate, verdict=Verdict.DUPLICATE)
        if candidate.twin is not None:
            # A neighbour's project stays its own unless somebody says otherwise: nothing is lost by that.
            answer = Answer.OWN if candidate.twin.is_neighbour else None
            return replace(candidate, verdict=Verdict.DUPLICATE, answer=candidate.answer or answer)
        return candidate if candidate.verdict is Verdict.NEW else replace(candidate, verdict=Verdict.NEW)

    def _compared(self, candidate: Candidate, project: KnownProject, read: ReadList) -> Candidate:
        verdict, cells = self._verdict(read, candidate.row, candidate.municipality, project)
        row = candidate.row
        if verdict is Verdict.ERROR:
            row = replace(row, issues=(*row.issues, import_checks.order_issue(row)))
        return replace(candidate, row=row, verdict=verdict, cells=cells)

    def _verdict(
        self, read: ReadList, row: ReadRow, town: MunicipalityId | None, project: KnownProject
    ) -> tuple[Verdict, tuple[FieldChange, ...]]:
        """Return what a row without doubts does to its project; an error is an end before the start."""
        ours = project.values
        is_guest = town != project.municipality
        added = (
            ()
            if is_guest or not row.extra or row.extra.items() <= project.extra.items()
            else import_checks.own_field_changes(row, project)
        )
        if not added and row.values.items() <= ours.items() and row.cleared.isdisjoint(ours):
            return Verdict.UNCHANGED, ()
        base = self._base(read, row, town, project)
        cells = cell_changes(row.values, ours, base, row.cleared, is_guest=is_guest) + added
        if any(cell.field in PERIODS for cell in cells):
            told = {cell.field: cell.after for cell in cells if cell.after is not None}
            if import_checks.ends_too_early({**ours, **told}):
                return Verdict.ERROR, cells
        if any(cell.is_asking for cell in cells):
            return Verdict.CONFLICT, cells
        is_changed = any(cell.is_writing for cell in cells)
        return Verdict.CHANGED if is_changed else Verdict.UNCHANGED, cells

    def _base(
        self, read: ReadList, row: ReadRow, whose: MunicipalityId | None, project: KnownProject
    ) -> dict[str, Value] | None:
        """Return what both sides knew last; None when nothing was sent to the municipality or read from it."""
        keys = (str(row.values.get("row_key", "")), project.key, *self._old_keys.get(project.id, ()))
        return known_before(self._known, read, whose or project.municipality, keys, row.values)

    def _was_told(self, read: ReadList, candidate: Candidate, project: KnownProject) -> bool:
        """Return whether the list should have the project: our workbook was sent with it, or an earlier list had it."""
        sent = self._known.sent.get(read.stamp.get("stamp", ""))
        return (
            project.key in sent.rows
            if sent
            else self._base(read, candidate.row, candidate.municipality, project) is not None
        )

    def _with_missing(self, plans: Sequence[ListPlan]) -> Iterable[ListPlan]:
        """Return the lists with the projects that an earlier list of the municipality had and none of these has."""
        found = {each.project for one in plans for each in one.candidates}
        told: set[MunicipalityId] = set()
        for index, one in enumerate(plans):
            town = one.municipality
            if town is None or town in told or not one.read.rows:
                yield one
                continue
            told.add(town)
            missing = [
                _missing(RowKey(index, "", -place), project, town)
                for place, project in enumerate(self._known.projects, start=1)
                if project.municipality == town and project.id not in found
            ]
            left = [each for each, project in missing if self._was_told(one.read, each, project)]
            yield replace(one, candidates=(*one.candidates, *left)) if left else one


@dataclass(frozen=True, slots=True)
class _Taken:
    """A list on its way into a plan: its rows as they are to be judged, and whose it is where somebody said it."""

    read: ReadList
    municipality: MunicipalityId | None
    rows: Sequence[ReadRow]
    headings: HeadingMemory
    #: Rows of the other sheets that may have been mended, by sheet and number.
    others: Mapping[tuple[str, int], ReadRow]

    @classmethod
    def of(cls, read: ReadList, municipality: MunicipalityId | None) -> Self:
        """Return a list as it was read."""
        return cls(read, municipality, [import_checks.checked(row) for row in read.rows], {}, {})

    @classmethod
    def again(cls, plan: ListPlan) -> Self:
        """Return a list with the cells that were mended."""
        return cls(
            plan.read,
            plan.municipality,
            [each.row for each in plan.candidates if each.row.row and each.kind is SheetKind.PROJECTS],
            plan.headings,
            {
                (each.row.sheet, each.row.row): each.row
                for each in plan.candidates
                if each.kind is not SheetKind.PROJECTS
            },
        )


def _with_answers(plan: ImportPlan, earlier: ImportPlan, but: int | None = None) -> ImportPlan:
    """Return *plan* with the answers of *earlier* to questions that are still the same."""
    said = {each.key: each for index, one in enumerate(earlier.lists) if index != but for each in one.candidates}

    def again(each: Candidate) -> Candidate:
        old = said.get(each.key)
        if old is None or old.verdict is not each.verdict:
            return each
        answers = {cell.field: cell for cell in old.cells if cell.is_question}
        cells = tuple(
            cell._replace(answer=answers[cell.field].answer, written=answers[cell.field].written)
            if cell.is_question and cell.field in answers and answers[cell.field].after == cell.after
            else cell
            for cell in each.cells
        )
        return replace(each, answer=old.answer, said=old.said, cells=cells)

    return plan.changed(again)


def _missing(key: RowKey, project: KnownProject, town: MunicipalityId) -> tuple[Candidate, KnownProject]:
    row = ReadRow(sheet="", row=0, values={"title": project.title})
    candidate = Candidate(key=key, row=row, verdict=Verdict.MISSING, municipality=town, project=project.id)
    return candidate, project
