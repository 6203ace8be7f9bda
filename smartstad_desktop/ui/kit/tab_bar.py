"""The line of tabs over a page that has several: words with a strong line under the one that is shown."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget
from typing_extensions import override

from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role

#: The air beside the words: as much as there is room for, between these.
_LEAST_AIR: Final = 6
_MOST_AIR: Final = 16
_HEIGHT: Final = 42


class TabBar(QTabBar):
    """Tabs by mouse, by arrow keys and by Ctrl+Tab; where large text leaves too little room they stand closer."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._air = theme.current().space(_MOST_AIR)
        self.setAccessibleName(name)
        self.setFont(text_font(Type.STRONG, Weight.SEMIBOLD))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMouseTracking(True)

    @override
    def tabSizeHint(self, index: int) -> QSize:
        """Return the room for the words and the air around them."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.tabText(index))
        return QSize(words + 2 * self._air, theme.current().space(_HEIGHT))

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        """Return the same room: words are never cut."""
        return self.tabSizeHint(index)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as much air as there is."""
        super().resizeEvent(event)
        look, metrics = theme.current(), QFontMetrics(self.font())
        words = sum(metrics.horizontalAdvance(self.tabText(number)) for number in range(self.count()))
        free = (self.width() - words) // (2 * max(1, self.count()))
        air = max(look.space(_LEAST_AIR), min(look.space(_MOST_AIR), free))
        if air != self._air and self.count():
            self._air = air
            # Qt works the places out again when a text is set, even when it is the same.
            self.setTabText(0, self.tabText(0))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, the line beneath all, and the strong one under the tab that is shown."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour(Role.LINE))
        pointer = self.mapFromGlobal(self.cursor().pos()) if self.underMouse() else None
        for number in range(self.count()):
            room = self.tabRect(number)
            is_shown = number == self.currentIndex()
            if pointer is not None and room.contains(pointer) and not is_shown:
                self._paint_sheet(painter, room)
            painter.setFont(self.font())
            painter.setPen(look.colour(Role.PRIMARY_DEEP if is_shown else Role.INK_SOFT))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.tabText(number))
            if is_shown:
                high = look.space(3)
                line = QRect(room.left() + self._air // 2, room.bottom() + 1 - high, room.width() - self._air, high)
                painter.fillRect(line, look.colour(Role.PRIMARY))
                if self.hasFocus():
                    painter.setPen(QPen(look.colour(Role.FOCUS), 2))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRoundedRect(QRectF(room).adjusted(2, 4, -2, -5), 6, 6)

    def _paint_sheet(self, painter: QPainter, room: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().colour(Role.HOVER))
        painter.drawRoundedRect(QRectF(room).adjusted(2, 4, -2, -5), 6, 6)
