"""Text files with separated values: encoding, separator and line breaks inside cells are found out."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import Final

from smartstad_desktop.domain.lists import list_troubles
from smartstad_desktop.exchange.incoming.raw_sheet import RawSheet
from smartstad_desktop.exchange.incoming.workbook_child import CELL_LIMIT, COLUMN_LIMIT, ROW_LIMIT

_SEPARATORS: Final = (";", ",", "\t", "|")
_NORDIC: Final = frozenset("åäöÅÄÖæøÆØéÉ–”’")
_SAMPLE: Final = 60
#: The mark before a text that spreadsheets would calculate; it is no part of the text.
MARK: Final = re.compile(r"^'(?='*[=+\-@\t\r])")


def read_text(content: bytes, name: str, separator: str | None = None) -> RawSheet:
    """Return the rows of a text file as a sheet called *name*; without a *separator* it is found out."""
    text = decode(content)
    hinted, text = _hinted(text)
    separator = separator or hinted
    csv.field_size_limit(1_000_000)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator or find_separator(text)))
    except csv.Error as error:
        raise list_troubles.ListDamaged from error
    if len(rows) > ROW_LIMIT:
        raise list_troubles.TooManyRows(limit=f"{ROW_LIMIT:,}".replace(",", " "))
    if max((len(row) for row in rows), default=0) > COLUMN_LIMIT:
        raise list_troubles.TooManyColumns(limit=str(COLUMN_LIMIT))
    if sum(bool(cell) for row in rows for cell in row) > CELL_LIMIT:
        raise list_troubles.TooManyCells(limit=f"{CELL_LIMIT:,}".replace(",", " "))
    return RawSheet(name=name, rows=[[MARK.sub("", cell) if cell.strip() else None for cell in row] for row in rows])


def decode(content: bytes) -> str:
    """Return the text of *content* in the encoding it was most likely written in."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    if b"\x00" in content[:4096]:
        even = content[0:4096:2].count(0) > content[1:4096:2].count(0)
        return content.decode("utf-16-be" if even else "utf-16-le", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _eight_bits(content)


def _eight_bits(content: bytes) -> str:
    """Return the text in the old encoding that gives the most Nordic letters and the fewest odd signs."""
    tried = [content.decode(encoding, "replace") for encoding in ("cp1252", "mac_roman", "cp850")]
    best = max(tried, key=_nordic_sense)
    if _nordic_sense(best) > 0:
        return best
    from charset_normalizer import from_bytes  # noqa: PLC0415  only for a text in none of our languages

    guess = from_bytes(content).best()
    return str(guess) if guess else tried[0]


def _nordic_sense(text: str) -> int:
    others = [c for c in text if ord(c) > 127]  # noqa: PLR2004  beyond ASCII
    return sum(1 if c in _NORDIC else -1 for c in others)


def _hinted(text: str) -> tuple[str | None, str]:
    """Return the separator that a first line ``sep=;`` names, and the text without that line, as Excel shows it."""
    found = re.match(r'\s*"?sep=(.)"?[^\S\n]*\r?\n', text, re.IGNORECASE)
    return (found[1], text[found.end() :]) if found else (None, text)


def find_separator(text: str) -> str:
    """Return the separator that splits the most lines into the same number of cells."""
    return max(_SEPARATORS, key=lambda separator: _agreement(text, separator))


def _agreement(text: str, separator: str) -> float:
    widths: list[int] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            if any(row):
                widths.append(len(row))
            if len(widths) >= _SAMPLE:
                break
    except csv.Error:
        return 0.0
    split = Counter(width for width in widths if width > 1)
    if not split:
        return 0.0
    width, count = max(split.items(), key=lambda item: (item[1] * item[0], item[0]))
    # Agreement weighs more than width: commas in sentences and amounts split some lines into many cells.
    return (count / len(widths)) ** 4 * (1 + min(width, 40) / 10)
