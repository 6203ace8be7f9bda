"""What stands behind a plan in its document: programme, goals, risks, inventory, and what was not chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, func, select

from smartstad_desktop.domain.board import Meaning
from smartstad_desktop.domain.inventory import ProjectKind, Status, kind_of
from smartstad_desktop.domain.values import Kronor, MunicipalityId, Named, Period, PlanId, Precision
from smartstad_desktop.storage.tables.board import BoardColumn, Placement
from smartstad_desktop.storage.tables.goals import Goal, Risk
from smartstad_desktop.storage.tables.inventory import Project, ProjectGoal
from smartstad_desktop.storage.tables.plan import PlanItem
from smartstad_desktop.storage.tables.programme import Municipality, Programme


@dataclass(frozen=True, slots=True, kw_only=True)
class InventoryRow:
    """A project in the appendix; ``municipality`` is None for what was seen elsewhere."""

    municipality: MunicipalityId | None
    title: str
    kind: ProjectKind
    status: Status
    start: Period | None
    end: Period | None
    budget: Kronor | None


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal with the improvement it means."""

    name: Named
    improvement: Named
    depth: int


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A risk of the programme with its answer."""

    name: Named
    response: Named
    likelihood: int
    consequence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """All that a plan document shows beside the plan itself; nothing in it is confidential."""

    programme: str
    purpose: str
    vision: Named
    host: str
    is_demo: bool
    goals: tuple[GoalRow, ...]
    risks: tuple[RiskRow, ...]
    inventory: tuple[InventoryRow, ...]
    not_now: tuple[InventoryRow, ...]
    contributions: Mapping[int, tuple[tuple[Named, int], ...]]
    left_out: int


def evidence(connection: Connection, plan_id: PlanId) -> Evidence:
    """Return what stands behind a plan."""
    programme = connection.execute(
        select(Programme.__table__, func.coalesce(Municipality.name, "").label("host")).outerjoin(
            Municipality, Municipality.id == Programme.host_municipality_id
        )
    ).first()
    inventory = tuple(_row(row) for row in connection.execute(_PROJECTS).mappings())
    return Evidence(
        programme=programme.name if programme else "",
        purpose=programme.purpose if programme else "",
        vision=Named(programme.vision_sv, programme.vision_nb, programme.vision_en) if programme else Named(""),
        host=programme.host if programme else "",
        is_demo=bool(programme and programme.is_demo),
        goals=_goals(connection),
        risks=_risks(connection),
        inventory=inventory,
        not_now=_not_now(connection, plan_id),
        contributions=_contributions(connection, plan_id),
        left_out=_confidential(connection),
    )


_PROJECTS = (
    select(
        *(Project.municipality_id, Project.title, Project.status, Project.remembered_status, Project.is_external),
        *(Project.start_first, Project.start_last, Project.start_precision, Project.start_written),
        *(Project.end_first, Project.end_last, Project.end_precision, Project.end_written, Project.budget_total),
    )
    .where(Project.is_confidential.is_(False))
    .order_by(Project.title, Project.id)
)


def _row(row: RowMapping) -> InventoryRow:
    status = Status(row["status"])
    remembered = Status(row["remembered_status"]) if row["remembered_status"] else None
    return InventoryRow(
        municipality=row["municipality_id"],
        title=row["title"],
        kind=kind_of(status, remembered=remembered, is_external=row["is_external"]),
        status=status,
        start=_period(row, "start"),
        end=_period(row, "end"),
        budget=row["budget_total"],
    )


def _period(row: RowMapping, name: str) -> Period | None:
    if row[f"{name}_first"] is None:
        return None
    return Period(
        first=row[f"{name}_first"],
        last=row[f"{name}_last"],
        precision=Precision(row[f"{name}_precision"]),
        written=row[f"{name}_written"],
    )


def _not_now(connection: Connection, plan_id: PlanId) -> tuple[InventoryRow, ...]:
    """Return the projects that a board put under "not now" and the plan has not taken after all."""
    parked = (
        select(Placement.project_id)
        .join(BoardColumn, BoardColumn.id == Placement.column_id)
        .where(BoardColumn.meaning == Meaning.NOT_NOW.value)
    )
    held = select(PlanItem.project_id).where(PlanItem.plan_id == plan_id, PlanItem.project_id.is_not(None))
    query = _PROJECTS.where(Project.id.in_(parked), Project.id.not_in(held))
    return tuple(_row(row) for row in connection.execute(query).mappings())


def _contributions(connection: Connection, plan_id: PlanId) -> dict[int, tuple[tuple[Named, int], ...]]:
    """Return how the projects behind the measures serve the goals, the most served first."""
    query = (
        select(ProjectGoal.project_id, ProjectGoal.contribution, Goal.name_sv, Goal.name_nb, Goal.name_en)
        .join(Goal, Goal.id == ProjectGoal.goal_id)
        .join(PlanItem, PlanItem.project_id == ProjectGoal.project_id)
        .where(PlanItem.plan_id == plan_id, ProjectGoal.contribution != 0)
        .order_by(ProjectGoal.contribution.desc(), Goal.order_key, Goal.id)
    )
    found: dict[int, tuple[tuple[Named, int], ...]] = {}
    for project, value, sv, nb, en in connection.execute(query):
        found[project] = (*found.get(project, ()), (Named(sv, nb, en), value))
    return found


def _confidential(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(Project).where(Project.is_confidential.is_(True))) or 0


def _goals(connection: Connection) -> tuple[GoalRow, ...]:
    rows = connection.execute(select(Goal.__table__).order_by(Goal.order_key, Goal.id)).all()
    children: dict[int | None, list[tuple[int, Named, Named]]] = {}
    for row in rows:
        name = Named(row.name_sv, row.name_nb, row.name_en)
        improvement = Named(row.improvement_sv, row.improvement_nb, row.improvement_en)
        children.setdefault(row.parent_id, []).append((row.id, name, improvement))

    def below(parent: int | None, depth: int) -> list[GoalRow]:
        found: list[GoalRow] = []
        for goal, name, improvement in children.get(parent, []):
            found += [GoalRow(name, improvement, depth), *below(goal, depth + 1)]
        return found

    return tuple(below(None, 0))


def _risks(connection: Connection) -> tuple[RiskRow, ...]:
    rows = connection.execute(
        select(Risk.__table__).order_by((Risk.likelihood * Risk.consequence).desc(), Risk.order_key, Risk.id)
    )
    return tuple(
        RiskRow(
            Named(row.name_sv, row.name_nb, row.name_en),
            Named(row.response_sv, row.response_nb, row.response_en),
            row.likelihood,
            row.consequence,
        )
        for row in rows
    )
