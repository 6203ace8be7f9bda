"""What the frame of the window shows: counts beside the pages, and the names that the search finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, cast

from sqlalchemy import Connection, Table, func, select

from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.storage.tables.board import Placement
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.plan import PlanItem
from smartstad_desktop.storage.tables.programme import Municipality, Programme

# Tables and not mapped classes, see ``reads.overview``.
_PLACEMENT: Final = cast("Table", Placement.__table__)
_PROJECT: Final = cast("Table", Project.__table__)
_PLAN_ITEM: Final = cast("Table", PlanItem.__table__)
_MUNICIPALITY: Final = cast("Table", Municipality.__table__)
_PROGRAMME: Final = cast("Table", Programme.__table__)


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
    return connection.execute(select(_PROGRAMME.c.name)).scalar() or ""


def counts(connection: Connection) -> Counts:
    """Return the counts for the rail: projects, cards in the trays, measures of the newest plan."""
    row = connection.execute(
        select(
            select(func.count()).select_from(_PROJECT).scalar_subquery(),
            select(func.count()).select_from(_PLACEMENT).where(_PLACEMENT.c.column_id.is_(None)).scalar_subquery(),
            select(func.count()).select_from(_PLAN_ITEM).scalar_subquery(),
        )
    ).one()
    return Counts(projects=row[0], unplaced=row[1], measures=row[2])


def project_names(connection: Connection) -> tuple[NamedProject, ...]:
    """Return every project by name, with the mark of its municipality."""
    query = (
        select(
            _PROJECT.c.id, _PROJECT.c.title, _MUNICIPALITY.c.short_name, _MUNICIPALITY.c.mark, _MUNICIPALITY.c.colour
        )
        .outerjoin(_MUNICIPALITY, _MUNICIPALITY.c.id == _PROJECT.c.municipality_id)
        .order_by(_PROJECT.c.title)
    )
    return tuple(
        NamedProject(ProjectId(number), title, municipality or "", mark or "", colour or "")
        for number, title, municipality, mark, colour in connection.execute(query)
    )
