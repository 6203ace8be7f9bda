"""Two projects that are one: links, boards, plans, histories and keys go together, and come apart again by undo."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from smartstad_desktop.domain.errors import LessonMissing
from smartstad_desktop.domain.links import Relation
from smartstad_desktop.domain.lists.importing import Answer, Verdict
from smartstad_desktop.domain.lists.lists import ReadList, ReadRow, ReadSheet
from smartstad_desktop.domain.values import BoardId, ColumnId, Language, MunicipalityId, PlanId, PlanItemId, ProjectId
from smartstad_desktop.reads import history
from smartstad_desktop.reads.lists import alike
from smartstad_desktop.reads.lists import importing as reads
from smartstad_desktop.storage.tables.board import Board, BoardColumn, Placement
from smartstad_desktop.storage.tables.inventory import Project, ProjectGoal, ProjectLink, ProjectMunicipality
from smartstad_desktop.storage.tables.plan import Commitment, PlanItem
from smartstad_desktop.usecases.board import CreateBoard, default_columns
from smartstad_desktop.usecases.inventory.inventory import AddProject, EditProject
from smartstad_desktop.usecases.inventory.merging import MergeFieldUnknown, MergeProjects, MergeWithItself
from smartstad_desktop.usecases.inventory.project_links import KeepApart, LinkProjects, Unlink
from smartstad_desktop.usecases.lists.import_planning import Planner
from smartstad_desktop.usecases.lists.importing import plan_import, run_import
from smartstad_desktop.usecases.placing import PlaceCards
from smartstad_desktop.usecases.plan.commitments import SetCommitment
from smartstad_desktop.usecases.plan.plan import CreatePlan
from smartstad_desktop.usecases.plan.sources import AddMeasuresFromProjects
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.many import AddGoals
from tests.support.workbooks import write_book
from tests.support.workspaces import dump

HEAD = ["Projektnamn", "Status", "Vad?"]


@pytest.fixture
def workspace(workspace: Workspace) -> Workspace:
    workspace.run(AddGoals())
    return workspace


def add(workspace: Workspace, title: str, town: int, **fields: Any) -> ProjectId:
    return ProjectId(workspace.run(AddProject(fields={"title": title, "municipality_id": town, **fields})).value)


def row(workspace: Workspace, project: int) -> Any:
    return workspace.read(lambda c: c.execute(select(Project.__table__).where(Project.id == project)).one())


def column(workspace: Workspace, query: Any) -> list[Any]:
    def read(connection: Connection) -> list[Any]:
        return list(connection.scalars(query))

    return workspace.read(read)


@pytest.fixture
def twins(workspace: Workspace) -> tuple[ProjectId, ProjectId]:
    keep = add(
        workspace, "Sensorer för snöröjning", 1, what="Vi mäter.", themes=(1,), technologies=("LoRaWAN",), goals={1: 3}
    )
    gone = add(
        workspace, "Snöröjningssensorer", 2, what="Annat.", why="Halka.", budget_total=5000, themes=(1, 2),
        technologies=("LoRaWAN", "AI"), goals={1: 1, 2: 2}, participants=(1, 3), sdgs=(11,),
    )  # fmt: skip
    return keep, gone


def test_the_kept_one_has_its_values_and_what_it_lacked(
    workspace: Workspace, twins: tuple[ProjectId, ProjectId]
) -> None:
    keep, gone = twins
    workspace.run(MergeProjects(keep=keep, gone=gone, choices={"title": "Snösensorer"}))
    kept = row(workspace, keep)

    assert (kept.title, kept.what, kept.why, kept.budget_total) == ("Snösensorer", "Vi mäter.", "Halka.", 5000)
    assert kept.technologies == ["LoRaWAN", "AI"]
    assert column(workspace, select(func.count()).select_from(Project)) == [1]
    assert sorted(column(workspace, select(ProjectMunicipality.municipality_id))) == [2, 3]
    contributions = select(ProjectGoal.contribution).order_by(ProjectGoal.goal_id)
    assert column(workspace, contributions) == [3, 2]


def test_a_field_can_be_the_other_ones(workspace: Workspace, twins: tuple[ProjectId, ProjectId]) -> None:
    keep, gone = twins
    workspace.run(MergeProjects(keep=keep, gone=gone, take=("what", "title")))

    assert (row(workspace, keep).title, row(workspace, keep).what) == ("Snöröjningssensorer", "Annat.")


def test_undo_restores_both_exactly(workspace: Workspace, twins: tuple[ProjectId, ProjectId]) -> None:
    keep, gone = twins
    workspace.run(CreateBoard(name="Ny", columns=default_columns(Language.SV, 2027), projects=twins))
    workspace.run(LinkProjects(one=keep, other=gone))
    before = dump(workspace)
    workspace.run(MergeProjects(keep=keep, gone=gone))
    after = dump(workspace)

    workspace.undo()
    assert dump(workspace) == before
    workspace.redo()
    assert dump(workspace) == after


def test_from_the_tray_it_goes_where_the_other_lies(workspace: Workspace, twins: tuple[ProjectId, ProjectId]) -> None:
    keep, gone = twins
    workspace.run(CreateBoard(name="Ny", columns=default_columns(Language.SV, 2027), projects=twins))
    (board,) = column(workspace, select(Board.id))
    place = column(workspace, select(BoardColumn.id))[0]
    workspace.run(PlaceCards(board=BoardId(board), projects=(gone,), column=ColumnId(place)))
    workspace.run(MergeProjects(keep=keep, gone=gone))

    assert column(workspace, select(Placement.column_id)) == [place]
    assert column(workspace, select(Placement.project_id)) == [keep]


def test_two_measures_of_a_plan_become_one_with_all_commitments(
    workspace: Workspace, twins: tuple[ProjectId, ProjectId]
) -> None:
    keep, gone = twins
    plan = PlanId(workspace.run(CreatePlan(fields={"title": "Plan"})).value)
    made = workspace.run(AddMeasuresFromProjects(plan=plan, projects=twins)).value
    mine, other = made.measures
    towns = select(Commitment.municipality_id).where(Commitment.plan_item_id == mine)
    workspace.run(SetCommitment(measure=PlanItemId(other), municipality=MunicipalityId(3), changes={"role": "joins"}))
    theirs = select(Commitment.municipality_id).where(Commitment.plan_item_id == other)
    expected = {*column(workspace, towns), *column(workspace, theirs)}
    workspace.run(MergeProjects(keep=keep, gone=gone))

    assert column(workspace, select(PlanItem.id)) == [mine]
    assert expected | {3} == set(column(workspace, towns))


def test_both_histories_can_be_read(workspace: Workspace, twins: tuple[ProjectId, ProjectId]) -> None:
    keep, gone = twins
    workspace.run(EditProject(project=gone, changes={"place": "Torget"}))
    workspace.run(MergeProjects(keep=keep, gone=gone))
    told = [each.command for each in workspace.read(history.of_project, keep)]

    assert told == ["MergeProjects", "EditProject", "AddProject", "AddProject"]
    (merged,) = workspace.read(alike.merged_into, keep)
    assert (merged.title, merged.municipality_name) == ("Snöröjningssensorer", "Helsingborg")


def test_a_later_list_with_the_old_key_finds_the_kept_one(
    workspace: Workspace, twins: tuple[ProjectId, ProjectId], tmp_path: Path
) -> None:
    keep, gone = twins
    key = row(workspace, gone).key
    workspace.run(MergeProjects(keep=keep, gone=gone))
    by_name = write_book(
        tmp_path / "Helsingborg 2.xlsx", {"Projekt": [HEAD, ["Snöröjningssensorer", "Idé", "Vi mäter."]]}
    )

    known = workspace.read(reads.known)
    with_key = ReadRow(sheet="P", row=2, values={"row_key": key, "title": "Annat namn", "what": "Vi mäter."})
    sheet = ReadSheet(name="P", header_row=1, columns=(), unmapped=(), skipped=(), rows=(with_key,))
    read = ReadList(name="Helsingborg.xlsx", format="xlsx", sheets=(sheet,), municipality="Helsingborg")
    assert [each.project for each in Planner(known).plan([read]).lists[0].candidates] == [keep]
    assert [each.project for each in plan_import(workspace, [by_name]).lists[0].candidates] == [keep]


def test_what_both_relate_to_is_said_once(workspace: Workspace, twins: tuple[ProjectId, ProjectId]) -> None:
    keep, gone = twins
    third = add(workspace, "Digital tvilling", 3)
    workspace.run(LinkProjects(one=third, other=keep))
    workspace.run(KeepApart(one=gone, other=third))
    workspace.run(LinkProjects(one=keep, other=gone))
    workspace.run(MergeProjects(keep=keep, gone=gone))

    assert column(workspace, select(ProjectLink.relation)) == [Relation.RELATED.value]


def test_what_a_merge_refuses(workspace: Workspace, twins: tuple[ProjectId, ProjectId]) -> None:
    keep, gone = twins
    before = dump(workspace)
    with pytest.raises(MergeWithItself):
        workspace.run(MergeProjects(keep=keep, gone=keep))
    with pytest.raises(MergeFieldUnknown):
        workspace.run(MergeProjects(keep=keep, gone=gone, take=("key",)))
    with pytest.raises(LessonMissing):
        workspace.run(MergeProjects(keep=keep, gone=gone, choices={"status": "stopped"}))
    assert dump(workspace) == before


def test_near_duplicates_are_offered_until_somebody_says_something(
    workspace: Workspace, twins: tuple[ProjectId, ProjectId]
) -> None:
    keep, gone = twins
    (pair,) = workspace.read(alike.pairs)

    assert ({pair.one.id, pair.other.id}, pair.is_across) == (set(twins), True)
    assert [each.other.id for each in workspace.read(alike.of_project, gone)] == [keep]
    assert workspace.read(alike.among, [keep]) == ()
    workspace.run(KeepApart(one=gone, other=keep))
    assert workspace.read(alike.pairs) == ()
    assert workspace.read(alike.of_project, keep) == ()
    workspace.run(Unlink(one=keep, other=gone))
    assert len(workspace.read(alike.pairs)) == 1
    workspace.run(LinkProjects(one=gone, other=keep, comment="Samma leverantör"))
    assert workspace.read(alike.pairs) == ()
    (told,) = workspace.read(alike.related, keep)
    assert (told.project, told.relation, told.comment) == (gone, Relation.RELATED, "Samma leverantör")


def test_a_joint_procurement_is_hinted_at(workspace: Workspace) -> None:
    add(workspace, "Digitala lås", 1, procurement_potential="yes")
    add(workspace, "Digitala lås", 2, procurement_potential="maybe", testbed_use="no")
    (pair,) = workspace.read(alike.pairs)

    assert [hint.value for hint in pair.hints] == ["procurement"]


def test_an_import_can_join_relate_and_keep_apart(workspace: Workspace, tmp_path: Path) -> None:
    first = add(workspace, "Digitala lås", 1)
    path = write_book(tmp_path / "Båstad.xlsx", {"Projekt": [HEAD, ["Digitala lås", "Idé", "Vi byter."]]})
    plan = plan_import(workspace, [path])
    (candidate,) = plan.lists[0].candidates
    assert candidate.verdict is Verdict.DUPLICATE
    run_import(workspace, plan.answered(candidate.key, Answer.LINK))

    (told,) = workspace.read(alike.related, first)
    assert (told.relation, told.municipality_name) == (Relation.RELATED, "Båstad")
    workspace.undo()
    run_import(workspace, plan.answered(candidate.key, Answer.APART))
    assert workspace.read(alike.pairs) == ()
    assert workspace.read(alike.related, first)[0].relation is Relation.APART
