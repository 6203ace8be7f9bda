"""What a plan can take from: columns of boards, projects, rounds the room has seen, the order, and what-ifs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, case, func, select

from smartstad_desktop.domain.board import Meaning
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.values import ColumnId, Kronor, PlanId, ProjectId, RoundId, ScenarioId, SessionId
from smartstad_desktop.domain.workshop.laps import Lap
from smartstad_desktop.domain.workshop.meeting import HIDDEN
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.reads.plan.placed import PlacedProject, in_order, in_round, in_scenario
from smartstad_desktop.reads.workshop.laps import lap_of
from smartstad_desktop.storage.tables.board import Board, BoardColumn, Placement
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.plan import PlanAside, PlanItem
from smartstad_desktop.storage.tables.priority import Scenario
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.workshop import Round, Session


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
class PlacedChoice:
    """A project with its place, and whether it is in the plan already."""

    placed: PlacedProject
    is_there: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundChoice:
    """A round that the room has seen, with what it came to, best first."""

    id: RoundId
    session: str
    held_on: date | None
    lap: Lap
    question: str
    method: Method
    items: tuple[PlacedChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioChoice:
    """A what-if with its order, best first."""

    id: ScenarioId
    name: str
    budget: Kronor | None
    items: tuple[PlacedChoice, ...]


def round_choices(connection: Connection, plan_id: PlanId) -> tuple[RoundChoice, ...]:
    """Return the rounds that the room has seen and that placed something, the newest first."""
    query = (
        select(Round.id, Round.session_id, Round.question, Round.method, Session.name, Session.held_on)
        .join(Session, Session.id == Round.session_id)
        .where(Round.revealed_at.is_not(None), Round.phase.not_in(HIDDEN))
        .order_by(Round.revealed_at.desc(), Round.id.desc())
    )
    found: list[RoundChoice] = []
    for row in connection.execute(query).all():
        items = _choices(connection, plan_id, in_round(connection, RoundId(row.id)) or ())
        if items:
            found.append(
                RoundChoice(
                    id=RoundId(row.id),
                    session=row.name,
                    held_on=row.held_on,
                    lap=lap_of(connection, SessionId(row.session_id), RoundId(row.id)),
                    question=row.question,
                    method=Method(row.method),
                    items=items,
                )
            )
    return tuple(found)


def order_choices(connection: Connection, plan_id: PlanId) -> tuple[PlacedChoice, ...]:
    """Return the projects as they were decided in the order, best first."""
    return _choices(connection, plan_id, in_order(connection))


def scenario_choices(connection: Connection, plan_id: PlanId) -> tuple[ScenarioChoice, ...]:
    """Return the what-ifs with their orders."""
    query = select(Scenario.id, Scenario.name, Scenario.budget).order_by(Scenario.order_key, Scenario.id)
    return tuple(
        ScenarioChoice(
            id=ScenarioId(row.id),
            name=row.name,
            budget=row.budget,
            items=_choices(connection, plan_id, in_scenario(connection, ScenarioId(row.id))),
        )
        for row in connection.execute(query).all()
    )


def _choices(connection: Connection, plan_id: PlanId, placed: Iterable[PlacedProject]) -> tuple[PlacedChoice, ...]:
    held = set(connection.scalars(select(PlanItem.project_id).where(PlanItem.plan_id == plan_id)))
    return tuple(
        PlacedChoice(placed=each, is_there=each.project is not None and each.project in held) for each in placed
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


@dataclass(frozen=True, slots=True, kw_only=True)
class StoppedChoice:
    """A stopped project that the plan could name in its stop list."""

    id: ProjectId
    title: str
    municipality: str
    reason: str


def stopped_choices(connection: Connection, plan_id: PlanId) -> tuple[StoppedChoice, ...]:
    """Return the stopped projects that the plan neither has as a measure nor has set aside, by name."""
    held = select(PlanItem.project_id).where(PlanItem.plan_id == plan_id, PlanItem.project_id.is_not(None))
    aside = select(PlanAside.project_id).where(PlanAside.plan_id == plan_id, PlanAside.project_id.is_not(None))
    query = (
        select(Project.id, Project.title, Project.status_reason)
        .add_columns(func.coalesce(Municipality.short_name, "").label("municipality"))
        .outerjoin(Municipality, Municipality.id == Project.municipality_id)
        .where(Project.status == Status.STOPPED.value, Project.id.not_in(held), Project.id.not_in(aside))
        .where(Project.is_confidential.is_(False), Project.is_external.is_(False))
        .order_by(Project.title, Project.id)
    )
    return tuple(
        StoppedChoice(id=ProjectId(row.id), title=row.title, municipality=row.municipality, reason=row.status_reason)
        for row in connection.execute(query)
    )
