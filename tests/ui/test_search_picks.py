"""Picks among many: the last chip opens a list one searches by typing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from smartstad_desktop.ui.kit.calm_pickers import PicksField
from smartstad_desktop.ui.kit.search_picks import MANY, SearchPicks
from tests.support import pointer

FLOOD = 100


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[PicksField]:
    """A field of more projects than a menu can show."""
    window = QWidget()
    made = PicksField(
        "projects", "Projekt", [*((n, f"Nät {n}") for n in range(MANY)), (FLOOD, "Översvämningslarm i Klippan")]
    )
    QVBoxLayout(window).addWidget(made)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield made
    window.hide()


def opened(field: PicksField) -> SearchPicks:
    """Press the last chip."""
    flow = field.chips.flow
    adder = flow.itemAt(flow.count() - 1)
    assert adder is not None
    pointer.click(cast("QWidget", adder.widget()), QPoint(8, 8))
    assert field.picks is not None
    return field.picks


def test_words_in_any_order_find_and_enter_picks(field: PicksField, qtbot: QtBot) -> None:
    picks = opened(field)
    QTest.keyClicks(picks.search, "klippan LARM")
    assert [item.text() for item in picks.shown] == ["Översvämningslarm i Klippan"]
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(picks.search, Qt.Key.Key_Return)
    assert field.value() == {FLOOD}
    QTest.keyClick(picks.search, Qt.Key.Key_Return)
    assert field.value() == frozenset()
    picks.hide()


def test_a_click_picks_and_what_is_picked_stands_first_the_next_time(field: PicksField) -> None:
    picks = opened(field)
    pointer.click(picks.list.viewport(), picks.list.visualItemRect(picks.shown[2]).center())
    assert field.value() == {2}
    picks.hide()
    picks = opened(field)
    assert picks.shown[0].text() == "Nät 2"
    QTest.keyClick(picks.search, Qt.Key.Key_Return)
    assert field.value() == {2, 0}
    picks.hide()


def test_arrows_walk_and_escape_first_clears_and_then_closes(field: PicksField) -> None:
    picks = opened(field)
    QTest.keyClicks(picks.search, "t")
    QTest.keyClick(picks.search, Qt.Key.Key_Down)
    assert picks.list.currentItem().text() == "Nät 1"
    QTest.keyClick(picks.search, Qt.Key.Key_Escape)
    assert len(picks.shown) == MANY + 1
    QTest.keyClick(picks.search, Qt.Key.Key_Escape)
    assert not picks.isVisible()


def test_what_a_rule_refused_is_not_shown_as_picked(field: PicksField) -> None:
    field.edited.connect(lambda _value: field.set_value(frozenset()))  # pyright: ignore[reportUnknownLambdaType]  Qt's signal carries any object
    picks = opened(field)
    QTest.keyClick(picks.search, Qt.Key.Key_Return)
    assert all(item.checkState() is Qt.CheckState.Unchecked for item in picks.shown)
    picks.hide()
