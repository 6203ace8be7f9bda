"""The clock of a workshop: it counts down by the monotonic clock and says when the time is up."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.cards.sizes import Sizes, Text
from smartstad_desktop.ui.kit.buttons import icon_button
from smartstad_desktop.ui.kit.parts import Label
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.kit.typefaces import Weight

_TICK_MS: Final = 200


class Countdown(QObject):
    """Time that runs down from some minutes; below zero it goes on, for then it is the overtime."""

    #: What is shown may have changed.
    ticked = Signal()

    def __init__(self, parent: QObject | None = None, *, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._now = now
        self._length = 20 * 60.0
        self._used = 0.0
        self._since: float | None = None
        self._was_over = False
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)

    def set_minutes(self, minutes: int) -> None:
        """Let it run from so many minutes; what has been used stays used."""
        if self._length != minutes * 60.0:
            self._length = minutes * 60.0
            self.ticked.emit()

    @property
    def is_running(self) -> bool:
        """Return whether time runs."""
        return self._since is not None

    @property
    def remaining(self) -> float:
        """Return the seconds left; below zero the time is up."""
        running = 0.0 if self._since is None else self._now() - self._since
        return self._length - self._used - running

    @property
    def is_over(self) -> bool:
        """Return whether the time is up."""
        return self.remaining <= 0

    def toggle(self) -> None:
        """Start, or pause."""
        if self._since is None:
            self._since = self._now()
            self._timer.start()
        else:
            self._used += self._now() - self._since
            self._since = None
            self._timer.stop()
        self.ticked.emit()

    def reset(self) -> None:
        """Stop and give all the time back."""
        self._since, self._used, self._was_over = None, 0.0, False
        self._timer.stop()
        self.ticked.emit()

    def shown(self) -> str:
        """Return the time as it is read: ``12:40``, and ``+0:15`` when it is over."""
        left = self.remaining
        # A started second counts whole, as on every kitchen clock.
        seconds = int(-left) if left <= 0 else int(left) + (left % 1 > 0)
        minutes, rest = divmod(seconds, 60)
        return f"+{minutes}:{rest:02}" if left <= 0 else f"{minutes:02}:{rest:02}"

    def _tick(self) -> None:
        if self.is_over and not self._was_over:
            self._was_over = True
            QApplication.beep()
        self.ticked.emit()


class ClockFace(QWidget):
    """The countdown as figures, with start, pause and reset."""

    def __init__(self, countdown: Countdown, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._countdown = countdown
        self.figures = Label(role=Role.PRIMARY)
        self.figures.setFont(sizes.font(Text.TIMER, Weight.BOLD, figures=True))
        self.words = Label(role=Role.ATTENTION)
        self.words.setFont(sizes.font(Text.CAPTION, Weight.SEMIBOLD))
        self.start = icon_button("play", _("Start the clock"))
        self.reset = icon_button("rotate-ccw", _("Reset the clock"))
        self.start.clicked.connect(countdown.toggle)
        self.reset.clicked.connect(countdown.reset)
        figures = QVBoxLayout()
        figures.setSpacing(0)
        figures.addWidget(self.figures)
        figures.addWidget(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.px(4))
        row.addLayout(figures)
        row.addWidget(self.start)
        row.addWidget(self.reset)
        countdown.ticked.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the time as it is now."""
        is_over, is_running = self._countdown.is_over, self._countdown.is_running
        self.figures.setText(self._countdown.shown())
        self.figures.set_role(Role.ATTENTION if is_over else Role.PRIMARY)
        self.words.setText(_("Time is up"))
        self.words.setVisible(is_over)
        name = _("Pause the clock") if is_running else _("Start the clock")
        self.start.set_picture("pause" if is_running else "play")
        self.start.setToolTip(name)
        self.start.setAccessibleName(name)
        self.figures.setAccessibleName(
            _("{time} left", time=self._countdown.shown()) if not is_over else _("Time is up")
        )
