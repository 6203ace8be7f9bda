"""The overview counts what is in the file, and the shell finds it by name."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from smartstad_desktop.domain.programme.checks import Rule
from smartstad_desktop.reads import shell
from smartstad_desktop.reads.follow_up.reminders import reminders
from smartstad_desktop.reads.overview import STALE_DAYS, overview
from smartstad_desktop.usecases.goals.goals import AddGoal
from smartstad_desktop.usecases.inventory.inventory import AddProject, DeleteProjects
from smartstad_desktop.usecases.inventory.needs import AddNeed
from smartstad_desktop.usecases.workspace import Surroundings, Workspace

TODAY = date(2026, 11, 22)


def test_a_new_file_has_nothing_and_says_so(workspace: Workspace) -> None:
    state = workspace.glance(overview, TODAY)
    assert state.name == "Provprogrammet (påhittat)"
    assert state.projects == 0
    assert [each.name for each in state.silent] == ["Båstad", "Helsingborg", "Ängelholm"]
    assert (state.board, state.plan) == (None, None)
    assert {check.rule for check in state.checks if not check.is_met} >= {Rule.MUNICIPALITIES, Rule.REPORTS}


def test_a_file_without_a_programme_can_be_looked_at(tmp_path: Path, surroundings: Surroundings) -> None:
    with Workspace.create(tmp_path / "tom.smartstad", surroundings) as empty:
        assert empty.glance(overview, TODAY).name == ""
        assert empty.glance(shell.programme_name) == ""


def test_projects_are_counted_by_municipality_and_group(workspace: Workspace) -> None:
    for status, municipality in (("pilot", 1), ("idea", 1), ("planned", 2), ("completed", 2), ("operation", 2)):
        workspace.run(AddProject(fields={"title": status, "municipality_id": municipality, "status": status}))
    workspace.run(AddProject(fields={"title": "Utifrån", "is_external": True, "municipality_id": None}))
    state = workspace.glance(overview, TODAY)
    by_name = {each.name: (each.ongoing, each.planned, each.finished) for each in state.municipalities}
    assert by_name == {"Ängelholm": (1, 1, 0), "Helsingborg": (0, 1, 2), "Båstad": (0, 0, 0)}
    assert [each.total for each in state.municipalities] == [3, 2, 0]
    assert (state.projects, state.external, state.without_theme) == (5, 1, 5)


def test_rows_nobody_has_confirmed_for_half_a_year_are_asked_about(workspace: Workspace) -> None:
    old, edge = TODAY - timedelta(days=STALE_DAYS + 1), TODAY - timedelta(days=STALE_DAYS)
    for title, confirmed in (("gammal", old), ("precis", edge), ("aldrig", None)):
        fields = {"title": title, "municipality_id": 1, "status": "pilot", "confirmed_on": confirmed}
        workspace.run(AddProject(fields=fields))
    assert workspace.glance(overview, TODAY).not_confirmed == 2


def test_the_latest_steps_carry_the_mark_of_the_municipality_they_were_about(workspace: Workspace) -> None:
    made = workspace.run(AddProject(fields={"title": "Digital tvilling", "municipality_id": 2})).value
    other = workspace.run(AddProject(fields={"title": "Sensorer", "municipality_id": 1})).value
    latest = workspace.glance(overview, TODAY).latest
    assert [(step.command, step.mark) for step in latest[:2]] == [("AddProject", "ÄN"), ("AddProject", "HB")]
    workspace.run(DeleteProjects(projects=(made, other)))
    workspace.undo()
    assert [step.command for step in workspace.glance(overview, TODAY).latest[:2]] == ["AddProject", "AddProject"]


def test_the_demonstration_region(demo: Workspace) -> None:
    state = demo.glance(overview, TODAY)
    counts = demo.glance(shell.counts)
    assert state.host == "Ängelholm"
    assert state.projects == counts.projects
    assert len(state.municipalities) == 11
    assert state.board is not None
    assert state.board.total - state.board.placed == counts.unplaced
    assert state.plan is not None
    assert state.plan.measures == counts.measures
    late = [told for told in demo.read(reminders) if told.is_late(TODAY)]
    assert state.late_reminders == len(late) > 0


def test_every_project_is_found_by_name(demo: Workspace) -> None:
    names = demo.glance(shell.project_names)
    assert len(names) == demo.glance(shell.counts).projects + demo.glance(overview, TODAY).external
    assert all(each.title for each in names)
    assert {each.mark for each in names} >= {"HB", "ÄN"}


def test_what_is_left_between_needs_and_an_order_is_counted(demo: Workspace) -> None:
    before = demo.glance(overview, TODAY).aim
    assert before.loose_needs == 4
    assert before.unserved_goals == 0
    demo.run(AddNeed(fields={"need": "Ett behov till (påhittat)"}))
    demo.run(AddGoal(fields={"name_sv": "Ett mål till (påhittat)"}))
    after = demo.glance(overview, TODAY).aim
    assert (after.loose_needs, after.unserved_goals) == (5, 1)
    assert after.unscored_cards == before.unscored_cards
