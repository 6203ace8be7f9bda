"""Between rounds: what moved, what to talk about, whom to ask, and an order for showing that favours nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Final, TypeAlias

from smartstad_desktop.domain.order.priority import FEWEST
from smartstad_desktop.domain.order.scoring import SAME
from smartstad_desktop.domain.workshop.results import Axis, Result, Tally
from smartstad_desktop.domain.workshop.voting import EFFORT, IMPACT

#: So many items are named; more than these nobody talks about in ten minutes.
FEW: Final = 3
#: Effort and benefit.
Point: TypeAlias = tuple[float, float]


class Moved(StrEnum):
    """Where an item went from one round to the next."""

    UP = "up"
    DOWN = "down"
    STAYED = "stayed"
    CAME = "came"
    WENT = "went"


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """An item in two rounds, by its number in the second; points are (effort, benefit) on the canvas."""

    item: int
    from_value: float | None
    to_value: float | None
    from_place: int | None
    to_place: int | None
    from_point: Point | None
    to_point: Point | None
    moved: Moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Outliers:
    """The two municipalities farthest apart, to be asked how they think; ``axis`` is where, on benefit × effort."""

    low: int
    high: int
    axis: str


def movement(first: Tally, second: Tally, numbers: Mapping[int, int] | None = None) -> tuple[Movement, ...]:
    """Return what moved between two rounds, in the order of the second; what it does not have comes last.

    Where the second round has numbers of its own, *numbers* gives for each of them the number in the first.
    """
    known = {result.item: result.item for result in second.results} if numbers is None else dict(numbers)
    before = {result.item: result for result in first.results}
    found = [_movement(each.item, before.get(known.get(each.item, 0)), each) for each in second.results]
    taken = {known.get(each.item) for each in second.results}
    return (*found, *(_movement(item, result, None) for item, result in before.items() if item not in taken))


def to_talk_about(tally: Tally, few: int = FEW) -> tuple[Result, ...]:
    """Return the items the units are farthest apart on; none below three units, nor where all agree."""
    apart = [result for result in tally.results if result.apart > SAME]
    return tuple(sorted(apart, key=lambda result: (-round(result.apart, 9), result.place or 0, result.item))[:few])


def agreed(tally: Tally, few: int = FEW) -> tuple[Result, ...]:
    """Return the items the units agree on most, the best first among equals; none of those to talk about."""
    others = {result.item for result in to_talk_about(tally, few)}
    known = [result for result in tally.results if _has_spread(result) and result.item not in others]
    return tuple(sorted(known, key=lambda result: (round(result.apart, 9), result.place or 0, result.item))[:few])


def outliers(result: Result) -> Outliers | None:
    """Return who is farthest apart, as far as it may be told; None below three municipalities and when all agree."""
    axis, told = _widest(result)
    if len(told) < FEWEST:
        return None
    low = min(told, key=lambda each: (round(told[each], 9), each))
    high = max(told, key=lambda each: (round(told[each], 9), -each))
    return Outliers(low=low, high=high, axis=axis) if told[high] - told[low] > SAME else None


def neutral_order(items: Iterable[int], seed: int) -> tuple[int, ...]:
    """Return *items* in an order that only the seed decides: the same after a restart and on every computer."""
    return tuple(sorted(items, key=lambda item: (sha256(f"{seed}:{item}".encode()).digest(), item)))


def _movement(item: int, before: Result | None, after: Result | None) -> Movement:
    from_place, to_place = (None if each is None else each.place for each in (before, after))
    return Movement(
        item=item,
        from_value=None if before is None else before.value,
        to_value=None if after is None else after.value,
        from_place=from_place,
        to_place=to_place,
        from_point=_point(before),
        to_point=_point(after),
        moved=_moved(from_place, to_place),
    )


def _moved(from_place: int | None, to_place: int | None) -> Moved:
    if from_place == to_place:
        return Moved.STAYED
    if from_place is None or to_place is None:
        return Moved.CAME if from_place is None else Moved.WENT
    return Moved.UP if to_place < from_place else Moved.DOWN


def _point(result: Result | None) -> Point | None:
    if result is None or result.x is None or result.y is None:
        return None
    return result.x.mean, result.y.mean


def _has_spread(result: Result) -> bool:
    return any(each is not None and each.spread is not None for each in (result, result.x, result.y))


def _widest(result: Result) -> tuple[str, Mapping[int, float]]:
    """Return the axis that parts the units most, and what the municipalities say there."""
    axes = {IMPACT: result.y, EFFORT: result.x}
    known = {name: axis for name, axis in axes.items() if axis is not None and axis.by_municipality}
    if not known:
        return "", result.by_municipality
    widest = max(known, key=lambda name: (round(_deviation(known[name]), 9), name == IMPACT))
    return widest, known[widest].by_municipality


def _deviation(axis: Axis) -> float:
    return axis.spread.deviation if axis.spread is not None else 0.0
