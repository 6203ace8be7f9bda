"""Orders of several judges made into one: Borda's and Copeland's, with ties, and with items somebody left out."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from smartstad_desktop.domain.order.scoring import SAME, places

Item = TypeVar("Item", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Counted(Generic[Item]):
    """Points of each item, and its place from 1; equal points share a place."""

    points: dict[Item, float]
    places: dict[Item, int]


def borda(orders: Sequence[Mapping[Item, float]]) -> Counted[Item]:
    """Return the mean share of the others that an item stands before; ties count half.

    Each order gives an item's value, high first. An item that a judge left out takes no points from that judge and
    loses none: only the judges who placed it count, and only what they placed.
    """
    shares: dict[Item, list[float]] = {item: [] for order in orders for item in order}
    for order in orders:
        if len(order) == 1:
            continue
        for item, value in order.items():
            beaten = sum(_won(value, its) for other, its in order.items() if other != item)
            shares[item].append(beaten / (len(order) - 1))
    return _counted({item: sum(given) / len(given) for item, given in shares.items() if given})


def copeland(orders: Sequence[Mapping[Item, float]]) -> Counted[Item]:
    """Return in how many duels an item wins minus in how many it loses; judges who placed both decide a duel."""
    items = list(dict.fromkeys(item for order in orders for item in order))
    points: dict[Item, float] = dict.fromkeys(items, 0.0)
    for at, one in enumerate(items):
        for other in items[at + 1 :]:
            balance = sum(2 * _won(order[one], order[other]) - 1 for order in orders if one in order and other in order)
            points[one] += (balance > 0) - (balance < 0)
            points[other] += (balance < 0) - (balance > 0)
    return _counted(points)


def _won(value: float, other: float) -> float:
    return 0.5 if abs(value - other) <= SAME else float(value > other)


def _counted(points: dict[Item, float]) -> Counted[Item]:
    found = places(list(points.values()))
    return Counted(points, {item: place for item, place in zip(points, found, strict=True) if place is not None})
