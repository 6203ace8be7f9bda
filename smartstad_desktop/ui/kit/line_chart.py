"""A small chart of values over time that can be read in grey: a line, a dashed target, the ends in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role


@dataclass(frozen=True, slots=True)
class LinePoint:
    """A value at a time (in years), and how it is written."""

    at: float
    value: float
    text: str


class LineChart(QWidget):
    """Points with a line through them, and where the target lies. The text beside it says the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[LinePoint, ...] = ()
        self._target: LinePoint | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(self, points: Sequence[LinePoint], target: LinePoint | None, told: str) -> None:
        """Show *points* and the *target*; *told* is what a screen reader says."""
        self._points, self._target = tuple(points), target
        self.setAccessibleName(told)
        self.setVisible(bool(points))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return a low, wide room."""
        return QSize(theme.current().space(260), theme.current().space(110))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint line, points, target, and the first and last number."""
        if not self._points:
            return
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font(Type.CAPTION, Weight.SEMIBOLD, figures=True))
        room = QRectF(self.rect()).adjusted(look.space(10), look.space(22), -look.space(64), -look.space(22))
        painter.setPen(QPen(look.colour(Role.LINE), 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        self._paint_target(painter, room)
        places = [self._place(point, room) for point in self._points]
        painter.setPen(QPen(look.colour(Role.PRIMARY), 2.5))
        painter.drawPolyline(QPolygonF(places))
        painter.setBrush(look.colour(Role.PAPER))
        for place in places:
            painter.drawEllipse(place, 4, 4)
        self._paint_numbers(painter, places)

    def _every(self) -> list[LinePoint]:
        return [*self._points, *((self._target,) if self._target else ())]

    def _place(self, point: LinePoint, room: QRectF) -> QPointF:
        times = [each.at for each in self._every()]
        values = [each.value for each in self._every()]
        width, height = (max(times) - min(times)) or 1.0, (max(values) - min(values)) or 1.0
        return QPointF(
            room.left() + room.width() * (point.at - min(times)) / width,
            room.bottom() - room.height() * (point.value - min(values)) / height,
        )

    def _paint_target(self, painter: QPainter, room: QRectF) -> None:
        if self._target is None:
            return
        look = theme.current()
        place = self._place(self._target, room)
        painter.setPen(QPen(look.colour(Role.INK_SOFT), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(room.left(), place.y()), QPointF(room.right(), place.y()))
        painter.setPen(look.colour(Role.INK_SOFT))
        beside = QRectF(room.right() + look.space(6), place.y() - look.space(10), look.space(58), look.space(20))
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, self._target.text)

    def _paint_numbers(self, painter: QPainter, places: Sequence[QPointF]) -> None:
        look = theme.current()
        metrics = QFontMetricsF(painter.font())
        painter.setPen(look.colour(Role.INK))
        ends = {0, len(places) - 1}
        for number in sorted(ends):
            text = self._points[number].text
            width = metrics.horizontalAdvance(text)
            left = min(max(0.0, places[number].x() - width / 2), self.width() - width)
            painter.drawText(QPointF(left, max(metrics.ascent(), places[number].y() - look.space(8))), text)
        painter.setFont(text_font(Type.CAPTION, figures=True))
        painter.setPen(look.colour(Role.INK_FAINT))
        for number in sorted(ends):
            year = str(int(self._points[number].at))
            width = QFontMetricsF(painter.font()).horizontalAdvance(year)
            left = min(max(0.0, places[number].x() - width / 2), self.width() - width)
            painter.drawText(QPointF(left, self.height() - look.space(4)), year)
