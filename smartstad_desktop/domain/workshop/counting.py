"""What each method makes of the voices for one item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smartstad_desktop.domain.order.scoring import value_of
from smartstad_desktop.domain.workshop.circles import duels, score_of
from smartstad_desktop.domain.workshop.disclosure import tellable
from smartstad_desktop.domain.workshop.figures import (
    consensus_from,
    lead,
    mean,
    reading,
    readings,
    share_ahead,
    spread_from,
    total,
)
from smartstad_desktop.domain.workshop.results import Approval, Axis, Fingers, Quadrant
from smartstad_desktop.domain.workshop.voices import Cell, Heard, Voice, heard, voices
from smartstad_desktop.domain.workshop.voting import (
    EFFORT,
    IMPACT,
    LETS_PASS,
    MOST_FINGERS,
    Ballot,
    Method,
    Rules,
    Unit,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """The ballots of a round as they are counted: one by one, by unit, and by municipality to break them down."""

    rules: Rules
    unit: Unit
    given: tuple[Heard, ...]
    ballots: tuple[Voice, ...]
    units: tuple[Voice, ...]
    groups: tuple[Voice, ...]
    duels: Mapping[tuple[int, int], float]

    def others(self, cells: Sequence[Cell]) -> int:
        """Return how many persons who belong to no municipality said something about *cells*."""
        return sum(
            each.ballot.persons
            for each in self.given
            if each.ballot.municipality is None and any(cell in each.said for cell in cells)
        )


def round_of(rules: Rules, ballots: Sequence[Ballot], unit: Unit) -> Round:
    """Return the ballots made ready for counting."""
    given = heard(rules, ballots)
    units = voices(rules, given, unit)
    return Round(
        rules=rules,
        unit=unit,
        given=given,
        ballots=voices(rules, given, Unit.PERSON),
        units=units,
        groups=voices(rules, given, Unit.MUNICIPALITY),
        duels=duels(rules.items, units) if rules.method is Method.PAIRS else {},
    )


def quadrant_of(rules: Rules, effort: float, impact: float) -> Quadrant:
    """Return the quadrant of a point; one on a line belongs to the better side."""
    cut_x, cut_y = rules.cut
    if impact >= cut_y:
        return Quadrant.DO_FIRST if effort <= cut_x else Quadrant.PLAN_TOGETHER
    return Quadrant.FILL_IN if effort <= cut_x else Quadrant.LEAVE


def of_method(counted: Round, item: int) -> dict[str, Any]:
    """Return what the method adds to a result; its value first of all."""
    rules, units = counted.rules, counted.units
    average = mean(units, Cell(item))
    match rules.method:
        case Method.IMPACT_EFFORT:
            return _on_canvas(counted, item)
        case Method.CRITERIA:
            return _weighed(rules, units, item)
        case Method.PAIRS:
            return _in_duels(counted, item)
        case Method.RANKING:
            return {"value": share_ahead(units, item), "mean": average}
        case Method.COLUMNS | Method.MOSCOW:
            value = None if average is None else rules.columns - 1 - average
            return {"value": value, "mean": average, **_on_steps(units, item, rules.columns)}
        case Method.FIST:
            steps = _on_steps(units, item, MOST_FINGERS + 1)
            return {"value": average, "mean": average, **steps, **_on_hands(counted, item)}
        case Method.DOTS | Method.THREE_TWO_ONE | Method.HUNDRED:
            return {"mean": average, **_shared_out(counted, item)}


def _on_canvas(counted: Round, item: int) -> dict[str, Any]:
    x, y = (_axis(counted, Cell(item, axis)) for axis in (EFFORT, IMPACT))
    effort, impact = (mean(counted.units, Cell(item, axis)) for axis in (EFFORT, IMPACT))
    agreements = [axis.agreement for axis in (x, y) if axis is not None and axis.agreement is not None]
    found: dict[str, Any] = {"x": x, "y": y, "agreement": sum(agreements) / len(agreements) if agreements else None}
    if effort is not None and impact is not None:
        found["value"] = found["mean"] = impact - effort
        found["quadrant"] = quadrant_of(counted.rules, effort, impact)
    return found


def _axis(counted: Round, cell: Cell) -> Axis | None:
    middle = mean(counted.units, cell)
    if middle is None:
        return None

    def read(voice: Voice) -> float | None:
        return voice.said.get(cell)

    values = readings(counted.units, counted.unit, read)
    return Axis(
        mean=middle,
        spread=spread_from(values),
        agreement=consensus_from(values, *counted.rules.scale),
        by_municipality=tellable(counted.rules, counted.groups, (cell,), read, others=counted.others((cell,))),
    )


def _weighed(rules: Rules, units: Sequence[Voice], item: int) -> dict[str, Any]:
    valued = value_of(
        [mean(units, Cell(item, each.key)) for each in rules.criteria],
        [each.weight for each in rules.criteria],
        [each.direction for each in rules.criteria],
    )
    return {"value": valued.value, "mean": valued.value, "parts": valued.parts, "coverage": valued.coverage}


def _in_duels(counted: Round, item: int) -> dict[str, Any]:
    wins, draws, losses = score_of(item, counted.duels)
    values = [value for voice in counted.units if (value := reading(counted.rules, voice, item)) is not None]
    others = len(counted.rules.items) - 1
    return {
        "value": wins + draws / 2,
        "mean": sum(sorted(values)) / len(values) if values else None,
        "coverage": (wins + draws + losses) / others if others else 1.0,
        "wins": wins,
        "draws": draws,
        "losses": losses,
    }


def _on_steps(units: Sequence[Voice], item: int, steps: int) -> dict[str, Any]:
    counts = tuple(total(units, Cell(item, step)) for step in range(steps))
    leading = lead(counts)
    most = max(counts)
    return {"columns": counts, "column": leading, "approval": Approval(in_favour=most, against=sum(counts) - most)}


def _on_hands(counted: Round, item: int) -> dict[str, Any]:
    """Return what a fist of five says; every person counts, whatever the unit is."""
    shown = [(voice, voice.said[Cell(item)]) for voice in counted.ballots if Cell(item) in voice.said]
    low = [(voice, value) for voice, value in shown if value < LETS_PASS]
    told = tellable(
        counted.rules,
        counted.groups,
        (Cell(item),),
        lambda voice: reading(counted.rules, voice, item),
        others=counted.others((Cell(item),)),
    )
    fingers = Fingers(
        passes=not low,
        must_speak=sum(int(voice.weight) for voice, _value in low),
        blocks=sum(int(voice.weight) for voice, value in low if value == 0),
        speakers=tuple(sorted(told.keys() & {voice.municipality for voice, _value in low})),
    )
    counts = [total(counted.units, Cell(item, step)) for step in range(MOST_FINGERS + 1)]
    approval = Approval(in_favour=sum(counts[LETS_PASS:]), against=sum(counts[:LETS_PASS]))
    return {"fingers": fingers, "approval": approval}


def _shared_out(counted: Round, item: int) -> dict[str, Any]:
    whole = total(counted.units, Cell(item))
    is_by_person = counted.unit is Unit.PERSON
    gifts = [
        (int(voice.weight) if is_by_person else 1, voice.said[Cell(item)] * (1 if is_by_person else voice.weight))
        for voice in counted.units
        if voice.said.get(Cell(item), 0) > 0
    ]
    return {
        "value": whole,
        "supporters": sum(number for number, _gift in gifts),
        "share_largest": max(gift for _number, gift in gifts) / whole if whole else None,
    }
