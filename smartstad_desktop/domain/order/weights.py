"""Ways to arrive at weights: typed, points, an order with gaps, an order alone, and pairwise comparison.

Every function returns shares that add up to 1, in the order of the criteria.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Final

from smartstad_desktop.domain.order.priority import PairsIncomplete, PointsDoNotAddUp, RatioInvalid, WeightsAllZero
from smartstad_desktop.domain.order.scoring import Spread, spread_of

#: Saaty's random index for 1, 2, 3 … criteria: how inconsistent comparisons made by chance are.
RANDOM_INDEX: Final = (0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59)
#: Comparisons are usable up to this consistency ratio (Saaty).
CONSISTENT: Final = 0.1
MOST: Final = 9.0
#: Fewer criteria cannot contradict each other.
_CIRCLE: Final = 3
_ROUNDS: Final = 500
_STILL: Final = 1e-13


def shares(weights: Sequence[float]) -> tuple[float, ...]:
    """Return *weights* divided by their sum.

    Raises:
        WeightsAllZero: nothing weighs anything.
    """
    total = sum(weights)
    if total <= 0:
        raise WeightsAllZero(field="weights")
    return tuple(weight / total for weight in weights)


def from_points(points: Sequence[float], total: float = 100) -> tuple[float, ...]:
    """Return shares from points of which exactly *total* were to be given out.

    Raises:
        PointsDoNotAddUp: some are left, or too many are given.
    """
    if abs(sum(points) - total) > total * _STILL:
        raise PointsDoNotAddUp(field="weights", sum=sum(points), total=total)
    return shares(points)


def from_order(places: Sequence[int], gaps: Sequence[int], ratio: float | None = None) -> tuple[float, ...]:
    """Return shares from an order with gaps (Simos, revised by Figueira and Roy 2002).

    ``places`` count from 1 for the most important, and equal criteria share one; ``gaps`` are the empty steps between
    a place and the one above it. Each step is worth as much. *ratio* is how many times as much the first place weighs
    as the last; without it, the last weighs one step, which is the original form.
    """
    ladder = sorted(set(places), reverse=True)
    above = {place: max(gap for at, gap in zip(places, gaps, strict=True) if at == place) for place in ladder}
    height, heights = 0, dict[int, int]()
    for worse, place in zip([None, *ladder], ladder, strict=False):
        height += 0 if worse is None else 1 + above[worse]
        heights[place] = height
    step = 1.0 if ratio is None or not height else (ratio - 1) / height
    return shares([1 + step * heights[place] for place in places])


def rank_order_centroid(places: Sequence[int]) -> tuple[float, ...]:
    """Return the centre of all weightings that agree with an order; equal criteria share the mean of their places."""
    count = len(places)
    centroid = [sum(1 / number for number in range(place, count + 1)) / count for place in range(1, count + 1)]
    order = sorted(range(count), key=lambda at: places[at])
    found = [0.0] * count
    for place in set(places):
        tied = [number for number, at in enumerate(order) if places[at] == place]
        mean = sum(centroid[number] for number in tied) / len(tied)
        for number in tied:
            found[order[number]] = mean
    return shares(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Shares from pairwise comparison; the ratio is None while a pair is open or there are fewer than three criteria.

    ``worst`` names the pair that fits the others least, by position, with the ratio the others imply.
    """

    shares: tuple[float, ...]
    lambda_max: float
    consistency_ratio: float | None
    open_pairs: int
    worst: tuple[int, int, float] | None

    @property
    def is_consistent(self) -> bool:
        """Return whether the comparisons fit together well enough to be used."""
        return self.consistency_ratio is None or self.consistency_ratio <= CONSISTENT


