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
    tests: int
    procurements: int


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


def version_from_plan(connection: sqlite3.Connection) -> tuple[str, str] | None:
    """Return title and version of the plan whose data this is, when it was opened from a plan and not from a file."""
    row = connection.execute("SELECT uid FROM programme").fetchone()
    if row is None or not str(row[0]).startswith("plan-"):
        return None
    plan = connection.execute("SELECT title, version FROM plan ORDER BY id DESC").fetchone()
    return None if plan is None else (str(plan[0]), str(plan[1]))


def counts(connection: sqlite3.Connection) -> Counts:
    """Return the counts for the rail: own projects, cards in the trays, measures of the newest plan, open cases."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM project WHERE NOT is_external), "
        "(SELECT count(*) FROM placement WHERE column_id IS NULL), "
        "(SELECT count(*) FROM plan_item WHERE plan_id = (SELECT max(id) FROM plan)), "
        "(SELECT count(*) FROM routine_case WHERE kind = 'testbed' AND state IN ('open', 'paused')), "
        "(SELECT count(*) FROM routine_case WHERE kind = 'procurement' AND state IN ('open', 'paused'))"
    ).fetchone()
    return Counts(projects=row[0], unplaced=row[1], measures=row[2], tests=row[3], procurements=row[4])


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


def record_names(connection: sqlite3.Connection, language: str) -> tuple[NamedRecord, ...]:
    """Return what the page of the programme holds by what it is called, such as bodies and risks; and reports."""
    own = {"nb": "name_nb", "en": "name_en"}.get(language, "name_sv")
    # The names of tables and columns are our own; nothing of it comes from a user.
    trilingual = " UNION ALL ".join(
        f"SELECT '{table}', id, coalesce(nullif({own}, ''), name_sv) FROM {table}"  # noqa: S608  see above
        for table in ("governance_body", "programme_part", "risk")
    )
    plain = " UNION ALL ".join(
        f"SELECT '{table}', id, {name} FROM {table}"  # noqa: S608  see above
        for table, name in (
            ("organisation", "name"),
            ("decision", "title"),
            ("timeline_entry", "name"),
            ("open_call", "name"),
            ("steering_report", "title"),
        )
    )
    rows = connection.execute(f"{trilingual} UNION ALL {plain}")
    return tuple(NamedRecord(kind, number, name) for kind, number, name in rows)
