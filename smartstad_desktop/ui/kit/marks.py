"""The mark of a municipality: two letters on its colour, never the colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role


@dataclass(frozen=True, slots=True)
class Mark:
    """What a municipality is known by at a glance; ``colour`` is written ``#RRGGBB`` and comes from the file."""

    letters: str
    colour: str
    name: str = ""


def mark_size(scale: float = 1.0, letters: str = "HB") -> QSize:
    """Return the room one mark takes at *scale*; longer marks are wider."""
    extra = max(0, len(letters) - 2) * 8
    return QSize(round((28 + extra) * scale), round(22 * scale))


def paint_mark(painter: QPainter, place: QRectF, mark: Mark, scale: float = 1.0) -> None:
    """Paint *mark* so that it fills *place*."""
    look = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour(Role.MARK_EDGE), 1))
    painter.setBrush(QColor(mark.colour))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 5 * scale, 5 * scale)
    painter.setPen(look.colour(Role.MARK_TEXT))
    made = text_font(Type.CAPTION, Weight.SEMIBOLD)
    made.setPixelSize(max(9, round(12 * scale)))
    painter.setFont(made)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, mark.letters)
    painter.restore()


def paint_marks(
    painter: QPainter, place: QPointF, marks: Sequence[Mark], *, scale: float = 1.0, room: float = 1e9
) -> float:
    """Paint *marks* in a row from *place*, as many as *room* holds and then how many more; return the width used."""
    left, gap = place.x(), 4 * scale
    for number, mark in enumerate(marks):
        size = mark_size(scale, mark.letters)
        rest = len(marks) - number
        last = rest == 1
        if left + size.width() + (0 if last else 30 * scale) > place.x() + room:
            return left - place.x() + _paint_more(painter, QPointF(left, place.y()), rest, scale)
        paint_mark(painter, QRectF(left, place.y(), size.width(), size.height()), mark, scale)
        left += size.width() + gap
    return max(0.0, left - gap - place.x())


def _paint_more(painter: QPainter, place: QPointF, count: int, scale: float) -> float:
    made = text_font(Type.CAPTION, Weight.SEMIBOLD)
    made.setPixelSize(max(9, round(12 * scale)))
    text = f"+{count}"
    width = QFontMetricsF(made).horizontalAdvance(text) + 2 * scale
    painter.setFont(made)
    painter.setPen(theme.current().colour(Role.INK_SOFT))
    height = mark_size(scale).height()
    painter.drawText(QRectF(place.x(), place.y(), width, height), Qt.AlignmentFlag.AlignVCenter, text)
    return width


class MarkLabel(QWidget):
    """One mark, or several in a row, as a widget."""

    def __init__(self, *marks: Mark, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Mark, ...] = ()
        self._scale = scale * theme.current().scale
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_marks(marks)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show other marks."""
        self._marks = tuple(marks)
        names = ", ".join(mark.name or mark.letters for mark in self._marks)
        self.setAccessibleName(names)
        self.setToolTip("".join(names.split("<")))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the room all marks take in one row."""
        widths = [mark_size(self._scale, mark.letters).width() for mark in self._marks]
        return QSize(sum(widths) + round(4 * self._scale) * max(0, len(widths) - 1), mark_size(self._scale).height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks."""
        paint_marks(QPainter(self), QPointF(0, 0), self._marks, scale=self._scale)
