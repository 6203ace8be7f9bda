"""From ballots to voices: what each unit says in a round, and how much it weighs.

Ballots are put in order by what they say before anything is added up, so no result depends on when or how they came in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Final, NamedTuple, TypeAlias

from smartstad_desktop.domain.workshop.ballots import order_of
from smartstad_desktop.domain.workshop.voting import (
    BY_MUNICIPALITY,
    IN_COLUMNS,
    MOST_FINGERS,
    SHARED_OUT,
    Ballot,
    Caster,
    Mark,
    Method,
    Rules,
    Unit,
)

#: How large a share of the others an item stands before in a ranking.
AHEAD: Final = "ahead"
_HALF: Final = 0.5


class Cell(NamedTuple):
    """What something is said about: an item and, by method, its axis, column or step, or the item it stands against."""

    item: int
    axis: str | int = ""


Said: TypeAlias = dict[Cell, float]


class Heard(NamedTuple):
    """A ballot and what it says."""

    ballot: Ballot
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What one unit says: the mean of its ballots.

    ``persons`` is how many stand behind each thing said; ``is_agreed`` tells that they agreed on one ballot.
    """

    weight: float
    said: Mapping[Cell, float]
    persons: Mapping[Cell, int]
    municipality: int | None
    is_agreed: bool


def said_on(rules: Rules, ballot: Ballot) -> Said:
    """Return what a ballot says; what its municipality owns is left out when owners step aside."""
    items = [item for item in sorted(rules.items) if not rules.owns(ballot.municipality, item)]
    mine = frozenset(items)
    marks = sorted(
        (mark for mark in ballot.marks if mark.item in mine and (mark.other is None or mark.other in mine)),
        key=order_of,
    )
    if rules.method is Method.PAIRS:
        return _duels(marks)
    if rules.method is Method.RANKING:
        return _ranked(marks, items)
    said = {Cell(mark.item, mark.axis): float(mark.value) for mark in marks}
    if rules.method in SHARED_OUT:
        return {Cell(item): said.get(Cell(item), 0.0) for item in items}
    if rules.method in IN_COLUMNS or rules.method is Method.FIST:
        steps = rules.columns if rules.method in IN_COLUMNS else MOST_FINGERS + 1
        said |= {Cell(mark.item, step): float(mark.value == step) for mark in marks for step in range(steps)}
    return said


def heard(rules: Rules, ballots: Iterable[Ballot]) -> tuple[Heard, ...]:
    """Return the ballots that count with what they say, in an order that depends on nothing else."""
    return tuple(
        Heard(ballot, said_on(rules, ballot)) for ballot in sorted(ballots, key=_order_of_ballot) if ballot.counts
    )


def voices(rules: Rules, given: Sequence[Heard], unit: Unit | None = None) -> tuple[Voice, ...]:
    """Return the voices of what is *given* (see :func:`heard`) by *unit*, or by the unit of the rules.

    Who abstains has no voice. Where municipalities are the unit, whoever belongs to none, and a municipality without
    a weight, has none either. Weights by population and key are 1 on average, so that sums stay comparable.
    """
    used = unit or rules.unit
    groups: dict[object, list[Heard]] = {}
    for number, each in enumerate(given):
        key = _group_of(each.ballot, used, number)
        if key is not None:
            groups.setdefault(key, []).append(each)
    weights = _weights(rules, {key: [each.ballot for each in group] for key, group in groups.items()}, used)
    return tuple(_voice(group, weights[key]) for key, group in groups.items() if weights[key] > 0)


