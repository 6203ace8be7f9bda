"""What somebody can ask for everything about, found by its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, select

from smartstad_desktop.domain.packages.about import Subject
from smartstad_desktop.domain.testbeds.routines import RoutineKind
from smartstad_desktop.storage.tables.governance import Decision
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.needs import CitizenNeed
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.testbeds import RoutineCase

_CASES: Final = {Subject.TEST: RoutineKind.TESTBED, Subject.PROCUREMENT: RoutineKind.PROCUREMENT}


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectRow:
    """One thing that can be asked about; ``where`` is a municipality or a case number."""

    subject: Subject
    id: int
    key: str
    title: str
    where: str
    is_confidential: bool


def subjects(connection: Connection) -> tuple[SubjectRow, ...]:
    """Return all that can be asked about, kind by kind and by title."""
    towns: dict[int | None, str] = {
        row.id: row.short_name for row in connection.execute(select(Municipality.id, Municipality.short_name))
    }
    return (
        *_projects(connection, towns),
        *_cases(connection, towns),
        *_needs(connection, towns),
        *_decisions(connection),
    )


def found(rows: tuple[SubjectRow, ...], words: str) -> tuple[SubjectRow, ...]:
    """Return the rows that have all *words* in their title, key or place; the exact key or title comes alone."""
    wanted = words.casefold().split()
    exact = [row for row in rows if words.strip().casefold() in {row.key.casefold(), row.title.casefold()}]
    if exact and wanted:
        return tuple(exact)
    return tuple(row for row in rows if all(word in f"{row.title} {row.key} {row.where}".casefold() for word in wanted))


def _projects(connection: Connection, towns: dict[int | None, str]) -> list[SubjectRow]:
    query = select(Project.id, Project.key, Project.title, Project.municipality_id, Project.is_confidential)
    return [
        _row(Subject.PROJECT, row, towns.get(row.municipality_id, ""), is_confidential=row.is_confidential)
        for row in connection.execute(query.order_by(Project.title, Project.id))
    ]


def _cases(connection: Connection, towns: dict[int | None, str]) -> list[SubjectRow]:
    case = RoutineCase
    query = select(case.id, case.key, case.kind, case.title, case.municipality_id, case.is_confidential)
    kinds = {kind.value: subject for subject, kind in _CASES.items()}
    return [
        _row(kinds[row.kind], row, towns.get(row.municipality_id, ""), is_confidential=row.is_confidential)
        for row in connection.execute(query.order_by(case.title, case.id))
        if row.kind in kinds
    ]


def _needs(connection: Connection, towns: dict[int | None, str]) -> list[SubjectRow]:
    need = CitizenNeed
    query = select(need.id, need.key, need.need.label("title"), need.municipality_id).order_by(need.need, need.id)
    return [_row(Subject.NEED, row, towns.get(row.municipality_id, "")) for row in connection.execute(query)]


def _decisions(connection: Connection) -> list[SubjectRow]:
    query = select(Decision.id, Decision.title, Decision.case_number).order_by(Decision.title, Decision.id)
    return [
        SubjectRow(
            subject=Subject.DECISION,
            id=row.id,
            key=f"decision-{row.id}",
            title=row.title,
            where=row.case_number,
            is_confidential=False,
        )
        for row in connection.execute(query)
    ]


def _row(subject: Subject, row: Any, where: str, *, is_confidential: bool = False) -> SubjectRow:
    return SubjectRow(
        subject=subject, id=row.id, key=row.key, title=row.title, where=where, is_confidential=bool(is_confidential)
    )
