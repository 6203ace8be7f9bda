"""What a report tells besides its figures: parts and their lights, what was done, what comes, risks, decisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, Connection, select

from smartstad_desktop.domain.follow_up.reuse import ReuseState
from smartstad_desktop.domain.governance.decisions import AssignmentState, DecisionState
from smartstad_desktop.domain.programme.work import EntryKind, Light, WorkState
from smartstad_desktop.domain.values import Named
from smartstad_desktop.reads.follow_up.reuse import shared_results
from smartstad_desktop.storage.tables.goals import Risk
from smartstad_desktop.storage.tables.governance import Assignment, Decision
from smartstad_desktop.storage.tables.work import BudgetLine, ProgrammePart, TimelineEntry

#: How many risks a report shows in full.
GREATEST: Final = 5
_ON_THE_WAY: Final = (ReuseState.INTERESTED, ReuseState.PLANNED)
_OVER: Final = (WorkState.DONE.value, WorkState.DROPPED.value)


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part of the programme and its light."""

    name: Named
    state: WorkState
    light: Light | None
    reason: str


@dataclass(frozen=True, slots=True)
class EntryLine:
    """What stands on the timeline: a line of what was done or comes."""

    kind: EntryKind
    name: str
    day: date | None
    owner: str
    done: str
    effect_seen: str


@dataclass(frozen=True, slots=True)
class RiskLine:
    """A risk with its place in the matrix and how it is met."""

    name: Named
    likelihood: int
    consequence: int
    response: Named
    owner: str

    @property
    def value(self) -> int:
        """Return likelihood times consequence, 1–16."""
        return self.likelihood * self.consequence


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """A line of the budget that is no share of another; money in whole units of its currency."""

    name: str
    amount: int | None
    used: int | None
    currency: str
    restriction: str


@dataclass(frozen=True, slots=True)
class ResultLine:
    """A result that somebody has shown an interest in: the names of those who have it, and of those on the way."""

    title: str
    owner: str
    taken_over: tuple[str, ...]
    waiting: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportMaterial:
    """Everything that a report is composed of."""

    parts: tuple[PartLine, ...]
    done: tuple[EntryLine, ...]
    coming: tuple[EntryLine, ...]
    late: tuple[EntryLine, ...]
    risks: tuple[RiskLine, ...]
    money: tuple[MoneyLine, ...]
    asked: tuple[str, ...]
    decided: tuple[str, ...]
    overdue: tuple[tuple[str, str, date], ...]
    results: tuple[ResultLine, ...]


def material(connection: Connection, first: date | None, last: date | None, today: date) -> ReportMaterial:
    """Return what happened from *first* to *last* (None is open), what comes after, and what is late on *today*."""
    entries = _entries(connection)
    done = [(line, day) for line, state, day in entries if state is WorkState.DONE]
    ahead = [(line, line.day) for line, state, _ in entries if state.value not in _OVER]
    # What comes is read by day; what has none comes last, in the order of the parts.
    ahead.sort(key=lambda each: each[1] or date.max)
    return ReportMaterial(
        parts=_parts(connection),
        done=tuple(line for line, day in done if day is None or _within(day, first, last)),
        coming=tuple(line for line, day in ahead if day is None or day >= today),
        late=tuple(line for line, day in ahead if day is not None and day < today),
        risks=_risks(connection),
        money=_money(connection),
        asked=_titles(connection, Decision.state == DecisionState.PROPOSED.value),
        decided=_titles(connection, _decided(first, last)),
        overdue=_overdue(connection, today),
        results=_results(connection),
    )


def _within(day: date, first: date | None, last: date | None) -> bool:
    return (first is None or day >= first) and (last is None or day <= last)


def _parts(connection: Connection) -> tuple[PartLine, ...]:
    rows = connection.execute(select(ProgrammePart.__table__).order_by(ProgrammePart.order_key))
    return tuple(
        PartLine(
            Named(sv=row.name_sv, nb=row.name_nb, en=row.name_en),
            WorkState(row.state),
            Light(row.light) if row.light else None,
            row.light_reason,
        )
        for row in rows
    )


def _entries(connection: Connection) -> list[tuple[EntryLine, WorkState, date | None]]:
    rows = connection.execute(
        select(TimelineEntry.__table__)
        .outerjoin(ProgrammePart, ProgrammePart.id == TimelineEntry.part_id)
        .order_by(ProgrammePart.order_key, TimelineEntry.order_key)
    )
    return [
        (
            EntryLine(
                EntryKind(row.kind), row.name, row.ends_on or row.starts_on, row.owner, row.done, row.effect_seen
            ),
            WorkState(row.state),
            row.done_on,
        )
        for row in rows
    ]


def _risks(connection: Connection) -> tuple[RiskLine, ...]:
    rows = connection.execute(
        select(Risk.__table__)
        .where(Risk.closed_on.is_(None))
        .order_by((Risk.likelihood * Risk.consequence).desc(), Risk.order_key)
        .limit(GREATEST)
    )
    return tuple(
        RiskLine(
            Named(sv=row.name_sv, nb=row.name_nb, en=row.name_en),
            row.likelihood,
            row.consequence,
            Named(sv=row.response_sv, nb=row.response_nb, en=row.response_en),
            row.owner,
        )
        for row in rows
    )


def _money(connection: Connection) -> tuple[MoneyLine, ...]:
    rows = connection.execute(
        select(BudgetLine.__table__).where(BudgetLine.parent_id.is_(None)).order_by(BudgetLine.order_key)
    )
    return tuple(MoneyLine(row.name, row.amount, row.used, row.currency, row.restriction) for row in rows)


def _titles(connection: Connection, which: ColumnElement[bool]) -> tuple[str, ...]:
    return tuple(connection.execute(select(Decision.title).where(which).order_by(Decision.order_key)).scalars())


def _decided(first: date | None, last: date | None) -> ColumnElement[bool]:
    """Return what was decided in a time, whether amended since or not; what has no day belongs to no report."""
    states = (DecisionState.DECIDED.value, DecisionState.AMENDED.value)
    query = Decision.state.in_(states) & Decision.first.is_not(None) & Decision.last.is_not(None)
    if first is not None:
        query &= Decision.last >= first
    if last is not None:
        query &= Decision.first <= last
    return query


def _results(connection: Connection) -> tuple[ResultLine, ...]:
    return tuple(
        ResultLine(
            result.title,
            result.owner,
            tuple(note.name for note in result.notes if note.state is ReuseState.TAKEN_OVER),
            tuple(note.name for note in result.notes if note.state in _ON_THE_WAY),
        )
        for result in shared_results(connection)
        if result.notes
    )


def _overdue(connection: Connection, today: date) -> tuple[tuple[str, str, date], ...]:
    open_states = (AssignmentState.GIVEN.value, AssignmentState.STARTED.value)
    query = (
        select(Assignment.text, Assignment.receiver, Assignment.due_on)
        .where(Assignment.due_on < today, Assignment.state.in_(open_states))
        .order_by(Assignment.due_on)
    )
    return tuple((row.text, row.receiver, row.due_on) for row in connection.execute(query))
