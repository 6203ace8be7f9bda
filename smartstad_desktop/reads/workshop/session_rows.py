"""What is read of workshop sessions: rows of the list, and one with its seats, agenda, rounds and notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

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
from smartstad_desktop.domain.workshop.agenda import (
    LEFT_ALONE,
    Part,
    Proposal,
    Slot,
    catch_up,
    lateness,
    planned_end,
    reckon,
    sitting_begins,
)
from smartstad_desktop.domain.workshop.attendance import Spell
from smartstad_desktop.domain.workshop.clock import left
from smartstad_desktop.domain.workshop.laps import Lap
from smartstad_desktop.domain.workshop.meeting import AgendaKind, Format, NoteKind, Phase, SeatKind, SessionState
from smartstad_desktop.domain.workshop.sessions import Quorum, Sitting, begins, count_quorum, ends, state_of
from smartstad_desktop.domain.workshop.voting import Method


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """A session in the list: how many seats, municipalities and rounds it has, and how long its agenda is."""

    id: SessionId
    name: str
    occasion: str
    held_on: date | None
    starts_at: str
    state: SessionState
    seats: int
    municipalities: int
    rounds: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Mark:
    """What a municipality is known by: its short name, letters and colour."""

    id: MunicipalityId
    name: str
    letters: str
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow:
    """A seat with when somebody sat there; ``arrived_at`` is the first time, ``left_at`` the last, None when there."""

    id: SeatId
    municipality: Mark | None
    label: str
    kind: SeatKind
    spells: tuple[Spell, ...] = ()

    @property
    def is_present(self) -> bool:
        """Return whether somebody sits there."""
        return bool(self.spells) and self.spells[-1].left_at is None

    @property
    def arrived_at(self) -> datetime | None:
        """Return when somebody came first."""
        return self.spells[0].arrived_at if self.spells else None

    @property
    def left_at(self) -> datetime | None:
        """Return when they left; None while they are there."""
        return self.spells[-1].left_at if self.spells else None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """A part of the agenda. A part for voting that has no round of its own carries on with the round before it."""

    id: AgendaItemId
    kind: AgendaKind
    title: str
    minutes: int
    instruction: str
    started_at: datetime | None
    ended_at: datetime | None
    round: RoundId | None

    @property
    def is_on(self) -> bool:
        """Return whether the group is at this part."""
        return self.started_at is not None and self.ended_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """Something that was written down."""

    id: SessionNoteId
    kind: NoteKind
    text: str
    municipality: Mark | None
    agenda_item: AgendaItemId | None
    round_item: RoundItemId | None
    owner: str
    due_on: date | None
    is_done: bool
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRow:
    """A round as it is listed."""

    id: RoundId
    number: int
    lap: Lap
    method: Method
    question: str
    phase: Phase
    agenda_item: AgendaItemId | None
    repeats: RoundId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """When each part begins, until when the group has time, how many minutes it is behind, and what would help."""

    slots: tuple[Slot, ...]
    ends_at: datetime
    late: int
    proposal: Proposal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSheet:
    """A session with everything around it."""

    id: SessionId
    name: str
    occasion: str
    purpose: str
    decision_rule: str
    format: Format
    place: str
    held_on: date | None
    starts_at: str
    ends_at: str | None
    second_language: Language | None
    quorum_municipalities: int | None
    quorum_persons: int | None
    board: BoardId | None
    opened_at: datetime | None
    ended_at: datetime | None
    clock_started_at: datetime | None
    clock_left_s: int | None
    seats: tuple[SeatRow, ...]
    agenda: tuple[AgendaRow, ...]
    notes: tuple[NoteRow, ...]
    rounds: tuple[RoundRow, ...]

    @property
    def state(self) -> SessionState:
        """Return how far the session has come."""
        return state_of(self.opened_at, self.ended_at)

    @property
    def quorum(self) -> Quorum:
        """Return who is there, observers apart; after the end, who has been there, and whether ever enough at once."""
        if self.state is not SessionState.ENDED:
            return self._quorum(lambda seat: seat.is_present)
        whole = self._quorum(lambda seat: bool(seat.spells))
        if not whole.is_met:
            return whole
        moments = {spell.arrived_at for seat in self.seats for spell in seat.spells}
        at_once = (self._quorum(lambda seat, at=at: any(spell.covers(at) for spell in seat.spells)) for at in moments)
        return replace(whole, is_met=any(quorum.is_met for quorum in at_once))

    def _quorum(self, is_there: Callable[[SeatRow], bool]) -> Quorum:
        voters = (seat for seat in self.seats if seat.kind is SeatKind.VOTER)
        sitting = (Sitting(seat.municipality and seat.municipality.id, is_there(seat)) for seat in voters)
        return count_quorum(sitting, self.quorum_municipalities, self.quorum_persons)

    @property
    def on(self) -> AgendaRow | None:
        """Return the part of the agenda that is on."""
        return next((row for row in self.agenda if row.is_on), None)

    def clock_left(self, now: datetime) -> int:
        """Return how many seconds the clock shows; below zero the time is over."""
        return left(self.clock_started_at, self.clock_left_s, now)

    def timetable(self, now: datetime) -> Timetable:
        """Return when each part begins, in local time; in a session that was left long ago nothing slips any more."""
        begin = begins(self.held_on or now.astimezone().date(), self.starts_at)
        parts = tuple(_part(row) for row in self.agenda)
        sitting = sitting_begins(parts, begin)
        end = planned_end(parts, begin) if self.ends_at is None else ends(sitting, self.ends_at)
        is_left = now > end + LEFT_ALONE
        running = now.astimezone() if self.state is SessionState.OPEN and not is_left else None
        slots = reckon(parts, begin, running)
        if self.state is SessionState.ENDED:
            slots = tuple(replace(slot, is_past=True, is_on=False) for slot in slots)
        return Timetable(
            slots=slots,
            ends_at=end,
            late=lateness(parts, begin, end, running),
            proposal=catch_up(parts, begin, end, running),
        )


def _part(row: AgendaRow) -> Part:
    return Part(
        item=row.id,
        minutes=row.minutes,
        is_break=row.kind is AgendaKind.BREAK,
        started_at=row.started_at and row.started_at.astimezone(),
        ended_at=row.ended_at and row.ended_at.astimezone(),
    )