def from_pairs(count: int, pairs: Mapping[tuple[int, int], float]) -> Compared:
    """Return the principal eigenvector of comparisons: ``pairs[i, j]`` is how many times as important i is as j.

    An open pair is left out as Harker showed (1987), not taken for equal.

    Raises:
        RatioInvalid: a comparison is not from 1/9 to 9.
        PairsIncomplete: the comparisons do not link all criteria.
    """
    known = dict[tuple[int, int], float]()
    for (one, other), ratio in pairs.items():
        if not 1 / MOST - _STILL <= ratio <= MOST + _STILL:
            raise RatioInvalid(field="pairs")
        known[one, other], known[other, one] = ratio, 1 / ratio
    _check_linked(count, known)
    matrix = [[_cell(known, one, other, count) for other in range(count)] for one in range(count)]
    found = eigenvector(matrix)
    largest = lambda_max(matrix, found)
    open_pairs = count * (count - 1) // 2 - len(known) // 2
    ratio = None if open_pairs or count < _CIRCLE else consistency_ratio(largest, count)
    return Compared(
        shares=found,
        lambda_max=largest,
        consistency_ratio=ratio,
        open_pairs=open_pairs,
        worst=_worst(found, known),
    )


def eigenvector(matrix: Sequence[Sequence[float]]) -> tuple[float, ...]:
    """Return the principal eigenvector of a positive matrix, as shares (Saaty)."""
    found = geometric_means(matrix)
    for _round in range(_ROUNDS):
        after = shares([sum(cell * share for cell, share in zip(row, found, strict=True)) for row in matrix])
        if max((abs(new - old) for new, old in zip(after, found, strict=True)), default=0.0) < _STILL:
            return after
        found = after
    return found


def geometric_means(matrix: Sequence[Sequence[float]]) -> tuple[float, ...]:
    """Return the geometric mean of each row, as shares; equal to the eigenvector up to three criteria."""
    return shares([exp(sum(log(cell) for cell in row if cell > 0) / len(row)) for row in matrix])


def lambda_max(matrix: Sequence[Sequence[float]], found: Sequence[float]) -> float:
    """Return the principal eigenvalue that belongs to *found*: the mean of (A·w)ᵢ/wᵢ."""
    rows = (sum(cell * share for cell, share in zip(row, found, strict=True)) for row in matrix)
    return sum(row / share for row, share in zip(rows, found, strict=True)) / len(found)


def consistency_ratio(largest: float, count: int) -> float:
    """Return how inconsistent comparisons are beside ones made by chance (Saaty); up to 0.1 they are usable."""
    if count < _CIRCLE:
        return 0.0
    index = RANDOM_INDEX[min(count, len(RANDOM_INDEX)) - 1]
    return max(0.0, (largest - count) / (count - 1)) / index


@dataclass(frozen=True, slots=True, kw_only=True)
class JointShares:
    """The mean of several weightings, and how far apart they lie per criterion."""

    shares: tuple[float, ...]
    spreads: tuple[Spread, ...]


def joint_shares(weightings: Sequence[Sequence[float]]) -> JointShares | None:
    """Return the mean of *weightings*, each first made into shares; None when there are none."""
    columns = list(zip(*(shares(each) for each in weightings), strict=True))
    spreads = tuple(spread for spread in map(spread_of, columns) if spread is not None)
    if not spreads:
        return None
    return JointShares(shares=shares([spread.mean for spread in spreads]), spreads=spreads)


def _cell(known: Mapping[tuple[int, int], float], one: int, other: int, count: int) -> float:
    if one != other:
        return known.get((one, other), 0.0)
    return 1.0 + sum((one, each) not in known for each in range(count) if each != one)


def _check_linked(count: int, known: Mapping[tuple[int, int], float]) -> None:
    reached, waiting = {0}, [0]
    while waiting:
        here = waiting.pop()
        fresh = {other for one, other in known if one == here} - reached
        reached |= fresh
        waiting += fresh
    if len(reached) < count:
        raise PairsIncomplete(field="pairs")


def _worst(found: Sequence[float], known: Mapping[tuple[int, int], float]) -> tuple[int, int, float] | None:
    """Return the pair whose answer is farthest from what the shares say, unless all fit."""
    off = {(i, j): abs(log(ratio * found[j] / found[i])) for (i, j), ratio in known.items() if i < j}
    if not off or max(off.values()) < _STILL * _ROUNDS:
        return None
    one, other = max(off, key=lambda pair: off[pair])
    return one, other, found[one] / found[other]
