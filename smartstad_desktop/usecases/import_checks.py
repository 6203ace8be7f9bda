"""What keeps a row from being taken: doubts the reader has, those of the status model, and those that ours answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from smartstad_desktop.domain.importing import Candidate
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.lists import CellIssue, IssueCode, ReadList, ReadRow, SheetKind, Value
from smartstad_desktop.domain.values import Period
from smartstad_desktop.exchange.cells import is_empty
from smartstad_desktop.exchange.columns import PERIODS
from smartstad_desktop.exchange.filled_sheet import as_text
from smartstad_desktop.exchange.money import THOUSANDS
from smartstad_desktop.exchange.several import several
from smartstad_desktop.reads.listed_projects import KnownProject


def checked(row: ReadRow) -> ReadRow:
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


def settled(candidate: Candidate, project: KnownProject) -> Candidate:
    """Return the candidate without the doubts that what we have answers: a cell that says just that is none."""
    ours = project.values
    left = tuple(
        issue
        for issue in candidate.row.issues
        if not (issue.code is IssueCode.LESSON_MISSING and ours.get("lesson"))
        and not (issue.code is IssueCode.TITLE_MISSING and is_empty(as_text(project.title)))
        and not (issue.is_blocking and _says(issue, ours.get(issue.field)))
    )
    return replace(candidate, row=replace(candidate.row, issues=left))


def _says(issue: CellIssue, held: Value | None) -> bool:
    """Return whether a doubtful cell says just what we hold, such as an amount that is unusual but ours."""
    if issue.code is IssueCode.MONEY_UNIT:
        return isinstance(held, int) and issue.suggestion == held // THOUSANDS
    told: Value = several(issue.value) if isinstance(held, tuple) else issue.value
    return bool(told) and told == held


def ends_too_early(values: Mapping[str, Value]) -> bool:
    """Return whether the end is before the start."""
    start, end = values.get("start"), values.get("end")
    return isinstance(start, Period) and isinstance(end, Period) and end.last < start.first


def is_mended(issue: CellIssue, field: str) -> bool:
    """Return whether a value for *field* settles a doubt; of two days in the wrong order either one does."""
    fields = PERIODS if issue.code is IssueCode.END_BEFORE_START else {issue.field}
    return issue.is_blocking and field in fields


def unmended(read: ReadList, candidate: Candidate) -> ReadRow | None:
    """Return the row as its list has it, or None when nothing in it has been mended."""
    place, values = (candidate.row.sheet, candidate.row.row), candidate.row.values
    row = next((each for each in read.rows_of(candidate.kind) if (each.sheet, each.row) == place), None)
    if row is None or row.values == values:
        return None
    return checked(row) if candidate.kind is SheetKind.PROJECTS else row


def order_issue(row: ReadRow) -> CellIssue:
    """Return the doubt about a row that ends before it starts."""
    end = row.values.get("end") or row.values.get("start")
    written = end.written if isinstance(end, Period) else ""
    return CellIssue(row=row.row, column="", field="end", code=IssueCode.END_BEFORE_START, value=written)
