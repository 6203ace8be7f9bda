"""What would have come out if something else counted as one vote; for the facilitator, not for the wall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from smartstad_desktop.domain.workshop.results import Tally
from smartstad_desktop.domain.workshop.tallies import tally
from smartstad_desktop.domain.workshop.voting import BY_MUNICIPALITY, Ballot, Rules, Unit

#: So many places are compared: what a group talks about first.
TOP: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Another unit gives another top.

    ``items`` have another place there, the highest first; ``enters`` and ``leaves`` cross the end of the top.
    ``has_other_first`` tells that somebody else would win.
    """

    unit: Unit
    items: tuple[int, ...]
    enters: tuple[int, ...]
    leaves: tuple[int, ...]
    has_other_first: bool


def tally_by_unit(rules: Rules, ballots: Sequence[Ballot]) -> dict[Unit, Tally]:
    """Return the round counted by every unit that can be used: those that give each ballot its weight.

    Anonymous sheets belong to no municipality, and population and key need a figure for every municipality.
    """
    counted = {unit: tally(rules, ballots, unit) for unit in _usable(rules, ballots)}
    return {unit: each for unit, each in counted.items() if each.units}


def would_differ(rules: Rules, ballots: Sequence[Ballot], top: int = TOP) -> tuple[Difference, ...]:
    """Return the other units that would order the first *top* places in another way."""
    counted = tally_by_unit(rules, ballots)
    chosen = counted.pop(rules.unit, None)
    if chosen is None:
        return ()
    found = (_difference(chosen, other, top) for other in counted.values())
    return tuple(each for each in found if each.items)


def _usable(rules: Rules, ballots: Sequence[Ballot]) -> list[Unit]:
    there = {ballot.municipality for ballot in ballots if ballot.counts}
    weights = {Unit.POPULATION: rules.populations, Unit.KEY: rules.key}
    return [
        unit
        for unit in Unit
        if unit not in BY_MUNICIPALITY
        or (None not in there and all(weights[unit].get(each or 0, 0) > 0 for each in there if unit in weights))
    ]


def _difference(chosen: Tally, other: Tally, top: int) -> Difference:
    before, after = _places(chosen), _places(other)
    at_top = {item for item, place in before.items() if place <= top}
    there = {item for item, place in after.items() if place <= top}
    moved = [item for item in at_top | there if before.get(item) != after.get(item)]
    return Difference(
        unit=other.unit,
        items=tuple(sorted(moved, key=lambda item: (after.get(item, len(after) + 1), item))),
        enters=tuple(sorted(there - at_top, key=lambda item: (after[item], item))),
        leaves=tuple(sorted(at_top - there, key=lambda item: (before[item], item))),
        has_other_first=_first(before) != _first(after),
    )


def _places(counted: Tally) -> dict[int, int]:
    return {result.item: result.place for result in counted.results if result.place is not None}


def _first(places: dict[int, int]) -> set[int]:
    return {item for item, place in places.items() if place == 1}
