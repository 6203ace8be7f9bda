"""How the sheets of a workbook look and print: widths, headings, formats, fixed rows, pages."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, cast

from smartstad_desktop.exchange.cells import cells, sheet_cells
from smartstad_desktop.exchange.cells.showing import Shown
from smartstad_desktop.exchange.incoming.cell_marks import column_letter
from smartstad_desktop.exchange.sheets.column import Column
from smartstad_desktop.exchange.sheets.columns import ROW_KEY
from smartstad_desktop.exchange.sheets.filled_sheet import FilledSheet

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment
    from openpyxl.worksheet.worksheet import Worksheet

#: Colours of the workbook (dark on light, readable in print): heading ground and text, required heading, lines.
_GROUND, _TEXT, _REQUIRED, _LINE = "0B5C69", "FFFFFF", "084650", "D5DAD7"
#: What is short and stands on one line.
_SHORT: Final = frozenset({cells.reference, cells.period, cells.day, cells.money, sheet_cells.count})
_LINE_HEIGHT: Final = 15.0
#: Between two rows; and how full the lines of a wrapped text are, at most.
_AIR, _FULL = 3.0, 1.05
_README_WIDTH: Final = 80
#: A row is at most so many lines tall; the rest of a long text is read in the cell itself.
_MOST_LINES: Final = 9
#: The paper sizes that are tried, with the characters that stand beside each other at sixty per cent.
_PAPERS: Final = ((9, 240), (8, 345))

HEADING, REQUIRED, TEXT, LONG, MONEY, MONEY_EXACT, DAY, REFERENCE = (
    f"SMARTstad {name}" for name in ("heading", "required", "text", "long", "money", "exact", "day", "reference")
)
_FORMATS: Final = {MONEY: "#,##0", MONEY_EXACT: "#,##0.0##", DAY: "yyyy-mm-dd", REFERENCE: "@"}


def add_styles(book: Workbook) -> None:
    """Give *book* the styles that cells are written in; naming one is many times faster than building it per cell."""
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side  # noqa: PLC0415  see the writer

    for name, ground in ((HEADING, _GROUND), (REQUIRED, _REQUIRED)):
        style = NamedStyle(
            name,
            font=Font(name="Calibri", size=11, bold=True, color=_TEXT),
            fill=PatternFill("solid", fgColor=ground),
            alignment=Alignment(horizontal="left", indent=1, wrap_text=True, vertical="center"),
        )
        book.add_named_style(style)
    for name in (TEXT, LONG, MONEY, MONEY_EXACT, DAY, REFERENCE):
        style = NamedStyle(
            name,
            font=Font(name="Calibri", size=11),
            alignment=_alignment(is_wrapped=name == LONG, is_number=name in {MONEY, MONEY_EXACT}),
            border=Border(bottom=Side(style="thin", color=_LINE)),
            number_format=_FORMATS.get(name, "General"),
        )
        book.add_named_style(style)


def style_of(column: Column, shown: Shown) -> str:
    """Return the style of a cell of *column* that shows *shown*."""
    if column.parse is cells.money and isinstance(shown, int | float):
        return MONEY_EXACT if isinstance(shown, float) else MONEY
    if column.parse is cells.reference:
        return REFERENCE
    if not isinstance(shown, str | int | float):
        return DAY
    return TEXT if column.parse in _SHORT else LONG


def dress_table(sheet: Worksheet, filled: FilledSheet, footer: str) -> None:
    """Give a sheet its look: fixed headings and name, widths, formats for rows to come, and pages that print."""
    for index, column in enumerate(filled.columns):
        _dress_column(sheet, column_letter(index), column)
    sheet.row_dimensions[1].height = 36
    for number, row in enumerate(filled.cells, start=2):
        lines = max((_lines(cell, each.width) for cell, each in zip(row, filled.columns, strict=True)), default=1)
        # Nobody fits the height when a workbook is only looked at or printed, so it is written down.
        sheet.row_dimensions[number].height = _LINE_HEIGHT * min(lines, _MOST_LINES) + _AIR
    title = next(index for index, column in enumerate(filled.columns) if column.key == filled.form.title)
    sheet.freeze_panes = f"{column_letter(title + 1)}2"
    sheet.print_title_cols = f"A:{column_letter(title)}"
    _dress_pages(sheet, sum(column.width for column in filled.columns if column.key != ROW_KEY), footer)


def dress_plain(sheet: Worksheet, widths: Sequence[int], rows: Sequence[Sequence[str]], footer: str) -> None:
    """Give a sheet of plain text its look: fixed headings, widths, a filter, and pages that print."""
    for index, width in enumerate(widths):
        sheet.column_dimensions[column_letter(index)].width = width
    sheet.row_dimensions[1].height = 30
    for number, row in enumerate(rows, start=2):
        lines = max((_lines(text, width) for text, width in zip(row, widths, strict=True)), default=1)
        sheet.row_dimensions[number].height = _LINE_HEIGHT * min(lines, _MOST_LINES) + _AIR
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{column_letter(max(len(widths), 1) - 1)}{len(rows) + 1}"
    _dress_pages(sheet, sum(widths), footer)


def _dress_column(sheet: Worksheet, letter: str, column: Column) -> None:
    dimension = sheet.column_dimensions[letter]
    dimension.width = column.width
    dimension.hidden = column.key == ROW_KEY
    # The format of the whole column, so that rows to come look alike without a single empty cell being written.
    is_number = column.parse in {cells.money, sheet_cells.count}
    dimension.alignment = _alignment(is_wrapped=column.parse not in _SHORT, is_number=is_number)
    if column.parse is cells.money:
        dimension.number_format = _FORMATS[MONEY]
    elif column.parse is cells.reference:
        dimension.number_format = _FORMATS[REFERENCE]
    elif column.parse in {cells.day, sheet_cells.count}:
        dimension.number_format = "0" if column.parse is sheet_cells.count else _FORMATS[DAY]


def _alignment(*, is_wrapped: bool, is_number: bool) -> Alignment:
    """Return how a cell is set: numbers to the right, all else to the left with some air."""
    from openpyxl.styles import Alignment  # noqa: PLC0415  see the writer

    if is_number:
        return Alignment(vertical="top")
    return Alignment(horizontal="left", indent=1, wrap_text=is_wrapped, vertical="top")


def _lines(cell: Shown | None, width: int) -> int:
    """Return about how many lines a cell takes; words that go to the next line leave a gap."""
    if not isinstance(cell, str):
        return 1
    return sum(math.ceil((len(line) or 1) / (width * _FULL)) for line in cell.split("\n"))


def _dress_pages(sheet: Worksheet, width: int, footer: str) -> None:
    """Let the sheet print lying, on as many pages beside each other as keep it readable."""
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415  see the writer

    paper, room = next((each for each in _PAPERS if width <= each[1]), _PAPERS[-1])
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = paper
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = math.ceil(width / room), 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    _dress_margins(sheet, footer)


def _dress_margins(sheet: Worksheet, footer: str) -> None:
    from openpyxl.worksheet.page import PageMargins  # noqa: PLC0415  see the writer

    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.8, footer=0.4)
    # An ampersand begins a code in a footer, so one that is meant is doubled.
    parts = cast("Any", sheet.oddFooter)  # its stub takes the whole for something that may be missing
    parts.left.text, parts.right.text = footer.replace("&", "&&"), "&P (&N)"


def dress_readme(sheet: Worksheet, headings: frozenset[int], footer: str) -> None:
    """Give the sheet to read first its look; *headings* are the rows that begin a section."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415  see the writer
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415  see the writer

    sheet.column_dimensions["A"].width = _README_WIDTH
    sheet.sheet_view.showGridLines = False
    for row in range(1, sheet.max_row + 1):
        cell = sheet.cell(row, 1)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        size, is_bold = (18, True) if row == 1 else (13, True) if row in headings else (11, False)
        cell.font = Font(name="Calibri", size=size, bold=is_bold, color=_GROUND if is_bold else "000000")
        sheet.row_dimensions[row].height = (
            _LINE_HEIGHT * _lines(str(cell.value or ""), _README_WIDTH) * size / 11 + _AIR
        )
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    _dress_margins(sheet, footer)
