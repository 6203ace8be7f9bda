"""The criteria: described in place, added, ordered by drag and by key, removed with what goes along said."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.order.priority import Direction
from smartstad_desktop.domain.order.weighed import Facts
from smartstad_desktop.reads.priority import facts
from smartstad_desktop.ui.kit.calm_fields import TypedField
from smartstad_desktop.ui.kit.parts import Label
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.order.criteria_dialog import CriteriaDialog
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
def dialog(page: OrderPage) -> Iterator[CriteriaDialog]:
    """The dialog, opened from the page."""
    page.weights.criteria.click()
    opened = page.openings.criteria
    assert opened is not None
    yield opened
    if page.openings.criteria is not None:
        opened.confirm_button.click()


def _facts(page: OrderPage) -> Facts:
    return page.services.workspace.read(facts)


def _type(dialog: CriteriaDialog, name: str, text: str) -> None:
    field = dialog.form.fields[name]
    assert isinstance(field, TypedField)
    editor: QWidget = field.editor
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, text)
    field.commit()


def test_a_name_and_a_step_are_written_and_other_languages_stay(page: OrderPage, dialog: CriteriaDialog) -> None:
    before = _facts(page).criteria[0]
    _type(dialog, "name_en", "Benefit")
    _type(dialog, "step_2", "Enstaka behov")
    _type(dialog, "meaning", "Vad det ger dem som bor")
    after = _facts(page).criteria[0]
    assert after.name.en == "Benefit"
    assert after.steps[2].sv == "Enstaka behov"
    assert after.meaning.sv == "Vad det ger dem som bor"
    assert after.steps[5] == before.steps[5]
    assert after.name.nb == before.name.nb


def test_without_any_name_the_field_says_why(page: OrderPage, dialog: CriteriaDialog) -> None:
    before = _facts(page).criteria[0].name
    for name in ("name_nb", "name_en"):
        _type(dialog, name, "x")
    field = dialog.form.fields["step_1"]
    _type(dialog, "step_1", "o" * 201)
    assert field.error
    assert before.sv == _facts(page).criteria[0].name.sv


def test_low_can_be_good(page: OrderPage, dialog: CriteriaDialog) -> None:
    field = dialog.form.fields["direction"]
    field.set_value(Direction.COST)
    field.edited.emit(Direction.COST)
    assert _facts(page).criteria[0].direction is Direction.COST


def test_a_criterion_is_added_last_and_named_at_once(
    page: OrderPage, dialog: CriteriaDialog, checked: Callable[[QAbstractItemModel], None]
) -> None:
    checked(dialog.list.rows)
    count = len(_facts(page).criteria)
    dialog.add_button.click()
    assert len(_facts(page).criteria) == count + 1
    _type(dialog, "name_sv", "Beredskap")
    assert _facts(page).criteria[-1].name.sv == "Beredskap"
    assert len(page.weights.sliders) == count + 1


def test_drag_two_clicks_key_and_button_order_alike(page: OrderPage, dialog: CriteriaDialog) -> None:
    start = [each.id for each in _facts(page).criteria]
    view = dialog.list

    def middle(number: int) -> QPoint:
        return view.visualRect(view.rows.index(number, 0)).center()

    pointer.drag(view.viewport(), middle(0), view.viewport(), middle(1) + QPoint(0, 12))
    wanted = [start[1], start[0], *start[2:]]
    assert [each.id for each in _facts(page).criteria] == wanted
    page.services.workspace.undo()
    view.choose(start[0])
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [each.id for each in _facts(page).criteria] == wanted
    dialog.up.click()
    assert [each.id for each in _facts(page).criteria] == start
    next(entry for entry in view.menu().actions() if entry.text() == "Flytta: klicka sedan på platsen").trigger()
    pointer.click(view.viewport(), middle(1) + QPoint(0, 12))
    assert [each.id for each in _facts(page).criteria] == wanted


def test_removal_says_what_goes_along_and_can_be_undone(page: OrderPage, dialog: CriteriaDialog) -> None:
    first = _facts(page).criteria[0]
    view = dialog.list
    view.choose(first.id)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    question = dialog.question
    assert question is not None
    told = " ".join(each.text() for each in question.findChildren(Label))
    scores = sum(first.id in given for each in _facts(page).scores.values() for given in each.values())
    assert str(scores) in told
    question.confirm_button.click()
    assert first.id not in [each.id for each in _facts(page).criteria]
    page.services.workspace.undo()
    assert _facts(page).criteria[0] == first


def test_a_criterion_without_a_weight_is_named_and_gets_one_in_one_step(
    page: OrderPage, dialog: CriteriaDialog
) -> None:
    assert not dialog.unweighed.isVisible()
    dialog.add_criterion()
    _type(dialog, "name_sv", "Beredskap")
    assert "Beredskap" in dialog.unweighed.words.text()
    assert "Beredskap" in page.weights.unweighed.words.text()
    dialog.unweighed.cure.click()
    assert not dialog.unweighed.isVisible()
    assert page.weights.sliders[-1].value() == 13
    page.services.workspace.undo()
    assert dialog.unweighed.isVisible()
