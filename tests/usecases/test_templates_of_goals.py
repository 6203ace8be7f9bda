"""The goal structures of the templates: they arrive whole, in three languages, and can be edited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from smartstad_desktop.domain.goals.chain import NodeRef, thread_of
from smartstad_desktop.domain.goals.goal_fields import GoalPart
from smartstad_desktop.domain.goals.goal_tree import Spot
from smartstad_desktop.domain.goals.goals import ChainLevel, GoalKind
from smartstad_desktop.domain.goals.indicators import GoalGap
from smartstad_desktop.reads.goals import chain as chain_reads
from smartstad_desktop.reads.goals.chain import ChainRead
from smartstad_desktop.reads.goals.goal import goal
from smartstad_desktop.reads.goals.goals import GoalRow, goals
from smartstad_desktop.usecases import seeds
from smartstad_desktop.usecases.goals.chain import EditChainNode, LinkChainNodes
from smartstad_desktop.usecases.goals.goal_parts import EditPart
from smartstad_desktop.usecases.goals.goals import EditGoal, MoveGoals
from smartstad_desktop.usecases.templates.templates import create_workspace
from smartstad_desktop.usecases.workspace import Surroundings, Workspace

KEYS = [template.key for template in seeds.all_templates()]


@pytest.fixture
def made(tmp_path: Path, surroundings: Surroundings) -> Iterator[Callable[[str], Workspace]]:
    opened: list[Workspace] = []

    def make(key: str) -> Workspace:
        opened.append(create_workspace(tmp_path / f"{key}.smartstad", key, surroundings=surroundings))
        return opened[-1]

    yield make
    for workspace in opened:
        workspace.close()


def find(read: ChainRead, level: ChainLevel | None, start: str) -> NodeRef:
    return next(row.ref for row in read.columns[level] if row.name.sv.startswith(start))


def by_key(workspace: Workspace) -> dict[str, GoalRow]:
    return {row.key: row for row in workspace.read(goals).goals}


@pytest.mark.parametrize("key", KEYS)
def test_every_text_of_a_template_is_there_in_three_languages(key: str) -> None:
    structure = seeds.template(key).structure
    texts = [
        *(each.text for each in structure.statements),
        *structure.levels,
        *(text for each in structure.goals for text in (each.name, each.improvement, *each.functions)),
        *(each.name for each in structure.indicators),
        *(text for each in structure.plans for text in (each.name, *(area.name for area in each.areas))),
        *(each.name for each in structure.nodes),
        *(each.aim for each in structure.nodes if each.aim.sv),
    ]

    assert [text for text in texts if not (text.sv and text.nb and text.en)] == []


def test_familjen_helsingborg_answers_to_its_parent_plan(made: Callable[[str], Workspace]) -> None:
    workspace = made("familjen-helsingborg")
    read = workspace.read(goals)

    assert [row.key for row in read.goals] == [f"G{number}" for number in range(1, 11)]
    (plan,) = read.plans
    assert (plan.name.sv, plan.years) == ("Familjen Helsingborgs utvecklingsplan", "2020–2023")
    assert [(area.name.sv, area.goals) for area in plan.areas] == [
        ("Livskvalitet", 4),
        ("Digitalisering", 3),
        ("Företagsamhet", 2),
        ("Infrastruktur", 1),
    ]
    assert len(read.statements) == 3
    assert read.levels[2].nb == "Delmål"
    detail = workspace.read(goal, read.goals[2].id)
    assert detail is not None
    assert detail.values["sdgs"] == {3, 11, 13}
    assert [(each.name.sv, each.is_from_here) for each in detail.relations] == [("Klimat och resurser", True)]


def test_sern_icc_holds_the_whole_chain(made: Callable[[str], Workspace]) -> None:
    workspace = made("sern-icc")
    read = workspace.read(chain_reads.chain)

    assert {level: len(rows) for level, rows in read.columns.items()} == {
        None: 5,
        ChainLevel.TOPIC: 4,
        ChainLevel.CHALLENGE: 11,
        ChainLevel.SOLUTION: 4,
        ChainLevel.INITIATIVE: 3,
        ChainLevel.ACTIVITY: 10,
    }
    lonely = [row.name.sv for rows in read.columns.values() for row in rows if not row.links]
    assert lonely == []
    owners = Counter(edge.lower for edge in read.edges if edge.lower.level is ChainLevel.ACTIVITY)
    assert set(owners.values()) == {1}
    assert len(owners) == 10
    thread = thread_of(find(read, ChainLevel.ACTIVITY, "Tematisk session om öppna data"), read.edges)
    named = {read.row(ref).name.sv for ref in thread.above if read.row(ref)}  # type: ignore[union-attr]  asked for just before
    assert "Öka jämlikheten och säkerheten för grupper som annars står utanför" in named
    assert "2. Användningsfall för öppna data" in named
    assert "Medborgardeltagande och digitalisering av den offentliga förvaltningen" in named


def test_ostfold_has_three_impact_goals_apart_from_the_others(made: Callable[[str], Workspace]) -> None:
    workspace = made("ostfold")
    impact = [row for row in workspace.read(goals).goals if row.kind is GoalKind.IMPACT]

    assert [row.key for row in impact] == ["E1", "E2", "E3"]
    assert all(row.indicators == 1 for row in impact)
    assert all(GoalGap.INDICATOR_OPEN not in row.gaps for row in impact)
    first = workspace.read(goal, impact[0].id)
    assert first is not None
    assert first.indicators[0].values["baseline"] == 0
    assert first.indicators[0].values["target"] == 100


def test_h22_and_molde_have_their_vision_as_statements(made: Callable[[str], Workspace]) -> None:
    assert len(made("h22").read(goals).statements) == 6
    molde = made("smart-molde")
    assert molde.read(goals).statements[0].text.nb == "Vi går fra ord til handling og fra pilot til drift."
    assert by_key(molde)["M1"].kind is GoalKind.IMPACT


def test_what_a_template_brings_can_be_edited(made: Callable[[str], Workspace]) -> None:
    workspace = made("sern-icc")
    rows = by_key(workspace)
    read = workspace.read(chain_reads.chain)
    topic = find(read, ChainLevel.TOPIC, "Mobilitet")
    workspace.run(EditGoal(goal=rows["G1"].id, changes={"name_sv": "Behoven först"}))
    workspace.run(MoveGoals(goals=(rows["G3"].id,), spot=Spot(rows["G4"].id)))
    workspace.run(EditPart(part=GoalPart.STATEMENT, row=1, changes={"text_en": "People first."}))
    workspace.run(EditChainNode(node=topic, changes={"name_sv": "Resor"}))
    workspace.run(LinkChainNodes(upper=find(read, None, "Leverans"), lower=topic, is_linked=False))

    after = by_key(workspace)
    assert after["G1"].name.sv == "Behoven först"
    assert after["G3"].depth == 2
    assert workspace.read(goals).statements[0].text.en == "People first."
    thread = thread_of(topic, workspace.read(chain_reads.chain).edges)
    assert {ref.level for ref in thread.above} == {None}
    assert len(thread.above) == 1
