"""The files at the left: each has a state, any of them can be let go, and a locked one takes its password."""

from __future__ import annotations

import io
from pathlib import Path

import msoffcrypto
import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.lists.importing import Answer, RowKey
from smartstad_desktop.ui.importing.file_faces import FileState
from smartstad_desktop.ui.importing.file_paint import cross
from smartstad_desktop.ui.importing.page import ImportingPage
from smartstad_desktop.ui.kit.jobs import Jobs, Threaded
from smartstad_desktop.ui.kit.rows_model import ROW_ROLE
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.lists import BATH, DATA, LOCK, book, read, verdicts
from tests.ui.conftest import HeardNotices


def locked(path: Path, plain: Path, password: str) -> Path:
    """Write *plain* once more, behind a password."""
    with plain.open("rb") as source:
        made = io.BytesIO()
        msoffcrypto.OfficeFile(source).encrypt(password, made)
    path.write_bytes(made.getvalue())
    return path


def states(page: ImportingPage) -> list[FileState]:
    model = page.review.files.model()
    return [model.index(row, 0).data(ROW_ROLE).state for row in range(model.rowCount())]


def choose(page: ImportingPage, place: int) -> QModelIndex:
    index = page.review.files.model().index(place, 0)
    page.review.files.setCurrentIndex(index)
    return index


def test_every_file_says_in_words_what_it_needs(page: ImportingPage, tmp_path: Path) -> None:
    read(
        page,
        book(tmp_path, BATH),
        book(tmp_path, BATH, name="lista.xlsx"),
        DATA / "difficult" / "calamine_pass_protected.xlsx",
        tmp_path / "borta.xlsx",
    )
    spoken = [page.review.files.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(4)]

    assert states(page) == [FileState.READY, FileState.ASKING, FileState.LOCKED, FileState.FAILED]
    assert spoken[0] == "Helsingborg.xlsx, 1 rad · klar"
    assert spoken[1].endswith("vems lista?")
    assert spoken[3].startswith("borta.xlsx, Filen går inte att öppna.")


def test_more_files_can_be_added_and_answers_stay(page: ImportingPage, notices: HeardNotices, tmp_path: Path) -> None:
    first = book(tmp_path, BATH, LOCK)
    read(page, first)
    page.review.table.go_to(RowKey(0, "Projekt", 3))
    QTest.keyClick(page.review.table, Qt.Key.Key_Space)
    read(page, book(tmp_path, BATH, name="Båstad.xlsx"))

    assert [one.read.name for one in page.plan.lists] == ["Helsingborg.xlsx", "Båstad.xlsx"]
    assert page.plan.lists[0].candidates[1].answer is Answer.SKIP
    read(page, first)
    assert len(page.plan.lists) == 2
    assert notices.said[-1] == "De här filerna är redan med."


@pytest.mark.parametrize("by", ["key", "cross", "button"])
def test_a_file_is_let_go_of(page: ImportingPage, tmp_path: Path, by: str) -> None:
    read(page, tmp_path / "borta.xlsx", book(tmp_path, BATH))
    files, index = page.review.files, choose(page, 0)
    if by == "key":
        QTest.keyClick(files, Qt.Key.Key_Delete)
    elif by == "cross":
        place = cross(files.visualRect(index)).center()
        QTest.mouseClick(files.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    else:
        QTest.mouseClick(page.review.trouble.remove, Qt.MouseButton.LeftButton)

    assert [one.read.name for one in page.plan.lists] == ["Helsingborg.xlsx"]
    assert page.plan.lists[0].candidates[0].key == RowKey(0, "Projekt", 2)
    assert page.accept.text() == "Importera 1 rad"


def test_a_press_beside_the_cross_only_chooses(page: ImportingPage, tmp_path: Path) -> None:
    read(page, book(tmp_path, BATH), book(tmp_path, BATH, name="Båstad.xlsx"))
    files = page.review.files
    place = files.visualRect(files.model().index(1, 0)).topLeft() + QPoint(30, 14)
    QTest.mouseClick(files.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    assert files.currentIndex().row() == 1
    assert len(page.plan.lists) == 2


def test_letting_the_last_file_go_comes_back_to_the_beginning(page: ImportingPage, tmp_path: Path) -> None:
    read(page, book(tmp_path, BATH))
    QTest.keyClick(page.review.files, Qt.Key.Key_Delete)

    assert page.invitation.isVisible()


def test_a_password_opens_a_locked_file(page: ImportingPage, tmp_path: Path) -> None:
    read(page, locked(tmp_path / "Bjuv.xlsx", book(tmp_path, BATH), "hemligt"))
    trouble = page.review.trouble
    assert trouble.password.isVisible()

    trouble.password.setText("fel")
    QTest.keyClick(trouble.password, Qt.Key.Key_Return)
    assert states(page) == [FileState.LOCKED]
    trouble.password.setText("hemligt")
    QTest.mouseClick(trouble.open, Qt.MouseButton.LeftButton)

    assert verdicts(page) == ["new"]
    assert not trouble.isVisible()


def test_a_file_that_came_back_is_read_again(page: ImportingPage, tmp_path: Path) -> None:
    read(page, tmp_path / "Helsingborg.xlsx")
    assert states(page) == [FileState.FAILED]
    book(tmp_path, BATH)
    QTest.mouseClick(page.review.trouble.again, Qt.MouseButton.LeftButton)

    assert verdicts(page) == ["new"]


def test_one_file_is_stopped_and_the_others_are_read(
    workspace: Workspace, services: Services, qtbot: QtBot, tmp_path: Path
) -> None:
    jobs = Jobs(Threaded())
    page = ImportingPage(Services(workspace, services.changes, jobs, services.notices, services.settings))
    qtbot.addWidget(page)
    page.show()
    page.read([book(tmp_path, BATH, name="Båstad.xlsx"), DATA / "lists" / "Ängelholm.xlsx", book(tmp_path, BATH)])
    assert FileState.WAITING in states(page)
    assert not page.accept.isEnabled()
    choose(page, 1)
    QTest.keyClick(page.review.files, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: verdicts(page) != [] and not page.session.is_comparing, timeout=20_000)
    QApplication.processEvents()

    assert [one.read.name for one in page.plan.lists] == ["Båstad.xlsx", "Helsingborg.xlsx"]
    assert page.accept.isEnabled()
    jobs.close()


def test_what_is_hidden_in_a_file_is_said(page: ImportingPage) -> None:
    read(page, DATA / "formats" / "lista.xlsb")

    assert page.review.origin.place.text().endswith("1 dold rad är med · inte läst, för att det är dolt: Gammalt")
    assert "”#DIV/0!” är ett fel i arbetsboken. Cell G5." in page.review.table.model().index(1, 3).data()
