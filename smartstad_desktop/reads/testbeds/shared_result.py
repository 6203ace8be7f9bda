"""The one page that others get of a test: what was tested, how, what came of it, and whom to ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.testbeds.routines import CaseState
from smartstad_desktop.reads.testbeds.testbed_cases import TestFacts, facts_of_test
from smartstad_desktop.storage.tables.governance import Organisation
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.testbeds import RoutineCase, Testbed


@dataclass(frozen=True, slots=True)
class SharedTown:
    """A municipality as its mark is printed."""

    name: str
    mark: str
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedResult:
    """A test as others see it; the municipality that leads comes first in ``towns``."""

    title: str
    what: str
    state: CaseState
    is_confidential: bool
    towns: tuple[SharedTown, ...]
    testbed: str
    tester: str
    starts_on: date | None
    ends_on: date | None
    lesson: str
    facts: TestFacts


def shared_result(connection: Connection, case: int) -> SharedResult:
    """Return what can be told of a test.

    Raises:
        RowGone: there is no such test.
    """
    row = connection.execute(select(RoutineCase.__table__).where(RoutineCase.id == case)).one_or_none()
    facts = facts_of_test(connection, case)
    if row is None or facts is None:
        raise RowGone(kind=RoutineCase.__tablename__, row_id=case)
    return SharedResult(
        title=row.title,
        what=row.what,
        state=CaseState(row.state),
        is_confidential=row.is_confidential,
        towns=_towns(connection, row.municipality_id, facts.municipalities),
        testbed=_name(connection, Testbed, facts.testbed),
        tester=_name(connection, Organisation, facts.tester),
        starts_on=row.starts_on,
        ends_on=row.ended_on or row.ends_on,
        lesson=row.lesson,
        facts=facts,
    )


def _name(connection: Connection, table: type[Testbed | Organisation], number: int | None) -> str:
    return connection.execute(select(table.name).where(table.id == number)).scalar() or ""


def _towns(connection: Connection, leads: int | None, joined: frozenset[int]) -> tuple[SharedTown, ...]:
    query = select(Municipality.__table__).where(Municipality.id.in_({leads, *joined})).order_by(Municipality.id)
    rows = sorted(connection.execute(query), key=lambda row: row.id != leads)
    return tuple(SharedTown(row.short_name, row.mark, row.colour) for row in rows)
