"""What the order page and the command line know: criteria, weightings, scores, what-ifs and places by hand."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final

from sqlalchemy import Connection, exists, or_, select

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.order.priority import HELP, Direction, WeightMethod
from smartstad_desktop.domain.order.weighed import (
    ByHand,
    Criterion,
    Facts,
    Given,
    Judge,
    Scenario,
    Weighed,
    Weighting,
)
from smartstad_desktop.domain.order.weights import shares
from smartstad_desktop.domain.values import CriterionId, Kronor, MunicipalityId, Named, ProjectId, ScenarioId
from smartstad_desktop.storage.tables import priority as tables
from smartstad_desktop.storage.tables.inventory import Project, ProjectMunicipality
from smartstad_desktop.storage.tables.programme import Municipality, Programme

#: What is over needs no place in an order, unless somebody has scored it all the same.
_OVER: Final = (Status.OPERATION.value, Status.COMPLETED.value, Status.STOPPED.value)


def facts(connection: Connection) -> Facts:
    """Return all that an order is computed from."""
    budget = connection.execute(select(Programme.common_budget)).scalar()
    rows = connection.execute(
        select(Municipality.id, Municipality.key, Municipality.short_name, Municipality.mark, Municipality.colour)
        .where(Municipality.is_participating.is_(True))
        .order_by(Municipality.id)
    )
    given = criteria(connection)
    return Facts(
        criteria=given,
        weightings=_weightings(connection),
        municipalities=tuple(
            Judge(id=MunicipalityId(row.id), key=row.key, name=row.short_name, mark=row.mark, colour=row.colour)
            for row in rows
        ),
        projects=_projects(connection),
        scores=_scores(connection),
        scenarios=_scenarios(connection, {criterion.key: criterion.id for criterion in given}),
        by_hand={
            ProjectId(row.project_id): ByHand(place=row.place, reason=row.reason, decided_by=row.decided_by, at=row.at)
            for row in connection.execute(select(tables.PlaceByHand.__table__))
        },
        budget=None if budget is None else Kronor(budget),
    )


def criteria(connection: Connection) -> tuple[Criterion, ...]:
    """Return the criteria in their order."""
    table = tables.Criterion
    return tuple(
        Criterion(
            id=CriterionId(row.id),
            key=row.key,
            name=Named(row.name_sv, row.name_nb, row.name_en),
            # Files of the first schema say beside the steps what belongs to a criterion.
            meaning=Named(row.meaning_sv, row.meaning_nb, row.meaning_en)
            if row.meaning_sv
            else Named(**row.steps.get(HELP, {"sv": ""})),
            weight=row.weight,
            direction=Direction(row.direction),
            steps={int(step): Named(**texts) for step, texts in row.steps.items() if step != HELP},
        )
        for row in connection.execute(select(table.__table__).order_by(table.order_key, table.id))
    )


def _weightings(connection: Connection) -> dict[MunicipalityId | None, Weighting]:
    values: defaultdict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(select(tables.WeightingValue.__table__)):
        values[row.weighting_id].append(row)
    pairs: defaultdict[int, dict[tuple[CriterionId, CriterionId], float]] = defaultdict(dict)
    for row in connection.execute(select(tables.WeightingComparison.__table__)):
        pairs[row.weighting_id][row.one_id, row.other_id] = row.ratio
    found: dict[MunicipalityId | None, Weighting] = {}
    for row in connection.execute(select(tables.Weighting.__table__).order_by(tables.Weighting.id)):
        own = values[row.id]
        total = sum(each.weight for each in own)
        found[row.municipality_id] = Weighting(
            method=WeightMethod(row.method),
            at=row.at,
            note=row.note,
            shares=dict(zip((each.criterion_id for each in own), shares([each.weight for each in own]), strict=True))
            if total
            else {},
            places={each.criterion_id: each.place for each in own if each.place is not None},
            gaps={each.criterion_id: each.gap for each in own if each.gap is not None},
            pairs=pairs[row.id],
        )
    return found


def _projects(connection: Connection) -> tuple[Weighed, ...]:
    parts: defaultdict[int, list[MunicipalityId]] = defaultdict(list)
    others = select(ProjectMunicipality.project_id, ProjectMunicipality.municipality_id)
    for project, municipality in connection.execute(others.order_by(ProjectMunicipality.municipality_id)):
        parts[project].append(MunicipalityId(municipality))
    is_scored = exists().where(tables.Score.project_id == Project.id)
    query = (
        select(
            *(Project.id, Project.key, Project.title, Project.municipality_id),
            *(Project.budget_total, Project.is_confidential),
        )
        .where(Project.is_external.is_(False), or_(Project.status.not_in(_OVER), is_scored))
        .order_by(Project.id)
    )
    return tuple(
        Weighed(
            id=ProjectId(row.id),
            key=row.key,
            title=row.title,
            municipalities=tuple(
                dict.fromkeys((*([] if row.municipality_id is None else [row.municipality_id]), *parts[row.id]))
            ),
            cost=None if row.budget_total is None else Kronor(row.budget_total),
            is_confidential=row.is_confidential,
        )
        for row in connection.execute(query)
    )


def _scores(connection: Connection) -> dict[MunicipalityId | None, dict[ProjectId, dict[CriterionId, Given]]]:
    found: dict[MunicipalityId | None, dict[ProjectId, dict[CriterionId, Given]]] = {}
    table = tables.Score
    query = select(table.municipality_id, table.project_id, table.criterion_id, table.value, table.comment)
    for municipality, project, criterion, value, comment in connection.execute(query.order_by(table.id)):
        own = found.setdefault(None if municipality is None else MunicipalityId(municipality), {})
        own.setdefault(ProjectId(project), {})[CriterionId(criterion)] = Given(value, comment)
    return found


def _scenarios(connection: Connection, ids: dict[str, CriterionId]) -> tuple[Scenario, ...]:
    table = tables.Scenario
    return tuple(
        Scenario(
            id=ScenarioId(row.id),
            name=row.name,
            weights={ids[key]: float(weight) for key, weight in row.weights.items() if key in ids},
            budget=None if row.budget is None else Kronor(row.budget),
            note=row.note,
        )
        for row in connection.execute(select(table.__table__).order_by(table.order_key, table.id))
    )
