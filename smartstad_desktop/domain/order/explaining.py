"""Why one project comes before another, and how far one weight would have to move to swap them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isclose, sqrt

from smartstad_desktop.domain.order.priority import Direction
from smartstad_desktop.domain.order.scoring import SAME, Scores, Valued, value_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a criterion does to the distance between two projects: all of them add up to it.

    Where a project has no answer it stands at its own mean there, which is what the weighted mean amounts to;
    ``is_assumed`` says so.
    """

    criterion: int
    points: float
    is_assumed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """At which share of all weight a criterion makes two projects equal while the others keep their proportions."""

    criterion: int
    share: float
    needed: float

    @property
    def move(self) -> float:
        """Return how far the share must move, in parts of the whole."""
        return self.needed - self.share


def differences(first: Valued, second: Valued) -> tuple[Difference, ...]:
    """Return how each criterion adds to the lead of *first* over *second*, what speaks most for it first."""
    if first.value is None or second.value is None:
        return ()
    found = [
        Difference(
            criterion=number,
            points=mine.share * (_stands(mine.good, first.value) - _stands(its.good, second.value)),
            is_assumed=mine.good is None or its.good is None,
        )
        for number, (mine, its) in enumerate(zip(first.parts, second.parts, strict=True))
    ]
    return tuple(sorted(found, key=lambda each: (-each.points, each.criterion)))


def swaps(first: Scores, second: Scores, weights: Sequence[float], directions: Sequence[Direction]) -> tuple[Swap, ...]:
    """Return for each criterion that can do it how far its weight must move for the two to meet, the least first.

    Exact: the value is a quotient of two linear functions of the weight, so where two of them meet is the root of a
    polynomial of the second degree at most.
    """
    total = sum(weights)
    one, other = value_of(first, weights, directions), value_of(second, weights, directions)
    if one.value is None or other.value is None or not total:
        return ()
    found = [
        Swap(criterion=number, share=weight / total, needed=needed)
        for number, weight in enumerate(weights)
        if (needed := _meeting(one, other, weights, number)) is not None
    ]
    return tuple(sorted(found, key=lambda each: (abs(each.move), each.criterion)))


def _stands(good: float | None, value: float) -> float:
    return value if good is None else good


@dataclass(frozen=True, slots=True)
class _Line:
    """A project's value as (sum + x·score) / (answered + x·is_answered) of one weight x."""

    sum: float
    answered: float
    score: float
    is_answered: float


def _line(valued: Valued, weights: Sequence[float], number: int) -> _Line:
    others = [
        (weight, part.good)
        for at, (weight, part) in enumerate(zip(weights, valued.parts, strict=True))
        if at != number and part.good is not None
    ]
    mine = valued.parts[number].good
    return _Line(
        sum=sum(weight * good for weight, good in others),
        answered=sum(weight for weight, _good in others),
        score=mine or 0.0,
        is_answered=0.0 if mine is None else 1.0,
    )


def _meeting(one: Valued, other: Valued, weights: Sequence[float], number: int) -> float | None:
    """Return the share of criterion *number* at which both values are equal, nearest to the share it has."""
    a, b = _line(one, weights, number), _line(other, weights, number)
    square = a.score * b.is_answered - b.score * a.is_answered
    linear = a.sum * b.is_answered + a.score * b.answered - b.sum * a.is_answered - b.score * a.answered
    constant = a.sum * b.answered - b.sum * a.answered
    rest = sum(weights) - weights[number]
    roots = [x for x in _roots(square, linear, constant) if x >= 0 and _has_value(a, x) and _has_value(b, x)]
    if not roots or not rest:
        return None
    share = weights[number] / (weights[number] + rest)
    return min((x / (x + rest) for x in roots), key=lambda needed: abs(needed - share))


def _has_value(line: _Line, x: float) -> bool:
    return line.answered + x * line.is_answered > SAME


def _roots(square: float, linear: float, constant: float) -> list[float]:
    if isclose(square, 0.0, abs_tol=SAME):
        return [] if isclose(linear, 0.0, abs_tol=SAME) else [-constant / linear]
    under = linear * linear - 4 * square * constant
    if under < 0:
        return []
    # The form that does not subtract two nearly equal numbers.
    far = -(linear + (sqrt(under) if linear >= 0 else -sqrt(under))) / 2
    return [far / square, constant / far] if far else [0.0]
