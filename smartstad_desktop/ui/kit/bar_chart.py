"""Bars lying on their side, divided into parts that differ in lightness and pattern, with every number written out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role

#: The looks of the parts, told apart without colour: full and dark, full and middle, striped, dotted, crossed, empty.
_LOOKS: Final[tuple[tuple[Role, Qt.BrushStyle], ...]] = (
    (Role.HEAT_3, Qt.BrushStyle.SolidPattern),
    (Role.HEAT_2, Qt.BrushStyle.SolidPattern),
    (Role.HEAT_1, Qt.BrushStyle.SolidPattern),
    (Role.PRIMARY, Qt.BrushStyle.BDiagPattern),
    (Role.PRIMARY, Qt.BrushStyle.Dense6Pattern),
    (Role.PRIMARY, Qt.BrushStyle.DiagCrossPattern),
)


@dataclass(frozen=True, slots=True)
class BarRow:
    """One bar: its name, the size of its parts, and the number at its end."""

    name: str
    parts: tuple[float, ...]
    text: str


class BarChart(QWidget):
    """Bars with their legend."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[BarRow, ...] = ()
        self._legend: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[BarRow], legend: Sequence[str], told: str) -> None:
        """Show *rows*; *legend* names their parts, *told* is what a screen reader says."""
        self._rows, self._legend = tuple(rows), tuple(legend)
        self.setAccessibleName(told)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the height of all bars and the legend."""
        look = theme.current()
        return QSize(look.space(420), look.space(28) * max(1, len(self._rows)) + self._legend_height())

    def _legend_height(self) -> int:
        return theme.current().space(24 * len(self._legend_lines()) + 12) if len(self._legend) > 1 else 0

    def _legend_lines(self) -> list[list[int]]:
        """Return the legend's entries by line, as many in each as fit."""
        metrics = QFontMetricsF(text_font(Type.CAPTION))
        lines: list[list[int]] = [[]]
        left, room = 0.0, max(self.width(), theme.current().space(300))
        for number, name in enumerate(self._legend[: len(_LOOKS)]):
            wide = metrics.horizontalAdvance(name) + theme.current().space(38)
            if left + wide > room and lines[-1]:
                lines.append([])
                left = 0.0
            lines[-1].append(number)
            left += wide
        return lines

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars and what their parts mean."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour(Role.PAPER))
        names = QFontMetricsF(text_font(Type.BODY))
        widest = max((names.horizontalAdvance(row.name) for row in self._rows), default=0)
        left = min(widest + look.space(12), self.width() * 0.42)
        numbers = QFontMetricsF(text_font(Type.BODY, Weight.SEMIBOLD, figures=True))
        right = max((numbers.horizontalAdvance(row.text) for row in self._rows), default=0) + look.space(10)
        most = max((sum(row.parts) for row in self._rows), default=0) or 1
        for number, row in enumerate(self._rows):
            top = number * look.space(28)
            room = QRectF(left, top + look.space(5), max(20.0, self.width() - left - right), look.space(18))
            painter.setFont(text_font(Type.BODY))
            painter.setPen(look.colour(Role.INK))
            name = names.elidedText(row.name, Qt.TextElideMode.ElideRight, left - look.space(10))
            painter.drawText(QRectF(0, top, left, look.space(28)), Qt.AlignmentFlag.AlignVCenter, name)
            end = self._paint_bar(painter, room, row, most)
            painter.setFont(text_font(Type.BODY, Weight.SEMIBOLD, figures=True))
            painter.setPen(look.colour(Role.INK))
            painter.drawText(
                QRectF(end + look.space(6), top, right, look.space(28)), Qt.AlignmentFlag.AlignVCenter, row.text
            )
        if len(self._legend) > 1:
            self._paint_legend(painter, len(self._rows) * look.space(28) + look.space(6))

    def _paint_bar(self, painter: QPainter, room: QRectF, row: BarRow, most: float) -> float:
        left = room.left()
        for number, part in enumerate(row.parts):
            width = room.width() * part / most
            if width > 0:
                _paint_part(painter, QRectF(left, room.top(), width, room.height()), number)
            left += width
        return left

    def _paint_legend(self, painter: QPainter, top: float) -> None:
        look = theme.current()
        painter.setFont(text_font(Type.CAPTION))
        metrics = QFontMetricsF(painter.font())
        for line in self._legend_lines():
            left = 0.0
            for number in line:
                _paint_part(painter, QRectF(left, top + look.space(6), look.space(14), look.space(14)), number)
                left += look.space(20)
                painter.setPen(look.colour(Role.INK_SOFT))
                painter.drawText(QPointF(left, top + look.space(18)), self._legend[number])
                left += metrics.horizontalAdvance(self._legend[number]) + look.space(18)
            top += look.space(24)


def _paint_part(painter: QPainter, room: QRectF, number: int) -> None:
    look = theme.current()
    role, pattern = _LOOKS[min(number, len(_LOOKS) - 1)]
    painter.setPen(QPen(look.colour(Role.PRIMARY_DEEP), 1))
    painter.fillRect(room, look.colour(Role.PAPER))
    painter.setBrush(QBrush(look.colour(role), pattern))
    painter.drawRect(room.adjusted(0.5, 0.5, -0.5, -0.5))
