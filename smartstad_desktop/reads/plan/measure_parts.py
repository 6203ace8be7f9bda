"""What belongs to the measures of a plan: commitments with their years, goals, risks and cases."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, case, select

from smartstad_desktop.domain.plan.plan import CommitmentRole
from smartstad_desktop.domain.testbeds.routines import CaseState, RoutineKind
from smartstad_desktop.domain.values import GoalId, Kronor, MunicipalityId, Named, PlanId
from smartstad_desktop.storage.tables.goals import Goal, Risk
from smartstad_desktop.storage.tables.plan import (
    Commitment,
    CommitmentYear,
    PlanItem,
    PlanItemCase,
    PlanItemGoal,
    PlanItemRisk,
)
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.testbeds import RoutineCase


@dataclass(frozen=True, slots=True)
class YearAmount:
    """How much of a commitment falls on a year."""

    year: int
    amount: Kronor


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentRow:
    """What one municipality commits to in a measure; the budget is the sum of ``years`` where there are any."""

    municipality: MunicipalityId
    role: CommitmentRole
    year: str
    budget: Kronor | None
    adoption: str
    owner_unit: str = ""
    comment: str = ""
    years: tuple[YearAmount, ...] = ()
    adoption_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureGoal:
    """A goal that a measure serves, from -3 (works against it) to 3 (directly)."""

    goal: GoalId
    name: Named
    contribution: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRisk:
    """A risk of the register that a measure has to live with."""

    risk: int
    name: Named
    response: Named
    likelihood: int
    consequence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureCase:
    """A test or a procurement that a measure goes through; a confidential one is named inside the window alone."""

    case: int
    key: str
    title: str
    kind: RoutineKind
    state: CaseState
    is_confidential: bool


#: Those who lead stand first, those who decline last.
_ROLE_ORDER = case({role.value: index for index, role in enumerate(CommitmentRole)}, value=Commitment.role)


def commitments_of(connection: Connection, plan_id: PlanId) -> dict[int, list[CommitmentRow]]:
    """Return what municipalities commit to, by measure: who leads first."""
    years: defaultdict[int, list[YearAmount]] = defaultdict(list)
    for row in connection.execute(
        select(CommitmentYear.commitment_id, CommitmentYear.year, CommitmentYear.amount)
        .join(Commitment, Commitment.id == CommitmentYear.commitment_id)
        .join(PlanItem, PlanItem.id == Commitment.plan_item_id)
        .where(PlanItem.plan_id == plan_id)
        .order_by(CommitmentYear.year)
    ):
        years[row.commitment_id].append(YearAmount(row.year, Kronor(row.amount)))
    found: defaultdict[int, list[CommitmentRow]] = defaultdict(list)
    for row in connection.execute(
        select(Commitment.__table__)
        .join(PlanItem, PlanItem.id == Commitment.plan_item_id)
        .join(Municipality, Municipality.id == Commitment.municipality_id)
        .where(PlanItem.plan_id == plan_id)
        .order_by(Commitment.plan_item_id, _ROLE_ORDER, Municipality.name)
    ):
        found[row.plan_item_id].append(
            CommitmentRow(
                municipality=MunicipalityId(row.municipality_id),
                role=CommitmentRole(row.role),
                year=row.year,
                budget=None if row.budget is None else Kronor(row.budget),
                adoption=row.adoption,
                owner_unit=row.owner_unit,
                comment=row.comment,
                years=tuple(years[row.id]),
                adoption_id=row.adoption_id,
            )
        )
    return found


def goals_of(connection: Connection, plan_id: PlanId) -> dict[int, list[MeasureGoal]]:
    """Return how measures serve the goals, by measure: what is served most first."""
    query = (
        select(PlanItemGoal.plan_item_id, PlanItemGoal.goal_id, PlanItemGoal.contribution)
        .add_columns(Goal.name_sv, Goal.name_nb, Goal.name_en)
        .join(Goal, Goal.id == PlanItemGoal.goal_id)
        .join(PlanItem, PlanItem.id == PlanItemGoal.plan_item_id)
        .where(PlanItem.plan_id == plan_id)
        .order_by(PlanItemGoal.contribution.desc(), Goal.order_key, Goal.id)
    )
    found: defaultdict[int, list[MeasureGoal]] = defaultdict(list)
    for item, goal, contribution, *names in connection.execute(query):
        found[item].append(MeasureGoal(goal=GoalId(goal), name=Named(*names), contribution=contribution))
    return found


def risks_of(connection: Connection, plan_id: PlanId) -> dict[int, list[MeasureRisk]]:
    """Return the risks of the register that measures live with, by measure: the largest first."""
    query = (
        select(PlanItemRisk.plan_item_id, Risk.__table__)
        .join(Risk, Risk.id == PlanItemRisk.risk_id)
        .join(PlanItem, PlanItem.id == PlanItemRisk.plan_item_id)
        .where(PlanItem.plan_id == plan_id)
        .order_by((Risk.likelihood * Risk.consequence).desc(), Risk.order_key, Risk.id)
    )
    found: defaultdict[int, list[MeasureRisk]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.plan_item_id].append(
            MeasureRisk(
                risk=row.id,
                name=Named(row.name_sv, row.name_nb, row.name_en),
                response=Named(row.response_sv, row.response_nb, row.response_en),
                likelihood=row.likelihood,
                consequence=row.consequence,
            )
        )
    return found


def cases_of(connection: Connection, plan_id: PlanId) -> dict[int, list[MeasureCase]]:
    """Return the tests and procurements that measures go through, by measure."""
    query = (
        select(PlanItemCase.plan_item_id, RoutineCase.id, RoutineCase.key, RoutineCase.title, RoutineCase.kind)
        .add_columns(RoutineCase.state, RoutineCase.is_confidential)
        .join(RoutineCase, RoutineCase.id == PlanItemCase.case_id)
        .join(PlanItem, PlanItem.id == PlanItemCase.plan_item_id)
        .where(PlanItem.plan_id == plan_id)
        .order_by(RoutineCase.kind.desc(), RoutineCase.order_key, RoutineCase.id)
    )
    found: defaultdict[int, list[MeasureCase]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.plan_item_id].append(
            MeasureCase(
                case=row.id,
                key=row.key,
                title=row.title,
                kind=RoutineKind(row.kind),
                state=CaseState(row.state),
                is_confidential=row.is_confidential,
            )
        )
    return found
