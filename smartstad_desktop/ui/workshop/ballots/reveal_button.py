"""The button that shows everybody what was said: it has to be held, so that no slip of the hand reveals."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.theme import Role

HOLD_MS: Final = 800
#: So long a first press waits for its second one: the way for those who cannot hold a key.
TWICE_MS: Final = 2500
_FRAME_MS: Final = 16
_KEYS: Final = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space))


class RevealButton(Button):
    """Fills while it is held, and tells when it is full. Enter can be held too, or pressed twice."""

    #: It was held long enough, or pressed twice.
    held = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Reveal (hold)"), ButtonKind.PRIMARY, "eye", parent)
        self.setAccessibleDescription(_("Hold until the button is full, or press Enter twice."))
        self.setToolTip(_("Hold until the button is full, or press Enter twice."))
        self.hold_ms = HOLD_MS
        self._since: float | None = None
        self._first_press: float | None = None
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def part(self) -> float:
        """Return how full the button is, from 0 to 1."""
        if self._since is None:
            return 0.0
        return min(1.0, (time.monotonic() - self._since) * 1000 / max(1, self.hold_ms))

    def _begin(self) -> None:
        self._since = time.monotonic()
        self._timer.start()
        self.update()

    def _stop(self) -> None:
        self._since = None
        self._timer.stop()
        self.update()

    def _tick(self) -> None:
        if self.part >= 1.0:
            self._stop()
            self._first_press = None
            self.setDown(False)
            self.held.emit()
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to fill."""
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._begin()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: what is not full shows nothing."""
        super().mouseReleaseEvent(event)
        self._stop()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hold Enter or the space bar, or press it twice."""
        if Qt.Key(event.key()) not in _KEYS:
            super().keyPressEvent(event)
            return
        if event.isAutoRepeat():
            return
        now = time.monotonic()
        if self._first_press is not None and (now - self._first_press) * 1000 <= TWICE_MS:
            self._first_press = None
            self._stop()
            self.held.emit()
            return
        self._first_press = now
        self._begin()

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go."""
        if Qt.Key(event.key()) in _KEYS and not event.isAutoRepeat():
            self._stop()
        else:
            super().keyReleaseEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go when the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        self._first_press = None
        self._stop()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint how full it is along the lower edge."""
        super().paintEvent(event)
        if not self.part:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QPainterPath()
        sheet.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.setClipPath(sheet)
        thick = theme.current().space(6)
        full = QRectF(0, self.height() - thick, self.width() * self.part, thick)
        painter.fillRect(full, theme.current().colour(Role.RAIL_MARK))
