"""Measures made of projects: what they take over, who commits to them first, and what is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from smartstad_desktop.domain.inventory import FundingNature
from smartstad_desktop.domain.plan.parts import MeasureOrigin
from smartstad_desktop.domain.plan.plan import CommitmentRole, years_text
from smartstad_desktop.domain.plan.wording import TEXT_LIMIT, TITLE_LIMIT
from smartstad_desktop.domain.values import PlanItemId, RoundId
from smartstad_desktop.storage.tables.inventory import Project, ProjectGoal, ProjectMunicipality
from smartstad_desktop.storage.tables.plan import Commitment, Plan, PlanItem, PlanItemCase, PlanItemGoal
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.testbeds import CaseProject, RoutineCase
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.plan.rows import keys_at_end


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding projects: the new measures, and how many were left out and why."""

    measures: tuple[PlanItemId, ...]
    already_there: int = 0
    confidential: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a measure is made of: a project, or only its name when the project is gone, and where it was put."""

    project: Project | None
    title: str
    band: str = ""
    place: int | None = None
    reason: str = ""


def source(project: Project, band: str = "", place: int | None = None, reason: str = "") -> Source:
    """Return *project* as something a measure can be made of."""
    return Source(project=project, title=project.title, band=band, place=place, reason=reason)


def add_measures(
    tx: Transaction, plan: Plan, sources: Sequence[Source], origin: MeasureOrigin, round_id: RoundId | None = None
) -> Added:
    """Make a measure of each source, last in the plan; what is in it already is not taken twice."""
    fresh = _fresh(tx, plan, sources, round_id)
    wanted = [each for each in fresh if each.project is None or not each.project.is_confidential]
    keys = keys_at_end(tx, PlanItem, plan.id, len(wanted))
    items = [_measure_of(each) for each in wanted]
    for item, key, each in zip(items, keys, wanted, strict=True):
        item.plan_id, item.order_key, item.origin, item.round_id = plan.id, key, origin.value, round_id
        item.band, item.workshop_place = each.band, each.place
        item.deviation_reason = each.reason[:TEXT_LIMIT]
    tx.session.add_all(items)
    tx.session.flush()
    for item, each in zip(items, wanted, strict=True):
        if each.project is not None:
            _links_of(tx, each.project, item)
    return Added(
        measures=tuple(PlanItemId(item.id) for item in items),
        already_there=len(sources) - len(fresh),
        confidential=len(fresh) - len(wanted),
    )


def _fresh(tx: Transaction, plan: Plan, sources: Sequence[Source], round_id: RoundId | None) -> list[Source]:
    """Return the sources that are not in the plan, each once; without a project it is the name in the same round."""
    held: set[object] = set()
    for item in tx.session.execute(
        select(PlanItem.project_id, PlanItem.title, PlanItem.round_id).where(PlanItem.plan_id == plan.id)
    ):
        held.add(item.project_id or (item.round_id, item.title))
    fresh: list[Source] = []
    for each in sources:
        known = each.project.id if each.project is not None else (round_id, each.title[:TITLE_LIMIT])
        if known not in held:
            held.add(known)
            fresh.append(each)
    return fresh


def _measure_of(given: Source) -> PlanItem:
    project = given.project
    if project is None:
        return PlanItem(title=given.title[:TITLE_LIMIT])
    is_running = project.funding_nature == FundingNature.RUNNING
    return PlanItem(
        project_id=project.id,
        title=project.title[:TITLE_LIMIT],
        why=(project.why or project.needs)[:TEXT_LIMIT],
        what=(project.what or project.how)[:TEXT_LIMIT],
        effect=project.expected_effect[:TEXT_LIMIT],
        beneficiary=", ".join(project.beneficiary)[:TEXT_LIMIT],
        owner=project.owner_unit[:TEXT_LIMIT],
        owner_municipality_id=None if project.is_external else project.municipality_id,
        time=_time_of(project),
        starts_on=project.start_first,
        ends_on=_end_of(project),
        money_one_off=None if is_running else project.budget_total,
        money_running=project.budget_total if is_running else None,
        money_source=", ".join(project.funding),
        risk=project.risks[:TEXT_LIMIT],
    )


def _end_of(project: Project) -> date | None:
    """Return the last day of a project; one that ends before it starts tells none."""
    start, end = project.start_first, project.end_last
    return None if start is not None and end is not None and end < start else end


def _time_of(project: Project) -> str:
    start, end = project.start_first, _end_of(project)
    return years_text(start.year if start else None, end.year if end else None)


def _links_of(tx: Transaction, project: Project, item: PlanItem) -> None:
    """Add what hangs on the project: its goals, its tests and procurements, and who takes part."""
    session = tx.session
    served = session.scalars(
        select(ProjectGoal).where(ProjectGoal.project_id == project.id, ProjectGoal.contribution != 0)
    )
    session.add_all(
        PlanItemGoal(plan_item_id=item.id, goal_id=each.goal_id, contribution=each.contribution) for each in served
    )
    also = select(CaseProject.case_id).where(CaseProject.project_id == project.id)
    cases = session.scalars(
        select(RoutineCase.id)
        .where((RoutineCase.project_id == project.id) | RoutineCase.id.in_(also))
        .where(RoutineCase.is_confidential.is_(False))
        .order_by(RoutineCase.order_key, RoutineCase.id)
    )
    session.add_all(PlanItemCase(plan_item_id=item.id, case_id=case) for case in cases.all())
    session.add_all(_commitments_of(tx, project, item))


def _commitments_of(tx: Transaction, project: Project, item: PlanItem) -> list[Commitment]:
    """Return the first commitments: the project's municipality leads, those that take part join."""
    roles: dict[int, CommitmentRole] = {}
    if project.municipality_id is not None and not project.is_external:
        roles[project.municipality_id] = CommitmentRole.LEADS
    members = tx.session.scalars(
        select(ProjectMunicipality.municipality_id)
        .join(Municipality, Municipality.id == ProjectMunicipality.municipality_id)
        .where(ProjectMunicipality.project_id == project.id)
        .order_by(Municipality.id)
    )
    for member in members:
        roles.setdefault(member, CommitmentRole.JOINS)
    year = str(project.start_first.year) if project.start_first else ""
    return [
        Commitment(plan_item_id=item.id, municipality_id=municipality, role=role.value, year=year)
        for municipality, role in roles.items()
    ]
