"""A round of voting as the console knows it: its rules, its items, who answers, and what they have answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from smartstad_desktop.domain.values import (
    AgendaItemId,
    BoardId,
    RoundId,
    RoundItemId,
    SessionId,
)
from smartstad_desktop.domain.workshop.effort import Effort
from smartstad_desktop.domain.workshop.laps import Lap
from smartstad_desktop.domain.workshop.meeting import Phase, Whose, is_revealed
from smartstad_desktop.domain.workshop.voting import (
    Ballot,
    Mark,
    Method,
    Rules,
    Seat,
    Unit,
    Visibility,
)
from smartstad_desktop.reads.workshop.casters import Caster, casters, whose_of
from smartstad_desktop.reads.workshop.laps import lap_of
from smartstad_desktop.reads.workshop.locked_facts import effort_in, with_leads
from smartstad_desktop.reads.workshop.round_items import RoundItem, items_of
from smartstad_desktop.reads.workshop.round_rules import RoundCriterion, criteria_of, rules_of
from smartstad_desktop.storage.tables import workshop as tables


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many of those the room waited for have answered."""

    answered: int
    asked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundSheet:
    """A round with everything but the answers.

    ``minutes`` is how long the silent phase is meant to take; moments are ISO times in UTC. ``at_reveal`` is who had
    answered when the room saw the answers, None while it does not; ``effort`` is what the columns are weighed by.
    """

    id: RoundId
    session: SessionId
    agenda_item: AgendaItemId | None
    repeats: RoundId | None
    number: int
    lap: Lap
    question: str
    instruction: str
    method: Method
    unit: Unit
    visibility: Visibility
    has_recusal: bool
    marks: int | None
    most_per_item: int
    low: int
    high: int
    cut_x: float | None
    cut_y: float | None
    columns: tuple[str, ...]
    minutes: int
    seed: int
    phase: Phase
    opened_at: str | None
    revealed_at: str | None
    closed_at: str | None
    board: BoardId | None
    items: tuple[RoundItem, ...]
    criteria: tuple[RoundCriterion, ...]
    casters: tuple[Caster, ...]
    rules: Rules
    effort: Effort
    at_reveal: Turnout | None

    @property
    def turnout(self) -> Turnout:
        """Return how many have answered: when the answers were revealed, or now."""
        return self.at_reveal or Turnout(self.done, len(self.asked))

    @property
    def asked(self) -> tuple[Caster, ...]:
        """Return whom the room waits for: who is here or has begun; everybody while nobody has been noted as here."""
        here = tuple(each for each in self.casters if each.is_present or each.has_begun or each.is_done)
        return here if any(each.is_present for each in self.casters) else self.casters

    @property
    def done(self) -> int:
        """Return how many have answered."""
        return sum(caster.is_done for caster in self.casters)

    @property
    def is_locked(self) -> bool:
        """Return whether items, rules and criteria are locked."""
        return self.opened_at is not None

    def item_of(self, number: int) -> RoundItem | None:
        """Return the item people vote on by *number*."""
        return next((item for item in self.items if item.number == number), None)


#: What a snapshot is called that was kept when the answers were revealed.
REVEALED: Final = "reveal"
#: What stands on one ballot: by item, axis and the other item of a pair.
Said = dict[tuple[RoundItemId, str, RoundItemId | None], float]


