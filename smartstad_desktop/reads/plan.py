"""The development plan as its page and its document show it: the version, its measures and who commits to them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, case, func, select

from smartstad_desktop.domain.board import Meaning
from smartstad_desktop.domain.plan import (
    COMMITMENT_TEXTS,
    MEASURE_MONEY,
    MEASURE_TEXTS,
    CommitmentRole,
    MeasureFacts,
    PlanStatus,
    fingerprint,
    missing_in,
)
from smartstad_desktop.domain.values import ColumnId, Kronor, MunicipalityId, PlanId, PlanItemId, ProjectId
from smartstad_desktop.storage.tables.board import Board, BoardColumn, Placement
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.plan import Commitment, Plan, PlanItem
from smartstad_desktop.storage.tables.programme import Municipality


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityRow:
    """A municipality of the programme as a plan shows it."""

    id: MunicipalityId
    key: str
    name: str
    short_name: str
    mark: str
    colour: str
    chief_title: str
    is_participating: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentRow:
    """What one municipality commits to in a measure."""

    municipality: MunicipalityId
    role: CommitmentRole
    year: str
    budget: Kronor | None
    adoption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow:
    """A measure of the plan with its commitments."""

    id: PlanItemId
    project: ProjectId | None
    title: str
    band: str
    why: str
    what: str
    effect: str
    owner: str
    time: str
    money_one_off: Kronor | None
    money_running: Kronor | None
    money_source: str
    risk: str
    next_decision: str
    deviation_reason: str
    is_confidential: bool
    commitments: tuple[CommitmentRow, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """Return what the measure lacks before it can be decided on."""
        names = ("why", "what", "effect", "owner", "time", "money_one_off", "money_running", "risk", "next_decision")
        facts: dict[str, Any] = {name: getattr(self, name) for name in names}
        return missing_in(MeasureFacts(**facts, roles=tuple(row.role for row in self.commitments)))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """A version of the plan as a whole."""

    id: PlanId
    title: str
    subtitle: str
    first_year: int | None
    last_year: int | None
    version: str
    status: PlanStatus
    case_number: str
    summary: str
    deciding_body: str
    decided_on: date | None
    decided_at: str
    clauses: tuple[str, ...]
    present: str
    dissent: str
    not_prioritised: str
    frozen_at: str
    content_hash: str
    replaces: PlanId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRead:
    """A version with its measures in order, and the municipalities of the programme."""

    plan: PlanRow
    measures: tuple[MeasureRow, ...]
    municipalities: tuple[MunicipalityRow, ...]
    fingerprint: str


def plan_rows(connection: Connection) -> tuple[PlanRow, ...]:
    """Return all versions, newest first."""
    found = connection.execute(select(Plan.__table__).order_by(Plan.id.desc())).mappings()
    rows: list[PlanRow] = []
    for row in found:
        values: dict[str, Any] = dict(row)
        values["clauses"] = tuple(values["clauses"])
        values["status"] = PlanStatus(values["status"])
        values["replaces"] = values.pop("replaces_id")
        rows.append(PlanRow(**values))
    return tuple(rows)


def current_plan(connection: Connection) -> PlanId | None:
    """Return the version that people work with: the newest one that is not replaced."""
    return next((row.id for row in plan_rows(connection) if row.status is not PlanStatus.REPLACED), None)


def plan(connection: Connection, plan_id: PlanId) -> PlanRead | None:
    """Return a version with all that belongs to it, or None when it is gone."""
    found = next((row for row in plan_rows(connection) if row.id == plan_id), None)
    if found is None:
        return None
    return PlanRead(
        plan=found,
        measures=_measures(connection, plan_id),
        municipalities=municipalities(connection),
        fingerprint=found.content_hash or content_print(connection, plan_id),
    )


def municipalities(connection: Connection) -> tuple[MunicipalityRow, ...]:
    """Return the municipalities of the programme by name."""
    table = Municipality
    query = select(
        *(table.id, table.key, table.name, table.short_name, table.mark, table.colour, table.chief_title),
        table.is_participating,
    )
    rows = connection.execute(query.order_by(table.name)).mappings()
    return tuple(MunicipalityRow(**dict(row)) for row in rows)  # pyright: ignore[reportArgumentType]  columns = fields


def _measures(connection: Connection, plan_id: PlanId) -> tuple[MeasureRow, ...]:
    commitments = _commitments(connection, plan_id)
    query = (
        select(PlanItem.__table__, func.coalesce(Project.is_confidential, False).label("is_confidential"))
        .outerjoin(Project, Project.id == PlanItem.project_id)
        .where(PlanItem.plan_id == plan_id)
        .order_by(PlanItem.order_key, PlanItem.id)
    )
    measures: list[MeasureRow] = []
    for row in connection.execute(query).mappings():
        values: dict[str, Any] = {name: row[name] for name in (*MEASURE_TEXTS, *MEASURE_MONEY)}
        measures.append(
            MeasureRow(
                **values,
                id=row["id"],
                project=row["project_id"],
                is_confidential=bool(row["is_confidential"]),
                commitments=tuple(commitments.get(row["id"], ())),
            )
        )
    return tuple(measures)


#: Those who lead stand first, those who decline last.
_ROLE_ORDER = case({role.value: index for index, role in enumerate(CommitmentRole)}, value=Commitment.role)


def _commitments(connection: Connection, plan_id: PlanId) -> dict[int, list[CommitmentRow]]:
    query = (
        select(
            *(Commitment.plan_item_id, Commitment.municipality_id, Commitment.role, Commitment.year),
            *(Commitment.budget, Commitment.adoption),
        )
        .join(PlanItem, PlanItem.id == Commitment.plan_item_id)
        .join(Municipality, Municipality.id == Commitment.municipality_id)
        .where(PlanItem.plan_id == plan_id)
        .order_by(Commitment.plan_item_id, _ROLE_ORDER, Municipality.name)
    )
    found: dict[int, list[CommitmentRow]] = defaultdict(list)
    for item, municipality, role, year, budget, adoption in connection.execute(query):
        row = CommitmentRow(
            municipality=MunicipalityId(municipality),
            role=CommitmentRole(role),
            year=year,
            budget=None if budget is None else Kronor(budget),
            adoption=adoption,
        )
        found[item].append(row)
    return found


_PRINTED_PLAN = (
    *("title", "subtitle", "first_year", "last_year", "version", "case_number"),
    *("summary", "clauses", "not_prioritised"),
)


def content_print(connection: Connection, plan_id: PlanId) -> str:
    """Return the fingerprint of what a version says: its text, measures and commitments, in order.

    What becomes known after freezing (the decision, later adoptions) is not part of it, nor are ids, so that a copy
    of the file gives the same.
    """
    row = connection.execute(select(Plan.__table__).where(Plan.id == plan_id)).mappings().one()
    keys = {municipality.id: municipality.key for municipality in municipalities(connection)}
    measures = [
        {name: getattr(measure, name) for name in (*MEASURE_TEXTS, *MEASURE_MONEY)}
        | {"commitments": {keys[made.municipality]: _printed(made) for made in measure.commitments}}
        for measure in _measures(connection, plan_id)
    ]
    return fingerprint({"plan": {name: row[name] for name in _PRINTED_PLAN}, "measures": measures})


def _printed(row: CommitmentRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ("role", "budget", *COMMITMENT_TEXTS) if name != "adoption"}


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
