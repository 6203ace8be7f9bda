"""A drawing of the plan as wide as there is room: it is made anew for each width, and says itself in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.ui.kit import theme

if TYPE_CHECKING:
    from smartstad_desktop.exchange.documents.drawing import Drawing


class DrawingView(QWidget):
    """Shows what *make* draws for a width; a screen reader hears its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make: Callable[[float], Drawing | None] | None = None
        self.drawing: Drawing | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    @property
    def _factor(self) -> float:
        # Points of paper are read from nearer than the screen.
        return 1.35 * theme.current().scale

    def show_drawing(self, make: Callable[[float], Drawing | None]) -> None:
        """Show what *make* draws from now on."""
        self._make = make
        self._draw()

    def _draw(self) -> None:
        if self._make is None or self.width() < self.minimumWidth():
            return
        self.drawing = self._make(max(420.0, self.width() / self._factor))
        self.setAccessibleName(self.drawing.alternative if self.drawing else "")
        height = round(self.drawing.height * self._factor) if self.drawing else 0
        self.setFixedHeight(height)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the size of the drawing."""
        return QSize(420, self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the drawing."""
        if self.drawing is None:
            return
        from smartstad_desktop.ui.kit import drawing_paint  # noqa: PLC0415  only when there is something to draw

        painter = QPainter(self)
        painter.scale(self._factor, self._factor)
        drawing_paint.paint(painter, self.drawing)
