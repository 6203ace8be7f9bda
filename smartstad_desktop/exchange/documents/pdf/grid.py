"""Rows and columns on paper: headings repeated on each page, rows whole as long as a page can hold them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, cast

from reportlab.platypus.flowables import CondPageBreak, Flowable
from typing_extensions import override

from smartstad_desktop.exchange.documents.pdf import styles
from smartstad_desktop.exchange.documents.pdf.canvas import LateCanvas
from smartstad_desktop.exchange.documents.pdf.tags import untold
from smartstad_desktop.exchange.documents.pdf.type import number, stroke

Stack = list[Flowable]

#: A row that does not fit here is cut in two instead of being moved on: it would not fit on an empty page either.
WHOLE_PAGE: Final = (styles.PAGE_HEIGHT - styles.TOP - styles.BOTTOM) * 0.85

_FEW: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class GridLook:
    """How a grid is set: room around cells, least height of a row, lines, and a panel behind it."""

    above: float = 6
    below: float = 6
    gap: float = 14
    inset: float = 5
    row_height: float = 0
    has_lines: bool = True
    panel: str = ""
    has_total: bool = False


@dataclass(slots=True)
class _Measured:
    """A row with the height its highest cell needs."""

    cells: list[Stack]
    height: float = 0
    tops: list[list[float]] = field(default_factory=list[list[float]])


class Grid(Flowable):
    """Cells in rows and columns, drawn by us.

    The library's table cannot say which cell it is drawing, which tagging needs, and takes three times as long.
    What stands in the cells knows which part of the document it is; a grid that *goes_on* repeats its headings untold.
    """

    def __init__(
        self,
        shares: Sequence[float],
        header: list[Stack],
        rows: list[list[Stack]],
        look: GridLook,
        *,
        goes_on: bool = False,
        after: float = 12,
    ) -> None:
        super().__init__()
        self._goes_on = goes_on
        self._shares = shares
        self._header = header
        self._rows = rows
        self._look = look
        self._measured: list[_Measured] = []
        self.spaceBefore = 2 if after else 0
        self.spaceAfter = after

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.width = aW
        rows = ([self._header] if self._header else []) + self._rows
        columns = self._columns()
        self._measured = [self._measure(row, columns, is_header=row is self._header) for row in rows]
        self.height = sum(row.height for row in self._measured) + 2 * self._padding
        return self.width, self.height

    @property
    def _padding(self) -> float:
        return 8 if self._look.panel else 0

    def _columns(self) -> list[tuple[float, float]]:
        """Return where each column begins, and how wide its text may be."""
        look = self._look
        inset = look.inset + (8 if look.panel else 0)
        room = self.width - 2 * inset - look.gap * (len(self._shares) - 1)
        total = sum(self._shares)
        columns: list[tuple[float, float]] = []
        left = inset
        for share in self._shares:
            wide = room * share / total
            columns.append((left, wide))
            left += wide + look.gap
        return columns

    def _measure(self, cells: list[Stack], columns: Sequence[tuple[float, float]], *, is_header: bool) -> _Measured:
        row = _Measured(cells)
        for stack, (_, wide) in zip(cells, columns, strict=True):
            heights = [part.wrap(wide, styles.PAGE_HEIGHT)[1] for part in stack]
            row.tops.append(heights)
            row.height = max(row.height, sum(heights))
        least = 0 if is_header else self._look.row_height
        row.height = max(row.height + self._look.above + self._look.below, least)
        return row

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        self.wrap(availWidth, availHeight)
        head = self._measured[0].height if self._header else 0.0
        room = availHeight - head - 2 * self._padding
        body = self._measured[1:] if self._header else self._measured
        fitting = 0
        for row in body:
            if row.height > room:
                break
            room -= row.height
            fitting += 1
        # One row alone on the next page looks forgotten.
        if fitting == len(body) - 1 and fitting > _FEW:
            upper, lower = self._parts(self._rows[: fitting - 1], self._rows[fitting - 1 :])
            return [upper, CondPageBreak(WHOLE_PAGE), lower]
        if fitting:
            return self._parts(self._rows[:fitting], self._rows[fitting:])
        if availHeight < WHOLE_PAGE or not body:
            return []
        upper, lower = self._cut(self._rows[0], room - self._look.above - self._look.below)
        return self._parts([upper], [lower, *self._rows[1:]]) if any(upper) else []

    def _parts(self, upper: list[list[Stack]], lower: list[list[Stack]]) -> list[Flowable]:
        if not lower:
            return [self]
        above = replace(self._look, has_total=False)
        first = Grid(self._shares, self._header, upper, above, goes_on=self._goes_on, after=self.spaceAfter)
        second = Grid(self._shares, self._header, lower, self._look, goes_on=True, after=self.spaceAfter)
        return [first, second]

    def _cut(self, cells: list[Stack], room: float) -> tuple[list[Stack], list[Stack]]:
        upper: list[Stack] = []
        lower: list[Stack] = []
        for stack, (_, wide) in zip(cells, self._columns(), strict=True):
            above, below = _cut_stack(stack, wide, room)
            upper.append(above)
            lower.append(below)
        return upper, lower

    def draw(self) -> None:
        """Draw with the lower left corner at the origin; the page layout calls it."""
        canvas = cast("LateCanvas", self.canv)
        if self._look.panel:
            canvas.setFillColor(styles.colour(self._look.panel))
            canvas.roundRect(0, 0, self.width, self.height, 8, stroke=0, fill=1)
        columns = self._columns()
        top = self.height - self._padding
        last = len(self._measured) - 1
        strong: list[float] = []
        light: list[float] = []
        for index, row in enumerate(self._measured):
            if index == last and self._look.has_total:
                strong.append(top)
            is_header = bool(self._header) and index == 0
            if is_header and self._goes_on:
                with canvas.untold():
                    self._draw_row(row, columns, top)
            else:
                self._draw_row(row, columns, top)
            top -= row.height
            if self._look.has_lines:
                (strong if is_header else light).append(top)
        self._lines(strong, "line_strong", 0.9)
        self._lines(light, "line", 0.6)

    def _draw_row(self, row: _Measured, columns: Sequence[tuple[float, float]], top: float) -> None:
        for stack, heights, (left, _) in zip(row.cells, row.tops, columns, strict=True):
            y = top - self._look.above
            for part, height in zip(stack, heights, strict=True):
                y -= height
                part.drawOn(self.canv, left, y)

    def _lines(self, places: list[float], role: str, thickness: float) -> None:
        """Draw lines over the whole width, as one thing that is not told."""
        if places:
            wide = number(self.width)
            paths = " ".join(f"0 {number(y)} m {wide} {number(y)} l" for y in places)
            code = f"{stroke(styles.colour(role))} {number(thickness)} w {paths} S"
            cast("LateCanvas", self.canv).say(untold(code), keeps_type=True)


def _cut_stack(stack: Stack, wide: float, room: float) -> tuple[Stack, Stack]:
    above: Stack = []
    for index, part in enumerate(stack):
        height = part.wrap(wide, room)[1]
        if height <= room:
            above.append(part)
            room -= height
            continue
        pieces = part.split(wide, room)
        return above + pieces[:1], pieces[1:] + stack[index + 1 :] if pieces else stack[index:]
    return above, []
