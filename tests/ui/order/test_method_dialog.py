"""Other ways to weigh: numbers, points, the ladder and pairs, by mouse and by key."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.order.priority import WeightMethod
from smartstad_desktop.domain.order.weighed import Facts
from smartstad_desktop.reads.priority import facts
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.order.ladder_view import LadderView
from smartstad_desktop.ui.order.method_dialog import MethodDialog
from smartstad_desktop.ui.order.page import OrderPage
from tests.support import pointer


@pytest.fixture
def page(qtbot: QtBot, demo_services: Services) -> Iterator[OrderPage]:
    """The page at the size of a laptop."""
    made = OrderPage(demo_services)
    qtbot.addWidget(made)
    made.resize(1224, 900)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.hide()


@pytest.fixture
def dialog(page: OrderPage) -> Iterator[MethodDialog]:
    """The dialog, opened from the page."""
    page.weights.method.click()
    opened = page.openings.method
    assert opened is not None
    yield opened
    if page.openings.method is not None:
        opened.reject()


def _facts(page: OrderPage) -> Facts:
    return page.services.workspace.read(facts)


def _middle(view: LadderView, number: int) -> QPoint:
    card = view.cards[view.ladder.order[number]]
    return card.rect().center() - QPoint(60, 0)


def test_points_are_used_only_when_all_are_given(page: OrderPage, dialog: MethodDialog) -> None:
    dialog.methods.chip(WeightMethod.POINTS).click()
    assert not dialog.confirm_button.isEnabled()
    box = dialog.points.boxes[0]
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "65")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert dialog.points.left == 35
    assert "35" in dialog.points.told.text()
    dialog.points.rest.click()
    assert dialog.points.left == 0
    dialog.confirm_button.click()
    joint = _facts(page).weightings[None]
    assert joint.method is WeightMethod.POINTS
    assert round(joint.shares[_facts(page).criteria[0].id], 2) == 0.70


def test_a_criterion_dragged_onto_another_weighs_the_same(page: OrderPage, dialog: MethodDialog) -> None:
    view = dialog.ordering.view
    last, first = view.ladder.order[-1], view.ladder.order[0]
    before = dialog.bars.shares
    card = view.cards[last]
    pointer.drag(card, _middle(view, -1), view.cards[first], view.cards[first].rect().center())
    assert view.ladder.tier_of(last) == view.ladder.tier_of(first)
    assert dialog.bars.shares != before
    dialog.confirm_button.click()
    joint = _facts(page).weightings[None]
    assert joint.method is WeightMethod.ORDERING
    assert joint.shares[last] == pytest.approx(joint.shares[first])
    assert joint.places[last] == 1


def test_click_and_click_and_keys_do_what_a_drag_does(dialog: MethodDialog) -> None:
    view = dialog.ordering.view
    start = view.ladder
    last = start.order[-1]
    wanted = start.alone(last, 0)
    pointer.click(view.cards[last], _middle(view, -1))
    pointer.click(view.bars[0], view.bars[0].rect().center())
    assert view.ladder == wanted
    view.show_ladder(start, has_gaps=True)
    for _press in range(2 * len(start.tiers)):
        QTest.keyClick(view.cards[last], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert view.ladder.tiers == wanted.tiers
    view.show_ladder(start, has_gaps=True)
    pointer.drag(view.cards[last], _middle(view, -1), view.bars[0], view.bars[0].rect().center())
    assert view.ladder == wanted


def test_escape_puts_back_what_is_dragged(dialog: MethodDialog) -> None:
    view = dialog.ordering.view
    start, card = view.ladder, view.cards[view.ladder.order[-1]]
    card.setFocus()
    pointer.begin_drag(card, _middle(view, -1), view.bars[0], view.bars[0].rect().center())
    QTest.keyClick(card, Qt.Key.Key_Escape)
    pointer.release(card, QPoint(20, -200))
    assert view.ladder == start
    assert dialog.isVisible()


def test_the_ladder_scrolls_while_a_card_is_held_at_its_edge(qtbot: QtBot, dialog: MethodDialog) -> None:
    view = dialog.ordering.view
    dialog.resize(dialog.width(), 420)
    area = dialog.stack.currentWidget()
    assert isinstance(area, QScrollArea)
    bar, card = area.verticalScrollBar(), view.cards[view.ladder.order[0]]
    edge = area.viewport().rect().bottomLeft() + QPoint(60, -6)
    pointer.begin_drag(card, _middle(view, 0), area.viewport(), edge)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() > 0)
    last = view.cards[view.ladder.order[-1]]
    pointer.release(card, card.mapFromGlobal(last.mapToGlobal(last.rect().center())))
    assert view.ladder.tier_of(card.criterion) == view.ladder.tier_of(last.criterion)


def test_a_larger_gap_makes_a_larger_difference_by_hand_and_by_button(dialog: MethodDialog) -> None:
    view = dialog.ordering.view
    before = dialog.bars.shares
    assert before is not None
    pointer.drag(view.bars[1], view.bars[1].rect().center(), view.bars[1], view.bars[1].rect().center() + QPoint(0, 45))
    dragged = view.ladder.gaps[1]
    assert dragged == 3
    assert dialog.bars.shares is not None
    assert dialog.bars.shares[0] > before[0]
    view.bars[1].less.click()
    assert view.ladder.gaps[1] == 2


def test_the_order_alone_leaves_gaps_out_and_comes_back_as_it_was(page: OrderPage, dialog: MethodDialog) -> None:
    dialog.ordering.alone.click()
    assert not dialog.ordering.ratio.isEnabled()
    dialog.confirm_button.click()
    assert _facts(page).weightings[None].method is WeightMethod.CENTROID
    page.weights.method.click()
    again = page.openings.method
    assert again is not None
    assert again.method is WeightMethod.ORDERING
    assert again.ordering.alone.isChecked()
    again.reject()


def test_a_ratio_is_kept_and_shown_again(page: OrderPage, dialog: MethodDialog) -> None:
    dialog.ordering.ratio.setValue(12)
    assert dialog.bars.shares is not None
    assert max(dialog.bars.shares) / min(dialog.bars.shares) == pytest.approx(12)
    dialog.confirm_button.click()
    page.weights.method.click()
    again = page.openings.method
    assert again is not None
    assert again.ordering.ratio.value() == 12
    again.reject()


def test_pairs_can_be_left_and_resumed(page: OrderPage, dialog: MethodDialog) -> None:
    dialog.methods.chip(WeightMethod.PAIRWISE).click()
    pairs = dialog.pairs
    assert "21" in pairs.progress.text()
    pointer.click(pairs.scale, pairs.scale.rect_of(-4).center().toPoint())
    assert dialog.pairs.answers[0, 1] == 5
    assert "Till dess gäller vikterna som de är." in pairs.fit.text()
    pairs.scale.setFocus()
    QTest.keyClick(pairs.scale, Qt.Key.Key_Return)
    QTest.keyClick(pairs.scale, Qt.Key.Key_Right)
    assert pairs.answers[pairs.pairs[1]] == 1
    dialog.confirm_button.click()
    assert len(_facts(page).weightings[None].pairs) == 2
    page.weights.method.click()
    again = page.openings.method
    assert again is not None
    assert again.method is WeightMethod.PAIRWISE
    assert again.pairs.at == 2
    again.reject()


def test_contradicting_answers_are_told_and_the_worst_pair_is_shown(dialog: MethodDialog) -> None:
    dialog.methods.chip(WeightMethod.PAIRWISE).click()
    pairs = dialog.pairs
    for number in range(len(pairs.pairs)):
        pairs.show_pair(number)
        contradicts = pairs.pairs[number] == (0, 2)
        pointer.click(pairs.scale, pairs.scale.rect_of(8 if contradicts else -3).center().toPoint())
    assert "0," in pairs.fit.text()
    assert pairs.worst.isVisible()
    pairs.worst.click()
    assert pairs.pairs[pairs.at] == (0, 2)
    QTest.keyClick(pairs.scale, Qt.Key.Key_Delete)
    assert (0, 2) not in pairs.answers


def test_a_municipality_weighs_for_itself_and_the_mean_is_taken(page: OrderPage, dialog: MethodDialog) -> None:
    dialog.whose.setCurrentIndex(1)
    dialog.whose.activated.emit(1)
    town = dialog.municipality
    dialog.methods.chip(WeightMethod.TYPED).click()
    for number, box in enumerate(dialog.typed.boxes):
        box.setValue(90 if number == 0 else 0)
    dialog.confirm_button.click()
    first = _facts(page).criteria[0].id
    assert _facts(page).weightings[town].shares[first] == 1
    page.weights.method.click()
    again = page.openings.method
    assert again is not None
    again.mean.click()
    mean = _facts(page).weightings[None]
    assert again.bars.shares is not None
    assert again.bars.shares[0] == pytest.approx(mean.shares[first], abs=0.02)
    page.services.workspace.undo()
    assert None not in _facts(page).weightings
    again.reject()
