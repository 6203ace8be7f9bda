"""Dragging a weight: 60 projects, 10 criteria and 2,000 weightings within a frame; 10,000 after letting go.

The floor is what no program can spare with the same libraries: to draw the weightings, to multiply them with the
scores, and to sort each of the orders.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator

import numpy as np

from smartstad_desktop.domain.order.order import order, scored
from smartstad_desktop.domain.order.priority import Direction, Plausible, WeightMethod
from smartstad_desktop.domain.order.robustness import AT_REST, SEED, WHILE_DRAGGING, Field
from smartstad_desktop.domain.order.weighed import Criterion, Facts, Given, Judge, Weighed, Weighting
from smartstad_desktop.domain.values import CriterionId, Kronor, MunicipalityId, Named, ProjectId
from tests.benchmarks.measure import Result, cpu_ms, interleaved, spread

PROJECTS, CRITERIA, MUNICIPALITIES = 60, 10, 11
WEIGHTS = (20.0, 20.0, 15.0, 15.0, 10.0, 5.0, 5.0, 4.0, 3.0, 3.0)
FRAME_MS = 16
ROUNDS = 30


def facts() -> Facts:
    """Return 60 projects of which a third has been scored by eleven municipalities each, with some answers missing."""
    chance = np.random.default_rng(SEED)
    criteria = tuple(
        Criterion(
            id=CriterionId(number),
            key=str(number),
            name=Named(str(number)),
            meaning=Named(""),
            weight=round(weight),
            direction=Direction.COST if number == CRITERIA else Direction.BENEFIT,
            steps={},
        )
        for number, weight in enumerate(WEIGHTS, 1)
    )

    def some_scores() -> dict[CriterionId, Given]:
        return {each.id: Given(float(chance.integers(1, 6))) for each in criteria if chance.random() > 0.05}

    projects = [ProjectId(number) for number in range(1, PROJECTS + 1)]
    return Facts(
        criteria=criteria,
        weightings={
            None: Weighting(method=WeightMethod.TYPED, at="", note="", shares={}, places={}, gaps={}, pairs={})
        },
        municipalities=tuple(
            Judge(id=MunicipalityId(number), key=str(number), name=str(number), mark="AA", colour="#000000")
            for number in range(1, MUNICIPALITIES + 1)
        ),
        projects=tuple(
            Weighed(id=each, key=str(each), title=str(each), municipalities=(), cost=Kronor(1), is_confidential=False)
            for each in projects
        ),
        scores={
            None: {each: some_scores() for each in projects[PROJECTS // 3 :]},
            **{
                MunicipalityId(number): {each: some_scores() for each in projects[: PROJECTS // 3]}
                for number in range(1, MUNICIPALITIES + 1)
            },
        },
        scenarios=(),
        by_hand={},
        budget=None,
    )


def floor(weightings: int) -> Callable[[], float]:
    """Return the least work: draw, multiply, sort."""
    scores = np.random.default_rng(SEED).integers(1, 6, (PROJECTS, CRITERIA)).astype(np.float64)

    def least() -> object:
        drawn = np.random.default_rng(SEED).standard_gamma(np.asarray(WEIGHTS) * 0.6, (weightings, CRITERIA))
        return np.argsort(np.einsum("wc,pc->wp", drawn, scores), axis=1)

    return lambda: cpu_ms(least)


def measure() -> Iterator[Result]:
    """Yield the figures of a drag and of letting go."""
    given = facts()
    kept = scored(given)
    field = Field(kept.rows, given.directions)

    def dragged(weightings: int, plausible: Plausible = Plausible.NEAR) -> Callable[[], float]:
        def move() -> object:
            made = order(given, WEIGHTS, kept)
            return made, field.robustness(made.weights, plausible=plausible, weightings=weightings)

        return lambda: cpu_ms(move)

    seen = interleaved(
        {
            "drag": dragged(WHILE_DRAGGING),
            "same order": dragged(WHILE_DRAGGING, Plausible.SAME_ORDER),
            "rest": dragged(AT_REST),
            "floor": floor(WHILE_DRAGGING),
            "rest floor": floor(AT_REST),
        },
        ROUNDS,
    )
    middle = {name: statistics.median(values) for name, values in seen.items()}
    for name, label in (("drag", "weights near these"), ("same order", "weights of the same order")):
        yield Result(
            name=f"dragging a weight, {label}", value=middle[name], unit="ms", limit=FRAME_MS, note=spread(seen[name])
        )
    yield Result(
        name="2,000 weightings against draw, multiply, sort",
        value=middle["drag"] / middle["floor"],
        unit="x",
        limit=4,
        note=f"{spread(seen['drag'])} against {spread(seen['floor'])}",
    )
    yield Result(
        name="10,000 weightings against draw, multiply, sort",
        value=middle["rest"] / middle["rest floor"],
        unit="x",
        limit=2.5,
        note=f"{spread(seen['rest'])} against {spread(seen['rest floor'])}",
    )
