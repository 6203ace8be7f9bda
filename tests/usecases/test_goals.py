"""Goals, what belongs to them and the chain: what actions do, refuse, and take along."""

from __future__ import annotations

from datetime import date

import pytest

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.goals.chain import ActivityNeedsInitiative, LinkBackwards, NodeRef
from smartstad_desktop.domain.goals.goal_fields import GoalNameMissing, GoalPart
from smartstad_desktop.domain.goals.goal_tree import GoalBeneathItself, Spot
from smartstad_desktop.domain.goals.goals import ChainLevel, GoalRelationKind
from smartstad_desktop.domain.goals.indicators import GoalGap
from smartstad_desktop.domain.values import GoalId
from smartstad_desktop.reads.goals import chain as chain_reads
from smartstad_desktop.reads.goals.goal import GoalDetail, goal
from smartstad_desktop.reads.goals.goals import goals
from smartstad_desktop.usecases.goals.chain import (
    AddChainNode,
    DeleteChainNode,
    LinkChainNodes,
    MoveChainNode,
    TieChainNode,
)
from smartstad_desktop.usecases.goals.goal_parts import AddPart, DeletePart, EditPart, MovePart
from smartstad_desktop.usecases.goals.goal_relations import RelateGoals
from smartstad_desktop.usecases.goals.goals import (
    AddGoal,
    DeleteGoals,
    DuplicateGoal,
    EditGoal,
    EditVision,
    MoveGoals,
    NameGoalLevel,
)
from smartstad_desktop.usecases.goals.indicators import MoveMeasurement, SetMeasurement
from smartstad_desktop.usecases.inventory.inventory import AddProject
from smartstad_desktop.usecases.workspace import Workspace


def add(workspace: Workspace, name: str, parent: GoalId | None = None, **fields: object) -> GoalId:
    return workspace.run(AddGoal(fields={"name_sv": name} | fields, spot=Spot(parent))).value


def tree(workspace: Workspace) -> str:
    return " ".join(f"{'.' * (row.depth - 1)}{row.name.sv}" for row in workspace.read(goals).goals)


def shown(workspace: Workspace, goal_id: int) -> GoalDetail:
    found = workspace.read(goal, goal_id)
    assert found is not None
    return found


def node(workspace: Workspace, level: ChainLevel | None, name: str, below: NodeRef | None = None) -> NodeRef:
    return workspace.run(AddChainNode(level=level, fields={"name_sv": name}, below_of=below)).value


def test_goals_lie_at_any_depth_and_move_with_what_is_beneath_them(workspace: Workspace) -> None:
    a = add(workspace, "a")
    b = add(workspace, "b", a)
    c = add(workspace, "c", b)
    d = add(workspace, "d")
    assert tree(workspace) == "a .b ..c d"

    workspace.run(MoveGoals(goals=(b,), spot=Spot(None, a)))
    assert tree(workspace) == "b .c a d"
    workspace.run(MoveGoals(goals=(a, d, c), spot=Spot(b)))
    assert tree(workspace) == "b .c .a .d"
    with pytest.raises(GoalBeneathItself):
        workspace.run(MoveGoals(goals=(b,), spot=Spot(c)))
    assert tree(workspace) == "b .c .a .d"


def test_deleting_takes_along_what_is_beneath_and_undo_brings_all_of_it_back(workspace: Workspace) -> None:
    a = add(workspace, "a")
    b = add(workspace, "b", a)
    workspace.run(AddPart(part=GoalPart.FUNCTION, owner=b, fields={"name_sv": "Samlad dialog"}))
    workspace.run(DeleteGoals(goals=(a,)))
    assert tree(workspace) == ""

    workspace.undo()
    assert tree(workspace) == "a .b"
    assert len(shown(workspace, b).functions) == 1


def test_a_copy_lies_behind_its_goal_with_functions_and_links(workspace: Workspace) -> None:
    a = add(workspace, "a", sdgs={3, 11}, current_state="Nu")
    add(workspace, "b")
    workspace.run(AddPart(part=GoalPart.FUNCTION, owner=a, fields={"name_sv": "Samlad dialog"}))
    copy = workspace.run(DuplicateGoal(goal=a)).value

    assert tree(workspace) == "a a b"
    assert shown(workspace, copy).values["sdgs"] == {3, 11}
    assert shown(workspace, copy).values["current_state"] == "Nu"
    assert len(shown(workspace, copy).functions) == 1
    assert len({row.key for row in workspace.read(goals).goals}) == 3


def test_names_in_three_languages_and_levels_by_depth(workspace: Workspace) -> None:
    a = add(workspace, "Mål", name_nb="Målet", name_en="The goal")
    workspace.run(NameGoalLevel(depth=1, names={"name_sv": "Inriktning", "name_nb": "Retning"}))
    workspace.run(EditVision(changes={"vision_sv": "Så vill vi ha det", "vision_en": "As we want it"}))
    read = workspace.read(goals)

    assert read.goals[0].name.in_language("en") == "The goal"
    assert read.goals[0].level is not None
    assert read.goals[0].level.nb == "Retning"
    assert read.vision.en == "As we want it"
    workspace.run(NameGoalLevel(depth=1, names={"name_sv": " "}))
    assert workspace.read(goals).levels == {}
    with pytest.raises(GoalNameMissing):
        workspace.run(EditGoal(goal=a, changes={"name_sv": " "}))


