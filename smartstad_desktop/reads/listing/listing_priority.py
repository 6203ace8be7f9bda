"""Scores, weightings, what-ifs and places by hand as plain values, for scripts; a joint answer has no municipality."""

from __future__ import annotations

from sqlalchemy import Connection

from smartstad_desktop.domain.order.weighed import Facts
from smartstad_desktop.domain.values import Language, ProjectId
from smartstad_desktop.reads.listing.listing_values import Row, thousands
from smartstad_desktop.reads.priority import facts


def scores(connection: Connection, _language: Language) -> list[Row]:
    """Return every score that has been given, with what was said about it."""
    known = facts(connection)
    projects, criteria, municipalities = _keys(known)
    return [
        {
            "project": projects[project],
            "criterion": criteria[criterion],
            "municipality": None if who is None else municipalities.get(who),
            "value": given.value,
            "comment": given.comment,
        }
        for who, by_project in known.scores.items()
        for project, by_criterion in by_project.items()
        if project in projects
        for criterion, given in by_criterion.items()
    ]


def weightings(connection: Connection, _language: Language) -> list[Row]:
    """Return the weights each arrived at, as shares that add up to 1, with how it was done."""
    known = facts(connection)
    _projects, criteria, municipalities = _keys(known)
    return [
        {
            "municipality": None if who is None else municipalities.get(who),
            "method": each.method.value,
            "weights": {criteria[criterion]: share for criterion, share in each.shares.items()},
            "places": {criteria[criterion]: place for criterion, place in each.places.items()},
            "gaps": {criteria[criterion]: gap for criterion, gap in each.gaps.items()},
            "pairs": [[criteria[one], criteria[other], ratio] for (one, other), ratio in each.pairs.items()],
            "at": each.at,
            "note": each.note,
        }
        for who, each in known.weightings.items()
    ]


def scenarios(connection: Connection, _language: Language) -> list[Row]:
    """Return the what-ifs with the weights and the budget they name."""
    known = facts(connection)
    _projects, criteria, _municipalities = _keys(known)
    return [
        {
            "name": each.name,
            "weights": {criteria[criterion]: weight for criterion, weight in each.weights.items()},
            "budget": thousands(each.budget),
            "note": each.note,
        }
        for each in known.scenarios
    ]


def places_by_hand(connection: Connection, _language: Language) -> list[Row]:
    """Return the places that people gave projects against the computed order."""
    known = facts(connection)
    projects, _criteria, _municipalities = _keys(known)
    return [
        {
            "project": projects.get(project),
            "place": each.place,
            "reason": each.reason,
            "decided_by": each.decided_by,
            "at": each.at,
        }
        for project, each in known.by_hand.items()
    ]


def _keys(known: Facts) -> tuple[dict[ProjectId, str], dict[int, str], dict[int, str]]:
    return (
        {each.id: each.key for each in known.projects},
        {each.id: each.key for each in known.criteria},
        {each.id: each.key for each in known.municipalities},
    )
