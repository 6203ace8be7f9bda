"""The inventory's rows, search texts, one project in full, and likeness, read from a real file."""

from __future__ import annotations

from datetime import date

from smartstad_desktop.domain.inventory import Maturity, ProjectKind, Status
from smartstad_desktop.domain.values import Period, Precision, ProjectId
from smartstad_desktop.reads import inventory
from smartstad_desktop.reads.project import project
from smartstad_desktop.usecases.inventory.inventory import AddProject, DeleteProjects, EditProject
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.many import AddMany

SEASON = Period(date(2026, 9, 1), date(2026, 11, 30), Precision.SEASON, "hösten 2026")


def add(workspace: Workspace, title: str, municipality: int = 1, **fields: object) -> ProjectId:
    return workspace.run(AddProject(fields={"title": title, "municipality_id": municipality, **fields})).value


def test_rows_hold_what_the_table_shows(workspace: Workspace) -> None:
    workspace.run(AddMany(count=1))
    added = add(
        workspace, "Ånglok", status=Status.PILOT, themes=(2, 1), goals={1: 1, 2: 3}, participants=(2, 3), end=SEASON,
        budget_total=640_000,
    )  # fmt: skip
    workspace.run(EditProject(project=added, changes={"status": Status.PAUSED}))
    row = workspace.read(inventory.rows)[-1]
    assert (row.id, row.title, row.status, row.remembered) == (added, "Ånglok", "paused", "pilot")
    assert row.kind is ProjectKind.ONGOING
    assert (set(row.themes), row.goals, set(row.participants)) == ({1, 2}, (3, 1), {2, 3})
    assert (row.end, row.end_precision, row.budget) == ("2026-11-30", "season", 640_000)
    assert workspace.read(inventory.rows, [added]) == [row]


def test_counts_are_by_kind_theme_and_municipality(workspace: Workspace) -> None:
    add(workspace, "A", themes=(1,))
    add(workspace, "B", municipality=2, themes=(1, 2), status=Status.OPERATION)
    counted = inventory.counts(workspace.read(inventory.rows))
    assert counted.kinds == {ProjectKind.IDEA: 1, ProjectKind.FINISHED: 1}
    assert counted.themes == {1: 2, 2: 1}
    assert counted.municipalities == {1: 1, 2: 1}
    assert inventory.municipality_count(counted, workspace.read(inventory.faces)) == (2, 3)


def test_search_texts_hold_lists_and_own_fields_as_written(workspace: Workspace) -> None:
    added = add(workspace, "Ånglok", partners=["Växjö räls"], extra={"Sponsor": "Örn & Co"}, lesson="Fråga “tidigt”")
    text = workspace.read(inventory.search_texts)[added]
    for word in ("Ånglok", "Växjö räls", "Örn & Co", "Fråga “tidigt”"):
        assert word in text


def test_an_empty_workspace_has_no_rows(workspace: Workspace) -> None:
    assert workspace.read(inventory.rows) == []
    assert workspace.read(inventory.search_texts) == {}


def test_a_project_in_full_can_be_handed_back_unchanged(workspace: Workspace) -> None:
    workspace.run(AddMany(count=1))
    added = add(
        workspace, "Ånglok", themes=(1,), goals={1: -1}, sdgs=(11,), start=SEASON, maturity=Maturity.PILOT,
        extra={"Sponsor": "x"}, budget_total=5,
    )  # fmt: skip
    detail = workspace.read(project, added)
    assert detail is not None
    assert detail.values["start"] == SEASON
    assert detail.values["goals"] == {1: -1}
    changes = {name: value for name, value in detail.values.items() if name not in {"start_written", "end_written"}}
    assert workspace.run(EditProject(project=added, changes=changes)).step is None


def test_a_deleted_project_is_gone(workspace: Workspace) -> None:
    added = add(workspace, "Ånglok")
    workspace.run(DeleteProjects(projects=(added,)))
    assert workspace.read(project, added) is None


def test_goals_know_their_parent(workspace: Workspace) -> None:
    workspace.run(AddMany(count=1))
    faces = workspace.read(inventory.faces)
    assert [face.key for face in faces.goals.values()] == ["G1", "G2", "G3", "G4"]
    assert faces.municipalities[1].mark == "ÄN"
    assert faces.themes[2].name.sv == "Vatten"
