"""What the demonstration region has weighed and scored, its what-ifs, and a place that was set by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from smartstad_desktop.domain.order import weights as rules
from smartstad_desktop.domain.order.priority import WeightMethod
from smartstad_desktop.domain.ordering import evenly
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.priority import (
    Criterion,
    PlaceByHand,
    Scenario,
    Score,
    Weighting,
    WeightingComparison,
    WeightingValue,
)
from smartstad_desktop.storage.tables.programme import Municipality, Programme


def add_priority(
    session: Session,
    found: Mapping[str, Any],
    projects: Mapping[str, Project],
    municipalities: Mapping[str, Municipality],
    programme: Programme,
) -> None:
    """Make the rows of *found*; figures stand in the order in which it names the criteria."""
    programme.common_budget = found["common_budget"]
    ids: dict[str, int] = {row.key: row.id for row in session.execute(select(Criterion.key, Criterion.id))}
    criteria = {key: ids[key] for key in found["criteria"]}
    for each in found["weighting"]:
        _weighting(session, each, municipalities[each["municipality"]].id, found["at"], criteria)
    session.execute(insert(Score), list(_scores(found, projects, municipalities, list(criteria.values()))))
    session.add_all(
        Scenario(
            name=each["name"],
            weights=each["weights"],
            budget=each.get("budget"),
            note=each.get("note", ""),
            order_key=order_key,
        )
        for each, order_key in zip(found["scenario"], evenly(len(found["scenario"])), strict=True)
    )
    session.add_all(
        PlaceByHand(
            project_id=projects[each["project"]].id,
            place=each["place"],
            reason=each["reason"],
            decided_by=each["decided_by"],
            at=found["at"],
        )
        for each in found["by_hand"]
    )


def _scores(
    found: Mapping[str, Any],
    projects: Mapping[str, Project],
    municipalities: Mapping[str, Municipality],
    criteria: Sequence[int],
) -> Iterator[dict[str, Any]]:
    together = ((key, None, figures) for key, figures in found["together"].items())
    own = ((key, who, figures) for key, given in found["own"].items() for who, figures in given.items())
    for key, who, figures in (*own, *together):
        for criterion, figure in zip(criteria, str(figures).split(), strict=True):
            if figure != "-":
                yield {
                    "project_id": projects[key].id,
                    "criterion_id": criterion,
                    "municipality_id": None if who is None else municipalities[who].id,
                    "value": float(figure),
                    "comment": "",
                }


def _weighting(
    session: Session, each: Mapping[str, Any], municipality: int, at: str, criteria: Mapping[str, int]
) -> None:
    row = Weighting(municipality_id=municipality, method=each["method"], at=at, note=each.get("note", ""))
    session.add(row)
    session.flush()
    keys = list(criteria)
    place_of = {key: number for number, tier in enumerate(each.get("tiers", ()), 1) for key in tier.split()}
    places = [place_of[key] for key in keys] if place_of else []
    gaps = [int(gap) for gap in each["gaps"].split()] if "gaps" in each else [0] * len(set(places))
    pairs = {
        tuple(keys.index(key) for key in pair.split()): float(ratio) for pair, ratio in each.get("pairs", {}).items()
    }
    match WeightMethod(each["method"]):
        case WeightMethod.PAIRWISE:
            shares = rules.from_pairs(len(keys), {(one, other): ratio for (one, other), ratio in pairs.items()}).shares
        case WeightMethod.CENTROID:
            shares = rules.rank_order_centroid(places)
        case WeightMethod.ORDERING:
            shares = rules.from_order(places, [gaps[place - 1] for place in places])
        case _:
            shares = tuple(float(points) for points in each["points"].split())
    session.add_all(
        WeightingValue(
            weighting_id=row.id,
            criterion_id=criteria[key],
            weight=share,
            place=places[at_key] if places else None,
            gap=gaps[places[at_key] - 1] if places else None,
        )
        for at_key, (key, share) in enumerate(zip(keys, shares, strict=True))
    )
    session.add_all(
        _comparison(row.id, [criteria[keys[at_key]] for at_key in pair], ratio) for pair, ratio in pairs.items()
    )


def _comparison(weighting: int, pair: Sequence[int], ratio: float) -> WeightingComparison:
    one, other = pair
    if one > other:
        one, other, ratio = other, one, 1 / ratio
    return WeightingComparison(weighting_id=weighting, one_id=one, other_id=other, ratio=ratio)
