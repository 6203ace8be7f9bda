"""Commands on projects keep the rules, write only what differs, and can be taken back and done again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select

from smartstad_desktop.domain import errors
from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.values import Period, Precision, ProjectId
from smartstad_desktop.storage.tables.board import Board, Placement
from smartstad_desktop.storage.tables.goals import Goal
from smartstad_desktop.storage.tables.inventory import (
    Project,
    ProjectGoal,
    ProjectMunicipality,
    ProjectSdg,
    ProjectTheme,
)
from smartstad_desktop.text.steps import step_name
from smartstad_desktop.usecases.command import Command, Transaction
from smartstad_desktop.usecases.inventory.inventory import (
    AddProject,
    ConfirmProjects,
    DeleteProjects,
    DuplicateProject,
    EditProject,
    EditProjects,
    SetConfidential,
)
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workspaces import FixedClock, dump

AUTUMN = Period(date(2026, 9, 1), date(2026, 11, 30), Precision.SEASON, "hösten 2026")
SPRING = Period(date(2026, 3, 1), date(2026, 5, 31), Precision.SEASON, "våren 2026")


@dataclass(frozen=True, slots=True, kw_only=True)
class AddGoals:
    """Two goals and a board."""

    def execute(self, tx: Transaction) -> None:
        tx.session.add_all([Goal(key=f"G{n}", name_sv=f"Mål {n}", order_key=str(n)) for n in (1, 2)])
        tx.session.add(Board(name="Tavla", order_key="V"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Lay a project on the board."""

    project: int

    def execute(self, tx: Transaction) -> None:
        tx.session.execute(insert(Placement).values(board_id=1, project_id=self.project, order_key="V"))


@pytest.fixture
def projects(workspace: Workspace) -> tuple[ProjectId, ProjectId, ProjectId]:
    workspace.run(AddGoals())
    made = [
        workspace.run(
            AddProject(
                fields={
                    "title": title,
                    "municipality_id": municipality,
                    "status": Status.PILOT,
                    "themes": (1,),
                    "participants": (3,),
                    "goals": {1: 3},
                    "sdgs": (11, 13),
                    "start": AUTUMN,
                    "budget_total": 700_000,
                    "extra": {"Sponsor": "Kajbolaget"},
                }
            )
        ).value
        for title, municipality in (("Ånglok på räls", 1), ("Öppna data", 2), ("Zebra", 2))
    ]
    return made[0], made[1], made[2]


def one(workspace: Workspace, project: int) -> Any:
    def query(connection: Connection) -> Any:
        return connection.execute(select(Project).where(Project.id == project)).one()

    return workspace.read(query)


def links(workspace: Workspace, table: Any, column: Any, project: int) -> list[Any]:
    def query(connection: Connection) -> list[Any]:
        return list(connection.execute(select(column).where(table.project_id == project).order_by(column)).scalars())

    return workspace.read(query)


EXAMPLES: dict[str, Callable[[tuple[ProjectId, ...]], Command]] = {
    "add": lambda _: AddProject(fields={"title": "Ny", "municipality_id": 1, "themes": (1, 2)}),
    "edit": lambda ids: EditProject(
        project=ids[0],
        changes={
            "title": "Annat",
            "status": Status.PAUSED,
            "status_reason": "Väntar på beslut",
            "themes": (2,),
            "goals": {1: 1, 2: -1},
            "sdgs": (1,),
            "participants": (2, 3),
            "end": AUTUMN,
            "extra": {"Ny rubrik": "x"},
            "funding": ["egen", "EU"],
        },
    ),
    "edit many": lambda ids: EditProjects(projects=ids, changes={"status": Status.PAUSED}, add_themes=(2,)),
    "duplicate": lambda ids: DuplicateProject(project=ids[0], title="Kopia"),
    "delete": lambda ids: DeleteProjects(projects=ids[:2]),
    "confirm": lambda ids: ConfirmProjects(projects=ids),
    "confidential": lambda ids: SetConfidential(projects=ids, is_confidential=True, reason="OSL 18 kap. 8 §"),
}


