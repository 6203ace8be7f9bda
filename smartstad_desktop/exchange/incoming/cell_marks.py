"""What the fast parser does not see: error cells, formulas never calculated, hidden rows and columns, the calendar."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any, Final

from smartstad_desktop.exchange.cells.reading import ErrorCell
from smartstad_desktop.exchange.incoming import binary_marks
from smartstad_desktop.exchange.incoming.binary_marks import BinaryMarks
from smartstad_desktop.exchange.incoming.precheck import Format

Places = dict[tuple[int, int], ErrorCell]
#: What a cell shows stands within so many bytes behind its tag.
_NEAR: Final = 400
#: No list hides more than this in earnest; a filter on a sheet of ten thousand rows does.
HIDDEN_LIMIT: Final = 20_000

_CELL: Final = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_PLACE: Final = re.compile(rb'\br="([A-Z]{1,3})(\d+)"')
_VALUE: Final = re.compile(rb"<(?:\w+:)?v[^>]*>([^<]*)</")
_HIDDEN: Final = re.compile(rb'<(?:\w+:)?(row|col)\b([^>]*\bhidden="(?:1|true|on)"[^>]*)>')
_SHEET: Final = re.compile(r'<(?:\w+:)?sheet\b[^>]*?\bname="([^"]*)"[^>]*?\b\w+:id="([^"]*)"')
_RELATION: Final = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_ODS_TAG: Final = re.compile(rb"<table:table(?:-row|-column)?[ >/][^>]*")
_ODS_CELL: Final = re.compile(rb"<table:(?:table[ >]|table-row[ >/]|(?:covered-)?table-cell[ >/])[^>]*")
_ODS_SHOWN: Final = re.compile(rb"<text:p[^>]*>([^<]*)")
_ODS_HIDDEN: Final = re.compile(rb'table:visibility="(?:collapse|filter)"')


@dataclass(frozen=True, slots=True)
class SheetMarks:
    """The marks of one sheet; rows and columns count from 0."""

    errors: Places = field(default_factory=dict[tuple[int, int], ErrorCell])
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a workbook by the names of its sheets."""

    sheets: dict[str, SheetMarks] = field(default_factory=dict[str, SheetMarks])
    is_1904: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the marks as plain values."""
        return {
            "is_1904": self.is_1904,
            "sheets": {
                name: {
                    "errors": [[*place, cell.shown, cell.is_uncalculated] for place, cell in each.errors.items()],
                    "rows": sorted(each.hidden_rows),
                    "columns": sorted(each.hidden_columns),
                }
                for name, each in self.sheets.items()
            },
        }


def from_json(told: Mapping[str, Any]) -> Marks:
    """Return the marks that another process told with ``as_json``."""
    return Marks(
        {
            str(name): SheetMarks(
                {(int(r), int(c)): ErrorCell(str(s), is_uncalculated=bool(u)) for r, c, s, u in each["errors"]},
                frozenset(map(int, each["rows"])),
                frozenset(map(int, each["columns"])),
            )
            for name, each in told.get("sheets", {}).items()
        },
        bool(told.get("is_1904")),
    )


def marks_of(kind: Format, parts: Mapping[str, bytes]) -> Marks:
    """Return the marks of a workbook that has passed the pre-check, which has unpacked its *parts*.

    An .xls has no parts: ``marks_of_xls`` needs its bytes.
    """
    if kind in {Format.XLS, Format.CSV}:
        return Marks()
    by_name = {name.replace("\\", "/").lstrip("/").lower(): part for name, part in parts.items()}
    if kind is Format.ODS:
        return Marks(_ods_sheets(by_name.get("content.xml", b"")))
    book = next((name for name in by_name if name.endswith(("workbook.xml", "workbook.bin"))), None)
    if book is None:
        return Marks()
    if kind is Format.XLSB:
        return _noted(lambda: _xlsb(by_name, book))
    main = by_name[book].decode("utf-8", "replace")
    targets = _targets(by_name, book)
    sheets = {
        unescape(name): _marks(part)
        for name, relation in _SHEET.findall(main)
        if (part := by_name.get(targets.get(relation, "")))
    }
    return Marks(sheets, bool(re.search(r'date1904="(?:1|true|on)"', main)))


def marks_of_xls(content: bytes) -> Marks:
    """Return the marks of an .xls; one whose records cannot be followed has none that we know of."""
    return _noted(lambda: _xls(content))


def _noted(find: Callable[[], Marks]) -> Marks:
    """Return the marks that *find* finds; the cells can be read without them."""
    try:
        return find()
    except (IndexError, struct.error, OSError, ValueError):
        return Marks()


def _xls(content: bytes) -> Marks:
    from olefile import OleFileIO  # noqa: PLC0415  only old workbooks need it

    with OleFileIO(io.BytesIO(content)) as file:
        sheets, is_1904 = binary_marks.xls_marks(file.openstream("Workbook").read())
    return Marks({name: _told(marks) for name, marks in sheets.items()}, is_1904)


def _xlsb(parts: Mapping[str, bytes], book: str) -> Marks:
    relations, is_1904 = binary_marks.xlsb_sheets(parts[book])
    targets = _targets(parts, book)
    sheets = {
        name: _told(binary_marks.xlsb_marks(part))
        for name, relation in relations.items()
        if (part := parts.get(targets.get(relation, "")))
    }
    return Marks(sheets, is_1904)


def _told(marks: BinaryMarks) -> SheetMarks:
    return SheetMarks(marks.errors, frozenset(marks.hidden_rows), frozenset(marks.hidden_columns))


def _targets(parts: Mapping[str, bytes], book: str) -> dict[str, str]:
    folder, _slash, leaf = book.rpartition("/")
    relations = parts.get(f"{folder}/_rels/{leaf}.rels".lstrip("/"))
    if relations is None:
        return {}
    found: dict[str, str] = {}
    for element in _RELATION.findall(relations.decode("utf-8", "replace")):
        identity = re.search(r'\bId="([^"]*)"', element)
        target = re.search(r'\bTarget="([^"]*)"', element)
        if identity and target:
            path = target[1].lstrip("/") if target[1].startswith("/") else f"{folder}/{target[1]}".lstrip("/")
            found[identity[1]] = path.lower()
    return found


def _marks(sheet: bytes) -> SheetMarks:
    rows: set[int] = set()
    columns: set[int] = set()
    for kind, attributes in _HIDDEN.findall(sheet) if b'hidden="' in sheet else ():
        if kind == b"row":
            rows.update(number - 1 for number in _numbers(attributes, rb"\br"))
        else:
            first, last = _numbers(attributes, rb"\bmin"), _numbers(attributes, rb"\bmax")
            columns.update(range(first[0] - 1, min(last[0], first[0] + 500)) if first and last else ())
        if len(rows) > HIDDEN_LIMIT:
            break
    return SheetMarks(_errors(sheet), frozenset(rows), frozenset(columns))


def _numbers(attributes: bytes, name: bytes) -> list[int]:
    return [int(found) for found in re.findall(name + rb'="(\d{1,7})"', attributes)]


def _errors(sheet: bytes) -> Places:
    # A prefix before every name is rare, and looking for it in the whole sheet is not free.
    is_prefixed = b"<worksheet" not in sheet[:2000]
    if b't="e"' not in sheet and b"<f" not in sheet and not (is_prefixed and b":f" in sheet):
        return {}
    found: Places = {}
    for attributes, inside in _CELL.findall(sheet):
        is_error = b't="e"' in attributes
        is_formula = b"<f" in inside or b":f" in inside
        if not is_error and not is_formula:
            continue
        place = _PLACE.search(attributes)
        value = _VALUE.search(inside)
        if place and (is_error or (not (value and value[1]) and b"<is" not in inside and b't="str"' not in attributes)):
            shown = value[1].decode("utf-8", "replace") if value else ""
            found[int(place[2]) - 1, column_index(place[1].decode())] = ErrorCell(shown, is_uncalculated=not is_error)
    return found


def _ods_sheets(content: bytes) -> dict[str, SheetMarks]:
    """Return what is hidden in the sheets of an OpenDocument: rows and columns are counted, with their repetitions."""
    found: dict[str, tuple[set[int], set[int]]] = {}
    hidden: tuple[set[int], set[int]] = (set(), set())
    at = [0, 0]
    for tag in _ODS_TAG.findall(content):
        if tag.startswith((b"<table:table ", b"<table:table>")):
            name = re.search(rb'table:name="([^"]*)"', tag)
            hidden, at = (set(), set()), [0, 0]
            found[unescape(name[1].decode("utf-8", "replace")) if name else ""] = hidden
            continue
        axis = 0 if tag.startswith(b"<table:table-row") else 1
        repeated = _numbers(tag, rb"table:number-(?:rows|columns)-repeated")
        times = repeated[0] if repeated else 1
        if _ODS_HIDDEN.search(tag):
            hidden[axis].update(range(at[axis], at[axis] + min(times, HIDDEN_LIMIT)))
        at[axis] += times
    errors = _ods_errors(content)
    return {
        name: SheetMarks(errors.get(name, {}), frozenset(rows), frozenset(columns))
        for name, (rows, columns) in found.items()
    }


def _ods_errors(content: bytes) -> dict[str, Places]:
    """Return the cells that show an error, by sheet."""
    found: dict[str, Places] = {}
    if b'value-type="error"' not in content:
        return found
    places: Places = {}
    row = column = repeated = 0
    for match in _ODS_CELL.finditer(content):
        tag = match[0]
        times = (_numbers(tag, rb"table:number-(?:rows|columns)-repeated") or [1])[0]
        if tag.startswith((b"<table:table ", b"<table:table>")):
            name = re.search(rb'table:name="([^"]*)"', tag)
            places = found.setdefault(unescape(name[1].decode("utf-8", "replace")) if name else "", {})
            row = repeated = 0
        elif tag.startswith(b"<table:table-row"):
            row, column, repeated = row + repeated, 0, times
        else:
            if b'value-type="error"' in tag:
                shown = _ODS_SHOWN.search(content, match.end(), match.end() + _NEAR)
                places[row, column] = ErrorCell(shown[1].decode("utf-8", "replace") if shown else "#N/A")
            column += times
    return found


def column_index(letters: str) -> int:
    """Return the number from 0 of the column *letters*."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letter(index: int) -> str:
    """Return the letters of column *index* from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
