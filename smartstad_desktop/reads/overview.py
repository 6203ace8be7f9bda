"""The overview: figures, the state of each municipality, what is missing, and the latest changes.

It is the first page of every day, so its queries are plain SQL on the driver's connection: the window shows it before
SQLAlchemy has been loaded.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from smartstad_desktop.domain.inventory import ProjectKind, Status, kind_of
from smartstad_desktop.domain.programme.checks import RuleCheck
from smartstad_desktop.domain.values import BoardId, MunicipalityId, PlanId
from smartstad_desktop.reads.follow_up import dues
from smartstad_desktop.reads.programme.checks import rule_checks
from smartstad_desktop.storage import journal
from smartstad_desktop.storage.journal import StepState

#: A row nobody has confirmed for half a year is asked about.
STALE_DAYS: Final = 180
LATEST: Final = 12


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
class AimState:
    """What is left between needs and an order: loose needs, goals nothing serves, cards nobody has scored."""

    loose_needs: int
    unserved_goals: int
    unscored_cards: int


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
    to_ask_about: int
    aim: AimState
    board: BoardState | None
    plan: PlanState | None
    checks: tuple[RuleCheck, ...]
    late_reminders: int
    latest: tuple[LatestStep, ...]

    @property
    def projects(self) -> int:
        """Return how many projects the municipalities have brought in."""
        return sum(each.total for each in self.municipalities)

    @property
    def silent(self) -> tuple[MunicipalityState, ...]:
        """Return the municipalities without any project."""
        return tuple(each for each in self.municipalities if not each.total)


def overview(connection: sqlite3.Connection, today: date) -> Overview:
    """Return what is known on *today*."""
    programme = connection.execute(
        "SELECT programme.name, phase, short_name FROM programme "
        "LEFT JOIN municipality ON municipality.id = host_municipality_id"
    ).fetchone()
    name, phase, host = programme or ("", "", "")
    municipalities, external = _municipalities(connection)
    return Overview(
        name=name,
        host=host or "",
        phase=phase,
        municipalities=municipalities,
        external=external,
        without_theme=_without_theme(connection),
        not_confirmed=_not_confirmed(connection, today),
        to_ask_about=_to_ask_about(connection),
        aim=_aim(connection),
        board=_board(connection),
        plan=_plan(connection),
        checks=rule_checks(connection, today),
        late_reminders=sum(told.is_late(today) for told in dues.told(connection.execute)),
        latest=_latest(connection),
    )


_PART: Final = {
    ProjectKind.ONGOING: "ongoing",
    ProjectKind.PLANNED: "planned",
    ProjectKind.IDEA: "planned",
    ProjectKind.FINISHED: "finished",
    ProjectKind.STOPPED: "finished",
}


def _municipalities(connection: sqlite3.Connection) -> tuple[tuple[MunicipalityState, ...], int]:
    counted: dict[int, dict[str, int]] = {}
    external = 0
    groups = connection.execute(
        "SELECT municipality_id, status, remembered_status, is_external, count(*) FROM project GROUP BY 1, 2, 3, 4"
    )
    for number, status, remembered, is_external, count in groups:
        before = Status(remembered) if remembered else None
        kind = kind_of(Status(status), remembered=before, is_external=bool(is_external))
        if kind is ProjectKind.EXTERNAL or number is None:
            external += count
            continue
        parts = counted.setdefault(number, {"ongoing": 0, "planned": 0, "finished": 0})
        parts[_PART[kind]] += count
    rows = connection.execute(
        "SELECT id, short_name, mark, colour FROM municipality WHERE is_participating ORDER BY short_name"
    )
    none = {"ongoing": 0, "planned": 0, "finished": 0}
    found = [
        MunicipalityState(MunicipalityId(number), name, mark, colour, **counted.get(number, none))
        for number, name, mark, colour in rows
    ]
    found.sort(key=lambda each: -each.total)
    return tuple(found), external


def _without_theme(connection: sqlite3.Connection) -> int:
    query = (
        "SELECT count(*) FROM project WHERE NOT is_external "
        "AND NOT EXISTS (SELECT 1 FROM project_theme WHERE project_id = project.id)"
    )
    return int(connection.execute(query).fetchone()[0])


def _not_confirmed(connection: sqlite3.Connection, today: date) -> int:
    limit = today - timedelta(days=STALE_DAYS)
    query = (
        "SELECT count(*) FROM project WHERE NOT is_external AND status NOT IN (?, ?) "
        "AND (confirmed_on IS NULL OR confirmed_on < ?)"
    )
    over = (Status.COMPLETED.value, Status.STOPPED.value)
    return int(connection.execute(query, (*over, limit.isoformat())).fetchone()[0])


def _to_ask_about(connection: sqlite3.Connection) -> int:
    query = "SELECT count(*) FROM project WHERE NOT is_external AND status NOT IN (?, ?) AND review_on IS NOT NULL"
    return int(connection.execute(query, (Status.COMPLETED.value, Status.STOPPED.value)).fetchone()[0])


_LOOSE: Final = "SELECT count(*) FROM citizen_need WHERE value_word_id IS NULL"
_UNSERVED: Final = """
    SELECT count(*) FROM goal
    WHERE NOT EXISTS (SELECT 1 FROM goal AS part WHERE part.parent_id = goal.id)
    AND NOT EXISTS (
        SELECT 1 FROM project_goal JOIN project ON project.id = project_goal.project_id
        WHERE goal_id = goal.id AND contribution > 0 AND NOT is_external AND status <> 'stopped'
    )
