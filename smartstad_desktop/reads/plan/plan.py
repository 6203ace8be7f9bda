"""The development plan as its page and its document show it: the version, its measures and who commits to them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.plan.parts import SigningManner
from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.domain.programme.succession import has_ended
from smartstad_desktop.domain.values import MunicipalityId, PlanId
from smartstad_desktop.reads.plan.measure import MeasureRow, measures
from smartstad_desktop.storage.tables.plan import Plan
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.work import MunicipalitySuccession


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityRow:
    """A municipality of the programme as a plan shows it.

    One that ``has_left`` is of the past; ``successors`` are those it went into.
    """

    id: MunicipalityId
    key: str
    name: str
    short_name: str
    mark: str
    colour: str
    chief_title: str
    is_participating: bool
    has_left: bool = False
    successors: tuple[MunicipalityId, ...] = ()


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
        measures=measures(connection, plan_id),
        municipalities=municipalities(connection),
    )


def municipalities(connection: Connection) -> tuple[MunicipalityRow, ...]:
    """Return the municipalities of the programme by name."""
    after: defaultdict[int, list[MunicipalityId]] = defaultdict(list)
    steps = select(MunicipalitySuccession.before_id, MunicipalitySuccession.after_id)
    for before, successor in connection.execute(steps.order_by(MunicipalitySuccession.id)):
        after[before].append(MunicipalityId(successor))
    return tuple(
        MunicipalityRow(
            id=MunicipalityId(row.id),
            key=row.key,
            name=row.name,
            short_name=row.short_name,
            mark=row.mark,
            colour=row.colour,
            chief_title=row.chief_title,
            is_participating=row.is_participating,
            has_left=has_ended(row.valid_to, is_participating=row.is_participating),
            successors=tuple(after[row.id]),
        )
        for row in connection.execute(select(Municipality.__table__).order_by(Municipality.name))
    )
