"""A drawing on a page of a PDF."""

from __future__ import annotations

from functools import singledispatchmethod
from typing import cast

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable
from typing_extensions import override

from smartstad_desktop.exchange.documents import drawing as draw
from smartstad_desktop.exchange.documents.pdf import styles
from smartstad_desktop.exchange.documents.pdf.canvas import LateCanvas
from smartstad_desktop.exchange.documents.pdf.tags import Element
from smartstad_desktop.exchange.documents.pdf.text import clean
from smartstad_desktop.exchange.documents.pdf.type import fill, number, stroke

_DASHES = (3, 2)


class DrawnShapes(Flowable):
    """All shapes of a drawing, smaller where the page is too narrow or too low; *element* says the same in words."""

    def __init__(self, drawing: draw.Drawing, element: Element) -> None:
        super().__init__()
        self._element = element
        self._drawing = drawing
        self._scale = 1.0
        self.spaceBefore = 4
        self.spaceAfter = 10

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self._scale = min(1.0, aW / self._drawing.width)
        whole_page = styles.PAGE_HEIGHT - styles.TOP - styles.BOTTOM - 90
        self._scale = min(self._scale, whole_page / self._drawing.height)
        self.width, self.height = aW, self._drawing.height * self._scale
        return self.width, self.height

    def draw(self) -> None:
        """Draw with the lower left corner at the origin; the page layout calls it."""
        with cast("LateCanvas", self.canv).telling(self._element, self.width, self.height):
            self.canv.saveState()
            self.canv.scale(self._scale, self._scale)
            for shape in self._drawing.shapes:
                self._put(shape)
            self.canv.restoreState()

    @singledispatchmethod
    def _put(self, shape: draw.Shape) -> None:
        raise TypeError(shape)

    @_put.register
    def _box(self, shape: draw.Box) -> None:
        if shape.fill and not shape.edge:
            cast("LateCanvas", self.canv).say(self._ground(shape))
            return
        canvas = self._dashed(is_dashed=shape.is_dashed)
        if shape.fill:
            canvas.setFillColor(styles.colour(shape.fill))
        if shape.edge:
            canvas.setStrokeColor(styles.colour(shape.edge))
            canvas.setLineWidth(0.8)
        canvas.roundRect(
            shape.x,
            self._up(shape.y + shape.height),
            shape.width,
            shape.height,
            min(shape.radius, shape.width / 2, shape.height / 2),
            stroke=int(bool(shape.edge)),
            fill=int(bool(shape.fill)),
        )

    def _ground(self, shape: draw.Box) -> str:
        """Return what a page says to fill a box: with round corners, a wide pen around a smaller one."""
        round_ = min(shape.radius, shape.width / 2, shape.height / 2)
        low = self._up(shape.y + shape.height)
        sides = (shape.x + round_, low + round_, shape.width - 2 * round_, shape.height - 2 * round_)
        colour = styles.colour(shape.fill)
        box = " ".join(number(side) for side in sides)
        if not round_:
            return f"{fill(colour)} {box} re f"
        return f"q 1 j {number(2 * round_)} w {fill(colour)} {stroke(colour)} {box} re B Q"

    @_put.register
    def _line(self, shape: draw.Line) -> None:
        canvas = self._dashed(is_dashed=shape.is_dashed)
        canvas.setStrokeColor(styles.colour(shape.role))
        canvas.setLineWidth(shape.width)
        canvas.line(shape.x, self._up(shape.y), shape.to_x, self._up(shape.to_y))

    @_put.register
    def _diamond(self, shape: draw.Diamond) -> None:
        canvas = self._dashed(is_dashed=False)
        canvas.setFillColor(styles.colour(shape.fill))
        if shape.edge:
            canvas.setStrokeColor(styles.colour(shape.edge))
            canvas.setLineWidth(1)
        middle, half = self._up(shape.y), shape.half
        path = canvas.beginPath()
        path.moveTo(shape.x, middle + half)
        path.lineTo(shape.x + half, middle)
        path.lineTo(shape.x, middle - half)
        path.lineTo(shape.x - half, middle)
        path.close()
        canvas.drawPath(path, stroke=int(bool(shape.edge)), fill=1)

    @_put.register
    def _words(self, shape: draw.Words) -> None:
        canvas = self.canv
        canvas.setFillColor(styles.colour(shape.role))
        canvas.setFont(styles.SEMIBOLD if shape.is_strong else styles.REGULAR, shape.size)
        put = {
            draw.Anchor.START: canvas.drawString,
            draw.Anchor.MIDDLE: canvas.drawCentredString,
            draw.Anchor.END: canvas.drawRightString,
        }[shape.anchor]
        put(shape.x, self._up(shape.y), clean(shape.text))

    def _dashed(self, *, is_dashed: bool) -> Canvas:
        if is_dashed:
            self.canv.setDash(*_DASHES)
        else:
            self.canv.setDash()
        return self.canv

    def _up(self, y: float) -> float:
        return self._drawing.height - y
