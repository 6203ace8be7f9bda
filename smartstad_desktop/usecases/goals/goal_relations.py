"""That reaching one goal supports or hinders another."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.goals.goals import GoalRelationKind
from smartstad_desktop.domain.values import GoalId
from smartstad_desktop.storage.tables.goals import Goal, GoalRelation
from smartstad_desktop.usecases.command import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class RelateGoals:
    """Say how one goal bears on another; without a kind nothing is said any more."""

    source: GoalId
    target: GoalId
    kind: GoalRelationKind | None
    comment: str | None = None

    def execute(self, tx: Transaction) -> None:
        """Write the relation."""
        source, target = tx.get(Goal, self.source), tx.get(Goal, self.target)
        if self.source == self.target:
            raise FieldInvalid(field="target")
        tx.describe(title=source.name_sv, other=target.name_sv)
        row = tx.session.scalars(
            select(GoalRelation).where(GoalRelation.from_id == self.source, GoalRelation.to_id == self.target)
        ).first()
        if self.kind is None:
            if row is not None:
                tx.session.delete(row)
            return
        row = row or GoalRelation(from_id=self.source, to_id=self.target, comment="")
        row.kind = GoalRelationKind(self.kind).value
        if self.comment is not None:
            row.comment = self.comment.strip()
        tx.session.add(row)
