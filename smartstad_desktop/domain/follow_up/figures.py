"""The figures of a report, and what has changed since the one before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final


class Figure(StrEnum):
    """What a report counts; money is in whole kronor (or the programme's currency)."""

    MUNICIPALITIES = "municipalities"
    SIZES = "sizes"
    PROJECTS = "projects"
    ONGOING = "ongoing"
    PLANNED = "planned"
    FINISHED = "finished"
    STOPPED = "stopped"
    NEEDS = "needs"
    SHARED = "shared"
    REUSED = "reused"
    TESTS = "tests"
    TESTS_DONE = "tests_done"
    PROCUREMENTS = "procurements"
    CONTRACTS = "contracts"
    MEASURES = "measures"
    COMMITTED = "committed"
    GRANTED = "granted"
    USED = "used"


#: Figures that are money.
MONEY: Final = frozenset({Figure.GRANTED, Figure.USED})


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that is another than in the report before; ``before`` is None where that report did not tell it."""

    figure: Figure
    before: int | None
    now: int

    @property
    def by(self) -> int | None:
        """Return by how much it has grown; below zero it has shrunk."""
        return None if self.before is None else self.now - self.before


def kept(figures: Mapping[Figure, int]) -> dict[str, Any]:
    """Return figures as a report keeps them."""
    return {figure.value: value for figure, value in figures.items()}


def told(stored: Mapping[str, Any]) -> dict[Figure, int]:
    """Return the figures a report kept; those a later program counts no more are left out."""
    known = {figure.value: figure for figure in Figure}
    return {known[name]: int(value) for name, value in stored.items() if name in known}


def differences(before: Mapping[Figure, int], now: Mapping[Figure, int]) -> tuple[Difference, ...]:
    """Return what has changed between two reports, in the order of the figures."""
    return tuple(
        Difference(figure, before.get(figure), now[figure])
        for figure in Figure
        if figure in now and before.get(figure) != now[figure]
    )
