"""Help in the cells of a workbook: drop-downs, checks that ask, and words on what to write."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from smartstad_desktop.exchange.cells import cells, sheet_cells
from smartstad_desktop.exchange.cells.showing import choices_for
from smartstad_desktop.exchange.incoming.cell_marks import column_letter
from smartstad_desktop.exchange.outgoing.cell_text import cell_at, write_text
from smartstad_desktop.exchange.sheets.column import Column
from smartstad_desktop.exchange.sheets.filled_sheet import FilledSheet
from smartstad_desktop.text.phrases import N_, Phrasebook

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

#: Rows below the last record that are helped in.
SPARE_ROWS: Final = 500
#: The most that Excel takes: title and text of a hint, text of a question.
_TITLE, _HINT, _ERROR = 32, 255, 225


class ListsSheet:
    """The hidden sheet of allowed values, one column per list."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._known: dict[tuple[str, ...], str] = {}

    def reference(self, heading: str, values: Sequence[str]) -> str:
        """Write *values* below *heading* once, and return what a drop-down needs to show them."""
        key = tuple(values)
        if key not in self._known:
            number = len(self._known) + 1
            for row, value in enumerate((heading, *values), start=1):
                write_text(cell_at(self._sheet, row, number), value)
            letter = column_letter(number - 1)
            self._known[key] = f"'{self._sheet.title}'!${letter}$2:${letter}${len(values) + 1}"
        return self._known[key]


def add_help(sheet: Worksheet, filled: FilledSheet, lists: ListsSheet) -> None:
    """Help in every column of *sheet* that has something to help with."""
    last = len(filled.rows) + 1 + SPARE_ROWS
    for index, column in enumerate(filled.columns):
        heading = column.heading.in_language(filled.language)
        choices = choices_for(column.parse, filled.wording)
        source = lists.reference(heading, choices) if choices else ""
        check = _check(column, source, filled.wording.phrases)
        if check is not None:
            letter = column_letter(index)
            check.add(f"{letter}2:{letter}{last}")
            sheet.add_data_validation(check)


def _check(column: Column, source: str, phrases: Phrasebook) -> DataValidation | None:
    """Return the help for a column; a word that does not fit is asked about and never refused."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415  see the writer

    hint = column.hint.in_language(phrases.language.value)
    check = DataValidation(allow_blank=True, errorStyle="warning")
    if source:
        # Several themes may stand in one cell, so another word is no fault.
        check.type, check.formula1 = "list", source
        question = N_("This is none of the words in the list. Keep it all the same?")
    elif column.parse is cells.money:
        check.type, check.operator, check.formula1 = "decimal", "greaterThanOrEqual", "0"
        question = N_("This is not a number of thousand kronor. Keep it all the same?")
    elif column.parse is sheet_cells.count:
        check.type, check.operator, check.formula1 = "whole", "greaterThanOrEqual", "0"
        question = N_("This is not a whole number. Keep it all the same?")
    elif hint:
        question = ""
    else:
        return None
    if question:
        check.error, check.showErrorMessage = phrases.text(question)[:_ERROR], True
    if hint:
        check.promptTitle = column.heading.in_language(phrases.language.value)[:_TITLE]
        check.prompt, check.showInputMessage = hint[:_HINT], True
    return check
