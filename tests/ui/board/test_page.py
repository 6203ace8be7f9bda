"""The page around the columns: head, clock, boards, columns, list of projects, and undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.board import Meaning
from smartstad_desktop.ui.board.dialogs import BoardDialog, ProjectsDialog
from smartstad_desktop.ui.board.page import BoardPage
from smartstad_desktop.ui.cards.column_dialog import ColumnDialog
from smartstad_desktop.ui.cards.column_panel import ColumnPanel
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.usecases.board import (
    AddColumn,
    CreateBoard,
    DeleteBoard,
    EditBoard,
    EditColumn,
    MoveColumn,
    NewColumn,
)
from smartstad_desktop.usecases.placing import RemoveFromBoard
from tests.support import pointer
from tests.ui.board.conftest import Shown

# A menu grabs the keyboard, which the offscreen screen cannot do.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
Ask = Callable[[type[Any]], Any]


def act(shown: Shown, *path: str) -> None:
    """Choose a line of the menu that is open, or of one within it."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for step in path:
        found = next(action for action in menu.actions() if action.text().split("\t")[0] == step)
        if found.menu() is None:
            found.trigger()
        else:
            menu = found.menu()
            assert isinstance(menu, QMenu)
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMenu):
            widget.close()


def test_the_head_says_what_the_board_is_about(shown: Shown) -> None:
    header = shown.surface.header
    shown.board.workspace.run(EditBoard(board=shown.board.id, occasion="Workshop 3 av 4", timer_minutes=12))
    assert header.occasion.text() == "Workshop 3 av 4"
    assert header.switch.text() == "Provtavla"
    assert header.question.text() == "Vad gör vi först?"
    assert header.progress.words.text() == "5 av 7 placerade"
    assert header.clock.figures.text() == "12:00"


def test_the_question_is_edited_where_it_stands(shown: Shown) -> None:
    field = shown.surface.header.question
    field.setFocus()
    field.setText("Vad väntar vi med?")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert shown.asked == []
    assert field.text() == "Vad gör vi först?"
    field.setFocus()
    field.setText("Vad väntar vi med?")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert shown.asked == [EditBoard(board=shown.board.id, question="Vad väntar vi med?")]


def test_a_column_is_renamed_where_it_stands(shown: Shown) -> None:
    panel = shown.panel(3)
    years = panel.years
    years.setFocus()
    years.setText("2029–")
    QTest.keyClick(years, Qt.Key.Key_Return)
    assert shown.asked == [EditColumn(column=shown.board.columns[2], years="2029–")]
    assert panel.view.accessibleName() == "Senare 2029–"


def test_an_empty_name_is_refused_and_the_old_one_comes_back(shown: Shown) -> None:
    panel = shown.panel(1)
    name = panel.name
    name.setFocus()
    name.setText("")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert shown.notices.said[-1] == "Skriv ett namn."
    assert name.text() == "Nu"


def test_columns_are_moved_marked_and_deleted_from_their_menu(shown: Shown) -> None:
    first, second, third = shown.board.columns
    for line in ("Flytta åt höger", "Görs inte nu", "Ta bort kolumnen"):
        panel = shown.surface.area.panel(first)
        assert isinstance(panel, ColumnPanel)
        panel.more.click()
        act(shown, line)
    assert shown.asked[:2] == [
        MoveColumn(column=first, before=third),
        EditColumn(column=first, meaning=Meaning.NOT_NOW),
    ]
    assert [view.column for view in shown.surface.area.views] == [None, second, third]
    assert shown.board.order()[0] == list(shown.board.projects[:5])
    shown.surface.undo_wanted.emit()
    assert [view.column for view in shown.surface.area.views] == [None, second, first, third]
    assert shown.view(2).projects == shown.board.projects[2:5]


def test_a_column_is_added_where_it_was_asked_for(shown: Shown, dialog: Ask) -> None:
    shown.panel(1).more.click()
    act(shown, "Lägg till en kolumn till höger")
    asked = dialog(ColumnDialog)
    asked.confirm_button.click()
    assert asked.fields["name"].error == "Skriv ett namn."
    asked.fields["name"].set_value("Parkering")
    asked.confirm_button.click()
    names = [shown.panel(number).name.text() for number in range(1, len(shown.surface.area.panels))]
    assert names == ["Nu", "Parkering", "Härnäst", "Senare"]
    new = shown.view(2)
    shown.choose(shown.board.projects[2])
    QTest.keyClicks(QApplication.focusWidget(), "2")
    assert new.projects == (shown.board.projects[2],)


def test_projects_are_brought_onto_the_board(shown: Shown, dialog: Ask) -> None:
    shown.board.workspace.run(RemoveFromBoard(board=shown.board.id, projects=shown.board.projects[2:4]))
    shown.surface.header.more.click()
    act(shown, "Lägg till projekt …")
    asked = dialog(ProjectsDialog)
    assert not asked.confirm_button.isEnabled()
    assert asked.list.count() == 2
    asked.field.setText("buss")
    assert [asked.list.item(row).isHidden() for row in range(2)].count(True) == 1
    seen = next(asked.list.item(row) for row in range(2) if not asked.list.item(row).isHidden())
    seen.setCheckState(Qt.CheckState.Checked)
    assert asked.confirm_button.text() == "Lägg till 1 projekt"
    asked.confirm_button.click()
    assert shown.view(0).projects[-1] == shown.board.projects[2]


