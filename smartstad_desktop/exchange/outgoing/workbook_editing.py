"""Changing cells of a workbook as a person would in Excel: by the row's name and the column's heading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from smartstad_desktop.exchange.cells.folding import fold
from smartstad_desktop.exchange.sheets.columns import BY_KEY

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_TITLE: Final = "title"
_LAST_COLUMN: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """What is written: new values by the name of the project, and whole new rows; columns by key."""

    changed: Mapping[str, Mapping[str, str | float]]
    added: Sequence[Mapping[str, str | float]] = ()


def edit_workbook(source: Path, target: Path, edits: Edits) -> int:
    """Write *source* with *edits* to *target* and return how many rows were touched."""
    from openpyxl import load_workbook  # noqa: PLC0415  slow to import, and only the demonstration needs it

    book = load_workbook(source)
    touched = 0
    for sheet in book.worksheets:
        places = _places(sheet)
        if _TITLE not in places:
            continue
        rows = {str(sheet.cell(row, places[_TITLE]).value or ""): row for row in range(2, sheet.max_row + 1)}
        spare = (row for row in range(2, sheet.max_row + 2) if sheet.cell(row, places[_TITLE]).value is None)
        writes = [(rows[title], values) for title, values in edits.changed.items() if title in rows]
        writes += list(zip(spare, edits.added, strict=False))
        for row, values in writes:
            for key, value in values.items():
                sheet.cell(row, places[key], value)
        touched += len(writes)
    book.save(target)
    return touched


def _places(sheet: Worksheet) -> dict[str, int]:
    """Return the column number by column key, from the headings in the first row."""
    headings = {
        fold(str(sheet.cell(1, number).value or "")): number
        for number in range(1, min(sheet.max_column, _LAST_COLUMN) + 1)
    }
    found: dict[str, int] = {}
    for key, column in BY_KEY.items():
        for name in (column.heading.sv, column.heading.nb, column.heading.en):
            if fold(name) in headings:
                found[key] = headings[fold(name)]
    return found
