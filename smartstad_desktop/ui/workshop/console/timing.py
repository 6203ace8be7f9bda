"""What is done with the clock of the session: started, paused, set, given some minutes more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from smartstad_desktop.domain.values import SessionId
from smartstad_desktop.domain.workshop.meeting import HIDDEN
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import icons
from smartstad_desktop.ui.workshop.console import dialogs
from smartstad_desktop.ui.workshop.console.session_clock import SessionClock
from smartstad_desktop.ui.workshop.host import WorkshopHost
from smartstad_desktop.usecases.workshop.clock import PauseClock, SetClock, StartClock

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.rounds import RoundSheet
    from smartstad_desktop.ui.kit.forms import Dialog

_MINUTE: Final = 60
#: The clock can be given these minutes by one click.
_MINUTES: Final = (1, 5, 10)


class Timing(QObject):
    """The errands of the clock; they are commands of the page."""

    def __init__(self, clock: SessionClock, host: WorkshopHost, over: QWidget) -> None:
        super().__init__(over)
        self._clock, self._host, self._over = clock, host, over
        self._session: SessionId | None = None
        self._round: RoundSheet | None = None
        self.dialog: Dialog | None = None

    def follow(self, session: SessionId, round_: RoundSheet | None) -> None:
        """Know whose clock it is, and how long the round is meant to take."""
        self._session, self._round = session, round_

    def turn(self) -> None:
        """Start the clock, or pause it."""
        if self._session is not None:
            stops = self._clock.is_running
            self._host.perform(PauseClock(session=self._session) if stops else StartClock(session=self._session))

    def set(self, minutes: int, *_state: object) -> None:
        """Set the clock to *minutes*."""
        if self._session is not None:
            self._host.perform(SetClock(session=self._session, seconds=minutes * _MINUTE))

    def add(self, minutes: int, *_state: object) -> None:
        """Give so many minutes more, or fewer; when the time is over, from now."""
        if self._session is not None:
            seconds = max(0, max(0, self._clock.left) + minutes * _MINUTE)
            self._host.perform(SetClock(session=self._session, seconds=seconds))

    def fill(self, menu: QMenu) -> None:
        """Put what the clock can be set to into *menu*."""
        for minutes in _MINUTES:
            text = _("{minutes} min more", minutes=minutes)
            menu.addAction(icons.icon("plus"), text).triggered.connect(partial(self.add, minutes))
        menu.addAction(icons.icon("minus"), _("1 min less")).triggered.connect(partial(self.add, -1))
        menu.addSeparator()
        if self._round is not None and self._round.phase in HIDDEN:
            text = _("Set to {minutes} min, for answering in silence", minutes=self._round.minutes)
            menu.addAction(icons.icon("clock"), text).triggered.connect(partial(self.set, self._round.minutes))
        menu.addAction(icons.icon("pencil"), _("Set to…")).triggered.connect(self._ask)

    def _ask(self) -> None:
        self.dialog = dialogs.ask_minutes(self.set, self._over)
