"""What people do to a workbook before they send it back, and the verdict that each row then has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.lists.import_cells import CellAnswer, CellState
from smartstad_desktop.domain.lists.importing import Answer, Candidate, FoundBy, ImportPlan, RowKey, Verdict
from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.reads.lists import importing as reads
from smartstad_desktop.storage.tables.inventory import Project, ProjectMunicipality
from smartstad_desktop.usecases.inventory.inventory import AddProject, EditProject
from smartstad_desktop.usecases.lists.exporting import export_workbook
from smartstad_desktop.usecases.lists.import_planning import Planner
from smartstad_desktop.usecases.lists.importing import plan_import, run_import
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workbooks import write_book
from tests.support.workspaces import dump

Rows = list[list[Any]]
TITLES = ("Badplatser i realtid", "Digitala lås", "E-arkiv för bygglov", "Självkörande buss")
HEAD = ["Projektnamn", "Status", "Vad?", "Kommun"]


@pytest.fixture
def workspace(workspace: Workspace) -> Workspace:
    for number, title in enumerate(TITLES):
        fields = {"title": title, "municipality_id": 3, "status": "pilot", "what": f"Vad {number}", "place": "Torget"}
        workspace.run(AddProject(fields=fields))
    return workspace


@pytest.fixture
def returned(workspace: Workspace, tmp_path: Path) -> Callable[[Callable[[Rows], Rows]], ImportPlan]:
    """Send a workbook, let its rows be changed (the first is the headings), and plan what came back."""
    sent = tmp_path / "Båstad.xlsx"
    export_workbook(workspace, "bastad", sent)

    def plan(change: Callable[[Rows], Rows]) -> ImportPlan:
        book = load_workbook(sent)
        sheet = book["Projekt"]
        rows = change([[cell.value for cell in row] for row in sheet.iter_rows()])
        sheet.delete_rows(1, sheet.max_row)
        sheet.tables.clear()
        for row in rows:
            sheet.append(row)
        path = tmp_path / "tillbaka.xlsx"
        book.save(path)
        return plan_import(workspace, [path])

    return plan


def place(rows: Rows, heading: str) -> int:
    """Return the column of a heading, from 0."""
    return next(index for index, text in enumerate(rows[0]) if str(text).startswith(heading))


def told(plan: ImportPlan) -> list[tuple[str, str]]:
    """Return name and verdict of every row, as they stand."""
    return [(each.row.title, each.verdict.value) for each in plan.lists[0].candidates]


def one(plan: ImportPlan, verdict: Verdict) -> Candidate:
    """Return the only row with a verdict."""
    (found,) = [each for one in plan.lists for each in one.candidates if each.verdict is verdict]
    return found


def project(workspace: Workspace, title: str) -> Any:
    return workspace.read(lambda c: c.execute(select(Project.__table__).where(Project.title == title)).one())


def count(workspace: Workspace) -> int:
    return workspace.read(lambda c: c.scalar(select(func.count()).select_from(Project)) or 0)


Returned = Callable[[Callable[[Rows], Rows]], ImportPlan]


def test_what_comes_back_as_it_went_is_unchanged(returned: Returned) -> None:
    assert told(returned(lambda rows: rows)) == [(title, "unchanged") for title in TITLES]


def test_sorted_rows_are_unchanged(returned: Returned) -> None:
    plan = returned(lambda rows: [rows[0], *reversed(rows[1:])])

    assert {verdict for _title, verdict in told(plan)} == {"unchanged"}


def test_one_edited_cell_is_told_alone(returned: Returned) -> None:
    def edit(rows: Rows) -> Rows:
        rows[2][place(rows, "Vad?")] = "Vi byter alla lås."
        return rows

    plan = returned(edit)
    assert [verdict for _title, verdict in told(plan)] == ["unchanged", "changed", "unchanged", "unchanged"]
    (cell,) = one(plan, Verdict.CHANGED).cells
    assert (cell.field, cell.before, cell.after, cell.sent, cell.state) == (
        "what", "Vad 1", "Vi byter alla lås.", "Vad 1", CellState.THEIRS,
    )  # fmt: skip


def test_an_inserted_row_is_new_and_a_deleted_one_missing(returned: Returned) -> None:
    def change(rows: Rows) -> Rows:
        new: list[Any] = [None] * len(rows[0])
        new[place(rows, "Projektnamn")], new[place(rows, "Status")] = "Ny cykelbro", "Idé"
        return [*rows[:2], new, *rows[3:]]

    assert told(returned(change)) == [
        ("Badplatser i realtid", "unchanged"),
        ("Ny cykelbro", "new"),
        ("E-arkiv för bygglov", "unchanged"),
        ("Självkörande buss", "unchanged"),
        ("Digitala lås", "missing"),
    ]


def test_a_copied_row_asks_and_one_with_another_name_is_new(returned: Returned) -> None:
    def change(rows: Rows) -> Rows:
        renamed = list(rows[1])
        renamed[place(rows, "Projektnamn")] = "Parkering vid stranden"
        return [rows[0], renamed, *rows[1:], list(rows[2])]

    plan = returned(change)
    assert told(plan) == [
        ("Parkering vid stranden", "new"),
        ("Badplatser i realtid", "unchanged"),
        ("Digitala lås", "unchanged"),
        ("E-arkiv för bygglov", "unchanged"),
        ("Självkörande buss", "unchanged"),
        ("Digitala lås", "duplicate"),
    ]
    assert one(plan, Verdict.DUPLICATE).repeats == 4


def test_lost_keys_are_made_up_for_by_name_and_likeness(returned: Returned) -> None:
    def change(rows: Rows) -> Rows:
        for row in rows[1:]:
            row[place(rows, "SMARTstad")] = None
        rows[1][place(rows, "Projektnamn")] = "Badplatser i realtiden"
        return rows

    plan = returned(change)
    assert [verdict for _title, verdict in told(plan)] == ["changed", "unchanged", "unchanged", "unchanged"]
    assert [each.found_by for each in plan.lists[0].candidates] == [FoundBy.LIKENESS, *[FoundBy.NAME] * 3]


def test_keys_sorted_apart_from_their_rows_mislead_nobody(returned: Returned) -> None:
    def change(rows: Rows) -> Rows:
        column = place(rows, "SMARTstad")
        keys = [row[column] for row in rows[1:]]
        for row, key in zip(rows[1:], [*keys[1:], keys[0]], strict=True):
            row[column] = key
        return rows

    plan = returned(change)
    assert [verdict for _title, verdict in told(plan)] == ["unchanged"] * 4


def test_a_renamed_row_is_found_by_its_key(returned: Returned) -> None:
    def change(rows: Rows) -> Rows:
        rows[4][place(rows, "Projektnamn")] = "Autonom kollektivtrafik"
        return rows

    candidate = one(returned(change), Verdict.CHANGED)
    assert (candidate.found_by, [cell.field for cell in candidate.cells]) == (FoundBy.KEY, ["title"])


def cleared(rows: Rows) -> Rows:
    rows[1][place(rows, "Plats")] = None
    return rows


def answered_cell(
    plan: ImportPlan, key: RowKey, name: str, answer: CellAnswer, written: str | None = None
) -> ImportPlan:
    """Answer one cell, as the review does."""
    return plan.changed(lambda each: each.answered_cells(answer, lambda cell: cell.field == name, written), {key})


def test_an_emptied_cell_is_a_visible_choice(workspace: Workspace, returned: Returned) -> None:
    plan = returned(cleared)
    candidate = one(plan, Verdict.CONFLICT)
    (cell,) = candidate.cells

    assert (cell.state, cell.before, cell.after, candidate.is_taken) == (CellState.CLEARED, "Torget", None, False)
    kept = answered_cell(plan, candidate.key, "place", CellAnswer.OURS)
    assert one(kept, Verdict.CONFLICT).is_taken
    run_import(workspace, kept)
    assert project(workspace, TITLES[0]).place == "Torget"


def test_an_emptied_cell_can_be_emptied_here_too(workspace: Workspace, returned: Returned) -> None:
    plan = returned(cleared).answered_cells(CellAnswer.THEIRS, state=CellState.CLEARED)
    run_import(workspace, plan)

    assert project(workspace, TITLES[0]).place == ""


def test_after_keeping_ours_nobody_is_asked_again(workspace: Workspace, returned: Returned, tmp_path: Path) -> None:
    run_import(workspace, returned(cleared).answered_cells(CellAnswer.OURS))

    again = plan_import(workspace, [tmp_path / "tillbaka.xlsx"])
    assert {verdict for _title, verdict in told(again)} == {"unchanged"}


def conflicting(workspace: Workspace, returned: Returned) -> ImportPlan:
    for title in TITLES[:2]:
        changes = {"what": "Vårt", "place": "Hamnen"}
        workspace.run(EditProject(project=ProjectId(project(workspace, title).id), changes=changes))

    def change(rows: Rows) -> Rows:
        for row in rows[1:3]:
            row[place(rows, "Vad?")], row[place(rows, "Plats")] = "Deras", "Stranden"
        return rows

    return returned(change)


def test_conflicts_are_answered_cell_by_cell(workspace: Workspace, returned: Returned) -> None:
    plan = conflicting(workspace, returned)
    key = RowKey(0, "Projekt", 2)
    plan = answered_cell(plan, key, "what", CellAnswer.WRITTEN, written="Bådas")
    plan = answered_cell(plan, key, "place", CellAnswer.THEIRS)

    assert [each.is_taken for each in plan.lists[0].candidates[:2]] == [True, False]
    run_import(workspace, plan)
    mine = project(workspace, TITLES[0])
    assert (mine.what, mine.place) == ("Bådas", "Stranden")
    assert project(workspace, TITLES[1]).what == "Vårt"


def test_conflicts_are_answered_in_bulk(workspace: Workspace, returned: Returned) -> None:
    plan = conflicting(workspace, returned)
    plan = plan.answered_cells(CellAnswer.THEIRS, name="what").answered_cells(
        CellAnswer.OURS, name="place", list_index=0
    )
    run_import(workspace, plan)

    for title in TITLES[:2]:
        assert (project(workspace, title).what, project(workspace, title).place) == ("Deras", "Hamnen")


def test_answers_stay_when_the_rest_is_judged_again(workspace: Workspace, returned: Returned) -> None:
    plan = conflicting(workspace, returned).answered_cells(CellAnswer.THEIRS, name="what")
    workspace.run(EditProject(project=ProjectId(project(workspace, TITLES[3]).id), changes={"what": "Nytt"}))
    again = Planner(workspace.read(reads.known)).replanned(plan)

    answers = [[cell.answer for cell in each.cells] for each in again.lists[0].candidates[:2]]
    assert answers == [[CellAnswer.THEIRS, None]] * 2


def without_the_first(rows: Rows) -> Rows:
    return [rows[0], *rows[2:]]


def test_a_missing_project_stays_unless_somebody_says_otherwise(workspace: Workspace, returned: Returned) -> None:
    plan = returned(without_the_first)
    key = one(plan, Verdict.MISSING).key

    assert plan.taken_count == 0
    assert plan.answered(key, Answer.KEEP).taken_count == 0
    assert plan.answered(key, Answer.STOP).taken_count == 0


@pytest.mark.parametrize(
    ("answer", "said", "expected"),
    [
        (Answer.FINISH, "", (Status.COMPLETED, "", None, "")),
        (Answer.STOP, "Is förstör.", (Status.STOPPED, "Is förstör.", None, "")),
        (Answer.LATER, "Fråga Båstad", (Status.PILOT, "", "2027-02-20", "Fråga Båstad")),
    ],
)
def test_a_missing_project_can_be_settled(
    workspace: Workspace, returned: Returned, answer: Answer, said: str, expected: tuple[Any, ...]
) -> None:
    plan = returned(without_the_first)
    before = dump(workspace)
    run_import(workspace, plan.answered(one(plan, Verdict.MISSING).key, answer, said))
    row = project(workspace, TITLES[0])

    assert (row.status, row.lesson, row.review_on and row.review_on.isoformat(), row.comment) == expected
    workspace.undo()
    assert dump(workspace) == before


def test_lists_of_one_import_are_compared_with_each_other(workspace: Workspace, tmp_path: Path) -> None:
    one_list = write_book(
        tmp_path / "a.xlsx", {"Projekt": [HEAD, ["Sensorer för snöröjning", "Idé", "A", "Ängelholm"]]}
    )
    other = write_book(tmp_path / "b.xlsx", {"Projekt": [HEAD, ["Snöröjningssensorer", "Idé", "B", "Helsingborg"]]})
    plan = plan_import(workspace, [one_list, other])
    candidate = one(plan, Verdict.DUPLICATE)

    assert candidate.twin is not None
    assert (candidate.twin.row, candidate.twin.project, candidate.answer) == (RowKey(0, "Projekt", 2), None, Answer.OWN)
    run_import(workspace, plan.answered(candidate.key, Answer.MERGE))
    joined = project(workspace, "Sensorer för snöröjning")
    towns = workspace.read(lambda c: list(c.scalars(select(ProjectMunicipality.municipality_id))))
    assert (count(workspace), joined.what, towns) == (5, "A", [2])


def test_a_row_of_a_neighbour_changes_nothing_of_theirs(
    returned: Returned, workspace: Workspace, tmp_path: Path
) -> None:
    theirs = project(workspace, "Digitala lås")
    rows = [["SMARTstad-id", *HEAD], [theirs.key, "Digitala lås", "Avslutad", "Annat", "Ängelholm"]]
    plan = plan_import(workspace, [write_book(tmp_path / "grannen.xlsx", {"Projekt": rows})])

    assert told(plan) == [("Digitala lås", "duplicate")]
    run_import(workspace, plan)
    assert project_statuses(workspace) == ["completed", "pilot"]


def project_statuses(workspace: Workspace) -> list[str]:
    query = select(Project.status).where(Project.title == "Digitala lås").order_by(Project.status)
    return workspace.read(lambda c: list(c.scalars(query)))


def test_a_changed_column_of_their_own_is_a_change(workspace: Workspace, tmp_path: Path) -> None:
    head = ["Projektnamn", "Status", "Kommun", "Färg på pärmen", "Antal stolpar"]

    def plan(*cells: str) -> ImportPlan:
        rows = [head, [TITLES[0], "Pilot", "Båstad", *cells]]
        return plan_import(workspace, [write_book(tmp_path / "Båstad lista.xlsx", {"Projekt": rows})])

    first = plan("KS 1", "A")
    assert [(cell.field, cell.before, cell.after) for cell in first.lists[0].candidates[0].cells] == [
        ("extra:Färg på pärmen", None, "KS 1"), ("extra:Antal stolpar", None, "A"),
    ]  # fmt: skip
    run_import(workspace, first)
    assert plan("KS 1", "A").lists[0].candidates[0].verdict is Verdict.UNCHANGED
    again = plan("KS 2", "")
    (row,) = [each for each in again.lists[0].candidates if each.row.row]
    assert (row.verdict, [(cell.field, cell.before, cell.after) for cell in row.cells]) == (
        Verdict.CHANGED, [("extra:Färg på pärmen", "KS 1", "KS 2")],
    )  # fmt: skip
    run_import(workspace, again)
    assert workspace.read(reads.known).projects[0].extra == {"Färg på pärmen": "KS 2", "Antal stolpar": "A"}
