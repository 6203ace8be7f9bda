"""Projects that may be the same or could be done together, and what has been said about two projects."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, or_, select

from smartstad_desktop.domain.inventory import Possibility, Status
from smartstad_desktop.domain.links import Relation
from smartstad_desktop.domain.lists.alike import WORTH_A_LOOK, AlikeIndex, Described, Hint, Reason, hints
from smartstad_desktop.domain.values import MunicipalityId, ProjectId
from smartstad_desktop.storage.tables.inventory import MergedProject, Project, ProjectLink
from smartstad_desktop.storage.tables.programme import Municipality


@dataclass(frozen=True, slots=True, kw_only=True)
class AlikeProject:
    """A project as it stands beside another."""

    id: ProjectId
    title: str
    what: str
    status: Status
    municipality: MunicipalityId | None
    municipality_name: str
    technologies: tuple[str, ...]
    themes: tuple[str, ...]
    procurement: Possibility | None
    testbed: Possibility | None
    why: str = ""

    def described(self) -> Described:
        """Return what of it is compared."""
        text = f"{self.what} {self.why}".strip()
        return Described(id=self.id, title=self.title, text=text, technologies=self.technologies, themes=self.themes)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlikeRow:
    """Two projects that are alike: how much (0–100), why, and what they could do together."""

    one: AlikeProject
    other: AlikeProject
    likeness: int
    reasons: tuple[Reason, ...]
    hints: tuple[Hint, ...]

    @property
    def is_across(self) -> bool:
        """Return whether they are of different municipalities."""
        return self.one.municipality != self.other.municipality


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedRow:
    """A project that somebody has said something about beside another one."""

    project: ProjectId
    title: str
    municipality_name: str
    relation: Relation
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedRow:
    """A project that became part of another."""

    title: str
    municipality_name: str
    at: datetime


def pairs(connection: Connection, least: int = WORTH_A_LOOK) -> tuple[AlikeRow, ...]:
    """Return all pairs that are alike and about which nobody has said anything, the nearest first."""
    projects = _projects(connection)
    said = _said(connection)
    return tuple(
        _row(projects[pair.one], projects[pair.other], pair.likeness, pair.reasons)
        for pair in AlikeIndex([each.described() for each in projects.values()]).pairs(least)
        if frozenset((pair.one, pair.other)) not in said
    )


def among(connection: Connection, chosen: Iterable[ProjectId], least: int = WORTH_A_LOOK) -> tuple[AlikeRow, ...]:
    """Return the pairs within some projects, as before a vote on them."""
    wanted = set(chosen)
    return tuple(row for row in pairs(connection, least) if {row.one.id, row.other.id} <= wanted)


def of_project(connection: Connection, project: ProjectId, least: int = WORTH_A_LOOK) -> tuple[AlikeRow, ...]:
    """Return the projects that resemble one, as the other of each row."""
    projects = _projects(connection)
    if project not in projects:
        return ()
    said = _said(connection)
    described = {each.id: each.described() for each in projects.values()}
    index, mine = AlikeIndex(list(described.values())), described[project]
    return tuple(
        _row(projects[project], projects[alike.id], alike.likeness, index.reasons(mine, alike))
        for alike in index.like(mine, least=least)
        if frozenset((project, alike.id)) not in said
    )


def related(connection: Connection, project: ProjectId) -> tuple[RelatedRow, ...]:
    """Return what has been said about a project and others, those that belong together first."""
    query = select(ProjectLink).where(or_(ProjectLink.one_id == project, ProjectLink.other_id == project))
    found = {(row.other_id if row.one_id == project else row.one_id): row for row in connection.execute(query).all()}
    named = connection.execute(
        select(Project.id, Project.title, Municipality.short_name)
        .join(Municipality, Municipality.id == Project.municipality_id, isouter=True)
        .where(Project.id.in_(found))
        .order_by(Project.title)
    )
    rows = [
        RelatedRow(
            project=ProjectId(row.id),
            title=row.title,
            municipality_name=row.short_name or "",
            relation=Relation(found[row.id].relation),
            comment=found[row.id].comment,
        )
        for row in named
    ]
    return tuple(sorted(rows, key=lambda row: row.relation is Relation.APART))


def merged_into(connection: Connection, project: ProjectId) -> tuple[MergedRow, ...]:
    """Return the projects that became part of one, the latest first."""
    rows = connection.execute(
        select(MergedProject.title, MergedProject.at, Municipality.short_name)
        .join(Municipality, Municipality.id == MergedProject.municipality_id, isouter=True)
        .where(MergedProject.project_id == project)
        .order_by(MergedProject.id.desc())
    )
    return tuple(
        MergedRow(title=row.title, municipality_name=row.short_name or "", at=datetime.fromisoformat(row.at))
        for row in rows
    )


def _row(one: AlikeProject, other: AlikeProject, likeness: int, reasons: tuple[Reason, ...]) -> AlikeRow:
    shared = hints((one.procurement, other.procurement), (one.testbed, other.testbed))
    return AlikeRow(one=one, other=other, likeness=likeness, reasons=reasons, hints=shared)


def _said(connection: Connection) -> set[frozenset[int]]:
    rows = connection.execute(select(ProjectLink.one_id, ProjectLink.other_id))
    return {frozenset((row.one_id, row.other_id)) for row in rows}


def _projects(connection: Connection) -> dict[int, AlikeProject]:
    themes: dict[int, list[str]] = {}
    for project, key in connection.exec_driver_sql(
        "SELECT project_id, key FROM project_theme JOIN theme ON theme.id = theme_id ORDER BY key"
    ):
        themes.setdefault(project, []).append(key)
    rows = connection.exec_driver_sql(
        "SELECT project.id, title, what, why, status, municipality_id, coalesce(short_name, '') AS town, technologies, "
        "procurement_potential, testbed_use FROM project LEFT JOIN municipality ON municipality.id = municipality_id "
        "WHERE is_external = 0 ORDER BY project.id"
    )
    return {
        row.id: AlikeProject(
            id=ProjectId(row.id),
            title=row.title,
            what=row.what,
            why=row.why,
            status=Status(row.status),
            municipality=None if row.municipality_id is None else MunicipalityId(row.municipality_id),
            municipality_name=row.town,
            technologies=tuple(json.loads(row.technologies)),
            themes=tuple(themes.get(row.id, ())),
            procurement=Possibility(row.procurement_potential) if row.procurement_potential else None,
            testbed=Possibility(row.testbed_use) if row.testbed_use else None,
        )
        for row in rows
    }
