"""Measures made of projects: chosen one by one, or as the group placed them on a board."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from smartstad_desktop.domain.board import Meaning
from smartstad_desktop.domain.inventory import FundingNature
from smartstad_desktop.domain.plan.plan import TEXT_LIMIT, TITLE_LIMIT, CommitmentRole, PlanEmpty, years_text
from smartstad_desktop.domain.values import ColumnId, PlanId, PlanItemId, ProjectId
from smartstad_desktop.storage.tables.board import Board, BoardColumn, Placement
from smartstad_desktop.storage.tables.inventory import Project, ProjectMunicipality
from smartstad_desktop.storage.tables.plan import Commitment, Plan, PlanItem
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.plan.plan import keys_at_end, make_plan, open_plan

#: A plan that nobody has chosen for takes what the group put first: Now and Next.
FIRST_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding projects: the new measures, and how many were left out and why."""

    measures: tuple[PlanItemId, ...]
    already_there: int = 0
    confidential: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AddMeasuresFromProjects:
    """Make a measure of each project, last in the plan."""

    plan: PlanId
    projects: tuple[ProjectId, ...]

    def execute(self, tx: Transaction) -> Added:
        """Return what was added."""
        plan = open_plan(tx, self.plan)
        added = _add(tx, plan, [(tx.get(Project, project), "") for project in self.projects])
        tx.describe(count=len(added.measures))
        return added


@dataclass(frozen=True, slots=True, kw_only=True)
class AddMeasuresFromColumns:
    """Make a measure of each project in some columns of a board, in the board's order."""

    plan: PlanId
    columns: tuple[ColumnId, ...]

    def execute(self, tx: Transaction) -> Added:
        """Return what was added."""
        plan = open_plan(tx, self.plan)
        added = _add(tx, plan, _in_columns(tx, self.columns))
        tx.describe(count=len(added.measures))
        return added


@dataclass(frozen=True, slots=True, kw_only=True)
class CreatePlanFromBoard:
    """Begin a plan with what lies in the first two columns of the first board."""

    def execute(self, tx: Transaction) -> PlanId:
        """Return the new plan's id.

        Raises:
            PlanEmpty: nothing lies there.
        """
        board = tx.session.scalars(select(Board).order_by(Board.order_key, Board.id)).first()
        columns: Sequence[int] = ()
        if board is not None:
            columns = tx.session.scalars(
                select(BoardColumn.id)
                .where(BoardColumn.board_id == board.id, BoardColumn.meaning == Meaning.DO.value)
                .order_by(BoardColumn.order_key, BoardColumn.id)
                .limit(FIRST_COLUMNS)
            ).all()
        placed = _in_columns(tx, columns)
        if not placed:
            raise PlanEmpty
        plan = make_plan(tx, {})
        added = _add(tx, plan, placed)
        tx.describe(title=plan.title, count=len(added.measures))
        return PlanId(plan.id)


def _in_columns(tx: Transaction, columns: Iterable[int]) -> list[tuple[Project, str]]:
    rows = tx.session.execute(
        select(Project, BoardColumn.name)
        .join(Placement, Placement.project_id == Project.id)
        .join(BoardColumn, BoardColumn.id == Placement.column_id)
        .where(BoardColumn.id.in_(columns))
        .order_by(BoardColumn.order_key, BoardColumn.id, Placement.order_key, Placement.id)
    )
    return [(row[0], row[1]) for row in rows]


def _add(tx: Transaction, plan: Plan, sources: Sequence[tuple[Project, str]]) -> Added:
    held = set(tx.session.scalars(select(PlanItem.project_id).where(PlanItem.plan_id == plan.id)))
    fresh = [(project, band) for project, band in sources if project.id not in held]
    wanted = [(project, band) for project, band in fresh if not project.is_confidential]
    keys = keys_at_end(tx, plan, len(wanted))
    items = [_measure_of(plan, project, band, key) for (project, band), key in zip(wanted, keys, strict=True)]
    tx.session.add_all(items)
    tx.session.flush()
    for (project, _), item in zip(wanted, items, strict=True):
        tx.session.add_all(_commitments_of(tx, project, item))
    return Added(
        measures=tuple(PlanItemId(item.id) for item in items),
        already_there=len(sources) - len(fresh),
        confidential=len(fresh) - len(wanted),
    )


def _measure_of(plan: Plan, project: Project, band: str, key: str) -> PlanItem:
    is_running = project.funding_nature == FundingNature.RUNNING
    start, end = project.start_first, project.end_last
    return PlanItem(
        plan_id=plan.id,
        project_id=project.id,
        order_key=key,
        title=project.title[:TITLE_LIMIT],
        band=band,
        why=(project.why or project.needs)[:TEXT_LIMIT],
        what=(project.what or project.how)[:TEXT_LIMIT],
        effect=project.expected_effect[:TEXT_LIMIT],
        owner=project.owner_unit[:TEXT_LIMIT],
        time=years_text(start.year if start else None, end.year if end else None),
        money_one_off=None if is_running else project.budget_total,
        money_running=project.budget_total if is_running else None,
        money_source=", ".join(project.funding),
        risk=project.risks[:TEXT_LIMIT],
    )


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
