"""A sheet that holds several tables, one above the other or side by side, taken apart into blocks of cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from smartstad_desktop.exchange.cells.cells import is_empty, shown
from smartstad_desktop.exchange.cells.folding import fold
from smartstad_desktop.exchange.cells.reading import Cell
from smartstad_desktop.exchange.incoming import headings
from smartstad_desktop.exchange.incoming.raw_sheet import RawSheet
from smartstad_desktop.exchange.sheets.sheet_kinds import SheetForm

#: So many rows at the top tell how the columns are grouped; a header further down is no second table beside the first.
_SAMPLE: Final = 400
_LONGEST_HEADING: Final = 60
_TOP: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Cells from a first row and column up to, not including, a last one."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int

    def cells(self, sheet: RawSheet, index: int) -> list[tuple[int, Cell]]:
        """Return the cells of row *index* inside the block, with their columns."""
        row = sheet.rows[index]
        return list(enumerate(row))[self.first_column : self.last_column]


def whole(sheet: RawSheet) -> Block:
    """Return all of *sheet*."""
    width = max((len(row) for row in sheet.rows), default=0)
    return Block(first_row=0, last_row=len(sheet.rows), first_column=0, last_column=width)


def blocks_of(sheet: RawSheet, form: SheetForm) -> list[Block]:
    """Return the blocks of *sheet* that have a header of their own; most often that is one, the whole sheet."""
    every = whole(sheet)
    headers = list(_headers(sheet, every, form))
    beside = _beside(sheet, every, form, headers[0] if headers else 0)
    if beside == [every]:
        return _below(sheet, every, headers)
    return [below for block in beside for below in _below(sheet, block, list(_headers(sheet, block, form)))]


def _headers(sheet: RawSheet, block: Block, form: SheetForm) -> Iterator[int]:
    """Yield the rows of *block* that are headings beyond doubt: the name of a record and another column are known."""
    thin = True
    for index in range(block.first_row, block.last_row):
        row = sheet.rows[index][block.first_column : block.last_column]
        # Further down only what stands below an empty row or a caption can begin a table.
        may_begin, thin = thin or index < block.first_row + _TOP, len(row) - row.count("") <= 1
        cells = [cell for cell in row if cell != ""] if may_begin else []
        if not cells or not all(type(cell) is str and len(cell) <= _LONGEST_HEADING for cell in cells):
            continue
        if _is_header(cells, form):
            yield index


def _is_header(cells: Sequence[Cell], form: SheetForm) -> bool:
    known = headings.dictionary(form.kind)
    keys: set[str] = set()
    for cell in cells:
        meaning = known.get(fold(str(cell))) or known.get(headings.bare(str(cell)))
        if meaning and meaning[0][1] >= headings.SYNONYM:
            keys.add(meaning[0][0])
    return form.title in keys and len(keys) > 1


def _below(sheet: RawSheet, block: Block, headers: Sequence[int]) -> list[Block]:
    """Return the parts of *block* that stand one above the other: a header after an empty row begins a new one."""
    starts: list[int] = []
    for index in headers:
        gap = _gap_above(sheet, block, index)
        if not starts:
            starts.append(block.first_row)
        elif gap is not None and _has_content(sheet, block, starts[-1], gap):
            starts.append(gap)
    if len(starts) < 2:  # noqa: PLR2004  one header, one table
        return [block]
    ends = [*starts[1:], block.last_row]
    return [
        Block(first_row=first, last_row=last, first_column=block.first_column, last_column=block.last_column)
        for first, last in zip(starts, ends, strict=True)
    ]


def _gap_above(sheet: RawSheet, block: Block, header: int) -> int | None:
    """Return the row after the empty row above a header and its caption, or None where rows follow one another."""
    for index in range(header - 1, max(header - 4, block.first_row) - 1, -1):
        filled = sum(not is_empty(cell) for _column, cell in block.cells(sheet, index))
        if filled == 0:
            return index + 1
        if filled > 1:
            return None
    return None


def _has_content(sheet: RawSheet, block: Block, first: int, last: int) -> bool:
    """Return whether rows with more than one cell stand between two headers: the records of the upper one."""
    return (
        sum(sum(not is_empty(cell) for _c, cell in block.cells(sheet, index)) > 1 for index in range(first, last)) > 1
    )


def _beside(sheet: RawSheet, block: Block, form: SheetForm, header: int) -> list[Block]:
    """Return the parts of *block* that stand side by side: each has the name of a record among its headings."""
    runs = _repeated(sheet, block, header) or _runs(sheet, block)
    parts = [
        Block(first_row=block.first_row, last_row=block.last_row, first_column=first, last_column=last)
        for first, last in runs
    ]
    with_header = [part for part in parts if next(_headers(sheet, part, form), None) is not None]
    if len(with_header) < 2:  # noqa: PLR2004  one header, one table
        return [block]
    return with_header


def _runs(sheet: RawSheet, block: Block) -> list[tuple[int, int]]:
    """Return the runs of columns between columns that are empty but for titles across the sheet."""
    used = [0] * block.last_column
    for row in sheet.rows[block.first_row : min(block.last_row, _SAMPLE)]:
        filled = [column for column, cell in enumerate(row) if cell is not None and cell != ""]
        for column in filled if len(filled) > 1 else ():
            used[column] += 1
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for column, count in enumerate([*used, 0]):
        if count and start is None:
            start = column
        if not count and start is not None:
            runs.append((start, column))
            start = None
    return runs


def _repeated(sheet: RawSheet, block: Block, header: int) -> list[tuple[int, int]] | None:
    """Return two runs of columns where the second half of the headings repeats the first."""
    if header >= len(sheet.rows):
        return None
    named = [(column, fold(shown(cell))) for column, cell in block.cells(sheet, header) if not is_empty(cell)]
    half = len(named) // 2
    texts = [text for _column, text in named]
    if half < 2 or len(named) % 2 or texts[:half] != texts[half:]:  # noqa: PLR2004  a name and one more on each side
        return None
    middle = named[half][0]
    return [(block.first_column, middle), (middle, block.last_column)]
