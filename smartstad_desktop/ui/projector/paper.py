"""Drawing on the wall: sizes that grow with the screen and the wish for larger text, and text that never runs out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout

from smartstad_desktop.reads.workshop.audience import MunicipalityMark
from smartstad_desktop.ui.kit import theme, typefaces
from smartstad_desktop.ui.kit.marks import Mark, mark_size, paint_mark, paint_marks
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.kit.typefaces import Weight
from smartstad_desktop.ui.projector.words import Words

#: The lines of the screen that the sizes are made for, and the smallest text that reads at eight metres there.
LINES: Final = 1080
SMALLEST: Final = 20
#: Text is made smaller by steps of this until it fits, never below the smallest.
_STEP: Final = 0.92

_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAP: Final = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Paper:
    """A painter with the measures and the languages of the wall."""

    painter: QPainter
    factor: float
    words: Words

    def px(self, pixels: float) -> float:
        """Return a distance on this wall."""
        return pixels * self.factor

    def font(self, pixels: float, weight: Weight = Weight.REGULAR, *, figures: bool = False) -> QFont:
        """Return a font; *pixels* are those of a wall with 1080 lines."""
        return typefaces.font(round(self.px(max(SMALLEST, pixels))), weight, figures=figures)

    def text(
        self,
        place: QRectF,
        words: str,
        pixels: float = 24,
        *,
        weight: Weight = Weight.REGULAR,
        role: Role = Role.INK,
        align: Qt.AlignmentFlag = _LEFT,
        figures: bool = False,
    ) -> None:
        """Write one line in *place*, shortened with an ellipsis when there is no room."""
        font = self.font(pixels, weight, figures=figures)
        self.painter.setFont(font)
        self.painter.setPen(theme.current().colour(role))
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        self.painter.drawText(place, align | Qt.TextFlag.TextSingleLine, shown)

    def block(
        self,
        place: QRectF,
        words: str,
        pixels: float = 24,
        *,
        weight: Weight = Weight.REGULAR,
        role: Role = Role.INK,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop,
    ) -> float:
        """Write several lines in *place*, smaller when they would not fit; return the height they took."""
        size = pixels
        while size > SMALLEST and self._height(words, size, weight, place.width()) > place.height():
            size = max(SMALLEST, size * _STEP)
        self.painter.setFont(self.font(size, weight))
        self.painter.setPen(theme.current().colour(role))
        self.painter.drawText(place, int(align) | int(_WRAP), words)
        return min(place.height(), self._height(words, size, weight, place.width()))

    def lines(self, place: QRectF, words: str, pixels: float, most: int = 2) -> None:
        """Write at most so many lines of one size from the top of *place*; what does not fit ends in an ellipsis."""
        font = self.font(pixels, Weight.SEMIBOLD)
        metrics = QFontMetricsF(font)
        self.painter.setFont(font)
        self.painter.setPen(theme.current().colour(Role.INK))
        layout = QTextLayout(words, font)
        layout.beginLayout()
        count = min(most, max(1, int(place.height() // metrics.lineSpacing())))
        for number in range(count):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(place.width())
            end = None if number + 1 == count else line.textStart() + line.textLength()
            text = words[line.textStart() : end]
            shown = metrics.elidedText(text.strip(), Qt.TextElideMode.ElideRight, place.width())
            self.painter.drawText(
                QPointF(place.left(), place.top() + metrics.ascent() + number * metrics.lineSpacing()), shown
            )
        layout.endLayout()

    def width(self, words: str, pixels: float, weight: Weight = Weight.REGULAR, *, figures: bool = False) -> float:
        """Return how wide *words* are."""
        return QFontMetricsF(self.font(pixels, weight, figures=figures)).horizontalAdvance(words)

    def fill(self, place: QRectF, role: Role, radius: float = 12, edge: Role | None = None) -> None:
        """Fill a rounded box."""
        look = theme.current()
        self.painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(look.colour(edge), self.px(1.5)))
        self.painter.setBrush(look.colour(role))
        self.painter.drawRoundedRect(place, self.px(radius), self.px(radius))

    def marks(self, place: QPointF, marks: Sequence[MunicipalityMark], room: float = 1e9, scale: float = 1.25) -> float:
        """Paint the marks of municipalities in a row; return the width they took."""
        shown = [Mark(each.letters, each.colour, each.name) for each in marks]
        return paint_marks(self.painter, place, shown, scale=scale * self.factor, room=room)

    def marks_width(self, marks: Sequence[MunicipalityMark], scale: float = 1.25) -> float:
        """Return how wide marks in a row are."""
        widths = [mark_size(scale * self.factor, each.letters).width() for each in marks]
        return sum(widths) + 4 * scale * self.factor * max(0, len(widths) - 1)

    def mark(self, centre: QPointF, mark: MunicipalityMark, scale: float = 1.25) -> None:
        """Paint one mark around *centre*."""
        size = mark_size(scale * self.factor, mark.letters)
        place = QRectF(centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(), size.height())
        paint_mark(self.painter, place, Mark(mark.letters, mark.colour, mark.name), scale * self.factor)

    def _height(self, words: str, pixels: float, weight: Weight, width: float) -> float:
        metrics = QFontMetricsF(self.font(pixels, weight))
        return metrics.boundingRect(QRectF(0, 0, width, 1e6), int(_WRAP), words).height()
