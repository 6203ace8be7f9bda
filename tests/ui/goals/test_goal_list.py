"""The tree of goals: drag, keys, click–click and menu ask for the same moves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest

from smartstad_desktop.ui.kit import theme
from tests.support import pointer
from tests.ui.goals.conftest import Shown

ALT = Qt.KeyboardModifier.AltModifier
LEVEL = 26


def drag(shown: Shown, name: str, end: QPoint) -> None:
    port = shown.page.goals_view.list.viewport()
    pointer.drag(port, shown.middle(name), port, end)


def test_the_model_keeps_qts_promises(shown: Shown, checked: Callable[[QAbstractItemModel], None]) -> None:
    checked(shown.page.goals_view.list.rows)
    drag(shown, "d", shown.middle("a") - QPoint(0, 20))

    assert shown.listed == shown.tree == "d a .b c"


def test_dragging_straight_up_keeps_the_level(shown: Shown) -> None:
    drag(shown, "d", shown.middle("c") - QPoint(0, 20))

    assert shown.tree == "a .b d c"
    shown.workspace.undo()
    assert shown.listed == "a .b c d"


def test_dragging_to_the_right_puts_a_goal_beneath_the_one_above(shown: Shown) -> None:
    drag(shown, "d", shown.middle("d") + QPoint(theme.current().space(LEVEL), 22))

    assert shown.tree == "a .b c .d"


def test_a_goal_takes_along_what_is_beneath_and_never_lands_in_itself(shown: Shown) -> None:
    drag(shown, "a", shown.middle("b") + QPoint(60, -10))
    assert shown.tree == "a .b c d"

    drag(shown, "a", shown.middle("d") + QPoint(0, 20))
    assert shown.tree == "c d a .b"


def test_escape_puts_it_back(shown: Shown) -> None:
    port = shown.page.goals_view.list.viewport()
    end = pointer.begin_drag(port, shown.middle("d"), port, shown.middle("a"))
    QTest.keyClick(port, Qt.Key.Key_Escape)
    pointer.release(port, end)

    assert shown.tree == "a .b c d"


def test_click_and_click_moves_without_holding_the_button(shown: Shown) -> None:
    view = shown.page.goals_view.list
    shown.choose("d")
    QCursor.setPos(view.viewport().mapToGlobal(shown.middle("d")))
    view.carry()
    target = shown.middle("a") - QPoint(0, 20)
    load = view.dragging.load
    assert load is not None
    pointer.click(view.viewport(), QPoint(load.grip.x(), target.y()))

    assert shown.tree == "d a .b c"


@pytest.mark.parametrize(
    ("name", "key", "tree"),
    [
        ("c", Qt.Key.Key_Up, "c a .b d"),
        ("c", Qt.Key.Key_Down, "a .b d c"),
        ("c", Qt.Key.Key_Right, "a .b .c d"),
        ("b", Qt.Key.Key_Left, "a b c d"),
        ("a", Qt.Key.Key_Right, "a .b c d"),
        ("b", Qt.Key.Key_Up, "a .b c d"),
    ],
)
def test_alt_and_arrows_move_a_goal(shown: Shown, name: str, key: Qt.Key, tree: str) -> None:
    shown.choose(name)
    QTest.keyClick(shown.page.goals_view.list, key, ALT)

    assert shown.listed == shown.tree == tree


def test_a_goal_that_was_moved_stays_chosen(shown: Shown) -> None:
    shown.choose("c")
    QTest.keyClick(shown.page.goals_view.list, Qt.Key.Key_Right, ALT)

    assert shown.page.goals_view.list.current == shown.ids["c"]


def test_folding_hides_what_is_beneath_by_key_and_by_arrow(shown: Shown) -> None:
    view = shown.page.goals_view.list
    shown.choose("a")
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert shown.listed == "a c d"
    pointer.click(view.viewport(), QPoint(18, shown.middle("a").y()))
    assert shown.listed == "a .b c d"
    shown.choose("b")
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.current == shown.ids["a"]


def test_insert_adds_after_and_delete_says_what_goes_along(shown: Shown, notices: object) -> None:
    shown.choose("a")
    QTest.keyClick(shown.page.goals_view.list, Qt.Key.Key_Insert)
    assert shown.tree == "a .b Nytt mål c d"

    shown.choose("a")
    QTest.keyClick(shown.page.goals_view.list, Qt.Key.Key_Delete)
    assert shown.tree == "Nytt mål c d"
    assert "Borttaget, med 1 mål under" in notices.said  # type: ignore[attr-defined]  the fixture of the window's tests
    shown.workspace.undo()
    assert shown.tree == "a .b Nytt mål c d"


def test_the_menu_offers_only_what_is_possible(shown: Shown) -> None:
    shown.choose("a")
    actions = {action.text(): action for action in shown.page.goals_view.list.menu().actions()}

    assert not actions["Flytta upp"].isEnabled()
    actions["Flytta ner"].trigger()
    assert shown.tree == "c a .b d"
