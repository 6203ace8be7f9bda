"""Ranges of cells as text with tabs between columns, as spreadsheets copy and paste them."""

from __future__ import annotations

from collections.abc import Sequence

from smartstad_desktop.domain.goals.goal_matrix import CellValue, PasteTooLarge, PasteUnreadable, steps_of
from smartstad_desktop.domain.goals.goals import Scale
from smartstad_desktop.ui.matrix.sheet import Sheet

_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-"})


def as_text(sheet: Sheet, rows: Sequence[int], places: Sequence[int]) -> str:
    """Return a range; what is not answered is an empty cell, and below zero has a minus that spreadsheets know."""
    lines = [["" if (answer := sheet.answers[row][place]) is None else str(answer) for place in places] for row in rows]
    return "\n".join("\t".join(line) for line in lines) + "\n"


def as_text_with_names(sheet: Sheet, rows: Sequence[int], places: Sequence[int]) -> str:
    """Return a range with the names of its rows and columns."""
    head = "\t".join(["", *(_one_line(sheet.column_names[place]) for place in places)])
    body = as_text(sheet, rows, places).splitlines()
    named = [f"{_one_line(sheet.rows[row].name)}\t{line}" for row, line in zip(rows, body, strict=True)]
    return "\n".join([head, *named]) + "\n"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def parsed(text: str, scale: Scale) -> list[list[int | None]]:
    """Return the numbers of a copied range; an empty cell means not answered.

    Raises:
        PasteUnreadable: something is no number of the scale.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
    found = [[_number(part, scale) for part in line.split("\t")] for line in lines]
    width = max(len(line) for line in found)
    return [[*line, *[None] * (width - len(line))] for line in found]


def _number(text: str, scale: Scale) -> int | None:
    bare = text.strip().translate(_MINUS)
    if not bare:
        return None
    steps = steps_of(scale)
    try:
        value = float(bare.replace(",", "."))
    except ValueError:
        value = float("nan")
    if value not in steps:
        raise PasteUnreadable(text=text.strip()[:40], lowest=steps[0], highest=steps[-1])
    return int(value)


def filled(rows: Sequence[int], columns: Sequence[int], value: int | None) -> tuple[CellValue, ...]:
    """Return one number for every cell of a range."""
    return tuple(CellValue(row, column, value) for row in rows for column in columns)


def pasted(
    block: Sequence[Sequence[int | None]], rows: Sequence[int], columns: Sequence[int], *, is_range: bool
) -> tuple[CellValue, ...]:
    """Return what *block* makes of the cells from the first of *rows* and *columns* on.

    One copied cell fills a whole range. *rows* and *columns* hold the range when *is_range*, otherwise everything
    from the cursor to the end of the grid.

    Raises:
        PasteTooLarge: the block reaches past the grid.
    """
    if is_range and len(block) == 1 and len(block[0]) == 1:
        return filled(rows, columns, block[0][0])
    if len(block) > len(rows) or len(block[0]) > len(columns):
        raise PasteTooLarge(rows=len(block), columns=len(block[0]), most_rows=len(rows), most_columns=len(columns))
    return tuple(
        CellValue(row, column, value)
        for row, line in zip(rows, block, strict=False)
        for column, value in zip(columns, line, strict=False)
    )
