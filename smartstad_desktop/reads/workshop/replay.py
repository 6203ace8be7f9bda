"""How an order came about: the moments of a session in their order, from the journal.

Steps that were taken back are left out. Nothing here names a person: not who acted, nor a seat.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, select

from smartstad_desktop.domain.values import BoardId, MunicipalityId, ProjectId, RoundId, SessionId
from smartstad_desktop.domain.workshop.laps import Lap
from smartstad_desktop.domain.workshop.meeting import NoteKind, Phase
from smartstad_desktop.domain.workshop.replay import Happened, move_of
from smartstad_desktop.reads.board import MunicipalityMark
from smartstad_desktop.reads.workshop.locked_facts import project_in
from smartstad_desktop.reads.workshop.replay_cards import ReplayCard, cards_of, image_of, marks_at
from smartstad_desktop.reads.workshop.replay_standing import Move, ReplayColumn, Standing, moves_between, standing_of
from smartstad_desktop.reads.workshop.session_history import past_of
from smartstad_desktop.reads.workshop.session_rows import SessionSheet
from smartstad_desktop.reads.workshop.sessions import session as read_session
from smartstad_desktop.storage.journal import StepState
from smartstad_desktop.storage.tables.board import BoardColumn, Placement
from smartstad_desktop.storage.tables.journal import ChangeRow, ChangeStep
from smartstad_desktop.storage.tables.workshop import Round, RoundItem, Session, Snapshot

_BOARD: Final = "board_id"
#: The tables whose rows tell what happened.
_FOLLOWED: Final = tuple(str(table.__tablename__) for table in (BoardColumn, Placement, Round, Session, Snapshot))
_EXPLAINS: Final = frozenset({NoteKind.REASON, NoteKind.RESERVATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why something lies where it does, or who has a reservation about it."""

    kind: NoteKind
    text: str
    card: ReplayCard | None
    municipality: MunicipalityMark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A moment: what happened, and how the board stood then. ``label`` is what somebody called a snapshot."""

    at: datetime
    happened: Happened
    round: Lap | None
    question: str
    phase: Phase | None
    columns: tuple[ReplayColumn, ...]
    moves: tuple[Move, ...] = ()
    reasons: tuple[Reason, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """A session from its opening to its end."""

    session: SessionId
    name: str
    frames: tuple[Frame, ...]


def replay(connection: Connection, session_id: SessionId) -> Replay | None:
    """Return the moments of a session that has been opened; None when there is none such."""
    sheet = read_session(connection, session_id)
    if sheet is None or sheet.opened_at is None:
        return None
    past = past_of(connection, session_id)
    cards = cards_of(connection, past.last_step)
    told = _Telling(sheet, cards, past.first_board).frames(_steps(connection))
    marks = marks_at(connection, past.last_step)
    frames = _with_reasons(told, _reasons(connection, sheet, cards, marks))
    return Replay(session=session_id, name=sheet.name, frames=frames)


@dataclass(frozen=True, slots=True)
class _Step:
    at: datetime
    rows: tuple[tuple[str, int, Mapping[str, Any] | None], ...]


def _steps(connection: Connection) -> Iterator[_Step]:
    """Yield the steps that count, the earliest first, with what they made of the rows that are followed."""
    query = (
        select(ChangeStep.id, ChangeStep.at, ChangeRow.table_name, ChangeRow.row_id, ChangeRow.after)
        .join(ChangeRow, ChangeRow.step_id == ChangeStep.id)
        .where(ChangeStep.state == StepState.DONE.value, ChangeRow.table_name.in_(_FOLLOWED))
        .order_by(ChangeStep.id, ChangeRow.id)
    )
    by_step: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(query):
        by_step[row.id].append(row)
    for rows in by_step.values():
        changed = tuple((row.table_name, row.row_id, image_of(row.after)) for row in rows)
        yield _Step(datetime.fromisoformat(rows[0].at), changed)


class _Telling:
    """The rows as they were step after step, and what is to be told of each step."""

    def __init__(self, sheet: SessionSheet, cards: Mapping[ProjectId, ReplayCard], first_board: BoardId | None) -> None:
        self._sheet, self._cards = sheet, cards
        #: What is shown until the session has a board of its own: the one it will be given.
        self._coming = first_board
        self._rows: dict[str, dict[int, Mapping[str, Any]]] = {name: {} for name in _FOLLOWED}
        self._laps = {row.id: row.lap for row in sheet.rounds}
        self._round: tuple[Lap, str, Phase] | None = None
        self._stands = Standing()

    def frames(self, steps: Iterable[_Step]) -> list[Frame]:
        """Return the moments between the opening and the end of the session."""
        opened = self._sheet.opened_at
        found: list[Frame] = []
        for step in steps:
            # The row of the session says when it is open and on which board it decides: not the clock, which somebody
            # may have set meanwhile, and not what the session is now, when that board may be gone.
            was_open, before = self._is_open(), self._stands
            phased, label = self._apply(step)
            self._stands = self._standing()
            if not found and opened is not None and self._has_begun():
                found.append(self._frame(opened, Happened.OPENED))
            if not was_open:
                continue
            if before.board is not None and self._stands.board not in {None, before.board}:
                found.append(self._frame(step.at, Happened.BOARD))
            elif moves := moves_between(before, self._stands, self._card):
                found.append(self._frame(step.at, Happened.MOVED, moves=moves))
            if phased:
                found.append(self._frame(step.at, Happened.PHASE))
            elif label is not None:
                found.append(self._frame(step.at, Happened.SNAPSHOT, label=label))
        return found

    def _has_begun(self) -> bool:
        row = self._rows[Session.__tablename__].get(self._sheet.id)
        return row is not None and row["opened_at"] is not None

    def _is_open(self) -> bool:
        return self._has_begun() and self._rows[Session.__tablename__][self._sheet.id]["ended_at"] is None

    def _apply(self, step: _Step) -> tuple[bool, str | None]:
        """Take over what a step made of the rows; tell whether a round changed its phase, and a snapshot's name."""
        phased = False
        label: str | None = None
        for table, row_id, image in step.rows:
            known = self._rows[table].get(row_id)
            if image is None:
                self._rows[table].pop(row_id, None)
                continue
            self._rows[table][row_id] = image
            if image.get("session_id") != self._sheet.id:
                continue
            if table == Round.__tablename__ and known is not None and known["phase"] != image["phase"]:
                phased = True
                lap = self._laps.get(RoundId(row_id), Lap(int(image["number"])))
                self._round = (lap, str(image["question"]), Phase(image["phase"]))
            if table == Snapshot.__tablename__ and known is None:
                label = str(image["label"])
        return phased, label

    def _frame(self, at: datetime, happened: Happened, *, moves: tuple[Move, ...] = (), label: str = "") -> Frame:
        number, question, phase = self._round or (None, "", None)
        return Frame(
            at=at,
            happened=happened,
            round=number,
            question=question,
            phase=phase,
            columns=self._stands.columns(self._card),
            moves=moves,
            label=label,
        )

    def _standing(self) -> Standing:
        board = self._rows[Session.__tablename__].get(self._sheet.id, {}).get(_BOARD)
        if board is not None:
            self._coming = None
        columns, placements = self._rows[BoardColumn.__tablename__], self._rows[Placement.__tablename__]
        return standing_of(self._coming if board is None else BoardId(board), columns, placements)

    def _card(self, project: ProjectId) -> ReplayCard:
        return self._cards.get(project) or ReplayCard(project, "")


