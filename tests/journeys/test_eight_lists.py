"""Eight lists come in at once: dropped, asked about, answered by keyboard alone, imported as one step, taken back."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from smartstad_desktop.app.wiring import Desk
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.lists.importing import Candidate, Verdict
from smartstad_desktop.reads.lists import importing as reads
from smartstad_desktop.ui.importing.page import ImportingPage
from smartstad_desktop.usecases.inventory.inventory import EditProject
from smartstad_desktop.usecases.lists.exporting import export_workbook
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workspaces import dump

LISTS = Path(__file__).parents[1] / "data" / "lists"
TITLE = "Digital tvilling för översvämning"


def came_back(workspace: Workspace, folder: Path) -> Path:
    """Helsingborg's own workbook, changed by them while somebody changed the same cell here."""
    target = folder / "Helsingborg.xlsx"
    export_workbook(workspace, "helsingborg", target)
    book = openpyxl.load_workbook(target)
    sheet = book["Projekt"]
    column = {str(cell.value).split(" ")[0]: cell.column for cell in sheet[1]}
    row = next(row for row in range(2, sheet.max_row) if sheet.cell(row, column["Projektnamn"]).value == TITLE)
    sheet.cell(row, column["Status"]).value = "Avslutad"
    sheet.cell(row, column["Budget"]).value = 2400
    book.save(target)
    ours = next(each for each in workspace.read(reads.known).projects if each.title == TITLE)
    workspace.run(EditProject(project=ours.id, changes={"status": Status.IMPLEMENTATION}))
    return target


def drop(desk: Desk, paths: list[Path]) -> ImportingPage:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copied, pressed, alone = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = QPointF(500, 400)
    QApplication.sendEvent(desk.window, QDragEnterEvent(place.toPoint(), copied, mime, pressed, alone))
    QApplication.sendEvent(desk.window, QDropEvent(place, copied, mime, pressed, alone))
    page = desk.window.findChild(ImportingPage)
    assert isinstance(page, ImportingPage)
    return page


def asking(page: ImportingPage) -> list[Candidate]:
    return [each for one in page.plan.lists for each in one.asking]


def mend(page: ImportingPage, qtbot: QtBot, candidate: Candidate) -> None:
    """Enter leads into the field, what is suggested there is kept or chosen, Enter takes it."""
    qtbot.waitUntil(lambda: page.review.table.answers_of(candidate.key) is not None)
    row = page.review.table.answers_of(candidate.key)
    assert row is not None
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    QTest.keyClick(page.review.table, Qt.Key.Key_Return)
    editor = row.editor
    assert editor is not None
    assert editor.hasFocus()
    if isinstance(editor, QComboBox):
        QTest.keyClick(editor, Qt.Key.Key_Down)
        editor.activated.emit(editor.currentIndex())
    elif isinstance(editor, QLineEdit):
        if not editor.text():
            QTest.keyClicks(editor, "2035")
        QTest.keyClick(editor, Qt.Key.Key_Return)


def test_eight_lists_are_answered_by_keyboard_imported_and_taken_back(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.open_demo()
    workspace = desk.workspace
    assert workspace is not None
    others = sorted(
        path for path in LISTS.iterdir() if path.suffix in {".xlsx", ".csv"} and "register" not in path.name
    )
    lists = [came_back(workspace, tmp_path), *others]
    before, steps = dump(workspace), len(workspace.steps())
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    page = drop(desk, lists)
    qtbot.waitUntil(lambda: len(page.plan.lists) == len(lists) == 8)
    assert dump(workspace) == before
    assert {each.verdict for each in asking(page)} >= {Verdict.CONFLICT, Verdict.ERROR}

    page.review.table.setFocus()
    for _question in range(30):
        if not asking(page):
            break
        QTest.keyClick(page.review.table, Qt.Key.Key_N)
        key = page.review.table.current_key()
        candidate = next(each for each in asking(page) if each.key == key)
        if candidate.verdict is Verdict.ERROR:
            mend(page, qtbot, candidate)
        else:
            QTest.keyClick(page.review.table, Qt.Key.Key_2)
    assert asking(page) == []

    page.accept.setFocus()
    QTest.keyClick(page.accept, Qt.Key.Key_Space)
    qtbot.waitUntil(page.result.isVisible)
    assert len(workspace.steps()) == steps + 1
    changed = next(each for each in workspace.read(reads.known).projects if each.title == TITLE)
    assert (changed.values["status"], changed.values["budget_total"]) == (Status.COMPLETED, 2_400_000)
    assert len(dump(workspace)["project"]) > len(before["project"]) + 30

    QTest.keyClick(desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dump(workspace) == before
