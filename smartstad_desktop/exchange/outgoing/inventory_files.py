"""The whole inventory as one file: a workbook, separated values, or JSON; each is read back before it counts."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from smartstad_desktop.domain.files import NotReadBack
from smartstad_desktop.domain.lists.lists import HOLDS, INVENTORY, Value
from smartstad_desktop.domain.values import Named
from smartstad_desktop.exchange import whole_file
from smartstad_desktop.exchange.cells.showing import Shown, Wording
from smartstad_desktop.exchange.incoming.text_reader import MARK
from smartstad_desktop.exchange.outgoing import sheet_styles
from smartstad_desktop.exchange.outgoing.workbook_checking import check_written
from smartstad_desktop.exchange.outgoing.workbook_writer import write_stamp, write_table
from smartstad_desktop.exchange.sheets.column import Column
from smartstad_desktop.exchange.sheets.filled_sheet import FilledSheet
from smartstad_desktop.exchange.sheets.sheet_kinds import PROJECTS
from smartstad_desktop.text.phrases import N_

#: What a spreadsheet takes for the beginning of a formula, also in a text file; and a text that looks marked already.
_CALCULATED: Final = re.compile(r"'*[=+\-@\t\r]")
#: Languages that write the decimals after a comma, as their spreadsheets expect.
_COMMA: Final = frozenset({"sv", "nb"})
_EXTRA: Final = "extra:"


class InventoryFormat(StrEnum):
    """The kinds of files, by their ending."""

    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"

    @property
    def is_table(self) -> bool:
        """Return whether it is one table, which has room for projects only."""
        return self is InventoryFormat.CSV


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeInventory:
    """What is exported: a title, the projects as a sheet, the other sheets, and everything as plain values."""

    title: str
    filled: FilledSheet
    others: Sequence[FilledSheet]
    values: Mapping[str, Any]


def format_of(target: Path) -> InventoryFormat:
    """Return the format that the ending of *target* names; without one we know it is a workbook."""
    ending = target.suffix.lower().lstrip(".")
    return InventoryFormat(ending) if ending in set(InventoryFormat) else InventoryFormat.XLSX


def filled_inventory(rows: Sequence[tuple[Mapping[str, Value], Mapping[str, str]]], wording: Wording) -> FilledSheet:
    """Return projects as a sheet; each comes with the fields that somebody has added to it, by heading."""
    names = dict.fromkeys(name for _values, extra in rows for name in extra)
    taken = {column.heading.in_language(wording.phrases.language.value).casefold() for column in PROJECTS.columns}
    own = tuple(Column(key=_EXTRA + name, heading=Named(_free(name, taken))) for name in names)
    return FilledSheet(
        form=replace(PROJECTS, columns=(*PROJECTS.columns, *own)),
        rows=[{**values, **{_EXTRA + name: text for name, text in extra.items()}} for values, extra in rows],
        wording=wording,
    )


def _free(name: str, taken: set[str]) -> str:
    """Return *name*, numbered where a column of that name is there already: a table needs different headings."""
    number, free = 1, name
    while free.casefold() in taken or f"{free} *".casefold() in taken:
        number += 1
        free = f"{name} ({number})"
    taken.add(free.casefold())
    return free


def write_inventory(target: Path, whole: WholeInventory) -> None:
    """Write *whole* to *target* in the format that its ending names.

    Raises:
        NotReadBack: what was written does not say what it should.
        TargetInUse: another program has the old file open.
        FileUnwritable: the folder cannot be written to.
    """
    with whole_file.beside(target) as part:
        _WRITERS[format_of(target)](part, whole, target.name)


def _write_workbook(part: Path, whole: WholeInventory, name: str) -> None:
    from openpyxl import Workbook  # noqa: PLC0415  half a second that only writing costs

    book = Workbook()
    sheet_styles.add_styles(book)
    sheets = (whole.filled, *whole.others)
    for number, filled in enumerate(sheets):
        sheet = book.create_sheet(filled.name) if number else book.active or book.create_sheet()
        sheet.title = filled.name
        write_table(sheet, filled, f"{whole.title} · {filled.name}" if number else whole.title)
    write_stamp(book, {HOLDS: INVENTORY})
    book.properties.title = whole.title
    book.properties.creator = "SMARTstad"
    book.properties.language = whole.filled.language
    book.save(part)
    check_written(part, sheets, name)


def _write_csv(part: Path, whole: WholeInventory, name: str) -> None:
    comma = whole.filled.language in _COMMA
    lines = [list(whole.filled.headings), *([_told(cell, comma=comma) for cell in row] for row in whole.filled.cells)]
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=";", lineterminator="\r\n").writerows(
        [[_defused(cell) for cell in line] for line in lines]
    )
    part.write_bytes(stream.getvalue().encode("utf-8-sig"))
    text = part.read_bytes().decode("utf-8-sig")
    back = [
        [_armed(cell) for cell in line]
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    ]
    if back != lines:
        raise NotReadBack(name=name)


def _told(cell: Shown | None, *, comma: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and comma:
        return str(cell).replace(".", ",")
    return str(cell)


def _defused(cell: str) -> str:
    """Return a cell that no spreadsheet calculates; one that looks marked already gets the mark twice."""
    return f"'{cell}" if _CALCULATED.match(cell) else cell


def _armed(cell: str) -> str:
    return MARK.sub("", cell, count=1)


def _write_json(part: Path, whole: WholeInventory, name: str) -> None:
    part.write_text(json.dumps(whole.values, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if json.loads(part.read_text(encoding="utf-8")) != whole.values:
        raise NotReadBack(name=name)


_WRITERS: Final = {
    InventoryFormat.XLSX: _write_workbook,
    InventoryFormat.CSV: _write_csv,
    InventoryFormat.JSON: _write_json,
}

TITLE: Final = N_("Inventory, {programme}")
