"""Grids of answers: the numbers of a scale, what a row comes to under the weights, and where nothing stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from smartstad_desktop.domain.errors import FieldInvalid, RuleError
from smartstad_desktop.domain.goals.goals import HIGHEST_CONTRIBUTION, LOWEST_CONTRIBUTION, Scale

#: What weights add up to.
FULL: Final = 100
#: How much smaller or larger, as a share, a weight may as well be; people seldom mean a weight more exactly.
DOUBT: Final = 1 / 5
#: A row gets a result when at least this share of the weight has been answered.
ENOUGH: Final = 0.5

Answers = Sequence[int | None]


class ValueOffScale(FieldInvalid):
    """A cell was given a number that its scale does not have. Parameters: ``value``, ``lowest``, ``highest``."""

    code = "value_off_scale"


class CommentWithoutValue(RuleError):
    """A comment explains a number, so the cell needs one first."""

    code = "comment_without_value"


class WeightOffScale(FieldInvalid):
    """A weight is a whole number from 0 to 100. Parameters: ``text``."""

    code = "weight_off_scale"


class PasteUnreadable(FieldInvalid):
    """Pasted text holds something that is no number of the scale. Parameters: ``text``, ``lowest``, ``highest``."""

    code = "paste_unreadable"


class PasteTooLarge(FieldInvalid):
    """What is pasted reaches past the grid. Parameters: ``rows``, ``columns``, ``most_rows``, ``most_columns``."""

    code = "paste_too_large"


@dataclass(frozen=True, slots=True)
class CellValue:
    """What a cell is to hold; None takes the answer away, which is something else than 0."""

    row: int
    column: int
    value: int | None


@dataclass(frozen=True, slots=True)
class Result:
    """What a row comes to, from 0 to 100 (below 0 when it does more harm), and how far it may move.

    ``value`` is None as long as too little is answered. ``low`` and ``high`` are reached when each weight may be a
    fifth smaller or larger, and when missing answers turn out to be nothing, or as much as possible.
    """

    value: float | None
    low: float
    high: float
    answered: float


@dataclass(frozen=True, slots=True)
class Standing:
    """How well an order stands other weights: in which share of ``rounds`` its first ``places`` stay the same.

    ``swapping`` are two neighbouring places (counted from 1) that often change, if there are any.
    """

    places: int
    share: float
    rounds: int
    swapping: tuple[int, int] | None


def steps_of(scale: Scale) -> tuple[int, ...]:
    """Return the numbers of *scale*, the lowest first; a service cannot work against a need."""
    lowest = 0 if scale is Scale.COVERAGE else LOWEST_CONTRIBUTION
    return tuple(range(lowest, HIGHEST_CONTRIBUTION + 1))


def check_value(scale: Scale, value: int | None) -> None:
    """Accept a number of *scale*, or no answer.

    Raises:
        ValueOffScale: the scale has no such number.
    """
    steps = steps_of(scale)
    if value is not None and value not in steps:
        raise ValueOffScale(value=value, lowest=steps[0], highest=steps[-1])


def counted(weights: Sequence[float | None]) -> list[float]:
    """Return the weights to reckon with: a missing one counts nothing, and when all are missing all are equal."""
    if not any(weights):
        return [1.0] * len(weights)
    return [weight or 0.0 for weight in weights]


def shared_out(parts: Sequence[float]) -> list[int]:
    """Return whole numbers in proportion to *parts* that add up to 100; without parts, as equal ones as possible."""
    if not parts:
        return []
    total = sum(parts)
    exact = [part * FULL / total for part in parts] if total > 0 else [FULL / len(parts)] * len(parts)
    whole = [int(each) for each in exact]
    by_rest = sorted(range(len(parts)), key=lambda place: (whole[place] - exact[place], place))
    for place in by_rest[: FULL - sum(whole)]:
        whole[place] += 1
    return whole


def result(answers: Answers, weights: Sequence[float]) -> Result:
    """Return what *answers* come to under *weights* (see ``counted``), column by column."""
    held: dict[int, float] = {}
    missing = 0.0
    for answer, weight in zip(answers, weights, strict=True):
        if answer is None:
            missing += weight
        else:
            held[answer] = held.get(answer, 0.0) + weight
    total = sum(held.values())
    if total + missing <= 0:
        return Result(None, 0.0, 100.0, 0.0)
    answered = total / (total + missing)
    mean = sum(step * weight for step, weight in held.items()) / total if total > 0 else 0.0
    # What is missing may count as nothing or as much as possible; or as what is answered, which is the value.
    low = min(_lowest(held), _lowest(_with(held, 0, missing)))
    high = max(_highest(held), _highest(_with(held, HIGHEST_CONTRIBUTION, missing)))
    return Result(_percent(mean) if answered >= ENOUGH else None, _percent(low), _percent(high), answered)


def _with(held: Mapping[int, float], step: int, weight: float) -> dict[int, float]:
    return {**held, step: held.get(step, 0.0) + weight}


def _lowest(held: Mapping[int, float]) -> float:
    return 0.0 - _highest({-step: weight for step, weight in held.items()})


def _highest(held: Mapping[int, float]) -> float:
    """Return the highest weighted mean when each weight may be smaller or larger by the doubt.

    It is reached with every weight from some step upwards at its largest and all others at their smallest, so it is
    enough to try each step as that limit.
    """
    if not any(held.values()):
        return 0.0
    best = float("-inf")
    for limit in held:
        top = bottom = 0.0
        for step, weight in held.items():
            moved = weight * (1 + DOUBT if step >= limit else 1 - DOUBT)
            top += step * moved
            bottom += moved
        best = max(best, top / bottom if bottom else 0.0)
    return best


def _percent(mean: float) -> float:
    return mean / HIGHEST_CONTRIBUTION * FULL


def order(results: Sequence[Result]) -> list[int]:
    """Return the places of *results* in their order, the highest first; those without a value come last."""
    return sorted(range(len(results)), key=lambda place: _rank(results[place], place))


def _rank(of: Result, place: int) -> tuple[bool, float, int]:
    return (of.value is None, -(of.value or 0.0), place)


def supports(answers: Iterable[int | None]) -> int:
    """Return how many of *answers* say that something is given; 0 and −1 do not."""
    return sum(1 for answer in answers if answer is not None and answer > 0)


def without_support(columns: Mapping[int, Answers]) -> list[int]:
    """Return the columns that no row gives anything to."""
    return [column for column, answers in columns.items() if not supports(answers)]


def absent(
    columns: Mapping[int, Answers], towns: Sequence[Collection[int]], wanted: Sequence[int]
) -> dict[int, list[int]]:
    """Return per column which of the *wanted* municipalities take part in no row that gives it something.

    *towns* are the municipalities of each row. Columns that have no row at all are left out: that is another gap.
    """
    found: dict[int, list[int]] = {}
    for column, answers in columns.items():
        served = {
            town
            for answer, taking_part in zip(answers, towns, strict=True)
            if answer is not None and answer > 0
            for town in taking_part
        }
        lacking = [town for town in wanted if town not in served]
        if served and lacking:
            found[column] = lacking
    return found
