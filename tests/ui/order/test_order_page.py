"""The page of the order, driven by real events on the demonstration region."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionSlider
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.order.weighed import Facts
from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.reads.priority import facts
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.parts import Label
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.order.page import OrderPage
from smartstad_desktop.ui.order.sentences import what_would_swap
from smartstad_desktop.usecases.order.priority import SetCommonBudget
from smartstad_desktop.usecases.order.weights import ForgetWeights, SetWeights
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


def _facts(page: OrderPage) -> Facts:
    return page.services.workspace.read(facts)


def _titles(page: OrderPage) -> list[str]:
    return [line.row.project.title for line in page.table.rows.rows]


def test_the_table_keeps_every_promise_of_a_model(
    page: OrderPage, checked: Callable[[QAbstractItemModel], None]
) -> None:
    checked(page.table.rows)
    page.kinds.chip("computed").click()
    assert page.table.rows.rowCount() == len(_facts(page).projects)
    places = [line.place for line in page.table.rows.rows if line.place is not None]
    assert places == sorted(places)


def test_a_dragged_weight_shows_the_order_at_once_and_is_written_when_let_go(page: OrderPage) -> None:
    before, steps = _titles(page), len(page.services.workspace.steps(10))
    slider = page.weights.sliders[-1]
    shape = QStyleOptionSlider()
    slider.initStyleOption(shape)
    part = QStyle.SubControl.SC_SliderHandle
    handle = slider.style().subControlRect(QStyle.ComplexControl.CC_Slider, shape, part, slider).center()
    pointer.press(slider, handle)
    pointer.move(slider, QPoint(slider.width() - 4, slider.height() // 2))
    assert slider.isSliderDown()
    assert _titles(page) != before
    assert len(page.services.workspace.steps(10)) == steps
    pointer.release(slider, QPoint(slider.width() - 4, slider.height() // 2))
    joint = _facts(page).weightings[None]
    assert joint.shares[_facts(page).criteria[-1].id] > 0.4
    page.services.workspace.undo()
    assert _titles(page) == before


def test_an_arrow_key_on_a_slider_is_a_whole_change(page: OrderPage) -> None:
    slider = page.weights.sliders[0]
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert None in _facts(page).weightings


def test_a_score_is_given_by_key_and_taken_back(page: OrderPage) -> None:
    unscored = next(line for line in page.table.rows.rows if line.place is None)
    page.table.choose(unscored.row.project.id)
    page.tabs.chip("project").click()
    scale = page.project.scales[0]
    scale.setFocus()
    QTest.keyClick(scale, Qt.Key.Key_4)
    project = unscored.row.project.id
    criterion = _facts(page).criteria[0].id
    assert _facts(page).scores[None][project][criterion].value == 4
    assert "4" in page.project.scales[0].accessibleName()
    QTest.keyClick(page.project.scales[0], Qt.Key.Key_Delete)
    assert project not in _facts(page).scores.get(None, {})


def test_a_municipality_is_scored_for_by_click(page: OrderPage) -> None:
    page.tabs.chip("project").click()
    page.project.whose.setCurrentIndex(3)
    page.project.whose.activated.emit(3)
    town = page.project.whose.currentData()
    scale = page.project.scales[1]
    step = QPoint(scale.width() // 2, scale.height() // 2)
    pointer.click(scale, step)
    project = page.table.project()
    assert project is not None
    assert _facts(page).scores[town][ProjectId(project)][_facts(page).criteria[1].id].value in {3, None}


def test_a_place_by_hand_needs_a_reason_and_both_orders_are_kept(page: OrderPage) -> None:
    computed = page.outlook
    assert computed is not None
    fifth = computed.order.final[4]
    page.table.choose(fifth.project.id)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    dialog = page.errands.dialog
    assert dialog is not None
    dialog.fields["place"].set_value(1)
    dialog.confirm()
    assert dialog.fields["reason"].error
    dialog.fields["reason"].set_value("Måste börja före sommaren (påhittat skäl)")
    dialog.confirm()
    assert _titles(page)[0] == fifth.project.title
    page.kinds.chip("computed").click()
    assert _titles(page)[0] != fifth.project.title
    assert "Måste börja" in page.project.by_hand.text()


def test_drag_two_clicks_and_keys_put_a_project_elsewhere_and_ask_why(page: OrderPage) -> None:
    before = _titles(page)
    table = page.table
    port = table.viewport()

    def middle(number: int) -> QPoint:
        return QPoint(200, table.rowViewportPosition(number) + table.rowHeight(number) // 2)

    def because() -> None:
        dialog = page.errands.dialog
        assert dialog is not None
        assert dialog.fields["place"].value() == 1
        dialog.fields["reason"].set_value("Måste börja före sommaren (påhittat skäl)")
        dialog.confirm()

    pointer.drag(port, middle(3), port, middle(0) - QPoint(0, 12))
    because()
    assert _titles(page)[0] == before[3]
    page.services.workspace.undo()
    table.choose(table.rows.rows[2].row.project.id)
    table.hand.carry()
    pointer.click(port, middle(0) - QPoint(0, 12))
    because()
    assert _titles(page)[0] == before[2]
    page.services.workspace.undo()
    table.choose(table.rows.rows[1].row.project.id)
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    because()
    assert _titles(page)[0] == before[1]
    page.kinds.chip("computed").click()
    assert table.hand.lift(table, middle(1)) is None


def test_a_what_if_is_kept_and_weighed_without_touching_the_weights_in_force(page: OrderPage) -> None:
    before = _facts(page)
    page.keep.click()
    dialog = page.errands.dialog
    assert dialog is not None
    dialog.fields["name"].set_value("Mest nytta")
    dialog.confirm()
    assert page.scenarios.currentText().endswith("Mest nytta")
    slider = page.weights.sliders[0]
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    after = _facts(page)
    assert after.weightings == before.weightings
    (kept,) = [each for each in after.scenarios if each.name == "Mest nytta"]
    assert kept.weights[after.criteria[0].id] > before.criteria[0].weight


def test_the_budget_line_stands_where_the_money_ends(page: OrderPage) -> None:
    page.services.workspace.run(SetCommonBudget(budget=None))
    assert not any(line.is_afforded for line in page.table.rows.rows)
    first = page.table.rows.rows[0].row.project.cost
    assert first is not None
    page.services.workspace.run(SetCommonBudget(budget=first))
    assert [line.is_afforded for line in page.table.rows.rows][:2] == [True, False]


def test_the_reasons_name_both_projects(page: OrderPage) -> None:
    page.tabs.chip("project").click()
    first, second = _titles(page)[:2]
    page.table.choose(page.table.rows.rows[0].row.project.id)
    assert first in page.project.why.text()
    assert page.project.swap.text()
    assert second


def test_disagreement_names_what_to_talk_about_and_who_scores_alike(page: OrderPage) -> None:
    page.tabs.chip("apart").click()
    grid = page.apart.grid
    assert grid.isVisible()
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Right)
    first, second = _facts(page).municipalities[:2]
    assert first.name in page.apart.parting.text()
    assert second.name in page.apart.parting.text()
    assert "%" in grid.accessibleDescription()
    for town in (first, second):
        page.services.workspace.run(ForgetWeights(whose=town.id))
    page.apart.tell_pair(first.id, second.id)
    assert "Av vikten" not in page.apart.parting.text()
    criteria = _facts(page).criteria
    for town, weights in ((first, (100, 0)), (second, (40, 60))):
        given = {criterion.id: 0.0 for criterion in criteria} | dict(
            zip((criteria[0].id, criteria[1].id), weights, strict=True)
        )
        page.services.workspace.run(SetWeights(whose=town.id, weights=given))
    page.apart.tell_pair(first.id, second.id)
    assert "Av vikten lägger de 40 % på samma kriterier." in page.apart.parting.text().replace("\u00a0", " ")


def test_what_would_swap_two_never_names_the_same_share_twice(page: OrderPage) -> None:
    outlook = page.outlook
    assert outlook is not None
    told: list[str] = []
    for last in range(0, 60, 4):
        outlook.weigh((20, 20, 15, 15, 15, 10, last))
        rows = [row for row in outlook.order.rows if row.place is not None]
        told += [what_would_swap(outlook, first, second) for first, second in pairwise(rows)]
    shares = [re.findall(r"[\d,]+\s%", words) for words in told]
    assert sum(len(found) == 2 for found in shares) > 100
    assert all(len(set(found)) == len(found) for found in shares)


def test_what_is_affordable_is_counted_two_ways(page: OrderPage) -> None:
    page.tabs.chip("afforded").click()
    QApplication.processEvents()
    said = " ".join(label.text() for label in page.afforded.findChildren(Label) if not label.isHidden())
    assert page.outlook is not None
    assert "kr" in said
    titles = {row.project.title for row in page.outlook.order.rows}
    assert sum(title in said for title in titles) >= 2


def test_what_ifs_stand_side_by_side_and_go_with_undo(page: OrderPage) -> None:
    page.tabs.chip("what_ifs").click()
    QApplication.processEvents()
    names = [scenario.name for scenario in _facts(page).scenarios]
    said = [label.text() for label in page.what_ifs.findChildren(Label) if not label.isHidden()]
    assert set(names) <= set(said)
    removed = next(
        button
        for button in page.what_ifs.findChildren(Button)
        if button.accessibleName() == f"Ta bort scenariot ”{names[0]}”"
    )
    removed.click()
    assert names[0] not in [scenario.name for scenario in _facts(page).scenarios]
    page.services.workspace.undo()
    assert names[0] in [scenario.name for scenario in _facts(page).scenarios]


def test_projects_that_resemble_each_other_are_named_before_they_are_weighed(page: OrderPage, qtbot: QtBot) -> None:
    went: list[PageTarget] = []
    page.navigate.connect(went.append)
    qtbot.waitUntil(page.alike.isVisible, timeout=20_000)
    page.alike.compare.click()
    assert went[0].page is PageId.INVENTORY
    (title,) = [project.title for project in _facts(page).projects if project.id == went[0].row]
    assert title in page.alike.words.text()


def test_the_spread_of_each_criterion_is_told_where_all_together_are_looked_at(page: OrderPage) -> None:
    known = _facts(page)
    several = next(
        project.id
        for project in known.projects
        if sum(project.id in given for whose, given in known.scores.items() if whose is not None) >= 3
    )
    page.table.choose(several)
    page.tabs.chip("project").click()
    told = [label.text() for label in page.project.findChildren(Label)]
    assert any("Kommunerna:" in text for text in told)
    page.project.whose.setCurrentIndex(1)
    page.project.whose.activated.emit(1)
    assert not any("Kommunerna:" in label.text() for label in page.project.findChildren(Label))
