"""The register of testbeds, with who owns each and how many cases have been tried there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, case, func, select

from smartstad_desktop.domain.testbeds.routines import CaseState
from smartstad_desktop.domain.testbeds.testbeds import Environment, Nature, lacking
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.reads.needs import Town, towns
from smartstad_desktop.storage.tables.governance import Organisation
from smartstad_desktop.storage.tables.testbeds import RoutineCase, Testbed, TestbedCase


@dataclass(frozen=True, slots=True, kw_only=True)
class TestbedRow:
    """A testbed; ``open_cases`` are those that are tried there now, ``cases`` all."""

    id: int
    name: str
    what: str
    nature: Nature
    environment: Environment | None
    municipality: MunicipalityId | None
    organisation: int | None
    owner_unit: str
    contact_role: str
    place: str
    access: str
    constraints: str
    is_active: bool
    open_cases: int
    cases: int
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TestbedsShown:
    """The testbeds in the order they were added, and who can own one."""

    testbeds: tuple[TestbedRow, ...]
    towns: dict[MunicipalityId, Town]
    organisations: dict[int, str]

    def owner(self, row: TestbedRow) -> str:
        """Return who owns a testbed in words, or nothing."""
        names = (
            "" if row.municipality is None or row.municipality not in self.towns else self.towns[row.municipality].name,
            "" if row.organisation is None else self.organisations.get(row.organisation, ""),
            row.owner_unit,
        )
        return ", ".join(name for name in names if name)


def testbeds(connection: Connection) -> TestbedsShown:
    """Return the register."""
    is_open = RoutineCase.state.in_((CaseState.OPEN, CaseState.PAUSED))
    tried = {
        row.testbed_id: (row.open_cases, row.cases)
        for row in connection.execute(
            select(
                TestbedCase.testbed_id,
                func.sum(case((is_open, 1), else_=0)).label("open_cases"),
                func.count().label("cases"),
            )
            .join(RoutineCase, RoutineCase.id == TestbedCase.case_id)
            .group_by(TestbedCase.testbed_id)
        )
    }
    query = select(Testbed.__table__).order_by(Testbed.order_key, Testbed.id)
    return TestbedsShown(
        testbeds=tuple(_row(row, *tried.get(row.id, (0, 0))) for row in connection.execute(query)),
        towns=towns(connection),
        organisations=organisations(connection),
    )


def organisations(connection: Connection) -> dict[int, str]:
    """Return every organisation that can own a testbed or test something, by name."""
    rows = connection.execute(select(Organisation.id, Organisation.name).order_by(Organisation.name))
    return {row.id: row.name for row in rows}


def _row(row: Any, open_cases: int, cases: int) -> TestbedRow:
    return TestbedRow(
        id=row.id,
        name=row.name,
        what=row.what,
        nature=Nature(row.nature),
        environment=Environment(row.environment) if row.environment else None,
        municipality=row.municipality_id,
        organisation=row.organisation_id,
        owner_unit=row.owner_unit,
        contact_role=row.contact_role,
        place=row.place,
        access=row.access,
        constraints=row.constraints,
        is_active=row.is_active,
        open_cases=open_cases,
        cases=cases,
        lacks=lacking(row._mapping),  # noqa: SLF001  the public name of a row's mapping begins so
    )
