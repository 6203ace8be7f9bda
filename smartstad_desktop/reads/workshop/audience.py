"""What everybody in the room may see of a workshop, and nothing else: the one thing the projector reads.

What has not been revealed is not asked of the database, what is confidential has no name here, and no seat, note,
concern or person is told. A field that is added here is shown on a wall.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from smartstad_desktop.domain.values import BoardId, Language, MunicipalityId, Named, SessionId
from smartstad_desktop.domain.workshop.meeting import AgendaKind, Phase, SeatKind, is_revealed
from smartstad_desktop.domain.workshop.results import Fingers
from smartstad_desktop.domain.workshop.voting import Method, Unit, Visibility
from smartstad_desktop.reads.board import MunicipalityMark, audience_board
from smartstad_desktop.reads.workshop.audience_results import NOTHING_REVEALED, AudienceResult, results_of
from smartstad_desktop.reads.workshop.round_items import RoundItem
from smartstad_desktop.reads.workshop.rounds import RoundSheet, round_sheet
from smartstad_desktop.reads.workshop.sessions import agenda_of, rounds_of
from smartstad_desktop.storage.tables.workshop import Attendance, Seat, Session


@dataclass(frozen=True, slots=True)
class AudienceItem:
    """What is voted on: its number, a short title (empty when it is confidential), and whose it is."""

    number: int
    title: str
    marks: tuple[MunicipalityMark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceRound:
    """The round the room is in.

    ``done`` of ``asked`` have answered, counted in ``unit``; ``results`` are empty until the reveal. ``agreed`` and
    ``to_talk_about`` are numbers of items, the ones to begin with.
    """

    number: int
    phase: Phase
    method: Method
    unit: Unit
    question: str
    instruction: str
    is_anonymous: bool
    is_second: bool
    items: tuple[AudienceItem, ...]
    low: int
    high: int
    cut: tuple[float, float]
    columns: tuple[str, ...]
    criteria: tuple[Named, ...]
    steps: tuple[tuple[int, Named], ...]
    marks: int
    done: int
    asked: int
    results: tuple[AudienceResult, ...] = ()
    agreed: tuple[int, ...] = ()
    to_talk_about: tuple[int, ...] = ()
    agreement: float | None = None
    fingers: Fingers | None = None


@dataclass(frozen=True, slots=True)
class AudienceCard:
    """A card of the board; a confidential one keeps its place and nothing else."""

    title: str
    marks: tuple[MunicipalityMark, ...]


@dataclass(frozen=True, slots=True)
class AudienceColumn:
    """A column of the board with its cards, from the top."""

    name: str
    years: str
    cards: tuple[AudienceCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceBoard:
    """The board the group decides on; ``waiting`` is how many cards nobody has placed."""

    question: str
    columns: tuple[AudienceColumn, ...]
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What the wall is about: the session, the part of the agenda that is on, its round, and the board when deciding.

    ``clock_started_at`` is when the clock began to run (None: it stands still) with ``clock_left_s`` seconds left.
    """

    session: SessionId
    name: str
    occasion: str
    second_language: Language | None
    is_open: bool
    is_ended: bool
    part: str
    part_kind: AgendaKind
    part_instruction: str
    next_part: str
    clock_started_at: str | None
    clock_left_s: int | None
    municipalities: int
    persons: int
    round: AudienceRound | None = None
    board: AudienceBoard | None = None
    present: tuple[MunicipalityId, ...] = field(default=())


def scene(connection: Connection, session_id: SessionId) -> Scene | None:
    """Return what the wall may show of a session now, or None when it is gone."""
    row = connection.execute(select(Session.__table__).where(Session.id == session_id)).one_or_none()
    if row is None:
        return None
    parts = agenda_of(connection, session_id, rounds_of(connection, session_id))
    at = next((number for number, each in enumerate(parts) if each.started_at and not each.ended_at), None)
    part = None if at is None else parts[at]
    shown = None if part is None or part.round is None else round_sheet(connection, part.round)
    is_deciding = shown is not None and shown.phase is Phase.DECIDE
    here = _present(connection, session_id)
    return Scene(
        session=session_id,
        name=row.name,
        occasion=row.occasion,
        second_language=None if row.second_language is None else Language(row.second_language),
        is_open=row.opened_at is not None and row.ended_at is None,
        is_ended=row.ended_at is not None,
        part="" if part is None else part.title,
        part_kind=AgendaKind.TALK if part is None else part.kind,
        part_instruction="" if part is None else part.instruction,
        next_part="" if at is None or at + 1 == len(parts) else parts[at + 1].title,
        clock_started_at=row.clock_started_at,
        clock_left_s=row.clock_left_s,
        municipalities=len(set(here) - {None}),
        persons=len(here),
        round=None if shown is None else _audience_round(connection, shown),
        board=_board(connection, BoardId(row.board_id or 0)) if is_deciding else None,
        present=tuple(dict.fromkeys(each for each in here if each is not None)),
    )


def _audience_round(connection: Connection, sheet: RoundSheet) -> AudienceRound:
    shown = tuple(item for item in sheet.items if not item.is_unclear)
    first = sheet.criteria[0] if sheet.criteria else None
    is_shown = is_revealed(sheet.phase) and sheet.revealed_at is not None
    revealed = results_of(connection, sheet) if is_shown else NOTHING_REVEALED
    return AudienceRound(
        number=sheet.number,
        phase=sheet.phase,
        method=sheet.method,
        unit=sheet.unit,
        question=sheet.question,
        instruction=sheet.instruction,
        is_anonymous=sheet.visibility is Visibility.ANONYMOUS,
        is_second=sheet.repeats is not None,
        items=tuple(_audience_item(item) for item in shown),
        low=sheet.low,
        high=sheet.high,
        cut=sheet.rules.cut,
        columns=sheet.columns,
        criteria=tuple(each.name for each in sheet.criteria),
        steps=tuple(sorted(first.steps.items())) if first is not None else (),
        marks=sheet.rules.marks,
        done=sheet.turnout.answered,
        asked=sheet.turnout.asked,
        **revealed,
    )


def _board(connection: Connection, board_id: BoardId) -> AudienceBoard | None:
    found = audience_board(connection, board_id)
    if found is None:
        return None
    columns = tuple(
        AudienceColumn(each.name, each.years, tuple(AudienceCard(card.title, card.marks) for card in each.cards))
        for each in found.columns
    )
    return AudienceBoard(question=found.board.question, columns=columns, waiting=len(found.tray))


def _audience_item(item: RoundItem) -> AudienceItem:
    if item.is_confidential:
        return AudienceItem(item.number, "")
    return AudienceItem(item.number, item.title, item.marks)


def _present(connection: Connection, session_id: SessionId) -> list[MunicipalityId | None]:
    """Return the municipality of each seat that somebody sits on now; None for a seat of somebody else."""
    query = (
        select(Seat.municipality_id)
        .join(Attendance, Attendance.seat_id == Seat.id)
        .where(Seat.session_id == session_id, Attendance.left_at.is_(None), Seat.kind == SeatKind.VOTER.value)
        .order_by(Seat.order_key)
    )
    rows = connection.execute(query)
    return [None if row.municipality_id is None else MunicipalityId(row.municipality_id) for row in rows]