@pytest.mark.parametrize("make", EXAMPLES.values(), ids=EXAMPLES)
def test_undo_restores_and_redo_repeats(
    workspace: Workspace, projects: tuple[ProjectId, ...], make: Callable[[tuple[ProjectId, ...]], Command]
) -> None:
    workspace.run(Place(project=projects[0]))
    before = dump(workspace)
    assert workspace.run(make(projects)).step is not None
    after = dump(workspace)
    assert before != after

    workspace.undo()
    assert dump(workspace) == before
    workspace.redo()
    assert dump(workspace) == after


@pytest.mark.parametrize("make", EXAMPLES.values(), ids=EXAMPLES)
def test_every_step_has_a_name(
    workspace: Workspace, projects: tuple[ProjectId, ...], make: Callable[[tuple[ProjectId, ...]], Command]
) -> None:
    workspace.run(make(projects))
    step = workspace.to_undo()
    assert step is not None
    name = step_name(step.command, step.parameters)
    assert name
    assert "{" not in name


def test_a_step_of_one_project_is_named_with_what_changed(
    workspace: Workspace, projects: tuple[ProjectId, ...]
) -> None:
    workspace.run(EditProject(project=projects[0], changes={"lesson": "Fråga tidigt", "risks": "Tid"}))
    step = workspace.to_undo()
    assert step is not None
    assert step_name(step.command, step.parameters) == "Ändra lärdom, största risk för ”Ånglok på räls”"


def test_fields_land_in_their_columns(workspace: Workspace, projects: tuple[ProjectId, ...]) -> None:
    row = one(workspace, projects[0])
    assert (row.start_first, row.start_last, row.start_precision, row.start_written) == (
        date(2026, 9, 1),
        date(2026, 11, 30),
        "season",
        "hösten 2026",
    )
    assert (row.budget_total, row.budget_on) == (700_000, date(2026, 11, 22))
    assert row.extra == {"Sponsor": "Kajbolaget"}
    assert links(workspace, ProjectSdg, ProjectSdg.sdg, projects[0]) == [11, 13]
    assert links(workspace, ProjectGoal, ProjectGoal.contribution, projects[0]) == [3]


def test_pausing_remembers_and_going_on_forgets(workspace: Workspace, projects: tuple[ProjectId, ...]) -> None:
    project = projects[0]
    workspace.run(
        EditProject(
            project=project, changes={"status": Status.PAUSED, "status_reason": "Vinter", "review_on": date.max}
        )
    )
    assert (one(workspace, project).status, one(workspace, project).remembered_status) == ("paused", "pilot")
    workspace.run(EditProject(project=project, changes={"status": Status.STOPPED, "lesson": "Börja på våren"}))
    assert one(workspace, project).remembered_status == "pilot"
    workspace.run(EditProject(project=project, changes={"status": Status.OPERATION}))
    row = one(workspace, project)
    assert (row.remembered_status, row.status_reason, row.review_on) == (None, "", None)


@pytest.mark.parametrize(
    ("changes", "error", "field"),
    [
        ({"title": "  "}, errors.TitleMissing, "title"),
        ({"title": "x" * 121}, errors.TitleTooLong, "title"),
        ({"status": Status.STOPPED}, errors.LessonMissing, "lesson"),
        ({"is_confidential": True}, errors.ReasonMissing, "confidentiality_reason"),
        ({"end": SPRING}, errors.EndBeforeStart, "end_last"),
        ({"budget_total": -1}, errors.AmountNegative, "budget_total"),
        ({"municipality_id": None}, errors.MunicipalityMissing, "municipality_id"),
        ({"municipality_id": 99}, errors.MunicipalityMissing, "municipality_id"),
        ({"status": "flying"}, errors.FieldInvalid, "status"),
        ({"themes": (99,)}, errors.FieldInvalid, "themes"),
        ({"goals": {1: 9}}, errors.FieldInvalid, "goals"),
        ({"sdgs": (18,)}, errors.FieldInvalid, "sdgs"),
        ({"budget_total": "mycket"}, errors.FieldInvalid, "budget_total"),
        ({"id": 5}, errors.FieldInvalid, "id"),
    ],
)
def test_rules_refuse_and_nothing_changes(
    workspace: Workspace,
    projects: tuple[ProjectId, ...],
    changes: dict[str, Any],
    error: type[errors.FieldInvalid],
    field: str,
) -> None:
    before = dump(workspace)
    for command in (
        EditProject(project=projects[0], changes=changes),
        EditProjects(projects=projects, changes=changes),
        AddProject(fields={"title": "Ny", "municipality_id": 1, "start": AUTUMN} | changes),
    ):
        with pytest.raises(error) as refused:
            workspace.run(command)
        assert refused.value.parameters["field"] == field
    assert dump(workspace) == before


