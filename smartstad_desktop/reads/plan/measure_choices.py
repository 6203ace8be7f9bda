"""What a measure of the plan can be tied to, with what it is tied to already: goals, risks, tests and procurements."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, exists, or_, select

from smartstad_desktop.domain.testbeds.routines import CaseState, RoutineKind
from smartstad_desktop.domain.values import GoalId, Named, PlanItemId
from smartstad_desktop.storage.tables.goals import Goal, Risk
from smartstad_desktop.storage.tables.plan import PlanItem, PlanItemCase, PlanItemGoal, PlanItemRisk
from smartstad_desktop.storage.tables.testbeds import CaseProject, RoutineCase


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalChoice:
    """A goal in the order of the tree; ``contribution`` is None while nobody has said how the measure serves it."""

    goal: GoalId
    name: Named
    depth: int
    contribution: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskChoice:
    """A risk of the register that is still open."""

    risk: int
    name: Named
    likelihood: int
    consequence: int
    is_linked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseChoice:
    """A test or a procurement; ``is_about`` tells that it is about the project behind the measure."""

    case: int
    title: str
    kind: RoutineKind
    state: CaseState
    is_confidential: bool
    is_about: bool
    is_linked: bool


def goal_choices(connection: Connection, measure: PlanItemId) -> tuple[GoalChoice, ...]:
    """Return the goals as a tree with what the measure gives to each."""
    query = select(PlanItemGoal.goal_id, PlanItemGoal.contribution).where(PlanItemGoal.plan_item_id == measure)
    said = {row.goal_id: row.contribution for row in connection.execute(query)}
    below: dict[int | None, list[tuple[int, Named]]] = {}
    goals = select(Goal.id, Goal.parent_id, Goal.name_sv, Goal.name_nb, Goal.name_en)
    for goal, parent, *names in connection.execute(goals.order_by(Goal.order_key, Goal.id)):
        below.setdefault(parent, []).append((goal, Named(*names)))

    def tree(parent: int | None, depth: int) -> list[GoalChoice]:
        found: list[GoalChoice] = []
        for goal, name in below.get(parent, []):
            found.append(GoalChoice(goal=GoalId(goal), name=name, depth=depth, contribution=said.get(goal)))
            found += tree(goal, depth + 1)
        return found

    return tuple(tree(None, 0))


def risk_choices(connection: Connection, measure: PlanItemId) -> tuple[RiskChoice, ...]:
    """Return the risks that are open, or linked to the measure, the largest first."""
    held = set(connection.scalars(select(PlanItemRisk.risk_id).where(PlanItemRisk.plan_item_id == measure)))
    query = (
        select(Risk.__table__)
        .where(or_(Risk.closed_on.is_(None), Risk.id.in_(held)))
        .order_by((Risk.likelihood * Risk.consequence).desc(), Risk.order_key, Risk.id)
    )
    return tuple(
        RiskChoice(
            risk=row.id,
            name=Named(row.name_sv, row.name_nb, row.name_en),
            likelihood=row.likelihood,
            consequence=row.consequence,
            is_linked=row.id in held,
        )
        for row in connection.execute(query)
    )


def case_choices(connection: Connection, measure: PlanItemId) -> tuple[CaseChoice, ...]:
    """Return the tests and procurements, those about the measure's project first."""
    held = set(connection.scalars(select(PlanItemCase.case_id).where(PlanItemCase.plan_item_id == measure)))
    project = select(PlanItem.project_id).where(PlanItem.id == measure).scalar_subquery()
    also = exists().where(CaseProject.case_id == RoutineCase.id, CaseProject.project_id == project)
    is_about = or_(RoutineCase.project_id == project, also)
    query = (
        select(RoutineCase.id, RoutineCase.title, RoutineCase.kind, RoutineCase.state, RoutineCase.is_confidential)
        .add_columns(is_about.label("is_about"))
        .order_by(is_about.desc(), RoutineCase.kind.desc(), RoutineCase.order_key, RoutineCase.id)
    )
    return tuple(
        CaseChoice(
            case=row.id,
            title=row.title,
            kind=RoutineKind(row.kind),
            state=CaseState(row.state),
            is_confidential=row.is_confidential,
            is_about=bool(row.is_about),
            is_linked=row.id in held,
        )
        for row in connection.execute(query)
    )
