"""One goal with everything about it: its texts, functions, indicators, relations, links, and who serves it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from smartstad_desktop.domain.goals import goal_fields
from smartstad_desktop.domain.goals.goals import GoalKind, GoalRelationKind
from smartstad_desktop.domain.goals.indicators import Measure
from smartstad_desktop.domain.values import GoalId, Named, ProjectId
from smartstad_desktop.reads.goals.goals import measures, named
from smartstad_desktop.storage.tables.chain import ChainGoal, ChainNode
from smartstad_desktop.storage.tables.goals import (
    Goal,
    GoalArea,
    GoalFunction,
    GoalRelation,
    GoalSdg,
    Indicator,
    IndicatorValue,
)
from smartstad_desktop.storage.tables.inventory import Project, ProjectGoal
from smartstad_desktop.storage.tables.programme import Municipality


@dataclass(frozen=True, slots=True)
class PartRow:
    """A function or an indicator: its id and its fields by name."""

    id: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One measurement of an indicator."""

    id: int
    on: date
    value: float
    note: str


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator with its fields, its numbers as a measure, and its measurements."""

    id: int
    values: Mapping[str, Any]
    measure: Measure
    series: tuple[ValueRow, ...]


@dataclass(frozen=True, slots=True)
class RelationRow:
    """How this goal bears on another, or the other on this one."""

    other: GoalId
    name: Named
    kind: GoalRelationKind
    is_from_here: bool
    comment: str


@dataclass(frozen=True, slots=True)
class ServingRow:
    """A project that gives to the goal, or works against it."""

    project: ProjectId
    title: str
    contribution: int
    mark: str
    colour: str
    municipality: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalDetail:
    """Everything about one goal; ``values`` holds its fields by name, with ``sdgs`` and ``areas``."""

    id: GoalId
    key: str
    kind: GoalKind
    values: Mapping[str, Any]
    functions: tuple[PartRow, ...]
    indicators: tuple[IndicatorRow, ...]
    relations: tuple[RelationRow, ...]
    serving: tuple[ServingRow, ...]
    nodes: tuple[Named, ...]


def goal(connection: Connection, goal_id: int) -> GoalDetail | None:
    """Return the goal, or None when it has been deleted."""
    row = connection.execute(select(Goal.__table__).where(Goal.id == goal_id)).first()
    if row is None:
        return None
    sdgs = connection.execute(select(GoalSdg.number).where(GoalSdg.goal_id == goal_id)).scalars()
    areas = connection.execute(select(GoalArea.area_id).where(GoalArea.goal_id == goal_id)).scalars()
    rules = goal_fields.GOAL
    return GoalDetail(
        id=GoalId(row.id),
        key=row.key,
        kind=GoalKind(row.kind),
        values={name: getattr(row, name) for name in (*rules.names, *rules.texts)}
        | {"kind": GoalKind(row.kind), "sdgs": frozenset(sdgs), "areas": frozenset(areas)},
        functions=_functions(connection, goal_id),
        indicators=_indicators(connection, goal_id),
        relations=_relations(connection, goal_id),
        serving=_serving(connection, goal_id),
        nodes=tuple(
            named(node)
            for node in connection.execute(
                select(ChainNode.__table__)
                .join(ChainGoal, ChainGoal.node_id == ChainNode.id)
                .where(ChainGoal.goal_id == goal_id)
                .order_by(ChainNode.level, ChainNode.order_key)
            )
        ),
    )


def _functions(connection: Connection, goal_id: int) -> tuple[PartRow, ...]:
    rules = goal_fields.PARTS[goal_fields.GoalPart.FUNCTION]
    rows = connection.execute(
        select(GoalFunction.__table__).where(GoalFunction.goal_id == goal_id).order_by(GoalFunction.order_key)
    )
    return tuple(PartRow(row.id, {name: getattr(row, name) for name in (*rules.names, *rules.texts)}) for row in rows)


def _indicators(connection: Connection, goal_id: int) -> tuple[IndicatorRow, ...]:
    rules = goal_fields.PARTS[goal_fields.GoalPart.INDICATOR]
    names = (*rules.names, *rules.texts, *rules.years, *rules.figures)
    numbers = measures(connection)[goal_id]
    rows = connection.execute(
        select(Indicator.__table__).where(Indicator.goal_id == goal_id).order_by(Indicator.order_key)
    ).all()
    return tuple(
        IndicatorRow(
            row.id,
            {name: getattr(row, name) for name in names},
            numbers[row.id],
            tuple(
                ValueRow(each.id, each.measured_on, each.value, each.note)
                for each in connection.execute(
                    select(IndicatorValue.__table__)
                    .where(IndicatorValue.indicator_id == row.id)
                    .order_by(IndicatorValue.measured_on)
                )
            ),
        )
        for row in rows
    )


def _relations(connection: Connection, goal_id: int) -> tuple[RelationRow, ...]:
    names = {row.id: named(row) for row in connection.execute(select(Goal.__table__))}
    rows = connection.execute(
        select(GoalRelation.__table__)
        .where((GoalRelation.from_id == goal_id) | (GoalRelation.to_id == goal_id))
        .order_by(GoalRelation.id)
    )
    found: list[RelationRow] = []
    for row in rows:
        is_from_here = row.from_id == goal_id
        other = row.to_id if is_from_here else row.from_id
        found.append(RelationRow(GoalId(other), names[other], GoalRelationKind(row.kind), is_from_here, row.comment))
    return tuple(sorted(found, key=lambda each: not each.is_from_here))


def _serving(connection: Connection, goal_id: int) -> tuple[ServingRow, ...]:
    rows = connection.execute(
        select(
            Project.id,
            Project.title,
            ProjectGoal.contribution,
            Municipality.mark,
            Municipality.colour,
            Municipality.short_name,
        )
        .join(ProjectGoal, ProjectGoal.project_id == Project.id)
        .join(Municipality, Municipality.id == Project.municipality_id, isouter=True)
        .where(ProjectGoal.goal_id == goal_id, Project.is_external.is_(False), ProjectGoal.contribution != 0)
        .order_by(ProjectGoal.contribution.desc(), Project.title)
    )
    return tuple(
        ServingRow(
            ProjectId(row.id), row.title, row.contribution, row.mark or "", row.colour or "", row.short_name or ""
        )
        for row in rows
    )
