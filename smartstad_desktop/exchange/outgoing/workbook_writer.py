"""A municipality's own workbook: what to do, their records with help in every cell, and a stamp that comes back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from smartstad_desktop.exchange import whole_file
from smartstad_desktop.exchange.cells.showing import Shown
from smartstad_desktop.exchange.incoming.cell_marks import column_letter
from smartstad_desktop.exchange.incoming.list_reader import STAMP_SHEET
from smartstad_desktop.exchange.outgoing import sheet_styles, workbook_readme
from smartstad_desktop.exchange.outgoing.cell_help import ListsSheet, add_help
from smartstad_desktop.exchange.outgoing.cell_text import cell_at, write_text
from smartstad_desktop.exchange.outgoing.plain_workbook import PlainSheet, add_sheet
from smartstad_desktop.exchange.outgoing.workbook_checking import check_written
from smartstad_desktop.exchange.sheets.filled_sheet import FilledSheet
from smartstad_desktop.text.phrases import N_, Phrasebook

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_STARTS_FORMULA: Final = ("=", "+", "-", "@", "\t")
README, CHOICES = N_("Read me"), N_("Lists")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """What goes into a workbook: whose it is, its sheets, how many records are withheld, and the stamp.

    ``background`` are sheets to read, which are not read back.
    """

    municipality: str
    filled: Sequence[FilledSheet]
    stamp: Mapping[str, str]
    withheld: int = 0
    background: Sequence[PlainSheet] = ()

    @property
    def phrases(self) -> Phrasebook:
        """Return the language of the workbook."""
        return self.filled[0].wording.phrases


def write_workbook(target: Path, sheets: Sheets) -> None:
    """Write the workbook to *target*: whole and beside it first, read back, and only then in its place.

    Raises:
        NotReadBack: what was written cannot be read again.
        TargetInUse: another program has the old file open.
        FileUnwritable: the folder cannot be written to.
    """
    with whole_file.beside(target) as part:
        made(sheets).save(part)
        check_written(part, sheets.filled, target.name)


def made(sheets: Sheets) -> Workbook:
    """Return the workbook."""
    from openpyxl import Workbook  # noqa: PLC0415  half a second that only writing costs

    book = Workbook()
    sheet_styles.add_styles(book)
    text = sheets.phrases.text
    title = workbook_readme.title(sheets.municipality, sheets.phrases)
    readme = book.active or book.create_sheet()
    _write_readme(readme, sheets, title)
    choices = book.create_sheet(text(CHOICES))
    lists = ListsSheet(choices)
    for number, filled in enumerate(sheets.filled, start=1):
        sheet = book.create_sheet(filled.name, number)
        write_table(sheet, filled, f"{title} · {filled.name}")
        add_help(sheet, filled, lists)
    for number, plain in enumerate(sheets.background, start=len(sheets.filled) + 1):
        add_sheet(book.create_sheet(plain.name, number), plain)
    choices.sheet_state = "hidden"
    book.active = 1
    readme.sheet_view.tabSelected = False
    write_stamp(book, sheets.stamp)
    book.properties.title = title
    book.properties.creator = "SMARTstad"
    book.properties.language = sheets.phrases.language.value
    return book


def write_stamp(book: Workbook, stamp: Mapping[str, str]) -> None:
    """Say in three places what was written, because programs drop one or another of them."""
    from openpyxl.packaging.custom import StringProperty  # noqa: PLC0415  see above
    from openpyxl.workbook.defined_name import DefinedName  # noqa: PLC0415  see above

    meta = book.create_sheet(STAMP_SHEET)
    properties = cast("Any", book).custom_doc_props
    for name, value in stamp.items():
        meta.append([name, value])
        properties.append(StringProperty(name=f"smartstad_{name}", value=value))
        book.defined_names[f"smartstad_{name}"] = DefinedName(f"smartstad_{name}", attr_text=f'"{value}"', hidden=True)
    meta.sheet_state = "veryHidden"


def _write_readme(sheet: Worksheet, sheets: Sheets, title: str) -> None:
    sheet.title = sheets.phrases.text(README)
    lines, headings = [title], set[int]()
    for heading, texts in workbook_readme.sections(sheets.filled, sheets.withheld, sheets.phrases):
        headings.add(len(lines) + 2)
        lines += ["", heading, *texts]
    for row, line in enumerate(lines, start=1):
        if line:
            write_text(cell_at(sheet, row, 1), line)
    sheet_styles.dress_readme(sheet, frozenset(headings), title)


def write_table(sheet: Worksheet, filled: FilledSheet, footer: str) -> None:
    """Write the headings and rows of *filled*, as a named table that can be filtered and printed."""
    for index, (column, heading) in enumerate(zip(filled.columns, filled.headings, strict=True), start=1):
        head = cell_at(sheet, 1, index)
        write_text(head, heading)
        stands_out = column.is_required or column.key in filled.form.answered
        head.style = sheet_styles.REQUIRED if stands_out else sheet_styles.HEADING
    for number, row in enumerate(filled.cells, start=2):
        for index, (column, shown) in enumerate(zip(filled.columns, row, strict=True), start=1):
            cell = cell_at(sheet, number, index)
            _write(cell, shown)
            cell.style = sheet_styles.style_of(column, "" if shown is None else shown)
            if isinstance(shown, str) and shown.startswith(_STARTS_FORMULA):
                cell.quotePrefix = True
    sheet_styles.dress_table(sheet, filled, footer)
    _name_table(sheet, filled)


def _name_table(sheet: Worksheet, filled: FilledSheet) -> None:
    from openpyxl.worksheet.table import Table  # noqa: PLC0415  see above

    # A table needs a row below its headings, also where there is no record yet.
    last = f"{column_letter(len(filled.columns) - 1)}{max(len(filled.rows), 1) + 1}"
    sheet.add_table(Table(displayName=re.sub(r"\W", "_", filled.name), ref=f"A1:{last}"))


def _write(cell: Cell, shown: Shown | None) -> None:
    if isinstance(shown, str):
        write_text(cell, shown)
    elif shown is not None:
        cell.value = shown
        if isinstance(shown, date):
            cell.number_format = "yyyy-mm-dd"
