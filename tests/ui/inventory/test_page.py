"""The page: filter, sort, group, select, walk, add, copy, delete, paste, and what it remembers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.inventory import ProjectKind, Status
from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.reads import inventory
from smartstad_desktop.ui.inventory.adding import AddDialog
from smartstad_desktop.ui.inventory.arranging import Grouping, Missing, Sorting, Wanted
from smartstad_desktop.ui.inventory.page import InventoryPage
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.usecases.inventory.inventory import AddProject, ConfirmProjects, DeleteProjects, EditProject
from tests.ui.conftest import HeardNotices


def titles(page: InventoryPage) -> list[str]:
    rows = [page.browser.model.project_at(number) for number in range(page.browser.model.rowCount())]
    return [row.title if row else "#" for row in rows]


def click(qtbot: QtBot, page: InventoryPage, title: str, column: int = 1, **keys: Any) -> None:
    index = page.browser.model.index(titles(page).index(title), column)
    place = page.table.visualRect(index).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place, **keys)


def chosen(page: InventoryPage) -> set[str]:
    snapshot = page.browser.snapshot
    assert snapshot is not None
    return {snapshot.rows[each].title for each in page.table.selected_ids()}


def test_rows_stand_in_the_order_of_the_alphabet(
    page: InventoryPage, checked: Callable[[QAbstractItemModel], None]
) -> None:
    checked(page.browser.model)
    assert titles(page) == [
        "Adaptiv belysning",
        "Zebra vid skolan",
        "Ånglok på räls",
        "Öppna data om badvatten",
        "Över ån",
    ]
    assert page.browser.header.pill.text() == "5 projekt från 3 av 3 kommuner"


def test_examples_stand_in_the_table_and_are_counted_apart(page: InventoryPage) -> None:
    page.services.workspace.run(
        AddProject(fields={"title": "Sopsug i Oslo", "municipality_id": 1, "is_external": True})
    )
    page.refresh()
    assert page.browser.header.pill.text() == "5 projekt från 3 av 3 kommuner, 1 exempel"
    page.browser.want(Wanted(typed="oppna data"))

    assert page.browser.header.pill.text() == "1 av 6 rader"


def test_typing_filters_and_esc_shows_all_again(page: InventoryPage, qtbot: QtBot) -> None:
    search = page.browser.header.search
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(search, "oppna data")
    assert titles(page) == ["Öppna data om badvatten"]
    assert page.browser.header.pill.text() == "1 av 5 projekt"
    search.setText("båstad")
    assert titles(page) == ["Adaptiv belysning", "Zebra vid skolan"]
    search.setText("finns inte")
    assert page.browser.places.currentWidget() is page.browser.no_match
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert len(titles(page)) == 5


def test_chips_filter_and_show_counts(page: InventoryPage, qtbot: QtBot) -> None:
    chip = page.browser.filters.kinds.chip(ProjectKind.ONGOING)
    assert chip.text() == "Pågår 2"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert titles(page) == ["Adaptiv belysning", "Ånglok på räls"]
    page.browser.filters.municipalities.menu.actions()[2].trigger()
    assert titles(page) == ["Ånglok på räls"]
    assert "Ängelholm" in page.browser.filters.municipalities.text()
    page.browser.show_everything()
    assert len(titles(page)) == 5


def test_overview_can_ask_for_gaps(page: InventoryPage, projects: dict[str, ProjectId]) -> None:
    page.go_to(PageTarget(PageId.INVENTORY, filters={"missing": "theme"}))
    assert titles(page) == ["Zebra vid skolan", "Över ån"]
    assert page.browser.filters.gap.text() == "Utan tema"
    page.browser.filters.gap.click()
    assert len(titles(page)) == 5
    page.services.workspace.run(ConfirmProjects(projects=(projects["Ånglok på räls"],)))
    page.browser.want(Wanted(missing=Missing.CONFIRMED))
    assert "Ånglok på räls" not in titles(page)
    asked = EditProject(project=projects["Över ån"], changes={"review_on": date(2027, 2, 1)})
    page.services.workspace.run(asked)
    page.go_to(PageTarget(PageId.INVENTORY, filters={"missing": "answer"}))
    assert (titles(page), page.browser.filters.gap.text()) == (["Över ån"], "Att titta på igen")
    page.go_to(PageTarget(PageId.INVENTORY, filters={"municipality": 2, "nonsense": "x"}))
    assert titles(page) == ["Öppna data om badvatten", "Över ån"]


def test_sorting_puts_what_is_not_known_last(page: InventoryPage) -> None:
    page.browser._sort(Sorting("budget"))
    assert titles(page)[0] == "Zebra vid skolan"
    assert titles(page)[-1] == "Över ån"
    page.browser._sort(Sorting("budget", is_descending=True))
    assert titles(page)[0] == "Ånglok på räls"
    assert titles(page)[-1] == "Över ån"


def test_pressing_a_heading_twice_turns_the_order(page: InventoryPage, qtbot: QtBot) -> None:
    head = page.table.horizontalHeader()
    status = [column.key for column in page.browser.model.columns].index("status")
    where = QPoint(head.sectionViewportPosition(status) + 10, 10)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert titles(page)[0] == "Zebra vid skolan"
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert titles(page)[-1] == "Zebra vid skolan"


@pytest.mark.parametrize("grouping", [Grouping.MUNICIPALITY, Grouping.THEME, Grouping.KIND, Grouping.STATUS])
def test_groups_hold_every_project_once(
    page: InventoryPage, grouping: Grouping, checked: Callable[[QAbstractItemModel], None]
) -> None:
    checked(page.browser.model)
    page.browser._group(grouping)
    shown = titles(page)
    assert sorted(title for title in shown if title != "#") == sorted(
        ["Adaptiv belysning", "Zebra vid skolan", "Ånglok på räls", "Öppna data om badvatten", "Över ån"]
    )
    assert shown[0] == "#"


def test_a_group_folds_by_mouse_and_keyboard(page: InventoryPage, qtbot: QtBot) -> None:
    page.browser._group(Grouping.MUNICIPALITY)
    assert page.browser.model.index(0, 0).data() == "Båstads kommun · 2 projekt"
    place = page.table.visualRect(page.browser.model.index(0, 1)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert titles(page)[:2] == ["#", "#"]
    page.table.setFocus()
    page.table.setCurrentIndex(page.browser.model.index(0, 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert titles(page)[:2] == ["#", "Adaptiv belysning"]


def test_the_panel_follows_the_selection(page: InventoryPage, qtbot: QtBot) -> None:
    click(qtbot, page, "Ånglok på räls")
    qtbot.waitUntil(lambda: page.panel.one is not None and page.panel.places.currentWidget() is page.panel.one)
    assert page.panel.one is not None
    assert page.panel.one.fields["title"].value() == "Ånglok på räls"
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.panel.one is not None and page.panel.one.fields["title"].value() != "Ånglok på räls")
    assert page.panel.one.fields["title"].value() == "Öppna data om badvatten"


def test_boxes_add_rows_to_the_selection(page: InventoryPage, qtbot: QtBot) -> None:
    click(qtbot, page, "Ånglok på räls")
    click(qtbot, page, "Över ån", column=0)
    assert chosen(page) == {"Ånglok på räls", "Över ån"}
    click(qtbot, page, "Zebra vid skolan", stateKey=Qt.KeyboardModifier.ControlModifier)
    assert len(chosen(page)) == 3
    click(qtbot, page, "Över ån", column=0)
    assert chosen(page) == {"Ånglok på räls", "Zebra vid skolan"}
    qtbot.waitUntil(lambda: page.panel.places.currentWidget() is page.panel.many)


def test_what_is_selected_survives_filtering_and_sorting(page: InventoryPage, qtbot: QtBot) -> None:
    click(qtbot, page, "Ånglok på räls")
    page.browser.header.search.setText("å")
    page.browser._sort(Sorting("title", is_descending=True))
    assert chosen(page) == {"Ånglok på räls"}


def test_an_edited_row_stays_where_it_is_until_the_order_is_asked_for(
    page: InventoryPage, projects: dict[str, ProjectId]
) -> None:
    page.browser.want(Wanted(kinds=frozenset({ProjectKind.IDEA, ProjectKind.PLANNED})))
    page.perform(EditProject(project=projects["Zebra vid skolan"], changes={"title": "Aa", "status": Status.PILOT}))
    assert titles(page) == ["Aa", "Öppna data om badvatten"]
    assert page.browser.filters.kinds.chip(ProjectKind.ONGOING).text() == "Pågår 3"
    page.browser.want(Wanted(kinds=frozenset({ProjectKind.PLANNED})))
    assert titles(page) == ["Öppna data om badvatten"]


def test_deleting_can_be_undone(page: InventoryPage, qtbot: QtBot, notices: HeardNotices) -> None:
    click(qtbot, page, "Ånglok på räls")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert "Ånglok på räls" not in titles(page)
    assert notices.said == ["Ta bort ”Ånglok på räls”"]
    page.services.workspace.undo()
    assert "Ånglok på räls" in titles(page)


def test_copying_shows_the_copy(page: InventoryPage, qtbot: QtBot) -> None:
    click(qtbot, page, "Ånglok på räls")
    qtbot.keyClick(page.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert "Ånglok på räls (kopia)" in titles(page)
    assert chosen(page) == {"Ånglok på räls (kopia)"}


def test_adding_asks_for_what_is_needed(
    page: InventoryPage, qtbot: QtBot, dialog: Callable[[type[QWidget]], Any]
) -> None:
    page.go_to(PageTarget(PageId.INVENTORY, filters={"add": True}))
    asked = dialog(AddDialog)
    asked.confirm()
    assert asked.fields["title"].error == "Ge projektet ett namn."
    asked.fields["title"].set_value("Ny cykelväg")
    asked.confirm()
    assert asked.fields["municipality_id"].error
    asked.fields["municipality_id"].set_value(1)
    asked.confirm()
    assert not asked.isVisible()
    assert "Ny cykelväg" in titles(page)
    assert chosen(page) == {"Ny cykelväg"}


def test_a_table_on_the_clipboard_goes_to_the_import(page: InventoryPage, qtbot: QtBot, notices: HeardNotices) -> None:
    heard: list[PageTarget] = []
    page.navigate.connect(heard.append)
    QGuiApplication.clipboard().setText("Projektnamn\tKommun\nA\tBjuv")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert heard == [PageTarget(PageId.IMPORTING, filters={"clipboard_text": "Projektnamn\tKommun\nA\tBjuv"})]
    QGuiApplication.clipboard().setText("ett ord")
    page.paste()
    assert len(heard) == 1
    assert notices.said


def test_going_to_a_project_lets_go_of_filters_that_hide_it(
    page: InventoryPage, projects: dict[str, ProjectId]
) -> None:
    page.browser.want(Wanted(kinds=frozenset({ProjectKind.IDEA})))
    page.go_to(PageTarget(PageId.INVENTORY, row=projects["Ånglok på räls"]))
    assert chosen(page) == {"Ånglok på räls"}


def test_the_table_is_left_as_it_was(page: InventoryPage, services: Services) -> None:
    page.browser._group(Grouping.KIND)
    page.browser._sort(Sorting("budget", is_descending=True))
    page.browser._choose_columns(("check", "title", "status", "owner_unit"))
    again = InventoryPage(services)
    again.refresh()
    assert again.memory.grouping is Grouping.KIND
    assert again.memory.sorting == Sorting("budget", is_descending=True)
    assert [column.key for column in again.browser.model.columns] == ["check", "title", "status", "owner_unit"]
    again.deleteLater()


def test_what_was_remembered_in_another_form_is_let_go(services: Services) -> None:
    services.settings.remember(services.workspace.path, "inventory", '{"grouping": "colour", "columns": 3}')
    made = InventoryPage(services)
    assert made.memory.grouping is Grouping.NONE
    made.deleteLater()


def test_an_empty_inventory_says_what_to_do_first(services: Services, qtbot: QtBot) -> None:
    made = InventoryPage(services)
    with qtbot.waitExposed(made):
        made.show()
    assert made.browser.places.currentWidget() is made.browser.nothing
    assert not made.panel.isVisible()
    made.hide()
    made.deleteLater()


def test_only_what_changed_is_read_again(page: InventoryPage, projects: dict[str, ProjectId]) -> None:
    before = page.browser.snapshot
    page.run(EditProject(project=projects["Över ån"], changes={"themes": (1,), "budget_total": 5000}))
    assert page.browser.snapshot is before
    assert before is not None
    assert before.rows == {row.id: row for row in page.services.workspace.read(inventory.rows)}
    page.services.workspace.run(DeleteProjects(projects=(projects["Över ån"],)))
    assert "Över ån" not in titles(page)


def test_rows_are_read_aloud_with_their_headings(page: InventoryPage) -> None:
    model = page.browser.model
    number = titles(page).index("Ånglok på räls")
    spoken = [model.index(number, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(1, 6)]
    assert spoken == [
        "Projekt: Ånglok på räls",
        "Kommun: Ängelholms kommun",
        "Tema: Mobilitet och transport",
        "Läge: Pilot",
        "Budget: 2,1\u00a0mkr",
    ]
