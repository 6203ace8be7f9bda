"""Files in the window: making, opening, leaving, dropping, and what is told when that fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from smartstad_desktop.app.wiring import DEMO_NAME, Desk
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.shell.new_programme import NewProgramme
from smartstad_desktop.ui.shell.start_page import Choice
from smartstad_desktop.usecases.inventory.inventory import AddProject
from smartstad_desktop.usecases.workshop.rehearsal import start_rehearsal
from smartstad_desktop.usecases.workspace import Workspace

Wait = Callable[[type[QWidget]], QWidget]


@pytest.fixture
def opened(desk: Desk) -> Desk:
    """The desk with the demonstration region open."""
    desk.open_demo()
    assert desk.workspace is not None
    return desk


def add(desk: Desk, title: str = "Ny cykelväg") -> int:
    assert desk.workspace is not None
    return desk.workspace.run(AddProject(fields={"title": title, "municipality_id": 1})).value


def test_a_file_is_opened_where_it_was_left(opened: Desk) -> None:
    assert opened.workspace is not None
    path = opened.workspace.path
    opened.window.go_to(PageTarget(PageId.PROGRAMME))
    opened.close_file()
    assert opened.workspace is None
    assert opened.settings.recent == (path,)
    opened.open_file(path)
    assert opened.window.open_file is not None
    assert opened.window.open_file.pages.current is PageId.PROGRAMME


def test_a_new_programme_is_made_from_a_template(
    desk: Desk, dialog: Wait, answers: Callable[..., None], tmp_path: Path
) -> None:
    answers(saved=tmp_path / "nytt")
    desk.window.deeds.new_file()
    question = dialog(NewProgramme)
    choices = question.findChildren(Choice)
    assert choices[0].text().startswith("Familjen Helsingborg")
    choices[0].click()
    assert desk.workspace is not None
    assert desk.workspace.path == tmp_path / "nytt.smartstad"
    assert not question.isVisible()


def test_a_file_that_is_open_elsewhere_can_be_read(desk: Desk, dialog: Wait, tmp_path: Path) -> None:
    desk.open_demo()
    assert desk.workspace is not None
    path = desk.workspace.path
    desk.close_file()
    with Workspace.open(path):
        desk.open_file(path)
        question = dialog(Dialog)
        assert isinstance(question, Dialog)
        assert desk.workspace is None
        question.confirm()
        assert desk.workspace is not None
        assert desk.workspace.is_read_only
        assert not desk.window.actions_by_id.by_id["add_project"].isEnabled()
    assert desk.window.open_file is not None
    desk.window.open_file.writable_wanted.emit()
    assert not desk.workspace.is_read_only


def test_a_missing_file_is_told_and_can_leave_the_list(desk: Desk, tmp_path: Path) -> None:
    gone = tmp_path / "borta.smartstad"
    desk.settings.opened(gone)
    desk.open_file(gone)
    assert desk.window.notices.toast.isVisible()
    desk.window.notices.toast.button.click()
    assert desk.settings.recent == ()


def drop(window: QWidget, *paths: Path) -> None:
    what = QMimeData()
    what.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(600, 400), copy, what, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(600, 400), copy, what, left, none))


def test_a_workspace_dropped_on_the_window_is_opened(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "släppt.smartstad"
    Workspace.create(path).close()
    drop(desk.window, path)
    assert desk.workspace is not None
    assert desk.workspace.path == path


def test_lists_dropped_without_a_file_say_what_to_do(desk: Desk, tmp_path: Path) -> None:
    drop(desk.window, tmp_path / "lista.xlsx")
    assert desk.window.notices.toast.text == _("Open a programme first; then drop the lists again.")


def test_the_demonstration_region_is_made_the_first_time_and_kept(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "home" / "demo" / DEMO_NAME).unlink()
    desk.open_demo()
    add(desk)
    assert desk.workspace is not None
    steps = len(desk.workspace.steps())
    desk.open_demo()
    assert len(desk.workspace.steps()) == steps


def test_closing_keeps_the_place_of_the_window_and_no_copies(desk: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "home" / "opened" / "a" / "Fullmakt.pdf"
    copy.parent.mkdir(parents=True)
    desk.window.resize(1024, 700)
    assert desk.window.close()
    assert desk.settings.geometry
    again = Desk(type(desk.settings).load(desk.settings.path))
    assert again.window.size().height() == 700
    again.window.deleteLater()
    desk.close()
    assert not copy.parent.exists()


def test_a_rehearsal_that_is_closed_can_be_thrown_away_and_the_real_file_stays(opened: Desk) -> None:
    assert opened.workspace is not None
    real = opened.workspace.path
    copy = start_rehearsal(opened.workspace, real.parent, "Övning")
    opened.open_file(copy)
    assert opened.workspace is not None
    assert opened.workspace.path == copy
    assert "Repetition" in opened.window.windowTitle(), "nobody takes it for the real file"
    opened.close_file()
    assert copy.exists(), "only the user throws it away"
    offer = opened.window.notices.toast.button
    assert offer.text() == "Kasta den"
    assert not opened.window.notices.toast.is_about_to_go, "it is offered nowhere else"
    offer.click()
    assert not copy.exists()
    assert real.exists()
    opened.open_file(real)
    opened.close_file()
    assert real.exists()
    assert opened.window.notices.toast.button.text() != "Kasta den", "the real file is never offered"
