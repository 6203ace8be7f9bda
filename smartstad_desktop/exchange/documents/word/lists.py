"""Lists of a Word file: points and numbers at three depths; each list with numbers begins where it says."""

from __future__ import annotations

from typing import Any, Final, cast

from docx.document import Document as WordFile
from docx.oxml.ns import qn

from smartstad_desktop.exchange.documents import document as doc
from smartstad_desktop.exchange.documents.word import styles
from smartstad_desktop.exchange.documents.word.xml import element

_DEEPEST: Final = 2
_DEPTHS: Final = ("", " 2", " 3")


class PointMarks:
    """Says for each point of one list what style it has, and which count it belongs to."""

    def __init__(self, word: WordFile) -> None:
        self._word = word
        #: The count that goes on at a depth: its number in the file, and the last number that was given.
        self._going: dict[int, tuple[str, int]] = {}

    def style_of(self, point: doc.Point) -> str:
        """Return the name of the point's style."""
        kind = "List Bullet" if point.number is None else "List Number"
        return f"{kind}{_DEPTHS[min(point.depth, _DEEPEST)]}"

    def mark(self, line: Any, point: doc.Point) -> None:
        """Let the paragraph *line* count on, or begin a count of its own."""
        depth = min(point.depth, _DEEPEST)
        self._going = {at: going for at, going in self._going.items() if at <= depth}
        if point.number is None:
            self._going.pop(depth, None)
            return
        count, last = self._going.get(depth, ("", 0))
        if not count or point.number != last + 1:
            count = _begun(self._word, self.style_of(point), point.number)
        self._going[depth] = (count, point.number)
        about = line.get_or_add_pPr()
        told = about.get_or_add_numPr()
        for tag, value in (("w:ilvl", "0"), ("w:numId", count)):
            told.append(element(tag, val=value))


def _begun(word: WordFile, style: str, first: int) -> str:
    """Return the number of a new count that looks as *style* does and begins with *first*."""
    numbering: Any = cast("Any", word.part).numbering_part.element
    look = next(
        each for each in word.styles.element.iter(qn("w:style")) if each.get(qn("w:styleId")) == styles.id_of(style)
    )
    used = next(iter(look.iter(qn("w:numId")))).get(qn("w:val"))
    shape = numbering.num_having_numId(int(used)).abstractNumId.val
    made = numbering.add_num(shape)
    made.add_lvlOverride(ilvl=0).add_startOverride(first)
    return str(made.numId)