def test_boards_are_made_switched_and_deleted(shown: Shown, dialog: Ask) -> None:
    shown.surface.header.switch.click()
    act(shown, "Ny tavla …")
    asked = dialog(BoardDialog)
    asked.fields["name"].set_value("Budget 2028")
    asked.fields["timer_minutes"].set_value("tjugo")
    asked.confirm_button.click()
    assert asked.fields["timer_minutes"].error == "Klockan kan gå från 1 till 600 minuter."
    asked.fields["timer_minutes"].set_value("15")
    asked.confirm_button.click()
    assert shown.surface.header.switch.text() == "Budget 2028"
    assert shown.surface.header.progress.words.text() == "0 av 7 placerade"
    names = [shown.panel(number).name.text() for number in range(1, len(shown.surface.area.panels))]
    assert names == ["Nu", "Härnäst", "Senare", "Inte nu"]

    shown.surface.header.switch.click()
    act(shown, "Provtavla (5 av 7)")
    assert shown.view(1).projects == shown.board.projects[2:5]
    shown.surface.header.more.click()
    act(shown, "Ta bort tavlan")
    assert shown.surface.header.switch.text() == "Budget 2028"
    assert shown.notices.said[-1] == "Ta bort tavlan ”Provtavla”"


def test_the_board_that_was_open_is_open_again(shown: Shown, qtbot: QtBot) -> None:
    other = shown.board.workspace.run(CreateBoard(name="Andra", columns=(NewColumn(name="Ja"),))).value
    shown.page.go_to(PageTarget(PageId.BOARD, filters={"board": other}))
    again = BoardPage(shown.page.services)
    qtbot.addWidget(again)
    again.show()
    assert again.surface.header.switch.text() == "Andra"


def test_without_a_board_the_page_offers_to_make_one(shown: Shown, dialog: Ask) -> None:
    shown.board.workspace.run(DeleteBoard(board=shown.board.id))
    assert not shown.surface.isVisible()
    assert shown.page.new_board_button.isVisible()
    shown.page.new_board_button.click()
    asked = dialog(BoardDialog)
    asked.fields["name"].set_value("Ny")
    asked.confirm_button.click()
    assert shown.surface.isVisible()


def test_zoom_changes_the_cards_and_nothing_else(shown: Shown) -> None:
    view, header = shown.view(1), shown.surface.header.height()
    normal = view.layout_of_cards.card_rect(0).height()
    QTest.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.layout_of_cards.card_rect(0).height() > normal
    assert shown.surface.header.height() == header
    QTest.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.layout_of_cards.card_rect(0).height() < normal
    QTest.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.layout_of_cards.card_rect(0).height() == normal
    assert view.sizeHintForRow(0) == view.layout_of_cards.height(0, 0)


def test_the_tray_can_be_put_away(shown: Shown) -> None:
    shown.surface.foot.tray.click()
    assert not shown.surface.area.tray.isVisible()
    assert shown.surface.foot.tray.text() == "Ej placerade 2"
    shown.surface.foot.tray.click()
    assert shown.surface.area.tray.isVisible()


def test_long_words_fit_at_every_zoom(shown: Shown) -> None:
    shown.board.workspace.run(
        EditColumn(column=shown.board.columns[0], name="Arbetsmarknadskunskapssamordning", years="2027–2031")
    )
    panel = shown.panel(1)
    assert panel.width() <= shown.surface.area.columns_scroll.viewport().width()
    for button in shown.surface.foot.findChildren(QWidget):
        if hasattr(button, "text") and button.isVisible():
            assert button.width() >= QFontMetrics(button.font()).horizontalAdvance(button.text())


def test_undo_after_a_drag_restores_the_order_and_redo_repeats_it(shown: Shown, services: Services) -> None:
    before = shown.board.order()
    pointer.drag(shown.view(2).viewport(), shown.middle(2, 1), shown.view(1).viewport(), shown.above(1, 1))
    after = shown.board.order()
    assert after != before
    services.workspace.undo()
    assert shown.board.order() == before
    assert [list(view.projects) for view in shown.surface.area.views] == before
    services.workspace.redo()
    assert [list(view.projects) for view in shown.surface.area.views] == after


def test_every_part_of_the_board_has_a_name_for_those_who_cannot_see(shown: Shown) -> None:
    surface = shown.surface
    for view in surface.area.views:
        assert view.accessibleName()
    for button in (surface.header.more, surface.header.clock.start, surface.header.clock.reset):
        assert button.accessibleName()
    assert surface.list.accessibleName() == "Tavlan som lista"


def test_words_are_looked_for_and_esc_shows_everything_again(shown: Shown) -> None:
    shown.choose(shown.board.projects[2])
    QTest.keyClick(shown.view(1), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = shown.surface.header.field
    assert field.hasFocus()
    QTest.keyClicks(field, "buss")
    assert shown.view(1).projects == (shown.board.projects[2],)
    assert shown.view(2).projects == ()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert shown.view(2).projects == shown.board.projects[5:7]


def test_a_long_question_is_written_smaller_before_it_is_cut(shown: Shown) -> None:
    question = "Vilka gemensamma digitaliseringsprojekt påbörjar vi redan under nästa verksamhetsår?"
    field = shown.surface.header.question
    normal = field.font().pixelSize()
    shown.board.workspace.run(EditBoard(board=shown.board.id, question=question))
    assert field.font().pixelSize() < normal
    shown.page.resize(1900, 900)
    QApplication.processEvents()
    assert field.fontMetrics().horizontalAdvance(question) <= field.width()


def test_columns_are_seen_as_soon_as_they_are_read(shown: Shown) -> None:
    shown.board.workspace.run(AddColumn(board=shown.board.id, name="Parkering"))
    assert shown.panel(4).isVisible()
