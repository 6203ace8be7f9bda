"""The window around the pages: opening, leaving, undoing, searching, changing language and look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from smartstad_desktop import places
from smartstad_desktop.app.main import tell_of_fault
from smartstad_desktop.app.wiring import Desk
from smartstad_desktop.domain.values import Language
from smartstad_desktop.ui.inventory.page import InventoryPage
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.page import Page, PageId, PageTarget
from smartstad_desktop.ui.kit.theme import ThemeName
from smartstad_desktop.ui.overview.page import OverviewPage
from smartstad_desktop.ui.settings.dialog import SettingsDialog
from smartstad_desktop.ui.shell.about import About, licences
from smartstad_desktop.ui.shell.actions import ACTIONS, Section
from smartstad_desktop.ui.shell.command_search import CommandSearch
from smartstad_desktop.ui.shell.pages import PAGES
from smartstad_desktop.ui.shell.shortcuts import Shortcuts
from smartstad_desktop.ui.shell.start_page import StartPage
from smartstad_desktop.usecases.inventory.inventory import AddProject

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
    assert [QKeySequence(key).toString() for key in keys] == keys
    assert len({spec.text for spec in ACTIONS}) == len(ACTIONS)
    assert len({spec.id for spec in ACTIONS}) == len(ACTIONS)
    for icon in [*(spec.icon for spec in ACTIONS), *(spec.icon for spec in PAGES)]:
        assert (places.resources() / "icons" / f"{icon}.svg").is_file()


def test_an_offer_to_undo_goes_when_another_step_is_made(opened: Desk) -> None:
    assert opened.workspace is not None
    notices = opened.window.notices
    add(opened, "Ny cykelväg")
    notices.done("Lägg till Ny cykelväg")
    assert notices.toast.isVisible()
    add(opened, "Ny gångväg")
    assert not notices.toast.isVisible()


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
    opened.window.deeds.steps.undo()
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
    search.line.setText("kommundirektorsgruppen")
    body = search.model.rows[0]
    assert (body.text, body.beside) == ("Kommundirektörsgruppen", "Organ")
    search.line.setText("pilot utan mottagare")
    assert search.model.rows[0].beside == "Risk"
    search.line.setText("slutrapport")
    assert "Tidplan" in {row.beside for row in search.model.rows}
    search.line.setText("lagesrapport 3")
    assert search.model.rows[0].beside == "Rapport"
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


def test_full_screen_goes_and_comes_back(desk: Desk) -> None:
    desk.window.deeds.full_screen()
    assert desk.window.isFullScreen()
    desk.window.deeds.full_screen()
    assert not desk.window.isFullScreen()


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


def test_search_is_reached_by_key_also_from_the_rail(opened: Desk, qtbot: QtBot) -> None:
    opened.window.go_to(PageTarget(PageId.INVENTORY))
    opened.window.rail.setFocus()
    opened.window.activateWindow()
    QTest.keySequence(opened.window, QKeySequence("Ctrl+F"))
    page = opened.window.findChild(InventoryPage)
    assert page is not None
    focused = opened.window.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert page.isAncestorOf(focused)


def test_a_mac_has_every_action_in_its_menu_bar_and_others_have_no_bar(opened: Desk) -> None:
    table = opened.window.actions_by_id
    assert table.menu_bar("linux") is None
    assert table.menu_bar("win32") is None
    bar = table.menu_bar("darwin")
    assert bar is not None
    menus = [action.menu() for action in bar.actions()]
    assert [action.text() for action in bar.actions()] == ["Fil", "Redigera", "Gå", "Workshop", "Vy", "Hjälp"]
    held = [action for menu in menus if isinstance(menu, QMenu) for action in menu.actions()]
    assert held == [table.by_id[spec.id] for section in Section for spec in ACTIONS if spec.section is section]
    assert table.by_id["quit"].menuRole() is QAction.MenuRole.QuitRole
    bar.deleteLater()


def test_a_fault_of_the_last_run_is_told_with_its_report(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    report = tmp_path / "report-20261122.txt"
    tell_of_fault(desk, report)
    qtbot.waitUntil(lambda: str(report) in desk.window.notices.toast.text)
    assert "sparat" in desk.window.notices.toast.text
