"""What a user can do with projects: add, change one or many, copy, delete, confirm, mark as confidential."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from sqlalchemy import delete, select, update

from smartstad_desktop.domain.errors import MunicipalityMissing, RowGone
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.storage.tables.inventory import (
    Project,
    ProjectAdopter,
    ProjectGoal,
    ProjectMunicipality,
    ProjectSdg,
    ProjectTheme,
)
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.workshop import RoundItem
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.inventory import project_fields


def new_key() -> str:
    """Return a key for a project that no other copy of the workspace will make too."""
    return uuid4().hex[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddProject:
    """Add a project with the fields it is known by; without a status it is an idea."""

    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> ProjectId:
        """Return the new project's id."""
        _check_municipality(tx, self.fields)
        # Without an earlier status, a first status of "paused" remembers nothing.
        project = Project(key=new_key(), title="", status="")
        project_fields.change(
            tx, project, {"title": "", "municipality_id": None, "status": Status.IDEA} | dict(self.fields)
        )
        tx.describe(title=project.title)
        return ProjectId(project.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditProject:
    """Change fields of one project. With ``is_typing``, pieces of one field's text become one step."""

    project: ProjectId
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.project)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        project = tx.get(Project, self.project)
        _check_municipality(tx, self.changes)
        project_fields.change(tx, project, self.changes)
        tx.describe(title=project.title, fields=sorted(self.changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class EditProjects:
    """Change the same fields of many projects; ``add_themes`` and ``drop_themes`` keep the other themes."""

    projects: tuple[ProjectId, ...]
    changes: Mapping[str, Any] = field(default_factory=dict[str, Any])
    add_themes: tuple[int, ...] = ()
    drop_themes: tuple[int, ...] = ()

    def execute(self, tx: Transaction) -> None:
        """Write the changes to every project, or to none."""
        _check_municipality(tx, self.changes)
        for project_id in self.projects:
            project = tx.get(Project, project_id)
            changes = dict(self.changes)
            if self.add_themes or self.drop_themes:
                held = tx.session.scalars(select(ProjectTheme.theme_id).where(ProjectTheme.project_id == project_id))
                changes["themes"] = (set(held) | set(self.add_themes)) - set(self.drop_themes)
            project_fields.change(tx, project, changes)
        names = [*self.changes, *(("themes",) if self.add_themes or self.drop_themes else ())]
        tx.describe(count=len(self.projects), fields=sorted(set(names)))


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateProject:
    """Make a copy of a project with everything it is linked to; nobody has confirmed the copy."""

    project: ProjectId
    title: str = ""

    def execute(self, tx: Transaction) -> ProjectId:
        """Return the copy's id."""
        original = tx.get(Project, self.project)
        names = [column.name for column in Project.__table__.columns if column.name != "id"]
        copy = Project(**{name: getattr(original, name) for name in names})
        copy.key, copy.external_ref, copy.confirmed_on = new_key(), "", None
        project_fields.change(tx, copy, {"title": self.title or original.title})
        for table in (ProjectTheme, ProjectMunicipality, ProjectGoal, ProjectSdg, ProjectAdopter):
            _copy_links(tx, table, self.project, copy.id)
        tx.describe(title=original.title)
        return ProjectId(copy.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteProjects:
    """Delete projects with their places on boards; the step can be undone."""

    projects: tuple[ProjectId, ...]

    def execute(self, tx: Transaction) -> None:
        """Delete them."""
        titles = _titles(tx, self.projects)
        hidden = select(Project.id).where(Project.id.in_(self.projects), Project.is_confidential.is_(True))
        # Nothing but the project says that a name is confidential: what rounds keep of it goes with the project.
        tx.session.execute(update(RoundItem).where(RoundItem.project_id.in_(hidden)).values(title=""))
        tx.session.execute(delete(Project).where(Project.id.in_(self.projects)))
        tx.describe(count=len(titles), title=titles[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmProjects:
    """Note that projects were gone through today and are right as they stand."""

    projects: tuple[ProjectId, ...]

    def execute(self, tx: Transaction) -> None:
        """Set the day."""
        titles = _titles(tx, self.projects)
        tx.session.execute(update(Project).where(Project.id.in_(self.projects)).values(confirmed_on=tx.today))
        tx.describe(count=len(titles), title=titles[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class SetConfidential:
    """Mark projects as confidential for a reason, or take the mark away."""

    projects: tuple[ProjectId, ...]
    is_confidential: bool
    reason: str = ""

    def execute(self, tx: Transaction) -> None:
        """Set the mark on every project, or on none."""
        titles = _titles(tx, self.projects)
        changes: dict[str, Any] = {"is_confidential": self.is_confidential}
        if self.is_confidential:
            changes["confidentiality_reason"] = self.reason
        for project_id in self.projects:
            project_fields.change(tx, tx.get(Project, project_id), changes)
        tx.describe(count=len(titles), title=titles[0])


def _titles(tx: Transaction, projects: tuple[ProjectId, ...]) -> list[str]:
    """Return the names of *projects* in their order; all of them must be there."""
    rows = tx.session.execute(select(Project.id, Project.title).where(Project.id.in_(projects)))
    found = {row.id: row.title for row in rows}
    for project_id in projects:
        if project_id not in found:
            raise RowGone(kind="project", row_id=project_id)
    if not projects:
        raise RowGone(kind="project", row_id=None)
    return [found[project_id] for project_id in projects]


def _check_municipality(tx: Transaction, values: Mapping[str, Any]) -> None:
    wanted = values.get("municipality_id")
    if wanted is not None and tx.session.get(Municipality, wanted) is None:
        raise MunicipalityMissing(field="municipality_id")


def _copy_links(
    tx: Transaction,
    table: type[ProjectTheme | ProjectMunicipality | ProjectGoal | ProjectSdg | ProjectAdopter],
    source: int,
    target: int,
) -> None:
    columns = [column.name for column in table.__table__.columns if column.name not in {"id", "project_id"}]
    for row in tx.session.scalars(select(table).where(table.project_id == source)).all():
        tx.session.add(table(project_id=target, **{name: getattr(row, name) for name in columns}))