def test_only_our_own_projects_serve_a_goal_and_gaps_look_beneath(workspace: Workspace) -> None:
    a = add(workspace, "a")
    b = add(workspace, "b", a, kind="impact")
    base = {"municipality_id": 1, "goals": {b: 2}}
    workspace.run(AddProject(fields={"title": "Vårt"} | base))
    workspace.run(AddProject(fields={"title": "Mot"} | base | {"goals": {b: -1}}))
    workspace.run(AddProject(fields={"title": "Sett"} | base | {"is_external": True}))
    above, below = workspace.read(goals).goals

    assert (above.projects, above.serving, below.projects, below.against) == (0, 1, 1, 1)
    assert above.gaps == ()
    assert below.gaps == (GoalGap.NO_INDICATOR,)
    assert [(each.title, each.contribution) for each in shown(workspace, b).serving] == [("Vårt", 2), ("Mot", -1)]


def test_parts_lie_in_an_order_of_their_own(workspace: Workspace) -> None:
    one, two, three = (
        workspace.run(AddPart(part=GoalPart.STATEMENT, fields={"text_sv": text})).value for text in "abc"
    )
    workspace.run(MovePart(part=GoalPart.STATEMENT, row=three, before=one))
    workspace.run(DeletePart(part=GoalPart.STATEMENT, row=two))

    assert [each.text.sv for each in workspace.read(goals).statements] == ["c", "a"]
    with pytest.raises(RowGone):
        workspace.run(MovePart(part=GoalPart.STATEMENT, row=one, before=two))
    plan = workspace.run(AddPart(part=GoalPart.PARENT_PLAN, fields={"name_sv": "Region"})).value
    area = workspace.run(AddPart(part=GoalPart.AREA, owner=plan, fields={"name_sv": "Livskvalitet"})).value
    a = add(workspace, "a", areas={area})
    assert workspace.read(goals).plans[0].areas[0].goals == 1
    workspace.run(DeletePart(part=GoalPart.PARENT_PLAN, row=plan))
    assert shown(workspace, a).values["areas"] == frozenset()


def test_an_indicator_keeps_one_value_per_day(workspace: Workspace) -> None:
    a = add(workspace, "a")
    indicator = workspace.run(
        AddPart(part=GoalPart.INDICATOR, owner=a, fields={"name_sv": "Andel", "baseline": 40, "target": 20})
    ).value
    for day, value in ((date(2026, 1, 1), 35), (date(2025, 1, 1), 38), (date(2026, 1, 1), 30)):
        workspace.run(SetMeasurement(indicator=indicator, on=day, value=value))
    (row,) = shown(workspace, a).indicators

    assert [(each.on.year, each.value) for each in row.series] == [(2025, 38), (2026, 30)]
    assert row.measure.progress == pytest.approx(0.5)
    workspace.run(MoveMeasurement(measurement=row.series[0].id, on=date(2026, 1, 1)))
    workspace.run(EditPart(part=GoalPart.INDICATOR, row=indicator, changes={"target": None}))
    (row,) = shown(workspace, a).indicators
    assert [each.value for each in row.series] == [38]
    assert not row.measure.is_settled
    workspace.run(SetMeasurement(indicator=indicator, on=date(2026, 1, 1), value=None))
    assert shown(workspace, a).indicators[0].series == ()


def test_goals_support_or_hinder_each_other(workspace: Workspace) -> None:
    a, b = add(workspace, "a"), add(workspace, "b")
    workspace.run(RelateGoals(source=a, target=b, kind=GoalRelationKind.HINDERS, comment="Fler resor"))

    assert [(each.kind, each.is_from_here) for each in shown(workspace, b).relations] == [
        (GoalRelationKind.HINDERS, False)
    ]
    workspace.run(RelateGoals(source=a, target=b, kind=None))
    assert shown(workspace, a).relations == ()


def test_an_activity_has_exactly_one_initiative_and_goes_with_it(workspace: Workspace) -> None:
    first = node(workspace, ChainLevel.INITIATIVE, "Första")
    second = node(workspace, ChainLevel.INITIATIVE, "Andra")
    with pytest.raises(ActivityNeedsInitiative):
        node(workspace, ChainLevel.ACTIVITY, "Ingens")
    activity = node(workspace, ChainLevel.ACTIVITY, "Träff", first)
    workspace.run(LinkChainNodes(upper=second, lower=activity))
    read = workspace.read(chain_reads.chain)
    assert [edge.upper for edge in read.edges if edge.lower == activity] == [second]
    with pytest.raises(ActivityNeedsInitiative):
        workspace.run(LinkChainNodes(upper=second, lower=activity, is_linked=False))

    workspace.run(DeleteChainNode(node=second))
    assert workspace.read(chain_reads.chain).columns[ChainLevel.ACTIVITY] == ()
    workspace.undo()
    assert len(workspace.read(chain_reads.chain).columns[ChainLevel.ACTIVITY]) == 1


def test_links_and_ties_of_the_chain(workspace: Workspace) -> None:
    track = node(workspace, None, "Spår")
    topic = node(workspace, ChainLevel.TOPIC, "Ämne", track)
    solution = node(workspace, ChainLevel.SOLUTION, "Lösning", topic)
    other = node(workspace, ChainLevel.SOLUTION, "Annan")
    with pytest.raises(LinkBackwards):
        workspace.run(LinkChainNodes(upper=solution, lower=topic))
    goal_id = add(workspace, "a")
    workspace.run(TieChainNode(node=solution, goals=frozenset({goal_id})))
    workspace.run(MoveChainNode(node=other, before=solution))
    read = workspace.read(chain_reads.chain)

    assert [row.name.sv for row in read.columns[ChainLevel.SOLUTION]] == ["Annan", "Lösning"]
    row = read.row(solution)
    assert row is not None
    assert (row.goals, row.links) == (frozenset({goal_id}), 1)
    assert [each.sv for each in shown(workspace, goal_id).nodes] == ["Lösning"]
    workspace.run(LinkChainNodes(upper=track, lower=topic, is_linked=False))
    row = workspace.read(chain_reads.chain).row(topic)
    assert row is not None
    assert row.links == 1
