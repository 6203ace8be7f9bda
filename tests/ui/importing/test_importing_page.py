"""The importing page: what is read is reviewed, what is said is heard, and only the button writes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.lists.import_cells import CellAnswer
from smartstad_desktop.domain.lists.importing import Answer, RowKey, Verdict
from smartstad_desktop.reads.lists import importing as reads
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.ui.importing.page import ImportingPage
from smartstad_desktop.ui.importing.questions import Without
from smartstad_desktop.ui.kit.jobs import Jobs, Threaded
from smartstad_desktop.ui.kit.page import PageTarget
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.targets import PageId
from smartstad_desktop.usecases.inventory.inventory import EditProject
from smartstad_desktop.usecases.lists.importing import plan_import, run_import
from smartstad_desktop.usecases.programme.municipalities import AddMunicipality
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.lists import BATH, DATA, LOCK, book, read, verdicts
from tests.support.workspaces import dump


def answers(page: ImportingPage, row: int, qtbot: QtBot) -> Any:
    key = RowKey(0, "Projekt", row)
    qtbot.waitUntil(lambda: page.review.table.answers_of(key) is not None)
    return page.review.table.answers_of(key)


def statuses(workspace: Workspace) -> dict[str, str]:
    return workspace.read(lambda c: {row.title: row.status for row in c.execute(select(Project.title, Project.status))})


def test_nothing_is_written_before_the_button(page: ImportingPage, workspace: Workspace, tmp_path: Path) -> None:
    before = dump(workspace)
    read(page, book(tmp_path, BATH, LOCK))

    assert verdicts(page) == ["new", "new"]
    assert page.accept.text() == "Importera 2 rader"
    assert dump(workspace) == before


def test_the_button_writes_one_step_and_the_result_undoes_it(
    page: ImportingPage, workspace: Workspace, tmp_path: Path
) -> None:
    before, steps = dump(workspace), len(workspace.steps())
    read(page, book(tmp_path, BATH, LOCK))
    QTest.mouseClick(page.accept, Qt.MouseButton.LeftButton)

    assert len(workspace.steps()) == steps + 1
    assert page.result.title.text() == "2 rader importerade"
    QTest.mouseClick(page.result.undo, Qt.MouseButton.LeftButton)
    assert dump(workspace) == before
    assert page.result.title.text() == "Importen är ångrad"


def test_the_result_leads_to_the_inventory(page: ImportingPage, qtbot: QtBot, tmp_path: Path) -> None:
    read(page, book(tmp_path, BATH))
    page.apply()

    with qtbot.waitSignal(page.navigate) as heard:
        page.result.inventory.click()
    assert heard.args == [PageTarget(PageId.INVENTORY)]


def make_conflict(workspace: Workspace, tmp_path: Path) -> Path:
    run_import(workspace, plan_import(workspace, [book(tmp_path, BATH, LOCK)]))
    known = workspace.read(reads.known)
    lock = next(each for each in known.projects if each.title == "Digitala lås")
    workspace.run(EditProject(project=lock.id, changes={"status": Status.PILOT}))
    return book(tmp_path, BATH, [*LOCK[:2], "Avslutad", *LOCK[3:]])


def test_a_conflict_is_answered_by_mouse(
    page: ImportingPage, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    read(page, make_conflict(workspace, tmp_path))
    assert (verdicts(page), page.plan.taken_count) == (["unchanged", "conflict"], 0)

    row = answers(page, 3, qtbot)
    assert row.chip(CellAnswer.OURS).text() == "Behåll vår: Pilot"
    QTest.mouseClick(row.chip(CellAnswer.THEIRS), Qt.MouseButton.LeftButton)
    assert page.plan.taken_count == 1
    page.apply()
    assert statuses(workspace)["Digitala lås"] == "completed"


def test_a_conflict_is_answered_by_keyboard(
    page: ImportingPage, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    read(page, make_conflict(workspace, tmp_path))
    row = answers(page, 3, qtbot)
    page.review.table.go_to(RowKey(0, "Projekt", 3))
    QTest.keyClick(page.review.table, Qt.Key.Key_Return)
    QTest.keyClick(row.chip(CellAnswer.OURS), Qt.Key.Key_Tab)
    QTest.keyClick(row.chip(CellAnswer.THEIRS), Qt.Key.Key_Space)

    assert page.plan.lists[0].candidates[1].answer is Answer.THEIRS


def test_an_amount_is_mended_in_its_place(
    page: ImportingPage, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    read(page, book(tmp_path, [*BATH[:4], "ca 3–4 mkr", BATH[5]]))
    row = answers(page, 2, qtbot)
    assert isinstance(row.editor, QLineEdit)
    assert row.editor.text().startswith("3")

    row.editor.setText("bara lite")
    QTest.keyClick(row.editor, Qt.Key.Key_Return)
    assert verdicts(page) == ["error"]
    assert row.editor.property("wrong")
    row.editor.setText("3,2 mkr")
    QTest.keyClick(row.editor, Qt.Key.Key_Return)
    assert verdicts(page) == ["new"]
    assert page.plan.lists[0].candidates[0].row.values["budget_total"] == 3_200_000


def test_a_row_is_taken_without_its_amount(page: ImportingPage, qtbot: QtBot, tmp_path: Path) -> None:
    read(page, book(tmp_path, [*BATH[:4], "tre miljoner", BATH[5]]))
    row = answers(page, 2, qtbot)
    QTest.mouseClick(row.chip(Without.THIS), Qt.MouseButton.LeftButton)

    assert verdicts(page) == ["new"]
    assert "budget_total" not in page.plan.lists[0].candidates[0].row.values


def test_an_unknown_status_is_chosen(page: ImportingPage, qtbot: QtBot, tmp_path: Path) -> None:
    read(page, book(tmp_path, [*BATH[:2], "Gul", *BATH[3:]]))
    box = answers(page, 2, qtbot).editor
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("operation"))
    box.activated.emit(box.currentIndex())

    assert page.plan.lists[0].candidates[0].row.values["status"] is Status.OPERATION


def test_space_leaves_rows_out_and_takes_them_again(page: ImportingPage, tmp_path: Path) -> None:
    read(page, book(tmp_path, BATH, LOCK))
    page.review.table.go_to(RowKey(0, "Projekt", 3))
    QTest.keyClick(page.review.table, Qt.Key.Key_Space)
    assert page.accept.text() == "Importera 1 rad"

    QTest.keyClick(page.review.table, Qt.Key.Key_Space)
    assert page.accept.text() == "Importera 2 rader"


def test_a_list_of_nobody_is_given_to_a_municipality(page: ImportingPage, tmp_path: Path) -> None:
    read(page, book(tmp_path, BATH, name="lista.xlsx"))
    assert not page.accept.isEnabled()
    assert page.review.origin.question.text() == "Vems lista är det?"

    page.review.origin.town.setCurrentText("Båstad")
    page.review.origin.town.activated.emit(page.review.origin.town.currentIndex())
    assert page.accept.text() == "Importera 1 rad"


def test_a_file_that_cannot_be_read_says_why(page: ImportingPage, tmp_path: Path) -> None:
    read(page, DATA / "difficult" / "calamine_pass_protected.xlsx", book(tmp_path, BATH))
    model = page.review.files.model()
    texts = [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(2)]

    assert (
        texts[0] == "calamine_pass_protected.xlsx, Filen har ett lösenord. Skriv lösenordet, eller be om en kopia utan."
    )
    assert page.accept.text() == "Importera 1 rad"


def test_chips_filter_the_rows(page: ImportingPage, tmp_path: Path) -> None:
    read(page, book(tmp_path, BATH, [*LOCK[:4], "ca 3–4 mkr", LOCK[5]]))
    chip = page.review.chips.chip(Verdict.ERROR)
    assert chip.text() == "Fel 1"
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)

    assert page.review.table.model().rowCount() == 1


def test_another_change_is_seen_and_mended_cells_stay(
    page: ImportingPage, workspace: Workspace, tmp_path: Path
) -> None:
    run_import(workspace, plan_import(workspace, [book(tmp_path, BATH)]))
    read(page, book(tmp_path, [*BATH[:4], "ca 3–4 mkr", BATH[5]]))
    page.review.table.mended.emit(RowKey(0, "Projekt", 2), "budget_total", "3 mkr")
    assert verdicts(page) == ["changed"]
    project = workspace.read(reads.known).projects[0]
    workspace.run(EditProject(project=project.id, changes={"budget_total": 3_000_000}))

    assert verdicts(page) == ["unchanged"]


def test_cancel_leaves_everything_as_it_was(page: ImportingPage, workspace: Workspace, tmp_path: Path) -> None:
    before = dump(workspace)
    read(page, book(tmp_path, BATH))
    page.cancel.click()

    assert dump(workspace) == before
    assert page.invitation.isVisible()


def test_reading_runs_beside_the_window_and_can_be_stopped(
    workspace: Workspace, services: Services, qtbot: QtBot, tmp_path: Path
) -> None:
    jobs = Jobs(Threaded())
    beside = Services(workspace, services.changes, jobs, services.notices, services.settings)
    page = ImportingPage(beside)
    qtbot.addWidget(page)
    page.show()
    page.read([book(tmp_path, BATH), DATA / "lists" / "Ängelholm.xlsx"])
    page.start_over()
    qtbot.waitUntil(lambda: not jobs.is_busy(), timeout=20_000)
    assert page.invitation.isVisible()

    page.read([book(tmp_path, BATH)])
    qtbot.waitUntil(lambda: verdicts(page) == ["new"], timeout=20_000)
    assert page.accept.isEnabled()
    jobs.close()


def test_a_municipality_that_is_not_in_the_programme_can_be_added(
    page: ImportingPage, workspace: Workspace, tmp_path: Path
) -> None:
    targets: list[PageTarget] = []
    page.navigate.connect(targets.append)
    read(page, book(tmp_path, BATH), book(tmp_path, LOCK, name="Storköping.xlsx"))
    assert not page.review.origin.stranger.isVisible()
    QTest.keyClick(page.review.files, Qt.Key.Key_Down)
    QTest.mouseClick(page.review.origin.stranger, Qt.MouseButton.LeftButton)
    assert [each.page for each in targets] == [PageId.PROGRAMME]

    added = {"name": "Storköpings kommun", "short_name": "Storköping", "mark": "ST", "colour": "#0B5C69"}
    workspace.run(AddMunicipality(fields=added))
    page.refresh()
    QApplication.processEvents()
    town = page.review.origin.town
    place = town.findText("Storköping")
    assert place > 0
    town.setCurrentIndex(place)
    town.activated.emit(place)
    QApplication.processEvents()
    assert not page.review.origin.stranger.isVisible()
    assert page.accept.text() == "Importera 2 rader"
