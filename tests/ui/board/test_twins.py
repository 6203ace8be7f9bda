"""Every drag can be done by key, by two clicks, from the menu and from the list: the same command each time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.board import Place
from smartstad_desktop.usecases.placing import PlaceCards, RemoveFromBoard
from tests.support import pointer
from tests.ui.board.conftest import Shown

# A menu grabs the keyboard, which the offscreen screen cannot do.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
KEY = Qt.Key


def place(shown: Shown, projects: tuple[int, ...], column: int, before: int | None = None) -> PlaceCards:
    """Return the command by the numbers of projects and columns in the test's board; column 0 is the tray."""
    board = shown.board
    return PlaceCards(
        board=board.id,
        projects=tuple(board.projects[number] for number in projects),
        column=board.columns[column - 1] if column else None,
        before=None if before is None else board.projects[before],
    )


def key(shown: Shown, pressed: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, pressed, held)


def open_menu() -> QMenu:
    """Return the menu that is open."""
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def texts(menu: QMenu) -> list[str]:
    return [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]


@pytest.mark.parametrize(
    ("chosen", "pressed", "expected"),
    [
        ((3,), KEY.Key_Up, ((3,), 1, 2)),
        ((3,), KEY.Key_Down, ((3,), 1, None)),
        ((2,), KEY.Key_Down, ((2,), 1, 4)),
        ((2, 3), KEY.Key_Down, ((2, 3), 1, None)),
        ((3,), KEY.Key_Right, ((3,), 2, 6)),
        ((4,), KEY.Key_Right, ((4,), 2, None)),
        ((6,), KEY.Key_Left, ((6,), 1, 3)),
        ((2,), KEY.Key_Left, ((2,), 0, 0)),
    ],
)
def test_alt_and_an_arrow_moves(
    shown: Shown, chosen: tuple[int, ...], pressed: Qt.Key, expected: tuple[tuple[int, ...], int, int | None]
) -> None:
    shown.choose(*(shown.board.projects[number] for number in chosen))
    key(shown, pressed, ALT)
    assert shown.asked == [place(shown, *expected)]
    assert shown.surface.chosen() == tuple(shown.board.projects[number] for number in chosen)
    focus = QApplication.focusWidget()
    assert focus is shown.view(expected[1])


def test_the_edge_of_the_board_stops(shown: Shown) -> None:
    shown.choose(shown.board.projects[2])
    key(shown, KEY.Key_Up, ALT)
    shown.choose(shown.board.projects[0])
    key(shown, KEY.Key_Left, ALT)
    assert shown.asked == []


def test_moving_on_and_on_by_key_goes_across_the_board(shown: Shown) -> None:
    shown.choose(shown.board.projects[0])
    for _step in range(3):
        key(shown, KEY.Key_Right, ALT)
    assert shown.board.order()[3] == [shown.board.projects[0]]


@pytest.mark.parametrize(("figure", "column"), [("1", 1), ("2", 2), ("3", 3), ("0", 0)])
def test_a_figure_sends_to_a_column(shown: Shown, figure: str, column: int) -> None:
    source = 5 if column != 2 else 2
    shown.choose(shown.board.projects[source])
    QTest.keyClicks(QApplication.focusWidget(), figure)
    assert shown.asked == [place(shown, (source,), column)]


def test_a_figure_without_a_column_does_nothing(shown: Shown) -> None:
    shown.choose(shown.board.projects[2])
    QTest.keyClicks(QApplication.focusWidget(), "9")
    assert shown.asked == []


def test_take_up_by_key_and_put_down_by_click(shown: Shown) -> None:
    shown.choose(shown.board.projects[6])
    key(shown, KEY.Key_M)
    assert shown.surface.hand.dragging.load is not None
    pointer.move(shown.view(1).viewport(), shown.above(1, 1), Qt.MouseButton.NoButton)
    assert shown.view(1).slot_text == "Släpp här: plats 2 i Nu"
    pointer.click(shown.view(1).viewport(), shown.above(1, 1))
    assert shown.asked == [place(shown, (6,), 1, 3)]
    assert shown.surface.hand.dragging.load is None


def test_take_up_by_the_handle(shown: Shown) -> None:
    view = shown.view(2)
    pointer.move(view.viewport(), shown.middle(2, 0), Qt.MouseButton.NoButton)
    pointer.click(view.viewport(), view.handle_rect(0).center())
    assert shown.surface.hand.dragging.load is not None
    pointer.click(shown.view(3).viewport(), shown.bottom(3))
    assert shown.asked == [place(shown, (5,), 3)]


def test_a_click_outside_or_esc_gives_up_what_was_taken(shown: Shown) -> None:
    shown.choose(shown.board.projects[6])
    key(shown, KEY.Key_M)
    pointer.click(shown.surface.header, QPoint(5, 5))
    assert shown.surface.hand.dragging.load is None
    key(shown, KEY.Key_M)
    QTest.keyClick(shown.view(2), KEY.Key_Escape)
    assert shown.surface.hand.dragging.load is None
    assert shown.asked == []


