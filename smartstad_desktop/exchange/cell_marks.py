"""What the fast parser does not see: error cells, formulas that were never calculated, and the 1904 calendar."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from typing import Final

from smartstad_desktop.exchange.reading import ErrorCell

Places = dict[tuple[int, int], ErrorCell]

_CELL: Final = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_PLACE: Final = re.compile(rb'\br="([A-Z]{1,3})(\d+)"')
_VALUE: Final = re.compile(rb"<(?:\w+:)?v[^>]*>([^<]*)</")
_SHEET: Final = re.compile(r'<(?:\w+:)?sheet\b[^>]*?\bname="([^"]*)"[^>]*?\b\w+:id="([^"]*)"')
_RELATION: Final = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")


@dataclass(frozen=True, slots=True)
class Marks:
    """Per sheet name, the cells that show an error or an uncalculated formula, by row and column from 0."""

    errors: dict[str, Places] = field(default_factory=dict[str, Places])
    is_1904: bool = False


def of(content: bytes) -> Marks:
    """Return the marks of a workbook that has passed the pre-check."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = {name.lstrip("/").lower(): name for name in archive.namelist()}
        book = next((names[name] for name in names if name.endswith("workbook.xml")), None)
        if book is None:
            return Marks()
        main = archive.read(book).decode("utf-8", "replace")
        targets = _targets(archive, names, book)
        errors: dict[str, Places] = {}
        for name, relation in _SHEET.findall(main):
            part = names.get(targets.get(relation, ""))
            places = _places(archive.read(part)) if part else {}
            if places:
                errors[_unescaped(name)] = places
    return Marks(errors, bool(re.search(r'date1904="(?:1|true|on)"', main)))


def _targets(archive: zipfile.ZipFile, names: dict[str, str], book: str) -> dict[str, str]:
    folder, _slash, leaf = book.lstrip("/").rpartition("/")
    relations = names.get(f"{folder}/_rels/{leaf}.rels".lstrip("/").lower())
    if relations is None:
        return {}
    found: dict[str, str] = {}
    for element in _RELATION.findall(archive.read(relations).decode("utf-8", "replace")):
        identity = re.search(r'\bId="([^"]*)"', element)
        target = re.search(r'\bTarget="([^"]*)"', element)
        if identity and target:
            path = target[1].lstrip("/") if target[1].startswith("/") else f"{folder}/{target[1]}".lstrip("/")
            found[identity[1]] = path.lower()
    return found


def _places(sheet: bytes) -> Places:
    if b't="e"' not in sheet and b"<f" not in sheet and b":f" not in sheet:
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


def _unescaped(name: str) -> str:
    for escaped, plain in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        name = name.replace(escaped, plain)
    return name
