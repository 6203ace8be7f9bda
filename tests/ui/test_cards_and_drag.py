"""Cards look the same when they are the same, and dragging follows mouse, finger and Esc."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHBoxLayout, QListView, QWidget
from pytestqt.qtbot import QtBot

from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.cards import CardDelegate, CardFace, CardPainter, CardState
from smartstad_desktop.ui.kit.drag import Dragging, Load
from smartstad_desktop.ui.kit.ghost import Ghost
from smartstad_desktop.ui.kit.marks import Mark
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.theme import ThemeName

COLOUR = "#" + "8C2F5D"
LONG = "En mycket lång titel som behöver fler än två rader på det här kortet och därför kortas"


@dataclass(frozen=True)
class Row:
    key: int
    title: str


def face(row: object) -> CardFace:
    assert isinstance(row, Row)
    return CardFace(row.key, row.title, (Mark("HB", COLOUR), Mark("ÄN", COLOUR)), "640 tkr", 3)


def test_a_card_is_painted_once_for_each_way_it_looks(qtbot: QtBot) -> None:
    cards = CardPainter()
    one = face(Row(1, "Sensorer"))
    first = cards.picture(one, 240, CardState(), 1.0)
    assert cards.picture(face(Row(1, "Sensorer")), 240, CardState(), 1.0) is first
    assert cards.picture(one, 240, CardState(is_selected=True), 1.0) is not first
    assert cards.picture(one, 240, CardState(), 2.0).width() == 480
    theme.use(ThemeName.DARK)
    assert cards.picture(one, 240, CardState(), 1.0) is not first
    theme.use(ThemeName.LIGHT)


def test_a_title_takes_one_line_or_two_and_never_three(qtbot: QtBot) -> None:
    cards = CardPainter()
    short, two = (cards.height(face(Row(1, title)), 240) for title in ("Sensorer", "Gemensamt nät för alla sensorer"))
    assert short < two == cards.height(face(Row(1, LONG)), 240)
    cards.set_scale(1.5)
    assert cards.height(face(Row(1, "Sensorer")), 240) > short


def test_more_marks_than_fit_are_counted_and_nothing_is_painted_over(qtbot: QtBot) -> None:
    cards = CardPainter()
    many = CardFace(1, "Nät", tuple(Mark(f"{n:02}", COLOUR) for n in range(11)), "1,2 mkr", 4, is_private=True)
    drawn = cards.picture(many, 240, CardState(), 1.0).toImage()
    assert drawn.size().width() == 240
    assert drawn != cards.picture(CardFace(1, "Nät", many.marks[:2], "1,2 mkr", 4), 240, CardState(), 1.0).toImage()


def test_the_delegate_gives_every_card_its_height(qtbot: QtBot) -> None:
    model = RowsModel([Column[Row]("Titel", lambda row: row.title)], key=lambda row: row.key)
    model.show([Row(1, "Kort"), Row(2, LONG)])
    view = QListView()
    view.setModel(model)
    delegate = CardDelegate(face, parent=view)
    view.setItemDelegate(delegate)
    view.resize(260, 400)
    qtbot.addWidget(view)
    view.show()
    assert view.visualRect(model.index(1, 0)).height() > view.visualRect(model.index(0, 0)).height()
    before = view.grab().toImage()
    delegate.lifted = frozenset({1})
    view.viewport().update()
    assert view.grab().toImage() != before


class TwoLists(QWidget):
    """Two lists that things can be dragged between; it notes what it was asked."""

    def __init__(self, checked: Callable[[QAbstractItemModel], None]) -> None:
        super().__init__()
        self.places: list[object] = []
        self.drops: list[tuple[object, object]] = []
        self.in_hand: list[object] = []
        self.views: list[QListView] = []
        row = QHBoxLayout(self)
        for start in (0, 100):
            model = RowsModel([Column[int]("N", str)], key=lambda number: number, parent=self)
            checked(model)
            model.show(range(start, start + 60))
            view = QListView()
            view.setModel(model)
            row.addWidget(view)
            self.views.append(view)
        self.dragging = Dragging(self, self)
        for view in self.views:
            self.dragging.watch(view)

    def lift(self, view: QAbstractItemView, at: QPoint) -> Load | None:
        index = view.indexAt(at)
        return Load(index.data(), QPixmap(120, 30), QPoint(10, 10)) if index.isValid() else None

    def place_at(self, view: QAbstractItemView, at: QPoint, load: Load) -> object | None:
        return None if load.value == "13" else (self.views.index(view), view.indexAt(at).data())

    def show_place(self, place: object | None) -> None:
        self.places.append(place)

    def drop(self, load: Load, place: object) -> None:
        self.drops.append((load.value, place))

    def lifted(self, load: Load | None) -> None:
        self.in_hand.append(load.value if load else None)


@pytest.fixture
def lists(qtbot: QtBot, checked: Callable[[QAbstractItemModel], None]) -> TwoLists:
    made = TwoLists(checked)
    made.resize(600, 400)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def centre(view: QListView, row: int) -> QPoint:
    rect: QRect = view.visualRect(view.model().index(row, 0))
    return rect.center()


def move(view: QListView, at: QPoint, buttons: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    port = view.viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(port.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        buttons,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(port, event)


def press(view: QListView, at: QPoint) -> None:
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def release(view: QListView, at: QPoint) -> None:
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def across(lists: TwoLists, row: int) -> QPoint:
    """Return the middle of a row of the second list, seen from the first, which holds the mouse."""
    here, there = (view.viewport() for view in lists.views)
    return here.mapFromGlobal(there.mapToGlobal(centre(lists.views[1], row)))


def test_a_row_is_dragged_to_the_other_list(lists: TwoLists) -> None:
    first = lists.views[0]
    press(first, centre(first, 2))
    move(first, centre(first, 2) + QPoint(20, 0))
    assert lists.dragging.load is not None
    move(first, across(lists, 4))
    assert lists.places[-1] == (1, "104")
    release(first, across(lists, 4))
    assert lists.drops == [("2", (1, "104"))]
    assert lists.in_hand == ["2", None]
    assert lists.places[-1] is None


def test_a_trembling_hand_only_clicks(lists: TwoLists) -> None:
    first = lists.views[0]
    press(first, centre(first, 2))
    move(first, centre(first, 2) + QPoint(3, 0))
    release(first, centre(first, 2) + QPoint(3, 0))
    assert lists.in_hand == []
    assert first.currentIndex().row() == 2


def test_escape_puts_everything_back(lists: TwoLists, qtbot: QtBot) -> None:
    first = lists.views[0]
    press(first, centre(first, 2))
    move(first, across(lists, 4))
    with qtbot.waitSignal(lists.dragging.cancelled):
        qtbot.keyClick(first, Qt.Key.Key_Escape)
    release(first, across(lists, 4))
    assert lists.drops == []
    assert lists.in_hand[-1] is None


def test_a_place_that_refuses_takes_nothing(lists: TwoLists, qtbot: QtBot) -> None:
    first = lists.views[0]
    press(first, centre(first, 13))
    move(first, across(lists, 4))
    assert lists.places in ([], [None])
    with qtbot.waitSignal(lists.dragging.cancelled):
        release(first, across(lists, 4))
    assert lists.drops == []


def test_a_finger_drags_too(lists: TwoLists, qtbot: QtBot) -> None:
    first = lists.views[0]
    finger = QTest.createTouchDevice()
    port, start = first.viewport(), centre(first, 2)
    QTest.touchEvent(port, finger).press(0, start, port)
    for step in range(1, 6):
        QTest.touchEvent(port, finger).move(0, start + (across(lists, 4) - start) * step / 5, port)
    QTest.touchEvent(port, finger).release(0, across(lists, 4), port)
    assert lists.drops == [("2", (1, "104"))]


def test_the_list_scrolls_while_a_card_is_held_at_its_edge(lists: TwoLists, qtbot: QtBot) -> None:
    first = lists.views[0]
    press(first, centre(first, 2))
    move(first, QPoint(40, first.viewport().height() - 4))
    bar = first.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 10)
    release(first, QPoint(40, first.viewport().height() - 4))
    assert len(lists.drops) == 1


def test_a_list_that_leaves_is_watched_no_longer(lists: TwoLists) -> None:
    first = lists.views[0]
    lists.dragging.forget(first)
    press(first, centre(first, 2))
    move(first, across(lists, 4))
    assert lists.dragging.load is None


def test_the_name_of_the_place_stays_in_sight_at_the_right_side(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(300, 200)
    held = Ghost(over)
    held.show_picture(QPixmap(80, 40))
    held.place(QPoint(260, 20))
    assert held.x() == 300 - held.width(), "the picture alone fits nearly"
    held.show_name("Släpp här: plats 5 i Inte nu")
    assert held.geometry().right() < 300
    assert held.width() > 150
    held.place(QPoint(10, 20))
    assert held.pos() == QPoint(10, 20)
