"""The projects a round can be about, as they are picked: whose they are, their themes, and their place in the order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from smartstad_desktop.domain.inventory import ProjectKind
from smartstad_desktop.domain.order import order
from smartstad_desktop.domain.values import MunicipalityId, ProjectId
from smartstad_desktop.reads import inventory, priority
from smartstad_desktop.reads.inventory import MunicipalityFace, NamedFace

#: What can still be chosen to do; the rest is over or stands elsewhere.
_OPEN: Final = frozenset({ProjectKind.IDEA, ProjectKind.PLANNED, ProjectKind.ONGOING})


@dataclass(frozen=True, slots=True, kw_only=True)
class PickRow:
    """A project that can be picked; ``place`` is its place in the order, None when it is not scored."""

    id: ProjectId
    title: str
    municipality: MunicipalityId | None
    themes: frozenset[int]
    is_open: bool
    place: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pickable:
    """All projects that can be picked, in the order and then by title, and what they can be filtered by."""

    rows: tuple[PickRow, ...]
    themes: tuple[NamedFace, ...]
    municipalities: tuple[MunicipalityFace, ...]


def pickable(connection: Connection) -> Pickable:
    """Return the projects a round can be about; what is elsewhere cannot be chosen here."""
    faces = inventory.faces(connection)
    places = {row.project.id: row.final_place for row in order.order(priority.facts(connection)).final}
    rows = [
        PickRow(
            id=ProjectId(row.id),
            title=row.title,
            municipality=None if row.municipality is None else MunicipalityId(row.municipality),
            themes=frozenset(row.themes),
            is_open=row.kind in _OPEN,
            place=places.get(ProjectId(row.id)),
        )
        for row in inventory.rows(connection)
        if not row.is_external
    ]
    rows.sort(key=lambda row: (row.place is None, row.place or 0, row.title.casefold()))
    return Pickable(
        rows=tuple(rows), themes=tuple(faces.themes.values()), municipalities=tuple(faces.municipalities.values())
    )
