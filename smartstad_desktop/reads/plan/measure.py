"""The measures of a plan as its page, its document and its packages show them, with all that belongs to each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.plan.deviation import Placed, deviating
from smartstad_desktop.domain.plan.measures import MEASURE_MONEY, MEASURE_TEXTS, MeasureFacts, missing_in
from smartstad_desktop.domain.plan.parts import Horizon, MeasureOrigin
from smartstad_desktop.domain.values import Kronor, MunicipalityId, PlanId, PlanItemId, ProjectId, RoundId
from smartstad_desktop.domain.workshop.laps import Lap
from smartstad_desktop.reads.plan.measure_parts import (
    CommitmentRow,
    MeasureCase,
    MeasureGoal,
    MeasureRisk,
    cases_of,
    commitments_of,
    goals_of,
    risks_of,
)
from smartstad_desktop.reads.workshop.laps import lap_of
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.plan import PlanItem
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.workshop import Round, Session


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow:
    """A measure of the plan with its commitments, goals, risks and cases.

    ``time`` is as it was written, ``starts_on`` and ``ends_on`` as it was understood. ``deviates`` tells that it stands
    otherwise than the workshop, or the order, put it (``workshop_place``).
    """

    id: PlanItemId
    project: ProjectId | None
    title: str
    band: str
    why: str
    what: str
    effect: str
    beneficiary: str
    horizon: Horizon | None
    owner: str
    owner_municipality: MunicipalityId | None
    time: str
    starts_on: date | None
    ends_on: date | None
    money_one_off: Kronor | None
    money_running: Kronor | None
    money_source: str
    risk: str
    next_decision: str
    origin: MeasureOrigin
    round: RoundId | None
    workshop_place: int | None
    deviates: bool
    deviation_reason: str
    is_confidential: bool
    commitments: tuple[CommitmentRow, ...]
    goals: tuple[MeasureGoal, ...]
    risks: tuple[MeasureRisk, ...]
    cases: tuple[MeasureCase, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """Return what the measure lacks before it can be decided on."""
        names = ("why", "what", "effect", "owner", "time", "money_one_off", "money_running", "risk", "next_decision")
        facts: dict[str, Any] = {name: getattr(self, name) for name in (*names, "deviates", "deviation_reason")}
        return missing_in(
            MeasureFacts(
                **facts,
                roles=tuple(row.role for row in self.commitments),
                has_goals=bool(self.goals),
                has_risks=bool(self.risks),
            )
        )

    @property
    def is_time_unclear(self) -> bool:
        """Return whether a time is written that no day could be read from."""
        return bool(self.time) and self.starts_on is None and self.ends_on is None


def measures(connection: Connection, plan_id: PlanId) -> tuple[MeasureRow, ...]:
    """Return the measures of a version in order."""
    query = (
        select(PlanItem.__table__, func.coalesce(Project.is_confidential, False).label("is_confidential"))
        .outerjoin(Project, Project.id == PlanItem.project_id)
        .where(PlanItem.plan_id == plan_id)
        .order_by(PlanItem.order_key, PlanItem.id)
    )
    parts = _Parts(
        commitments=commitments_of(connection, plan_id),
        goals=goals_of(connection, plan_id),
        risks=risks_of(connection, plan_id),
        cases=cases_of(connection, plan_id),
    )
    rows = [_row(row, parts) for row in connection.execute(query).mappings()]
    moved = deviating([_placed(row) for row in rows])
    return tuple(replace(row, deviates=index in moved) for index, row in enumerate(rows))


def _placed(row: MeasureRow) -> Placed:
    """Return where a measure was put; a confidential one is compared with nothing, as outside nobody knows of it."""
    place = None if row.is_confidential else row.workshop_place
    return Placed(place=place, source=(row.origin, row.round), has_reason=bool(row.deviation_reason))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """What belongs to the measures of a version, by measure."""

    commitments: Mapping[int, Sequence[CommitmentRow]]
    goals: Mapping[int, Sequence[MeasureGoal]]
    risks: Mapping[int, Sequence[MeasureRisk]]
    cases: Mapping[int, Sequence[MeasureCase]]


def _row(row: RowMapping, parts: _Parts) -> MeasureRow:
    number = row["id"]
    plain: dict[str, Any] = {name: row[name] for name in (*MEASURE_TEXTS, *MEASURE_MONEY, "starts_on", "ends_on")}
    return MeasureRow(
        **plain,
        id=number,
        project=row["project_id"],
        horizon=Horizon(row["horizon"]) if row["horizon"] else None,
        owner_municipality=row["owner_municipality_id"],
        origin=MeasureOrigin(row["origin"]),
        round=row["round_id"],
        workshop_place=row["workshop_place"],
        deviates=False,
        is_confidential=bool(row["is_confidential"]),
        commitments=tuple(parts.commitments.get(number, ())),
        goals=tuple(parts.goals.get(number, ())),
        risks=tuple(parts.risks.get(number, ())),
        cases=tuple(parts.cases.get(number, ())),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureSheet:
    """A measure with where it comes from: its number in the plan, its project, and the round that placed it."""

    row: MeasureRow
    plan: PlanId
    number: int
    project_title: str = ""
    project_status: Status | None = None
    owner_municipality_name: str = ""
    session_name: str = ""
    lap: Lap | None = None


def measure_sheet(connection: Connection, measure_id: PlanItemId) -> MeasureSheet | None:
    """Return a measure with where it comes from; None when it is gone."""
    plan_id = connection.scalar(select(PlanItem.plan_id).where(PlanItem.id == measure_id))
    if plan_id is None:
        return None
    found = measures(connection, PlanId(plan_id))
    number, row = next((number, row) for number, row in enumerate(found, start=1) if row.id == measure_id)
    project = connection.execute(select(Project.title, Project.status).where(Project.id == row.project)).first()
    held = connection.execute(
        select(Session.id, Session.name).join(Round, Round.session_id == Session.id).where(Round.id == row.round)
    ).first()
    owner = select(Municipality.short_name).where(Municipality.id == row.owner_municipality)
    return MeasureSheet(
        row=row,
        plan=PlanId(plan_id),
        number=number,
        project_title=project.title if project else "",
        project_status=Status(project.status) if project else None,
        owner_municipality_name=connection.scalar(owner) or "",
        session_name=held.name if held else "",
        lap=lap_of(connection, held.id, row.round) if held and row.round is not None else None,
    )
