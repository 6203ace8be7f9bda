"""Where the table is in a part of a sheet: its header row, its columns, and which of the rows below are records."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, TypeAlias

from smartstad_desktop.domain.lists.list_columns import ColumnMeaning
from smartstad_desktop.domain.lists.lists import SkippedRow, Why
from smartstad_desktop.exchange.cells import looks
from smartstad_desktop.exchange.cells.cells import is_empty, shown
from smartstad_desktop.exchange.cells.reading import Cell
from smartstad_desktop.exchange.incoming import column_matching, headings, sections, two_lines
from smartstad_desktop.exchange.incoming.blocks import Block
from smartstad_desktop.exchange.incoming.cell_marks import column_letter
from smartstad_desktop.exchange.incoming.column_matching import Match, Matching
from smartstad_desktop.exchange.incoming.raw_sheet import RawSheet
from smartstad_desktop.exchange.sheets.columns import ROW_KEY
from smartstad_desktop.exchange.sheets.sheet_kinds import SheetForm

#: A header stands within so many rows from the top of its part.
_SEARCH: Final = 60
_LONGEST_HEADING: Final = 90
#: A header has at most so many lines.
_HEADER_LINES: Final = 4
#: A line above a header says what the table holds when it is no longer than this.
_CAPTION: Final = 60
_YEARS: Final = (1990, 2100)

#: What a person has said of the columns, by index, given their headings and groups.
Said: TypeAlias = Callable[[Sequence[str], Sequence[str]], dict[int, str]]


@dataclass(slots=True)
class Record:
    """A row that is a record, by its index from 0, with the section it stands in. Nobody changes one."""

    index: int
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: header row by index from 0, headings per column, what they mean, records and skipped rows."""

    form: SheetForm
    header: int
    headings: tuple[str, ...]
    groups: tuple[str, ...]
    matching: Matching
    records: tuple[Record, ...]
    skipped: tuple[SkippedRow, ...]
    block: Block
    caption: str = ""

    @property
    def matches(self) -> tuple[Match, ...]:
        """Return the columns that mean a field."""
        return self.matching.matches

    @property
    def title(self) -> Match:
        """Return the column that says which record a row is."""
        return next(found for found in self.matches if found.key == self.form.title)

    @property
    def candidates(self) -> dict[int, tuple[ColumnMeaning, ...]]:
        """Return the fields that each column may mean."""
        return self.matching.candidates

    @property
    def place(self) -> str:
        """Return the range of cells from the header to the last record."""
        named = [index for index, heading in enumerate(self.headings) if heading]
        first, last = min(named), max(named)
        return f"{column_letter(first)}{self.header + 1}:{column_letter(last)}{self.records[-1].index + 1}"


@dataclass(frozen=True, slots=True)
class _Candidate:
    index: int
    first_below: int
    headings: tuple[str, ...]
    groups: tuple[str, ...]
    score: float


def find(sheet: RawSheet, block: Block, form: SheetForm, said: Said) -> Table | None:
    """Return the table of *form* in a *block* of *sheet*, or None where there is none."""
    best: _Candidate | None = None
    for index in range(block.first_row, min(block.last_row, block.first_row + _SEARCH)):
        candidate = _candidate(sheet, index, block, form, best.score if best else 0.0)
        if candidate and (best is None or candidate.score > best.score + 0.01):
            best = candidate
    return _table(sheet, best, block, form, said) if best else None


