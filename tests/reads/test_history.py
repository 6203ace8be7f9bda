"""The history of a record tells who changed which field from what to what."""

from __future__ import annotations

from datetime import date

import pytest

from smartstad_desktop.domain.changes import Change, Kind
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.values import MunicipalityId, Period, Precision, ProjectId
from smartstad_desktop.reads import history
from smartstad_desktop.reads.history import FieldChange, value_of
from smartstad_desktop.usecases.inventory.inventory import AddProject, DeleteProjects, EditProject
from smartstad_desktop.usecases.programme.municipalities import EditMunicipality
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workspaces import FixedClock

QUARTER = Period(date(2026, 7, 1), date(2026, 9, 30), Precision.QUARTER, "Q3 2026")


@pytest.fixture
def project(workspace: Workspace) -> ProjectId:
    fields = {"title": "Ånglok", "municipality_id": 1, "themes": (1,)}
    return workspace.run(AddProject(fields=fields), source="Ängelholm.xlsx, rad 14").value


def test_fields_are_told_with_old_and_new(workspace: Workspace, project: ProjectId, clock: FixedClock) -> None:
    clock.forward(hours=1)
    workspace.run(
        EditProject(
            project=project, changes={"title": "Elo'k", "status": Status.PILOT, "start": QUARTER, "themes": (2,)}
        )
    )
    latest, first = workspace.read(history.of_project, project)
    assert set(latest.fields) == {
        FieldChange("title", "Ånglok", "Elo'k"),
        FieldChange("status", "idea", "pilot"),
        FieldChange("start", "", "Q3 2026"),
        FieldChange("themes", (1,), (2,)),
    }
    assert (latest.actor, latest.at, latest.command) == ("test", clock.now, "EditProject")
    assert (first.change, first.fields, first.source) == (Change.ADDED, (), "Ängelholm.xlsx, rad 14")


def test_what_was_undone_did_not_happen(workspace: Workspace, project: ProjectId) -> None:
    workspace.run(EditProject(project=project, changes={"lesson": "x"}))
    workspace.undo()
    assert len(workspace.read(history.of_project, project)) == 1
    latest = workspace.read(history.latest_of_project, project)
    assert latest is not None
    assert latest.command == "AddProject"


def test_a_change_of_links_alone_is_part_of_the_history(workspace: Workspace, project: ProjectId) -> None:
    workspace.run(EditProject(project=project, changes={"sdgs": (11,)}))
    assert workspace.read(history.of_project, project)[0].fields == (FieldChange("sdgs", (), (11,)),)


def test_other_projects_are_left_out(workspace: Workspace, project: ProjectId) -> None:
    for number in range(12):
        other = workspace.run(AddProject(fields={"title": f"P{number}", "municipality_id": 2, "themes": (2,)})).value
    assert other == 13
    assert len(workspace.read(history.of_project, project)) == 1


def test_deleting_is_told(workspace: Workspace, project: ProjectId) -> None:
    workspace.run(DeleteProjects(projects=(project,)))
    assert workspace.read(history.of_project, project)[0].change is Change.REMOVED


def test_typing_shows_its_first_and_last_text(workspace: Workspace, project: ProjectId) -> None:
    for text in ("V", "Va", "Vatten"):
        workspace.run(EditProject(project=project, changes={"what": text}, is_typing=True))
    assert workspace.read(history.of_project, project)[0].fields == (FieldChange("what", "", "Vatten"),)


def test_any_record_has_a_history(workspace: Workspace) -> None:
    workspace.run(EditMunicipality(municipality=MunicipalityId(1), changes={"population": 44_000}))
    latest = workspace.read(history.of_record, Kind.MUNICIPALITY, 1)[0]
    assert latest.fields == (FieldChange("population", None, 44_000),)


@pytest.mark.parametrize(
    ("literal", "value"),
    [("NULL", None), ("'it''s'", "it's"), ("-12", -12), ("1.5e3", 1500.0), ("X'00FF'", b"\x00\xff"), ("''", "")],
)
def test_literals_of_the_journal(literal: str, value: object) -> None:
    assert value_of(literal) == value
