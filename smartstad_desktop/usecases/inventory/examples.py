"""What a user can do with examples from elsewhere, beside editing them as projects: adopt one."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.inventory import TITLE_LIMIT, Status
from smartstad_desktop.domain.links import Relation
from smartstad_desktop.domain.values import MunicipalityId, ProjectId
from smartstad_desktop.storage.tables.inventory import Project, ProjectGoal, ProjectLink, ProjectSdg, ProjectTheme
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.inventory import project_fields
from smartstad_desktop.usecases.inventory.inventory import new_key


class NotAnExample(FieldInvalid):
    """Only something seen elsewhere can be adopted. Parameters: ``title``."""

    code = "not_an_example"


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptExample:
    """Make a project, an idea of *municipality*, after an example; the link between the two stays."""

    example: ProjectId
    municipality: MunicipalityId
    title: str = ""

    def execute(self, tx: Transaction) -> ProjectId:
        """Return the new project's id.

        Raises:
            NotAnExample: the project is one of our own.
        """
        tx.get(Municipality, self.municipality)
        example = tx.get(Project, self.example)
        if not example.is_external:
            raise NotAnExample(field="example", title=example.title)
        project = Project(key=new_key(), title="", status="")
        fields = {
            "title": (self.title or example.title)[:TITLE_LIMIT],
            "municipality_id": self.municipality,
            "status": Status.IDEA,
            "what": example.what,
            "why": example.why,
            "how": example.how,
            "technologies": example.technologies,
            "content_language": example.content_language,
            "themes": _linked(tx, ProjectTheme.theme_id, ProjectTheme.project_id, self.example),
            "sdgs": _linked(tx, ProjectSdg.sdg, ProjectSdg.project_id, self.example),
            "goals": {
                row.goal_id: row.contribution
                for row in tx.session.scalars(select(ProjectGoal).where(ProjectGoal.project_id == self.example))
            },
        }
        project_fields.change(tx, project, fields)
        tx.session.add(ProjectLink(one_id=project.id, other_id=example.id, relation=Relation.ADOPTED_FROM))
        tx.session.flush()
        tx.describe(title=example.title)
        return ProjectId(project.id)


def _linked(tx: Transaction, column: object, owner: object, project: int) -> frozenset[int]:
    query = select(column).where(owner == project)  # type: ignore[arg-type]  columns of two tables without a common base
    return frozenset(tx.session.scalars(query))
