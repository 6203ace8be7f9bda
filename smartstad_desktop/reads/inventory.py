"""What the inventory shows: every project as a light row, the words it is found by, and one project in full.

Ten thousand rows are read on opening, so rows are named tuples made straight from the database's text and numbers:
dates stay ISO text, and no ORM object or date is made per row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final, NamedTuple, TypeAlias

from sqlalchemy import Connection, Integer, Select, Text, func, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute

from smartstad_desktop.domain.inventory import ProjectKind, Status, kind_of
from smartstad_desktop.domain.programme.succession import has_ended
from smartstad_desktop.domain.values import Named
from smartstad_desktop.storage.tables.goals import Goal
from smartstad_desktop.storage.tables.inventory import Project, ProjectGoal, ProjectMunicipality, ProjectTheme
from smartstad_desktop.storage.tables.programme import Municipality, Theme

_ESCAPE: Final = re.compile(r"\\u([0-9a-f]{4})")
_BETWEEN: Final = "\x1f"
_NONE: Final[tuple[int, ...]] = ()

_Query: TypeAlias = Select[*tuple[Any, ...]]


class ProjectRow(NamedTuple):
    """A project as the table shows it. Days are ISO text; ``goals`` holds contributions, the largest first."""

    id: int
    title: str
    municipality: int | None
    status: str
    remembered: str | None
    is_external: int
    budget: int | None
    start: str | None
    start_precision: str | None
    start_written: str
    end: str | None
    end_precision: str | None
    end_written: str
    owner_unit: str
    is_confidential: int
    confirmed_on: str | None
    review_on: str | None
    kind: ProjectKind
    themes: tuple[int, ...]
    goals: tuple[int, ...]
    participants: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MunicipalityFace:
    """What a municipality is known by."""

    id: int
    key: str
    name: str
    short_name: str
    mark: str
    colour: str
    is_participating: bool
    valid_to: date | None

    @property
    def is_ended(self) -> bool:
        """Return whether it is one of the past: it is shown, and never offered."""
        return has_ended(self.valid_to, is_participating=self.is_participating)


@dataclass(frozen=True, slots=True)
class NamedFace:
    """A theme or a goal by its key and its name per language; ``parent`` is the goal above."""

    id: int
    key: str
    name: Named
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Faces:
    """What rows of the inventory point at, by id, in the programme's order."""

    municipalities: dict[int, MunicipalityFace]
    themes: dict[int, NamedFace]
    goals: dict[int, NamedFace]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many projects there are of each kind, theme and leading municipality."""

    kinds: dict[ProjectKind, int]
    themes: dict[int, int]
    municipalities: dict[int | None, int]


_COLUMNS: Final = (
    Project.id,
    Project.title,
    Project.municipality_id,
    Project.status,
    Project.remembered_status,
    type_coerce(Project.is_external, Integer),
    Project.budget_total,
    type_coerce(Project.start_first, Text),
    Project.start_precision,
    Project.start_written,
    type_coerce(Project.end_last, Text),
    Project.end_precision,
    Project.end_written,
    Project.owner_unit,
    type_coerce(Project.is_confidential, Integer),
    type_coerce(Project.confirmed_on, Text),
    type_coerce(Project.review_on, Text),
)


def rows(connection: Connection, only: Collection[int] | None = None) -> list[ProjectRow]:
    """Return all projects in the order they came, or *only* those with these ids."""
    themes = _linked(connection, select(ProjectTheme.project_id, ProjectTheme.theme_id), ProjectTheme.project_id, only)
    taking_part = select(ProjectMunicipality.project_id, ProjectMunicipality.municipality_id)
    participants = _linked(connection, taking_part, ProjectMunicipality.project_id, only)
    contributions = (
        select(ProjectGoal.project_id, ProjectGoal.contribution)
        .where(ProjectGoal.contribution != 0)
        .order_by(ProjectGoal.contribution.desc())
    )
    goals = _linked(connection, contributions, ProjectGoal.project_id, only)
    query = _of(select(*_COLUMNS), Project.id, only).order_by(Project.id)
    make = ProjectRow._make
    return [
        make((*row, _kind(row[3], row[4], row[5]), themes.get(row[0], _NONE), goals.get(row[0], _NONE), taking))
        for row in connection.execute(query)
        for taking in (participants.get(row[0], _NONE),)
    ]


@cache
def _kind(status: str, remembered: str | None, is_external: int) -> ProjectKind:
    before = Status(remembered) if remembered else None
    return kind_of(Status(status), remembered=before, is_external=bool(is_external))


def _of(query: _Query, column: InstrumentedAttribute[int], only: Collection[int] | None) -> _Query:
    return query if only is None else query.where(column.in_(only))


def _linked(
    connection: Connection, query: _Query, column: InstrumentedAttribute[int], only: Collection[int] | None
) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for project, linked in connection.execute(_of(query, column, only)):
        held = found.get(project)
        found[project] = (linked,) if held is None else (*held, linked)
    return found


def faces(connection: Connection) -> Faces:
    """Return what the rows point at."""
    municipalities = connection.execute(
        select(
            Municipality.id,
            Municipality.key,
            Municipality.name,
            Municipality.short_name,
            Municipality.mark,
            Municipality.colour,
            Municipality.is_participating,
            Municipality.valid_to,
        ).order_by(Municipality.id)
    )
    themes = connection.execute(
        select(Theme.id, Theme.key, Theme.name_sv, Theme.name_nb, Theme.name_en).order_by(Theme.order_key, Theme.id)
    )
    goals = connection.execute(
        select(Goal.id, Goal.key, Goal.name_sv, Goal.name_nb, Goal.name_en, Goal.parent_id).order_by(
            Goal.order_key, Goal.id
        )
    )
    return Faces(
        municipalities={row.id: MunicipalityFace(*row) for row in municipalities},
        themes={row.id: NamedFace(row.id, row.key, Named(*row[2:5])) for row in themes},
        goals={row.id: NamedFace(row.id, row.key, Named(*row[2:5]), row.parent_id) for row in goals},
    )


def counts(projects: Iterable[ProjectRow]) -> Counts:
    """Count *projects* for the filter chips."""
    projects = list(projects)
    return Counts(
        kinds=Counter(row.kind for row in projects),
        themes=Counter(theme for row in projects for theme in row.themes),
        municipalities=Counter(row.municipality for row in projects),
    )


#: Everything people may remember a project by; what nobody would type (dates, keys) is left out.
_SEARCHED: Final = (
    *(Project.title, Project.alias, Project.external_ref, Project.what, Project.why, Project.how, Project.needs),
    *(Project.owner_unit, Project.contact_role, Project.contact_email, Project.status_reason, Project.lesson),
    *(Project.expected_effect, Project.observed_effect, Project.shareable, Project.risks, Project.comment),
    *(Project.resident_involvement, Project.testbed_note, Project.procurement_note, Project.place, Project.link),
    *(Project.start_written, Project.end_written, Project.confidentiality_reason),
    *(Project.partners, Project.funding, Project.technologies, Project.beneficiary, Project.extra),
)
# One call that writes all of it is four times faster than joining column by column.
_TEXT: Final = func.printf(" ".join(["%s"] * len(_SEARCHED)), *(type_coerce(column, Text) for column in _SEARCHED))


def search_texts(connection: Connection, only: Collection[int] | None = None) -> dict[int, str]:
    """Return all text of each project as one string, as it was written."""
    query = _of(select(Project.id, _TEXT), Project.id, only).order_by(Project.id)
    found = connection.execute(query).all()
    # Lists and own fields are JSON, which writes å as \u00e5; one pass over everything is faster than one per row.
    joined = _ESCAPE.sub(lambda hit: chr(int(hit[1], 16)), _BETWEEN.join(row[1] for row in found))
    return dict(zip((row[0] for row in found), joined.split(_BETWEEN), strict=True)) if found else {}


def municipality_count(counted: Counts, of: Faces) -> tuple[int, int]:
    """Return how many of the participating municipalities have a project, and how many there are."""
    taking_part = [face.id for face in of.municipalities.values() if face.is_participating]
    return sum(1 for face_id in taking_part if counted.municipalities.get(face_id)), len(taking_part)
