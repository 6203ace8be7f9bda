"""Reading the goal structure of a template, and of the demonstration region, from their data files."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from smartstad_desktop.domain.goals.goals import ChainLevel, GoalKind, GoalRelationKind
from smartstad_desktop.domain.goals.template_goals import (
    AreaSeed,
    DemoGoals,
    GoalSeed,
    GoalStructure,
    IndicatorSeed,
    MeasurementSeed,
    NodeSeed,
    ParentPlanSeed,
    RelationSeed,
    StatementSeed,
)
from smartstad_desktop.domain.values import Named

Raw: TypeAlias = dict[str, Any]
_GOAL_TEXTS: Final = ("current_state", "desired_state", "beneficiary", "sustainability", "participation")
_NOT_FIELDS: Final = frozenset({"goal", "name", "series"})


def named(raw: Raw) -> Named:
    """Return a text in three languages."""
    return Named(sv=raw.get("sv", ""), nb=raw.get("nb", ""), en=raw.get("en", ""))


def goal_structure(raw: Raw) -> GoalStructure:
    """Return the goal structure of a template."""
    return GoalStructure(
        statements=tuple(
            StatementSeed(text=named(each), source=each.get("source", "")) for each in raw.get("statement", ())
        ),
        levels=tuple(named(each) for each in raw.get("goal_level", ())),
        goals=tuple(_goal(each) for each in raw.get("goal", ())),
        indicators=_indicators(raw),
        relations=_relations(raw),
        plans=tuple(_plan(each) for each in raw.get("parent_plan", ())),
        nodes=_nodes(raw),
    )


def demo_goals(raw: Raw) -> DemoGoals:
    """Return what the demonstration region adds to the goal structure of its template."""
    return DemoGoals(
        facts=raw["facts"],
        tracks={each["key"]: named(each["name"]) for each in raw["track"]},
        indicators=_indicators(raw),
        relations=_relations(raw),
        nodes=_nodes(raw),
    )


def _goal(raw: Raw) -> GoalSeed:
    return GoalSeed(
        key=raw["key"],
        parent=raw.get("parent"),
        kind=GoalKind(raw.get("kind", GoalKind.GOAL)),
        name=named(raw["name"]),
        improvement=named(raw.get("improvement", {})),
        functions=tuple(named(each) for each in raw.get("functions", ())),
        sdgs=tuple(raw.get("sdgs", ())),
        fields={name: raw[name] for name in _GOAL_TEXTS if name in raw},
    )


def _indicators(raw: Raw) -> tuple[IndicatorSeed, ...]:
    return tuple(
        IndicatorSeed(
            goal=each["goal"],
            name=named(each["name"]),
            fields={name: value for name, value in each.items() if name not in _NOT_FIELDS},
            series=tuple(
                MeasurementSeed(on=value["on"], value=value["value"], note=value.get("note", ""))
                for value in each.get("series", ())
            ),
        )
        for each in raw.get("indicator", ())
    )


def _relations(raw: Raw) -> tuple[RelationSeed, ...]:
    return tuple(
        RelationSeed(
            source=each["from"],
            target=each["to"],
            kind=GoalRelationKind(each["kind"]),
            comment=each.get("comment", ""),
        )
        for each in raw.get("relation", ())
    )


def _plan(raw: Raw) -> ParentPlanSeed:
    return ParentPlanSeed(
        name=named(raw["name"]),
        owner=raw.get("owner", ""),
        years=raw.get("years", ""),
        link=raw.get("link", ""),
        areas=tuple(AreaSeed(name=named(each["name"]), goals=tuple(each["goals"])) for each in raw["areas"]),
    )


def _nodes(raw: Raw) -> tuple[NodeSeed, ...]:
    return tuple(
        NodeSeed(
            key=each["key"],
            level=ChainLevel(each["level"]),
            name=named(each["name"]),
            aim=named(each.get("aim", {})),
            upper=tuple(each.get("from", ())),
            goals=tuple(each.get("goals", ())),
            projects=tuple(each.get("projects", ())),
        )
        for each in raw.get("node", ())
    )
