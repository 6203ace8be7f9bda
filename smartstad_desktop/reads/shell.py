"""What the frame of the window shows: counts beside the pages, and the names that the search finds."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.storage.tables.board import Placement
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.plan import PlanItem
from smartstad_desktop.storage.tables.programme import Municipality, Programme


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


def programme_name(connection: Connection) -> str:
    """Return what the programme is called; a fresh file has no name."""
    return connection.execute(select(Programme.name)).scalar() or ""


def counts(connection: Connection) -> Counts:
    """Return the counts for the rail: projects, cards in the trays, measures of the newest plan."""
    row = connection.execute(
        select(
            select(func.count()).select_from(Project).scalar_subquery(),
            select(func.count()).select_from(Placement).where(Placement.column_id.is_(None)).scalar_subquery(),
            select(func.count()).select_from(PlanItem).scalar_subquery(),
        )
    ).one()
    return Counts(projects=row[0], unplaced=row[1], measures=row[2])


def project_names(connection: Connection) -> tuple[NamedProject, ...]:
    """Return every project by name, with the mark of its municipality."""
    query = (
        select(Project.id, Project.title, Municipality.short_name, Municipality.mark, Municipality.colour)
        .outerjoin(Municipality, Municipality.id == Project.municipality_id)
        .order_by(Project.title)
    )
    return tuple(
        NamedProject(ProjectId(number), title, municipality or "", mark or "", colour or "")
        for number, title, municipality, mark, colour in connection.execute(query)
    )
