"""The overview: figures, the state of each municipality, what is missing, and the latest changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final, cast

from sqlalchemy import Connection, Table, func, select

from smartstad_desktop.domain.inventory import ProjectKind, Status, kind_of
from smartstad_desktop.domain.values import BoardId, MunicipalityId, PlanId
from smartstad_desktop.storage import journal
from smartstad_desktop.storage.tables.board import Board, Placement
from smartstad_desktop.storage.tables.inventory import Project, ProjectTheme
from smartstad_desktop.storage.tables.journal import ChangeRow, StepState
from smartstad_desktop.storage.tables.plan import Plan, PlanItem
from smartstad_desktop.storage.tables.programme import Municipality, Programme

# Tables and not mapped classes: the first query over a mapped class wires up all of them, which costs a tenth of the
# way to the first page.
_BOARD: Final = cast("Table", Board.__table__)
_PLACEMENT: Final = cast("Table", Placement.__table__)
_PROJECT: Final = cast("Table", Project.__table__)
_PROJECT_THEME: Final = cast("Table", ProjectTheme.__table__)
_CHANGE_ROW: Final = cast("Table", ChangeRow.__table__)
_PLAN: Final = cast("Table", Plan.__table__)
_PLAN_ITEM: Final = cast("Table", PlanItem.__table__)
_MUNICIPALITY: Final = cast("Table", Municipality.__table__)
_PROGRAMME: Final = cast("Table", Programme.__table__)
#: A row nobody has confirmed for half a year is asked about.
STALE_DAYS: Final = 180
LATEST: Final = 7


@dataclass(frozen=True, slots=True)
class MunicipalityState:
    """How many projects a municipality has brought in, by plain group."""

    id: MunicipalityId
    name: str
    mark: str
    colour: str
    ongoing: int
    planned: int
    finished: int

    @property
    def total(self) -> int:
        """Return how many projects it has."""
        return self.ongoing + self.planned + self.finished


@dataclass(frozen=True, slots=True)
class BoardState:
    """How far the sorting on the first board has come."""

    id: BoardId
    name: str
    placed: int
    total: int


@dataclass(frozen=True, slots=True)
class PlanState:
    """How far the newest plan has come."""

    id: PlanId
    title: str
    measures: int
    without_owner: int


@dataclass(frozen=True, slots=True)
class LatestStep:
    """A step of the journal, with the municipality it was about when it was about one."""

    id: int
    command: str
    parameters: dict[str, Any]
    at: datetime
    mark: str
    colour: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that the overview shows."""

    name: str
    host: str
    phase: str
    municipalities: tuple[MunicipalityState, ...]
    external: int
    without_theme: int
    not_confirmed: int
    board: BoardState | None
    plan: PlanState | None
    latest: tuple[LatestStep, ...]

    @property
    def projects(self) -> int:
        """Return how many projects the municipalities have brought in."""
        return sum(each.total for each in self.municipalities)

    @property
    def silent(self) -> tuple[MunicipalityState, ...]:
        """Return the municipalities without any project."""
        return tuple(each for each in self.municipalities if not each.total)


def overview(connection: Connection, today: date) -> Overview:
    """Return what is known on *today*."""
    host = (
        select(_MUNICIPALITY.c.short_name)
        .where(_MUNICIPALITY.c.id == _PROGRAMME.c.host_municipality_id)
        .scalar_subquery()
    )
    programme = connection.execute(select(_PROGRAMME.c.name, _PROGRAMME.c.phase, host)).one_or_none()
    name, phase, host_name = programme or ("", "", "")
    municipalities, external = _municipalities(connection)
    return Overview(
        name=name,
        host=host_name or "",
        phase=phase,
        municipalities=municipalities,
        external=external,
        without_theme=_without_theme(connection),
        not_confirmed=_not_confirmed(connection, today),
        board=_board(connection),
        plan=_plan(connection),
        latest=_latest(connection),
    )


_PART: Final = {
    ProjectKind.ONGOING: "ongoing",
    ProjectKind.PLANNED: "planned",
    ProjectKind.IDEA: "planned",
    ProjectKind.FINISHED: "finished",
    ProjectKind.STOPPED: "finished",
}


