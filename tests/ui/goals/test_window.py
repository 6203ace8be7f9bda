"""A goal in the real window: added, named, put beneath another, read again on another day, and taken back."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from smartstad_desktop.app.wiring import Desk
from smartstad_desktop.reads.goals.goals import goals
from smartstad_desktop.ui.goals.page import GoalsPage
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workspaces import dump


def page_of(desk: Desk, qtbot: QtBot, target: PageTarget | None = None) -> GoalsPage:
    desk.window.go_to(target or PageTarget(PageId.GOALS))
    assert desk.window.open_file is not None
    page = desk.window.open_file.pages.page(PageId.GOALS)
    assert isinstance(page, GoalsPage)
    qtbot.waitUntil(lambda: page.goals_view.read is not None)
    return page


def test_a_goal_from_the_first_key_to_another_day(desk: Desk, qtbot: QtBot) -> None:
    desk.open_demo()
    assert desk.workspace is not None
    workspace: Workspace = desk.workspace
    before = dump(workspace)
    page = page_of(desk, qtbot)
    view = page.goals_view
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    QTest.mouseClick(page.add_button, Qt.MouseButton.LeftButton)
    name = cast("QPlainTextEdit", view.side.goal_form.fields["name_sv"].editor)
    assert QApplication.focusWidget() is name
    QTest.keyClicks(name, "Fler cyklar")
    QTest.keyClick(name, Qt.Key.Key_Return)
    view.list.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)

    row = next(row for row in workspace.read(goals).goals if row.name.sv == "Fler cyklar")
    assert row.depth == 2
    assert view.list.current == row.id
    assert name.toPlainText() == "Fler cyklar"

    path = workspace.path
    desk.close_file()
    desk.open_file(path)
    assert desk.workspace is not None
    again = page_of(desk, qtbot).goals_view.list.rows.rows
    assert [each.depth for each in again if each.name.sv == "Fler cyklar"] == [2]
    for _step in range(3):
        desk.workspace.undo()
    assert dump(desk.workspace) == before


def test_a_goal_that_another_page_names_is_shown(desk: Desk, qtbot: QtBot) -> None:
    desk.open_demo()
    page = page_of(desk, qtbot, PageTarget(PageId.GOALS, row=7))
    view = page.goals_view

    assert view.list.current == 7
    assert view.side.goal_form.detail is not None
    assert view.side.goal_form.detail.id == 7
    desk.window.go_to(PageTarget(PageId.GOALS, filters={"view": "chain"}))
    assert page.shows_chain
    desk.window.go_to(PageTarget(PageId.GOALS, row=3))
    assert not page.shows_chain
    assert view.list.current == 3
