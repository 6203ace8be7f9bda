"""What stands behind a plan in its document: programme, goals, needs, rounds, inventory, routines and risks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from smartstad_desktop.domain.testbeds.routines import RoutineKind
from smartstad_desktop.domain.testbeds.versions import StageText
from smartstad_desktop.domain.values import MunicipalityId, Named, PlanId
from smartstad_desktop.reads.needs import NeedsShown, needs
from smartstad_desktop.reads.plan.goal_evidence import GoalEvidence, goal_evidence
from smartstad_desktop.reads.plan.inventory_evidence import InventoryEvidence, inventory_evidence
from smartstad_desktop.reads.plan.told_rounds import ToldRound, told_rounds
from smartstad_desktop.reads.programme.risks import RiskRow, risks
from smartstad_desktop.reads.testbeds.routines import VersionRow, in_force, routine_text
from smartstad_desktop.storage.tables.programme import Municipality, Programme
from smartstad_desktop.storage.tables.routines import RoutineAdoption


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeTold:
    """What a plan says of its programme."""

    name: str
    purpose: str
    vision: Named
    host: str
    first_year: int | None
    last_year: int | None
    parent_programme: str
    reference_framework: str
    least_municipalities: int
    least_reports: int
    is_demo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineTold:
    """The version of a shared routine that is worked by, its stages, and since when municipalities have adopted it."""

    row: VersionRow
    stages: tuple[StageText, ...]
    adopters: Mapping[MunicipalityId, date | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """All that a plan document shows beside the plan itself; nothing in it is confidential."""

    programme: ProgrammeTold
    populations: Mapping[MunicipalityId, int | None]
    goals: GoalEvidence
    needs: NeedsShown
    inventory: InventoryEvidence
    rounds: tuple[ToldRound, ...]
    routines: tuple[RoutineTold, ...]
    risks: tuple[RiskRow, ...]


_NOTHING = ProgrammeTold(
    name="",
    purpose="",
    vision=Named(""),
    host="",
    first_year=None,
    last_year=None,
    parent_programme="",
    reference_framework="",
    least_municipalities=0,
    least_reports=0,
    is_demo=False,
)


def evidence(connection: Connection, plan_id: PlanId) -> Evidence:
    """Return what stands behind a plan."""
    people = connection.execute(select(Municipality.id, Municipality.population))
    return Evidence(
        programme=_programme(connection),
        populations={MunicipalityId(row.id): row.population for row in people},
        goals=goal_evidence(connection),
        needs=needs(connection),
        inventory=inventory_evidence(connection, plan_id),
        rounds=told_rounds(connection),
        routines=_routines(connection),
        risks=risks(connection),
    )


def _programme(connection: Connection) -> ProgrammeTold:
    query = select(Programme.__table__, Municipality.name.label("host")).outerjoin(
        Municipality, Municipality.id == Programme.host_municipality_id
    )
    row = connection.execute(query).first()
    if row is None:
        return _NOTHING
    return ProgrammeTold(
        name=row.name,
        purpose=row.purpose,
        vision=Named(row.vision_sv, row.vision_nb, row.vision_en),
        host=row.host or "",
        first_year=row.first_year,
        last_year=row.last_year,
        parent_programme=row.parent_programme,
        reference_framework=row.reference_framework,
        least_municipalities=row.least_municipalities,
        least_reports=row.least_reports,
        is_demo=row.is_demo,
    )


def _routines(connection: Connection) -> tuple[RoutineTold, ...]:
    adopters: defaultdict[int, dict[MunicipalityId, date | None]] = defaultdict(dict)
    query = select(RoutineAdoption.routine_id, RoutineAdoption.municipality_id, RoutineAdoption.adopted_on)
    for routine, municipality, day in connection.execute(query):
        adopters[routine][MunicipalityId(municipality)] = day
    found: list[RoutineTold] = []
    for kind in RoutineKind:
        row = in_force(connection, kind)
        if row is not None:
            stages = routine_text(connection, row.id).stages
            found.append(RoutineTold(row=row, stages=stages, adopters=dict(adopters[row.id])))
    return tuple(found)
