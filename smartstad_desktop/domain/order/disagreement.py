"""Where municipalities score or weigh apart: per project and criterion, what causes it, and who thinks alike.

Fewer than three municipalities are never compared with each other: two could tell each other's answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from smartstad_desktop.domain.order.agreement import consensus, polarisation
from smartstad_desktop.domain.order.priority import FEWEST, HIGHEST, LOWEST, Direction
from smartstad_desktop.domain.order.scoring import SAME, Scores, Spread, Valued, mean_of, spread_of, value_of
from smartstad_desktop.domain.order.weights import shares

#: Likeness needs so many answers in common to mean anything.
IN_COMMON: Final = 3
#: So many projects are named for a pair.
NAMED: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one municipality says: its scores per project and the weights it uses (its own, or the common ones)."""

    scores: Mapping[int, Scores]
    weights: Sequence[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """How far apart municipalities are on a project; None for groups too small to break down.

    ``criteria`` is the spread of scores per criterion, ``consensus`` how far they agree on a step (0–1) and
    ``polarisation`` how far they stand in two camps (0–1). ``causes`` is the part of the split that each criterion
    stands for (they add up to 1; a negative one evens others out), ``cause`` the greatest, or None when all agree.
    """

    value: Spread
    criteria: tuple[Spread | None, ...]
    consensus: tuple[float | None, ...]
    polarisation: tuple[float | None, ...]
    causes: tuple[float, ...]
    cause: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """How alike two municipalities score, from 0 to 1; ``separators`` are the projects that part them most.

    ``likeness`` is None when they have too little in common; ``compared`` counts the answers both gave.
    """

    likeness: float | None
    compared: int
    separators: tuple[tuple[int, float], ...]


def split(project: int, said: Sequence[Said], directions: Sequence[Direction]) -> Split | None:
    """Return how far apart those who scored *project* are, or None when they are fewer than three."""
    asked = [each for each in said if any(score is not None for score in each.scores.get(project, ()))]
    valued = [value_of(each.scores[project], each.weights, directions) for each in asked]
    valued = [each for each in valued if each.value is not None]
    spread = spread_of(each.value for each in valued if each.value is not None)
    if spread is None or spread.count < FEWEST:
        return None
    given = [
        [part.score for each in valued if (part := each.parts[at]).score is not None] for at in range(len(directions))
    ]
    causes = _causes(valued, spread)
    steps = [_frequencies(scores) if len(scores) >= FEWEST else [] for scores in given]
    return Split(
        value=spread,
        criteria=tuple(spread_of(scores) if len(scores) >= FEWEST else None for scores in given),
        consensus=tuple(map(consensus, steps)),
        polarisation=tuple(map(polarisation, steps)),
        causes=causes,
        cause=max(range(len(causes)), key=lambda at: causes[at]) if any(causes) else None,
    )


def likeness(one: Said, other: Said, directions: Sequence[Direction]) -> Alike:
    """Return how alike two municipalities score: 1 without a difference, 0 with opposite ends everywhere."""
    apart: dict[int, list[float]] = {}
    for project in one.scores.keys() & other.scores.keys():
        pairs = zip(one.scores[project], other.scores[project], strict=True)
        found = [abs(mine - its) for mine, its in pairs if mine is not None and its is not None]
        if found:
            apart[project] = found
    compared = sum(map(len, apart.values()))
    values = {project: _distance(project, one, other, directions) for project in apart}
    ranked = sorted((project for project in apart if values[project] > SAME), key=lambda each: (-values[each], each))
    whole = sum(sum(found) for found in apart.values())
    return Alike(
        likeness=1 - whole / compared / (HIGHEST - LOWEST) if compared >= IN_COMMON else None,
        compared=compared,
        separators=tuple((project, values[project]) for project in ranked[:NAMED]),
    )


def weights_alike(one: Sequence[float], other: Sequence[float]) -> float:
    """Return how alike two weightings are: the part of the weight that both give to the same criteria."""
    return sum(min(pair) for pair in zip(shares(one), shares(other), strict=True))


def _frequencies(scores: Sequence[float]) -> list[int]:
    """Return how many stand on each step; between two steps one stands on the upper."""
    steps = [int(score + 0.5) for score in scores]
    return [steps.count(step) for step in range(LOWEST, HIGHEST + 1)]


def _causes(valued: Sequence[Valued], spread: Spread) -> tuple[float, ...]:
    """Return the covariance of each criterion's part with the value, as shares of the value's variance."""
    count, criteria = len(valued), range(len(valued[0].parts))
    if spread.deviation <= SAME:
        return tuple(0.0 for _at in criteria)
    found: list[float] = []
    for at in criteria:
        # Where there is no answer the project stands at its own mean, as in the value itself.
        mine = [each.parts[at].share * _stands(each, at) for each in valued]
        mean = sum(mine) / count
        lead = [(each.value or 0.0) - spread.mean for each in valued]
        found.append(sum((own - mean) * off for own, off in zip(mine, lead, strict=True)) / count / spread.deviation**2)
    return tuple(found)


def _stands(valued: Valued, at: int) -> float:
    good = valued.parts[at].good
    return good if good is not None else valued.value or 0.0


def _distance(project: int, one: Said, other: Said, directions: Sequence[Direction]) -> float:
    mine, its = (mean_of(each.scores[project], each.weights, directions) for each in (one, other))
    return 0.0 if mine is None or its is None else abs(mine - its)
