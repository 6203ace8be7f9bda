"""Starting, stopping and setting the clock of a session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from smartstad_desktop.domain.values import SessionId
from smartstad_desktop.domain.workshop.clock import checked_seconds, left
from smartstad_desktop.storage.tables.workshop import Session
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.workshop.agenda import going_on


@dataclass(frozen=True, slots=True, kw_only=True)
class StartClock:
    """Let the clock run on from what it shows."""

    session: SessionId

    def execute(self, tx: Transaction) -> None:
        """Start it; nothing changes when it runs.

        Raises:
            SessionNotOpen: the session has not begun.
            SessionEnded: it has ended.
        """
        row = going_on(tx, self.session)
        if row.clock_started_at is None:
            row.clock_started_at = tx.now.isoformat()
            row.clock_left_s = row.clock_left_s or 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseClock:
    """Let the clock stand still at what it shows."""

    session: SessionId

    def execute(self, tx: Transaction) -> None:
        """Stop it; nothing changes when it stands still.

        Raises:
            SessionNotOpen: the session has not begun.
            SessionEnded: it has ended.
        """
        row = going_on(tx, self.session)
        if row.clock_started_at is not None:
            row.clock_left_s, row.clock_started_at = _shown(row, tx.now), None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetClock:
    """Set the clock; it goes on running when it runs. Several settings at once are one step."""

    session: SessionId
    seconds: int

    @property
    def merge_key(self) -> str:
        """Return what joins quick settings."""
        return f"SetClock {self.session}"

    def execute(self, tx: Transaction) -> None:
        """Set it.

        Raises:
            ClockInvalid: it cannot show that.
            SessionNotOpen: the session has not begun.
            SessionEnded: it has ended.
        """
        row = going_on(tx, self.session)
        row.clock_left_s = checked_seconds(self.seconds)
        if row.clock_started_at is not None:
            row.clock_started_at = tx.now.isoformat()


def _shown(row: Session, now: datetime) -> int:
    return left(datetime.fromisoformat(row.clock_started_at) if row.clock_started_at else None, row.clock_left_s, now)
