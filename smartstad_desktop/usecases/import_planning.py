"""Lists that were read against the inventory: a verdict per row, mended and answered without writing anything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from smartstad_desktop.domain.importing import (
    Answer,
    Candidate,
    ImportPlan,
    ListPlan,
    RowKey,
    Verdict,
    compared,
)
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.lists import BLOCKING, CellIssue, IssueCode, ReadList, ReadRow, Value
from smartstad_desktop.domain.values import MunicipalityId, Period
from smartstad_desktop.exchange.cells import Setting
from smartstad_desktop.exchange.columns import BY_KEY, PERIODS
from smartstad_desktop.exchange.money import KRONOR
from smartstad_desktop.exchange.vocabulary import DEFAULT
from smartstad_desktop.reads.importing import Known, KnownProject
from smartstad_desktop.usecases.import_matching import Matching, repeated
from smartstad_desktop.usecases.import_values import from_kept


class Planner:
    """Judges lists against one state of the inventory."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._projects = {project.id: project for project in known.projects}

    def plan(self, reads: Iterable[ReadList], municipality: MunicipalityId | None = None) -> ImportPlan:
        """Return the plan for *reads*; *municipality* is whose lists they are, where a person has said it."""
        return ImportPlan(lists=tuple(self._list(index, read, municipality) for index, read in enumerate(reads)))

    def assigned(self, plan: ImportPlan, list_index: int, municipality: MunicipalityId) -> ImportPlan:
        """Return the plan with one list judged as *municipality*'s; its answers are asked for again."""
        lists = list(plan.lists)
        lists[list_index] = self._list(list_index, lists[list_index].read, municipality)
        return ImportPlan(lists=tuple(lists))

    def replanned(self, plan: ImportPlan) -> ImportPlan:
        """Return *plan* judged anew: mended cells stay, and so do answers to questions that are still asked."""
        fresh = [
            self._list(index, one.read, one.municipality, [each.row for each in one.candidates if each.row.row])
            for index, one in enumerate(plan.lists)
        ]
        said = {(each.key, each.verdict): each.answer for one in plan.lists for each in one.candidates}
        return ImportPlan(lists=tuple(fresh)).changed(
            lambda each: replace(each, answer=said.get((each.key, each.verdict), each.answer))
        )

    def mended(self, plan: ImportPlan, key: RowKey, field: str, value: Value | None) -> ImportPlan:
        """Return the plan with a value given for a doubtful cell, or the cell left out when *value* is None."""
        return plan.changed(lambda each: self._mended(plan, each, field, value) if each.key == key else each)

    def _mended(self, plan: ImportPlan, candidate: Candidate, field: str, value: Value | None) -> Candidate:
        values = {name: held for name, held in candidate.row.values.items() if name != field}
        if value is not None:
            values[field] = value
        rest = tuple(issue for issue in candidate.row.issues if not (issue.is_blocking and issue.field == field))
        if field in PERIODS and _ends_too_early(values):
            rest = (*rest, _order_issue(candidate.row))
        row = replace(candidate.row, values=values, issues=rest)
        return self._judged(replace(candidate, row=row), plan.lists[candidate.key.list_index].read)

    def _list(
        self, index: int, read: ReadList, municipality: MunicipalityId | None, mended: Sequence[ReadRow] | None = None
    ) -> ListPlan:
        town = municipality or self._town_of(read)
        rows = [_checked(row) for row in read.rows] if mended is None else list(mended)
        towns = [self._town_of_row(row, town) for row in rows]
        repeats = repeated(rows)
        candidates: list[Candidate] = []
        for place, match in enumerate(Matching(self._known).match(list(zip(rows, towns, strict=True)))):
            row, repeat = rows[place], repeats.get(place)
            candidate = Candidate(
                key=RowKey(index, row.sheet, row.row),
                row=row,
                verdict=Verdict.NEW,
                municipality=towns[place],
                project=match.project.id if match.project else None,
                twin=match.twin,
                repeats=rows[repeat.earlier].row if repeat and match.project is None else None,
                answer=Answer.OWN if repeat and not repeat.is_copy and match.project is None else None,
            )
            candidates.append(self._judged(candidate, read))
        candidates.extend(self._missing(index, read, town, candidates))
        return ListPlan(read=read, municipality=town, candidates=tuple(candidates))

    def _town_of(self, read: ReadList) -> MunicipalityId | None:
        for name in (read.stamp.get("municipality", ""), read.municipality):
            town = self._known.names.municipality(name) if name else None
            if town:
                return town.id
        return None

    def _town_of_row(self, row: ReadRow, town: MunicipalityId | None) -> MunicipalityId | None:
        named = row.values.get("municipality")
        found = self._known.names.municipality(str(named)) if named else None
        return found.id if found else town

    def _judged(self, candidate: Candidate, read: ReadList) -> Candidate:
        """Return the candidate with the verdict that its values and doubts give."""
        project = None if candidate.project is None else self._projects[candidate.project]
        if project is not None and project.values.get("lesson"):
            candidate = _without_issue(candidate, IssueCode.LESSON_MISSING)
        if candidate.open_issues:
            return replace(candidate, verdict=Verdict.ERROR)
        if project is not None:
            changes, conflicts = compared(candidate.row.values, project.values, self._base(read, project))
            if _ends_too_early({**project.values, **{each.field: each.after for each in (*changes, *conflicts)}}):
                row = replace(candidate.row, issues=(*candidate.row.issues, _order_issue(candidate.row)))
                return replace(candidate, row=row, verdict=Verdict.ERROR)
            verdict = Verdict.CONFLICT if conflicts else Verdict.CHANGED if changes else Verdict.UNCHANGED
            return replace(candidate, verdict=verdict, changes=changes, conflicts=conflicts)
        if candidate.repeats is not None:
            return replace(candidate, verdict=Verdict.DUPLICATE)
        if candidate.twin is not None:
            # A neighbour's project stays its own unless somebody says otherwise: nothing is lost by that.
            answer = Answer.OWN if candidate.twin.is_neighbour else None
            return replace(candidate, verdict=Verdict.DUPLICATE, answer=candidate.answer or answer)
        return replace(candidate, verdict=Verdict.NEW)

    def _base(self, read: ReadList, project: KnownProject) -> dict[str, Value] | None:
        """Return what both sides knew before: what was sent, else what was last imported."""
        sent = self._known.sent.get(read.stamp.get("stamp", ""), {}).get(project.key)
        kept = sent
        if kept is None and project.municipality is not None:
            kept = self._known.imported.get(project.municipality, {}).get(project.key)
        return None if kept is None else from_kept(kept)

    def _missing(
        self, index: int, read: ReadList, town: MunicipalityId | None, candidates: Sequence[Candidate]
    ) -> list[Candidate]:
        """Return the projects that an earlier list of the municipality had and this one has not."""
        if town is None or read.trouble is not None:
            return []
        found = {each.project for each in candidates}
        return [
            Candidate(
                key=RowKey(index, "", -place),
                row=ReadRow(sheet="", row=0, values={"title": project.title}),
                verdict=Verdict.MISSING,
                municipality=town,
                project=project.id,
            )
            for place, project in enumerate(self._known.projects, start=1)
            if project.municipality == town and project.id not in found and self._base(read, project) is not None
        ]


