"""What municipalities have: what would go along in a merger, and what stays with them as it was done."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, or_, select

from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.storage.tables.base import Base
from smartstad_desktop.storage.tables.governance import BodySeat
from smartstad_desktop.storage.tables.importing import ImportJob
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.needs import CitizenNeed
from smartstad_desktop.storage.tables.plan import Commitment
from smartstad_desktop.storage.tables.procurement import ProcurementParty
from smartstad_desktop.storage.tables.testbeds import CaseMunicipality, RoutineCase
from smartstad_desktop.storage.tables.workshop import Ballot, Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Belongings:
    """Counts: the first four are about today, the last three were decided, said or sent."""

    projects: int
    needs: int
    cases: int
    body_seats: int
    commitments: int
    ballots: int
    lists: int


def belongings(connection: Connection, municipalities: Collection[MunicipalityId]) -> Belongings:
    """Return what *municipalities* have between them; a case counts for who leads it and for who takes part."""

    def count(table: type[Base]) -> int:
        return _count(connection, table, table.__table__.c.municipality_id.in_(municipalities))

    joined = select(CaseMunicipality.case_id).where(CaseMunicipality.municipality_id.in_(municipalities))
    bought = select(ProcurementParty.case_id).where(ProcurementParty.municipality_id.in_(municipalities))
    theirs = or_(
        RoutineCase.municipality_id.in_(municipalities), RoutineCase.id.in_(joined), RoutineCase.id.in_(bought)
    )
    seats = select(Seat.id).where(Seat.municipality_id.in_(municipalities))
    return Belongings(
        projects=count(Project),
        needs=count(CitizenNeed),
        cases=_count(connection, RoutineCase, theirs),
        body_seats=count(BodySeat),
        commitments=count(Commitment),
        ballots=_count(connection, Ballot, or_(Ballot.municipality_id.in_(municipalities), Ballot.seat_id.in_(seats))),
        lists=count(ImportJob),
    )


def _count(connection: Connection, table: type[Base], condition: ColumnElement[bool]) -> int:
    return connection.scalar(select(func.count()).select_from(table).where(condition)) or 0
