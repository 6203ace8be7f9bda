"""The page of needs and services, driven by real events on the demonstration region."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smartstad_desktop.reads.needs import NeedRow, needs
from smartstad_desktop.reads.services import services as read_services
from smartstad_desktop.ui.kit.calm_pickers import LinksField
from smartstad_desktop.ui.kit.chips import Chip
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.needs.page import NeedsPage
from tests.support import pointer
from tests.ui.conftest import HeardNotices


@pytest.fixture
def page(qtbot: QtBot, demo_services: Services) -> Iterator[NeedsPage]:
    """The page at the size of a laptop."""
    made = NeedsPage(demo_services)
    qtbot.addWidget(made)
    made.resize(1220, 860)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.leave()


def _rows(page: NeedsPage) -> dict[str, NeedRow]:
    return {row.line: row for row in page.services.workspace.read(needs).needs}


def _word(page: NeedsPage, name: str) -> int:
    found = page.services.workspace.read(needs)
    return next(word.id for word in found.words if word.name.sv == name)


def test_a_need_is_dragged_under_a_value_word_and_the_step_can_be_undone(page: NeedsPage) -> None:
    loose = page.needs_view.groups.panel(None).view
    target = page.needs_view.groups.panel(_word(page, "Trygghet")).view
    first = loose.rows.rows[0]
    start = loose.visualRect(loose.rows.index(0, 0)).center()
    above = target.visualRect(target.rows.index(1, 0)).topLeft() + QPoint(20, 4)
    pointer.drag(loose.viewport(), start, target.viewport(), above)
    assert target.ids[1] == first.id
    assert first.id not in loose.ids
    page.services.workspace.undo()
    assert loose.ids[0] == first.id


def test_escape_gives_a_drag_up(page: NeedsPage) -> None:
    loose = page.needs_view.groups.panel(None).view
    target = page.needs_view.groups.panel(_word(page, "Smidighet")).view
    before = loose.ids
    start = loose.visualRect(loose.rows.index(0, 0)).center()
    goal = pointer.begin_drag(loose.viewport(), start, target.viewport(), QPoint(40, 40))
    QTest.keyClick(page, Qt.Key.Key_Escape)
    pointer.release(loose.viewport(), goal)
    assert loose.ids == before


def test_figures_and_alt_arrows_move_what_is_chosen(page: NeedsPage) -> None:
    groups = page.needs_view.groups
    loose, safety = groups.panel(None).view, groups.panel(_word(page, "Trygghet")).view
    need = loose.ids[0]
    groups.choose((need,))
    QTest.keyClick(loose, Qt.Key.Key_1)
    assert safety.ids[-1] == need
    assert groups.ids() == (need,)
    QTest.keyClick(safety, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert safety.ids[-2] == need
    QTest.keyClick(safety, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert loose.ids[-1] == need


def test_a_need_is_taken_up_by_key_and_put_down_with_a_click(page: NeedsPage) -> None:
    groups = page.needs_view.groups
    loose, target = groups.panel(None).view, groups.panel(_word(page, "Kollektivitet")).view
    need = loose.ids[0]
    groups.choose((need,))
    QTest.keyClick(loose, Qt.Key.Key_M)
    assert groups.hand.dragging.load is not None
    pointer.click(target.viewport(), QPoint(30, target.viewport().height() - 5))
    assert target.ids[-1] == need


def test_a_field_is_saved_when_it_is_left_and_refused_where_it_stands(page: NeedsPage) -> None:
    form = page.needs_view.form
    assert form is not None
    row = page.needs_view.groups.ids()[0]
    mentions = form.fields["mentions"]
    mentions.editor.setFocus()
    mentions.editor.selectAll()  # type: ignore[attr-defined]  the editor is a line
    QTest.keyClicks(mentions.editor, "44")
    form.fields["place"].editor.setFocus()
    found = next(each for each in page.services.workspace.read(needs).needs if each.id == row)
    assert found.mentions == 44

    need, quote = form.fields["need"], form.fields["quote"]
    for field in (quote, need):
        field.editor.setFocus()
        field.editor.selectAll()  # type: ignore[attr-defined]  the editor is a text
        QTest.keyClick(field.editor, Qt.Key.Key_Delete)
    form.fields["place"].editor.setFocus()
    assert need.error
    assert next(each for each in page.services.workspace.read(needs).needs if each.id == row).need


def test_what_points_at_a_person_is_warned_about(page: NeedsPage) -> None:
    form = page.needs_view.form
    assert form is not None
    assert not form.warning.isVisible()
    quote = form.fields["quote"]
    quote.editor.setFocus()
    QTest.keyClicks(quote.editor, " ring 070-123 45 67 ")
    form.fields["place"].editor.setFocus()
    assert form.warning.isVisible()


def test_a_need_becomes_a_project_that_keeps_the_link(page: NeedsPage, notices: HeardNotices) -> None:
    page.needs_view.groups.choose((_rows(page)["Läxhjälp när föräldrarna jobbar kväll"].id,))
    page.needs_view.promote()
    dialog = page.needs_view._dialog
    assert dialog is not None
    assert dialog.fields["town"].value() is not None
    dialog.fields["title"].set_value("Läxhjälp på kvällen i hela regionen")
    dialog.confirm()
    row = _rows(page)["Läxhjälp när föräldrarna jobbar kväll"]
    titles = page.services.workspace.read(needs).projects
    assert "Läxhjälp på kvällen i hela regionen" in {titles[project] for project in row.projects}
    assert notices.said


def test_the_keys_stay_with_the_need_that_became_a_project(page: NeedsPage, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    view = page.needs_view
    need = _rows(page)["Läxhjälp när föräldrarna jobbar kväll"]
    view.groups.choose((need.id,))
    assert view.form is not None
    view.form.promote.setFocus()
    QTest.keyClick(view.form.promote, Qt.Key.Key_Space)
    assert view._dialog is not None
    view._dialog.confirm()
    assert page.window().focusWidget() is view.groups.panel(need.word).view


def test_a_project_of_a_need_can_be_gone_to(page: NeedsPage) -> None:
    need = _rows(page)["Läxhjälp när föräldrarna jobbar kväll"]
    page.needs_view.groups.choose((need.id,))
    page.needs_view.promote()
    assert page.needs_view._dialog is not None
    page.needs_view._dialog.confirm()
    assert page.needs_view.form is not None
    gone_to: list[object] = []
    page.navigate.connect(gone_to.append)
    field = cast("LinksField", page.needs_view.form.fields["projects"])
    project = next(iter(_rows(page)["Läxhjälp när föräldrarna jobbar kväll"].projects))
    chip = next(chip for chip in field.chips.findChildren(Chip) if chip.face.key == project)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert gone_to == [PageTarget(PageId.INVENTORY, row=project)]


def test_words_in_the_search_field_leave_fitting_needs(page: NeedsPage) -> None:
    page.search.setFocus()
    QTest.keyClicks(page.search, "plogas")
    shown = [need for panel in page.needs_view.groups.panels for need in panel.view.rows.rows]
    assert [need.line for need in shown] == ["Veta vilka cykelvägar som är plogade"]


def test_a_new_need_and_a_new_value_word_are_asked_for(page: NeedsPage) -> None:
    page.needs_view.add_need()
    dialog = page.needs_view._dialog
    assert dialog is not None
    dialog.confirm()
    assert dialog.fields["need"].error
    dialog.fields["need"].set_value("Veta när sopbilen kommer")
    dialog.confirm()
    assert page.needs_view.form is not None
    assert page.needs_view.form.fields["need"].value() == "Veta när sopbilen kommer"
    page.needs_view.add_word()
    word = page.needs_view._dialog
    assert word is not None
    word.fields["name_sv"].set_value("Enkelhet")
    word.confirm()
    assert [panel.name.text() for panel in page.needs_view.groups.panels][-1] == "Enkelhet"


def test_who_uses_a_service_and_until_when_is_written_beside_the_table(page: NeedsPage) -> None:
    page.go_to(PageTarget(PageId.NEEDS, filters={"view": "services"}))
    view = page.services_view
    assert view.isVisible()
    form = view.form
    assert form is not None
    uses = form.fields["uses"]
    town, box = next((town, box) for town, box in uses.boxes.items() if not box.isChecked())  # type: ignore[attr-defined]  the field of uses
    box.click()
    day = uses.days[town]  # type: ignore[attr-defined]  the field of uses
    day.editor.setFocus()
    QTest.keyClicks(day.editor, "2029-05-31")
    form.fields["link"].editor.setFocus()
    row = page.services.workspace.read(read_services).services[0]
    assert {use.municipality: use.ends_on for use in row.uses}[town] == date(2029, 5, 31)


def test_everything_that_can_be_pressed_has_a_name(page: NeedsPage) -> None:
    for panel in page.needs_view.groups.panels:
        assert panel.view.accessibleName()
        assert panel.more.accessibleName()
    assert page.search.accessibleName()
    assert page.services_view.table.accessibleName()


def test_a_need_leads_to_a_test_that_answers_it(page: NeedsPage, qtbot: QtBot) -> None:
    need = page.needs_view.groups.panel(None).view.ids[0]
    page.needs_view.choose(need)
    page.needs_view.menus.of_needs(QPoint(0, 0))
    deed = next(each for each in page.needs_view.menus.menu.actions() if "testärende" in each.text())
    with qtbot.waitSignal(page.navigate) as asked:
        deed.trigger()
    page.needs_view.menus.menu.hide()
    assert asked.args == [PageTarget(PageId.TESTBEDS, filters={"add": True, "need": need})]
