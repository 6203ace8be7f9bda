"""One column read from top to bottom: what repeats is read once, and plain text takes the shortest way."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from smartstad_desktop.domain.inventory import TITLE_LIMIT
from smartstad_desktop.domain.lists.lists import IssueCode, Value
from smartstad_desktop.exchange.cells import cells
from smartstad_desktop.exchange.cells.cells import Parse, Setting, is_empty
from smartstad_desktop.exchange.cells.reading import Cell, ErrorCell, Reading

#: What spreadsheets write into a cell that went wrong, in the languages of our lists and in LibreOffice.
_ERROR_TEXT: Final = re.compile(
    r"#(?:N/A|NA|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|SAKNAS!|REFERENS!|V[ÄA]RDEFEL!|DIVISION/0!|NAMN\?"
    r"|OGILTIGT!|SK[ÄA]RNING!|I/T|VERDI!|NAVN\?|V[ÆA]RDI!|REFERENCE!)|Err:\d{3}"
)
#: Readers of plain text, with the longest they take as it is: what is printable and needs no mending needs no reading.
_TEXTS: Final[dict[Parse, int]] = {
    cells.text: 32_767,
    cells.long_text: 32_767,
    cells.title: TITLE_LIMIT,
    cells.reference: TITLE_LIMIT,
}
#: What a text may hold that is not its own value; an error of LibreOffice looks like any other word.
_MENDED: Final = ("  ", "Ã", "_x00", "Err:")
#: Between the texts of a column: a printable sign that hardly any text of a list holds.
_BETWEEN: Final = "¦"
#: What stands at the edge of a text that is not its own value.
_EDGES: Final = (f" {_BETWEEN}", f"{_BETWEEN} ")
#: What ``is_empty`` takes for nothing is no longer than this, or begins with another sign than a letter or figure.
_SHORT: Final = 4

Errors: TypeAlias = Mapping[tuple[int, int], ErrorCell]


@dataclass(slots=True)
class ColumnRead:
    """The values of a column, one per record, with doubts by the place of the record.

    *has_gaps* says whether some of the values are None: to look for one among ten thousand texts takes long.
    """

    values: list[Value | None]
    has_gaps: bool
    doubts: dict[int, Reading] = field(default_factory=dict[int, Reading])


def read_column(
    found: Sequence[Cell], different: Collection[Cell], parse: Parse, setting: Setting, errors: Mapping[int, ErrorCell]
) -> ColumnRead:
    """Return the column *found*, read by *parse*.

    *different* are its cells, each once; *errors* are those that show an error, by place.
    """
    # True and 1 are equal, so they cannot be known by what they equal.
    has_flags = (True in different or False in different) and bool in set(map(type, found))
    read = _each(found, parse, setting) if has_flags else _known(found, different, parse, setting)
    for place, error in errors.items():
        if is_empty(found[place]) or not error.is_uncalculated:
            code = IssueCode.FORMULA_EMPTY if error.is_uncalculated else IssueCode.ERROR_CELL
            read.doubts[place] = Reading(written=error.shown, issue=code)
            read.values[place] = None
            read.has_gaps = True
    return read


def _each(found: Sequence[Cell], parse: Parse, setting: Setting) -> ColumnRead:
    """Return a column of which every cell is read by itself."""
    readings = [_parsed(cell, parse, setting) for cell in found]
    doubts = {place: reading for place, reading in enumerate(readings) if reading.issue}
    values = [reading.value for reading in readings]
    return ColumnRead(values, None in values, doubts)


def _known(found: Sequence[Cell], different: Collection[Cell], parse: Parse, setting: Setting) -> ColumnRead:
    """Return a column where cells repeat: each that is different is read once, if it is not its own value."""
    longest = _TEXTS.get(parse, 0)
    asked: Collection[Cell] = different
    if longest and _is_clean(different, is_number=parse is cells.reference):
        # What is short may mean nothing and is looked at.
        asked = [
            cell
            for cell in different
            if type(cell) is not str or not _SHORT < len(cell) <= longest or not cell[0].isalnum()
        ]
    readings = {cell: _parsed(cell, parse, setting) for cell in asked}
    values: dict[Cell, Any] = {cell: reading.value for cell, reading in readings.items()}
    meaning = values.get
    read = ColumnRead([meaning(cell, cell) for cell in found], None in values.values())
    if any(reading.issue for reading in readings.values()):
        doubtful = {cell: reading for cell, reading in readings.items() if reading.issue}
        read.doubts = {place: doubtful[cell] for place, cell in enumerate(found) if cell in doubtful}
    return read


def _is_clean(different: Iterable[Cell], *, is_number: bool) -> bool:
    """Return whether the texts of a column are their own values: printable, nothing to mend, no blanks at the edges.

    One *is_number* that is written ``12.`` loses its full stop.
    """
    joined = _BETWEEN.join([cell for cell in different if type(cell) is str])
    if not joined.isprintable() or any(sign in joined for sign in _MENDED):
        return False
    edged = f"{_BETWEEN}{joined}{_BETWEEN}"
    return not any(edge in edged for edge in _EDGES) and not (is_number and f".{_BETWEEN}" in edged)


def _parsed(cell: Cell, parse: Parse, setting: Setting) -> Reading:
    if is_empty(cell):
        return Reading()
    if isinstance(cell, str) and cell[0] in "#E" and _ERROR_TEXT.fullmatch(cell.strip()):
        return Reading(written=cell.strip(), issue=IssueCode.ERROR_CELL)
    return parse(cell, setting)
