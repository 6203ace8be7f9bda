"""What the frame of the window shows: counts beside the pages, and the names that the search finds.

Plain SQL on the driver's connection, for the reason given in ``reads.overview``.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.domain.workshop.rehearsals import is_rehearsal


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are behind each page."""

    projects: int
    unplaced: int
    measures: int


@dataclass(frozen=True, slots=True)
class NamedProject:
    """A project as the search shows it."""

    id: ProjectId
    title: str
    municipality: str
    mark: str
    colour: str


@dataclass(frozen=True, slots=True)
class NamedRecord:
    """A body, an organisation or a decision as the search shows it; ``kind`` is the name of its table."""

    kind: str
    id: int
    name: str


def programme_name(connection: sqlite3.Connection) -> str:
    """Return what the programme is called; a fresh file has no name."""
    row = connection.execute("SELECT name FROM programme").fetchone()
    return "" if row is None else str(row[0])


def is_a_rehearsal(connection: sqlite3.Connection) -> bool:
    """Return whether the file is a copy for rehearsing, so that the window says so all the time."""
    row = connection.execute("SELECT uid FROM programme").fetchone()
    return row is not None and is_rehearsal(str(row[0]))


def counts(connection: sqlite3.Connection) -> Counts:
    """Return the counts for the rail: projects of our own, cards in the trays, measures of the newest plan."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM project WHERE NOT is_external), "
        "(SELECT count(*) FROM placement WHERE column_id IS NULL), "
        "(SELECT count(*) FROM plan_item WHERE plan_id = (SELECT max(id) FROM plan))"
    ).fetchone()
    return Counts(projects=row[0], unplaced=row[1], measures=row[2])


def project_names(connection: sqlite3.Connection) -> tuple[NamedProject, ...]:
    """Return every project by name, with the mark of its municipality."""
    rows = connection.execute(
        "SELECT project.id, title, short_name, mark, colour FROM project "
        "LEFT JOIN municipality ON municipality.id = project.municipality_id ORDER BY title"
    )
    return tuple(
        NamedProject(ProjectId(number), title, municipality or "", mark or "", colour or "")
        for number, title, municipality, mark, colour in rows
    )


def governance_names(connection: sqlite3.Connection, language: str) -> tuple[NamedRecord, ...]:
    """Return every body, organisation and decision by what it is called."""
    own = {"nb": "name_nb", "en": "name_en"}.get(language, "name_sv")
    rows = connection.execute(
        f"SELECT 'governance_body', id, coalesce(nullif({own}, ''), name_sv) FROM governance_body "  # noqa: S608  one of three columns
        "UNION ALL SELECT 'organisation', id, name FROM organisation "
        "UNION ALL SELECT 'decision', id, title FROM decision"
    )
    return tuple(NamedRecord(kind, number, name) for kind, number, name in rows)
