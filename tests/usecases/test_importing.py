"""Lists into a real workspace: verdicts, answers, one step, and the file that was received."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.lists.importing import Answer, ImportPlan, NothingToImport, RowKey, Verdict, counts_of
from smartstad_desktop.domain.lists.list_columns import ColumnChoice
from smartstad_desktop.domain.values import Period, Precision, ProjectId
from smartstad_desktop.exchange.incoming.list_reader import read_list
from smartstad_desktop.reads.lists import importing as reads
from smartstad_desktop.storage.tables.importing import ImportJob, ReceivedFile
from smartstad_desktop.storage.tables.inventory import Project, ProjectMunicipality
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.usecases.inventory.inventory import AddProject, EditProject
from smartstad_desktop.usecases.lists.import_planning import Planner
from smartstad_desktop.usecases.lists.import_report import import_report
from smartstad_desktop.usecases.lists.import_values import read_answer
from smartstad_desktop.usecases.lists.importing import plan_import, read_lists, run_import
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workbooks import Rows, write_book
from tests.support.workspaces import dump

LISTS = Path(__file__).parent.parent / "data" / "lists"
HEAD = ["Löpnr", "Projektnamn", "Status", "Tema", "Budget (tkr)", "Slut", "Vad?"]


@pytest.fixture
def workspace(region: Workspace) -> Workspace:
    return region


def titles(workspace: Workspace) -> list[str]:
    return workspace.read(lambda connection: list(connection.scalars(select(Project.title).order_by(Project.id))))


def project(workspace: Workspace, title: str) -> Any:
    def one(connection: Connection) -> Any:
        return connection.execute(select(Project.__table__).where(Project.title == title)).one()

    return workspace.read(one)


def verdicts(plan: ImportPlan) -> list[str]:
    return [each.verdict.value for one in plan.lists for each in one.candidates]


def bjuv(tmp_path: Path, *rows: list[Any], name: str = "Bjuv.xlsx") -> Path:
    book: Rows = [HEAD, *rows]
    return write_book(tmp_path / name, {"Projekt": book})


BATH = ["B-1", "Badplatser i realtid", "Pilot", "Vatten", 200, "2027-06-30", "Vi mäter."]
LOCK = ["B-2", "Digitala lås", "Planerad", "Hälsa och välfärd", 900, "2027", "Vi byter lås."]


def test_the_lists_import_with_the_counts_of_their_manifest(workspace: Workspace) -> None:
    names = ["Ängelholm.xlsx", "Båstad.csv", "Helsingborg register.csv", "Höganäs 2026.xlsx",
             "Projektlista Landskrona.xlsx", "klippan projekt.xlsx", "perstorp_v2.xlsx"]  # fmt: skip
    plan = plan_import(workspace, [LISTS / name for name in names])
    run_import(workspace, plan)

    counts = workspace.read(lambda c: c.execute(select(ImportJob.file_name, ImportJob.counts)).all())
    assert [sum(row.counts.values()) for row in counts] == [16, 13, 24, 16, 14, 15, 10]
    assert len(titles(workspace)) == 108


def test_a_whole_import_is_one_step_that_undo_takes_back(workspace: Workspace) -> None:
    before = dump(workspace)
    outcome = run_import(workspace, plan_import(workspace, [LISTS / "Ängelholm.xlsx", LISTS / "Båstad.csv"]))
    after = dump(workspace)

    assert outcome.value == 29
    assert len(outcome.changes.ids(Kind.PROJECT)) == 29
    workspace.undo()
    assert dump(workspace) == before
    workspace.redo()
    assert dump(workspace) == after


def test_what_is_read_reaches_the_fields(workspace: Workspace) -> None:
    run_import(workspace, plan_import(workspace, [LISTS / "Projektlista Landskrona.xlsx"]))
    row = project(workspace, "Digital tvilling för översvämning")

    assert (row.budget_total, row.status, row.comment) == (220_000, "planned", "Avstämt i ledningsgruppen")
    assert (row.end_first.isoformat(), row.end_last.isoformat(), row.end_precision, row.end_written) == (
        "2026-02-01", "2026-02-28", "month", "feb 2026",
    )  # fmt: skip


def test_the_received_file_is_kept_once_and_survives_undo(workspace: Workspace) -> None:
    path = LISTS / "Båstad.csv"
    run_import(workspace, plan_import(workspace, [path]))
    workspace.undo()

    kept = workspace.read(lambda c: c.execute(select(ReceivedFile.__table__)).all())
    assert [(row.name, row.content) for row in kept] == [("Båstad.csv", path.read_bytes())]
    run_import(workspace, plan_import(workspace, [path]))
    assert workspace.read(lambda c: c.scalar(select(func.count()).select_from(ReceivedFile))) == 1


def test_reading_and_planning_write_nothing(workspace: Workspace) -> None:
    before = dump(workspace)
    plan = plan_import(workspace, [LISTS / "Ängelholm.xlsx"])

    assert counts_of(plan.lists)[Verdict.NEW] == 16
    assert dump(workspace) == before


def test_the_same_list_again_changes_nothing(workspace: Workspace) -> None:
    for name in ("Ängelholm.xlsx", "Höganäs 2026.xlsx", "klippan projekt.xlsx"):
        run_import(workspace, plan_import(workspace, [LISTS / name]))
        plan = plan_import(workspace, [LISTS / name])

        assert set(verdicts(plan)) == {"unchanged"}
        with pytest.raises(NothingToImport):
            run_import(workspace, plan)


def test_only_the_cells_that_changed_are_told(workspace: Workspace, tmp_path: Path) -> None:
    run_import(workspace, plan_import(workspace, [bjuv(tmp_path, BATH, LOCK)]))
    changed = [*LOCK[:4], 950, *LOCK[5:]]
    plan = plan_import(
        workspace, [bjuv(tmp_path, BATH, changed, ["B-3", "Ljus i park", "Idé", "Energi", None, None, ""])]
    )

    assert verdicts(plan) == ["unchanged", "changed", "new"]
    (change,) = plan.lists[0].candidates[1].changes
    assert (change.field, change.before, change.after) == ("budget_total", 900_000, 950_000)


def test_a_row_is_found_again_by_reference_after_a_new_name(workspace: Workspace, tmp_path: Path) -> None:
    run_import(workspace, plan_import(workspace, [bjuv(tmp_path, BATH, LOCK)]))
    plan = plan_import(workspace, [bjuv(tmp_path, [LOCK[0], "Digitala lås i hemtjänsten", *LOCK[2:]], BATH)])

    assert verdicts(plan) == ["changed", "unchanged"]


def test_both_changed_the_same_field(workspace: Workspace, tmp_path: Path) -> None:
    run_import(workspace, plan_import(workspace, [bjuv(tmp_path, BATH, LOCK)]))
    mine = ProjectId(project(workspace, "Digitala lås").id)
    workspace.run(EditProject(project=mine, changes={"status": Status.PILOT, "owner_unit": "Omsorgen"}))
    returned = bjuv(tmp_path, BATH, [*LOCK[:2], "Avslutad", *LOCK[3:]])
    plan = plan_import(workspace, [returned])

    assert verdicts(plan) == ["unchanged", "conflict"]
    assert plan.taken_count == 0
    run_import(workspace, plan.with_theirs())
    assert project(workspace, "Digitala lås").status == "completed"
    assert project(workspace, "Digitala lås").owner_unit == "Omsorgen"


def test_our_own_change_stands_where_the_list_is_as_before(workspace: Workspace, tmp_path: Path) -> None:
    path = bjuv(tmp_path, BATH, LOCK)
    run_import(workspace, plan_import(workspace, [path]))
    mine = ProjectId(project(workspace, "Digitala lås").id)
    workspace.run(EditProject(project=mine, changes={"budget_total": 1_000_000}))

    assert verdicts(plan_import(workspace, [path])) == ["unchanged", "unchanged"]


def test_a_row_that_is_gone_is_told_and_kept(workspace: Workspace, tmp_path: Path) -> None:
    run_import(workspace, plan_import(workspace, [bjuv(tmp_path, BATH, LOCK)]))
    plan = plan_import(workspace, [bjuv(tmp_path, BATH, ["B-9", "Ny cykelbro", "Idé", "Mobilitet", 1, "2027", ""])])

    assert verdicts(plan) == ["unchanged", "new", "missing"]
    run_import(workspace, plan)
    assert "Digitala lås" in titles(workspace)


def test_a_neighbours_like_project_is_told_and_both_stay(workspace: Workspace, tmp_path: Path) -> None:
    run_import(workspace, plan_import(workspace, [LISTS / "Ängelholm.xlsx"]))
    path = bjuv(tmp_path, ["", "Digital fritidsbanken", "Idé", "", None, None, ""])
    (candidate,) = plan_import(workspace, [path]).lists[0].candidates

    assert (candidate.verdict, candidate.answer, candidate.is_taken) == (Verdict.DUPLICATE, Answer.OWN, True)
    assert candidate.twin is not None
    assert (candidate.twin.title, candidate.twin.municipality) == ("Digital fritidsbank", "Ängelholm")


def test_the_same_project_can_be_joined(workspace: Workspace, tmp_path: Path) -> None:
    run_import(workspace, plan_import(workspace, [LISTS / "Ängelholm.xlsx"]))
    plan = plan_import(workspace, [bjuv(tmp_path, ["", "Digital fritidsbank", "Drift", "", 70, None, "Annat."])])
    run_import(workspace, plan.answered(plan.lists[0].candidates[0].key, Answer.MERGE))

    assert titles(workspace).count("Digital fritidsbank") == 1
    taking_part = workspace.read(lambda c: c.scalars(select(ProjectMunicipality.project_id)).all())
    assert taking_part == [project(workspace, "Digital fritidsbank").id]
    assert project(workspace, "Digital fritidsbank").status == "paused"


def test_a_copied_row_asks_and_the_first_keeps_its_place(workspace: Workspace, tmp_path: Path) -> None:
    plan = plan_import(workspace, [bjuv(tmp_path, BATH, LOCK, BATH)])

    assert verdicts(plan) == ["new", "new", "duplicate"]
    assert plan.lists[0].candidates[2].repeats == 2
    assert plan.taken_count == 2


def test_an_amount_is_mended_in_place(workspace: Workspace, tmp_path: Path) -> None:
    path = bjuv(tmp_path, [*BATH[:4], "ca 3–4 mkr", *BATH[5:]], LOCK)
    plan = plan_import(workspace, [path])
    key = RowKey(0, "Projekt", 2)
    planner = Planner(workspace.read(reads.known))

    assert verdicts(plan) == ["error", "new"]
    mended = planner.mended(plan, key, "budget_total", 3_500_000)
    assert verdicts(mended) == ["new", "new"]
    run_import(workspace, mended)
    assert project(workspace, "Badplatser i realtid").budget_total == 3_500_000


def test_a_row_can_be_taken_without_its_amount(workspace: Workspace, tmp_path: Path) -> None:
    plan = plan_import(workspace, [bjuv(tmp_path, [*BATH[:4], "tre miljoner", *BATH[5:]])])
    planner = Planner(workspace.read(reads.known))
    run_import(workspace, planner.mended(plan, RowKey(0, "Projekt", 2), "budget_total", None))

    assert project(workspace, "Badplatser i realtid").budget_total is None


def test_a_stopped_project_asks_for_its_lesson(workspace: Workspace, tmp_path: Path) -> None:
    plan = plan_import(workspace, [bjuv(tmp_path, [*BATH[:2], "Avslutad i förtid", *BATH[3:]])])
    planner = Planner(workspace.read(reads.known))

    assert verdicts(plan) == ["error"]
    run_import(workspace, planner.mended(plan, RowKey(0, "Projekt", 2), "lesson", "Sensorerna tålde inte is."))
    assert project(workspace, "Badplatser i realtid").lesson == "Sensorerna tålde inte is."


def test_a_list_of_nobody_asks_whose_it_is(workspace: Workspace, tmp_path: Path) -> None:
    path = bjuv(tmp_path, BATH, name="lista.xlsx")
    plan = plan_import(workspace, [path])

    assert (plan.lists[0].needs_municipality, plan.taken_count) == (True, 0)
    assert plan_import(workspace, [path], "bjuv").taken_count == 1
    assert plan_import(workspace, [LISTS / "Hvaler prosjekter.xlsx"]).lists[0].needs_municipality
    known = workspace.read(reads.known)
    town = known.names.municipality("Bjuv")
    assert town is not None
    assert Planner(known).assigned(plan, 0, town.id).taken_count == 1


def test_a_file_that_cannot_be_read_stops_none_of_the_others(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "trasig.xlsx").write_bytes(b"PK\x03\x04 och sedan inget")
    plan = plan_import(workspace, [tmp_path / "trasig.xlsx", bjuv(tmp_path, BATH)])
    report = import_report(plan, phrasebook("sv"))

    assert report["imported"] == 1
    assert report["lists"][0]["error"]["code"] == "damaged"
    assert report["counts"]["new"] == 1


def test_the_report_shows_what_changes(workspace: Workspace, tmp_path: Path) -> None:
    run_import(workspace, plan_import(workspace, [bjuv(tmp_path, BATH)]))
    report = import_report(plan_import(workspace, [bjuv(tmp_path, [*BATH[:4], 210.5, *BATH[5:]])]), phrasebook("sv"))

    (row,) = report["lists"][0]["rows"]
    assert (row["row"], row["verdict"], row["imported"]) == (2, "changed", True)
    assert report["lists"][0]["sheets"][0]["rows"][0]["verdict"] == "changed"
    assert row["changes"] == [{"field": "budget_total", "before": 200.0, "after": 210.5}]


def test_a_project_without_a_list_is_never_missing(workspace: Workspace, tmp_path: Path) -> None:
    town = workspace.read(reads.known).names.municipality("bjuv")
    assert town is not None
    workspace.run(AddProject(fields={"title": "Eget i Bjuv", "municipality_id": town.id}))

    assert verdicts(plan_import(workspace, [bjuv(tmp_path, BATH)])) == ["new"]


def test_an_end_before_our_start_asks_instead_of_stopping_the_import(workspace: Workspace, tmp_path: Path) -> None:
    run_import(workspace, plan_import(workspace, [bjuv(tmp_path, BATH, LOCK)]))
    mine = ProjectId(project(workspace, "Digitala lås").id)
    day = date(2028, 1, 1)
    workspace.run(EditProject(project=mine, changes={"end": None}))
    workspace.run(EditProject(project=mine, changes={"start": Period(day, day, Precision.DAY, "2028-01-01")}))
    plan = plan_import(workspace, [bjuv(tmp_path, BATH, [*LOCK[:5], "2026", LOCK[6]])])
    planner = Planner(workspace.read(reads.known))

    assert verdicts(plan) == ["unchanged", "error"]
    later = read_answer("end", "2029")
    assert verdicts(planner.mended(plan, RowKey(0, "Projekt", 3), "end", later)) == ["unchanged", "conflict"]


def test_a_stopped_project_keeps_the_lesson_it_has(workspace: Workspace, tmp_path: Path) -> None:
    run_import(workspace, plan_import(workspace, [bjuv(tmp_path, BATH)]))
    mine = ProjectId(project(workspace, "Badplatser i realtid").id)
    workspace.run(EditProject(project=mine, changes={"lesson": "Is förstör sensorer."}))

    assert verdicts(plan_import(workspace, [bjuv(tmp_path, [*BATH[:2], "Nedlagd", *BATH[3:]])])) == ["changed"]


def test_what_a_heading_means_is_remembered_for_the_municipality(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["Projektnamn", "Status", "Xyz"], ["Badplatser i realtid", "Pilot", "Vi mäter varje timme."]]
    first = write_book(tmp_path / "Bjuv.xlsx", {"Projekt": rows})
    known = workspace.read(reads.known)
    plan = Planner(known).plan(read_lists([first], known.names))
    choices = (ColumnChoice("Projekt", "C", "what"),)
    plan = Planner(known).reread(plan, 0, read_list(first, choices=choices), choices)
    run_import(workspace, plan)

    assert project(workspace, "Badplatser i realtid").what == "Vi mäter varje timme."
    second = write_book(tmp_path / "Bjuv igen.xlsx", {"Projekt": [rows[0], ["Digitala lås", "Pilot", "Vi byter."]]})
    other = write_book(tmp_path / "Klippan.xlsx", {"Projekt": [rows[0], ["Ett annat", "Pilot", "Text."]]})
    mine, theirs = plan_import(workspace, [second, other]).lists
    assert mine.candidates[0].row.values["what"] == "Vi byter."
    assert "what" not in theirs.candidates[0].row.values
