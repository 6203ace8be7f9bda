"""Which part of the document each text and each figure on the page is: cells of tables, points of lists, headings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from smartstad_desktop.exchange.documents.pdf.flowables import MarkRow
from smartstad_desktop.exchange.documents.pdf.grid import Stack
from smartstad_desktop.exchange.documents.pdf.tags import Element
from smartstad_desktop.exchange.documents.pdf.text import Text

_DEEPEST: Final = 6


class Levels:
    """Which heading follows which; none is left out, also when the document leaves one out."""

    def __init__(self, *above: int) -> None:
        self._above = list(above)

    def tag(self, level: int) -> str:
        """Return what a heading of *level* is after those before it."""
        while self._above and self._above[-1] >= level:
            self._above.pop()
        self._above.append(level)
        return f"H{min(len(self._above), _DEEPEST)}"


def tell(parent: Element, stack: Stack) -> None:
    """Let everything in *stack* be a part of *parent*."""
    for part in stack:
        if isinstance(part, MarkRow):
            part.tell(parent)
        elif isinstance(part, Text):
            part.element = parent.part("P")


def tell_header(table: Element, header: list[Stack]) -> None:
    """Let *header* be the row of *table* that names its columns."""
    row = table.part("TR")
    for stack in header:
        _tell_cell(row.part("TH", scope="Column"), stack)


def tell_rows(table: Element, rows: Iterable[list[Stack]], *, is_named: bool) -> None:
    """Let *rows* be rows of *table*, each of them named by its first cell or by none."""
    for cells in rows:
        row = table.part("TR")
        for index, stack in enumerate(cells):
            cell = row.part("TH", scope="Row") if is_named and index == 0 else row.part("TD")
            _tell_cell(cell, stack)


def _tell_cell(cell: Element, stack: Stack) -> None:
    if len(stack) == 1 and isinstance(stack[0], Text):
        stack[0].element = cell
    else:
        tell(cell, stack)


def tell_list(parent: Element, rows: Iterable[list[Stack]]) -> None:
    """Let *rows* be a list, each with the sign before a point and the point."""
    points = parent.part("L")
    for sign, point in rows:
        item = points.part("LI")
        _tell_cell(item.part("Lbl"), sign)
        _tell_cell(item.part("LBody"), point)


class Lists:
    """Points that come one after the other, told as lists in lists."""

    def __init__(self, parent: Element) -> None:
        self._parent = parent
        #: The lists one is in, with whether their points have numbers, and the last point of each.
        self._open: list[tuple[Element, bool]] = []
        self._points: list[Element] = []

    def tell(self, row: list[Stack], depth: int, *, is_numbered: bool) -> None:
        """Let *row*, its sign and its words last, be the next point at *depth*."""
        depth = min(depth, len(self._open))
        del self._open[depth + 1 :], self._points[depth + 1 :]
        if len(self._open) > depth and self._open[depth][1] != is_numbered:
            del self._open[depth:], self._points[depth:]
        if len(self._open) == depth:
            above = self._points[depth - 1] if depth else self._parent
            self._open.append((above.part("L", numbering="Decimal" if is_numbered else "Disc"), is_numbered))
            self._points.append(above)
        item = self._open[depth][0].part("LI")
        sign, words = row
        _tell_cell(item.part("Lbl"), sign)
        body = item.part("LBody")
        _tell_cell(body, words)
        self._points[depth] = body


def tell_points(parent: Element, cells: Iterable[Stack]) -> None:
    """Let *cells* beside each other be a list, a point in each."""
    points = parent.part("L")
    for stack in cells:
        tell(points.part("LI").part("LBody"), stack)
