"""What rows ask, and every way of answering: cell by cell, by keys, by mouse, in bulk."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.lists.import_cells import CellAnswer, CellState
from smartstad_desktop.domain.lists.importing import Answer, RowKey, Verdict
from smartstad_desktop.reads.lists import importing as reads
from smartstad_desktop.ui.importing.bulk import BulkMenu
from smartstad_desktop.ui.importing.filters import ASKING
from smartstad_desktop.ui.importing.page import ImportingPage
from smartstad_desktop.usecases.inventory.inventory import EditProject
from smartstad_desktop.usecases.lists.exporting import export_workbook
from smartstad_desktop.usecases.lists.importing import plan_import, run_import
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.lists import BATH, LOCK, answers, book, candidate, put, read, verdicts
from tests.support.workbooks import write_book
from tests.support.workspaces import FixedClock
from tests.ui.conftest import HeardNotices

HEADINGS = {
    "status": "Status *",
    "budget": "Budget (tkr)",
    "unit": "Ansvarig förvaltning/bolag",
    "what": "Vad? (en mening) *",
}


@pytest.fixture
def returned(workspace: Workspace, clock: FixedClock, tmp_path: Path) -> Path:
    """Helsingborg's own workbook, sent and come back: one row with two conflicts and an emptied cell, one with one."""
    rows = [
        ["B-1", "Badplatser i realtid", "Planerad", "Vatten", "200 tkr", "2027"],
        ["B-2", "Digitala lås", "Planerad", "Vatten", "900 tkr", "2027"],
        ["B-3", "Snöröjning på karta", "Planerad", "Vatten", "100 tkr", "2027"],
    ]
    run_import(workspace, plan_import(workspace, [book(tmp_path, *rows)]))
    ids = {each.title: each.id for each in workspace.read(reads.known).projects}
    workspace.run(EditProject(project=ids["Badplatser i realtid"], changes={"owner_unit": "Fritid"}))
    # What was sent after that is what both sides know.
    clock.forward(days=1)
    sent = tmp_path / "Helsingborg 2.xlsx"
    export_workbook(workspace, "helsingborg", sent)
    changed = openpyxl.load_workbook(sent)
    sheet = changed["Projekt"]
    titles = {sheet.cell(row, 4).value: row for row in range(2, 5)}
    bath, lock, snow = (titles[name] for name in ("Badplatser i realtid", "Digitala lås", "Snöröjning på karta"))
    put(sheet, bath, "Status", "Pilot")
    put(sheet, bath, "Budget", 250)
    put(sheet, bath, "Ansvarig", None)
    put(sheet, lock, "Status", "Pilot")
    sheet.delete_rows(snow)
    changed.save(sent)
    workspace.run(
        EditProject(
            project=ids["Badplatser i realtid"], changes={"status": Status.IMPLEMENTATION, "budget_total": 300_000}
        )
    )
    workspace.run(EditProject(project=ids["Digitala lås"], changes={"status": Status.IMPLEMENTATION}))
    return sent


def said(page: ImportingPage, title: str) -> dict[str, CellAnswer | None]:
    return {cell.field: cell.answer for cell in candidate(page, title).conflicts}


def press(page: ImportingPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.review.table, key)


def test_each_cell_is_answered_by_a_key_in_its_turn(page: ImportingPage, returned: Path) -> None:
    read(page, returned)
    assert sorted(verdicts(page)) == ["conflict", "conflict", "missing"]
    page.review.table.setFocus()
    press(page, Qt.Key.Key_N)
    assert page.review.table.current_key() == candidate(page, "Badplatser i realtid").key
    assert set(said(page, "Badplatser i realtid").values()) == {None}

    press(page, Qt.Key.Key_1, Qt.Key.Key_2)
    assert list(said(page, "Badplatser i realtid").values()).count(None) == 1
    assert page.accept.text() == "Importera 0 rader"
    press(page, Qt.Key.Key_2)
    cells = {cell.field: cell for cell in candidate(page, "Badplatser i realtid").conflicts}
    assert cells["owner_unit"].state is CellState.CLEARED
    assert (cells["owner_unit"].answer, cells["owner_unit"].outcome) == (CellAnswer.THEIRS, None)
    assert page.accept.text() == "Importera 1 rad"


