"""A table of a Word file, written as its parts: the library's own takes minutes for a long one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from docx.oxml.ns import qn

from smartstad_desktop.exchange.documents import document as doc
from smartstad_desktop.exchange.documents import word_styles as styles
from smartstad_desktop.exchange.documents.palette import colour_of
from smartstad_desktop.exchange.documents.word_xml import clean, element

#: How high a row is that somebody signs in, in twentieths of a point.
SIGNING: Final = 740
_TWENTIETH: Final = 635
_ROLES: Final = {doc.Tone.SOFT: "ink_soft", doc.Tone.GOOD: "good", doc.Tone.BAD: "bad"}

Runs = tuple[doc.Run, ...]


class Frame:
    """A table that grows row by row; its first row is repeated on each page, and *caption* says what it shows."""

    def __init__(self, shares: Sequence[float], caption: str, *, has_total: bool = False) -> None:
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
        for run in runs:
            line.append(_run(run, size))
        cell.append(line)
        return cell


def _run(run: doc.Run, size: float) -> Any:
    made, about = element("w:r"), element("w:rPr")
    if run.tone is doc.Tone.STRONG:
        about.append(element("w:b"))
    if run.tone in _ROLES:
        about.append(element("w:color", val=colour_of(_ROLES[run.tone]).lstrip("#")))
    if size:
        about.append(element("w:sz", val=str(round(size * 2))))
    if len(about):
        made.append(about)
    for number, text in enumerate(clean(run.text).split("\n")):
        if number:
            made.append(element("w:br"))
        words = element("w:t")
        words.text = text
        words.set(qn("xml:space"), "preserve")
        made.append(words)
    return made
