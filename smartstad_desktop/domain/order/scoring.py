"""The weighted sum on a fixed scale: what a project is worth, how much of it is answered, and where it stands.

The scale is fixed and no column is stretched to its own least and most, so a project that is added or taken away never
changes the others' values or their order. What nobody has answered is left out of both sums and never counts as zero;
the coverage tells how much of the weight has an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final, NamedTuple, TypeAlias

from smartstad_desktop.domain.order.priority import HIGHEST, LOWEST, Direction

#: One project's scores in the order of the criteria; None where there is no answer.
Scores: TypeAlias = Sequence[float | None]
#: Values closer than this are equal: they differ by rounding only.
SAME: Final = 1e-9


class Part(NamedTuple):
    """What one criterion gives: the parts of a project add up to its value.

    ``score`` is as given and ``good`` turned so that high is good; both None without an answer. ``part`` is then 0.
    A tuple, since hundreds are made for each step of a dragged weight.
    """

    score: float | None
    good: float | None
    share: float
    part: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Valued:
    """A project's value on the scale; None when nothing is answered. ``coverage`` is a share of the weight."""

    value: float | None
    coverage: float
    answered: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How far apart some answers lie."""

    count: int
    mean: float
    lowest: float
    highest: float
    deviation: float


def turned(score: float, direction: Direction) -> float:
    """Return *score* so that high is good: where high is bad, the scale is read from the other end."""
    return score if direction is Direction.BENEFIT else LOWEST + HIGHEST - score


def value_of(scores: Scores, weights: Sequence[float], directions: Sequence[Direction]) -> Valued:
    """Return Σ(w·s)/Σw over the criteria that have an answer, with its parts and its coverage."""
    good = [
        None if score is None else turned(score, direction) for score, direction in zip(scores, directions, strict=True)
    ]
    everything = sum(weights)
    answered = sum(weight for weight, each in zip(weights, good, strict=True) if each is not None)
    parts = tuple(
        Part(
            score=score,
            good=each,
            share=weight / everything if everything else 0.0,
            part=weight * each / answered if each is not None and answered else 0.0,
        )
        for score, each, weight in zip(scores, good, weights, strict=True)
    )
    return Valued(
        value=sum(part.part for part in parts) if answered else None,
        coverage=answered / everything if everything else 0.0,
        answered=sum(each is not None for each in good),
        parts=parts,
    )


def turned_row(scores: Scores, directions: Sequence[Direction]) -> Scores:
    """Return *scores* so that high is good everywhere."""
    pairs = zip(scores, directions, strict=True)
    return tuple(None if score is None else turned(score, direction) for score, direction in pairs)


def weighted_mean(good: Scores, weights: Sequence[float]) -> float | None:
    """Return the value alone, of scores of which high is good."""
    answered = whole = 0.0
    for score, weight in zip(good, weights, strict=True):
        if score is not None:
            answered += weight
            whole += weight * score
    return whole / answered if answered else None


def mean_of(scores: Scores, weights: Sequence[float], directions: Sequence[Direction]) -> float | None:
    """Return the value alone, as :func:`value_of` has it."""
    return weighted_mean(turned_row(scores, directions), weights)


def in_order(values: Sequence[float | None]) -> tuple[int, ...]:
    """Return positions in *values*, best first; equal ones stay as they stand, those without a value come last."""
    return tuple(sorted(range(len(values)), key=lambda at: _down(values[at])))


def places(values: Sequence[float | None]) -> tuple[int | None, ...]:
    """Return each one's place from 1; equal ones share a place and the next place is left out."""
    found: list[int | None] = [None] * len(values)
    before: float | None = None
    place = 0
    for number, at in enumerate(in_order(values), 1):
        value = values[at]
        if value is None:
            break
        if before is None or before - value > SAME:
            place = number
        found[at], before = place, value
    return tuple(found)


def combined(joint: float | None, each: Iterable[float]) -> float | None:
    """Return the score that counts: the one given together, or else the mean of the municipalities' own."""
    if joint is not None:
        return joint
    given = list(each)
    return sum(given) / len(given) if given else None


def spread_of(values: Iterable[float]) -> Spread | None:
    """Return how far apart *values* lie (deviation of all of them, not of a sample), or None when there are none."""
    given = list(values)
    if not given:
        return None
    mean = sum(given) / len(given)
    deviation = sqrt(sum((value - mean) ** 2 for value in given) / len(given))
    return Spread(count=len(given), mean=mean, lowest=min(given), highest=max(given), deviation=deviation)


def _down(value: float | None) -> tuple[bool, float]:
    # Rounded, so that two sums of the same terms in another order stay equal.
    return (value is None, -round(value or 0.0, 9))
