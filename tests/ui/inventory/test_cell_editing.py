"""Editing in the cell: keys, the same reading of text as in the panel, one step for each value, refusals."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.reads.project import project
from smartstad_desktop.ui.inventory.page import InventoryPage
from smartstad_desktop.ui.kit.calm_fields import TypedField
from smartstad_desktop.ui.kit.fields import ChoiceField
from smartstad_desktop.ui.kit.services import Services
from tests.ui.conftest import HeardNotices

TITLE = "Ånglok på räls"


@pytest.fixture
def places(page: InventoryPage) -> dict[str, int]:
    """The columns by key, with those shown that can be edited."""
    page.browser.model.set_columns(
        ("check", "title", "municipality", "status", "budget", "time", "owner_unit", "goals")
    )
    page.table.fit()
    return {column.key: number for number, column in enumerate(page.browser.model.columns)}


def cell(page: InventoryPage, projects: dict[str, ProjectId], column: int, title: str = TITLE) -> QModelIndex:
    """Make a cell the current one and return it."""
    index = page.browser.model.index(page.browser.model.places({projects[title]})[0], column)
    page.table.setFocus()
    page.table.setCurrentIndex(index)
    return index


def values(services: Services, projects: dict[str, ProjectId], title: str = TITLE) -> dict[str, Any]:
    detail = services.workspace.read(project, projects[title])
    assert detail is not None
    return dict(detail.values)


def editor(page: InventoryPage) -> QWidget:
    assert page.cells.field is not None
    return page.cells.field.editor


@pytest.mark.parametrize(
    ("column", "typed", "field", "value"),
    [
        ("title", "Lok till havs", "title", "Lok till havs"),
        ("budget", "0,7 mkr", "budget_total", 700_000),
        ("owner_unit", "Teknik", "owner_unit", "Teknik"),
    ],
)
def test_typing_replaces_and_enter_keeps_it_as_one_step(
    page: InventoryPage,
    services: Services,
    projects: dict[str, ProjectId],
    places: dict[str, int],
    qtbot: QtBot,
    column: str,
    typed: str,
    field: str,
    value: object,
) -> None:
    before = values(services, projects)[field]
    cell(page, projects, places[column])
    qtbot.keyClick(page.table, typed[0])
    qtbot.keyClicks(editor(page), typed[1:])
    qtbot.keyClick(editor(page), Qt.Key.Key_Return)
    assert page.cells.field is None
    assert page.table.hasFocus()
    assert values(services, projects)[field] == value
    services.workspace.undo()
    assert values(services, projects)[field] == before


def test_esc_takes_back_and_nothing_is_a_step(
    page: InventoryPage, services: Services, projects: dict[str, ProjectId], places: dict[str, int], qtbot: QtBot
) -> None:
    steps = len(services.workspace.steps())
    cell(page, projects, places["title"])
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    qtbot.keyClicks(editor(page), "annat")
    qtbot.keyClick(editor(page), Qt.Key.Key_Escape)
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    qtbot.keyClick(editor(page), Qt.Key.Key_Return)
    assert values(services, projects)["title"] == TITLE
    assert len(services.workspace.steps()) == steps


def test_a_double_click_opens_the_cell_and_tab_goes_on(
    page: InventoryPage, services: Services, projects: dict[str, ProjectId], places: dict[str, int], qtbot: QtBot
) -> None:
    index = cell(page, projects, places["budget"])
    place = page.table.visualRect(index).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClicks(editor(page), "90 tkr")
    qtbot.keyClick(editor(page), Qt.Key.Key_Tab)
    assert values(services, projects)["budget_total"] == 90_000
    assert page.cells.field is not None
    assert page.cells.field.name == "start"
    line = editor(page)
    assert isinstance(line, QLineEdit)
    line.insert("hösten 2026 – mars 2028")  # a keyboard event carries no ö in a test
    qtbot.keyClick(editor(page), Qt.Key.Key_Backtab)
    held = values(services, projects)
    assert (held["start"].written, held["end"].last.isoformat()) == ("hösten 2026", "2028-03-31")
    assert page.cells.field.name == "budget_total"
    assert isinstance(page.cells.field, TypedField)
    assert page.cells.field.text().replace("\u202f", " ").replace("\u00a0", " ") == "90 000 kr"


def test_tab_after_the_last_cell_goes_to_the_next_row(
    page: InventoryPage, projects: dict[str, ProjectId], places: dict[str, int], qtbot: QtBot
) -> None:
    row = cell(page, projects, places["owner_unit"]).row()
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    qtbot.keyClick(editor(page), Qt.Key.Key_Tab)
    assert page.table.currentIndex().row() == row + 1
    assert page.cells.field is not None
    assert page.cells.field.name == "title"


def test_what_cannot_be_read_stays_open_with_the_reason(
    page: InventoryPage,
    services: Services,
    projects: dict[str, ProjectId],
    places: dict[str, int],
    notices: HeardNotices,
    qtbot: QtBot,
) -> None:
    cell(page, projects, places["budget"])
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    qtbot.keyClicks(editor(page), "mycket")
    qtbot.keyClick(editor(page), Qt.Key.Key_Return)
    assert page.cells.field is not None
    assert page.cells.field.error
    assert editor(page).hasFocus()
    # Who goes elsewhere is told that it was not kept.
    page.browser.header.search.setFocus(Qt.FocusReason.MouseFocusReason)
    assert page.cells.field is None
    assert "sparades inte" in notices.said[-1]
    assert values(services, projects)["budget_total"] == 2_100_000


def test_going_elsewhere_keeps_what_was_written(
    page: InventoryPage, services: Services, projects: dict[str, ProjectId], places: dict[str, int], qtbot: QtBot
) -> None:
    cell(page, projects, places["owner_unit"])
    qtbot.keyClicks(page.table, "P")
    qtbot.keyClicks(editor(page), "ark")
    page.browser.header.search.setFocus(Qt.FocusReason.MouseFocusReason)
    assert values(services, projects)["owner_unit"] == "Park"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # lists of choices open without a screen
def test_a_status_is_chosen_and_what_its_rule_needs_is_asked_for_in_the_panel(
    page: InventoryPage, services: Services, projects: dict[str, ProjectId], places: dict[str, int], qtbot: QtBot
) -> None:
    cell(page, projects, places["status"])
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    field = page.cells.field
    assert isinstance(field, ChoiceField)
    field.box.hidePopup()
    field.set_value("implementation")
    field.box.activated.emit(field.box.currentIndex())
    assert values(services, projects)["status"] == "implementation"

    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    field = page.cells.field
    assert isinstance(field, ChoiceField)
    field.box.hidePopup()
    field.set_value("stopped")
    field.box.activated.emit(field.box.currentIndex())
    assert page.cells.field is None
    assert values(services, projects)["status"] == "implementation"
    assert page.panel.one is not None
    assert any(each.error for each in page.panel.one.fields.values())


def test_a_cell_that_is_picked_from_lists_opens_the_panel(
    page: InventoryPage, projects: dict[str, ProjectId], places: dict[str, int], qtbot: QtBot
) -> None:
    cell(page, projects, places["goals"])
    with qtbot.waitSignal(page.table.opened):
        qtbot.keyClick(page.table, Qt.Key.Key_F2)
    assert page.cells.field is None
