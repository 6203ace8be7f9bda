"""What a facilitator can do with the seats of a session: set them out, and note who comes and goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.values import MunicipalityId, SeatId, SessionId
from smartstad_desktop.domain.workshop.meeting import SeatKind, checked
from smartstad_desktop.domain.workshop.sessions import SeatHasVoted, SeatWasTaken
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.workshop import Attendance, Ballot, Seat
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.workshop.rounds import open_session


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSeat:
    """A seat to set out: a role (never a person's name) of a municipality, or of somebody else."""

    municipality: MunicipalityId | None = None
    label: str = ""
    kind: SeatKind = SeatKind.VOTER


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSeats:
    """Set out seats, last; its value is their ids."""

    session: SessionId
    seats: tuple[NewSeat, ...]

    def execute(self, tx: Transaction) -> tuple[SeatId, ...]:
        """Set them out.

        Raises:
            SessionEnded: the session has ended.
            FieldInvalid: a seat has neither a municipality nor a role.
        """
        open_session(tx, self.session)
        last = tx.session.scalar(select(func.max(Seat.order_key)).where(Seat.session_id == self.session))
        keys = ordering.between_many(last, None, len(self.seats))
        rows = [Seat(session_id=self.session, order_key=key) for key in keys]
        for row, new in zip(rows, self.seats, strict=True):
            _write(tx, row, {"municipality": new.municipality, "label": new.label, "kind": new.kind})
        tx.session.add_all(rows)
        tx.session.flush()
        tx.describe(count=len(rows), title=name_of(tx, rows[0]) if rows else "")
        return tuple(SeatId(row.id) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditSeat:
    """Change the municipality, the role or the kind of a seat."""

    seat: SeatId
    changes: Mapping[str, Any]

    def execute(self, tx: Transaction) -> None:
        """Change it; nothing changes when it is so.

        Raises:
            SessionEnded: the session has ended.
            SeatHasVoted: it has handed in a ballot.
            FieldInvalid: it would have neither a municipality nor a role.
        """
        row = tx.get(Seat, self.seat)
        open_session(tx, SessionId(row.session_id))
        before = _facts(row)
        _write(tx, row, self.changes)
        if _facts(row) != before:
            _check_has_not_voted(tx, (self.seat,))
        tx.describe(title=name_of(tx, row))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveSeats:
    """Take seats away, with the times when somebody sat there."""

    seats: tuple[SeatId, ...]

    def execute(self, tx: Transaction) -> None:
        """Take them away.

        Raises:
            SessionEnded: the session has ended.
            SeatHasVoted: one has handed in a ballot, which stays.
            SeatWasTaken: somebody has sat on one since the session was opened.
        """
        rows = _rows(tx, self.seats)
        is_open = False
        for session in {row.session_id for row in rows}:
            is_open |= open_session(tx, SessionId(session)).opened_at is not None
        _check_has_not_voted(tx, self.seats)
        taken = tx.session.scalar(select(Attendance.seat_id).where(Attendance.seat_id.in_(self.seats)).limit(1))
        if is_open and taken is not None:
            raise SeatWasTaken(title=name_of(tx, tx.get(Seat, taken)))
        tx.describe(count=len(rows), title=name_of(tx, rows[0]) if rows else "")
        for row in rows:
            tx.session.delete(row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrive:
    """Note that somebody has come to seats now; a seat may come back. Other times are corrected."""

    seats: tuple[SeatId, ...]

    def execute(self, tx: Transaction) -> None:
        """Note it; nothing changes for those who are there.

        Raises:
            SessionEnded: the session has ended.
        """
        rows = _present_or_not(tx, self.seats)
        there = _open_spells(tx, self.seats)
        for row in rows:
            if row.id not in there:
                tx.session.add(Attendance(seat_id=row.id, arrived_at=tx.now.isoformat()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Note that those on seats have left now. Other times are corrected."""

    seats: tuple[SeatId, ...]

    def execute(self, tx: Transaction) -> None:
        """Note it; nothing changes for those who are not there, and nobody leaves before they have come.

        Raises:
            SessionEnded: the session has ended.
        """
        _present_or_not(tx, self.seats)
        for spell in _open_spells(tx, self.seats).values():
            spell.left_at = max(tx.now.isoformat(), spell.arrived_at)


def _facts(row: Seat) -> tuple[object, ...]:
    return row.municipality_id, row.label, row.kind


def _check_has_not_voted(tx: Transaction, seats: tuple[SeatId, ...]) -> None:
    voted = tx.session.scalar(select(Ballot.seat_id).where(Ballot.seat_id.in_(seats)).limit(1))
    if voted is not None:
        raise SeatHasVoted(title=name_of(tx, tx.get(Seat, voted)))


def _present_or_not(tx: Transaction, seats: tuple[SeatId, ...]) -> list[Seat]:
    """Return the rows of *seats*, and describe the step."""
    rows = _rows(tx, seats)
    for session in {row.session_id for row in rows}:
        open_session(tx, SessionId(session))
    tx.describe(count=len(rows), title=name_of(tx, rows[0]) if rows else "")
    return rows


def _rows(tx: Transaction, seats: tuple[SeatId, ...]) -> list[Seat]:
    return [tx.get(Seat, seat) for seat in dict.fromkeys(seats)]


def _open_spells(tx: Transaction, seats: tuple[SeatId, ...]) -> dict[int, Attendance]:
    query = select(Attendance).where(Attendance.seat_id.in_(seats), Attendance.left_at.is_(None))
    return {spell.seat_id: spell for spell in tx.session.scalars(query)}


def name_of(tx: Transaction, row: Seat) -> str:
    """Return what a seat is called in the name of a step."""
    town = "" if row.municipality_id is None else tx.get(Municipality, row.municipality_id).short_name
    return f"{town} ({row.label})" if town and row.label else town or row.label


def _write(tx: Transaction, row: Seat, changes: Mapping[str, Any]) -> None:
    for field, value in changes.items():
        match field:
            case "municipality":
                row.municipality_id = None if value is None else tx.get(Municipality, value).id
            case "label":
                row.label = checked(value, field)
            case "kind":
                row.kind = SeatKind(value).value
            case _:
                raise FieldInvalid(field=field)
    checked(row.label, "label", is_optional=row.municipality_id is not None)
