"""What a plan may tell of the workshops' rounds: rules and results as the room saw them, never a ballot.

A frozen plan is read from its public data, where there are no ballots. So the results are data of their own
(``told_results``), counted from the ballots while there are any and kept in place of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, select

from smartstad_desktop.domain.order.scoring import Spread
from smartstad_desktop.domain.values import RoundId
from smartstad_desktop.domain.workshop.alternatives import would_differ
from smartstad_desktop.domain.workshop.disclosure import is_told_by_few
from smartstad_desktop.domain.workshop.effort import Effort
from smartstad_desktop.domain.workshop.meeting import HIDDEN
from smartstad_desktop.domain.workshop.results import Axis, Fingers, Quadrant, Result, Tally
from smartstad_desktop.domain.workshop.voting import Method, Unit
from smartstad_desktop.reads.workshop.results import Outcome, outcome_of
from smartstad_desktop.reads.workshop.rounds import REVEALED, RoundSheet, round_sheet
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.workshop import Ballot, Round, Session, Snapshot

#: What tells kept results from other snapshots: the form they have.
_FORM: Final = "public"


@dataclass(frozen=True, slots=True)
class UnitDifference:
    """Another unit would have ordered these items otherwise."""

    unit: Unit
    items: tuple[int, ...]
    has_other_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRound:
    """A round that the room has seen: its rules, its result, and who answered.

    ``few`` are items of which so few said something that the figures would be theirs. ``weights`` is how much each
    municipality that answered counts, by its name, where they do not count alike.
    """

    sheet: RoundSheet
    session: str
    occasion: str
    day: date | None
    quorum_municipalities: int | None
    quorum_persons: int | None
    decision_rule: str
    tally: Tally
    effort: Effort
    few: frozenset[int]
    weights: Mapping[str, float]
    differences: tuple[UnitDifference, ...]

    @property
    def titles(self) -> dict[int, str]:
        """Return what the items are called by their numbers; a confidential one has no name."""
        return {item.number: "" if item.is_confidential else item.title for item in self.sheet.items}


def told_rounds(connection: Connection) -> tuple[ToldRound, ...]:
    """Return the rounds that the room has seen, in the order they were held."""
    found: list[ToldRound] = []
    for row in _revealed(connection):
        sheet = round_sheet(connection, RoundId(row.id))
        if sheet is not None:
            found.append(_told(row, sheet, _contents(connection, sheet)))
    return tuple(found)


def told_results(connection: Connection) -> dict[int, dict[str, Any]]:
    """Return the result of each round that the room has seen as data that may be public, by the round's id."""
    sheets = (round_sheet(connection, RoundId(row.id)) for row in _revealed(connection))
    return {int(sheet.id): _contents(connection, sheet) for sheet in sheets if sheet is not None}


def _revealed(connection: Connection) -> list[Any]:
    query = (
        select(
            *(Round.id, Round.opened_at, Session.name, Session.occasion, Session.decision_rule),
            *(Session.held_on, Session.quorum_municipalities, Session.quorum_persons),
        )
        .join(Session, Session.id == Round.session_id)
        .where(Round.revealed_at.is_not(None), Round.phase.not_in([phase.value for phase in HIDDEN]))
        .order_by(Round.opened_at, Round.id)
    )
    return list(connection.execute(query))


def _contents(connection: Connection, sheet: RoundSheet) -> dict[str, Any]:
    """Return the result as data: counted, or as it was kept where there are no ballots any more."""
    has_ballots = connection.scalar(select(Ballot.id).where(Ballot.round_id == sheet.id).limit(1))
    if has_ballots is None:
        query = select(Snapshot.contents).where(Snapshot.round_id == sheet.id, Snapshot.label == REVEALED)
        for contents in connection.scalars(query.order_by(Snapshot.id.desc())):
            if contents.get("form") == _FORM:
                return dict(contents)
    return _counted(connection, outcome_of(connection, sheet))


def _counted(connection: Connection, counted: Outcome) -> dict[str, Any]:
    tally, sheet = counted.tally, counted.sheet
    return {
        "form": _FORM,
        "method": tally.method.value,
        "unit": tally.unit.value,
        "asked": sheet.turnout.asked,
        "answered": sheet.turnout.answered,
        "ballots": tally.ballots_cast,
        "blank": tally.blank,
        "persons": tally.persons,
        "units": tally.units,
        "uncounted": tally.uncounted,
        "agreement": tally.agreement,
        "circles": len(tally.circles),
        "must_share": tally.must_share,
        "is_overloaded": tally.is_overloaded,
        "is_must_by_effort": tally.is_must_by_effort,
        "effort_round": sheet.effort.round,
        "items": [] if tally.is_small else [_item(each, tally.method) for each in tally.results],
        "weights": _weights(connection, sheet),
        "differences": [
            {"unit": each.unit.value, "items": list(each.items), "has_other_first": each.has_other_first}
            for each in ([] if tally.is_small else would_differ(sheet.rules, counted.ballots))
        ],
    }


