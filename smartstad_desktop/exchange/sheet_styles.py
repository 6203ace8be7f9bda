"""How the sheets of a municipality's workbook look and help: widths, headings, formats, drop-downs, printing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from smartstad_desktop.exchange import cells
from smartstad_desktop.exchange.cell_marks import column_letter
from smartstad_desktop.exchange.column import Column
from smartstad_desktop.exchange.columns import ROW_KEY
from smartstad_desktop.text.phrases import N_, Phrasebook

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: Colours of the workbook (dark on light, readable in print): heading ground and text, required heading, lines.
_GROUND, _TEXT, _REQUIRED, _LINE = "0B5C69", "FFFFFF", "084650", "D5DAD7"
_WRAPPED: Final = frozenset({cells.long_text, cells.title, cells.themes, cells.list_of_texts})
_README_WIDTH: Final = 96


def dress_readme(sheet: Worksheet, legal_row: int) -> None:
    """Give the sheet to read first its look; *legal_row* holds the legal note."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415  half a second that only writing costs

    sheet.column_dimensions["A"].width = _README_WIDTH
    sheet.sheet_view.showGridLines = False
    for row in range(1, legal_row + 1):
        cell = sheet.cell(row, 1)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(size=18 if row == 1 else 11, bold=row == 1, italic=row == legal_row)
        if cell.value and row > 1:
            sheet.row_dimensions[row].height = 32


def dress_projects(sheet: Worksheet, columns: Sequence[Column], last: int) -> None:
    """Give the sheet of projects its look: fixed headings, filter, widths, formats, and pages that print."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: PLC0415  see above
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415  see above

    line = Side(style="thin", color=_LINE)
    border = Border(bottom=line)
    for index, column in enumerate(columns, start=1):
        letter = column_letter(index - 1)
        head = sheet.cell(1, index)
        head.font = Font(bold=True, color=_TEXT)
        head.fill = PatternFill("solid", fgColor=_REQUIRED if column.is_required else _GROUND)
        head.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.column_dimensions[letter].width = column.width
        wrap = Alignment(wrap_text=column.parse in _WRAPPED, vertical="top")
        for row in range(2, last + 1):
            cell = sheet.cell(row, index)
            cell.alignment = wrap
            cell.border = border
            if column.parse is cells.money:
                cell.number_format = "#,##0.0" if isinstance(cell.value, float) else "#,##0"
            elif column.parse is cells.reference:
                cell.number_format = "@"
        if column.key == ROW_KEY:
            sheet.column_dimensions[letter].hidden = True
    sheet.row_dimensions[1].height = 34
    title = next(index for index, column in enumerate(columns) if column.key == "title")
    sheet.freeze_panes = f"{column_letter(title + 1)}2"
    sheet.auto_filter.ref = f"A1:{column_letter(len(columns) - 1)}{last}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 8  # A3: a list this wide cannot be read on A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def add_help(sheet: Worksheet, area: str, column: Column, source: str, phrases: Phrasebook) -> None:
    """Give the cells of *area*, in one column, a drop-down, a check, or words on what to write."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415  see above

    language = phrases.language.value
    hint = column.hint.in_language(language)
    if not (source or hint or column.parse is cells.money):
        return
    check = DataValidation(allow_blank=True)
    if source:
        check.type, check.formula1 = "list", source
        # Several themes may stand in one cell, so another word is asked about and not refused.
        check.errorStyle = "warning"
        check.error = phrases.text(N_("This is none of the words in the list. Keep it all the same?"))
        check.showErrorMessage = True
    elif column.parse is cells.money:
        check.type, check.operator, check.formula1 = "decimal", "greaterThanOrEqual", "0"
        check.errorStyle = "warning"
        check.error = phrases.text(N_("This is not a number of thousand kronor. Keep it all the same?"))
        check.showErrorMessage = True
    if hint:
        check.promptTitle = column.heading.in_language(language)[:32]
        check.prompt = hint[:255]
        check.showInputMessage = True
    check.add(area)
    sheet.add_data_validation(check)
