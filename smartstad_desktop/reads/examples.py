"""Examples seen elsewhere: what they are, what it takes to do them here, and who has adopted them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, select

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.links import Relation
from smartstad_desktop.domain.values import MunicipalityId, Named, ProjectId, ThemeId
from smartstad_desktop.reads.needs import Town, towns
from smartstad_desktop.storage.tables.inventory import Project, ProjectAdopter, ProjectLink, ProjectTheme
from smartstad_desktop.storage.tables.programme import Theme


@dataclass(frozen=True, slots=True)
class Adoption:
    """A project of ours that was made after an example."""

    project: ProjectId
    title: str
    municipality: MunicipalityId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleRow:
    """An example from elsewhere."""

    id: ProjectId
    title: str
    what: str
    why: str
    place: str
    link: str
    status: Status
    observed_effect: str
    transferability: str
    comment: str
    themes: frozenset[ThemeId]
    adopters: frozenset[MunicipalityId]
    adopted: tuple[Adoption, ...]


@dataclass(frozen=True, slots=True)
class ExamplesShown:
    """All that the page shows."""

    examples: tuple[ExampleRow, ...]
    towns: dict[MunicipalityId, Town]
    themes: dict[ThemeId, Named]


def examples(connection: Connection) -> ExamplesShown:
    """Return the examples, the latest first."""
    themes: defaultdict[int, set[ThemeId]] = defaultdict(set)
    for row in connection.execute(select(ProjectTheme.project_id, ProjectTheme.theme_id)):
        themes[row.project_id].add(ThemeId(row.theme_id))
    adopters: defaultdict[int, set[MunicipalityId]] = defaultdict(set)
    for row in connection.execute(select(ProjectAdopter.project_id, ProjectAdopter.municipality_id)):
        adopters[row.project_id].add(MunicipalityId(row.municipality_id))
    adopted = _adopted(connection)
    query = select(Project.__table__).where(Project.is_external).order_by(Project.id.desc())
    return ExamplesShown(
        tuple(
            ExampleRow(
                id=ProjectId(row.id),
                title=row.title,
                what=row.what,
                why=row.why,
                place=row.place,
                link=row.link,
                status=Status(row.status),
                observed_effect=row.observed_effect,
                transferability=row.transferability,
                comment=row.comment,
                themes=frozenset(themes[row.id]),
                adopters=frozenset(adopters[row.id]),
                adopted=tuple(adopted[row.id]),
            )
            for row in connection.execute(query)
        ),
        towns(connection),
        {
            ThemeId(row.id): Named(row.name_sv, row.name_nb, row.name_en)
            for row in connection.execute(select(Theme.__table__).order_by(Theme.order_key, Theme.id))
        },
    )


def _adopted(connection: Connection) -> defaultdict[int, list[Adoption]]:
    found: defaultdict[int, list[Adoption]] = defaultdict(list)
    query = (
        select(ProjectLink.other_id, Project.id, Project.title, Project.municipality_id)
        .join(Project, Project.id == ProjectLink.one_id)
        .where(ProjectLink.relation == Relation.ADOPTED_FROM)
        .order_by(Project.id)
    )
    for row in connection.execute(query):
        found[row.other_id].append(Adoption(ProjectId(row.id), row.title, row.municipality_id))
    return found