def _weights(connection: Connection, sheet: RoundSheet) -> dict[str, float]:
    weights = {Unit.KEY: sheet.rules.key, Unit.POPULATION: sheet.rules.populations}.get(sheet.unit, {})
    here = {caster.municipality for caster in sheet.casters if caster.is_done}
    names = {row.id: row.short_name for row in connection.execute(select(Municipality.id, Municipality.short_name))}
    return {names[town]: weight for town, weight in weights.items() if town in here and town in names}


def _item(result: Result, method: Method) -> dict[str, Any]:
    """Return a result without what single municipalities said."""
    few = is_told_by_few(result, method)
    told: dict[str, Any] = {"item": result.item, "place": result.place, "few": few, "ballots": result.ballots}
    if few:
        return told
    return told | {
        "value": result.value,
        "mean": result.mean,
        "supporters": result.supporters,
        "spread": None if result.spread is None else asdict(result.spread),
        "agreement": result.agreement,
        "x": _axis(result.x),
        "y": _axis(result.y),
        "quadrant": result.quadrant,
        "columns": list(result.columns),
        "column": result.column,
        "duels": [result.wins, result.draws, result.losses],
        "fingers": None
        if result.fingers is None
        else [result.fingers.passes, result.fingers.must_speak, result.fingers.blocks],
    }


def _axis(axis: Axis | None) -> dict[str, Any] | None:
    if axis is None:
        return None
    spread = None if axis.spread is None else asdict(axis.spread)
    return {"mean": axis.mean, "spread": spread, "agreement": axis.agreement}


def _told(row: Any, sheet: RoundSheet, contents: Mapping[str, Any]) -> ToldRound:
    held = row.held_on
    if row.opened_at:
        held = datetime.fromisoformat(row.opened_at).astimezone().date()
    return ToldRound(
        sheet=sheet,
        session=row.name,
        occasion=row.occasion,
        day=held,
        quorum_municipalities=row.quorum_municipalities,
        quorum_persons=row.quorum_persons,
        decision_rule=row.decision_rule,
        tally=_tally(contents),
        effort=Effort({}, contents["effort_round"]),
        few=frozenset(each["item"] for each in contents["items"] if each["few"]),
        weights=dict(contents["weights"]),
        differences=tuple(
            UnitDifference(Unit(each["unit"]), tuple(each["items"]), each["has_other_first"])
            for each in contents["differences"]
        ),
    )


def _tally(contents: Mapping[str, Any]) -> Tally:
    return Tally(
        method=Method(contents["method"]),
        unit=Unit(contents["unit"]),
        results=tuple(_result(each) for each in contents["items"]),
        agreement=contents["agreement"],
        ballots_cast=contents["ballots"],
        blank=contents["blank"],
        persons=contents["persons"],
        units=contents["units"],
        uncounted=contents["uncounted"],
        circles=((0, 0, 0),) * contents["circles"],
        must_share=contents["must_share"],
        is_overloaded=contents["is_overloaded"],
        is_must_by_effort=contents["is_must_by_effort"],
    )


def _result(told: Mapping[str, Any]) -> Result:
    if told["few"]:
        return Result(item=told["item"], place=told["place"], value=None, ballots=told["ballots"])
    wins, draws, losses = told["duels"]
    fingers = told["fingers"]
    return Result(
        item=told["item"],
        value=told["value"],
        place=told["place"],
        mean=told["mean"],
        ballots=told["ballots"],
        supporters=told["supporters"],
        spread=_spread(told["spread"]),
        agreement=told["agreement"],
        x=_read_axis(told["x"]),
        y=_read_axis(told["y"]),
        quadrant=Quadrant(told["quadrant"]) if told["quadrant"] else None,
        columns=tuple(told["columns"]),
        column=told["column"],
        wins=wins,
        draws=draws,
        losses=losses,
        fingers=None
        if fingers is None
        else Fingers(passes=fingers[0], must_speak=fingers[1], blocks=fingers[2], speakers=()),
    )


def _spread(told: Mapping[str, Any] | None) -> Spread | None:
    return None if told is None else Spread(**told)


def _read_axis(told: Mapping[str, Any] | None) -> Axis | None:
    if told is None:
        return None
    return Axis(mean=told["mean"], spread=_spread(told["spread"]), agreement=told["agreement"], by_municipality={})
