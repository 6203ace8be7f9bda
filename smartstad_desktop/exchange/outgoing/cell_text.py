"""Text into a cell, as text and as nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from smartstad_desktop.exchange.sheets.filled_sheet import as_text

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

#: Text that a workbook would take for the code of a character.
_CODE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """Return a cell of a sheet without merged areas."""
    return cast("Cell", sheet.cell(row, column))


def write_text(cell: Cell, text: str) -> None:
    """Write *text* as text, whatever it looks like: never a formula, never the code of a character."""
    cell.value = _CODE.sub("_x005F_", as_text(text))
    cell.data_type = "s"
