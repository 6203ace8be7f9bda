"""The axis above the timeline: years, quarters or months, and where today is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.domain.programme.time_scale import Step, marks
from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.time_words import mark_words
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.programme.timeline.scale import View


class Axis(QWidget):
    """Two rows of marks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: View | None = None
        self._today = date.min
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_view(self, view: View, today: date) -> None:
        """Show the marks of *view*."""
        self._view, self._today = view, today
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return room for two rows and the word for today."""
        return QSize(400, theme.current().space(62))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks."""
        view = self._view
        if view is None:
            return
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = self.height() / 3
        painter.setClipRect(QRectF(view.names, 0, self.width() - view.names, self.height()))
        for number, step in enumerate(view.steps):
            self._paint_row(painter, view, step, QRectF(0, high * number, self.width(), high))
        painter.setPen(QPen(look.colour(Role.LINE), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        if view.first <= self._today <= view.last:
            self._paint_today(painter, view, QRectF(0, 2 * high, self.width(), high))

    def _paint_row(self, painter: QPainter, view: View, step: Step, row: QRectF) -> None:
        look = theme.current()
        is_year = step is Step.YEAR
        font = text_font(Type.CAPTION, Weight.SEMIBOLD if is_year else Weight.REGULAR)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        for mark in marks(view.first, view.last, step):
            left, right = view.scale.x_of(mark.first), view.scale.x_of(mark.after)
            painter.setPen(QPen(look.colour(Role.LINE), 1))
            painter.drawLine(QPointF(left, row.top()), QPointF(left, self.height()))
            words = mark_words(mark, step)
            # A year that begins outside keeps its name in sight.
            start = max(left, view.names) + look.space(5)
            if right - start >= metrics.horizontalAdvance(words):
                painter.setPen(look.colour(Role.INK if is_year else Role.INK_SOFT))
                painter.drawText(
                    QRectF(start, row.top(), right - start, row.height()), Qt.AlignmentFlag.AlignVCenter, words
                )

    def _paint_today(self, painter: QPainter, view: View, row: QRectF) -> None:
        look = theme.current()
        x = (view.scale.x_of(self._today) + view.scale.end_of(self._today)) / 2
        font = text_font(Type.CAPTION, Weight.SEMIBOLD)
        wide = QFontMetricsF(font).horizontalAdvance(_("Today")) + look.space(12)
        left = max(view.names, min(x - wide / 2, self.width() - wide))
        place = QRectF(left, row.top() + 1, wide, row.height() - 2)
        painter.setPen(QPen(look.colour(Role.ATTENTION), 1))
        painter.setBrush(look.colour(Role.ATTENTION_TINT))
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, _("Today"))
