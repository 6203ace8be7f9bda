"""What an order is computed from, as one snapshot: criteria, weightings, projects and scores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from smartstad_desktop.domain.order.priority import Direction, WeightMethod
from smartstad_desktop.domain.values import CriterionId, Kronor, MunicipalityId, Named, ProjectId, ScenarioId


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """What projects are weighed by; ``weight`` is the programme's own, and ``steps`` describe the scale (1–5)."""

    id: CriterionId
    key: str
    name: Named
    meaning: Named
    weight: int
    direction: Direction
    steps: Mapping[int, Named]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighting:
    """The weights somebody arrived at; ``shares`` add up to 1, or are empty while comparisons are open.

    ``places`` and ``gaps`` tell an order with its empty steps, ``pairs`` the comparisons made so far.
    """

    method: WeightMethod
    at: str
    note: str
    shares: Mapping[CriterionId, float]
    places: Mapping[CriterionId, int]
    gaps: Mapping[CriterionId, int]
    pairs: Mapping[tuple[CriterionId, CriterionId], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """A municipality that takes part: its name, and the mark and colour it is known by."""

    id: MunicipalityId
    key: str
    name: str
    mark: str
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A project that can be in the order; ``municipalities`` begins with the one that leads it."""

    id: ProjectId
    key: str
    title: str
    municipalities: tuple[MunicipalityId, ...]
    cost: Kronor | None
    is_confidential: bool


@dataclass(frozen=True, slots=True)
class Given:
    """A score on the scale, and what was said about it."""

    value: float
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A named what-if; a criterion it does not name weighs as it does otherwise."""

    id: ScenarioId
    name: str
    weights: Mapping[CriterionId, float]
    budget: Kronor | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ByHand:
    """A place that people gave a project against the computed one."""

    place: int
    reason: str
    decided_by: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that an order is computed from; whose answers they are is a municipality, or None for all together."""

    criteria: tuple[Criterion, ...]
    weightings: Mapping[MunicipalityId | None, Weighting]
    municipalities: tuple[Judge, ...]
    projects: tuple[Weighed, ...]
    scores: Mapping[MunicipalityId | None, Mapping[ProjectId, Mapping[CriterionId, Given]]]
    scenarios: tuple[Scenario, ...]
    by_hand: Mapping[ProjectId, ByHand]
    budget: Kronor | None

    @property
    def directions(self) -> tuple[Direction, ...]:
        """Return whether high is good, criterion by criterion."""
        return tuple(criterion.direction for criterion in self.criteria)
