"""Text on its way to paper: cleaned, and set without ever being read as markup."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any, Final, cast

from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Paragraph
from reportlab.platypus.flowables import Flowable
from typing_extensions import override

from smartstad_desktop.exchange.documents import pdf_styles as styles
from smartstad_desktop.exchange.documents.document import Run, Tone
from smartstad_desktop.exchange.documents.pdf_canvas import LateCanvas
from smartstad_desktop.exchange.documents.pdf_tags import Element

#: The library takes the narrow no-break space for a place to break a line; the wide one it keeps.
_SWAPPED: Final = {0x202F: "\u00a0", 0x2007: "\u00a0", 0x00AD: "", 0x200B: "", 0x2028: "\n", 0x2029: "\n"}
_UNKNOWN: Final = "\u25a1"
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Mn"})
_SPACES: Final = re.compile(r"[ \t\r\f\v]+")


class Text(Paragraph):
    """A paragraph that knows which part of the document it is, also when it goes on over a page break."""

    element: Element | None = None

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        pieces: list[Flowable] = super().split(availWidth, availHeight)
        for piece in pieces:
            cast("Text", piece).element = self.element
        return pieces

    @override
    def draw(self) -> None:
        """Draw with the lower left corner at the origin; the page layout calls it."""
        with cast("LateCanvas", self.canv).telling(self.element):
            super().draw()


@cache
def _known() -> frozenset[int]:
    face = styles.fonts()[styles.REGULAR].face
    return frozenset(face.charWidths)


def clean(text: str) -> str:
    """Return *text* as the embedded faces can show it: one square for what they lack, nothing for the invisible."""
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


_TONES: Final = {
    Tone.STRONG: (styles.SEMIBOLD, None),
    Tone.SOFT: (None, "ink_soft"),
    Tone.GOOD: (styles.SEMIBOLD, "good"),
    Tone.BAD: (styles.SEMIBOLD, "bad"),
}


@cache
def _fragment(style_name: str, tone: Tone) -> Any:
    """Return the library's own fragment for a style and a tone, to be copied with another text."""
    # The library makes fragments only by reading its markup. The text here is ours, so that the
    # user's text never passes through that reader: it followed image links and failed on a bare "<b>".
    sample: Any = Paragraph("x", styles.style(style_name))
    fragment = sample.frags[0]
    face, role = _TONES.get(tone, (None, None))
    if face:
        fragment = fragment.clone(fontName=face)
    return fragment.clone(textColor=styles.colour(role)) if role else fragment


def lines_of(runs: tuple[Run, ...]) -> list[list[Run]]:
    """Return *runs* cut at their line breaks; empty lines are left out."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        parts = clean(run.text).split("\n")
        for index, part in enumerate(parts):
            if index:
                lines.append([])
            if part:
                lines[-1].append(Run(part, run.tone))
    return [line for line in lines if any(run.text.strip() for run in line)]


def paragraphs(runs: tuple[Run, ...], style_name: str) -> list[Text]:
    """Return one paragraph for each line of *runs*."""
    return [one_paragraph(line, style_name) for line in lines_of(runs)]


def one_paragraph(line: list[Run], style_name: str) -> Text:
    """Return a paragraph of runs that are clean already."""
    fragments: Any = [_fragment(style_name, run.tone).clone(text=run.text) for run in line]
    return Text("", styles.style(style_name), frags=fragments)


def simple(text: str, style_name: str, element: Element | None = None) -> Text:
    """Return *text* as one paragraph, its line breaks turned into spaces; it is *element* of the document."""
    line = one_paragraph([Run(clean(text).replace("\n", " ").strip() or "\u00a0")], style_name)
    line.element = element
    return line
