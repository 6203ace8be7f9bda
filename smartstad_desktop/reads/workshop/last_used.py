"""Which of several sessions that are open somebody worked in last."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Connection, Select, func, literal, select, union_all

from smartstad_desktop.domain.values import SessionId
from smartstad_desktop.storage.journal import StepState
from smartstad_desktop.storage.tables.journal import ChangeRow, ChangeStep
from smartstad_desktop.storage.tables.workshop import AgendaItem, Attendance, Ballot, Round, Seat, Session, SessionNote

_OPEN: Final = select(Session.id).where(Session.opened_at.is_not(None), Session.ended_at.is_(None))
#: The rows of a session: its own, and those that say to which session they belong.
_PARTS: Final[tuple[Select[Any, Any, Any], ...]] = (
    select(Session.id.label("session"), Session.id.label("row"), literal("session").label("kind")),
    *(
        select(table.session_id, table.id, literal(table.__tablename__))
        for table in (Seat, AgendaItem, Round, SessionNote)
    ),
    select(Seat.session_id, Attendance.id, literal(Attendance.__tablename__)).join(
        Attendance, Attendance.seat_id == Seat.id
    ),
    select(Round.session_id, Ballot.id, literal(Ballot.__tablename__)).join(Ballot, Ballot.round_id == Round.id),
)


def last_used(connection: Connection) -> SessionId | None:
    """Return the open session that the latest step was about; None when none is open."""
    found = connection.scalars(_OPEN.order_by(Session.order_key, Session.id)).all()
    if len(found) < 2:  # noqa: PLR2004  with one there is no choice
        return SessionId(found[0]) if found else None
    parts = union_all(*_PARTS).subquery()
    query = (
        select(parts.c.session)
        .join(ChangeRow, (ChangeRow.table_name == parts.c.kind) & (ChangeRow.row_id == parts.c.row))
        .join(ChangeStep, ChangeStep.id == ChangeRow.step_id)
        .where(parts.c.session.in_(found), ChangeStep.state == StepState.DONE.value)
        .group_by(parts.c.session)
        .order_by(func.max(ChangeStep.id).desc())
    )
    return SessionId(connection.scalars(query).first() or found[0])
