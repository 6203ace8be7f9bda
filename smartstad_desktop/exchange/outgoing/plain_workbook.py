"""Tables of plain text as a workbook and as separated values: for what is read and not sent back."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, TypeAlias

from smartstad_desktop.exchange.outgoing import sheet_styles
from smartstad_desktop.exchange.outgoing.cell_text import cell_at, write_text
from smartstad_desktop.exchange.outgoing.fixed_zip import as_fixed
from smartstad_desktop.exchange.sheets.filled_sheet import as_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: What a spreadsheet takes for the beginning of a formula, also in a text file.
_CALCULATED: Final = re.compile(r"'*[=+\-@\t\r]")
_NAME: Final = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME: Final = 31
_NARROWEST, _WIDEST = 10, 60

Value: TypeAlias = "str | int | float | None"


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """A table: what it is called, its headings, and its rows."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def workbook(title: str, language: str, sheets: Sequence[PlainSheet], created: datetime) -> bytes:
    """Return *sheets* as a workbook; the same sheets give the same bytes."""
    from openpyxl import Workbook  # noqa: PLC0415  half a second that only writing costs

    book = Workbook()
    sheet_styles.add_styles(book)
    taken: set[str] = set()
    for number, plain in enumerate(sheets):
        sheet = book.create_sheet() if number else book.active or book.create_sheet()
        sheet.title = _free_name(plain.name, taken)
        _fill(sheet, plain)
    book.properties.title = title
    book.properties.creator = "SMARTstad"
    book.properties.language = language
    book.properties.created = created.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    target = io.BytesIO()
    book.save(target)
    return as_fixed(target.getvalue())


def separated(sheet: PlainSheet) -> bytes:
    """Return a table as separated values in UTF-8 that no spreadsheet calculates."""
    stream = io.StringIO(newline="")
    lines = ([_said(value) for value in row] for row in sheet.rows)
    csv.writer(stream, delimiter=";", lineterminator="\r\n").writerows([list(sheet.headings), *lines])
    return stream.getvalue().encode("utf-8-sig")


def add_sheet(sheet: Worksheet, plain: PlainSheet) -> None:
    """Fill an empty *sheet* of a workbook that has our styles."""
    _fill(sheet, plain)


def _fill(sheet: Worksheet, plain: PlainSheet) -> None:
    for column, heading in enumerate(plain.headings, start=1):
        head = cell_at(sheet, 1, column)
        write_text(head, heading)
        head.style = sheet_styles.HEADING
    for number, row in enumerate(plain.rows, start=2):
        for column, value in enumerate(row, start=1):
            cell = cell_at(sheet, number, column)
            if isinstance(value, str):
                write_text(cell, as_text(value))
                cell.quotePrefix = bool(_CALCULATED.match(value))
            elif value is not None:
                cell.value = value
            cell.style = sheet_styles.LONG if isinstance(value, str) else sheet_styles.TEXT
    widths = [_width(plain, column) for column in range(len(plain.headings))]
    sheet_styles.dress_plain(sheet, widths, [[_said(value) for value in row] for row in plain.rows], plain.name)


def _width(plain: PlainSheet, column: int) -> int:
    longest = max([len(plain.headings[column]), *(len(_said(row[column])) for row in plain.rows)], default=0)
    return max(_NARROWEST, min(_WIDEST, longest + 3))


def _free_name(name: str, taken: set[str]) -> str:
    plain = _NAME.sub(" ", name)[:_LONGEST_NAME].strip() or "1"
    number, free = 1, plain
    while free.casefold() in taken:
        number += 1
        free = f"{plain[: _LONGEST_NAME - 4]} {number}"
    taken.add(free.casefold())
    return free


def _said(value: Value) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and _CALCULATED.match(text) else text
