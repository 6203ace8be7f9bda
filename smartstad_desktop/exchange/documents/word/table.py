"""A table of a Word file, written as its parts: the library's own takes minutes for a long one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from smartstad_desktop.exchange.documents import document as doc
from smartstad_desktop.exchange.documents.palette import colour_of
from smartstad_desktop.exchange.documents.word import styles
from smartstad_desktop.exchange.documents.word.runs import add_runs
from smartstad_desktop.exchange.documents.word.xml import clean, element

#: How high a row is that somebody signs in, in twentieths of a point.
SIGNING: Final = 660
_TWENTIETH: Final = 635

Runs = tuple[doc.Run, ...]


class Frame:
    """A table that grows row by row; its first row is repeated on each page, and *caption* says what it shows.

    *address* gives the number of an address in the file, for links.
    """

    def __init__(
        self, shares: Sequence[float], caption: str, address: Callable[[str], str], *, has_total: bool = False
    ) -> None:
        self._address = address
        whole = sum(shares) or 1.0
        self._widths = [round(styles.TEXT_WIDTH * share / whole / _TWENTIETH) for share in shares]
        self._count = 0
        #: The element to put into the file.
        self.table: Any = element("w:tbl")
        self.table.append(self._properties(caption, has_total=has_total))
        grid = element("w:tblGrid")
        for width in self._widths:
            grid.append(element("w:gridCol", w=str(width)))
        self.table.append(grid)

    def width_of(self, column: int) -> int:
        """Return how wide a column is, in twentieths of a point."""
        return self._widths[column]

    def row(self, cells: Sequence[Runs], aligns: Sequence[doc.Align] = (), *, height: int = 0, size: float = 0) -> None:
        """Add a row; the first one holds the headings. *height* is in twentieths of a point, *size* in points."""
        row, about = element("w:tr"), element("w:trPr")
        about.append(element("w:cantSplit"))
        if height:
            about.append(element("w:trHeight", val=str(height), hRule="atLeast"))
        if self._count == 0:
            about.append(element("w:tblHeader"))
        row.append(about)
        for number, (runs, width) in enumerate(zip(cells, self._widths, strict=True)):
            is_right = bool(aligns) and aligns[number] is doc.Align.RIGHT
            row.append(self._cell(runs, width, size, is_right=is_right))
        self.table.append(row)
        self._count += 1

    def _properties(self, caption: str, *, has_total: bool) -> Any:
        about = element("w:tblPr")
        about.append(element("w:tblW", w=str(sum(self._widths)), type="dxa"))
        edges = element("w:tblBorders")
        pale = {"sz": "4", "space": "0", "color": colour_of("line").lstrip("#")}
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            is_across = side in {"top", "bottom", "insideH"}
            edges.append(element(f"w:{side}", val="single" if is_across else "nil", **pale))
        about.append(edges)
        about.append(element("w:tblLayout", type="fixed"))
        look = {"firstRow": "1", "lastRow": str(int(has_total)), "firstColumn": "0", "lastColumn": "0"}
        about.append(element("w:tblLook", val="0060" if has_total else "0020", **look, noHBand="1", noVBand="1"))
        about.append(element("w:tblCaption", val=clean(caption)))
        about.append(element("w:tblDescription", val=clean(caption)))
        return about

    def _cell(self, runs: Runs, width: int, size: float, *, is_right: bool) -> Any:
        cell, about = element("w:tc"), element("w:tcPr")
        about.append(element("w:tcW", w=str(width), type="dxa"))
        if self._count == 0:
            about.append(element("w:shd", val="clear", color="auto", fill=colour_of("panel").lstrip("#")))
        cell.append(about)
        line, form = element("w:p"), element("w:pPr")
        form.append(element("w:pStyle", val=styles.id_of(styles.CELL)))
        if is_right:
            form.append(element("w:jc", val="right"))
        line.append(form)
        add_runs(line, runs, self._address, size)
        cell.append(line)
        return cell