def test_the_menu_of_a_card_moves_it(shown: Shown) -> None:
    view = shown.view(1)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, NONE, shown.middle(1, 1))
    view.menu_wanted.emit(view.viewport().mapToGlobal(shown.middle(1, 1)))
    menu = open_menu()
    assert texts(menu) == [
        "Flytta till",
        "Överst i kolumnen",
        "Underst i kolumnen",
        "Ta bort från tavlan",
        "Plocka upp, klicka sedan på platsen",
        "Visa i inventariet",
    ]
    targets = menu.actions()[0].menu()
    assert isinstance(targets, QMenu)
    assert texts(targets) == ["Nu 2027", "Härnäst 2028", "Senare", "Ej placerade"]
    targets.actions()[1].trigger()
    menu.actions()[1].trigger()
    menu.actions()[4].trigger()
    menu.close()
    assert shown.asked == [
        place(shown, (3,), 2),
        place(shown, (3,), 1, 2),
        RemoveFromBoard(board=shown.board.id, projects=(shown.board.projects[3],)),
    ]


def test_the_list_is_the_same_board(shown: Shown) -> None:
    shown.choose(shown.board.projects[3])
    shown.surface.foot.list.click()
    cards = shown.surface.list
    assert cards.projects == (*shown.board.projects[2:], *shown.board.projects[:2])
    assert cards.chosen() == (shown.board.projects[3],)
    key(shown, KEY.Key_Right, ALT)
    key(shown, KEY.Key_Up, ALT)
    QTest.keyClicks(cards, "1")
    assert shown.asked == [place(shown, (3,), 2, 6), place(shown, (3,), 2, 5), place(shown, (3,), 1)]
    assert cards.chosen() == (shown.board.projects[3],)
    shown.surface.foot.columns.click()
    assert shown.surface.chosen() == (shown.board.projects[3],)


def test_the_list_offers_the_columns_at_a_click(shown: Shown) -> None:
    shown.surface.foot.list.click()
    cards = shown.surface.list
    pointer.click(cards.viewport(), cards.visualRect(cards.rows_model.index(0, 0)).center())
    menu = open_menu()
    menu.actions()[2].trigger()
    menu.close()
    assert shown.asked == [place(shown, (2,), 3)]


def test_every_card_says_what_and_where_it_is(shown: Shown) -> None:
    model = shown.view(1).rows_model
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Gemensam mobilitetstjänst på landsbygden, Ängelholm med 1 till, 540\xa0tkr, plats 2 av 3 i Nu"
    waiting = shown.view(0).rows_model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert waiting.endswith("inte placerad")


def test_a_move_is_announced(shown: Shown) -> None:
    shown.choose(shown.board.projects[0])
    QTest.keyClicks(QApplication.focusWidget(), "3")
    assert "Flytta ”Sensorer för smart snöröjning” till plats 1 i Senare" in shown.notices.said


def test_arrows_go_from_column_to_column(shown: Shown) -> None:
    shown.choose(shown.board.projects[3])
    key(shown, KEY.Key_Right)
    assert shown.surface.chosen() == (shown.board.projects[6],)
    key(shown, KEY.Key_Left)
    key(shown, KEY.Key_Left)
    assert shown.surface.chosen() == (shown.board.projects[1],)
    assert shown.asked == []


def test_enter_looks_at_the_project(shown: Shown, qtbot: QtBot) -> None:
    shown.choose(shown.board.projects[3])
    with qtbot.waitSignal(shown.page.navigate) as gone:
        key(shown, KEY.Key_Return)
    assert gone.args is not None
    assert gone.args[0].row == shown.board.projects[3]


def test_a_filter_hides_cards_and_moves_go_round_them(shown: Shown) -> None:
    _tray1, _tray2, nu1, nu2, nu3, *_rest = shown.board.projects
    shown.surface.set_words("båst")
    assert shown.view(1).projects == (nu1,)
    shown.surface.set_words("öppna DATA")
    assert shown.view(1).projects == (nu3,)
    assert shown.panel(1).count.text() == "1/3"
    shown.surface.set_words("a")
    shown.surface.area.tray.field.setText("tvilling")
    assert shown.view(0).projects == (shown.board.projects[1],)
    assert shown.view(1).projects == (nu1, nu2, nu3)


def test_below_the_last_card_that_is_shown_means_right_after_it(shown: Shown) -> None:
    _tray1, _tray2, nu1, nu2, nu3, *_rest = shown.board.projects
    view = shown.view(1)
    shown.surface.set_words("gemensam")
    assert view.projects == (nu2,)
    shown.surface.set_words("")
    moves = shown.surface.cards.moves()
    assert moves.place_at(view.column, (nu1, nu2), 2) == Place(view.column, nu3)
    assert moves.place_at(view.column, (nu1, nu2, nu3), 3) == Place(view.column, None)
