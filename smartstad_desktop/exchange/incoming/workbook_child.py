"""The process that parses untrusted workbooks: bytes in, rows out, with little memory and little time.

It is started by ``workbook_reader``, which writes one line of JSON and then the file, and answers JSON on standard
output, so that nothing it might be tricked into sending can run in the window's process. Where the line tells the size
of the file another one may follow. A password is used here only, and what it opens never leaves this process but as
cells.
"""

from __future__ import annotations

import gc
import io
import json
import sys
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MEMORY_LIMIT: Final = 1 << 30
ROW_LIMIT: Final = 20_000
COLUMN_LIMIT: Final = 200
CELL_LIMIT: Final = 400_000
#: More merged areas than this are formatting run wild; the first ones are enough to find a header.
MERGE_LIMIT: Final = 2_000
#: So many rows are turned into text at a time.
_PIECE: Final = 500


def main() -> int:
    """Read workbooks from standard input and write their sheets, or the code of what is wrong, as JSON."""
    _limit_memory()
    # The process ends soon after its answers; nothing it makes goes round in circles.
    gc.disable()
    while line := sys.stdin.buffer.readline():
        asked = json.loads(line)
        try:
            answer = _answer(asked, sys.stdin.buffer.read(asked.get("size", -1)))
        except MemoryError:
            answer = _trouble("too_much_memory", "1 GiB")
        _tell(answer)
    return 0


def _tell(answer: dict[str, Any]) -> None:
    # One line of JSON says what there is; the rows follow, so many pieces per sheet, each on a line of its own.
    pieces = [piece for sheet in answer.get("sheets", ()) for piece in sheet["rows"]]
    for sheet in answer.get("sheets", ()):
        sheet["rows"] = len(sheet["rows"])
    head = json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")
    sys.stdout.buffer.writelines(line + b"\n" for line in (head, *pieces))
    sys.stdout.buffer.flush()


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415  not on Windows, where the pre-check alone bounds the size
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))


def _trouble(code: str, limit: str = "") -> dict[str, Any]:
    return {"trouble": code, "limit": limit}


def _answer(asked: dict[str, Any], content: bytes) -> dict[str, Any]:
    if asked.get("password") is None:
        return _read(content)
    from smartstad_desktop.exchange.incoming import unlocking  # noqa: PLC0415  only where a password was given

    opened = unlocking.opened(content, str(asked["password"]))
    return opened.told if opened.content is None else opened.told | _read(opened.content)


def _read(content: bytes) -> dict[str, Any]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError  # noqa: PLC0415  only the child loads it

    try:
        found = _sheets(CalamineWorkbook.from_filelike(io.BytesIO(content)))
    except PasswordError:
        return _trouble("password_protected")
    except (CalamineError, ValueError, OverflowError, OSError):
        return _read_patiently(content)
    return found if content.startswith(b"PK") else found | {"marks": _marks_of_xls(content)}


def _marks_of_xls(content: bytes) -> dict[str, Any]:
    from smartstad_desktop.exchange.incoming import cell_marks  # noqa: PLC0415  workbooks of today are looked at elsewhere

    return cell_marks.marks_of_xls(content).as_json()


def _sheets(workbook: CalamineWorkbook) -> dict[str, Any]:
    sheets: list[dict[str, Any]] = []
    budget = CELL_LIMIT
    for about in workbook.sheets_metadata:
        if "WorkSheet" not in str(about.typ):
            continue
        sheet = workbook.get_sheet_by_name(about.name)
        visible = str(about.visible).rpartition(".")[2] == "Visible"
        past = _past_limit(sheet)
        if past and not visible:
            continue
        if past:
            return past
        pieces, count = _rows(sheet)
        budget -= count
        if budget < 0:
            return _trouble("too_many_cells", f"{CELL_LIMIT:,}".replace(",", " "))
        merges = (sheet.merged_cell_ranges or [])[:MERGE_LIMIT]
        sheets.append(
            {
                "name": about.name,
                "visible": visible,
                "rows": pieces,
                "merges": [[*first, *last] for first, last in merges],
            }
        )
    return {"sheets": sheets}


def _rows(sheet: CalamineSheet) -> tuple[list[bytes], int]:
    """Return the rows as pieces of JSON, and how many cells have content; so they are never all here as objects."""
    if sheet.end is None:
        return [], 0
    left = [""] * (sheet.start[1] if sheet.start else 0)
    pieces: list[bytes] = []
    rows: list[list[Any]] = []
    count = 0
    for row in sheet.iter_rows():
        rows.append(_trimmed(left + row))
        count += len(rows[-1]) - rows[-1].count("")
        if len(rows) == _PIECE:
            pieces.append(_encoded(rows))
            rows = []
    return [*pieces, _encoded(rows)], count


def _encoded(rows: list[list[Any]]) -> bytes:
    return json.dumps(rows, ensure_ascii=False, default=_plain).encode("utf-8", "replace")


def _past_limit(sheet: CalamineSheet) -> dict[str, Any] | None:
    end = sheet.end
    if end is not None and end[0] >= ROW_LIMIT:
        return _trouble("too_many_rows", f"{ROW_LIMIT:,}".replace(",", " "))
    if end is not None and end[1] >= COLUMN_LIMIT:
        return _trouble("too_many_columns", str(COLUMN_LIMIT))
    return None


def _trimmed(row: list[Any]) -> list[Any]:
    while row and row[-1] == "":
        row.pop()
    return row


def _plain(value: Any) -> Any:
    """Return what JSON has no form for: dates as an object with the letter d, a time of day as text."""
    if isinstance(value, datetime | date):
        return {"d": value.isoformat()}
    return str(value)


def _read_patiently(content: bytes) -> dict[str, Any]:
    """Read with openpyxl what calamine gives up on: some broken packages open there."""
    if not content.startswith(b"PK"):
        return _trouble("list_damaged")
    from openpyxl import load_workbook  # noqa: PLC0415  half a second that only a broken file costs

    try:
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheets = [
            {
                "name": sheet.title,
                "visible": sheet.sheet_state == "visible",
                "rows": [
                    _encoded([_trimmed(["" if cell is None else cell for cell in row[:COLUMN_LIMIT]])])
                    for row in sheet.iter_rows(values_only=True, max_row=ROW_LIMIT)
                ],
                "merges": [],
            }
            for sheet in workbook.worksheets
        ]
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  openpyxl raises whatever a broken part makes it stumble over
        return _trouble("list_damaged")
    return {"sheets": sheets} if sheets else _trouble("list_damaged")


if __name__ == "__main__":
    raise SystemExit(main())