def _candidate(sheet: RawSheet, index: int, block: Block, form: SheetForm, floor: float) -> _Candidate | None:
    """Return row *index* as a header with a score, or None if it cannot be one or reach *floor*."""
    filled = [(column, cell) for column, cell in block.cells(sheet, index) if not is_empty(cell) and not _is_year(cell)]
    texts = [cell for _column, cell in filled if isinstance(cell, str) and len(cell) <= _LONGEST_HEADING]
    if not texts or len(texts) < 0.6 * len(filled) or any(isinstance(cell, date) for _column, cell in filled):
        return None
    first_below = _first_below(sheet, index)
    names = _names(sheet, index, first_below, block)
    if first_below == index + 1 and index > block.first_row and len(texts) == len(filled):
        names = two_lines.joined(sheet.rows[index - 1], names, form.kind)
    below = [
        row
        for row in sheet.rows[first_below : min(first_below + 15, block.last_row)]
        if any(not is_empty(cell) for cell in row[block.first_column : block.last_column])
    ]
    if not below:
        return None
    sure = [(headings.meanings(name, form.kind) or (("", 0.0),))[0] for name in names if name]
    known = sum(max((s for k, s in sure if k == key), default=0.0) for key in {key for key, _score in sure if key})
    # What stands below is counted only where it can still decide: most rows are records under a header that is found.
    if known + 0.6 + 0.35 * len(texts) ** 0.5 <= floor:
        return None
    support = sum(_support(column, below) for column, _cell in filled) / len(filled)
    distinct = len({shown(cell) for cell in texts}) / len(texts)
    has_title = any(key == form.title for key, score in sure if score >= headings.WEAK)
    if len(filled) == 1 and not (has_title and known >= headings.SYNONYM):
        return None
    score = known * (0.5 + 0.5 * support) + (0.6 if has_title else 0.0) + 0.35 * len(texts) ** 0.5 * support * distinct
    return _Candidate(index, first_below, names, _groups(sheet, index, len(names)), score)


def _is_year(cell: Cell) -> bool:
    """Return whether a figure is a year, as above columns of sums per year."""
    return type(cell) in {int, float} and _YEARS[0] <= float(str(cell)) <= _YEARS[1]


def _support(column: int, below: Sequence[Sequence[Cell]]) -> float:
    return sum(column < len(row) and not is_empty(row[column]) for row in below) / len(below)


def _first_below(sheet: RawSheet, index: int) -> int:
    """Return the first row under a header whose cells may be merged downwards."""
    last = max(
        (area[2] for area in sheet.merges if area[0] == index and area[2] - area[0] < _HEADER_LINES), default=index
    )
    return last + 1


def _names(sheet: RawSheet, index: int, first_below: int, block: Block) -> tuple[str, ...]:
    """Return the heading of each column, the lower one where a header of two lines is merged downwards."""
    width = min(max(len(row) for row in sheet.rows[index : index + 200]), block.last_column)
    names = [""] * min(block.first_column, width)
    names += [_text(sheet.rows[index], column) for column in range(len(names), width)]
    for line in range(index + 1, min(first_below, len(sheet.rows))):
        for column in range(block.first_column, width):
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


def _table(sheet: RawSheet, header: _Candidate, block: Block, form: SheetForm, said: Said) -> Table | None:
    rows = sheet.rows[header.first_below : block.last_row]
    width = len(header.headings)
    sample = rows[: looks.SAMPLE * 4]
    values = [
        [row[column] if column < len(row) and column >= block.first_column else None for row in sample]
        for column in range(width)
    ]
    matching = column_matching.match(header.headings, header.groups, values, form, said(header.headings, header.groups))
    title = next((found.index for found in matching.matches if found.key == form.title), None)
    if title is None:
        return None
    sorting = sections.Sorting(sheet, block, header.index, header.first_below, title, header.headings)
    records, skipped = sorting.sort(next((found.index for found in matching.matches if found.key == ROW_KEY), None))
    if not records:
        return None
    return Table(
        form=form,
        header=header.index,
        headings=header.headings,
        groups=header.groups,
        matching=matching,
        records=tuple(Record(*record) for record in records),
        skipped=tuple(SkippedRow(index + 1, why) for index, why in skipped if why is not Why.EMPTY),
        block=block,
        caption=_caption(sheet, header.index, block),
    )


def _caption(sheet: RawSheet, header: int, block: Block) -> str:
    """Return the line right above a header that says what its table holds, or nothing."""
    for index in range(header - 1, max(header - 3, block.first_row) - 1, -1):
        texts = [shown(cell) for _column, cell in block.cells(sheet, index) if not is_empty(cell)]
        if texts:
            return texts[0] if len(texts) == 1 and len(texts[0]) <= _CAPTION else ""
    return ""


def with_skipped(table: Table, rows: tuple[SkippedRow, ...]) -> Table:
    """Return *table* with more rows that are left out, in the order of the sheet."""
    return replace(table, skipped=tuple(sorted((*table.skipped, *rows), key=lambda skipped: skipped.row)))


def year_near(texts: Sequence[str]) -> int | None:
    """Return the year that a file name, sheet name or title says, or None."""
    for text in texts:
        found = re.search(r"(?<!\d)(20[2-4]\d)(?!\d)", text)
        if found:
            return int(found[1])
    return None
