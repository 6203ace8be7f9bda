"""What measures of the plan can be made from: columns of boards, and projects."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, case, func, select

from smartstad_desktop.domain.board import Meaning
from smartstad_desktop.domain.values import ColumnId, PlanId, ProjectId
from smartstad_desktop.storage.tables.board import Board, BoardColumn, Placement
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.plan import PlanItem
from smartstad_desktop.storage.tables.programme import Municipality


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnChoice:
    """A column of a board from which measures can be taken, with how many of its projects are not in the plan."""

    id: ColumnId
    board: str
    name: str
    years: str
    meaning: Meaning
    fresh: int
    total: int


def column_choices(connection: Connection, plan_id: PlanId) -> tuple[ColumnChoice, ...]:
    """Return the columns of all boards, in order."""
    held = select(PlanItem.project_id).where(PlanItem.plan_id == plan_id, PlanItem.project_id.is_not(None))
    is_fresh = Placement.id.is_not(None) & Placement.project_id.not_in(held)
    fresh = func.sum(case((is_fresh, 1), else_=0))
    query = (
        select(
            *(BoardColumn.id, Board.name.label("board"), BoardColumn.name, BoardColumn.years, BoardColumn.meaning),
            *(func.coalesce(fresh, 0).label("fresh"), func.count(Placement.id).label("total")),
        )
        .join(Board, Board.id == BoardColumn.board_id)
        .outerjoin(Placement, Placement.column_id == BoardColumn.id)
        .group_by(BoardColumn.id)
        .order_by(Board.order_key, Board.id, BoardColumn.order_key, BoardColumn.id)
    )
    return tuple(
        ColumnChoice(
            **dict(row) | {"meaning": Meaning(row["meaning"])}  # pyright: ignore[reportArgumentType]  columns = fields
        )
        for row in connection.execute(query).mappings()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectChoice:
    """A project that could become a measure."""

    id: ProjectId
    title: str
    municipality: str


def project_choices(connection: Connection, plan_id: PlanId) -> tuple[ProjectChoice, ...]:
    """Return the projects that are not in the plan yet and may be shown, by name."""
    held = select(PlanItem.project_id).where(PlanItem.plan_id == plan_id, PlanItem.project_id.is_not(None))
    query = (
        select(Project.id, Project.title, func.coalesce(Municipality.short_name, "").label("municipality"))
        .outerjoin(Municipality, Municipality.id == Project.municipality_id)
        .where(Project.id.not_in(held), Project.is_confidential.is_(False), Project.is_external.is_(False))
        .order_by(Project.title, Project.id)
    )
    return tuple(
        ProjectChoice(id=ProjectId(row.id), title=row.title, municipality=row.municipality)
        for row in connection.execute(query)
    )
