"""How much of the order would stand with other plausible weights: the share of them in which each keeps its place.

Weightings are drawn at random from a fixed seed, so the same scores and weights always give the same figures. numpy is
loaded with this module; import it where it is used.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from smartstad_desktop.domain.order.priority import HIGHEST, LOWEST, Direction, Plausible
from smartstad_desktop.domain.order.scoring import Scores

Numbers: TypeAlias = NDArray[np.float64]
#: Thousands of values need no more figures than these, and half the memory is a third of the time.
Values: TypeAlias = NDArray[np.float32]
_Kind = TypeVar("_Kind", np.float32, np.float64)

#: So many weightings while somebody drags, and so many when they let go.
WHILE_DRAGGING: Final = 2_000
AT_REST: Final = 10_000
SEED: Final = 20_261_122
#: A project is told apart from another when it comes first in at least so many of the weightings.
TOLD_APART: Final = 0.9
#: With this a weight of 20 of 100 stays between 10 and 30 in 95 % of the weightings.
_NEARNESS: Final = 60.0
#: Equal values take turns by chance; far less than any difference that counts, and more than rounding makes.
_CHANCE: Final = 1e-5
_LEAST, _MOST = 0.05, 0.95
_SOME: Final = 8
#: So many projects are held against the first of a group at a time.
_BLOCK: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How firmly a project stands; ``best`` and ``worst`` are its places in all but the outermost 5 % on each side."""

    place: int
    keeps_place: float
    keeps_band: float
    best: int
    worst: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Robustness:
    """What the weightings say about the projects that have a value; the positions are those of the scores.

    ``acceptability[p, k]`` is the share of weightings in which project p has place k + 1. ``groups`` are near-ties,
    best group first: whoever is in a group cannot be told apart from its first.
    """

    weightings: int
    standings: dict[int, Standing]
    acceptability: Numbers
    groups: tuple[tuple[int, ...], ...]


def draw(weights: Sequence[float], plausible: Plausible, count: int, generator: np.random.Generator) -> Numbers:
    """Return *count* weightings as rows that add up to 1.

    Near ones are drawn from a Dirichlet distribution around the weights, any at all evenly from all there are, and
    those of the same order evenly from all that agree with it; criteria of equal weight take turns.
    """
    given = np.asarray(weights, dtype=np.float64)
    shares = given / given.sum() if given.sum() else np.full(given.size, 1.0 / max(given.size, 1))
    shape = shares * _NEARNESS if plausible is Plausible.NEAR else np.ones(given.size)
    drawn = generator.standard_gamma(shape, size=(count, given.size))
    drawn /= np.maximum(drawn.sum(axis=1, keepdims=True), np.finfo(np.float64).tiny)
    if plausible is not Plausible.SAME_ORDER:
        return drawn
    turns = np.argsort(-(shares + _CHANCE * generator.random(drawn.shape)), axis=1)
    ordered = np.empty_like(drawn)
    np.put_along_axis(ordered, turns, -np.sort(-drawn, axis=1), axis=1)
    return ordered


class Field:
    """The scores of all projects, made ready once; weights may then change as fast as somebody drags."""

    def __init__(self, scores: Sequence[Scores], directions: Sequence[Direction]) -> None:
        count = len(directions)
        rows = [[np.nan if score is None else score for score in row] for row in scores]
        given: Numbers = np.asarray(rows, dtype=np.float64).reshape(len(rows), count)
        turns = np.array([direction is Direction.COST for direction in directions], dtype=bool)
        good = np.where(turns, LOWEST + HIGHEST - given, given)
        self._answered = (~np.isnan(good)).astype(np.float64)
        self._good = np.nan_to_num(good)
        self._is_complete = bool(self._answered.all())

    def robustness(
        self,
        weights: Sequence[float],
        *,
        plausible: Plausible = Plausible.NEAR,
        bands: Sequence[int] = (),
        weightings: int = WHILE_DRAGGING,
        seed: int = SEED,
    ) -> Robustness:
        """Return how the order stands; *bands* are how many projects each band holds, from the top.

        The last band takes whoever is left. Without bands the order is cut in three.
        """
        now = np.round(self._values(np.asarray([weights], dtype=np.float64), np.float64)[:, 0], 9)
        ranked = np.flatnonzero(~np.isnan(now))
        if not ranked.size:
            return Robustness(weightings=weightings, standings={}, acceptability=np.zeros((0, 0)), groups=())
        generator = np.random.default_rng(seed)
        values = self._values(draw(weights, plausible, weightings, generator), np.float32)[ranked]
        share = _acceptability(values, generator)
        order = np.argsort(-now[ranked], kind="stable")
        return Robustness(
            weightings=weightings,
            standings={int(ranked[at]): standing for at, standing in enumerate(_standings(share, now[ranked], bands))},
            acceptability=share,
            groups=tuple(tuple(int(ranked[at]) for at in group) for group in _groups(values, order)),
        )

    def _values(self, weights: Numbers, kind: type[_Kind]) -> NDArray[_Kind]:
        """Return a row per project and a column per weighting; NaN where the answered criteria weigh nothing."""
        columns = np.ascontiguousarray(weights.T, dtype=kind)
        sums = _product(self._good.astype(kind), columns)
        with np.errstate(invalid="ignore"):
            sums /= columns.sum(axis=0) if self._is_complete else _product(self._answered.astype(kind), columns)
        return sums


