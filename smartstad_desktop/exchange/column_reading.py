"""One column read from top to bottom: what repeats is read once, and plain text takes the shortest way."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from smartstad_desktop.domain.inventory import TITLE_LIMIT
from smartstad_desktop.domain.lists import IssueCode, Value
from smartstad_desktop.exchange import cells
from smartstad_desktop.exchange.cells import Parse, Setting, is_empty
from smartstad_desktop.exchange.reading import Cell, ErrorCell, Reading

#: What spreadsheets write into a cell that went wrong, in the languages of our lists and in LibreOffice.
_ERROR_TEXT: Final = re.compile(
    r"#(?:N/A|NA|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|SAKNAS!|REFERENS!|V[ÄA]RDEFEL!|DIVISION/0!|NAMN\?"
    r"|OGILTIGT!|SK[ÄA]RNING!|I/T|VERDI!|NAVN\?|V[ÆA]RDI!|REFERENCE!)|Err:\d{3}"
)
#: Readers of plain text, with the longest they take as it is: what is printable and needs no mending needs no reading.
_TEXTS: Final[dict[Parse, int]] = {cells.text: 32_767, cells.long_text: 32_767, cells.title: TITLE_LIMIT}
_MENDED: Final = ("  ", "Ã", "_x00", "\u00a0", "\u202f")
#: What ``is_empty`` takes for nothing is no longer than this, or begins with another sign than a letter or figure.
_SHORT: Final = 4

Errors: TypeAlias = Mapping[tuple[int, int], ErrorCell]


@dataclass(slots=True)
class ColumnRead:
    """The values of a column, one per record, with doubts by the place of the record, and which cells say nothing."""

    values: list[Value | None]
    doubts: dict[int, Reading] = field(default_factory=dict[int, Reading])


def column_cells(rows: Sequence[Sequence[Cell]], index: int) -> list[Cell]:
    """Return the cells of column *index*."""
    return [row[index] if index < len(row) else None for row in rows]


def read_column(found: Sequence[Cell], parse: Parse, setting: Setting, errors: Mapping[int, ErrorCell]) -> ColumnRead:
    """Return the column *found*, read by *parse*; *errors* are the cells that show an error, by place."""
    read = ColumnRead([None] * len(found))
    longest = _TEXTS.get(parse, 0)
    known: dict[str, Reading] = {}
    for place, cell in enumerate(found):
        if cell is None or cell == "":
            continue
        if type(cell) is str:
            if longest and _is_plain(cell, longest):
                read.values[place] = cell
                continue
            reading = known.get(cell)
            if reading is None:
                reading = known[cell] = _parsed(cell, parse, setting)
        else:
            reading = parse(cell, setting)
        if reading.issue:
            read.doubts[place] = reading
        read.values[place] = reading.value
    for place, error in errors.items():
        if is_empty(found[place]) or not error.is_uncalculated:
            code = IssueCode.FORMULA_EMPTY if error.is_uncalculated else IssueCode.ERROR_CELL
            read.doubts[place] = Reading(written=error.shown, issue=code)
            read.values[place] = None
    return read


def _is_plain(cell: str, longest: int) -> bool:
    """Return whether *cell* is its own value: printable, without blanks at the edges or anything to mend."""
    return (
        _SHORT < len(cell) <= longest
        and cell[0].isalnum()
        and cell.isprintable()
        and cell[-1] != " "
        and not any(sign in cell for sign in _MENDED)
    )


def _parsed(cell: str, parse: Parse, setting: Setting) -> Reading:
    if is_empty(cell):
        return Reading()
    if cell[0] in "#E" and _ERROR_TEXT.fullmatch(cell.strip()):
        return Reading(written=cell.strip(), issue=IssueCode.ERROR_CELL)
    return parse(cell, setting)
