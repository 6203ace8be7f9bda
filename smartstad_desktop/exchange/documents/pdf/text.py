"""Text on its way to paper: cleaned, and set without ever being read as markup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Final, cast

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable
from typing_extensions import override

from smartstad_desktop.exchange.documents.document import Run, Tone
from smartstad_desktop.exchange.documents.pdf import styles
from smartstad_desktop.exchange.documents.pdf.canvas import LateCanvas
from smartstad_desktop.exchange.documents.pdf.lines import Setting, Trail, put
from smartstad_desktop.exchange.documents.pdf.tags import Element
from smartstad_desktop.exchange.documents.pdf.type import Line, Look, Piece, set_lines, widths

#: The library takes the narrow no-break space for a place to break a line; the wide one it keeps.
_SWAPPED: Final = {0x202F: "\u00a0", 0x2007: "\u00a0", 0x00AD: "", 0x200B: "", 0x2028: "\n", 0x2029: "\n"}
_UNKNOWN: Final = "\u25a1"
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Mn"})
_SPACES: Final = re.compile(r"[ \t\r\f\v]+")
#: Nearly all texts consist of letters that every face has, and need no second look.
_EVERYDAY: Final = re.compile(r"(?:[!-~À-ÖØ-öø-ÿ–—’”…·×]| (?! ))*")
_NEARLY: Final = 1e-4


class Text(Flowable):
    """A paragraph that knows which part of the document it is, also when it goes on over a page break."""

    def __init__(self, pieces: Sequence[Piece], style: ParagraphStyle) -> None:
        super().__init__()
        self.element: Element | None = None
        self.style = style
        self._pieces = pieces
        self._lines: list[Line] = []
        self._room = -1.0
        self._trail = Trail()

    @override
    def getSpaceBefore(self) -> float:
        return self.style.spaceBefore

    @override
    def getSpaceAfter(self) -> float:
        return self.style.spaceAfter

    @override
    def minWidth(self) -> float:
        longest = (widths(look.face)[word] for text, look in self._pieces for word in text.split(" "))
        return max(longest, default=0) * self.style.fontSize

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        if aW != self._room:
            self._room = self.width = aW
            self._lines = set_lines(self._pieces, self.style.fontSize, aW)
            self.height = len(self._lines) * self.style.leading
        return aW, self.height

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        self.wrap(availWidth, availHeight)
        fitting = int((availHeight + _NEARLY) / self.style.leading)
        if fitting >= len(self._lines):
            return [self]
        # No line stands alone on its page.
        fitting -= fitting == len(self._lines) - 1
        return [self._part(0, fitting), self._part(fitting, len(self._lines))] if fitting > 1 else []

    def _part(self, first: int, last: int) -> Text:
        part = Text(self._pieces, self.style)
        part.element, part._trail = self.element, self._trail
        part._room, part.width = self._room, self.width
        part._lines = self._lines[first:last]
        part.height = (last - first) * self.style.leading
        return part

    @override
    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:
        first = y + self.height - self.style.fontSize
        setting = Setting(
            lines=self._lines, style=self.style, x=x, y=first, room=self.width, element=self.element, trail=self._trail
        )
        put(cast("LateCanvas", canvas), setting)


@cache
def _known() -> frozenset[int]:
    face = styles.fonts()[styles.REGULAR].face
    return frozenset(face.charWidths)


def clean(text: str) -> str:
    """Return *text* as the embedded faces can show it: one square for what they lack, nothing for the invisible."""
    if _EVERYDAY.fullmatch(text):
        return text
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).translate(_SWAPPED)
    known = _known()
    out = [
        letter
        if letter == "\n" or (ord(letter) in known and unicodedata.category(letter) != "Cc")
        else _stand_in(letter)
        for letter in composed.replace("\t", " ")
    ]
    return _SPACES.sub(" ", "".join(out))


def _stand_in(letter: str) -> str:
    return "" if unicodedata.category(letter) in _INVISIBLE else _UNKNOWN


def width(text: str, style_name: str) -> float:
    """Return how wide *text* is in a style, in points."""
    style = styles.style(style_name)
    return pdfmetrics.stringWidth(clean(text), style.fontName, style.fontSize)


#: The weight of a tone, whether it leans, and its colour where it is not that of the style.
_TONES: Final = {
    Tone.STRONG: (styles.SEMIBOLD, ""),
    Tone.EMPHASIS: (styles.ITALIC, ""),
    Tone.STRONG_EMPHASIS: (styles.SEMIBOLD_ITALIC, ""),
    Tone.SOFT: ("", "ink_soft"),
    Tone.GOOD: (styles.SEMIBOLD, "good"),
    Tone.BAD: (styles.SEMIBOLD, "bad"),
}


@cache
def _look(style_name: str, tone: Tone, link: str) -> Look:
    style = styles.style(style_name)
    face, role = _TONES.get(tone, ("", ""))
    colour = styles.colour("primary" if link else role) if link or role else style.textColor
    return Look(styles.registered(face) if face else style.fontName, colour, link)


def lines_of(runs: tuple[Run, ...]) -> list[list[Run]]:
    """Return *runs* cut at their line breaks; empty lines are left out."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        parts = clean(run.text).split("\n")
        for index, part in enumerate(parts):
            if index:
                lines.append([])
            if part:
                lines[-1].append(Run(part, run.tone, run.link))
    return [line for line in lines if any(run.text.strip() for run in line)]


def paragraphs(runs: tuple[Run, ...], style_name: str) -> list[Text]:
    """Return one paragraph for each line of *runs*."""
    return [one_paragraph(line, style_name) for line in lines_of(runs)]


def one_paragraph(line: Sequence[Run], style_name: str) -> Text:
    """Return a paragraph of runs that are clean already."""
    pieces = [(run.text, _look(style_name, run.tone, run.link)) for run in line]
    if pieces and pieces[0][0].startswith(" "):
        pieces[0] = (pieces[0][0].lstrip(" "), pieces[0][1])
    return Text(pieces, styles.style(style_name))


def simple(text: str, style_name: str, element: Element | None = None) -> Text:
    """Return *text* as one paragraph, its line breaks turned into spaces; it is *element* of the document."""
    words = clean(text).replace("\n", " ").strip() or "\u00a0"
    line = Text([(words, _look(style_name, Tone.PLAIN, ""))], styles.style(style_name))
    line.element = element
    return line
