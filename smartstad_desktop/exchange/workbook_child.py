"""The process that parses one untrusted workbook: bytes in, rows out, with little memory and little time.

It is started by ``workbook_reader`` and talks JSON on standard output, so that nothing it might be tricked into
sending can run in the window's process.
"""

from __future__ import annotations

import io
import json
import sys
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MEMORY_LIMIT: Final = 1 << 30
ROW_LIMIT: Final = 20_000
COLUMN_LIMIT: Final = 200
CELL_LIMIT: Final = 400_000
#: More merged areas than this are formatting run wild; the first ones are enough to find a header.
MERGE_LIMIT: Final = 2_000


def main() -> int:
    """Read a workbook from standard input and write its sheets, or the code of what is wrong, as JSON."""
    _limit_memory()
    try:
        answer = _read(sys.stdin.buffer.read())
    except MemoryError:
        answer = {"trouble": "too_large", "limit": "1 GiB"}
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
    return 0


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415  not on Windows, where the pre-check alone bounds the size
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))


def _read(content: bytes) -> dict[str, Any]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError  # noqa: PLC0415  only the child loads it

    try:
        return _sheets(CalamineWorkbook.from_filelike(io.BytesIO(content)))
    except PasswordError:
        return {"trouble": "password_protected"}
    except (CalamineError, ValueError, OverflowError, OSError):
        return _read_patiently(content)


def _sheets(workbook: CalamineWorkbook) -> dict[str, Any]:
    sheets: list[dict[str, Any]] = []
    budget = CELL_LIMIT
    for about in workbook.sheets_metadata:
        if "WorkSheet" not in str(about.typ):
            continue
        sheet = workbook.get_sheet_by_name(about.name)
        visible = str(about.visible).rpartition(".")[2] == "Visible"
        limit = _past_limit(sheet)
        if limit and not visible:
            continue
        if limit:
            return {"trouble": "too_large", "limit": limit}
        rows = [
            _trimmed([value if value and type(value) is str else _cell(value) for value in row])
            for row in sheet.to_python(skip_empty_area=False)
        ]
        budget -= sum(len(row) - row.count(None) for row in rows)
        if budget < 0:
            return {"trouble": "too_large", "limit": "400 000"}
        merges = (sheet.merged_cell_ranges or [])[:MERGE_LIMIT]
        sheets.append(
            {
                "name": about.name,
                "visible": visible,
                "rows": rows,
                "merges": [[*first, *last] for first, last in merges],
            }
        )
    return {"sheets": sheets}


def _past_limit(sheet: CalamineSheet) -> str | None:
    end = sheet.end
    is_past = end is not None and (end[0] >= ROW_LIMIT or end[1] >= COLUMN_LIMIT)
    return "20 000 × 200" if is_past else None


def _trimmed(row: list[Any]) -> list[Any]:
    while row and row[-1] is None:
        row.pop()
    return row


def _cell(value: Any) -> Any:
    """Return *value* as JSON: dates as a list with the letter d, nothing as null."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if value == value and abs(value) != float("inf") else None  # noqa: PLR0124  NaN differs from itself
    if isinstance(value, datetime | date):
        return ["d", value.isoformat()]
    if isinstance(value, timedelta | time):
        return str(value)
    return None


def _read_patiently(content: bytes) -> dict[str, Any]:
    """Read with openpyxl what calamine gives up on: some broken packages open there."""
    if not content.startswith(b"PK"):
        return {"trouble": "damaged"}
    from openpyxl import load_workbook  # noqa: PLC0415  half a second that only a broken file costs

    try:
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheets = [
            {
                "name": sheet.title,
                "visible": sheet.sheet_state == "visible",
                "rows": [
                    _trimmed([_cell(v) for v in row[:COLUMN_LIMIT]])
                    for row in sheet.iter_rows(values_only=True, max_row=ROW_LIMIT)
                ],
                "merges": [],
            }
            for sheet in workbook.worksheets
        ]
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  openpyxl raises whatever a broken part makes it stumble over
        return {"trouble": "damaged"}
    return {"sheets": sheets} if sheets else {"trouble": "damaged"}


if __name__ == "__main__":
    raise SystemExit(main())