def _without_issue(candidate: Candidate, code: IssueCode) -> Candidate:
    left = tuple(issue for issue in candidate.row.issues if issue.code is not code)
    return replace(candidate, row=replace(candidate.row, issues=left))


def _ends_too_early(values: Mapping[str, Value]) -> bool:
    start, end = values.get("start"), values.get("end")
    return isinstance(start, Period) and isinstance(end, Period) and end.last < start.first


def _order_issue(row: ReadRow) -> CellIssue:
    end = row.values.get("end") or row.values.get("start")
    written = end.written if isinstance(end, Period) else ""
    return CellIssue(row=row.row, column="", field="end", code=IssueCode.END_BEFORE_START, value=written)


def read_answer(field: str, written: str) -> Value | None:
    """Return what a person wrote into a doubtful cell as a value, or None when it still cannot be read."""
    reading = BY_KEY[field].parse(written, Setting(vocabulary=DEFAULT, unit=KRONOR))
    return reading.value if reading.issue is None or reading.issue not in BLOCKING else None


def _checked(row: ReadRow) -> ReadRow:
    """Return the row with a doubt where the status model asks for more than the list says."""
    if row.values.get("status") is not Status.STOPPED or row.values.get("lesson"):
        return row
    issue = CellIssue(
        row=row.row, column="", field="lesson", code=IssueCode.LESSON_MISSING, value="", suggestion=_lesson_in(row)
    )
    return replace(row, issues=(*row.issues, issue))


def _lesson_in(row: ReadRow) -> Value | None:
    """Return the text of the row that most likely says what was learnt."""
    return row.values.get("comment") or row.values.get("observed_effect")
