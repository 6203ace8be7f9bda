"""The clock of the open session: what it shows follows from the file and the time, so a restart finds it right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from smartstad_desktop.domain.workshop import clock

_TICK_MS: Final = 250


class SessionClock(QObject):
    """Tells when what the clock shows may have changed; it runs only while somebody looks."""

    ticked = Signal()
    #: The time has just run out.
    ran_out = Signal()

    def __init__(self, parent: QObject, *, now: Callable[[], datetime]) -> None:
        super().__init__(parent)
        self._now = now
        self._started_at: datetime | None = None
        self._left_s: int | None = None
        self._was_over = False
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)

    def show_state(self, started_at: datetime | None, left_s: int | None) -> None:
        """Follow what the file says: when the clock was started, and what it showed then."""
        self._started_at = started_at
        self._left_s = left_s
        self._was_over = self.is_over
        if self.is_running:
            self._timer.start()
        else:
            self._timer.stop()
        self.ticked.emit()

    def rest(self) -> None:
        """Stop ticking while nobody looks; the time itself goes on."""
        self._timer.stop()

    @property
    def is_set(self) -> bool:
        """Return whether the clock shows a time at all."""
        return self._left_s is not None

    @property
    def is_running(self) -> bool:
        """Return whether time runs."""
        return self._started_at is not None

    @property
    def left(self) -> int:
        """Return the seconds left; below zero the time is over by that much."""
        return clock.left(self._started_at, self._left_s, self._now())

    @property
    def is_over(self) -> bool:
        """Return whether the time is up."""
        return self.is_set and self.left <= 0

    def _tick(self) -> None:
        if self.is_over and not self._was_over:
            self._was_over = True
            QApplication.beep()
            self.ran_out.emit()
        self.ticked.emit()
