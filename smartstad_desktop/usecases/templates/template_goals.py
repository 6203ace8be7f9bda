"""The rows that the goal structure of a template becomes, and what the demonstration region adds to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from smartstad_desktop.domain.goals.goals import ChainLevel
from smartstad_desktop.domain.goals.template_goals import (
    DemoGoals,
    GoalSeed,
    GoalStructure,
    IndicatorSeed,
    NodeSeed,
    ParentPlanSeed,
    RelationSeed,
)
from smartstad_desktop.domain.ordering import between_many, evenly
from smartstad_desktop.domain.values import Named
from smartstad_desktop.storage.tables.chain import ChainGoal, ChainLink, ChainNode, ChainProject, TrackNode
from smartstad_desktop.storage.tables.goals import (
    DevelopmentArea,
    Goal,
    GoalArea,
    GoalFunction,
    GoalLevel,
    GoalRelation,
    GoalSdg,
    Indicator,
    IndicatorValue,
    ParentPlan,
    VisionStatement,
)
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.programme import Track

Seed = TypeVar("Seed")


def add_goal_structure(session: Session, structure: GoalStructure) -> dict[str, Goal]:
    """Make the rows of a template and return its goals by key; its tracks are there already."""
    session.add_all(
        VisionStatement(**names(each.text, "text"), source=each.source, order_key=key)
        for each, key in _in_order(structure.statements)
    )
    session.add_all(GoalLevel(depth=depth, **names(name)) for depth, name in enumerate(structure.levels, 1))
    goals = _goals(session, structure.goals)
    _indicators(session, structure.indicators, goals)
    _relations(session, structure.relations, goals)
    for plan, key in _in_order(structure.plans):
        _parent_plan(session, plan, key, goals)
    _chain(session, structure.nodes, goals, {})
    return goals


def add_demo_goals(
    session: Session, demo: DemoGoals, goals: Mapping[str, Goal], projects: Mapping[str, Project]
) -> None:
    """Make what the demonstration region adds: all of it is invented."""
    for key, facts in demo.facts.items():
        for name, text in facts.items():
            setattr(goals[key], name, text)
    session.add_all(
        Track(key=key, **names(name), order_key=order_key)
        for (key, name), order_key in _in_order(tuple(demo.tracks.items()))
    )
    session.flush()
    _indicators(session, demo.indicators, goals)
    _relations(session, demo.relations, goals)
    _chain(session, demo.nodes, goals, projects)


def names(text: Named, stem: str = "name") -> dict[str, str]:
    """Return *text* as the three columns of a table."""
    return {f"{stem}_sv": text.sv, f"{stem}_nb": text.nb, f"{stem}_en": text.en}


def _in_order(seeds: tuple[Seed, ...]) -> list[tuple[Seed, str]]:
    return list(zip(seeds, evenly(len(seeds)), strict=True))


def _goals(session: Session, seeds: tuple[GoalSeed, ...]) -> dict[str, Goal]:
    made: dict[str, Goal] = {}
    for seed, order_key in _in_order(seeds):
        made[seed.key] = Goal(
            key=seed.key,
            parent_id=None if seed.parent is None else made[seed.parent].id,
            kind=seed.kind.value,
            **names(seed.name),
            **names(seed.improvement, "improvement"),
            **seed.fields,
            order_key=order_key,
        )
        session.add(made[seed.key])
        session.flush()
        goal_id = made[seed.key].id
        session.add_all(
            GoalFunction(goal_id=goal_id, **names(each), order_key=key) for each, key in _in_order(seed.functions)
        )
        session.add_all(GoalSdg(goal_id=goal_id, number=number) for number in seed.sdgs)
    return made


def _indicators(session: Session, seeds: tuple[IndicatorSeed, ...], goals: Mapping[str, Goal]) -> None:
    for seed, order_key in _in_order(seeds):
        row = Indicator(goal_id=goals[seed.goal].id, **names(seed.name), **seed.fields, order_key=order_key)
        session.add(row)
        session.flush()
        session.add_all(
            IndicatorValue(indicator_id=row.id, measured_on=each.on, value=float(each.value), note=each.note)
            for each in seed.series
        )


def _relations(session: Session, seeds: tuple[RelationSeed, ...], goals: Mapping[str, Goal]) -> None:
    session.add_all(
        GoalRelation(
            from_id=goals[seed.source].id, to_id=goals[seed.target].id, kind=seed.kind.value, comment=seed.comment
        )
        for seed in seeds
    )


def _parent_plan(session: Session, seed: ParentPlanSeed, order_key: str, goals: Mapping[str, Goal]) -> None:
    plan = ParentPlan(**names(seed.name), owner=seed.owner, years=seed.years, link=seed.link, order_key=order_key)
    session.add(plan)
    session.flush()
    for area, key in _in_order(seed.areas):
        row = DevelopmentArea(parent_plan_id=plan.id, **names(area.name), order_key=key)
        session.add(row)
        session.flush()
        session.add_all(GoalArea(goal_id=goals[goal].id, area_id=row.id) for goal in area.goals)


def _chain(
    session: Session, seeds: tuple[NodeSeed, ...], goals: Mapping[str, Goal], projects: Mapping[str, Project]
) -> None:
    tracks: dict[str, int] = {row.key: row.id for row in session.execute(select(Track.key, Track.id))}
    made: dict[str, int] = {}
    for level in ChainLevel:
        column = [seed for seed in seeds if seed.level is level]
        for seed, order_key in zip(column, between_many(None, None, len(column)), strict=True):
            node = ChainNode(
                key=seed.key, level=level.value, **names(seed.name), **names(seed.aim, "aim"), order_key=order_key
            )
            session.add(node)
            session.flush()
            made[seed.key] = node.id
            session.add_all(_ties(seed, node.id, tracks, made))
            session.add_all(ChainGoal(node_id=node.id, goal_id=goals[key].id) for key in seed.goals)
            session.add_all(ChainProject(node_id=node.id, project_id=projects[key].id) for key in seed.projects)


def _ties(seed: NodeSeed, node: int, tracks: Mapping[str, int], nodes: Mapping[str, int]) -> list[Any]:
    return [
        TrackNode(track_id=tracks[key], node_id=node)
        if key in tracks
        else ChainLink(upper_id=nodes[key], lower_id=node)
        for key in seed.upper
    ]
