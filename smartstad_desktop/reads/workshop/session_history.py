"""What the journal tells of a session besides its rows: phases gone back to, times corrected, and sittings.

Steps that were taken back are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, select

from smartstad_desktop.domain.values import AgendaItemId, BoardId, RoundId, SeatId, SessionId, SessionNoteId
from smartstad_desktop.domain.workshop.meeting import Phase
from smartstad_desktop.domain.workshop.turns import Turn
from smartstad_desktop.reads.workshop.replay_cards import image_of
from smartstad_desktop.storage.journal import StepState
from smartstad_desktop.storage.tables.journal import ChangeRow, ChangeStep
from smartstad_desktop.storage.tables.workshop import AgendaItem, Attendance, Round, Seat, Session, SessionNote

#: The command by which times are corrected (``usecases/workshop/attendance.py``).
_CORRECTS: Final = "CorrectAttendance"


@dataclass(frozen=True, slots=True)
class Sitting:
    """From when to when a session was open; without an end it still is."""

    opened_at: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionHistory:
    """The phases of each round in their order, when the times of a seat were corrected last, and the sittings.

    ``planned`` is how many minutes each part of the agenda was to take when the session was opened, or the part was
    added; ``taken`` is how long a part that is over was on, which may have been gone back to. ``done`` is when somebody
    said that what a note asks for is done.
    """

    turns: Mapping[RoundId, tuple[Turn, ...]] = field(default_factory=dict[RoundId, tuple[Turn, ...]])
    corrected: Mapping[SeatId, datetime] = field(default_factory=dict[SeatId, datetime])
    sittings: tuple[Sitting, ...] = ()
    planned: Mapping[AgendaItemId, int] = field(default_factory=dict[AgendaItemId, int])
    taken: Mapping[AgendaItemId, timedelta] = field(default_factory=dict[AgendaItemId, timedelta])
    done: Mapping[SessionNoteId, datetime] = field(default_factory=dict[SessionNoteId, datetime])


@dataclass(frozen=True, slots=True)
class Past:
    """What the session's own row was: the board it was first given, and the step that ended it, None while it is on."""

    first_board: BoardId | None = None
    last_step: int | None = None


def past_of(connection: Connection, session_id: SessionId) -> Past:
    """Return what the journal tells of the session's own row."""
    query = (
        select(ChangeStep.id, ChangeRow.after)
        .join(ChangeRow, ChangeRow.step_id == ChangeStep.id)
        .where(ChangeStep.state == StepState.DONE.value)
        .where(ChangeRow.table_name == Session.__tablename__, ChangeRow.row_id == session_id)
        .order_by(ChangeStep.id, ChangeRow.id)
    )
    first: BoardId | None = None
    last: int | None = None
    for row in connection.execute(query):
        image = image_of(row.after) or {}
        first = first or image.get("board_id")
        last = None if image.get("ended_at") is None else last or row.id
    return Past(first, last)


def session_history(connection: Connection, session_id: SessionId) -> SessionHistory:
    """Return what happened to a session."""
    rounds = select(Round.id).where(Round.session_id == session_id)
    notes = select(SessionNote.id).where(SessionNote.session_id == session_id)
    parts = select(AgendaItem.id).where(AgendaItem.session_id == session_id)
    sittings = _sittings(connection.execute(_rows(Session.__tablename__).where(ChangeRow.row_id == session_id)))
    agenda = connection.execute(_rows(AgendaItem.__tablename__).where(ChangeRow.row_id.in_(parts))).all()
    return SessionHistory(
        turns=_turns(connection.execute(_rows(Round.__tablename__).where(ChangeRow.row_id.in_(rounds)))),
        corrected=_corrected(connection, session_id),
        sittings=sittings,
        planned=_planned(agenda, sittings[0].opened_at) if sittings else {},
        taken=_taken(agenda),
        done=_done(connection.execute(_rows(SessionNote.__tablename__).where(ChangeRow.row_id.in_(notes)))),
    )


