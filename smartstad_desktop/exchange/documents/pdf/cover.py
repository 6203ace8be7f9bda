"""The first page, and the mark that a draft carries on every page."""

from __future__ import annotations

from typing import Final, cast

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable
from typing_extensions import override

from smartstad_desktop.exchange.documents.carried import Fingerprint
from smartstad_desktop.exchange.documents.document import Cover
from smartstad_desktop.exchange.documents.pdf import styles
from smartstad_desktop.exchange.documents.pdf.canvas import LateCanvas
from smartstad_desktop.exchange.documents.pdf.code import code_path
from smartstad_desktop.exchange.documents.pdf.grid import Grid, GridLook, Stack
from smartstad_desktop.exchange.documents.pdf.tags import Element
from smartstad_desktop.exchange.documents.pdf.telling import tell_points
from smartstad_desktop.exchange.documents.pdf.text import clean, simple
from smartstad_desktop.exchange.documents.pdf.type import fill

_BRAND: Final = ("SMART", "stad")
_BRAND_SIZE: Final = 15
_WARNING_SIZE: Final = 8.5
#: How far down the title begins, and the longest title that is set in the large size.
_TITLE_DOWN: Final = 175.0
_LONG_TITLE: Final = 70
_IN_A_ROW: Final = 3
_CODE: Final = 62.0


class CoverPage(Flowable):
    """Everything that is written on the cover; it fills the page."""

    def __init__(self, cover: Cover, fingerprint: Fingerprint | None, element: Element) -> None:
        super().__init__()
        self._cover = cover
        self._fingerprint = fingerprint
        self._element = element

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.width, self.height = aW, aH - 1
        return self.width, self.height

    def draw(self) -> None:
        """Draw with the lower left corner at the origin; the page layout calls it."""
        self._brand()
        cover = self._cover
        title = "cover_title" if len(cover.title) <= _LONG_TITLE else "cover_title_long"
        y = self.height - _TITLE_DOWN
        wide = self.width * 0.92
        lines = ((cover.kicker, "kicker", "P"), (cover.title, title, "H1"), (cover.lead, "cover_lead", "P"))
        for text, style, tag in lines:
            if text:
                line = simple(text, style, self._element.part(tag))
                y -= line.wrap(wide, self.height)[1]
                line.drawOn(self.canv, 0, y)
                y -= line.getSpaceAfter()
        self._foot()

    def _brand(self) -> None:
        x = 0.0
        y = self.height - _BRAND_SIZE
        with cast("LateCanvas", self.canv).telling(self._element.part("P")):
            for word, role in zip(_BRAND, ("cover_text", "cover_mark"), strict=True):
                self.canv.setFont(styles.BOLD, _BRAND_SIZE)
                self.canv.setFillColor(styles.colour(role))
                self.canv.drawString(x, y, word)
                x += pdfmetrics.stringWidth(word, styles.BOLD, _BRAND_SIZE)

    def _foot(self) -> None:
        """Write the facts, and below them by what the document can be known again."""
        cover, mark = self._cover, self._fingerprint
        seal = simple(cover.seal, "cover_seal")
        low = _CODE if mark else 0.0
        high = seal.wrap(self.width, self.height)[1] if cover.seal else 0.0
        if cover.facts:
            facts = Grid([1] * _IN_A_ROW, [], self._facts(), GridLook(inset=0, has_lines=False))
            facts.wrap(self.width, self.height)
            facts.drawOn(self.canv, 0, low + high + 26)
        if cover.seal:
            seal.element = self._element.part("P")
            seal.drawOn(self.canv, 0, low)
        if mark:
            self._print(mark)

    def _print(self, mark: Fingerprint) -> None:
        """Draw the fingerprint: its first digits, and all of them as a code."""
        canvas = cast("LateCanvas", self.canv)
        label = simple(mark.label, "cover_seal", self._element.part("P"))
        digits = simple(mark.shown, "cover_print", self._element.part("P"))
        left, wide = _CODE + 14, self.width - _CODE - 14
        high = label.wrap(wide, self.height)[1]
        low = digits.wrap(wide, self.height)[1]
        bottom = (_CODE - high - low) / 2
        label.drawOn(canvas, left, bottom + low)
        digits.drawOn(canvas, left, bottom)
        with canvas.telling(self._element.part("Figure", alternative=mark.alternative), _CODE, _CODE):
            ground = f"{fill(styles.colour('paper'))} 0 0 {_CODE:g} {_CODE:g} re f"
            canvas.say(f"{ground}\n{fill(styles.colour('cover'))}\n{code_path(mark.digits, _CODE)}")

    def _facts(self) -> list[list[Stack]]:
        """Return the facts in rows of three."""
        told: list[Stack] = [
            [simple(label, "cover_label"), simple(value, "cover_fact")] for label, value in self._cover.facts
        ]
        tell_points(self._element, told)
        told += [[] for _ in range(-len(told) % _IN_A_ROW)]
        return [told[at : at + _IN_A_ROW] for at in range(0, len(told), _IN_A_ROW)]


def draw_warning(canvas: Canvas, warning: str) -> None:
    """Draw what every page of a draft carries, in its upper right corner."""
    if not warning:
        return
    text = clean(warning)
    wide = pdfmetrics.stringWidth(text, styles.BOLD, _WARNING_SIZE) + 16
    x = styles.PAGE_WIDTH - styles.MARGIN - wide
    y = styles.PAGE_HEIGHT - 40
    canvas.setFillColor(styles.colour("attention_tint"))
    canvas.roundRect(x, y, wide, 18, 9, stroke=0, fill=1)
    canvas.setFillColor(styles.colour("attention"))
    canvas.setFont(styles.BOLD, _WARNING_SIZE)
    canvas.drawString(x + 8, y + 5.8, text)
