"""The check list before a workshop."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, Row, Select, func, or_, select

from smartstad_desktop.domain.readiness import CheckLine, Matter, Target, is_fresh
from smartstad_desktop.domain.values import ProjectId, SessionId
from smartstad_desktop.domain.workshop.meeting import SeatKind
from smartstad_desktop.reads.lists import alike
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.workshop import AgendaItem, Round, RoundItem, Seat


def readiness(
    connection: Connection, session: SessionId, *, backed_up_at: datetime | None, now: datetime
) -> tuple[CheckLine, ...]:
    """Return how each matter stands before a session; the window adds whether there is a second screen."""
    has_backup = is_fresh(backed_up_at, now)
    return (
        _line(Matter.LISTS, Target.IMPORT, connection.execute(_without_list(session)).all()),
        _line(Matter.UNCLEAR, Target.PROJECTS, connection.execute(_unclear(session)).all()),
        _duplicates(connection, session),
        _line(Matter.SEATS, Target.SEATS, connection.execute(_loose_seats(session)).all()),
        _line(Matter.ROUNDS, Target.ROUNDS, connection.execute(_empty_rounds(session)).all()),
        CheckLine(matter=Matter.AGENDA, target=Target.AGENDA, count=int(not _has_agenda(connection, session))),
        CheckLine(matter=Matter.BACKUP, target=Target.BACKUP, count=int(not has_backup)),
    )


def _line(matter: Matter, target: Target, rows: Sequence[Row[int, str]]) -> CheckLine:
    return CheckLine(
        matter=matter,
        target=target,
        names=tuple(str(row.name) for row in rows),
        ids=tuple(row.id for row in rows),
        count=len(rows),
    )


def _without_list(session: SessionId) -> Select[int, str]:
    """Select the municipalities at the table that have not brought in any project."""
    seated = select(Seat.municipality_id).where(Seat.session_id == session, Seat.kind == SeatKind.VOTER.value)
    brought = select(Project.municipality_id).where(~Project.is_external)
    return (
        select(Municipality.id, Municipality.short_name.label("name"))
        .where(Municipality.id.in_(seated), ~Municipality.id.in_(brought.where(Project.municipality_id.is_not(None))))
        .order_by(Municipality.short_name)
    )


def _of_coming_rounds(session: SessionId) -> Select[int | None]:
    """Select the projects of the rounds that have not been opened."""
    return (
        select(RoundItem.project_id)
        .join(Round, Round.id == RoundItem.round_id)
        .where(Round.session_id == session, Round.opened_at.is_(None), RoundItem.project_id.is_not(None))
    )


def _unclear(session: SessionId) -> Select[int, str]:
    """Select the projects of coming rounds that do not say what they are, or are marked as unclear."""
    marked = _of_coming_rounds(session).where(RoundItem.is_unclear)
    return (
        select(Project.id, Project.title.label("name"))
        .where(Project.id.in_(_of_coming_rounds(session)), or_(func.trim(Project.what) == "", Project.id.in_(marked)))
        .order_by(Project.title)
    )


def _duplicates(connection: Connection, session: SessionId) -> CheckLine:
    chosen = {ProjectId(row.project_id) for row in connection.execute(_of_coming_rounds(session))}
    pairs = alike.among(connection, chosen) if len(chosen) > 1 else ()
    return CheckLine(
        matter=Matter.DUPLICATES,
        target=Target.PAIRS,
        names=tuple(f"{pair.one.title} – {pair.other.title}" for pair in pairs),
        ids=tuple(number for pair in pairs for number in (pair.one.id, pair.other.id)),
        count=len(pairs),
    )


def _loose_seats(session: SessionId) -> Select[int, str]:
    """Select the seats that take part and belong to no municipality: most rounds do not ask them."""
    is_voter = Seat.kind == SeatKind.VOTER.value
    return (
        select(Seat.id, Seat.label.label("name"))
        .where(Seat.session_id == session, is_voter, Seat.municipality_id.is_(None))
        .order_by(Seat.order_key)
    )


def _empty_rounds(session: SessionId) -> Select[int, str]:
    filled = select(RoundItem.round_id)
    return (
        select(Round.id, Round.question.label("name"))
        .where(Round.session_id == session, Round.opened_at.is_(None), ~Round.id.in_(filled))
        .order_by(Round.number)
    )


def _has_agenda(connection: Connection, session: SessionId) -> bool:
    return connection.scalar(select(AgendaItem.id).where(AgendaItem.session_id == session).limit(1)) is not None
