"""What was just written, read again and held against what should stand there, cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from smartstad_desktop.domain.files import NotReadBack
from smartstad_desktop.domain.lists.lists import ListTrouble
from smartstad_desktop.exchange.cells.reading import Cell
from smartstad_desktop.exchange.cells.showing import Shown
from smartstad_desktop.exchange.incoming.raw_sheet import RawSheet
from smartstad_desktop.exchange.incoming.workbook_reader import read_workbook
from smartstad_desktop.exchange.sheets.filled_sheet import FilledSheet


def check_written(path: Path, filled: Sequence[FilledSheet], name: str) -> None:
    """Read the workbook at *path* and compare every cell.

    Raises:
        NotReadBack: it does not say what it should.
    """
    try:
        _kind, sheets = read_workbook(path.read_bytes())
    except ListTrouble as trouble:
        raise NotReadBack(name=name) from trouble
    found = {sheet.name: sheet for sheet in sheets}
    if not all(_says(found.get(each.name), each) for each in filled):
        raise NotReadBack(name=name)


def _says(sheet: RawSheet | None, filled: FilledSheet) -> bool:
    wanted: list[Sequence[Shown | None]] = [filled.headings, *filled.cells]
    if sheet is None or len(sheet.rows) < len(wanted):
        return False
    return all(
        _is_same(row[index] if index < len(row) else None, cell)
        for row, cells in zip(sheet.rows, wanted, strict=False)
        for index, cell in enumerate(cells)
    )


def _is_same(read: Cell, wanted: Shown | None) -> bool:
    """Return whether a cell came back; numbers are all alike to a workbook, and an empty text is nothing."""
    if wanted is None or read is None:
        return wanted is None and read in (None, "")
    if isinstance(read, datetime):
        read = read.date()
    if isinstance(wanted, int | float) and isinstance(read, int | float):
        return abs(read - wanted) <= abs(wanted) * 1e-12
    if isinstance(wanted, date):
        return read == wanted
    return isinstance(wanted, str) and str(read).replace("\r\n", "\n") == wanted
