"""Error cells, hidden rows and columns and the calendar of the binary workbooks .xls and .xlsb, record by record."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from smartstad_desktop.exchange.cells.reading import ErrorCell

Places = dict[tuple[int, int], ErrorCell]
#: A sheet of this many records is none that a person has filled in.
RECORD_LIMIT: Final = 2_000_000
#: A column that is hidden up to the last one of the sheet is told only so far.
_SPAN: Final = 500
_ERRORS: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


@dataclass(slots=True)
class BinaryMarks:
    """The marks of one sheet; rows and columns count from 0."""

    errors: Places = field(default_factory=dict[tuple[int, int], ErrorCell])
    hidden_rows: set[int] = field(default_factory=set[int])
    hidden_columns: set[int] = field(default_factory=set[int])

    def error(self, row: int, column: int, code: int) -> None:
        """Note a cell that shows an error."""
        self.errors[row, column] = ErrorCell(_ERRORS.get(code, "#N/A"))

    def hide_columns(self, first: int, last: int) -> None:
        """Note columns that are hidden."""
        self.hidden_columns.update(range(first, min(last + 1, first + _SPAN)))


# .xlsb: parts of a zip with records of variable length

#: Where a row says whether it is hidden; what is shorter is no row but the end of a part that was filled up.
_B_ROW_FLAGS: Final = 11
_B_ROW, _B_ERROR, _B_FORMULA_ERROR, _B_COLUMNS, _B_BOOK, _B_SHEET = 0, 3, 11, 60, 153, 156


def xlsb_sheets(book: bytes) -> tuple[dict[str, str], bool]:
    """Return the relation of each sheet by its name, and whether days are counted from 1904."""
    sheets: dict[str, str] = {}
    is_1904 = False
    for kind, record in _xlsb_records(book):
        if kind == _B_BOOK:
            is_1904 = bool(record[0] & 1)
        elif kind == _B_SHEET:
            relation, at = _wide(record, 8)
            name, _at = _wide(record, at)
            sheets[name] = relation
    return sheets, is_1904


def xlsb_marks(sheet: bytes) -> BinaryMarks:
    """Return the marks of one part with a sheet."""
    marks = BinaryMarks()
    row = 0
    for kind, record in _xlsb_records(sheet):
        if kind == _B_ROW and len(record) > _B_ROW_FLAGS:
            row = int.from_bytes(record[:4], "little")
            if record[_B_ROW_FLAGS] & 0x10:
                marks.hidden_rows.add(row)
        elif kind in {_B_ERROR, _B_FORMULA_ERROR}:
            marks.error(row, int.from_bytes(record[:4], "little"), record[8])
        elif kind == _B_COLUMNS and record[16] & 1:
            marks.hide_columns(*struct.unpack_from("<II", record))
    return marks


def _xlsb_records(part: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    for _number in range(RECORD_LIMIT):
        if at >= len(part):
            return
        kind, at = _varied(part, at, 2)
        size, at = _varied(part, at, 4)
        yield kind, part[at : at + size]
        at += size


def _varied(part: bytes, at: int, longest: int) -> tuple[int, int]:
    """Return a number written with seven bits in a byte, and where it ends."""
    number = 0
    for place in range(longest):
        number |= (part[at + place] & 0x7F) << 7 * place
        if not part[at + place] & 0x80:
            return number, at + place + 1
    return number, at + longest


def _wide(record: bytes, at: int) -> tuple[str, int]:
    count = int.from_bytes(record[at : at + 4], "little")
    if count == 0xFFFFFFFF:  # noqa: PLR2004  how the format writes that there is no text
        return "", at + 4
    return record[at + 4 : at + 4 + 2 * count].decode("utf-16-le", "replace"), at + 4 + 2 * count


# .xls: one stream, the globals first and then the sheets

_ROW, _COLUMNS, _BOOL_ERROR, _FORMULA, _SHEET, _CALENDAR, _END = 0x208, 0x7D, 0x205, 0x06, 0x85, 0x22, 0x0A


def xls_marks(stream: bytes) -> tuple[dict[str, BinaryMarks], bool]:
    """Return the marks by the names of the sheets, and whether days are counted from 1904."""
    places: dict[str, int] = {}
    is_1904 = False
    for kind, record in _xls_records(stream, 0):
        if kind == _CALENDAR:
            is_1904 = bool(record[0])
        elif kind == _SHEET:
            places[_short_name(record)] = int.from_bytes(record[:4], "little")
    return {name: _xls_sheet(stream, at) for name, at in places.items()}, is_1904


def _xls_sheet(stream: bytes, at: int) -> BinaryMarks:
    marks = BinaryMarks()
    for kind, record in _xls_records(stream, at):
        note = _XLS.get(kind)
        if note is not None:
            note(marks, record)
    return marks


def _xls_row(marks: BinaryMarks, record: bytes) -> None:
    if record[12] & 0x20:
        marks.hidden_rows.add(int.from_bytes(record[:2], "little"))


def _xls_columns(marks: BinaryMarks, record: bytes) -> None:
    if record[8] & 1:
        marks.hide_columns(*struct.unpack_from("<HH", record))


def _xls_error(marks: BinaryMarks, record: bytes) -> None:
    if record[7]:
        marks.error(*struct.unpack_from("<HH", record), record[6])


def _xls_formula(marks: BinaryMarks, record: bytes) -> None:
    if record[12:14] == b"\xff\xff" and record[6] == 2:  # noqa: PLR2004  the result is an error
        marks.error(*struct.unpack_from("<HH", record), record[8])


_XLS: Final[Mapping[int, Callable[[BinaryMarks, bytes], None]]] = {
    _ROW: _xls_row,
    _COLUMNS: _xls_columns,
    _BOOL_ERROR: _xls_error,
    _FORMULA: _xls_formula,
}


def _xls_records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records from *at* to the end of this part of the stream."""
    for _number in range(RECORD_LIMIT):
        if at + 4 > len(stream):
            return
        kind, size = struct.unpack_from("<HH", stream, at)
        if kind == _END:
            return
        yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _short_name(record: bytes) -> str:
    count, is_wide = record[6], record[7] & 1
    return record[8 : 8 + count * (1 + is_wide)].decode("utf-16-le" if is_wide else "latin-1", "replace")
