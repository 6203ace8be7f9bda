"""What a template holds about the target vision: statements, goals, indicators, parent plans and the chain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from smartstad_desktop.domain.goals.goals import ChainLevel, GoalKind, GoalRelationKind
from smartstad_desktop.domain.values import Named


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementSeed:
    """A statement of the target vision and where it comes from."""

    text: Named
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasurementSeed:
    """A measured value of an indicator."""

    on: date
    value: float
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorSeed:
    """An indicator of a goal; ``fields`` are its plain fields by name."""

    goal: str
    name: Named
    fields: Mapping[str, Any]
    series: tuple[MeasurementSeed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalSeed:
    """A goal with the improvement it means, the functions it needs, and its plain fields by name."""

    key: str
    parent: str | None
    kind: GoalKind
    name: Named
    improvement: Named
    functions: tuple[Named, ...]
    sdgs: tuple[int, ...]
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationSeed:
    """That reaching one goal supports or hinders another."""

    source: str
    target: str
    kind: GoalRelationKind
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaSeed:
    """A development area of a parent plan, and the goals that answer to it."""

    name: Named
    goals: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentPlanSeed:
    """A plan above the programme."""

    name: Named
    owner: str
    years: str
    link: str
    areas: tuple[AreaSeed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeSeed:
    """A node of the chain; ``upper`` are keys of the tracks and nodes it comes from."""

    key: str
    level: ChainLevel
    name: Named
    aim: Named
    upper: tuple[str, ...]
    goals: tuple[str, ...]
    projects: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalStructure:
    """Everything about the target vision in a template besides the vision's lead text."""

    statements: tuple[StatementSeed, ...]
    levels: tuple[Named, ...]
    goals: tuple[GoalSeed, ...]
    indicators: tuple[IndicatorSeed, ...]
    relations: tuple[RelationSeed, ...]
    plans: tuple[ParentPlanSeed, ...]
    nodes: tuple[NodeSeed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoGoals:
    """What the demonstration region adds: states of goals, tracks, indicators, relations and a chain."""

    facts: Mapping[str, Mapping[str, str]]
    tracks: Mapping[str, Named]
    indicators: tuple[IndicatorSeed, ...]
    relations: tuple[RelationSeed, ...]
    nodes: tuple[NodeSeed, ...]
