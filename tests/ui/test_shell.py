"""The window around the pages: opening, leaving, undoing, searching, changing language and look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from smartstad_desktop import places
from smartstad_desktop.app.wiring import DEMO_NAME, Desk
from smartstad_desktop.domain.values import Language
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.page import Page, PageId, PageTarget
from smartstad_desktop.ui.kit.theme import ThemeName
from smartstad_desktop.ui.overview.page import OverviewPage
from smartstad_desktop.ui.settings.dialog import SettingsDialog
from smartstad_desktop.ui.shell.about import About, Shortcuts, licences
from smartstad_desktop.ui.shell.actions import ACTIONS
from smartstad_desktop.ui.shell.command_search import CommandSearch
from smartstad_desktop.ui.shell.new_programme import NewProgramme
from smartstad_desktop.ui.shell.pages import PAGES
from smartstad_desktop.ui.shell.start_page import Choice, StartPage
from smartstad_desktop.usecases.inventory import AddProject
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


def test_actions_have_unique_keys_texts_and_icons() -> None:
    keys = [spec.keys for spec in ACTIONS if spec.keys]
    assert len(keys) == len(set(keys))
    assert all(not QKeySequence(key).isEmpty() for key in keys)
    assert len({spec.text for spec in ACTIONS}) == len(ACTIONS)
    assert len({spec.id for spec in ACTIONS}) == len(ACTIONS)
    for icon in [*(spec.icon for spec in ACTIONS), *(spec.icon for spec in PAGES)]:
        assert (places.resources() / "icons" / f"{icon}.svg").is_file()


def test_every_page_can_be_loaded_and_shown(opened: Desk) -> None:
    for spec in PAGES:
        assert issubclass(spec.load(), Page)
        opened.window.go_to(PageTarget(spec.id))
        assert opened.window.open_file is not None
        assert opened.window.open_file.pages.current is spec.id
        assert opened.window.rail.button(spec.id).isChecked()


def test_without_a_file_only_what_is_possible_is_enabled(desk: Desk) -> None:
    by_id = desk.window.actions_by_id.by_id
    assert by_id["open"].isEnabled()
    assert not by_id["undo"].isEnabled()
    assert not by_id["go_plan"].isEnabled()
    assert not desk.window.rail.button(PageId.BOARD).isEnabled()
    assert desk.window.findChild(StartPage) is not None


def test_a_step_is_undone_and_redone_by_name(opened: Desk, qtbot: QtBot) -> None:
    by_id = opened.window.actions_by_id.by_id
    add(opened)
    assert by_id["undo"].text() == "Ångra: lägg till ”Ny cykelväg”"
    assert opened.window.rail.undo_button.toolTip() == by_id["undo"].text()
    QTest.keySequence(opened.window, QKeySequence("Ctrl+Z"))
    assert "Ångrat" in opened.window.notices.toast.text
    assert by_id["redo"].isEnabled()
    QTest.keySequence(opened.window, QKeySequence("Ctrl+Shift+Z"))
    assert by_id["undo"].isEnabled()
    assert not by_id["redo"].isEnabled()


def test_counts_in_the_rail_follow_the_file(opened: Desk) -> None:
    button = opened.window.rail.button(PageId.INVENTORY)
    before = button.accessibleName()
    add(opened)
    assert button.accessibleName() != before


def test_a_step_from_an_earlier_day_is_undone_only_after_a_question(opened: Desk, dialog: Wait) -> None:
    add(opened)
    assert opened.workspace is not None
    path = opened.workspace.path
    opened.close_file()
    opened.open_file(path)
    opened.window.deeds.undo()
    question = dialog(Dialog)
    assert isinstance(question, Dialog)
    assert opened.workspace.to_redo() is None
    question.confirm()
    assert opened.workspace.to_redo() is not None


def test_the_history_leads_back_to_a_chosen_step(opened: Desk) -> None:
    for title in ("Ett", "Två", "Tre"):
        add(opened, title)
    opened.window.toggle_history()
    assert opened.window.open_file is not None
    panel = opened.window.open_file.history
    assert panel is not None
    assert [row.name for row in panel.model.rows][:3] == [f"Lägg till ”{title}”" for title in ("Tre", "Två", "Ett")]
    assert not panel.button.isEnabled()
    panel.list.setCurrentIndex(panel.model.index(2, 0))
    assert panel.told.text() == "2 steg ångras."
    panel.button.click()
    assert [row.is_undone for row in panel.model.rows[:3]] == [True, True, False]
    panel.list.setCurrentIndex(panel.model.index(3, 0))
    assert panel.button.isEnabled()
    opened.window.toggle_history()
    assert panel.isHidden()


def test_the_search_finds_commands_and_projects(opened: Desk, dialog: Wait, qtbot: QtBot) -> None:
    opened.window.deeds.search()
    search = dialog(CommandSearch)
    assert isinstance(search, CommandSearch)
    search.line.setText("vattenmatare fjarr")
    assert search.model.rows[0].text == "Vattenmätare med fjärravläsning"
    search.line.setText("historik")
    assert search.model.rows[0].key == "history"
    qtbot.keyClick(search.line, Qt.Key.Key_Return)
    assert opened.window.open_file is not None
    assert opened.window.open_file.history is not None


def test_the_search_says_when_nothing_fits_and_arrows_move(desk: Desk, dialog: Wait, qtbot: QtBot) -> None:
    desk.window.deeds.search()
    search = dialog(CommandSearch)
    assert isinstance(search, CommandSearch)
    qtbot.keyClick(search.line, Qt.Key.Key_Down)
    assert search.list.currentIndex().row() == 1
    qtbot.keyClick(search.line, Qt.Key.Key_Up)
    assert search.list.currentIndex().row() == 0
    search.line.setText("qqqq")
    assert not search.nothing.isHidden()
    assert search.list.isHidden()
    qtbot.keyClick(search.line, Qt.Key.Key_Escape)
    assert not search.isVisible()


def test_the_language_changes_while_running_and_the_page_stays(opened: Desk, dialog: Wait) -> None:
    opened.window.go_to(PageTarget(PageId.PROGRAMME))
    opened.window.deeds.show_settings()
    settings = dialog(SettingsDialog)
    assert isinstance(settings, SettingsDialog)
    old = opened.window
    settings.language.chip(Language.NB).click()
    assert opened.window is not old
    assert opened.settings.language is Language.NB
    assert opened.window.rail.button(PageId.OVERVIEW).text() == "Oversikt"
    assert opened.window.open_file is not None
    assert opened.window.open_file.pages.current is PageId.PROGRAMME
    again = dialog(SettingsDialog)
    assert again.windowTitle() == "Innstillinger"
    again.close()


def test_the_look_and_the_size_of_text_change_while_running(desk: Desk) -> None:
    height = desk.window.rail.button(PageId.BOARD).sizeHint().height()
    desk.window.deeds.next_theme()
    desk.window.deeds.resize_text(1)
    assert desk.settings.theme is ThemeName.DARK
    assert desk.window.rail.button(PageId.BOARD).sizeHint().height() > height
    desk.window.deeds.resize_text(-1)
    desk.window.deeds.resize_text(-1)
    assert desk.settings.text_size == 1.0


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


def test_full_screen_goes_and_comes_back(desk: Desk) -> None:
    desk.window.deeds.full_screen()
    assert desk.window.isFullScreen()
    desk.window.deeds.full_screen()
    assert not desk.window.isFullScreen()


def test_closing_keeps_the_place_of_the_window(desk: Desk) -> None:
    desk.window.resize(1024, 700)
    assert desk.window.close()
    assert desk.settings.geometry
    again = Desk(type(desk.settings).load(desk.settings.path))
    assert again.window.size().height() == 700
    again.window.deleteLater()


def test_the_menu_holds_every_action(opened: Desk) -> None:
    menu = opened.window.actions_by_id.menu(opened.window)
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert len(texts) == len(ACTIONS)
    assert "Sök kommandon och projekt" in texts


def test_about_and_shortcuts(desk: Desk, dialog: Wait) -> None:
    desk.window.deeds.show_about()
    about = dialog(About)
    assert "SIL Open Font" in licences() or "OFL" in licences()
    assert "ISC" in licences()
    about.close()
    desk.window.deeds.show_shortcuts()
    shown = dialog(Shortcuts)
    assert isinstance(shown, Shortcuts)
    shown.close()


def test_the_overview_shows_what_is_in_the_file(opened: Desk, qtbot: QtBot) -> None:
    assert opened.window.open_file is not None
    page = opened.window.open_file.pages.page(PageId.OVERVIEW)
    assert isinstance(page, OverviewPage)
    before = page.projects.number.text()
    add(opened)
    assert int(page.projects.number.text()) == int(before) + 1
    heard: list[PageTarget] = []
    page.navigate.disconnect()
    page.navigate.connect(heard.append)
    page.bars.bars[0].click()
    assert heard[0].page is PageId.INVENTORY
    assert "municipality" in heard[0].filters
