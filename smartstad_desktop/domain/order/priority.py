"""Criteria, weights and scores: the vocabulary of prioritising, and what may be written."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from math import isfinite
from typing import Any, Final

from smartstad_desktop.domain.board import NameMissing
from smartstad_desktop.domain.errors import FieldInvalid, RuleError
from smartstad_desktop.domain.values import Language

#: The fixed scale of scores; a fixed scale is what keeps a new project from reordering the others.
LOWEST: Final = 1
HIGHEST: Final = 5
#: The steps of the scale that can be described, and the text that says what belongs to the criterion.
STEPS: Final = ("1", "2", "3", "4", "5")
HELP: Final = "help"
NAME_LIMIT: Final = 80
STEP_LIMIT: Final = 200
REASON_LIMIT: Final = 400
WEIGHT_LIMIT: Final = 1000
POINTS: Final = 100
#: Fewer answers than this are not broken down: two could tell each other's.
FEWEST: Final = 3


class Direction(StrEnum):
    """Whether a high score is good (benefit) or bad (cost)."""

    BENEFIT = "benefit"
    COST = "cost"


class WeightMethod(StrEnum):
    """How a set of weights was arrived at."""

    TYPED = "typed"
    POINTS = "points"
    ORDERING = "ordering"
    CENTROID = "centroid"
    PAIRWISE = "pairwise"


class Plausible(StrEnum):
    """Which weightings are plausible: near the ones chosen, with the same order of criteria, or any at all."""

    NEAR = "near"
    SAME_ORDER = "same_order"
    ANY = "any"


class TextTooLong(FieldInvalid):
    """A name, a description or a reason is longer than fits. Parameters: ``field``, ``length``, ``limit``."""

    code = "priority_text_too_long"


class StepUnknown(FieldInvalid):
    """Only the steps 1 to 5 can be described. Parameters: ``field``, ``step``."""

    code = "step_unknown"


class WeightInvalid(FieldInvalid):
    """A weight is a number from 0. Parameters: ``field``, ``limit``."""

    code = "weight_invalid"


class WeightsAllZero(FieldInvalid):
    """At least one criterion must weigh something. Parameters: ``field``."""

    code = "weights_all_zero"


class PointsDoNotAddUp(FieldInvalid):
    """Points are shared out until none is left. Parameters: ``field``, ``sum``, ``total``."""

    code = "points_do_not_add_up"


class WeightsIncomplete(FieldInvalid):
    """Every criterion needs a place or a weight. Parameters: ``field``, ``count``."""

    code = "weights_incomplete"


class PairsIncomplete(FieldInvalid):
    """The comparisons leave a criterion without any link to the others. Parameters: ``field``."""

    code = "pairs_incomplete"


class RatioInvalid(FieldInvalid):
    """A comparison is from 1/9 to 9. Parameters: ``field``."""

    code = "ratio_invalid"


class ScoreInvalid(FieldInvalid):
    """A score lies on the scale. Parameters: ``field``, ``lowest``, ``highest``."""

    code = "score_invalid"


class PlaceInvalid(FieldInvalid):
    """A place is a number from 1 to the number of projects. Parameters: ``field``, ``limit``."""

    code = "place_invalid"


class NotInOrder(RuleError):
    """Only a project that is in the order can be moved in it. Parameters: ``title``."""

    code = "not_in_order"


class NothingWeighed(RuleError):
    """No municipality has weighed the criteria yet, so there is no mean to take."""

    code = "nothing_weighed"


def checked_text(text: str, field: str, limit: int, *, is_optional: bool = True) -> str:
    """Return *text* without space around it.

    Raises:
        NameMissing: it is empty and may not be.
        TextTooLong: it is longer than *limit*.
    """
    cleaned = " ".join(text.split())
    if not cleaned and not is_optional:
        raise NameMissing(field=field)
    if len(cleaned) > limit:
        raise TextTooLong(field=field, length=len(cleaned), limit=limit)
    return cleaned


def checked_steps(steps: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """Return described steps as step → language → text, without the empty ones.

    Raises:
        StepUnknown: a step is not on the scale.
        TextTooLong: a description does not fit.
    """
    checked: dict[str, dict[str, str]] = {}
    for step, texts in steps.items():
        if step not in STEPS:
            raise StepUnknown(field="steps", step=step)
        words = {str(Language(key)): checked_text(text, f"step_{step}", STEP_LIMIT) for key, text in texts.items()}
        if any(words.values()):
            # Swedish stands in for the others, so it is never missing.
            checked[step] = {"sv": words.get("sv") or next(text for text in words.values() if text), **words}
            checked[step]["sv"] = checked[step]["sv"] or next(text for text in words.values() if text)
    return checked


def checked_weight(weight: Any) -> float:
    """Return a weight as a number.

    Raises:
        WeightInvalid: it is none, or below zero.
    """
    if isinstance(weight, bool) or not isinstance(weight, (int, float)):
        raise WeightInvalid(field="weight", limit=WEIGHT_LIMIT)
    if not isfinite(weight) or not 0 <= weight <= WEIGHT_LIMIT:
        raise WeightInvalid(field="weight", limit=WEIGHT_LIMIT)
    return float(weight)


def checked_score(value: Any) -> float:
    """Return a score as a number on the scale.

    Raises:
        ScoreInvalid: it is none, or off the scale.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not LOWEST <= value <= HIGHEST:
        raise ScoreInvalid(field="value", lowest=LOWEST, highest=HIGHEST)
    return float(value)
