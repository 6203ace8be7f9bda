"""Workshop sessions: the list of them, and one with its seats, agenda, rounds and notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from smartstad_desktop.domain.values import (
    AgendaItemId,
    BoardId,
    Language,
    MunicipalityId,
    RoundId,
    RoundItemId,
    SeatId,
    SessionId,
    SessionNoteId,
)
from smartstad_desktop.domain.workshop.attendance import Spell
from smartstad_desktop.domain.workshop.laps import laps
from smartstad_desktop.domain.workshop.meeting import AgendaKind, Format, NoteKind, Phase, SeatKind
from smartstad_desktop.domain.workshop.sessions import state_of
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.reads.workshop.session_rows import (
    AgendaRow,
    Mark,
    NoteRow,
    RoundRow,
    SeatRow,
    SessionRow,
    SessionSheet,
)
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.workshop import AgendaItem, Attendance, Round, Seat, Session, SessionNote


def sessions(connection: Connection) -> tuple[SessionRow, ...]:
    """Return the sessions in their order."""
    seats = _counts(connection, Seat.session_id, func.count())
    towns = _counts(connection, Seat.session_id, func.count(Seat.municipality_id.distinct()))
    rounds = _counts(connection, Round.session_id, func.count())
    minutes = _counts(connection, AgendaItem.session_id, func.sum(AgendaItem.minutes))
    return tuple(
        SessionRow(
            id=SessionId(row.id),
            name=row.name,
            occasion=row.occasion,
            held_on=row.held_on,
            starts_at=row.starts_at,
            state=state_of(row.opened_at, row.ended_at),
            seats=seats[row.id],
            municipalities=towns[row.id],
            rounds=rounds[row.id],
            minutes=minutes[row.id],
        )
        for row in connection.execute(select(Session.__table__).order_by(Session.order_key, Session.id))
    )


def session(connection: Connection, session_id: SessionId) -> SessionSheet | None:
    """Return a session with its seats, agenda, rounds and notes; None when it has been deleted."""
    row = connection.execute(select(Session.__table__).where(Session.id == session_id)).one_or_none()
    if row is None:
        return None
    marks = _marks(connection)
    rounds = rounds_of(connection, session_id)
    return SessionSheet(
        id=session_id,
        name=row.name,
        occasion=row.occasion,
        purpose=row.purpose,
        decision_rule=row.decision_rule,
        format=Format(row.format),
        place=row.place,
        held_on=row.held_on,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        second_language=Language(row.second_language) if row.second_language else None,
        quorum_municipalities=row.quorum_municipalities,
        quorum_persons=row.quorum_persons,
        board=None if row.board_id is None else BoardId(row.board_id),
        opened_at=_moment(row.opened_at),
        ended_at=_moment(row.ended_at),
        clock_started_at=_moment(row.clock_started_at),
        clock_left_s=row.clock_left_s,
        seats=_seats(connection, session_id, marks),
        agenda=agenda_of(connection, session_id, rounds),
        notes=_notes(connection, session_id, marks),
        rounds=rounds,
    )


def _counts(connection: Connection, owner: Any, found: Any) -> defaultdict[int, int]:
    query = select(owner.label("owner"), found.label("found")).group_by(owner)
    return defaultdict(int, {row.owner: row.found for row in connection.execute(query)})


def _marks(connection: Connection) -> dict[int | None, Mark]:
    query = select(Municipality.id, Municipality.short_name, Municipality.mark, Municipality.colour)
    return {
        row.id: Mark(MunicipalityId(row.id), row.short_name, row.mark, row.colour) for row in connection.execute(query)
    }


def _seats(connection: Connection, session_id: SessionId, marks: dict[int | None, Mark]) -> tuple[SeatRow, ...]:
    spells: defaultdict[int, list[Spell]] = defaultdict(list)
    query = select(Attendance.__table__).join(Seat, Seat.id == Attendance.seat_id).where(Seat.session_id == session_id)
    for row in connection.execute(query.order_by(Attendance.arrived_at, Attendance.id)):
        spells[row.seat_id].append(Spell(datetime.fromisoformat(row.arrived_at), _moment(row.left_at)))
    return tuple(
        SeatRow(
            id=SeatId(row.id),
            municipality=marks.get(row.municipality_id),
            label=row.label,
            kind=SeatKind(row.kind),
            spells=tuple(spells[row.id]),
        )
        for row in _of(connection, Seat, session_id)
    )


def agenda_of(connection: Connection, session_id: SessionId, rounds: Sequence[RoundRow]) -> tuple[AgendaRow, ...]:
    """Return the agenda of a session, each part with the round it shows."""
    # The latest round of a part is the one to show there: a second one stands for the first.
    of_part = {row.agenda_item: row.id for row in rounds}
    found: list[AgendaRow] = []
    carried: RoundId | None = None
    for row in _of(connection, AgendaItem, session_id):
        kind = AgendaKind(row.kind)
        carried = of_part.get(AgendaItemId(row.id), carried)
        found.append(
            AgendaRow(
                id=AgendaItemId(row.id),
                kind=kind,
                title=row.title,
                minutes=row.minutes,
                instruction=row.instruction,
                started_at=_moment(row.started_at),
                ended_at=_moment(row.ended_at),
                round=of_part.get(AgendaItemId(row.id), carried if kind is AgendaKind.ROUND else None),
            )
        )
    return tuple(found)


def rounds_of(connection: Connection, session_id: SessionId) -> tuple[RoundRow, ...]:
    """Return the rounds of a session by their numbers."""
    query = select(Round.__table__).where(Round.session_id == session_id).order_by(Round.number)
    rows = connection.execute(query).all()
    called = laps((RoundId(row.id), row.number, row.repeats_id) for row in rows)
    return tuple(
        RoundRow(
            id=RoundId(row.id),
            number=row.number,
            lap=called[RoundId(row.id)],
            method=Method(row.method),
            question=row.question,
            phase=Phase(row.phase),
            agenda_item=None if row.agenda_item_id is None else AgendaItemId(row.agenda_item_id),
            repeats=None if row.repeats_id is None else RoundId(row.repeats_id),
        )
        for row in rows
    )


def _notes(connection: Connection, session_id: SessionId, marks: dict[int | None, Mark]) -> tuple[NoteRow, ...]:
    return tuple(
        NoteRow(
            id=SessionNoteId(row.id),
            kind=NoteKind(row.kind),
            text=row.text,
            municipality=marks.get(row.municipality_id),
            agenda_item=None if row.agenda_item_id is None else AgendaItemId(row.agenda_item_id),
            round_item=None if row.round_item_id is None else RoundItemId(row.round_item_id),
            owner=row.owner,
            due_on=row.due_on,
            is_done=row.is_done,
            at=datetime.fromisoformat(row.at),
        )
        for row in _of(connection, SessionNote, session_id)
    )


def _of(
    connection: Connection, table: type[Seat | AgendaItem | SessionNote], session_id: SessionId
) -> Iterable[Row[Any]]:
    query = select(table.__table__).where(table.session_id == session_id)
    return connection.execute(query.order_by(table.order_key, table.id))


def _moment(written: str | None) -> datetime | None:
    return None if written is None else datetime.fromisoformat(written)
