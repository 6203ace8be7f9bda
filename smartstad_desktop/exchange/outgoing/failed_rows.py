"""The rows of a list that could not be taken, as a workbook to send back: as they came, with what is wrong in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from smartstad_desktop.domain.lists.lists import ReadList
from smartstad_desktop.domain.personal.noticing import concealed
from smartstad_desktop.exchange import whole_file
from smartstad_desktop.exchange.cells.reading import Cell
from smartstad_desktop.exchange.incoming import text_reader
from smartstad_desktop.exchange.incoming.precheck import Format
from smartstad_desktop.exchange.incoming.raw_sheet import RawSheet
from smartstad_desktop.exchange.incoming.sent_back import ROW, WRONG
from smartstad_desktop.exchange.incoming.workbook_reader import read_workbook
from smartstad_desktop.exchange.outgoing import sheet_styles
from smartstad_desktop.exchange.outgoing.cell_text import cell_at, write_text
from smartstad_desktop.text.phrases import N_, Phrasebook

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SHEET: Final = N_("Rows to mend")
_WRONG_WIDTH: Final = 60
_WIDTH: Final = 22
_SHEET_NAME: Final = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedRow:
    """A row of a table (``ReadSheet.label``), as numbered in the sheet, and what is wrong with it in words."""

    table: str
    row: int
    wrong: str


def write_failed_rows(
    target: Path, read: ReadList, rows: Sequence[FailedRow], phrases: Phrasebook, password: str | None = None
) -> None:
    """Write the rows with their headings as they came, and before them where they stand and what is wrong.

    A personal number is the one thing that is not repeated: the workbook travels by mail.

    Raises:
        ListTrouble: the list as it was received cannot be read any more.
        TargetInUse: another program has the old file open.
        FileUnwritable: the folder cannot be written to.
    """
    from openpyxl import Workbook  # noqa: PLC0415  half a second that only writing costs

    received = _received(read, password)
    book = Workbook()
    sheet_styles.add_styles(book)
    book.remove(book.worksheets[0])
    for found in read.sheets:
        mine = [row for row in rows if row.table == found.label]
        if mine:
            # Excel allows no longer name, and none twice: the part says which table of a sheet it is.
            name = found.name if found.parts == 1 else f"{found.name[: _SHEET_NAME - 3]} {found.part}"
            sheet = book.create_sheet(name[:_SHEET_NAME] or phrases.text(SHEET))
            _write_sheet(sheet, received[found.name], found.header_row, mine, phrases)
    book.properties.title = phrases.text(SHEET)
    book.properties.creator = "SMARTstad"
    book.properties.language = phrases.language.value
    with whole_file.beside(target) as part:
        book.save(part)


def _received(read: ReadList, password: str | None) -> Mapping[str, RawSheet]:
    """Return the sheets as they came, by name."""
    if read.format == Format.CSV.value:
        name = read.sheets[0].name if read.sheets else read.name
        separator = "\t" if read.is_pasted and b"\t" in read.received else None
        return {name: text_reader.read_text(read.received, name, separator)}
    return {sheet.name: sheet for sheet in read_workbook(read.received, password)[1]}


def _write_sheet(
    sheet: Worksheet, raw: RawSheet, header_row: int, rows: Sequence[FailedRow], phrases: Phrasebook
) -> None:
    heads = raw.rows[header_row - 1]
    language = phrases.language.value
    for index, text in enumerate((WRONG.in_language(language), ROW.in_language(language)), start=1):
        cell = cell_at(sheet, 1, index)
        write_text(cell, text)
        cell.style = sheet_styles.REQUIRED
    for index, head in enumerate(heads, start=3):
        _write(sheet, 1, index, head)
        cell_at(sheet, 1, index).style = sheet_styles.HEADING
    for number, failed in enumerate(rows, start=2):
        write_text(cell_at(sheet, number, 1), failed.wrong)
        cell_at(sheet, number, 2).value = failed.row
        for index, value in enumerate(raw.rows[failed.row - 1], start=3):
            error = raw.errors.get((failed.row - 1, index - 3))
            _write(sheet, number, index, error.shown if error else value)
        for index in range(1, len(heads) + 3):
            cell = cell_at(sheet, number, index)
            if not isinstance(cell.value, int | float) and not cell.is_date:
                cell.style = sheet_styles.LONG
    for index in range(1, len(heads) + 3):
        letter = cell_at(sheet, 1, index).column_letter
        sheet.column_dimensions[letter].width = _WRONG_WIDTH if index == 1 else _WIDTH
    sheet.freeze_panes = "C2"


def _write(sheet: Worksheet, row: int, column: int, value: Cell) -> None:
    cell = cell_at(sheet, row, column)
    if isinstance(value, int | float) and not isinstance(value, bool):
        # A personal number without its hyphen is a number to Excel.
        written = f"{value:.0f}"
        value = value if concealed(written) == written else written
    if isinstance(value, str):
        if value:
            write_text(cell, concealed(value))
    elif value is not None:
        cast("Any", cell).value = value
