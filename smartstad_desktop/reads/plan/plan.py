"""The development plan as its page and its document show it: the version, its measures and who commits to them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, case, func, select

from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.plan.parts import SigningManner
from smartstad_desktop.domain.plan.plan import (
    MEASURE_MONEY,
    MEASURE_TEXTS,
    CommitmentRole,
    MeasureFacts,
    PlanStatus,
    fingerprint,
    missing_in,
)
from smartstad_desktop.domain.values import Kronor, MunicipalityId, PlanId, PlanItemId, ProjectId
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
    owner_unit: str = ""
    comment: str = ""


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
    responsible: str = ""
    change_note: str = ""
    revise_on: date | None = None
    body: int | None = None
    outcome: Outcome | None = None
    paragraph: str = ""
    absent: str = ""
    signing: SigningManner | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRead:
    """A version with its measures in order, all versions (newest first), and the programme's municipalities."""

    plan: PlanRow
    versions: tuple[PlanRow, ...]
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
        values["body"] = values.pop("body_id")
        values["outcome"] = Outcome(values["outcome"]) if values["outcome"] else None
        values["signing"] = SigningManner(values["signing"]) if values["signing"] else None
        rows.append(PlanRow(**values))
    return tuple(rows)


def current_plan(connection: Connection) -> PlanId | None:
    """Return the version that people work with: the newest one that is not replaced."""
    return next((row.id for row in plan_rows(connection) if row.status is not PlanStatus.REPLACED), None)


def plan(connection: Connection, plan_id: PlanId) -> PlanRead | None:
    """Return a version with all that belongs to it, or None when it is gone."""
    versions = plan_rows(connection)
    found = next((row for row in versions if row.id == plan_id), None)
    if found is None:
        return None
    return PlanRead(
        plan=found,
        versions=versions,
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
            *(Commitment.budget, Commitment.adoption, Commitment.owner_unit, Commitment.comment),
        )
        .join(PlanItem, PlanItem.id == Commitment.plan_item_id)
        .join(Municipality, Municipality.id == Commitment.municipality_id)
        .where(PlanItem.plan_id == plan_id)
        .order_by(Commitment.plan_item_id, _ROLE_ORDER, Municipality.name)
    )
    found: dict[int, list[CommitmentRow]] = defaultdict(list)
    for item, municipality, role, year, budget, adoption, owner_unit, comment in connection.execute(query):
        row = CommitmentRow(
            municipality=MunicipalityId(municipality),
            role=CommitmentRole(role),
            year=year,
            budget=None if budget is None else Kronor(budget),
            adoption=adoption,
            owner_unit=owner_unit,
            comment=comment,
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
    """Return what is printed of a commitment; what nobody filled in leaves the print of older versions as it was."""
    later = {name: getattr(row, name) for name in ("owner_unit", "comment") if getattr(row, name)}
    return {name: getattr(row, name) for name in ("role", "budget", "year")} | later
