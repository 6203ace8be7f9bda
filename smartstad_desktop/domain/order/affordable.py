"""What can be afforded together: the set of projects worth most under a common budget, exactly.

Sums are whole kronor. A project without a cost is never taken for free: it is left out and named.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from smartstad_desktop.domain.order.priority import HIGHEST, LOWEST
from smartstad_desktop.domain.values import Kronor, MunicipalityId, ProjectId

#: A project's worth is counted in so many parts between the ends of the scale.
WHOLE: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A project that could be chosen: its value on the scale, what it costs, and who takes part in it."""

    project: ProjectId
    value: float
    cost: Kronor | None
    municipalities: tuple[MunicipalityId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Affordable:
    """A set that fits the budget, in the order of the candidates; ``worth`` is the sum above the scale's lowest step.

    ``without_cost`` could not be considered, and ``left_out`` are municipalities that take part in nothing chosen.
    """

    chosen: tuple[ProjectId, ...]
    cost: Kronor
    worth: float
    left: Kronor
    without_cost: tuple[ProjectId, ...]
    left_out: tuple[MunicipalityId, ...]


def worth(value: float) -> float:
    """Return how far *value* lies above the lowest step: a project at the lowest step is worth no money."""
    return value - LOWEST


def best_by_value(
    candidates: Sequence[Candidate], budget: Kronor, municipalities: Iterable[MunicipalityId] = ()
) -> Affordable:
    """Return the set worth most that the budget allows; of sets worth the same, a cheapest one.

    Exact: for every sum of worth the least cost is kept, project by project, with worth counted in thousandths of the
    scale.
    """
    import numpy as np  # noqa: PLC0415  only here, and only when somebody asks

    priced = [
        (each.project, gain, each.cost)
        for each in candidates
        if each.cost is not None and each.cost <= budget and (gain := _parts(each.value)) > 0
    ]
    costs = np.full(sum(gain for _project, gain, _cost in priced) + 1, budget + 1, dtype=np.int64)
    costs[0] = 0
    is_better: list[Any] = []
    for _project, gain, cost in priced:
        with_it = np.full_like(costs, budget + 1)
        with_it[gain:] = costs[:-gain] + cost
        is_better.append(with_it < costs)
        costs = np.minimum(costs, with_it)
    reached = int(np.flatnonzero(costs <= budget)[-1])
    chosen: list[ProjectId] = []
    for (project, gain, _cost), better in zip(reversed(priced), reversed(is_better), strict=True):
        if better[reached]:
            chosen.append(project)
            reached -= gain
    return chosen_set(candidates, chosen, budget, municipalities)


def chosen_set(
    candidates: Sequence[Candidate],
    chosen: Iterable[ProjectId],
    budget: Kronor,
    municipalities: Iterable[MunicipalityId] = (),
) -> Affordable:
    """Return what a chosen set costs, is worth, and leaves out."""
    wanted = set(chosen)
    held = [each for each in candidates if each.project in wanted]
    cost = sum(each.cost or 0 for each in held)
    reached = {municipality for each in held for municipality in each.municipalities}
    return Affordable(
        chosen=tuple(each.project for each in held),
        cost=Kronor(cost),
        worth=sum(worth(each.value) for each in held),
        left=Kronor(budget - cost),
        without_cost=tuple(each.project for each in candidates if each.cost is None),
        left_out=tuple(each for each in municipalities if each not in reached),
    )


def _parts(value: float) -> int:
    return round(worth(value) / (HIGHEST - LOWEST) * WHOLE)
