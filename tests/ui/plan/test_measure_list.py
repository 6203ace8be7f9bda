"""The list of measures: drag, keys and menu ask for the same moves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest

from smartstad_desktop.ui.plan.measure_list import face_of
from smartstad_desktop.usecases.plan.measures import AddMeasure, EditMeasure
from smartstad_desktop.usecases.plan.versions import FreezePlan
from tests.support import pointer
from tests.support.plan_pages import Shown

ALT = Qt.KeyboardModifier.AltModifier


def choose(shown: Shown, *rows: int) -> None:
    """Choose rows of the list."""
    view = shown.tab.list
    view.setCurrentIndex(view.rows.index(rows[0], 0))
    for row in rows:
        view.selectionModel().select(view.rows.index(row, 0), QItemSelectionModel.SelectionFlag.Select)


def drag(shown: Shown, row: int, end: QPoint) -> None:
    """Drag a row to *end*."""
    port = shown.tab.list.viewport()
    pointer.drag(port, shown.middle(row), port, end)


def test_dragging_moves_before_the_row_it_lands_on(shown: Shown) -> None:
    drag(shown, 3, shown.middle(1) - QPoint(0, 8))

    assert shown.titles == shown.listed == "a d b c"
    shown.workspace.undo()
    assert shown.listed == "a b c d"


def test_dragging_below_the_last_row_moves_last(shown: Shown) -> None:
    drag(shown, 0, shown.middle(3) + QPoint(0, 120))

    assert shown.titles == "b c d a"


def test_chosen_rows_are_dragged_together(shown: Shown) -> None:
    choose(shown, 1, 2)
    view = shown.tab.list
    load = view.lift(view, shown.middle(1))
    assert load is not None
    view.drop(load, 4)

    assert shown.titles == "a d b c"


def test_dropping_where_it_lies_or_pressing_escape_changes_nothing(shown: Shown) -> None:
    steps = len(shown.workspace.steps())
    drag(shown, 1, shown.middle(1) + QPoint(0, 12))
    port = shown.tab.list.viewport()
    end = pointer.begin_drag(port, shown.middle(0), port, shown.middle(3))
    QTest.keyClick(port, Qt.Key.Key_Escape)
    pointer.release(port, end)

    assert shown.titles == "a b c d"
    assert len(shown.workspace.steps()) == steps


@pytest.mark.parametrize(
    ("rows", "key", "order"),
    [
        ((1,), Qt.Key.Key_Up, "b a c d"),
        ((1,), Qt.Key.Key_Down, "a c b d"),
        ((2,), Qt.Key.Key_Down, "a b d c"),
        ((0,), Qt.Key.Key_Up, "a b c d"),
        ((3,), Qt.Key.Key_Down, "a b c d"),
        ((1, 2), Qt.Key.Key_Up, "b c a d"),
        ((1, 2), Qt.Key.Key_Down, "a d b c"),
    ],
)
def test_alt_and_arrows_move_one_place(shown: Shown, rows: tuple[int, ...], key: Qt.Key, order: str) -> None:
    choose(shown, *rows)
    QTest.keyClick(shown.tab.list, key, ALT)

    assert shown.titles == shown.listed == order


@pytest.mark.parametrize(
    ("entry", "order"),
    [
        ("Flytta upp", "a c b d"),
        ("Flytta ner", "a b d c"),
        ("Flytta först", "c a b d"),
        ("Flytta sist", "a b d c"),
        ("Ta bort ur planen", "a b d"),
    ],
)
def test_menu_is_the_twin_of_the_hand(shown: Shown, entry: str, order: str) -> None:
    choose(shown, 2)
    menu = shown.tab.list.menu()
    next(action for action in menu.actions() if action.text() == entry).trigger()

    assert shown.titles == order


def test_two_clicks_carry_a_measure_and_escape_puts_it_back(shown: Shown) -> None:
    choose(shown, 3)
    view = shown.tab.list
    view.carry()
    pointer.click(view.viewport(), shown.middle(1) - QPoint(0, 8))
    assert shown.titles == "a d b c"
    view.carry()
    QTest.keyClick(view.viewport(), Qt.Key.Key_Escape)
    pointer.click(view.viewport(), shown.middle(0))
    assert shown.titles == "a d b c"


def test_moved_measures_stay_chosen(shown: Shown) -> None:
    choose(shown, 3)
    shown.tab.list.move_to_end(is_first=True)

    assert shown.tab.list.current == shown.measures[3]
    assert shown.tab.desk.form.heading.text() == "Åtgärd 1"


def test_delete_removes_and_another_one_is_shown(shown: Shown) -> None:
    choose(shown, 0)
    QTest.keyClick(shown.tab.list, Qt.Key.Key_Delete)

    assert shown.titles == shown.listed == "b c d"
    assert shown.field("title").value() == "b"


def test_frozen_measures_cannot_be_lifted_or_moved(shown: Shown) -> None:
    shown.workspace.run(FreezePlan(plan=shown.plan, version="1.0"))
    view = shown.tab.list
    choose(shown, 2)
    QTest.keyClick(view, Qt.Key.Key_Up, ALT)
    QTest.keyClick(view, Qt.Key.Key_Delete)

    assert view.lift(view, shown.middle(1)) is None
    assert shown.titles == "a b c d"
    assert not next(action for action in view.menu().actions() if action.text() == "Flytta upp").isEnabled()


def test_model_keeps_its_promises(shown: Shown, checked: Callable[[QAbstractItemModel], None]) -> None:
    checked(shown.tab.list.rows)
    choose(shown, 3)
    shown.tab.list.move_to_end(is_first=True)
    shown.workspace.run(AddMeasure(plan=shown.plan, fields={"title": "e"}))
    shown.tab.list.remove()
    shown.workspace.undo()

    assert shown.listed == "d a b c e"


def test_second_line_says_what_is_missing_or_what_it_costs(shown: Shown) -> None:
    before = face_of(shown.read.measures[0]).note
    texts = dict.fromkeys(("why", "what", "effect", "owner", "time", "risk", "next_decision"), "x")
    shown.workspace.run(EditMeasure(measure=shown.measures[0], changes=texts | {"money_one_off": 1_200_000}))
    after = face_of(shown.read.measures[0]).note

    assert (before, after) == ("9 uppgifter saknas", "1 uppgift saknas")
    assert "a" in shown.tab.list.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