def _rows(table: str) -> Select[str, int, str | None, str | None]:
    return (
        select(ChangeStep.at, ChangeRow.row_id, ChangeRow.before, ChangeRow.after)
        .join(ChangeStep, ChangeStep.id == ChangeRow.step_id)
        .where(ChangeRow.table_name == table, ChangeStep.state == StepState.DONE.value)
        .order_by(ChangeRow.step_id, ChangeRow.id)
    )


def _turns(rows: Iterable[Row[*tuple[Any, ...]]]) -> dict[RoundId, tuple[Turn, ...]]:
    found: defaultdict[RoundId, list[Turn]] = defaultdict(list)
    for row in rows:
        image = image_of(row.after)
        if image is None:
            continue
        turns, phase = found[RoundId(row.row_id)], Phase(image["phase"])
        if not turns or turns[-1].phase is not phase:
            turns.append(Turn(datetime.fromisoformat(row.at), phase))
    return {round_id: tuple(turns) for round_id, turns in found.items()}


def _corrected(connection: Connection, session_id: SessionId) -> dict[SeatId, datetime]:
    seats = frozenset(connection.scalars(select(Seat.id).where(Seat.session_id == session_id)))
    found: dict[SeatId, datetime] = {}
    for row in connection.execute(_rows(Attendance.__tablename__).where(ChangeStep.command == _CORRECTS)):
        image = image_of(row.after) or image_of(row.before) or {}
        if image.get("seat_id") in seats:
            found[SeatId(image["seat_id"])] = datetime.fromisoformat(row.at)
    return found


def _planned(rows: Iterable[Row[*tuple[Any, ...]]], opened: datetime) -> dict[AgendaItemId, int]:
    found: dict[AgendaItemId, int] = {}
    for row in rows:
        image, part = image_of(row.after), AgendaItemId(row.row_id)
        if image is not None and (part not in found or datetime.fromisoformat(row.at) <= opened):
            found[part] = int(image["minutes"])
    return found


def _taken(rows: Iterable[Row[*tuple[Any, ...]]]) -> dict[AgendaItemId, timedelta]:
    """Return how long each part was on: a part that is gone back to keeps its beginning, but was not on meanwhile."""
    since: dict[int, datetime] = {}
    found: dict[AgendaItemId, timedelta] = {}
    for row in rows:
        image = image_of(row.after) or {}
        began, ended = (_moment(image.get(name)) for name in ("started_at", "ended_at"))
        if began is not None and ended is None:
            was_over = AgendaItemId(row.row_id) in found
            since.setdefault(row.row_id, datetime.fromisoformat(row.at) if was_over else began)
        elif began is not None and ended is not None:
            on = ended - since.pop(row.row_id, began)
            found[AgendaItemId(row.row_id)] = found.get(AgendaItemId(row.row_id), timedelta()) + on
    return found


def _done(rows: Iterable[Row[*tuple[Any, ...]]]) -> dict[SessionNoteId, datetime]:
    found: dict[SessionNoteId, datetime] = {}
    for row in rows:
        before, after = image_of(row.before), image_of(row.after)
        if before and after and after["is_done"] and not before["is_done"]:
            found[SessionNoteId(row.row_id)] = datetime.fromisoformat(row.at)
    return found


def _moment(written: str | None) -> datetime | None:
    return None if written is None else datetime.fromisoformat(written)


def _sittings(rows: Iterable[Row[*tuple[Any, ...]]]) -> tuple[Sitting, ...]:
    found: list[Sitting] = []
    for row in rows:
        image = image_of(row.after) or {}
        opened, ended = (image.get(name) for name in ("opened_at", "ended_at"))
        if opened is None:
            found.clear()
        elif not found:
            found.append(Sitting(datetime.fromisoformat(opened)))
        elif ended is None and found[-1].ended_at is not None:
            found.append(Sitting(datetime.fromisoformat(row.at)))
        if ended is not None and found and found[-1].ended_at is None:
            found[-1] = Sitting(found[-1].opened_at, datetime.fromisoformat(ended))
    return tuple(found)
