"""How far a group agrees, as published measures: on an order, and on an ordered scale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from typing import Final, TypeVar

_Item = TypeVar("_Item", bound=Hashable)
#: An order needs two items, and an agreement two who say something.
_TWO: Final = 2


def ranks(values: Sequence[float]) -> tuple[float, ...]:
    """Return ranks of *values* from 1 for the least; equal ones share the mean of their ranks."""
    order = sorted(values)
    return tuple(order.index(value) + (order.count(value) + 1) / 2 for value in values)


def kendalls_w(rankings: Sequence[Sequence[float]]) -> float | None:
    """Return how far orders agree, from 0 (as by chance) to 1 (the same), with Kendall's correction for ties.

    One row per judge with a rank or any value per item; None when there is nothing to agree about.
    """
    judges, items = len(rankings), len(rankings[0]) if rankings else 0
    if judges < _TWO or items < _TWO:
        return None
    table = [ranks(row) for row in rankings]
    sums = [sum(column) for column in zip(*table, strict=True)]
    mean = sum(sums) / items
    ties = sum(number**3 - number for row in table for number in Counter(row).values())
    most = judges**2 * (items**3 - items) - judges * ties
    if most == 0:
        return None
    return 12 * sum((each - mean) ** 2 for each in sums) / most


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdersAgree:
    """How far orders agree, by Kendall's W, on the items that this many judges all placed."""

    kendalls_w: float
    judges: int
    items: int


def orders_agree(orders: Sequence[Mapping[_Item, float]], fewest: int) -> OrdersAgree | None:
    """Return how far judges agree on common ground: the items that most of them placed, and those who placed all.

    Not everybody places everything, and W needs full rows. The ground is chosen so that it holds as many answers as can
    be, with *fewest* judges and as many items at least; None when there is no such ground.
    """
    counts = Counter(item for order in orders for item in order)
    # By how often they were placed; the first order they stand in decides between equals.
    items = sorted(counts, key=lambda item: -counts[item])
    best: OrdersAgree | None = None
    for number in range(fewest, len(items) + 1):
        judges = [order for order in orders if all(item in order for item in items[:number])]
        size = len(judges) * number
        if len(judges) < fewest or (best is not None and size <= best.judges * best.items):
            continue
        found = kendalls_w([[-order[item] for item in items[:number]] for order in judges])
        if found is not None:
            best = OrdersAgree(kendalls_w=found, judges=len(judges), items=number)
    return best


def consensus(frequencies: Sequence[float]) -> float | None:
    """Return agreement on an ordered scale by Tastle and Wierman (2007): 1 all on one step, 0 half at either end."""
    total = sum(frequencies)
    if not total or len(frequencies) < _TWO:
        return None
    width = len(frequencies) - 1
    mean = sum(step * number for step, number in enumerate(frequencies)) / total
    return 1 + sum(
        number / total * log2(1 - abs(step - mean) / width) for step, number in enumerate(frequencies) if number
    )


def agreement(frequencies: Sequence[float]) -> float | None:
    """Return van der Eijk's agreement A (2001): 1 all on one step, 0 evenly on all, −1 half at either end.

    The answers are peeled into layers of equal height; each layer's agreement counts by how much of the answers it has.
    """
    total = sum(frequencies)
    if not total or len(frequencies) < _TWO:
        return None
    left = [float(number) for number in frequencies]
    found = 0.0
    while any(left):
        height = min(number for number in left if number > 0)
        layer = [number > 0 for number in left]
        found += height * sum(layer) / total * _layer_agreement(layer)
        left = [number - height if number > 0 else 0.0 for number in left]
    return found


def polarisation(frequencies: Sequence[float]) -> float | None:
    """Return how split answers on an ordered scale are, from 0 (one step) to 1 (half at either end)."""
    found = agreement(frequencies)
    return None if found is None else (1 - found) / 2


def _layer_agreement(layer: Sequence[bool]) -> float:
    """Return the agreement of a layer from its triples of steps: two peaks speak against, one for agreement."""
    steps, held = len(layer), sum(layer)
    if held == steps:
        return 0.0
    if held == 1:
        return 1.0
    split = together = 0
    for low in range(steps):
        for middle in range(low + 1, steps):
            for high in range(middle + 1, steps):
                match layer[low], layer[middle], layer[high]:
                    case (True, False, True):
                        split += 1
                    case (True, True, False) | (False, True, True):
                        together += 1
                    case _:
                        pass
    unimodal = ((steps - 2) * together - (steps - 1) * split) / ((steps - 2) * (together + split))
    return unimodal * (1 - (held - 1) / (steps - 1))
