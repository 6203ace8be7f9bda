"""The target vision as its page shows it: lead text, statements, goals with counts and gaps, parent plans."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from smartstad_desktop.domain.goals.goal_tree import Branch, beneath, in_reading_order
from smartstad_desktop.domain.goals.goals import GoalKind
from smartstad_desktop.domain.goals.indicators import GoalGap, Measure, Measurement, gaps_of
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.values import GoalId, Named
from smartstad_desktop.storage.tables.goals import (
    DevelopmentArea,
    Goal,
    GoalArea,
    GoalFunction,
    GoalLevel,
    Indicator,
    IndicatorValue,
    ParentPlan,
    VisionStatement,
)
from smartstad_desktop.storage.tables.inventory import Project, ProjectGoal
from smartstad_desktop.storage.tables.programme import Programme


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRow:
    """One goal in the tree. ``projects`` serve the goal itself, ``serving`` also those of the goals beneath it."""

    id: GoalId
    key: str
    parent: GoalId | None
    depth: int
    name: Named
    kind: GoalKind
    level: Named | None
    projects: int
    against: int
    serving: int
    functions: int
    indicators: int
    below: int
    gaps: tuple[GoalGap, ...]


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement of the target vision."""

    id: int
    text: Named
    source: str


@dataclass(frozen=True, slots=True)
class AreaRow:
    """A development area of a parent plan, with how many goals answer to it."""

    id: int
    name: Named
    goals: int


@dataclass(frozen=True, slots=True)
class ParentPlanRow:
    """A plan above the programme, with its areas."""

    id: int
    name: Named
    owner: str
    years: str
    link: str
    areas: tuple[AreaRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalsRead:
    """Everything the page shows besides the one goal that is chosen."""

    vision: Named
    statements: tuple[StatementRow, ...]
    goals: tuple[GoalRow, ...]
    levels: Mapping[int, Named]
    plans: tuple[ParentPlanRow, ...]


def goals(connection: Connection) -> GoalsRead:
    """Return the target vision with all goals in the order of reading."""
    levels = {row.depth: named(row) for row in connection.execute(select(GoalLevel.__table__))}
    return GoalsRead(
        vision=_vision(connection),
        statements=tuple(
            StatementRow(row.id, named(row, "text"), row.source)
            for row in connection.execute(select(VisionStatement.__table__).order_by(VisionStatement.order_key))
        ),
        goals=_rows(connection, levels),
        levels=levels,
        plans=parent_plans(connection),
    )


def _vision(connection: Connection) -> Named:
    row = connection.execute(select(Programme.__table__)).first()
    return Named("") if row is None else named(row, "vision")


def _rows(connection: Connection, levels: Mapping[int, Named]) -> tuple[GoalRow, ...]:
    found = {row.id: row for row in connection.execute(select(Goal.__table__).order_by(Goal.order_key, Goal.id))}
    lines = in_reading_order([Branch(GoalId(row.id), row.parent_id) for row in found.values()])
    functions = _counts(connection, GoalFunction)
    supporting, against = _projects(connection)
    measured = measures(connection)
    rows: list[GoalRow] = []
    for line in lines:
        row, inside = found[line.id], beneath(lines, {line.id})
        serving: set[int] = set().union(*(supporting[goal] for goal in inside))
        own = tuple(measured[line.id].values())
        kind = GoalKind(row.kind)
        rows.append(
            GoalRow(
                id=line.id,
                key=row.key,
                parent=line.parent,
                depth=line.depth,
                name=named(row),
                kind=kind,
                level=levels.get(line.depth),
                projects=len(supporting[line.id]),
                against=len(against[line.id]),
                serving=len(serving),
                functions=functions[line.id],
                indicators=len(own),
                below=len(inside) - 1,
                gaps=gaps_of(serving=len(serving), kind_is_impact=kind is GoalKind.IMPACT, measures=own),
            )
        )
    return tuple(rows)


def _counts(connection: Connection, table: type[GoalFunction]) -> Counter[int]:
    rows = connection.execute(select(table.goal_id, func.count()).group_by(table.goal_id))
    return Counter({row[0]: row[1] for row in rows})


def _projects(connection: Connection) -> tuple[defaultdict[int, set[int]], defaultdict[int, set[int]]]:
    """Return which of our projects serve each goal and which work against it.

    Examples from elsewhere and projects that were stopped do neither, here as in the goal matrix.
    """
    supporting: defaultdict[int, set[int]] = defaultdict(set)
    against: defaultdict[int, set[int]] = defaultdict(set)
    rows = connection.execute(
        select(ProjectGoal.project_id, ProjectGoal.goal_id, ProjectGoal.contribution)
        .join(Project, Project.id == ProjectGoal.project_id)
        .where(Project.is_external.is_(False), Project.status != Status.STOPPED)
    )
    for row in rows:
        if row.contribution > 0:
            supporting[row.goal_id].add(row.project_id)
        elif row.contribution < 0:
            against[row.goal_id].add(row.project_id)
    return supporting, against


def measures(connection: Connection) -> defaultdict[int, dict[int, Measure]]:
    """Return the numbers of every indicator, by goal and indicator, in the order of the goal."""
    series: defaultdict[int, list[Measurement]] = defaultdict(list)
    values = select(IndicatorValue.__table__).order_by(IndicatorValue.indicator_id, IndicatorValue.measured_on)
    for row in connection.execute(values):
        series[row.indicator_id].append(Measurement(row.measured_on, row.value, row.note))
    found: defaultdict[int, dict[int, Measure]] = defaultdict(dict)
    for row in connection.execute(select(Indicator.__table__).order_by(Indicator.goal_id, Indicator.order_key)):
        found[row.goal_id][row.id] = Measure(
            baseline=row.baseline,
            baseline_year=row.baseline_year,
            target=row.target,
            target_year=row.target_year,
            unmeasured_reason=row.unmeasured_reason,
            series=tuple(series[row.id]),
        )
    return found


def parent_plans(connection: Connection) -> tuple[ParentPlanRow, ...]:
    """Return the plans above the programme with their areas, and how many goals answer to each area."""
    answering = {
        row[0]: row[1] for row in connection.execute(select(GoalArea.area_id, func.count()).group_by(GoalArea.area_id))
    }
    areas: defaultdict[int, list[AreaRow]] = defaultdict(list)
    for row in connection.execute(select(DevelopmentArea.__table__).order_by(DevelopmentArea.order_key)):
        areas[row.parent_plan_id].append(AreaRow(row.id, named(row), answering.get(row.id, 0)))
    return tuple(
        ParentPlanRow(row.id, named(row), row.owner, row.years, row.link, tuple(areas[row.id]))
        for row in connection.execute(select(ParentPlan.__table__).order_by(ParentPlan.order_key))
    )


def named(row: object, stem: str = "name") -> Named:
    """Return a text of *row* in its three languages."""
    return Named(*(str(getattr(row, f"{stem}_{language}")) for language in ("sv", "nb", "en")))
