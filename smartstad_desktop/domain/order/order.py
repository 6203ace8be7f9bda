"""The computed order and the final one, from facts and weights; pure and fast, so that it follows a dragged weight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from smartstad_desktop.domain.order.affordable import Candidate, worth
from smartstad_desktop.domain.order.disagreement import Said
from smartstad_desktop.domain.order.priority import FEWEST
from smartstad_desktop.domain.order.scoring import (
    Part,
    Scores,
    Spread,
    Valued,
    combined,
    in_order,
    mean_of,
    places,
    spread_of,
    turned_row,
    value_of,
    weighted_mean,
)
from smartstad_desktop.domain.order.weighed import ByHand, Criterion, Facts, Scenario, Weighed
from smartstad_desktop.domain.order.weights import JointShares, joint_shares
from smartstad_desktop.domain.values import CriterionId, Kronor, MunicipalityId, ProjectId


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A project in the order: its computed place, its value with parts, and its place after those set by hand.

    ``place`` is None when nothing is answered. ``spread`` tells how far apart the municipalities are, from three on.
    """

    project: Weighed
    place: int | None
    valued: Valued
    spread: Spread | None
    by_hand: ByHand | None
    final_place: int | None

    @property
    def value(self) -> float | None:
        """Return the value on the scale."""
        return self.valued.value

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return what each criterion gives; the parts add up to the value."""
        return self.valued.parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Both orders, best first: the computed one, and the one with places by hand."""

    weights: tuple[float, ...]
    rows: tuple[Row, ...]
    final: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """The scores of all projects, looked up once: those that count, and the municipalities' own, high being good."""

    rows: tuple[Scores, ...]
    own: Mapping[ProjectId, tuple[Scores, ...]]


def scored(facts: Facts) -> Scored:
    """Return the scores of all projects; worth keeping while weights are dragged and scores stay."""
    directions = facts.directions
    own: dict[ProjectId, list[Scores]] = {}
    for municipality, given in facts.scores.items():
        for project in given if municipality is not None else ():
            own.setdefault(project, []).append(turned_row(scores_of(facts, project, municipality), directions))
    return Scored(rows=tuple(score_rows(facts)), own={project: tuple(each) for project, each in own.items()})


def order(facts: Facts, weights: Sequence[float] | None = None, kept: Scored | None = None) -> Order:
    """Return the projects in order, with the weights in force or with *weights* in the order of the criteria.

    *kept* spares looking the scores up again while only weights change.
    """
    used = tuple(weights_in_force(facts) if weights is None else weights)
    directions = facts.directions
    known = kept or scored(facts)
    valued = [value_of(scores, used, directions) for scores in known.rows]
    values = [each.value for each in valued]
    spreads = _spreads(known, used)
    at_places = places(values)
    first_to_last = in_order(values)
    final = _with_hands([facts.projects[at].id for at in first_to_last if values[at] is not None], facts.by_hand)
    final_places = {project: number for number, project in enumerate(final, 1)}
    rows = {
        (project := facts.projects[at]).id: Row(
            project=project,
            place=at_places[at],
            valued=valued[at],
            spread=spreads.get(project.id),
            by_hand=facts.by_hand.get(project.id),
            final_place=final_places.get(project.id),
        )
        for at in first_to_last
    }
    unplaced = [row for project, row in rows.items() if project not in final_places]
    return Order(
        weights=used,
        rows=tuple(rows.values()),
        final=(*(rows[project] for project in final), *unplaced),
    )


def weights_in_force(facts: Facts) -> tuple[float, ...]:
    """Return the weights all agreed on together, or the programme's own as long as there are none."""
    joint = facts.weightings.get(None)
    if joint is None or not joint.shares:
        return tuple(float(criterion.weight) for criterion in facts.criteria)
    return tuple(joint.shares.get(criterion.id, 0.0) for criterion in facts.criteria)


def unweighed(facts: Facts) -> tuple[Criterion, ...]:
    """Return the criteria nobody has weighed: they came after the weights in force, and weigh nothing."""
    joint = facts.weightings.get(None)
    if joint is None or not joint.shares:
        return tuple(criterion for criterion in facts.criteria if not criterion.weight)
    return tuple(criterion for criterion in facts.criteria if criterion.id not in joint.shares)


def shares_for(facts: Facts, criteria: Iterable[Criterion]) -> dict[CriterionId, float]:
    """Return in percent what *criteria* weigh when each weighs as much as the others do on an average."""
    weighed = sum(1 for weight in weights_in_force(facts) if weight)
    return {criterion.id: 100 / (weighed or 1) for criterion in criteria}


def weights_of(facts: Facts, municipality: MunicipalityId) -> tuple[float, ...] | None:
    """Return the weights of a municipality, or None when it has not arrived at any."""
    own = facts.weightings.get(municipality)
    if own is None or not own.shares:
        return None
    return tuple(own.shares.get(criterion.id, 0.0) for criterion in facts.criteria)


