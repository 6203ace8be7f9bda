"""What a facilitator can do with a workshop session: plan it, open it, end it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import func, select

from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.values import Language, SessionId
from smartstad_desktop.domain.workshop.clock import left
from smartstad_desktop.domain.workshop.meeting import TEXT_LIMIT, Format, SessionEnded, checked
from smartstad_desktop.domain.workshop.sessions import (
    NEAR_THE_PLAN,
    STILL_THERE,
    DayHasCome,
    SessionNotOpen,
    begins,
    checked_quorum,
    checked_time,
    ends,
)
from smartstad_desktop.storage.tables.board import Board
from smartstad_desktop.storage.tables.workshop import AgendaItem, Attendance, Seat, Session
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.workshop import session_filling


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateSession:
    """Plan a session, last in the list; its value is the session's id.

    Each municipality that takes part gets a seat. The agenda and its rounds come from *preset*, in *language*; an empty
    one begins with nothing. Without a time it begins when the preset does.
    """

    name: str
    preset: str = ""
    held_on: date | None = None
    starts_at: str = ""
    language: Language = Language.SV

    def execute(self, tx: Transaction) -> SessionId:
        """Plan it.

        Raises:
            FieldInvalid: the name or the time does not fit.
            PresetUnknown: there is no such agenda.
        """
        name = checked(self.name, "name", is_optional=False)
        row = Session(name=name, held_on=self.held_on, order_key=_last_key(tx))
        session_filling.from_preset(tx, row, self.preset, self.language)
        if self.starts_at:
            row.starts_at = checked_time(self.starts_at)
        tx.describe(title=name)
        return SessionId(row.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditSession:
    """Change what a session is called, is for, decides by, when and where it is held, or its quorum.

    With ``is_typing``, pieces of one field's text become one step.
    """

    session: SessionId
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.session)

    def execute(self, tx: Transaction) -> None:
        """Change it; after the end only what it is called and where it was.

        Raises:
            DayHasCome: it has begun, and its day is to change.
            SessionEnded: it has ended, and something else is to change.
            FieldInvalid: a field does not fit.
        """
        row = tx.get(Session, self.session)
        if row.ended_at is not None and not self.changes.keys() <= _AFTERWARDS:
            raise SessionEnded
        if row.opened_at is not None and self.changes.get("held_on", row.held_on) != row.held_on:
            raise DayHasCome
        for field, value in self.changes.items():
            _write(tx, row, field, value)
        tx.describe(title=row.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateSession:
    """Plan a session as another one was planned: seats, agenda and rounds, without anything that was said there."""

    session: SessionId
    name: str

    def execute(self, tx: Transaction) -> SessionId:
        """Plan it; its value is the new session's id.

        Raises:
            FieldInvalid: the name does not fit.
        """
        old = tx.get(Session, self.session)
        name = checked(self.name, "name", is_optional=False)
        row = session_filling.copy_of(tx, old, name, _last_key(tx))
        tx.describe(title=name)
        return SessionId(row.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteSessions:
    """Delete sessions with everything that was said there; projects and boards stay."""

    sessions: tuple[SessionId, ...]

    def execute(self, tx: Transaction) -> None:
        """Delete them."""
        rows = [tx.get(Session, session) for session in dict.fromkeys(self.sessions)]
        tx.describe(count=len(rows), title=rows[0].name if rows else "")
        for row in rows:
            tx.session.delete(row)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSession:
    """Begin a session; nothing changes when it has begun.

    When it begins near the planned time the agenda keeps its times. Else it counts from now, as long as was planned.
    """

    session: SessionId

    def execute(self, tx: Transaction) -> None:
        """Open it."""
        row = tx.get(Session, self.session)
        tx.describe(title=row.name)
        if row.opened_at is None:
            _settle_times(tx, row)
            row.opened_at = tx.now.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSession:
    """End a session: the part that is on ends, the clock stops and those who are there leave."""

    session: SessionId

    def execute(self, tx: Transaction) -> None:
        """End it; nothing changes when it has ended.

        Raises:
            SessionNotOpen: it has not begun.
        """
        row = tx.get(Session, self.session)
        tx.describe(title=row.name)
        if row.opened_at is None:
            raise SessionNotOpen
        if row.ended_at is not None:
            return
        row.ended_at = now = tx.now.isoformat()
        if row.clock_started_at is not None:
            row.clock_left_s = left(datetime.fromisoformat(row.clock_started_at), row.clock_left_s, tx.now)
            row.clock_started_at = None
        for item in _parts_until(tx, self.session, None):
            item.ended_at = now
        for spell in _spells_until(tx, self.session, None):
            spell.left_at = now


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenSession:
    """Take up a session again that has ended: who was there until the end is there, and the last part is on.

    When everybody has gone it is another sitting: nobody has come yet, and no part is on.
    """

    session: SessionId

    def execute(self, tx: Transaction) -> None:
        """Open it again; nothing changes when it has not ended."""
        row = tx.get(Session, self.session)
        tx.describe(title=row.name)
        if row.ended_at is None:
            return
        if tx.now - datetime.fromisoformat(row.ended_at) <= STILL_THERE:
            for item in _parts_until(tx, self.session, row.ended_at):
                item.ended_at = None
            for spell in _spells_until(tx, self.session, row.ended_at):
                spell.left_at = None
        row.ended_at = None


def _settle_times(tx: Transaction, row: Session) -> None:
    """Fix the day, and until when the group has been promised to be done."""
    now = tx.now.astimezone()
    planned = begins(row.held_on or now.date(), row.starts_at)
    total = tx.session.scalar(select(func.sum(AgendaItem.minutes)).where(AgendaItem.session_id == row.id)) or 0
    length = timedelta(minutes=total) if row.ends_at is None else ends(planned, row.ends_at) - planned
    begin = planned if abs(now - planned) <= NEAR_THE_PLAN else now.replace(second=0, microsecond=0)
    row.held_on = begin.date()
    row.starts_at = begin.strftime("%H:%M")
    row.ends_at = (begin + length).strftime("%H:%M") if length else None


def _parts_until(tx: Transaction, session: SessionId, moment: str | None) -> list[AgendaItem]:
    """Return the parts that have begun and ended at *moment*, or not at all; a part may have been passed over."""
    query = select(AgendaItem).where(AgendaItem.session_id == session, AgendaItem.started_at.is_not(None))
    return list(
        tx.session.scalars(
            query.where(AgendaItem.ended_at.is_(moment) if moment is None else AgendaItem.ended_at == moment)
        )
    )


def _spells_until(tx: Transaction, session: SessionId, moment: str | None) -> list[Attendance]:
    """Return the times that somebody was there until *moment*, or still is."""
    query = select(Attendance).join(Seat, Seat.id == Attendance.seat_id).where(Seat.session_id == session)
    return list(
        tx.session.scalars(
            query.where(Attendance.left_at.is_(moment) if moment is None else Attendance.left_at == moment)
        )
    )


#: What does not touch what was decided: what the session is called, and where it was.
_AFTERWARDS: Final = frozenset({"name", "occasion", "place"})
_TEXTS: Final = {"occasion": TEXT_LIMIT, "purpose": TEXT_LIMIT, "decision_rule": TEXT_LIMIT, "place": TEXT_LIMIT}


def _write(tx: Transaction, row: Session, field: str, value: Any) -> None:
    match field:
        case "name":
            row.name = checked(value, field, is_optional=False)
        case "occasion" | "purpose" | "decision_rule" | "place":
            setattr(row, field, checked(value, field, _TEXTS[field]))
        case "format":
            row.format = Format(value).value
        case "held_on":
            row.held_on = value
        case "starts_at":
            row.starts_at = checked_time(value, field)
        case "ends_at":
            row.ends_at = checked_time(value, field) if value else None
        case "second_language":
            row.second_language = Language(value).value if value else None
        case "quorum_municipalities" | "quorum_persons":
            setattr(row, field, checked_quorum(value, field))
        case "board" | "board_id":
            row.board_id = None if value is None else tx.get(Board, value).id
        case _:
            raise FieldInvalid(field=field)


def _last_key(tx: Transaction) -> str:
    return ordering.between(tx.session.scalar(select(func.max(Session.order_key))), None)
