"""The grid of scores: figures at speed, ranges, paste, and the steps in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.order.weighed import Facts
from smartstad_desktop.reads.priority import facts
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.order.page import OrderPage
from smartstad_desktop.ui.order.scores_model import COMMENT_ROLE
from smartstad_desktop.ui.order.scores_view import ScoresView

_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, demo_services: Services) -> Iterator[OrderPage]:
    """The page with the grid open, nothing scored in it by all together."""
    made = OrderPage(demo_services)
    qtbot.addWidget(made)
    made.resize(1224, 900)
    made.show()
    qtbot.waitExposed(made)
    made.openings.open_scores.click()
    yield made
    made.hide()


@pytest.fixture
def view(page: OrderPage) -> ScoresView:
    """The grid's view."""
    return page.openings.scores


def _facts(page: OrderPage) -> Facts:
    return page.services.workspace.read(facts)


def _joint(page: OrderPage, row: int, column: int) -> float | None:
    known = _facts(page)
    given = known.scores.get(None, {}).get(known.projects[row].id, {}).get(known.criteria[column].id)
    return None if given is None else given.value


def test_figures_are_written_and_the_cursor_goes_on_to_the_next_row(
    page: OrderPage, view: ScoresView, checked: Callable[[QAbstractItemModel], None]
) -> None:
    checked(view.model)
    columns = view.model.columnCount()
    view.grid.setCurrentIndex(view.model.index(0, columns - 2))
    QTest.keyClicks(view.grid, "42")
    assert (view.grid.currentIndex().row(), view.grid.currentIndex().column()) == (1, 0)
    assert _joint(page, 0, columns - 2) == 4
    assert _joint(page, 0, columns - 1) == 2
    view.grid.setCurrentIndex(view.model.index(0, columns - 1))
    QTest.keyClick(view.grid, Qt.Key.Key_Delete)
    assert _joint(page, 0, columns - 1) is None
    QTest.keyClicks(view.grid, "9")
    assert _joint(page, 0, columns - 1) is None


def test_a_range_is_filled_copied_and_pasted(page: OrderPage, view: ScoresView) -> None:
    grid = view.grid
    grid.setCurrentIndex(view.model.index(2, 0))
    QTest.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(grid, "3")
    assert [_joint(page, row, column) for row in (2, 3) for column in (0, 1)] == [3, 3, 3, 3]
    QTest.keyClick(grid, Qt.Key.Key_C, _CTRL)
    assert QGuiApplication.clipboard().text() == "3\t3\n3\t3\n"
    QGuiApplication.clipboard().setText("5\t\n2\t4,5\n")
    QTest.keyClick(grid, Qt.Key.Key_V, _CTRL)
    assert [_joint(page, row, column) for row in (2, 3) for column in (0, 1)] == [5, None, 2, 4.5]
    page.services.workspace.undo()
    assert [_joint(page, row, column) for row in (2, 3) for column in (0, 1)] == [3, 3, 3, 3]


@pytest.mark.parametrize("text", ["7\n", "bra\n", "1\t" * 30])
def test_what_does_not_fit_is_told_and_nothing_is_pasted(page: OrderPage, view: ScoresView, text: str) -> None:
    before = _facts(page).scores
    view.grid.setCurrentIndex(view.model.index(0, 0))
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(view.grid, Qt.Key.Key_V, _CTRL)
    assert view.trouble.isVisible()
    assert view.trouble.text()
    assert _facts(page).scores == before


def test_a_step_is_pressed_for_a_municipality_and_taken_back(page: OrderPage, view: ScoresView) -> None:
    view.whose.setCurrentIndex(2)
    view.whose.activated.emit(2)
    town = view.whose.currentData()
    view.grid.setCurrentIndex(view.model.index(1, 0))
    QTest.keyClick(view.grid, Qt.Key.Key_Delete)
    view.strip.tiles[3].click()
    known = _facts(page)
    project, criterion = known.projects[1].id, known.criteria[0].id
    assert known.scores[town][project][criterion].value == 4
    assert view.strip.tiles[3].isChecked()
    assert "4" in view.strip.tiles[3].accessibleName()
    view.strip.tiles[3].click()
    assert criterion not in _facts(page).scores.get(town, {}).get(project, {})


def test_escape_goes_back_to_the_order_which_has_followed(page: OrderPage, view: ScoresView) -> None:
    unscored = next(row for row in range(view.model.rowCount()) if view.model.value(row, 0) is None)
    view.grid.setCurrentIndex(view.model.index(unscored, 0))
    QTest.keyClicks(view.grid, "5")
    assert page.places.currentWidget() is view
    QTest.keyClick(view.grid, Qt.Key.Key_Escape)
    assert page.places.currentIndex() == 0
    title = _facts(page).projects[unscored].title
    line = next(line for line in page.table.rows.rows if line.row.project.title == title)
    assert line.place is not None


def test_words_and_gaps_narrow_the_rows_and_a_row_stays_while_it_is_answered(
    page: OrderPage, view: ScoresView, checked: Callable[[QAbstractItemModel], None]
) -> None:
    checked(view.model)
    everything = view.model.rowCount()
    QTest.keyClicks(view.search, "badvatten")
    assert {"badvatten" in each.title.casefold() for each in view.model.projects} == {True}
    view.search.clear()
    view.unanswered.click()
    assert 0 < view.model.rowCount() < everything
    project = view.model.projects[0].id
    view.grid.setCurrentIndex(view.model.index(0, 0))
    QTest.keyClicks(view.grid, "3" * view.model.columnCount())
    assert len(_facts(page).scores[None][project]) == view.model.columnCount()
    assert view.model.projects[0].id == project
    view.unanswered.click()
    assert view.model.rowCount() == everything


def test_why_a_score_was_given_is_written_beneath_and_marked_in_the_cell(page: OrderPage, view: ScoresView) -> None:
    view.grid.setCurrentIndex(view.model.index(4, 0))
    assert not view.strip.comment.isEnabled()
    QTest.keyClicks(view.grid, "4")
    view.grid.setCurrentIndex(view.model.index(4, 0))
    view.grid.setFocus()
    QTest.keyClick(view.grid, Qt.Key.Key_F2)
    QTest.keyClicks(view.strip.comment, "Raknat i juni")
    QTest.keyClick(view.strip.comment, Qt.Key.Key_Return)
    known = _facts(page)
    given = known.scores[None][view.model.projects[4].id][known.criteria[0].id]
    assert (given.value, given.comment) == (4, "Raknat i juni")
    assert view.model.index(4, 0).data(COMMENT_ROLE) == "Raknat i juni"
    assert _joint(page, 4, 0) == 4


def test_tools_of_the_order_leave_while_scores_are_given(page: OrderPage, view: ScoresView) -> None:
    tools = (page.scenarios, page.keep, page.budget, page.openings.open_scores)
    assert not any(tool.isVisible() for tool in tools)
    view.grid.setCurrentIndex(view.model.index(5, 0))
    view.back.click()
    assert page.table.project() == view.model.projects[5].id
    assert all(tool.isVisible() for tool in tools)
