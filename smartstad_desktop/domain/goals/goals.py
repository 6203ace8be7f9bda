"""Goals, how far they are from today, and what serves them: the vocabulary of the goal structure."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

#: Contribution of a project to a goal: −1 works against, 0 none, 1 indirect, 2 clear, 3 direct (domain 6.11).
LOWEST_CONTRIBUTION: Final = -1
HIGHEST_CONTRIBUTION: Final = 3


class GoalKind(StrEnum):
    """What sort of goal it is; a lasting effect must not be mistaken for something that is handed over."""

    GOAL = "goal"
    IMPACT = "impact"
    DELIVERABLE = "deliverable"


class GoalRelationKind(StrEnum):
    """How one goal bears on another."""

    SUPPORTS = "supports"
    HINDERS = "hinders"


class ChainLevel(StrEnum):
    """The steps between a thematic track and what is done (domain 1.2), from above downwards."""

    TOPIC = "topic"
    CHALLENGE = "challenge"
    SOLUTION = "solution"
    INITIATIVE = "initiative"
    ACTIVITY = "activity"


class Scale(StrEnum):
    """The scales of the three grids, each with described steps."""

    CONTRIBUTION = "contribution"
    IMPORTANCE = "importance"
    COVERAGE = "coverage"