def test_the_next_question_is_found_and_backspace_takes_answers_back(page: ImportingPage, returned: Path) -> None:
    read(page, returned)
    page.review.table.setFocus()
    press(page, Qt.Key.Key_N, Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_N)
    assert page.review.table.current_key() == candidate(page, "Digitala lås").key
    press(page, Qt.Key.Key_2)
    assert page.plan.lists[0].asking == ()

    press(page, Qt.Key.Key_Backspace)
    assert said(page, "Digitala lås") == {"status": None}
    QTest.keyClick(page.review.table, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert page.review.table.current_key() == candidate(page, "Digitala lås").key


def test_a_value_of_ones_own_is_written_and_refused_until_it_can_be_read(
    page: ImportingPage, returned: Path, qtbot: QtBot, notices: HeardNotices
) -> None:
    read(page, returned)
    row = answers(page, "Badplatser i realtid", qtbot)
    QTest.mouseClick(row.chip(CellAnswer.WRITTEN, "budget_total"), Qt.MouseButton.LeftButton)
    editor = row.editor
    assert isinstance(editor, QLineEdit)
    assert editor.isVisible()
    editor.setText("ungefär lite")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert notices.said[-1] == "”ungefär lite” går inte heller att läsa."
    editor.setText("275 tkr")
    QTest.keyClick(editor, Qt.Key.Key_Return)

    cell = next(cell for cell in candidate(page, "Badplatser i realtid").conflicts if cell.field == "budget_total")
    assert (cell.answer, cell.outcome) == (CellAnswer.WRITTEN, 275_000)


def test_escape_and_the_arrows_go_through_the_answers(page: ImportingPage, returned: Path, qtbot: QtBot) -> None:
    read(page, returned)
    row = answers(page, "Digitala lås", qtbot)
    page.review.table.go_to(candidate(page, "Digitala lås").key)
    press(page, Qt.Key.Key_Return)
    assert row.chip(CellAnswer.OURS).hasFocus()
    QTest.keyClick(row.chip(CellAnswer.OURS), Qt.Key.Key_Right)
    assert row.chip(CellAnswer.THEIRS).hasFocus()
    QTest.keyClick(row.chip(CellAnswer.THEIRS), Qt.Key.Key_Escape)
    assert page.review.table.hasFocus()


def test_one_answer_goes_to_all_chosen_rows(page: ImportingPage, returned: Path) -> None:
    read(page, returned)
    page.review.chips.chip(Verdict.CONFLICT).click()
    page.review.table.setFocus()
    page.review.table.selectAll()
    press(page, Qt.Key.Key_2)

    assert {answer for name in ("Badplatser i realtid", "Digitala lås") for answer in said(page, name).values()} == {
        CellAnswer.THEIRS
    }


def test_many_questions_are_answered_from_a_menu(page: ImportingPage, returned: Path) -> None:
    read(page, returned)
    assert page.review.many.isVisible()
    menu = BulkMenu(page.plan, 0, page.review)
    menu.picked.connect(page.review.answered_many)
    texts = {action.text(): action for action in menu.actions() if not action.isSeparator()}
    assert "Läge: Ta listans (2)" in texts
    texts["Läge: Ta listans (2)"].trigger()

    assert said(page, "Digitala lås") == {"status": CellAnswer.THEIRS}
    assert said(page, "Badplatser i realtid")["status"] is CellAnswer.THEIRS
    assert said(page, "Badplatser i realtid")["budget_total"] is None


def test_a_missing_project_that_was_stopped_needs_its_lesson(page: ImportingPage, returned: Path, qtbot: QtBot) -> None:
    read(page, returned)
    gone = candidate(page, "Snöröjning på karta")
    assert not gone.is_asking
    page.review.table.go_to(gone.key)
    row = answers(page, "Snöröjning på karta", qtbot)
    press(page, Qt.Key.Key_3)
    editor = row.editor
    assert isinstance(editor, QLineEdit)
    assert candidate(page, "Snöröjning på karta").answer is None
    editor.setText("Kartan var ingen som tittade på.")
    QTest.keyClick(editor, Qt.Key.Key_Return)

    stopped = candidate(page, "Snöröjning på karta")
    assert (stopped.answer, stopped.said) == (Answer.STOP, "Kartan var ingen som tittade på.")
    assert stopped.is_taken


def test_a_twin_says_why_and_is_linked_by_a_key(page: ImportingPage, workspace: Workspace, tmp_path: Path) -> None:
    run_import(workspace, plan_import(workspace, [book(tmp_path, BATH)]))
    read(page, book(tmp_path, BATH, name="Båstad.xlsx"))
    face = page.review.table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Liknar Badplatser i realtid (Helsingborg)" in face
    assert "Samma namn" in face

    page.review.table.go_to(RowKey(0, "Projekt", 2))
    press(page, Qt.Key.Key_2)
    assert page.plan.lists[0].candidates[0].answer is Answer.LINK


def test_questions_of_other_lists_are_found_too(page: ImportingPage, tmp_path: Path) -> None:
    read(page, book(tmp_path, BATH), book(tmp_path, [*LOCK[:4], "ca 3–4 mkr", LOCK[5]], name="Båstad.xlsx"))
    QTest.mouseClick(page.review.next, Qt.MouseButton.LeftButton)

    assert page.review.files.currentIndex().row() == 1
    assert page.review.table.current_key() == RowKey(1, "Projekt", 2)
    page.review.chips.chip(ASKING).click()
    assert page.review.table.model().rowCount() == 1


def test_answers_far_down_appear_as_soon_as_they_are_seen(page: ImportingPage, qtbot: QtBot, tmp_path: Path) -> None:
    rows = [
        [f"B-{n}", f"Projekt nummer {n} om {'vatten' * n}", "Planerad", "Vatten", "200 tkr", "2027"] for n in range(60)
    ]
    read(page, book(tmp_path, *rows, [*LOCK[:4], "ca 3–4 mkr", LOCK[5]]))
    key = RowKey(0, "Projekt", 62)
    assert page.review.table.answers_of(key) is None
    bar = page.review.table.verticalScrollBar()
    bar.setValue(bar.maximum())

    qtbot.waitUntil(lambda: page.review.table.answers_of(key) is not None, timeout=300)


def test_the_key_for_the_next_question_works_among_the_files(page: ImportingPage, tmp_path: Path) -> None:
    read(page, book(tmp_path, BATH, [*LOCK[:4], "ca 3–4 mkr", LOCK[5]]))
    QTest.keyClick(page.review.files, Qt.Key.Key_N)

    assert page.review.table.current_key() == RowKey(0, "Projekt", 3)


def test_either_of_two_days_in_the_wrong_order_is_mended(page: ImportingPage, qtbot: QtBot, tmp_path: Path) -> None:
    head = ["Projektnamn", "Status", "Start", "Slut"]
    rows = [head, ["Digitala lås", "Pilot", "2028-03-01", "2027-01-31"]]
    read(page, write_book(tmp_path / "Helsingborg.xlsx", {"Projekt": rows}))
    row = answers(page, "Digitala lås", qtbot)
    assert [question.field for question in row.questions] == ["end", "start"]
    start = row.findChildren(QLineEdit)[1]
    start.setText("2026-03-01")
    QTest.keyClick(start, Qt.Key.Key_Return)

    assert verdicts(page) == ["new"]
    assert candidate(page, "Digitala lås").row.issues == ()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # lists of choices open without a screen
def test_a_status_is_chosen_from_an_open_list_and_taken_back(page: ImportingPage, qtbot: QtBot, tmp_path: Path) -> None:
    read(page, book(tmp_path, [*LOCK[:2], "Flygande", *LOCK[3:]]))
    box = answers(page, "Digitala lås", qtbot).editor
    assert isinstance(box, QComboBox)
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert verdicts(page) == ["error"]
    assert box.view().isVisible()
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    wanted = box.itemData(box.view().currentIndex().row())
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert candidate(page, "Digitala lås").row.values["status"] == wanted
    assert verdicts(page) == ["new"]

    page.review.table.go_to(candidate(page, "Digitala lås").key)
    press(page, Qt.Key.Key_Backspace)
    assert verdicts(page) == ["error"]


def test_the_keys_work_as_soon_as_the_lists_are_read(page: ImportingPage, tmp_path: Path) -> None:
    page.invitation.choose.setFocus()
    read(page, book(tmp_path, BATH, [*LOCK[:4], "ca 3–4 mkr", LOCK[5]]))
    assert page.window().focusWidget() is page.review.files
    QTest.keyClick(page.review.files, Qt.Key.Key_N)

    assert page.window().focusWidget() is page.review.table
