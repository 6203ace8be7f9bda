"""What the importer sees, as the JSON of ``smartstad inspect``."""

from __future__ import annotations

from typing import Any

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.lists.lists import CellIssue, ReadList, ReadRow, ReadSheet, Value
from smartstad_desktop.domain.values import Period
from smartstad_desktop.exchange.sheets.columns import MONEY


def as_json(lists: tuple[ReadList, ...], messages: dict[str, str]) -> dict[str, Any]:
    """Return the document for *lists*; *messages* holds the sentence per file name for those that cannot be read."""
    return {"lists": [_list(each, messages.get(each.name, "")) for each in lists]}


def _list(read: ReadList, message: str) -> dict[str, Any]:
    return {
        "path": read.name,
        "format": read.format,
        "error": {"code": read.trouble.public_code, "message": message} if read.trouble else None,
        "municipality": read.municipality or None,
        "sheets": [_sheet(sheet) for sheet in read.sheets],
        "other_sheets": list(read.other_sheets),
    } | ({"hidden_sheets": list(read.hidden_sheets)} if read.hidden_sheets else {})


def _sheet(sheet: ReadSheet) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "kind": sheet.kind,
        "header_row": sheet.header_row,
        "records": len(sheet.rows),
        "columns": {
            column.key: {"heading": column.heading, "letter": column.letter, "confidence": column.confidence}
            | ({"may_also_be": list(column.others)} if column.others else {})
            for column in sheet.columns
        },
        "unmapped": list(sheet.unmapped),
        "skipped": [{"row": skipped.row, "why": skipped.why.value} for skipped in sheet.skipped],
        "rows": [_row(row) for row in sheet.rows],
        "issues": [_issue(issue) for issue in sheet.issues],
    } | _besides(sheet)


def _besides(sheet: ReadSheet) -> dict[str, Any]:
    """Return what most sheets have nothing of: being one of several tables, rows and columns that are hidden."""
    told: dict[str, Any] = {}
    if sheet.parts > 1:
        told |= {"place": sheet.place, "table": sheet.part, "tables": sheet.parts}
    if sheet.hidden_rows:
        told["hidden_rows"] = list(sheet.hidden_rows)
    if sheet.hidden_columns:
        told["hidden_columns"] = list(sheet.hidden_columns)
    return told


def _row(row: ReadRow) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in row.values.items():
        values[key] = plain(key, value)
        if isinstance(value, Period):
            values[f"{key}_as_written"] = value.written
    found: dict[str, Any] = {"row": row.row, "values": values}
    if row.extra:
        found["extra"] = dict(row.extra)
    return found


def _issue(issue: CellIssue) -> dict[str, Any]:
    return {
        "row": issue.row,
        "column": issue.column,
        "field": issue.field,
        "code": issue.code.value,
        "value": issue.value,
        "suggestion": None if issue.suggestion is None else plain(issue.field, issue.suggestion),
    }


def plain(key: str, value: Value) -> Any:
    """Return *value* of field *key* as JSON: money in thousands, the first day of a start, the last of an end."""
    if isinstance(value, Period):
        return (value.last if key == "end" else value.first).isoformat()
    if key in MONEY and isinstance(value, int):
        return value / 1000
    if isinstance(value, tuple):
        return value[0] if key == "theme" and len(value) == 1 else list(value)
    return value.value if isinstance(value, Status) else value