def weights_of(rules: Rules, ballots: Sequence[Ballot], unit: Unit | None = None) -> tuple[float, ...]:
    """Return what each ballot weighs; those of a municipality that is one voice share its weight."""
    used = unit or rules.unit
    keys = [_group_of(ballot, used, number) if ballot.counts else None for number, ballot in enumerate(ballots)]
    groups: dict[object, list[Ballot]] = {}
    for key, ballot in zip(keys, ballots, strict=True):
        if key is not None:
            groups.setdefault(key, []).append(ballot)
    weights = _weights(rules, groups, used)
    persons = {key: sum(ballot.persons for ballot in group) for key, group in groups.items()}
    return tuple(
        0.0 if key is None else weights[key] * ballot.persons / persons[key]
        for key, ballot in zip(keys, ballots, strict=True)
    )


def _order_of_ballot(ballot: Ballot) -> tuple[object, ...]:
    return (
        -1 if ballot.municipality is None else ballot.municipality,
        _order_of_caster(ballot.caster),
        ballot.is_blank,
        ballot.persons,
        tuple(order_of(mark) for mark in sorted(ballot.marks, key=order_of)),
        ballot.concern,
    )


def _order_of_caster(caster: Caster) -> tuple[int, int]:
    if caster is None:
        return 0, 0
    return (1, caster) if isinstance(caster, int) else (2, caster.id)


def _group_of(ballot: Ballot, unit: Unit, number: int) -> tuple[str, object] | None:
    """Return whose voice a ballot is part of, or None when it has none."""
    if unit in BY_MUNICIPALITY:
        return None if ballot.municipality is None else ("municipality", ballot.municipality)
    return ("ballot", number) if ballot.caster is None or unit is Unit.PERSON else ("caster", ballot.caster)


def _weights(rules: Rules, groups: Mapping[object, Sequence[Ballot]], unit: Unit) -> dict[object, float]:
    match unit:
        case Unit.PERSON:
            return {key: float(sum(ballot.persons for ballot in group)) for key, group in groups.items()}
        case Unit.SEAT | Unit.MUNICIPALITY:
            return dict.fromkeys(groups, 1.0)
        case Unit.POPULATION | Unit.KEY:
            given = rules.populations if unit is Unit.POPULATION else rules.key
            weights = {key: float(given.get(group[0].municipality or 0, 0)) for key, group in groups.items()}
            weighing = [weight for weight in weights.values() if weight > 0]
            whole = fsum(weighing)
            return {key: weight * len(weighing) / whole if whole else weight for key, weight in weights.items()}


def _voice(group: Sequence[Heard], weight: float) -> Voice:
    said: Said = dict(group[0].said)
    persons = dict.fromkeys(said, group[0].ballot.persons)
    if len(group) > 1:
        given: dict[Cell, list[tuple[float, int]]] = {}
        for ballot, its in group:
            for cell, value in its.items():
                given.setdefault(cell, []).append((value, ballot.persons))
        persons = {cell: sum(number for _value, number in each) for cell, each in given.items()}
        said = {cell: fsum(value * number for value, number in each) / persons[cell] for cell, each in given.items()}
    return Voice(
        weight=weight,
        said=said,
        persons=persons,
        municipality=group[0].ballot.municipality,
        is_agreed=all(each.ballot.is_agreed for each in group),
    )


def _ranked(marks: Sequence[Mark], items: Sequence[int]) -> Said:
    """Return the place of each item, those not placed sharing the places below, and how many of the others it beats."""
    placed = [mark.item for mark in sorted(marks, key=lambda mark: (mark.value, mark.item))]
    shared = (len(placed) + 1 + len(items)) / 2
    places = {item: float(number) for number, item in enumerate(placed, 1)}
    places |= {item: shared for item in items if item not in places}
    others = len(items) - 1
    said = {Cell(item): place for item, place in places.items()}
    said |= {Cell(item, AHEAD): (len(items) - place) / others if others else _HALF for item, place in places.items()}
    return said


def _duels(marks: Sequence[Mark]) -> Said:
    """Return what each item of a pair gets from the duel, under the number of the other."""
    said: Said = {}
    for mark in marks:
        if mark.other is not None:
            said[Cell(mark.item, mark.other)] = mark.value
            said[Cell(mark.other, mark.item)] = 1 - mark.value
    return said
