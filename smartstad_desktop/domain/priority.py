"""Criteria, weights and scores: the vocabulary of prioritising."""

from __future__ import annotations

from enum import StrEnum


class Direction(StrEnum):
    """Whether a high score is good (benefit) or bad (cost)."""

    BENEFIT = "benefit"
    COST = "cost"


class WeightMethod(StrEnum):
    """How a set of weights was arrived at."""

    TYPED = "typed"
    POINTS = "points"
    ORDERING = "ordering"
    PAIRWISE = "pairwise"
