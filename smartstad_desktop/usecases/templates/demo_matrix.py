"""What the demonstration region has answered in the goal matrix."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from smartstad_desktop.domain.templates import Demonstration, ProjectSeed
from smartstad_desktop.storage.tables.goals import Goal, MunicipalityGoal
from smartstad_desktop.storage.tables.inventory import Project, ProjectGoal
from smartstad_desktop.storage.tables.programme import Municipality


def add_matrix(
    session: Session,
    demo: Demonstration,
    projects: Mapping[str, Project],
    goals: Mapping[str, Goal],
    municipalities: Mapping[str, Municipality],
) -> None:
    """Weigh the goals, answer for the municipalities, and write comments; projects on the board are weighed fully."""
    found = demo.matrix
    for key, weight in found["weights"].items():
        goals[key].weight = weight
    session.add_all(_nothings(demo.projects, set(found["weighed"]), projects, goals))
    remarks = {(each["municipality"], each["goal"]): each["text"] for each in found["remark"]}
    session.add_all(
        MunicipalityGoal(
            municipality_id=municipalities[town].id,
            goal_id=goals[goal].id,
            importance=importance,
            comment=remarks.get((town, goal), ""),
        )
        for town, answers in found["importance"].items()
        for goal, importance in zip(found["weights"], answers, strict=True)
        if importance != ""
    )
    session.flush()
    for each in found["comment"]:
        _comment(session, each, projects, goals)


def _nothings(
    seeds: Collection[ProjectSeed], weighed: set[str], projects: Mapping[str, Project], goals: Mapping[str, Goal]
) -> list[ProjectGoal]:
    """Return an explicit 0 for each goal that a fully weighed project gives nothing to."""
    return [
        ProjectGoal(project_id=projects[seed.key].id, goal_id=goals[goal].id, contribution=0)
        for seed in seeds
        if seed.key in weighed
        for goal in goals
        if goal not in seed.goals and goals[goal].parent_id is None
    ]


def _comment(
    session: Session, each: Mapping[str, Any], projects: Mapping[str, Project], goals: Mapping[str, Goal]
) -> None:
    of = select(ProjectGoal.id).where(
        ProjectGoal.project_id == projects[each["project"]].id, ProjectGoal.goal_id == goals[each["goal"]].id
    )
    session.execute(update(ProjectGoal).where(ProjectGoal.id == of.scalar_subquery()).values(comment=each["text"]))