def round_sheet(connection: Connection, round_id: RoundId) -> RoundSheet | None:
    """Return a round, or None when it is gone."""
    query = select(tables.Round.__table__, tables.Session.board_id).join(
        tables.Session, tables.Session.id == tables.Round.session_id
    )
    row = connection.execute(query.where(tables.Round.id == round_id)).one_or_none()
    if row is None:
        return None
    items = with_leads(connection, items_of(connection, round_id), row.locked)
    criteria = criteria_of(connection, row)
    method, unit, visibility = Method(row.method), Unit(row.unit), Visibility(row.visibility)
    return RoundSheet(
        id=RoundId(row.id),
        lap=lap_of(connection, SessionId(row.session_id), round_id),
        session=SessionId(row.session_id),
        agenda_item=None if row.agenda_item_id is None else AgendaItemId(row.agenda_item_id),
        repeats=None if row.repeats_id is None else RoundId(row.repeats_id),
        method=method,
        unit=unit,
        visibility=visibility,
        columns=tuple(row.columns),
        phase=Phase(row.phase),
        board=None if row.board_id is None else BoardId(row.board_id),
        items=items,
        criteria=criteria,
        casters=casters(connection, SessionId(row.session_id), round_id, unit=unit, visibility=visibility),
        rules=rules_of(connection, row, items, criteria),
        effort=effort_in(row.locked),
        at_reveal=_at_reveal(connection, round_id) if is_revealed(Phase(row.phase)) else None,
        **{name: getattr(row, name) for name in _AS_IT_IS},
    )


def _at_reveal(connection: Connection, round_id: RoundId) -> Turnout | None:
    """Return who had answered at the last reveal; rounds of earlier versions of the program have not kept it."""
    kept = tables.Snapshot
    query = select(kept.contents).where(kept.round_id == round_id, kept.label == REVEALED).order_by(kept.id.desc())
    for contents in connection.scalars(query):
        if "asked" in contents:
            return Turnout(contents["answered"], contents["asked"])
    return None


_AS_IT_IS: Final = (
    "number",
    "question",
    "instruction",
    "has_recusal",
    "marks",
    "most_per_item",
    "low",
    "high",
    "cut_x",
    "cut_y",
    "minutes",
    "seed",
    "opened_at",
    "revealed_at",
    "closed_at",
)


def said(connection: Connection, round_id: RoundId) -> dict[Whose, Said]:
    """Return what stands on every ballot of a round. Only for the console: nothing here is hidden."""
    mark, ballot = tables.BallotMark, tables.Ballot
    owners = select(ballot.id, ballot.seat_id, ballot.municipality_id, ballot.number).where(ballot.round_id == round_id)
    whose = {row.id: whose_of(row) for row in connection.execute(owners)}
    query = (
        select(mark.ballot_id, mark.round_item_id, mark.axis, mark.other_id, mark.value)
        .join(ballot, ballot.id == mark.ballot_id)
        .where(ballot.round_id == round_id)
    )
    # Thirty ballots on forty items are thousands of rows, read after every answer: tuples are taken apart once each.
    found: defaultdict[int, Said] = defaultdict(dict)
    for ballot_id, item, axis, other, value in connection.execute(query):
        found[ballot_id][RoundItemId(item), axis, None if other is None else RoundItemId(other)] = value
    return {whose[ballot_id]: given for ballot_id, given in found.items()}


def ballots(connection: Connection, sheet: RoundSheet, *, only_done: bool = True) -> tuple[Ballot, ...]:
    """Return the ballots of a round as the rules of counting know them; items go by their numbers."""
    numbers = {item.id: item.number for item in sheet.items if not item.is_unclear}
    answers = said(connection, sheet.id)
    return tuple(
        Ballot(
            caster=_domain_caster(caster.whose),
            municipality=caster.municipality,
            channel=caster.channel,
            marks=domain_marks(answers.get(caster.whose, {}), numbers),
            concern=caster.concern,
            is_blank=caster.is_blank,
            persons=max(1, caster.persons) if sheet.unit is Unit.PERSON else 1,
        )
        for caster in sheet.casters
        if (caster.is_done if only_done else caster.has_begun)
    )


def domain_marks(given: Said, numbers: Mapping[RoundItemId, int]) -> tuple[Mark, ...]:
    """Return what stands on a ballot with the numbers of the items; what is unclear takes no part."""
    return tuple(
        Mark(item=numbers[item], value=value, axis=axis, other=None if other is None else numbers[other])
        for (item, axis, other), value in given.items()
        if item in numbers and (other is None or other in numbers)
    )


def _domain_caster(whose: Whose) -> Seat | int | None:
    return Seat(whose.seat) if whose.seat is not None else whose.municipality
