"""Numbers at reading speed, ranges, the clipboard and the mouse, as real events."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smartstad_desktop.ui.matrix.grid_view import GridView, Onward
from smartstad_desktop.ui.matrix.page import MatrixPage
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.pointer import click, drag
from tests.ui.conftest import HeardNotices
from tests.ui.matrix.conftest import answers_of

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(page: MatrixPage) -> GridView:
    """The cells of the page."""
    return page.grid.view


def place(view: GridView, row: int, column: int) -> QPoint:
    return view.visualRect(view.grid.index(view.grid.number_of(row) or 0, column)).center()


def test_a_number_is_written_and_the_cursor_goes_on(view: GridView, filled: Workspace) -> None:
    view.choose(6, 0)
    for key in (Key.Key_3, Key.Key_0, Key.Key_Minus):
        QTest.keyClick(view, key)
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "\u2212"))
    assert {place[1]: value for place, value in answers_of(filled).items() if place[0] == 6} == {
        1: 3,
        2: 0,
        3: -1,
        4: -1,
    }
    assert len(filled.steps(4)) == 4
    assert view.grid.data(view.grid.index(view.grid.number_of(6) or 0, 2)) == "\u22121"


def test_the_cursor_can_go_downwards(page: MatrixPage, view: GridView, filled: Workspace) -> None:
    page.filters.onward_chosen.emit(Onward.DOWN)
    view.choose(5, 0)
    QTest.keyClick(view, Key.Key_1)
    QTest.keyClick(view, Key.Key_2)
    found = answers_of(filled)
    assert (found[5, 1], found[6, 1]) == (1, 2)
    assert view.current_cell() == (1, 1)


def test_delete_is_not_zero(view: GridView, filled: Workspace) -> None:
    view.choose(1, 0)
    QTest.keyClick(view, Key.Key_Delete)
    assert (1, 1) not in answers_of(filled)
    assert view.current_cell() == (1, 0)
    QTest.keyClick(view, Key.Key_0)
    assert answers_of(filled)[1, 1] == 0
    filled.undo()
    filled.undo()
    assert answers_of(filled)[1, 1] == 3
    assert view.grid.data(view.grid.index(0, 0)) == "3"


def test_a_number_off_the_scale_is_told_and_nothing_happens(
    view: GridView, filled: Workspace, notices: HeardNotices
) -> None:
    before = answers_of(filled)
    QTest.keyClick(view, Key.Key_7)
    assert answers_of(filled) == before
    assert "från −1 till 3" in notices.said[-1]
    assert view.current_cell() == (1, 0)


def test_a_range_is_filled_as_one_step(view: GridView, filled: Workspace) -> None:
    view.choose(1, 0)
    QTest.keyClick(view, Key.Key_Right, SHIFT)
    QTest.keyClick(view, Key.Key_Down, SHIFT)
    steps = len(filled.steps())
    QTest.keyClick(view, Key.Key_2)
    found = answers_of(filled)
    assert [found[row, goal] for row in (1, 2) for goal in (1, 2)] == [2, 2, 2, 2]
    assert len(filled.steps()) == steps + 1
    QTest.keyClick(view, Key.Key_Backspace)
    assert not {(1, 1), (1, 2), (2, 1), (2, 2)} & answers_of(filled).keys()
    filled.undo()
    assert answers_of(filled)[2, 2] == 2


def test_the_first_row_of_a_range_is_repeated_downwards(view: GridView, filled: Workspace) -> None:
    view.choose(1, 2)
    for _step in range(2):
        QTest.keyClick(view, Key.Key_Down, SHIFT)
    QTest.keyClick(view, Key.Key_D, CTRL)
    found = answers_of(filled)
    assert (found[1, 3], found[2, 3], found[3, 3]) == (3, 3, 3)


def test_f8_stretches_with_arrows_and_clicks(page: MatrixPage, view: GridView) -> None:
    view.choose(1, 0)
    QTest.keyClick(view, Key.Key_F8)
    QTest.keyClick(view, Key.Key_Down)
    assert "F8" in page.strip.where.accessibleName()
    click(view.viewport(), place(view, 3, 2))
    rows, places = view.selected()
    assert (rows, places) == ([1, 2, 3], [0, 1, 2])
    QTest.keyClick(view, Key.Key_Escape)
    QTest.keyClick(view, Key.Key_Down)
    assert view.selected()[0] == [4]


def test_a_range_goes_to_a_spreadsheet_and_comes_back(view: GridView, filled: Workspace) -> None:
    view.choose(4, 1)
    QTest.keyClick(view, Key.Key_Right, SHIFT)
    QTest.keyClick(view, Key.Key_Down, SHIFT)
    QTest.keyClick(view, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "0\t-1\n\t3\n"
    view.choose(1, 0)
    QTest.keyClick(view, Key.Key_V, CTRL)
    found = answers_of(filled)
    assert (found[1, 1], found[1, 2], found.get((2, 1)), found[2, 2]) == (0, -1, None, 3)
    filled.undo()
    assert answers_of(filled)[1, 1] == 3


def test_one_copied_cell_fills_a_range(view: GridView, filled: Workspace) -> None:
    QGuiApplication.clipboard().setText("\u22121\r\n")
    view.choose(1, 0)
    QTest.keyClick(view, Key.Key_Right, SHIFT)
    QTest.keyClick(view, Key.Key_V, CTRL)
    assert [answers_of(filled)[1, goal] for goal in (1, 2, 3)] == [-1, -1, 3]


@pytest.mark.parametrize(("text", "told"), [("2\tkanske\n", "kanske"), ("1\t2\t3\t1\t2\n", "4"), ("5", "5")])
def test_what_does_not_fit_is_refused_whole(
    view: GridView, filled: Workspace, notices: HeardNotices, text: str, told: str
) -> None:
    before = answers_of(filled)
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(view, Key.Key_V, CTRL)
    assert answers_of(filled) == before
    assert told in notices.said[-1]


def test_cutting_copies_and_empties(view: GridView, filled: Workspace) -> None:
    view.choose(2, 0)
    QTest.keyClick(view, Key.Key_X, CTRL)
    assert QGuiApplication.clipboard().text() == "2\n"
    assert (2, 1) not in answers_of(filled)


def test_the_mouse_chooses_and_drags_a_range(view: GridView) -> None:
    click(view.viewport(), place(view, 3, 2))
    assert view.current_cell() == (3, 2)
    drag(view.viewport(), place(view, 1, 0), view.viewport(), place(view, 2, 2))
    assert view.selected() == ([1, 2], [0, 1, 2])
    click(view.viewport(), place(view, 1, 1))
    click(view.viewport(), place(view, 4, 3), SHIFT)
    assert view.selected() == ([1, 2, 3, 4], [1, 2, 3])


def test_a_step_of_the_scale_is_pressed_with_the_mouse(page: MatrixPage, view: GridView, filled: Workspace) -> None:
    view.choose(3, 3)
    button = page.strip.buttons[2]
    click(button, button.rect().center())
    assert answers_of(filled)[3, 4] == 2
    view.choose(3, 3)
    empty = page.strip.buttons[None]
    click(empty, empty.rect().center())
    assert (3, 4) not in answers_of(filled)


def test_a_comment_is_written_with_f2_and_told_in_the_cell(page: MatrixPage, view: GridView, filled: Workspace) -> None:
    view.choose(2, 1)
    QTest.keyClick(view, Key.Key_F2)
    assert QApplication.focusWidget() is page.strip.comment
    QTest.keyClicks(page.strip.comment, "Raknat i juni")
    QTest.keyClick(page.strip.comment, Key.Key_Return)
    assert QApplication.focusWidget() is view
    cell = view.currentIndex()
    assert view.grid.data(cell, Qt.ItemDataRole.ToolTipRole) == "Raknat i juni"
    assert view.grid.data(cell, Qt.ItemDataRole.AccessibleTextRole) == "Badvatten, Mål 2: 2, tydligt. Raknat i juni"
    filled.undo()
    assert page.strip.comment.text() == ""


def test_an_unanswered_cell_takes_no_comment(page: MatrixPage, view: GridView) -> None:
    view.choose(6, 0)
    QTest.keyClick(view, Key.Key_F2)
    assert not page.strip.comment.isEnabled()
    assert QApplication.focusWidget() is view


def test_the_models_keep_their_promises(
    page: MatrixPage, view: GridView, filled: Workspace, checked: Callable[[QAbstractItemModel], None]
) -> None:
    checked(page.grid.model)
    checked(page.grid.head_model)
    view.choose(1, 0)
    QTest.keyClick(view, Key.Key_1)
    filled.undo()
    page.filters.search.setText("vatten")
    assert [view.grid.row_at(number) for number in range(view.grid.rowCount())] == [2, 4]
