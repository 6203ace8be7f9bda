"""Results that can be shared, and who has taken over which."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Select, select

from smartstad_desktop.domain.follow_up.reuse import ReuseState
from smartstad_desktop.domain.values import MunicipalityId, ProjectId
from smartstad_desktop.storage.tables.follow_up import ResultReuse
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.testbeds import RoutineCase, TestbedCase


@dataclass(frozen=True, slots=True)
class ReuseNote:
    """How far a municipality has come with a result."""

    id: int
    municipality: MunicipalityId
    name: str
    state: ReuseState
    noted_on: date
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedResult:
    """A result that others can take over: a project's, or a test's."""

    project: ProjectId | None
    case: int | None
    title: str
    owner: str
    owner_id: MunicipalityId | None
    what: str
    contact: str
    notes: tuple[ReuseNote, ...]

    @property
    def taken_over(self) -> int:
        """Return how many municipalities have taken it over."""
        return sum(note.state is ReuseState.TAKEN_OVER for note in self.notes)


def shared_results(connection: Connection) -> tuple[SharedResult, ...]:
    """Return all results that are written; the most taken over first, then by title.

    What is confidential is left out, and so is a test whose project is confidential by now.
    """
    notes = _notes(connection)
    names = {row.id: row.short_name for row in connection.execute(select(Municipality.id, Municipality.short_name))}
    projects = connection.execute(
        select(Project.id, Project.title, Project.municipality_id, Project.shareable, Project.contact_role).where(
            Project.is_external.is_(False),
            Project.is_shareable.is_(True),
            Project.shareable != "",
            Project.is_confidential.is_(False),
        )
    )
    found = [
        SharedResult(
            project=ProjectId(number),
            case=None,
            title=title,
            owner=names.get(town, ""),
            owner_id=None if town is None else MunicipalityId(town),
            what=what,
            contact=contact,
            notes=tuple(notes[number, None]),
        )
        for number, title, town, what, contact in projects
    ]
    found += [
        SharedResult(
            project=None,
            case=number,
            title=title,
            owner=names.get(town, ""),
            owner_id=None if town is None else MunicipalityId(town),
            what=what,
            contact=contact,
            notes=tuple(notes[None, number]),
        )
        for number, title, town, what, contact in connection.execute(_shared_tests())
    ]
    return tuple(sorted(found, key=lambda each: (-each.taken_over, each.title)))


def _shared_tests() -> Select[int, str, int | None, str, str]:
    """Return the query of the tests whose result is handed on; none whose project is confidential by now."""
    return (
        select(
            RoutineCase.id,
            RoutineCase.title,
            RoutineCase.municipality_id,
            TestbedCase.result_what,
            TestbedCase.result_contact,
        )
        .join(TestbedCase, TestbedCase.case_id == RoutineCase.id)
        .outerjoin(Project, Project.id == RoutineCase.project_id)
        .where(
            TestbedCase.shared_on.is_not(None),
            RoutineCase.is_confidential.is_(False),
            Project.is_confidential.is_not(True),
        )
    )


def _notes(connection: Connection) -> defaultdict[tuple[int | None, int | None], list[ReuseNote]]:
    found: defaultdict[tuple[int | None, int | None], list[ReuseNote]] = defaultdict(list)
    rows = connection.execute(
        select(ResultReuse.__table__, Municipality.short_name)
        .join(Municipality, Municipality.id == ResultReuse.municipality_id)
        .order_by(Municipality.short_name)
    )
    for row in rows:
        found[row.project_id, row.case_id].append(
            ReuseNote(row.id, row.municipality_id, row.short_name, ReuseState(row.state), row.noted_on, row.comment)
        )
    return found
