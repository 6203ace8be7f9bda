"""Which measures stand otherwise in the plan than the workshop put them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A measure in the order of the plan; ``place`` is None when no workshop gave it one.

    Places are only compared within a ``source``: the third of one round says nothing about the second of another.
    """

    place: int | None
    source: Hashable = ""
    has_reason: bool = False


def deviating(measures: Sequence[Placed]) -> frozenset[int]:
    """Return the fewest measures, by their index, without which the others stand in the workshop's order.

    Of several ways to see it, the one is taken in which those deviate that have a reason already; else those that the
    workshop placed later. Equal places have no order.
    """
    by_source: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index, measure in enumerate(measures):
        if measure.place is not None:
            by_source[measure.source].append(index)
    return frozenset(index for indexes in by_source.values() for index in _moved(measures, indexes))


def _moved(measures: Sequence[Placed], indexes: Sequence[int]) -> Iterable[int]:
    #: For each measure: how good the best row of kept ones is that ends with it, and which one stands before it.
    best: dict[int, tuple[tuple[int, int, int], int | None]] = {}
    for at, index in enumerate(indexes):
        own = measures[index]
        place = own.place or 0
        worth, before = (0, 0, 0), None
        for other in indexes[:at]:
            if (measures[other].place or 0) <= place and best[other][0] > worth:
                worth, before = best[other][0], other
        best[index] = ((worth[0] + 1, worth[1] + (not own.has_reason), worth[2] - place), before)
    kept: set[int] = set()
    last: int | None = max(indexes, key=lambda index: best[index][0])
    while last is not None:
        kept.add(last)
        last = best[last][1]
    return [index for index in indexes if index not in kept]