def _product(rows: NDArray[_Kind], columns: NDArray[_Kind]) -> NDArray[_Kind]:
    # Not the usual product: its threads wait for each other on a busy machine, 43 ms instead of 0.5 measured.
    found: NDArray[_Kind] = np.einsum("pc,cw->pw", rows, columns)
    return found


def _acceptability(values: Values, generator: np.random.Generator) -> Numbers:
    projects, count = values.shape
    # A project whose answered criteria weigh nothing in a weighting comes last there.
    values[np.isnan(values)] = 0.0
    shown = -values
    for twins in _twins(values):
        shown[twins] += _CHANCE * generator.random((len(twins), count), dtype=np.float32)
    cells = np.argsort(np.ascontiguousarray(shown.T), axis=1)
    cells += projects * np.arange(projects)
    found = np.bincount(cells.ravel(), minlength=projects * projects).reshape(projects, projects)
    return found.T / count


def _twins(values: Values) -> list[NDArray[np.intp]]:
    """Return the projects that have the same value whatever the weights, group by group; some weightings tell it."""
    _rows, group, counts = np.unique(np.round(values[:, :_SOME], 4), axis=0, return_inverse=True, return_counts=True)
    return [np.flatnonzero(group == number) for number in np.flatnonzero(counts > 1)]


def _standings(share: Numbers, now: Numbers, bands: Sequence[int]) -> list[Standing]:
    projects = now.size
    sizes = list(bands) or [-(-projects // 3)] * 3
    band = np.searchsorted(np.cumsum(sizes), np.arange(projects), side="right")
    ahead, equal = (now[None, :] > now[:, None]).sum(axis=1), (now[None, :] == now[:, None]).sum(axis=1)
    numbers = np.arange(projects)
    own = (numbers >= ahead[:, None]) & (numbers < (ahead + equal)[:, None])
    # Equal ones share all their places, so a band that their places reach into is theirs too.
    in_band = (band >= band[ahead][:, None]) & (band <= band[ahead + equal - 1][:, None])
    below = np.cumsum(share, axis=1)
    columns = (
        ahead + 1,
        (share * own).sum(axis=1),
        (share * in_band).sum(axis=1),
        (below <= _LEAST).sum(axis=1) + 1,
        np.minimum((below < _MOST).sum(axis=1), projects - 1) + 1,
    )
    return [
        Standing(place=place, keeps_place=keeps, keeps_band=stays, best=best, worst=worst)
        for place, keeps, stays, best, worst in zip(*(column.tolist() for column in columns), strict=True)
    ]


def _groups(values: Values, order: NDArray[np.intp]) -> list[list[int]]:
    """Return near-ties: a group ends where its first project comes before the next one in nearly all weightings.

    Compared with the first of the group, not with the neighbour, or a long list would become one single group.
    """
    groups: list[list[int]] = []
    first = 0
    while first < order.size:
        end = first + 1
        while end < order.size:
            block = order[end : end + _BLOCK]
            before = _share_before(values[order[first]], values[block])
            apart = np.flatnonzero(before >= TOLD_APART)
            end += int(apart[0]) if apart.size else block.size
            if apart.size:
                break
        groups.append(order[first:end].tolist())
        first = end
    return groups


def _share_before(leader: Values, others: Values) -> Numbers:
    lead = leader - others
    # Whoever is equal stands before in half of the cases.
    ahead, not_behind = (np.count_nonzero(lead > limit, axis=1) for limit in (_CHANCE, -_CHANCE))
    return (ahead + not_behind) / (2 * leader.size)
