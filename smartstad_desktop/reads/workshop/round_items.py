"""What a round is about: its items by their numbers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, select

from smartstad_desktop.domain.values import MunicipalityId, ProjectId, RoundId, RoundItemId
from smartstad_desktop.reads.board import MunicipalityMark
from smartstad_desktop.reads.workshop.casters import municipality_marks
from smartstad_desktop.storage.tables import workshop as tables
from smartstad_desktop.storage.tables.inventory import Project, ProjectMunicipality


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundItem:
    """What is voted on, by its number; a project's municipalities begin with the one that leads it.

    ``about`` is the project the item was when the round was opened: it may have been merged or deleted since.
    """

    id: RoundItemId
    number: int
    title: str
    project: ProjectId | None = None
    about: ProjectId | None = None
    lead: MunicipalityId | None = None
    municipalities: tuple[MunicipalityId, ...] = ()
    marks: tuple[MunicipalityMark, ...] = ()
    is_unclear: bool = False
    is_confidential: bool = False


def items_of(connection: Connection, round_id: RoundId) -> tuple[RoundItem, ...]:
    """Return the items of a round by their numbers."""
    item = tables.RoundItem
    query = (
        select(item.id, item.number, item.title, item.project_id, item.is_unclear, Project.municipality_id)
        .add_columns(Project.is_confidential)
        .outerjoin(Project, Project.id == item.project_id)
        .where(item.round_id == round_id)
        .order_by(item.number)
    )
    rows = connection.execute(query).all()
    marks = municipality_marks(connection)
    behind = _partners(connection, round_id)
    found: list[RoundItem] = []
    for row in rows:
        lead = () if row.municipality_id is None else (MunicipalityId(row.municipality_id),)
        others = tuple(each for each in behind[row.project_id] if each not in lead)
        found.append(
            RoundItem(
                id=RoundItemId(row.id),
                number=row.number,
                title=row.title,
                project=None if row.project_id is None else ProjectId(row.project_id),
                about=None if row.project_id is None else ProjectId(row.project_id),
                lead=None if row.municipality_id is None else MunicipalityId(row.municipality_id),
                municipalities=(*lead, *others),
                marks=tuple(marks[each] for each in (*lead, *others) if each in marks),
                is_unclear=row.is_unclear,
                is_confidential=bool(row.is_confidential) or not row.title,
            )
        )
    return tuple(found)


def _partners(connection: Connection, round_id: RoundId) -> defaultdict[int, list[MunicipalityId]]:
    query = (
        select(ProjectMunicipality.project_id, ProjectMunicipality.municipality_id)
        .join(tables.RoundItem, tables.RoundItem.project_id == ProjectMunicipality.project_id)
        .where(tables.RoundItem.round_id == round_id)
        .order_by(ProjectMunicipality.municipality_id)
    )
    found: defaultdict[int, list[MunicipalityId]] = defaultdict(list)
    for project, municipality in connection.execute(query):
        found[project].append(MunicipalityId(municipality))
    return found
