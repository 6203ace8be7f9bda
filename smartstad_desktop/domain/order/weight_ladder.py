"""An order of criteria as a ladder: the most important step on top, equals on one step, empty steps between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from smartstad_desktop.domain.values import CriterionId

#: More empty steps than this between two criteria cannot be seen as one picture any more.
GAP_SEEN: Final = 12

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ladder:
    """Steps from the top; ``gaps`` are the empty steps above each, and the first has none."""

    tiers: tuple[tuple[CriterionId, ...], ...]
    gaps: tuple[int, ...]

    def tier_of(self, criterion: CriterionId) -> int:
        """Return the step a criterion stands on, from 0."""
        return next(number for number, tier in enumerate(self.tiers) if criterion in tier)

    @property
    def order(self) -> tuple[CriterionId, ...]:
        """Return the criteria from the top."""
        return tuple(criterion for tier in self.tiers for criterion in tier)

    @property
    def places(self) -> dict[CriterionId, int]:
        """Return the place of each criterion, from 1."""
        return {criterion: number for number, tier in enumerate(self.tiers, 1) for criterion in tier}

    def joined(self, criterion: CriterionId, other: CriterionId) -> Ladder:
        """Return the ladder with *criterion* on the step of *other*."""
        if self.tier_of(criterion) == self.tier_of(other):
            return self
        rest = self._without(criterion)
        at = rest.tier_of(other)
        return replace(rest, tiers=_set(rest.tiers, at, (*rest.tiers[at], criterion)))

    def alone(self, criterion: CriterionId, before: int) -> Ladder:
        """Return the ladder with *criterion* on a step of its own above step *before* as the steps stand now."""
        here = self.tier_of(criterion)
        is_alone = len(self.tiers[here]) == 1
        if is_alone and before in {here, here + 1}:
            return self
        rest = self._without(criterion)
        at = before - 1 if is_alone and before > here else before
        tiers = (*rest.tiers[:at], (criterion,), *rest.tiers[at:])
        return Ladder(tiers, _first_free((*rest.gaps[:at], 0, *rest.gaps[at:])))

    def moved(self, criterion: CriterionId, step: int) -> Ladder:
        """Return the ladder one move up (−1) or down (1): from a step of its own onto the next, from there beyond."""
        here = self.tier_of(criterion)
        if len(self.tiers[here]) > 1:
            return self.alone(criterion, here if step < 0 else here + 1)
        there = here + step
        return self.joined(criterion, self.tiers[there][0]) if 0 <= there < len(self.tiers) else self

    def spread(self, tier: int, gap: int) -> Ladder:
        """Return the ladder with *gap* empty steps above a step."""
        fits = max(0, min(GAP_SEEN, gap))
        return replace(self, gaps=_first_free(_set(self.gaps, tier, fits)))

    def _without(self, criterion: CriterionId) -> Ladder:
        here = self.tier_of(criterion)
        left = tuple(each for each in self.tiers[here] if each != criterion)
        if left:
            return replace(self, tiers=_set(self.tiers, here, left))
        # The room above and below the step that vanishes stays.
        gaps = list(self.gaps)
        gone = gaps.pop(here)
        if here < len(gaps):
            gaps[here] += gone
        return Ladder((*self.tiers[:here], *self.tiers[here + 1 :]), _first_free(tuple(gaps)))


def ladder_of(
    criteria: Sequence[CriterionId],
    weights: Sequence[float],
    places: Mapping[CriterionId, int],
    gaps: Mapping[CriterionId, int],
) -> Ladder:
    """Return the ladder somebody made before, or else the criteria by weight, equals on one step."""
    if set(criteria) <= places.keys():
        steps = sorted({places[criterion] for criterion in criteria})
        tiers = tuple(tuple(each for each in criteria if places[each] == step) for step in steps)
        found = tuple(max(gaps.get(each, 0) for each in tier) for tier in tiers)
        return Ladder(tiers, _first_free(found))
    weight_of = dict(zip(criteria, weights, strict=True))
    heights = sorted(set(weights), reverse=True)
    tiers = tuple(tuple(each for each in criteria if weight_of[each] == height) for height in heights)
    return Ladder(tiers, (0,) * len(tiers))


def _set(things: tuple[T, ...], at: int, thing: T) -> tuple[T, ...]:
    return (*things[:at], thing, *things[at + 1 :])


def _first_free(gaps: tuple[int, ...]) -> tuple[int, ...]:
    return (0, *gaps[1:]) if gaps else gaps