def _reasons(
    connection: Connection,
    sheet: SessionSheet,
    cards: Mapping[ProjectId, ReplayCard],
    marks: Mapping[MunicipalityId, MunicipalityMark],
) -> list[tuple[datetime, Reason]]:
    """Return what was given as a reason or a reservation, with the card it is about."""
    columns = (RoundItem.id, RoundItem.project_id, RoundItem.number, RoundItem.title, Round.locked)
    query = select(*columns).join(Round, Round.id == RoundItem.round_id)
    items = {row.id: row for row in connection.execute(query.where(Round.session_id == sheet.id))}
    found: list[tuple[datetime, Reason]] = []
    for note in sheet.notes:
        if note.kind in _EXPLAINS:
            item = items.get(note.round_item)
            card = None
            if item is not None:
                project = project_in(item.locked, item.number, ProjectId(item.project_id or 0)) or ProjectId(0)
                card = cards.get(project) or ReplayCard(project, item.title)
            town = None if note.municipality is None else marks.get(note.municipality.id)
            found.append((note.at, Reason(kind=note.kind, text=note.text, card=card, municipality=town)))
    return sorted(found, key=lambda each: each[0])


def _with_reasons(frames: list[Frame], reasons: list[tuple[datetime, Reason]]) -> tuple[Frame, ...]:
    """Return the moments with each reason at the move it is about, or at a moment of its own."""
    told = list(frames)
    alone: list[tuple[datetime, Reason]] = []
    for at, reason in reasons:
        about = [
            number
            for number, frame in enumerate(told)
            if reason.card is not None and any(move.card.project == reason.card.project for move in frame.moves)
        ]
        which = move_of(at, [told[number].at for number in about])
        if which is None:
            alone.append((at, reason))
        else:
            frame = told[about[which]]
            told[about[which]] = replace(frame, reasons=(*frame.reasons, reason))
    for at, reason in alone:
        before = [number for number, frame in enumerate(told) if frame.at <= at]
        place = (before[-1] if before else 0) + 1
        told.insert(place, replace(told[place - 1], at=at, happened=Happened.NOTED, moves=(), reasons=(reason,)))
    return tuple(told)