"""
_UNSCORED: Final = """
    SELECT count(DISTINCT project_id) FROM placement
    WHERE EXISTS (SELECT 1 FROM criterion)
    AND NOT EXISTS (SELECT 1 FROM score WHERE score.project_id = placement.project_id)
"""


def _aim(connection: sqlite3.Connection) -> AimState:
    return AimState(*(int(connection.execute(query).fetchone()[0]) for query in (_LOOSE, _UNSERVED, _UNSCORED)))


def _board(connection: sqlite3.Connection) -> BoardState | None:
    first = connection.execute("SELECT id, name FROM board ORDER BY order_key LIMIT 1").fetchone()
    if first is None:
        return None
    placed, total = connection.execute(
        "SELECT count(column_id), count(*) FROM placement WHERE board_id = ?", (first[0],)
    ).fetchone()
    return BoardState(BoardId(first[0]), first[1], placed, total)


def _plan(connection: sqlite3.Connection) -> PlanState | None:
    newest = connection.execute("SELECT id, title FROM plan ORDER BY id DESC LIMIT 1").fetchone()
    if newest is None:
        return None
    measures, lacking = connection.execute(
        "SELECT count(*), count(*) FILTER (WHERE trim(owner) = '') FROM plan_item WHERE plan_id = ?", (newest[0],)
    ).fetchone()
    return PlanState(PlanId(newest[0]), newest[1], measures, lacking)


def _latest(connection: sqlite3.Connection) -> tuple[LatestStep, ...]:
    steps = [step for step in journal.steps(connection, limit=4 * LATEST) if step.state is StepState.DONE][:LATEST]
    marks = _marks(connection, steps[-1].id if steps else 0)
    return tuple(
        LatestStep(step.id, step.command, dict(step.parameters), step.at, *marks.get(step.id, ("", "")))
        for step in steps
    )


def _marks(connection: sqlite3.Connection, oldest: int) -> dict[int, tuple[str, str]]:
    """Return mark and colour for the steps since *oldest* that changed projects of one municipality only."""
    query = (
        "SELECT step_id, min(mark), min(colour) FROM change_row "
        "JOIN project ON project.id = change_row.row_id "
        "JOIN municipality ON municipality.id = project.municipality_id "
        "WHERE table_name = 'project' AND step_id >= ? "
        "GROUP BY step_id HAVING count(DISTINCT municipality.id) = 1"
    )
    return {step: (mark, colour) for step, mark, colour in connection.execute(query, (oldest,))}
