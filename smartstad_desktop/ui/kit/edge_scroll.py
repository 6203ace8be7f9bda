"""Scrolling while something is held near the edge of what can be scrolled."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea

#: How near the edge something held makes a list scroll, and how often and far.
EDGE: Final = 44
EDGE_MS: Final = 16
EDGE_STEP: Final = 14


def edge_step(area: QAbstractScrollArea, at: QPoint) -> int:
    """Return how far to scroll with the pointer at *at* in the viewport: the nearer the edge, the faster."""
    height = area.viewport().height()
    if at.y() < EDGE:
        return -round(EDGE_STEP * (1 - at.y() / EDGE))
    if at.y() > height - EDGE:
        return round(EDGE_STEP * (1 - (height - at.y()) / EDGE))
    return 0


class EdgeScroll(QObject):
    """Scrolls one area as long as the pointer that was followed last lies near its edge."""

    #: The area has moved under the pointer; carries where that is on the screen.
    scrolled = Signal(QPoint)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._area: QAbstractScrollArea | None = None
        self._pointer = QPoint()
        self._clock = QTimer(self, interval=EDGE_MS)
        self._clock.timeout.connect(self._scroll)

    def follow(self, area: QAbstractScrollArea | None, pointer: QPoint) -> None:
        """Note where on the screen the pointer holds something over *area*."""
        self._area, self._pointer = area, pointer
        if area is not None and not self._clock.isActive():
            self._clock.start()

    def stop(self) -> None:
        """Scroll no further."""
        self._clock.stop()

    def _scroll(self) -> None:
        if self._area is None:
            return
        bar = self._area.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + edge_step(self._area, self._area.viewport().mapFromGlobal(self._pointer)))
        if bar.value() != before:
            self.scrolled.emit(self._pointer)
