"""What somebody has said about two projects: that they belong together, or that they are not the same."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import or_, select

from smartstad_desktop.domain.links import Relation
from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.storage.tables.inventory import Project, ProjectLink
from smartstad_desktop.usecases.command import Transaction


def relate(tx: Transaction, one: int, other: int, relation: Relation, comment: str = "") -> None:
    """Note *relation* between two projects; of two there is one at a time, and an adoption stands."""
    if one == other:
        return
    held = between(tx, one, other)
    if held is None:
        first, second = sorted((one, other))
        tx.session.add(ProjectLink(one_id=first, other_id=second, relation=relation.value, comment=comment))
    elif held.relation != Relation.ADOPTED_FROM.value:
        held.relation, held.comment = relation.value, comment or held.comment


def between(tx: Transaction, one: int, other: int) -> ProjectLink | None:
    """Return what has been said about two projects, whichever is named first."""
    return tx.session.scalar(
        select(ProjectLink).where(
            or_(
                (ProjectLink.one_id == one) & (ProjectLink.other_id == other),
                (ProjectLink.one_id == other) & (ProjectLink.other_id == one),
            )
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkProjects:
    """Note that two projects belong together."""

    one: ProjectId
    other: ProjectId
    comment: str = ""

    def execute(self, tx: Transaction) -> None:
        """Write it."""
        _say(tx, self.one, self.other, Relation.RELATED, self.comment)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepApart:
    """Note that two projects are not the same; they are not offered as near-duplicates again."""

    one: ProjectId
    other: ProjectId
    comment: str = ""

    def execute(self, tx: Transaction) -> None:
        """Write it."""
        _say(tx, self.one, self.other, Relation.APART, self.comment)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlink:
    """Take back what has been said about two projects."""

    one: ProjectId
    other: ProjectId

    def execute(self, tx: Transaction) -> None:
        """Remove it."""
        first, second = tx.get(Project, self.one), tx.get(Project, self.other)
        held = between(tx, self.one, self.other)
        if held is not None:
            tx.session.delete(held)
        tx.describe(title=first.title, other=second.title)


def _say(tx: Transaction, one: int, other: int, relation: Relation, comment: str) -> None:
    first, second = tx.get(Project, one), tx.get(Project, other)
    relate(tx, one, other, relation, comment)
    tx.describe(title=first.title, other=second.title)
