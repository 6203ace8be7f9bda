"""An example of every command about goals and the chain, on the demonstration region."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from smartstad_desktop.domain.goals.chain import NodeRef
from smartstad_desktop.domain.goals.goal_fields import GoalPart
from smartstad_desktop.domain.goals.goal_tree import Spot
from smartstad_desktop.domain.goals.goals import ChainLevel, GoalRelationKind
from smartstad_desktop.domain.values import GoalId
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.goals import chain, goal_parts, goal_relations, goals, indicators
from smartstad_desktop.usecases.workspace import Workspace

ONE, TWO, THREE = GoalId(1), GoalId(2), GoalId(3)


def _indicator(workspace: Workspace) -> int:
    made = goal_parts.AddPart(part=GoalPart.INDICATOR, owner=1, fields={"name_sv": "Nöjda (påhittat)"})
    return int(workspace.run(made).value)


def _node(workspace: Workspace, level: ChainLevel | None, name: str, below: NodeRef | None = None) -> NodeRef:
    made: Any = workspace.run(chain.AddChainNode(level=level, fields={"name_sv": name}, below_of=below)).value
    return made


def _measured(workspace: Workspace) -> int:
    indicator = _indicator(workspace)
    workspace.run(indicators.SetMeasurement(indicator=indicator, on=date(2026, 1, 1), value=3))
    return workspace.read(
        lambda connection: int(connection.exec_driver_sql("SELECT max(id) FROM indicator_value").scalar_one())
    )


def _two_tracks(workspace: Workspace) -> tuple[NodeRef, NodeRef]:
    return _node(workspace, None, "Första spåret"), _node(workspace, None, "Andra spåret")


def _pair(workspace: Workspace) -> tuple[NodeRef, NodeRef]:
    upper = _node(workspace, ChainLevel.TOPIC, "Ämne")
    return upper, _node(workspace, ChainLevel.CHALLENGE, "Utmaning", upper)


EXAMPLES: Final[dict[str, Callable[[Workspace], Command]]] = {
    "AddGoal": lambda _: goals.AddGoal(fields={"name_sv": "Nytt", "sdgs": {3, 11}}, spot=Spot(ONE)),
    "EditGoal": lambda _: goals.EditGoal(goal=ONE, changes={"kind": "impact", "current_state": "Nu", "sdgs": {4}}),
    "MoveGoals": lambda _: goals.MoveGoals(goals=(TWO, THREE), spot=Spot(ONE)),
    "DuplicateGoal": lambda _: goals.DuplicateGoal(goal=TWO),
    "DeleteGoals": lambda w: (
        w.run(goals.MoveGoals(goals=(TWO,), spot=Spot(ONE))),
        goals.DeleteGoals(goals=(ONE,)),
    )[1],
    "NameGoalLevel": lambda _: goals.NameGoalLevel(depth=3, names={"name_sv": "Delmål"}),
    "EditVision": lambda _: goals.EditVision(changes={"vision_nb": "Slik vil vi ha det"}),
    "AddPart": lambda _: goal_parts.AddPart(part=GoalPart.STATEMENT, fields={"text_sv": "Det är enkelt"}),
    "EditPart": lambda w: goal_parts.EditPart(
        part=GoalPart.INDICATOR, row=_indicator(w), changes={"baseline": 4, "baseline_year": 2025}
    ),
    "MovePart": lambda _: goal_parts.MovePart(part=GoalPart.FUNCTION, row=3, before=1),
    "DeletePart": lambda _: goal_parts.DeletePart(part=GoalPart.FUNCTION, row=1),
    "SetMeasurement": lambda w: indicators.SetMeasurement(
        indicator=_indicator(w), on=date(2026, 5, 1), value=12.5, note="Enkät"
    ),
    "MoveMeasurement": lambda w: indicators.MoveMeasurement(measurement=_measured(w), on=date(2025, 1, 1)),
    "RelateGoals": lambda _: goal_relations.RelateGoals(source=THREE, target=TWO, kind=GoalRelationKind.HINDERS),
    "AddChainNode": lambda _: chain.AddChainNode(level=ChainLevel.TOPIC, fields={"name_sv": "Ämne"}),
    "EditChainNode": lambda w: chain.EditChainNode(
        node=_node(w, ChainLevel.SOLUTION, "Lösning"), changes={"aim_sv": "Så att", "name_en": "Solution"}
    ),
    "MoveChainNode": lambda w: chain.MoveChainNode(**dict(zip(("before", "node"), _two_tracks(w), strict=True))),
    "DeleteChainNode": lambda w: chain.DeleteChainNode(node=_pair(w)[0]),
    "LinkChainNodes": lambda w: chain.LinkChainNodes(upper=_pair(w)[0], lower=_pair(w)[1]),
    "TieChainNode": lambda w: chain.TieChainNode(
        node=_node(w, ChainLevel.TOPIC, "Ämne"), goals=frozenset({1, 2}), projects=frozenset({5})
    ),
}