def _municipalities(connection: Connection) -> tuple[tuple[MunicipalityState, ...], int]:
    group = (_PROJECT.c.municipality_id, _PROJECT.c.status, _PROJECT.c.remembered_status, _PROJECT.c.is_external)
    counted: dict[int, dict[str, int]] = {}
    external = 0
    for number, status, remembered, is_external, count in connection.execute(
        select(*group, func.count()).group_by(*group)
    ):
        kind = kind_of(Status(status), remembered=Status(remembered) if remembered else None, is_external=is_external)
        if kind is ProjectKind.EXTERNAL or number is None:
            external += count
            continue
        parts = counted.setdefault(number, {"ongoing": 0, "planned": 0, "finished": 0})
        parts[_PART[kind]] += count
    rows = connection.execute(
        select(_MUNICIPALITY.c.id, _MUNICIPALITY.c.short_name, _MUNICIPALITY.c.mark, _MUNICIPALITY.c.colour)
        .where(_MUNICIPALITY.c.is_participating)
        .order_by(_MUNICIPALITY.c.short_name)
    )
    none = {"ongoing": 0, "planned": 0, "finished": 0}
    found = [
        MunicipalityState(MunicipalityId(number), name, mark, colour, **counted.get(number, none))
        for number, name, mark, colour in rows
    ]
    found.sort(key=lambda each: -each.total)
    return tuple(found), external


def _without_theme(connection: Connection) -> int:
    themed = select(_PROJECT_THEME.c.project_id)
    query = select(func.count()).select_from(_PROJECT).where(_PROJECT.c.id.not_in(themed), ~_PROJECT.c.is_external)
    return connection.execute(query).scalar_one()


def _not_confirmed(connection: Connection, today: date) -> int:
    limit = today - timedelta(days=STALE_DAYS)
    over = (Status.COMPLETED.value, Status.STOPPED.value)
    query = (
        select(func.count())
        .select_from(_PROJECT)
        .where(~_PROJECT.c.is_external, _PROJECT.c.status.not_in(over))
        .where((_PROJECT.c.confirmed_on.is_(None)) | (_PROJECT.c.confirmed_on < limit))
    )
    return connection.execute(query).scalar_one()


def _board(connection: Connection) -> BoardState | None:
    first = connection.execute(select(_BOARD.c.id, _BOARD.c.name).order_by(_BOARD.c.order_key).limit(1)).one_or_none()
    if first is None:
        return None
    placed, total = connection.execute(
        select(func.count(_PLACEMENT.c.column_id), func.count()).where(_PLACEMENT.c.board_id == first.id)
    ).one()
    return BoardState(BoardId(first.id), first.name, placed, total)


def _plan(connection: Connection) -> PlanState | None:
    newest = connection.execute(select(_PLAN.c.id, _PLAN.c.title).order_by(_PLAN.c.id.desc()).limit(1)).one_or_none()
    if newest is None:
        return None
    measures, lacking = connection.execute(
        select(func.count(), func.count().filter(func.trim(_PLAN_ITEM.c.owner) == "")).where(
            _PLAN_ITEM.c.plan_id == newest.id
        )
    ).one()
    return PlanState(PlanId(newest.id), newest.title, measures, lacking)


def _latest(connection: Connection) -> tuple[LatestStep, ...]:
    steps = [step for step in journal.steps(connection, limit=4 * LATEST) if step.state is StepState.DONE][:LATEST]
    marks = _marks(connection, [step.id for step in steps])
    return tuple(
        LatestStep(step.id, step.command, dict(step.parameters), step.at, *marks.get(step.id, ("", "")))
        for step in steps
    )


def _marks(connection: Connection, steps: list[int]) -> dict[int, tuple[str, str]]:
    """Return mark and colour for the steps that changed projects of one municipality only."""
    query = (
        select(_CHANGE_ROW.c.step_id, func.min(_MUNICIPALITY.c.mark), func.min(_MUNICIPALITY.c.colour))
        .join(_PROJECT, _PROJECT.c.id == _CHANGE_ROW.c.row_id)
        .join(_MUNICIPALITY, _MUNICIPALITY.c.id == _PROJECT.c.municipality_id)
        .where(_CHANGE_ROW.c.table_name == _PROJECT.name, _CHANGE_ROW.c.step_id.in_(steps))
        .group_by(_CHANGE_ROW.c.step_id)
        .having(func.count(_MUNICIPALITY.c.id.distinct()) == 1)
    )
    return {step: (mark, colour) for step, mark, colour in connection.execute(query)}
