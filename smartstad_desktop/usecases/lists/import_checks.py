"""What keeps a row from being taken: doubts the reader has, those of the status model, and those that ours answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final, TypeGuard

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.lists.import_cells import FieldChange, is_same
from smartstad_desktop.domain.lists.importing import Candidate
from smartstad_desktop.domain.lists.list_columns import OWN_FIELD
from smartstad_desktop.domain.lists.lists import CellIssue, IssueCode, ReadList, ReadRow, SheetKind, Value
from smartstad_desktop.domain.personal.noticing import concealed, hidden_numbers, revealed
from smartstad_desktop.domain.values import Period
from smartstad_desktop.exchange.cells.cells import is_empty
from smartstad_desktop.exchange.cells.money import THOUSANDS
from smartstad_desktop.exchange.cells.several import several
from smartstad_desktop.exchange.sheets.columns import PERIODS
from smartstad_desktop.exchange.sheets.filled_sheet import as_text
from smartstad_desktop.reads.lists.listed_projects import KnownProject

#: How a heading is numbered that a workbook has twice.
_NUMBERED: Final = re.compile(r" \(\d+\)$")


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


def revealed_row(row: ReadRow, ours: Mapping[str, Value], extra: Mapping[str, str]) -> ReadRow:
    """Return the row with personal numbers that went out hidden as we have them; one we do not know is left out.

    A cell that is nothing but a number we do not know says nothing, and so changes nothing.
    """
    if not any(issue.code is IssueCode.HIDDEN_NUMBER for issue in row.issues):
        return row
    values: dict[str, Value] = {}
    for name, value in row.values.items():
        held = ours.get(name, "")
        known = " ".join(held) if isinstance(held, tuple) else str(held)
        if isinstance(value, tuple):
            values[name] = tuple(filter(None, (revealed(part, known) for part in value)))
        else:
            values[name] = revealed(value, known) if _is_hiding(value) else value
    added = {
        name: revealed(text, extra.get(name, "")) if _is_hiding(text) else text for name, text in row.extra.items()
    }
    left = tuple(issue for issue in row.issues if not _is_known(issue, (*ours.values(), *extra.values())))
    seen = replace(
        row,
        values={name: value for name, value in values.items() if value not in ("", ())},
        extra={name: text for name, text in added.items() if text},
        issues=left,
    )
    if seen.title or not row.title:
        return seen
    title = next(name for name, value in row.values.items() if value == row.title)
    issue = CellIssue(row=row.row, column="", field=title, code=IssueCode.TITLE_MISSING, value="")
    return replace(seen, issues=(*left, issue))


def _is_hiding(value: Value) -> TypeGuard[str]:
    return type(value) is str and bool(hidden_numbers(value))


def _is_known(issue: CellIssue, ours: Iterable[Value]) -> bool:
    """Return whether a hidden number is one of ours."""
    return issue.code is IssueCode.HIDDEN_NUMBER and any(
        issue.value in concealed(" ".join(held) if isinstance(held, tuple) else held)
        for held in ours
        if isinstance(held, str | tuple)
    )


def settled(candidate: Candidate, project: KnownProject | None) -> Candidate:
    """Return the candidate without the doubts that what we have answers: a cell that says just that is none."""
    ours = project.values if project else {}
    candidate = replace(candidate, row=revealed_row(candidate.row, ours, project.extra if project else {}))
    if project is None:
        return candidate
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


def own_field_changes(row: ReadRow, project: KnownProject) -> tuple[FieldChange, ...]:
    """Return what a list says otherwise under headings that are none of ours; what it does not say stays."""
    return tuple(
        FieldChange(f"{OWN_FIELD}{name}", held, text)
        for heading, text in row.extra.items()
        if not is_same(text, held := project.extra.get(name := _as_held(heading, project.extra)))
    )


def _as_held(heading: str, ours: Mapping[str, str]) -> str:
    """Return the heading as we have it: one of ours was numbered on its way out, where another column had its name."""
    plain = _NUMBERED.sub("", heading)
    return plain if heading not in ours and plain in ours else heading


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
