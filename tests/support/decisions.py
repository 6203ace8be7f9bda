"""Published examples of weighing, ranking and agreement."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

_CASES = {
    case["id"]: case
    for case in json.loads((Path(__file__).parents[1] / "data" / "decisions" / "cases.json").read_text("utf-8"))
}


def case(name: str) -> tuple[dict[str, Any], dict[str, Any], float]:
    """Return what goes into a published example, what comes out, and how exactly."""
    found = _CASES[name]
    return found["input"], found["expected"], float(found["tolerance"])


def numbers(rows: list[list[str]]) -> list[list[float]]:
    """Return a matrix of fractions as numbers."""
    return [[float(Fraction(cell)) for cell in row] for row in rows]


def by_pair(matrix: list[list[float]]) -> dict[tuple[int, int], float]:
    """Return the comparisons above the diagonal."""
    return {(i, j): matrix[i][j] for i in range(len(matrix)) for j in range(i + 1, len(matrix))}