def test_a_gap_that_came_with_a_list_does_not_block_other_fields(workspace: Workspace) -> None:
    @dataclass(frozen=True, slots=True)
    class Received:
        def execute(self, tx: Transaction) -> None:
            tx.session.add(Project(key="k", title="Gammal", status="stopped", municipality_id=1))

    workspace.run(Received())
    workspace.run(EditProject(project=ProjectId(1), changes={"what": "En mening."}))
    assert one(workspace, 1).what == "En mening."
    with pytest.raises(errors.LessonMissing):
        workspace.run(EditProject(project=ProjectId(1), changes={"lesson": ""}))


def test_the_leading_municipality_does_not_also_take_part(
    workspace: Workspace, projects: tuple[ProjectId, ...]
) -> None:
    workspace.run(EditProject(project=projects[0], changes={"participants": (1, 2, 3)}))
    assert links(workspace, ProjectMunicipality, ProjectMunicipality.municipality_id, projects[0]) == [2, 3]
    workspace.run(EditProject(project=projects[0], changes={"municipality_id": 2}))
    assert links(workspace, ProjectMunicipality, ProjectMunicipality.municipality_id, projects[0]) == [3]


def test_links_that_stay_are_not_touched(workspace: Workspace, projects: tuple[ProjectId, ...]) -> None:
    outcome = workspace.run(EditProject(project=projects[0], changes={"themes": (1, 2), "sdgs": (11, 13)}))
    assert len(outcome.changes.ids(Kind.PROJECT_THEME)) == 1
    assert outcome.changes.kinds == {Kind.PROJECT_THEME}


def test_many_projects_keep_their_other_themes(workspace: Workspace, projects: tuple[ProjectId, ...]) -> None:
    workspace.run(EditProjects(projects=projects, add_themes=(2,)))
    assert links(workspace, ProjectTheme, ProjectTheme.theme_id, projects[1]) == [1, 2]
    workspace.run(EditProjects(projects=projects, drop_themes=(1,)))
    assert links(workspace, ProjectTheme, ProjectTheme.theme_id, projects[2]) == [2]


def test_a_copy_has_links_but_is_not_confirmed(workspace: Workspace, projects: tuple[ProjectId, ...]) -> None:
    workspace.run(ConfirmProjects(projects=projects))
    copy = workspace.run(DuplicateProject(project=projects[0], title="Ånglok (kopia)")).value
    row = one(workspace, copy)
    assert (row.title, row.confirmed_on, row.start_written) == ("Ånglok (kopia)", None, "hösten 2026")
    assert links(workspace, ProjectSdg, ProjectSdg.sdg, copy) == [11, 13]
    assert row.key != one(workspace, projects[0]).key


def test_typing_in_one_field_is_one_step(
    workspace: Workspace, projects: tuple[ProjectId, ...], clock: FixedClock
) -> None:
    steps = len(workspace.steps())
    clock.forward(seconds=10)
    for text in ("V", "Va", "Vat"):
        clock.forward(seconds=1)
        workspace.run(EditProject(project=projects[0], changes={"what": text}, is_typing=True))
    workspace.run(EditProject(project=projects[0], changes={"why": "x"}, is_typing=True))
    assert len(workspace.steps()) == steps + 2


def test_commands_on_deleted_projects_say_so(workspace: Workspace, projects: tuple[ProjectId, ...]) -> None:
    workspace.run(DeleteProjects(projects=projects[:1]))
    for make in ("edit", "edit many", "duplicate", "delete", "confirm", "confidential"):
        with pytest.raises(errors.RowGone):
            workspace.run(EXAMPLES[make](projects))


def test_taking_the_mark_away_takes_the_reason(workspace: Workspace, projects: tuple[ProjectId, ...]) -> None:
    workspace.run(SetConfidential(projects=projects, is_confidential=True, reason="Upphandling pågår"))
    assert one(workspace, projects[2]).confidentiality_reason == "Upphandling pågår"
    workspace.run(SetConfidential(projects=projects, is_confidential=False))
    assert (one(workspace, projects[2]).is_confidential, one(workspace, projects[2]).confidentiality_reason) == (
        False,
        "",
    )
