"""What is seen where somebody has signed: a page of its own, as large as the place, with embedded letters."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from smartstad_desktop.domain.plan.signing import Appearance
from smartstad_desktop.exchange.documents.pdf import styles
from smartstad_desktop.exchange.documents.pdf.text import clean

_PADDING: Final = 3.5
_LARGEST: Final = 10.0
_SMALLEST: Final = 5.0
#: How much of the width a name drawn by hand may take.
_DRAWN_WIDTH: Final = 0.3
#: A pad for drawing is three times as wide as high.
_PAD_RATIO: Final = 3.0


def stamp(appearance: Appearance, width: float, height: float) -> bytes:
    """Return a one-page PDF of *width* and *height* points with what *appearance* says."""
    styles.fonts()
    target = BytesIO()
    options: dict[str, Any] = {"pagesize": (width, height), "invariant": 1, "initialFontName": styles.REGULAR}
    canvas = Canvas(target, **options)
    canvas.setStrokeColor(styles.colour("line"))
    canvas.setLineWidth(0.6)
    # It stands where the line to write on is printed, and covers it.
    canvas.setFillColor(styles.colour("paper"))
    canvas.rect(0.3, 0.3, width - 0.6, height - 0.6, stroke=1, fill=1)
    room = width - 2 * _PADDING
    if appearance.strokes:
        drawn = room * _DRAWN_WIDTH
        _draw(canvas, appearance, (width - _PADDING - drawn, _PADDING), (drawn, height - 2 * _PADDING))
        room -= drawn + _PADDING
    _write(canvas, appearance, room, height)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def _write(canvas: Canvas, appearance: Appearance, room: float, height: float) -> None:
    lines = [(styles.SEMIBOLD, clean(appearance.title)), *((styles.REGULAR, clean(line)) for line in appearance.lines)]
    leading = 1.28
    size = min(_LARGEST, (height - 2 * _PADDING) / (leading * len(lines)))
    widest = max(pdfmetrics.stringWidth(text, face, size) for face, text in lines)
    size = max(_SMALLEST, min(size, size * room / widest if widest else size))
    canvas.setFillColor(styles.colour("ink"))
    baseline = height - (height - size * leading * len(lines)) / 2 - size
    for face, text in lines:
        canvas.setFont(face, size)
        canvas.drawString(_PADDING, baseline, _fitted(text, face, size, room))
        baseline -= size * leading


def _fitted(text: str, face: str, size: float, room: float) -> str:
    if pdfmetrics.stringWidth(text, face, size) <= room:
        return text
    while text and pdfmetrics.stringWidth(text + "…", face, size) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def _draw(canvas: Canvas, appearance: Appearance, corner: tuple[float, float], room: tuple[float, float]) -> None:
    wide = min(room[0], room[1] * _PAD_RATIO)
    high = wide / _PAD_RATIO
    left, top = corner[0] + (room[0] - wide) / 2, corner[1] + (room[1] + high) / 2
    canvas.setStrokeColor(styles.colour("ink"))
    canvas.setLineWidth(1)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for stroke in appearance.strokes:
        path = canvas.beginPath()
        for number, (x, y) in enumerate(stroke):
            (path.lineTo if number else path.moveTo)(left + x * wide, top - y * high)
        canvas.drawPath(path)
