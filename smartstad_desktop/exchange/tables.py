"""Where the table is in a sheet: its header row, its columns, and which of the rows below are records."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from smartstad_desktop.domain.lists import SkippedRow, Why
from smartstad_desktop.exchange import headings, looks, sections
from smartstad_desktop.exchange.cells import is_empty, shown
from smartstad_desktop.exchange.headings import Match
from smartstad_desktop.exchange.reading import Cell
from smartstad_desktop.exchange.workbook_reader import RawSheet

#: A header stands within so many rows from the top.
_SEARCH: Final = 60
_LONGEST_HEADING: Final = 90
#: A header has at most so many lines.
_HEADER_LINES: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row that is a record, by its index from 0, with the section it stands in."""

    index: int
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: header row by index from 0, headings per column, what they mean, records and skipped rows."""

    header: int
    headings: tuple[str, ...]
    matches: tuple[Match, ...]
    records: tuple[Record, ...]
    skipped: tuple[SkippedRow, ...]
    score: float


@dataclass(frozen=True, slots=True)
class _Candidate:
    index: int
    first_below: int
    headings: tuple[str, ...]
    groups: tuple[str, ...]
    score: float


def find(sheet: RawSheet) -> Table | None:
    """Return the table of projects in *sheet*, or None where there is none."""
    if not sheet.rows:
        return None
    best: _Candidate | None = None
    for index in range(min(len(sheet.rows), _SEARCH)):
        candidate = _candidate(sheet, index)
        if candidate and (best is None or candidate.score > best.score + 0.01):
            best = candidate
    return _table(sheet, best) if best else None


def _candidate(sheet: RawSheet, index: int) -> _Candidate | None:
    """Return row *index* as a header with a score, or None if it cannot be one."""
    row = sheet.rows[index]
    filled = [(column, cell) for column, cell in enumerate(row) if not is_empty(cell)]
    texts = [cell for _column, cell in filled if isinstance(cell, str) and len(cell) <= _LONGEST_HEADING]
    if not texts or len(texts) < 0.6 * len(filled) or any(isinstance(cell, date) for _column, cell in filled):
        return None
    first_below = _first_below(sheet, index)
    names = _names(sheet, index, first_below)
    below = [r for r in sheet.rows[first_below : first_below + 15] if any(not is_empty(cell) for cell in r)]
    if not below:
        return None
    sure = [(headings.meanings(name) or (("", 0.0),))[0] for name in names if name]
    known = sum(max((s for k, s in sure if k == key), default=0.0) for key in {key for key, _score in sure if key})
    support = sum(_support(column, below) for column, _cell in filled) / len(filled)
    distinct = len({shown(cell) for cell in texts}) / len(texts)
    has_title = any(key == "title" for key, score in sure if score >= headings.WEAK)
    if len(filled) == 1 and not (has_title and known >= headings.SYNONYM):
        return None
    score = known * (0.5 + 0.5 * support) + (0.6 if has_title else 0.0) + 0.35 * len(texts) ** 0.5 * support * distinct
    return _Candidate(index, first_below, names, _groups(sheet, index, len(names)), score)


def _support(column: int, below: Sequence[Sequence[Cell]]) -> float:
    return sum(column < len(row) and not is_empty(row[column]) for row in below) / len(below)


def _first_below(sheet: RawSheet, index: int) -> int:
    """Return the first row under a header whose cells may be merged downwards."""
    last = max(
        (area[2] for area in sheet.merges if area[0] == index and area[2] - area[0] < _HEADER_LINES), default=index
    )
    return last + 1


def _names(sheet: RawSheet, index: int, first_below: int) -> tuple[str, ...]:
    """Return the heading of each column, the lower one where a header of two lines is merged downwards."""
    width = max(len(row) for row in sheet.rows[index : index + 200])
    names = [_text(sheet.rows[index], column) for column in range(width)]
    for line in range(index + 1, first_below):
        for column in range(width):
            under = _text(sheet.rows[line], column)
            if under:
                names[column] = under
    return tuple(names)


def _text(row: Sequence[Cell], column: int) -> str:
    return shown(row[column]) if column < len(row) and not is_empty(row[column]) else ""


def _groups(sheet: RawSheet, index: int, width: int) -> tuple[str, ...]:
    """Return the merged heading above each column, as far as it spans."""
    groups = [""] * width
    for first_row, first, last_row, last in sheet.merges:
        is_above = first_row <= index - 1 <= last_row < index and last - first < width - 1
        is_upper_line = first_row == index == last_row and last > first
        if is_above or is_upper_line:
            text = _text(sheet.rows[first_row], first)
            for column in range(first, min(last + 1, width)):
                groups[column] = text
    return tuple(groups)


def _table(sheet: RawSheet, header: _Candidate) -> Table | None:
    rows = sheet.rows[header.first_below :]
    width = len(header.headings)
    values = [
        [row[column] if column < len(row) else None for row in rows[: looks.SAMPLE * 4]] for column in range(width)
    ]
    matches = headings.match(header.headings, header.groups, values)
    title = next((found.index for found in matches if found.key == "title"), None)
    if title is None:
        return None
    sorting = sections.Sorting(sheet, header.index, header.first_below, title, header.headings)
    records, skipped = sorting.sort()
    if not records:
        return None
    return Table(
        header=header.index,
        headings=header.headings,
        matches=tuple(matches),
        records=tuple(Record(index=index, section=section) for index, section in records),
        skipped=tuple(SkippedRow(index + 1, why) for index, why in skipped if why is not Why.EMPTY),
        score=header.score,
    )


def year_near(texts: Sequence[str]) -> int | None:
    """Return the year that a file name, sheet name or title says, or None."""
    for text in texts:
        found = re.search(r"(?<!\d)(20[2-4]\d)(?!\d)", text)
        if found:
            return int(found[1])
    return None
