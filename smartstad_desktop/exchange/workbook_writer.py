"""A municipality's own workbook: what to do, their projects with help in every cell, and a stamp that comes back."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from smartstad_desktop.domain.files import FileUnwritable, TargetInUse
from smartstad_desktop.domain.lists import Value
from smartstad_desktop.exchange import sheet_styles
from smartstad_desktop.exchange.cell_marks import column_letter
from smartstad_desktop.exchange.column import Column
from smartstad_desktop.exchange.columns import BY_KEY, COLUMNS, ROW_KEY
from smartstad_desktop.exchange.folding import clean
from smartstad_desktop.exchange.list_reader import STAMP_SHEET
from smartstad_desktop.exchange.showing import Shown, Wording, choices_for
from smartstad_desktop.text.phrases import N_

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

#: Rows that are ready to be filled in below the last project.
SPARE_ROWS: Final = 40
#: Columns of a first list (domain 6.5); others follow where the municipality has something in them.
FIRST: Final = (
    *(ROW_KEY, "external_ref", "municipality", "title", "what", "why", "status", "theme", "owner_unit", "contact_role"),
    *("start", "end", "budget_total", "expected_effect", "shareable", "lesson", "comment"),
)
#: The most that Excel holds in one cell.
CELL_LIMIT: Final = 32_767
_STARTS_FORMULA: Final = ("=", "+", "-", "@", "\t")

PROJECTS, README, CHOICES = N_("Projects"), N_("Read me"), N_("Lists")
_STEPS: Final = (
    N_(
        "Fill in one row per project on the sheet “{sheet}”. Columns with * come first; leave out what you do not know."
    ),
    N_("Write amounts in thousands of kronor, and dates as you know them: 2026-03-01, Q3 2026, autumn 2026 or 2026."),
    N_("You may sort, filter, add rows and add columns. Leave the hidden first column: it knows which row is which."),
    N_("Save the file and send it back. Nothing is taken over before the project group has gone through it."),
)
_LEGAL: Final = N_(
    "The list becomes a public record when it is sent in. Write roles, not names of people, and nothing confidential."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """What goes into a workbook: whose it is, the rows by column key, and the stamp of what was sent."""

    municipality: str
    rows: Sequence[Mapping[str, Value]]
    wording: Wording
    stamp: Mapping[str, str]


def write_workbook(target: Path, sheets: Sheets) -> None:
    """Write the workbook to *target*: whole and beside it first, then in its place.

    Raises:
        TargetInUse: another program has the old file open.
        FileUnwritable: the folder cannot be written to.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        with part.open("wb") as stream:
            made(sheets).save(stream)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    except OSError as error:
        raise (TargetInUse if target.exists() else FileUnwritable)(path=str(target)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def made(sheets: Sheets) -> Workbook:
    """Return the workbook."""
    from openpyxl import Workbook  # noqa: PLC0415  half a second that only writing costs
    from openpyxl.packaging.custom import StringProperty  # noqa: PLC0415  see above

    book = Workbook()
    readme = book.active or book.create_sheet()
    _write_readme(readme, sheets)
    columns = chosen_columns(sheets.rows)
    text = sheets.wording.phrases.text
    lists = _Lists(book.create_sheet(text(CHOICES)))
    _write_projects(book.create_sheet(text(PROJECTS), 1), sheets, columns, lists)
    lists.sheet.sheet_state = "hidden"
    meta = book.create_sheet(STAMP_SHEET)
    properties = cast("Any", book).custom_doc_props
    for name, value in sheets.stamp.items():
        meta.append([name, value])
        properties.append(StringProperty(name=f"smartstad_{name}", value=value))
    meta.sheet_state = "veryHidden"
    book.active = book.worksheets.index(book[text(PROJECTS)])
    book.properties.title = text(N_("List of projects, {municipality}"), municipality=sheets.municipality)
    book.properties.creator = "SMARTstad"
    book.properties.language = sheets.wording.phrases.language.value
    return book


def chosen_columns(rows: Iterable[Mapping[str, Value]]) -> tuple[Column, ...]:
    """Return the columns of a first list, and those that some row says something in."""
    used = {key for row in rows for key in row}
    later = tuple(column for column in COLUMNS if column.key in used and column.key not in FIRST)
    return (*(BY_KEY[key] for key in FIRST), *later)


class _Lists:
    """The hidden sheet of allowed values, one column per list."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self._count = 0

    def add(self, heading: str, values: Sequence[str]) -> str:
        """Write *values* below *heading* and return the reference that a drop-down needs."""
        letter = column_letter(self._count)
        self._count += 1
        for row, value in enumerate((heading, *values), start=1):
            write_text(cell_at(self.sheet, row, self._count), value)
        return f"'{self.sheet.title}'!${letter}$2:${letter}${len(values) + 1}"


def _write_readme(sheet: Worksheet, sheets: Sheets) -> None:
    text = sheets.wording.phrases.text
    sheet.title = text(README)
    lines = [text(step, sheet=text(PROJECTS)) for step in _STEPS]
    write_text(cell_at(sheet, 1, 1), text(N_("List of projects, {municipality}"), municipality=sheets.municipality))
    for row, line in enumerate(lines, start=3):
        write_text(cell_at(sheet, row, 1), f"{row - 2}. {line}")
    write_text(cell_at(sheet, len(lines) + 4, 1), text(_LEGAL))
    sheet_styles.dress_readme(sheet, len(lines) + 4)


def _write_projects(sheet: Worksheet, sheets: Sheets, columns: Sequence[Column], lists: _Lists) -> None:
    language = sheets.wording.phrases.language.value
    last = len(sheets.rows) + 1 + SPARE_ROWS
    for index, column in enumerate(columns, start=1):
        name = column.heading.in_language(language)
        write_text(cell_at(sheet, 1, index), f"{name} *" if column.is_required else name)
        for row, values in enumerate(sheets.rows, start=2):
            value = values.get(column.key)
            if value is not None:
                _write(cell_at(sheet, row, index), column.show(value, sheets.wording))
        choices = choices_for(column.parse, sheets.wording)
        source = lists.add(name, choices) if choices else ""
        letter = column_letter(index - 1)
        sheet_styles.add_help(sheet, f"{letter}2:{letter}{last}", column, source, sheets.wording.phrases)
    sheet_styles.dress_projects(sheet, columns, last)


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """Return a cell of a sheet without merged areas."""
    return cast("Cell", sheet.cell(row, column))


def _write(cell: Cell, shown: Shown) -> None:
    if isinstance(shown, str):
        write_text(cell, shown)
    else:
        cell.value = shown
        if isinstance(shown, date):
            cell.number_format = "yyyy-mm-dd"


def write_text(cell: Cell, text: str) -> None:
    """Write *text* as text, whatever it looks like: never a formula, never longer than a cell can hold."""
    safe = clean(text)[:CELL_LIMIT]
    cell.value = safe
    cell.data_type = "s"
    if safe.startswith(_STARTS_FORMULA):
        cell.quotePrefix = True
