"""Where what is set aside comes from: columns of a board, stopped projects, and measures; and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.plan.measures import MeasureConfidential
from smartstad_desktop.domain.plan.parts import AsideKind, MeasureOrigin
from smartstad_desktop.domain.plan.wording import TITLE_LIMIT, limited
from smartstad_desktop.domain.values import ColumnId, PlanId, PlanItemId, ProjectId
from smartstad_desktop.storage.tables.board import BoardColumn, Placement
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.plan import Plan, PlanAside, PlanItem
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.plan.asides import add_asides, open_aside
from smartstad_desktop.usecases.plan.making import add_measures, source
from smartstad_desktop.usecases.plan.measures import open_item
from smartstad_desktop.usecases.plan.plan import open_plan
from smartstad_desktop.usecases.plan.rows import keys_at_end


@dataclass(frozen=True, slots=True)
class SetAside:
    """What came of setting aside: the new rows, and how many were left out and why."""

    asides: tuple[int, ...]
    already_there: int = 0
    confidential: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeAsideFromBoard:
    """Set aside what lies in some columns of a board, in the board's order; the reason is for people to write.

    What is a measure of the plan, or set aside in it already, is not taken.
    """

    plan: PlanId
    columns: tuple[ColumnId, ...]
    kind: AsideKind = AsideKind.NOT_PRIORITISED

    def execute(self, tx: Transaction) -> SetAside:
        """Return what was set aside."""
        plan = open_plan(tx, self.plan)
        projects = tx.session.scalars(
            select(Project)
            .join(Placement, Placement.project_id == Project.id)
            .join(BoardColumn, BoardColumn.id == Placement.column_id)
            .where(BoardColumn.id.in_(self.columns))
            .order_by(BoardColumn.order_key, BoardColumn.id, Placement.order_key, Placement.id)
        ).all()
        made = _set_aside(tx, plan, projects, self.kind)
        tx.describe(count=len(made.asides))
        return made


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeAsideFromProjects:
    """Set projects aside; of a stopped one the reason it was stopped for is taken over."""

    plan: PlanId
    projects: tuple[ProjectId, ...]
    kind: AsideKind = AsideKind.STOP

    def execute(self, tx: Transaction) -> SetAside:
        """Return what was set aside."""
        plan = open_plan(tx, self.plan)
        made = _set_aside(tx, plan, [tx.get(Project, project) for project in self.projects], self.kind)
        tx.describe(count=len(made.asides))
        return made


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMeasuresAside:
    """Make measures something that was set aside, with the reason; what municipalities committed to goes."""

    measures: tuple[PlanItemId, ...]
    reason: str = ""
    kind: AsideKind = AsideKind.NOT_PRIORITISED

    def execute(self, tx: Transaction) -> SetAside:
        """Return what was set aside."""
        items = [open_item(tx, measure) for measure in self.measures]
        plan = open_plan(tx, items[0].plan_id)
        reason = limited("reason", self.reason)
        rows = [
            PlanAside(
                kind=self.kind.value,
                project_id=item.project_id,
                title=item.title,
                municipality_id=item.owner_municipality_id,
                reason=reason,
            )
            for item in items
        ]
        add_asides(tx, plan, rows)
        tx.describe(count=len(items), title=items[0].title)
        for item in items:
            tx.session.delete(item)
        return SetAside(tuple(row.id for row in rows))


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeMeasureOfAside:
    """Make what was set aside a measure after all, last in the plan; its value is the measure's id."""

    aside: int

    def execute(self, tx: Transaction) -> PlanItemId:
        """Return the new measure's id.

        Raises:
            MeasureConfidential: it is about a confidential project.
        """
        row = open_aside(tx, self.aside)
        plan = open_plan(tx, row.plan_id)
        tx.describe(title=row.title)
        tx.session.delete(row)
        project = None if row.project_id is None else tx.get(Project, row.project_id)
        if project is None:
            return _by_hand(tx, plan, row)
        if project.is_confidential:
            raise MeasureConfidential(title=row.title)
        added = add_measures(tx, plan, [source(project)], MeasureOrigin.PROJECT)
        return added.measures[0] if added.measures else _measure_about(tx, plan, project)


def _measure_about(tx: Transaction, plan: Plan, project: Project) -> PlanItemId:
    """Return the measure that was made of a project since it was set aside."""
    query = select(PlanItem.id).where(PlanItem.plan_id == plan.id, PlanItem.project_id == project.id)
    return PlanItemId(tx.session.scalars(query).one())


def _by_hand(tx: Transaction, plan: Plan, row: PlanAside) -> PlanItemId:
    (key,) = keys_at_end(tx, PlanItem, plan.id, 1)
    item = PlanItem(plan_id=plan.id, order_key=key, title=row.title, owner_municipality_id=row.municipality_id)
    tx.session.add(item)
    tx.session.flush()
    return PlanItemId(item.id)


def _set_aside(tx: Transaction, plan: Plan, projects: Sequence[Project], kind: AsideKind) -> SetAside:
    held = {
        *tx.session.scalars(select(PlanItem.project_id).where(PlanItem.plan_id == plan.id)),
        *tx.session.scalars(select(PlanAside.project_id).where(PlanAside.plan_id == plan.id)),
    }
    fresh = [project for project in dict.fromkeys(projects) if project.id not in held]
    rows = [
        PlanAside(
            kind=kind.value,
            project_id=project.id,
            title=project.title[:TITLE_LIMIT],
            municipality_id=project.municipality_id,
            reason=project.status_reason if project.status == Status.STOPPED.value else "",
        )
        for project in fresh
        if not project.is_confidential
    ]
    add_asides(tx, plan, rows)
    return SetAside(
        asides=tuple(row.id for row in rows),
        already_there=len(projects) - len(fresh),
        confidential=len(fresh) - len(rows),
    )
