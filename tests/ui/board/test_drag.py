"""Dragging on the board through real events: every way of moving asks for the same command as its twin by key."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartstad_desktop.ui.kit.drag import THRESHOLD
from smartstad_desktop.usecases.board import AddColumn
from smartstad_desktop.usecases.placing import PlaceCards
from tests.support import pointer
from tests.ui.board.conftest import Shown

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def drag(shown: Shown, source: tuple[int, int], column: int, end: QPoint) -> None:
    pointer.drag(shown.view(source[0]).viewport(), shown.middle(*source), shown.view(column).viewport(), end)


def test_between_columns_before_a_card(shown: Shown) -> None:
    tray1, tray2, nu1, nu2, nu3, next1, next2 = shown.board.projects
    drag(shown, (2, 1), 1, shown.above(1, 1))
    assert shown.asked == [
        PlaceCards(board=shown.board.id, projects=(next2,), column=shown.board.columns[0], before=nu2)
    ]
    assert shown.board.order() == [[tray1, tray2], [nu1, next2, nu2, nu3], [next1], []]
    assert shown.view(1).projects == (nu1, next2, nu2, nu3)
    assert shown.view(1).chosen() == (next2,)
    shown.surface.foot.undo.click()
    assert shown.view(1).projects == (nu1, nu2, nu3)
    assert shown.view(2).projects == (next1, next2)


def test_to_an_empty_column_and_from_the_tray(shown: Shown) -> None:
    drag(shown, (0, 0), 3, shown.bottom(3))
    assert shown.board.order()[3] == [shown.board.projects[0]]
    assert shown.surface.header.progress.words.text() == "6 av 7 placerade"


def test_back_to_the_tray(shown: Shown) -> None:
    drag(shown, (1, 0), 0, shown.bottom(0))
    assert shown.board.order()[0] == [*shown.board.projects[:2], shown.board.projects[2]]


def test_within_a_column(shown: Shown) -> None:
    _tray1, _tray2, nu1, nu2, nu3, *_rest = shown.board.projects
    drag(shown, (1, 0), 1, shown.bottom(1))
    assert shown.view(1).projects == (nu2, nu3, nu1)
    drag(shown, (1, 2), 1, shown.above(1, 0))
    assert shown.view(1).projects == (nu1, nu2, nu3)
    assert len(shown.asked) == 2


def test_several_cards_keep_their_order_whichever_was_pressed_last(shown: Shown) -> None:
    tray1, _tray2, nu1, nu2, nu3, next1, next2 = shown.board.projects
    pointer.click(shown.view(2).viewport(), shown.middle(2, 1))
    pointer.click(shown.view(1).viewport(), shown.middle(1, 2), CTRL)
    pointer.click(shown.view(0).viewport(), shown.middle(0, 0), CTRL)
    pointer.drag(shown.view(2).viewport(), shown.middle(2, 1), shown.view(1).viewport(), shown.above(1, 0))
    assert shown.asked == [
        PlaceCards(board=shown.board.id, projects=(tray1, nu3, next2), column=shown.board.columns[0], before=nu1)
    ]
    assert shown.view(1).projects == (tray1, nu3, next2, nu1, nu2)
    assert shown.view(2).projects == (next1,)
    assert set(shown.surface.chosen()) == {tray1, nu3, next2}


def test_onto_itself_is_no_step(shown: Shown) -> None:
    steps = len(shown.board.workspace.steps())
    drag(shown, (1, 1), 1, shown.middle(1, 1) + QPoint(30, 3))
    assert shown.asked == []
    assert len(shown.board.workspace.steps()) == steps


def test_esc_puts_everything_back(shown: Shown) -> None:
    source = shown.view(1).viewport()
    goal = pointer.begin_drag(source, shown.middle(1, 0), shown.view(2).viewport(), shown.above(2, 0))
    ghost = shown.surface.hand.dragging.ghost
    assert ghost.isVisible()
    assert not shown.view(2).layout_of_cards.slot_rect().isNull()
    QTest.keyClick(shown.page, Qt.Key.Key_Escape)
    assert not ghost.isVisible()
    assert shown.view(2).layout_of_cards.slot_rect().isNull()
    pointer.release(source, goal)
    assert shown.asked == []


def test_a_second_button_gives_up(shown: Shown) -> None:
    source = shown.view(1).viewport()
    goal = pointer.begin_drag(source, shown.middle(1, 0), shown.view(2).viewport(), shown.above(2, 0))
    QTest.mousePress(source, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, goal)
    QTest.mouseRelease(source, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, goal)
    pointer.release(source, goal)
    assert shown.asked == []


def test_outside_every_column_nothing_happens(shown: Shown) -> None:
    pointer.drag(shown.view(1).viewport(), shown.middle(1, 0), shown.surface.header, QPoint(20, 20))
    assert shown.asked == []
    assert shown.surface.hand.dragging.load is None


def test_a_twitch_stays_a_click(shown: Shown) -> None:
    at = shown.middle(1, 1)
    source = shown.view(1).viewport()
    pointer.press(source, at)
    pointer.move(source, at + QPoint(THRESHOLD // 2, 0))
    assert shown.surface.hand.dragging.load is None
    pointer.release(source, at + QPoint(THRESHOLD // 2, 0))
    assert shown.view(1).chosen() == (shown.board.projects[3],)
    assert shown.asked == []


def test_no_rubber_band_chooses_cards(shown: Shown) -> None:
    source = shown.view(1).viewport()
    pointer.press(source, shown.bottom(1))
    pointer.move(source, shown.middle(1, 0))
    pointer.release(source, shown.middle(1, 0))
    assert shown.surface.chosen() == ()


def test_the_drop_place_is_named(shown: Shown) -> None:
    source = shown.view(2).viewport()
    # In one move: on the way over the column the drop place would open higher up and stay there.
    goal = pointer.begin_drag(source, shown.middle(2, 0), shown.view(1).viewport(), shown.above(1, 2), steps=1)
    view = shown.view(1)
    slot = view.layout_of_cards.slot_rect()
    assert slot.height() >= 60
    assert view.slot_text == "Släpp här: plats 3 i Nu"
    assert slot.top() > view.layout_of_cards.card_rect(1).bottom()
    assert slot.bottom() < view.layout_of_cards.card_rect(2).top()
    pointer.move(source, source.mapFromGlobal(shown.view(0).viewport().mapToGlobal(shown.bottom(0))))
    assert shown.view(0).slot_text == "Släpp här: ej placerade"
    assert view.layout_of_cards.slot_rect().isNull()
    pointer.release(source, goal)


def test_several_cards_are_named_by_their_places(shown: Shown) -> None:
    shown.choose(*shown.board.projects[5:7])
    source = shown.view(2).viewport()
    pointer.begin_drag(source, shown.middle(2, 0), shown.view(1).viewport(), shown.above(1, 1))
    assert shown.view(1).slot_text == "Släpp här: plats 2–3 i Nu"
    shown.surface.hand.dragging.cancel()


def test_a_finger_drags_too(shown: Shown) -> None:
    device = QTest.createTouchDevice()
    source, target = shown.view(1).viewport(), shown.view(2).viewport()
    start = shown.middle(1, 0)
    goal = source.mapFromGlobal(target.mapToGlobal(shown.above(2, 0)))
    QTest.touchEvent(source, device).press(0, start, source).commit()
    for step in range(1, 5):
        QTest.touchEvent(source, device).move(0, start + (goal - start) * step / 4, source).commit()
    assert shown.surface.hand.dragging.load is not None
    QTest.touchEvent(source, device).release(0, goal, source).commit()
    assert shown.asked == [
        PlaceCards(
            board=shown.board.id,
            projects=(shown.board.projects[2],),
            column=shown.board.columns[1],
            before=shown.board.projects[5],
        )
    ]


def test_ctrl_and_shift_choose(shown: Shown) -> None:
    _tray1, _tray2, nu1, nu2, nu3, next1, _next2 = shown.board.projects
    nu = shown.view(1).viewport()
    pointer.click(nu, shown.middle(1, 0))
    pointer.click(nu, shown.middle(1, 2), SHIFT)
    assert shown.surface.chosen() == (nu1, nu2, nu3)
    pointer.click(nu, shown.middle(1, 1), CTRL)
    pointer.click(shown.view(2).viewport(), shown.middle(2, 0), CTRL)
    assert shown.surface.chosen() == (nu1, nu3, next1)
    pointer.click(nu, shown.middle(1, 2))
    assert shown.surface.chosen() == (nu3,)


def test_a_press_on_one_of_several_keeps_them_until_the_release(shown: Shown) -> None:
    nu = shown.view(1).viewport()
    shown.choose(*shown.board.projects[2:5])
    pointer.press(nu, shown.middle(1, 1))
    assert len(shown.surface.chosen()) == 3
    pointer.release(nu, shown.middle(1, 1))
    assert shown.surface.chosen() == (shown.board.projects[3],)


def test_nothing_is_lifted_from_a_file_that_is_only_read(shown: Shown) -> None:
    assert shown.surface.shown is not None
    shown.surface.show_board(shown.surface.shown, is_read_only=True)
    drag(shown, (1, 0), 2, shown.above(2, 0))
    assert shown.asked == []


def test_the_pointer_tells_that_something_is_held(shown: Shown) -> None:
    source = shown.view(1).viewport()
    pointer.begin_drag(source, shown.middle(1, 0), shown.view(2).viewport(), shown.above(2, 0))
    cursor = QApplication.overrideCursor()
    assert cursor is not None
    assert cursor.shape() is Qt.CursorShape.ClosedHandCursor
    shown.surface.hand.dragging.cancel()
    assert QApplication.overrideCursor() is None


def test_over_the_head_and_between_the_columns_something_can_be_put_down(shown: Shown) -> None:
    head = shown.panel(1)
    pointer.drag(shown.view(2).viewport(), shown.middle(2, 1), head, QPoint(40, 8))
    assert shown.view(1).projects[0] == shown.board.projects[6]
    pointer.drag(shown.view(1).viewport(), shown.middle(1, 0), head, QPoint(head.width() + 5, 300))
    assert shown.board.projects[6] in shown.view(1).projects


def test_held_at_the_edge_a_long_column_scrolls(shown: Shown, qtbot: QtBot) -> None:
    shown.page.resize(1440, 420)
    view = shown.view(1)
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 0)
    source = shown.view(2).viewport()
    bottom = QPoint(view.viewport().width() // 2, view.viewport().height() - 4)
    goal = pointer.begin_drag(source, shown.middle(2, 0), view.viewport(), bottom)
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() == view.verticalScrollBar().maximum())
    pointer.release(source, goal)
    assert view.projects[-1] == shown.board.projects[5]


def test_held_at_the_side_more_columns_come_in_sight(shown: Shown, qtbot: QtBot) -> None:
    for number in range(5):
        shown.board.workspace.run(AddColumn(board=shown.board.id, name=f"Kolumn {number}"))
    shown.page.resize(1100, 800)
    scroll = shown.surface.area.columns_scroll
    qtbot.waitUntil(lambda: scroll.horizontalScrollBar().maximum() > 0)
    source = shown.view(1).viewport()
    goal = pointer.begin_drag(source, shown.middle(1, 0), scroll, QPoint(scroll.width() - 6, 200))
    qtbot.waitUntil(lambda: scroll.horizontalScrollBar().value() == scroll.horizontalScrollBar().maximum())
    pointer.release(source, goal)
    assert len(shown.asked) == 1
