"""A plan with projects, measures and a board, made by the real commands."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from smartstad_desktop.domain.values import ColumnId, Language, PlanId, PlanItemId, ProjectId
from smartstad_desktop.reads.plan import plan as reads
from smartstad_desktop.storage.tables.board import BoardColumn
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.usecases.board import CreateBoard, default_columns
from smartstad_desktop.usecases.inventory.inventory import AddProject
from smartstad_desktop.usecases.placing import PlaceCards
from smartstad_desktop.usecases.plan.measures import AddMeasure
from smartstad_desktop.usecases.plan.plan import CreatePlan
from smartstad_desktop.usecases.workspace import Workspace


def municipality(workspace: Workspace, key: str) -> Any:
    """Return the id of a municipality."""
    return workspace.read(lambda connection: connection.scalar(select(Municipality.id).where(Municipality.key == key)))


def a_project(workspace: Workspace, title: str, **fields: Any) -> ProjectId:
    """Add a project of Ängelholm and return its id."""
    home = municipality(workspace, "angelholm")
    return workspace.run(AddProject(fields={"title": title, "municipality_id": home} | fields)).value


def a_plan(workspace: Workspace, *titles: str) -> tuple[PlanId, tuple[PlanItemId, ...]]:
    """Begin a plan with measures called *titles*."""
    plan = workspace.run(CreatePlan()).value
    made = tuple(workspace.run(AddMeasure(plan=plan, fields={"title": title})).value for title in titles)
    return plan, made


def shown(workspace: Workspace, plan: PlanId) -> reads.PlanRead:
    """Return the plan as the page sees it."""
    found = workspace.read(reads.plan, plan)
    assert found is not None
    return found


def titles(workspace: Workspace, plan: PlanId) -> str:
    """Return the names of the measures in order, joined."""
    return " ".join(measure.title for measure in shown(workspace, plan).measures)


def a_board(workspace: Workspace, *columns: tuple[ProjectId, ...]) -> list[ColumnId]:
    """Make a board with projects in its first columns and return the columns."""
    board = workspace.run(CreateBoard(name="Tavla", columns=default_columns(Language.SV, 2026))).value
    found = workspace.read(
        lambda connection: connection.scalars(
            select(BoardColumn.id).where(BoardColumn.board_id == board).order_by(BoardColumn.order_key)
        ).all()
    )
    for column, projects in zip(found, columns, strict=False):
        if projects:
            workspace.run(PlaceCards(board=board, projects=projects, column=ColumnId(column)))
    return [ColumnId(column) for column in found]