def weights_in(facts: Facts, scenario: Scenario) -> tuple[float, ...]:
    """Return the weights of a what-if in percent; what it does not name weighs as it does otherwise."""
    used = weights_in_force(facts)
    whole = sum(used) or 1.0
    return tuple(
        scenario.weights.get(criterion.id, 100 * weight / whole)
        for criterion, weight in zip(facts.criteria, used, strict=True)
    )


def mean_weights(facts: Facts) -> JointShares | None:
    """Return the mean of what the municipalities arrived at, with its spread; None when nobody has."""
    own = (weights_of(facts, judge.id) for judge in facts.municipalities)
    return joint_shares([weights for weights in own if weights is not None and sum(weights)])


def scores_of(facts: Facts, project: ProjectId, municipality: MunicipalityId | None = None) -> Scores:
    """Return a municipality's scores, or those that count: given together, or else the mean of all municipalities."""
    if municipality is not None:
        own = facts.scores.get(municipality, {}).get(project, {})
        return tuple(own[criterion.id].value if criterion.id in own else None for criterion in facts.criteria)
    joint = facts.scores.get(None, {}).get(project, {})
    each = [facts.scores.get(judge.id, {}).get(project, {}) for judge in facts.municipalities]
    return tuple(
        combined(
            joint[criterion.id].value if criterion.id in joint else None,
            (given[criterion.id].value for given in each if criterion.id in given),
        )
        for criterion in facts.criteria
    )


def score_rows(facts: Facts) -> list[Scores]:
    """Return the scores that count, one row per project."""
    return [scores_of(facts, project.id) for project in facts.projects]


def said(facts: Facts) -> dict[MunicipalityId, Said]:
    """Return what each municipality that has scored anything says, with its own weights or else those in force."""
    found: dict[MunicipalityId, Said] = {}
    for judge in facts.municipalities:
        own = facts.scores.get(judge.id, {})
        if own:
            found[judge.id] = Said(
                scores={project: scores_of(facts, project, judge.id) for project in own},
                weights=weights_of(facts, judge.id) or weights_in_force(facts),
            )
    return found


def own_orders(facts: Facts) -> dict[MunicipalityId, dict[ProjectId, float]]:
    """Return the values each municipality gives the projects it has scored, high first in its own order."""
    found: dict[MunicipalityId, dict[ProjectId, float]] = {}
    for municipality, each in said(facts).items():
        valued = {
            project.id: mean_of(each.scores[project.id], each.weights, facts.directions)
            for project in facts.projects
            if project.id in each.scores
        }
        found[municipality] = {project: value for project, value in valued.items() if value is not None}
    return found


def candidates(made: Order) -> tuple[Candidate, ...]:
    """Return what could be afforded together, in the computed order."""
    return tuple(
        Candidate(
            project=row.project.id, value=row.value, cost=row.project.cost, municipalities=row.project.municipalities
        )
        for row in made.rows
        if row.value is not None
    )


def wishes(facts: Facts, made: Order) -> dict[MunicipalityId, dict[ProjectId, float]]:
    """Return what each project is worth to each municipality.

    That is its own value where it has scored the project, and the common one where it leads or takes part; it wishes
    for nothing else.
    """
    own = own_orders(facts)
    found: dict[MunicipalityId, dict[ProjectId, float]] = {}
    for judge in facts.municipalities:
        mine = own.get(judge.id, {})
        values = {
            row.project.id: mine.get(row.project.id, row.value if judge.id in row.project.municipalities else None)
            for row in made.rows
        }
        found[judge.id] = {project: worth(value) for project, value in values.items() if value is not None}
    return found


def within_budget(rows: Iterable[Row], budget: Kronor) -> int:
    """Return after how many rows the budget is used up, from the top; a row without a cost ends what is known."""
    left: int = budget
    count = 0
    for row in rows:
        if row.project.cost is None or row.project.cost > left:
            break
        left -= row.project.cost
        count += 1
    return count


def _spreads(known: Scored, weights: Sequence[float]) -> dict[ProjectId, Spread]:
    """Return how far apart the municipalities' values are, all with the same weights: the scores differ, not these."""
    found: dict[ProjectId, Spread] = {}
    for project, own in known.own.items():
        if len(own) >= FEWEST:
            valued = (weighted_mean(scores, weights) for scores in own)
            spread = spread_of(value for value in valued if value is not None)
            if spread is not None and spread.count >= FEWEST:
                found[project] = spread
    return found


def _with_hands(computed: Sequence[ProjectId], by_hand: Mapping[ProjectId, ByHand]) -> list[ProjectId]:
    """Return the order in which those placed by hand stand at their places and the others keep theirs around them.

    Of two with the same place the one that was placed last has it, and the other comes after.
    """
    held = [project for project in computed if project in by_hand]
    # Two passes, since the latest comes first among equals and time is text.
    held.sort(key=lambda project: by_hand[project].at, reverse=True)
    held.sort(key=lambda project: by_hand[project].place)
    found = [project for project in computed if project not in by_hand]
    for project in held:
        taken = min(by_hand[project].place - 1, len(found))
        while taken < len(found) and found[taken] in by_hand and by_hand[found[taken]].place >= by_hand[project].place:
            taken += 1
        found.insert(taken, project)
    return found
