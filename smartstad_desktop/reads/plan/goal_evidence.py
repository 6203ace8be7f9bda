"""What a plan tells of the goals: the tree in the order of reading, the promises, and what serves each goal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from smartstad_desktop.domain.goals.goal_tree import Branch, in_reading_order
from smartstad_desktop.domain.goals.goals import GoalKind
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.values import GoalId, Named
from smartstad_desktop.reads.goals.goals import named
from smartstad_desktop.storage.tables.goals import Goal, VisionStatement
from smartstad_desktop.storage.tables.inventory import Project, ProjectGoal


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalTold:
    """A goal; ``is_end`` when something can serve it, and not only the goals beneath it."""

    id: GoalId
    name: Named
    improvement: Named
    depth: int
    is_end: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalEvidence:
    """The goals in the order of reading, and how projects serve them, as values from -1 to 3 by project and goal."""

    rows: tuple[GoalTold, ...]
    statements: tuple[tuple[Named, str], ...]
    served: Mapping[int, Mapping[GoalId, int]]

    @property
    def ends(self) -> tuple[GoalTold, ...]:
        """Return the goals that can be served."""
        return tuple(row for row in self.rows if row.is_end)

    def name(self, goal: GoalId) -> Named:
        """Return what a goal is called."""
        return next((row.name for row in self.rows if row.id == goal), Named(""))


def goal_evidence(connection: Connection) -> GoalEvidence:
    """Return the goals with what serves them."""
    found = {row.id: row for row in connection.execute(select(Goal.__table__).order_by(Goal.order_key, Goal.id))}
    served = _served(connection)
    above = {row.parent_id for row in found.values()}
    answered = {goal for values in served.values() for goal in values}
    return GoalEvidence(
        rows=tuple(
            GoalTold(
                id=line.id,
                name=named(found[line.id]),
                improvement=named(found[line.id], "improvement"),
                depth=line.depth - 1,
                is_end=line.id in answered
                or (line.id not in above and found[line.id].kind != GoalKind.DELIVERABLE.value),
            )
            for line in in_reading_order([Branch(GoalId(row.id), row.parent_id) for row in found.values()])
        ),
        statements=tuple(
            (named(row, "text"), row.source)
            for row in connection.execute(select(VisionStatement.__table__).order_by(VisionStatement.order_key))
        ),
        served=served,
    )


def _served(connection: Connection) -> dict[int, dict[GoalId, int]]:
    """Return how our own projects serve the goals; stopped and confidential ones are left out."""
    query = (
        select(ProjectGoal.project_id, ProjectGoal.goal_id, ProjectGoal.contribution)
        .join(Project, Project.id == ProjectGoal.project_id)
        .where(
            ProjectGoal.contribution != 0,
            Project.is_external.is_(False),
            Project.is_confidential.is_(False),
            Project.status != Status.STOPPED.value,
        )
        .order_by(ProjectGoal.contribution.desc(), ProjectGoal.goal_id)
    )
    found: defaultdict[int, dict[GoalId, int]] = defaultdict(dict)
    for project, goal, value in connection.execute(query):
        found[project][GoalId(goal)] = value
    return dict(found)
