"""How measures serve the goals."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from smartstad_desktop.domain.plan.measures import contribution
from smartstad_desktop.domain.values import GoalId, PlanItemId
from smartstad_desktop.storage.tables.goals import Goal
from smartstad_desktop.storage.tables.plan import PlanItemGoal
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.plan.measures import open_item


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMeasureGoal:
    """Say how a measure serves a goal, from -3 (works against it) to 3 (directly); without a step the link goes."""

    measure: PlanItemId
    goal: GoalId
    contribution: int | None

    def execute(self, tx: Transaction) -> None:
        """Write it.

        Raises:
            ContributionOff: the step is not on the scale.
        """
        item, goal = open_item(tx, self.measure), tx.get(Goal, self.goal)
        tx.describe(title=item.title, goal=goal.name_sv)
        found = tx.session.scalars(
            select(PlanItemGoal).where(PlanItemGoal.plan_item_id == item.id, PlanItemGoal.goal_id == goal.id)
        ).first()
        if self.contribution is None:
            if found is not None:
                tx.session.delete(found)
            return
        step = contribution(self.contribution)
        if found is None:
            tx.session.add(PlanItemGoal(plan_item_id=item.id, goal_id=goal.id, contribution=step))
        else:
            found.contribution = step
