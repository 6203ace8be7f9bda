"""Correcting when somebody was at a session, also after its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select

from smartstad_desktop.domain.values import SeatId
from smartstad_desktop.domain.workshop.attendance import Held, Spell, checked_spells
from smartstad_desktop.storage.tables.workshop import Attendance, Seat, Session
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.workshop.seats import name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectAttendance:
    """Say all the times when somebody sat on a seat, none when nobody came; the minutes tell that it was corrected."""

    seat: SeatId
    spells: tuple[Spell, ...]

    def execute(self, tx: Transaction) -> None:
        """Write them; nothing changes when they are known.

        Raises:
            FieldInvalid: they cannot be true: of another day, in the wrong order, or still to come.
        """
        seat = tx.get(Seat, self.seat)
        tx.describe(title=name_of(tx, seat))
        wanted = checked_spells(self.spells, _held(tx, tx.get(Session, seat.session_id)))
        query = select(Attendance).where(Attendance.seat_id == seat.id)
        rows = list(tx.session.scalars(query.order_by(Attendance.arrived_at, Attendance.id)))
        for row in rows[len(wanted) :]:
            tx.session.delete(row)
        for number, spell in enumerate(wanted):
            if number < len(rows):
                _write(rows[number], spell)
            else:
                tx.session.add(
                    Attendance(seat_id=seat.id, arrived_at=_iso(spell.arrived_at), left_at=_end(spell.left_at))
                )


def _write(row: Attendance, spell: Spell) -> None:
    if datetime.fromisoformat(row.arrived_at) != spell.arrived_at:
        row.arrived_at = _iso(spell.arrived_at)
    if (None if row.left_at is None else datetime.fromisoformat(row.left_at)) != spell.left_at:
        row.left_at = _end(spell.left_at)


def _held(tx: Transaction, session: Session) -> Held:
    """Return when the session was held: from the day it was opened to the day it ended, or until now."""
    begun, ended = (
        None if written is None else datetime.fromisoformat(written).astimezone().date()
        for written in (session.opened_at, session.ended_at)
    )
    return Held(
        first=begun or session.held_on or tx.today,
        last=ended or tx.today,
        now=tx.now,
        is_over=ended is not None,
    )


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()


def _end(moment: datetime | None) -> str | None:
    return None if moment is None else _iso(moment)
