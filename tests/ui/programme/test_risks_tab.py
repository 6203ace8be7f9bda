"""Risks: the matrix counts and filters, the two greatest stand first, a value keeps its history, a closed one rests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartstad_desktop.reads.programme.risks import RiskRow, risks, weighings
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.parts import Label
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.programme.risks_tab import RisksTab
from smartstad_desktop.usecases.programme.risks import AddRisk, EditRisk, RemoveRisks
from smartstad_desktop.usecases.workspace import Workspace


@pytest.fixture
def tab(workspace: Workspace, services: Services, qtbot: QtBot) -> RisksTab:
    """Three risks: a high one, a medium one to look at again, and a low one."""
    workspace.run(RemoveRisks(risks=tuple(risk.id for risk in workspace.read(risks))))
    for fields in (
        {"name_sv": "Ingen hinner", "likelihood": 3, "consequence": 4, "response_sv": "Egen takt"},
        {"name_sv": "Piloten tar slut", "likelihood": 3, "consequence": 3, "review_on": date(2026, 1, 1)},
        {"name_sv": "Krånglig blankett", "name_nb": "Kronglete skjema", "likelihood": 1, "consequence": 2},
    ):
        workspace.run(AddRisk(fields=fields))
    shown = RisksTab(services)
    qtbot.addWidget(shown)
    shown.resize(1300, 820)
    shown.show()
    return shown


def names(tab: RisksTab) -> list[str]:
    return [risk.name.sv for risk in tab.rows.rows]


def risk(tab: RisksTab, name: str) -> RiskRow:
    return next(each for each in tab.services.workspace.read(risks) if each.name.sv == name)


def test_the_gravest_stand_first_and_the_two_greatest_are_told(
    tab: RisksTab, checked: Callable[[QAbstractItemModel], None]
) -> None:
    checked(tab.rows)
    assert names(tab) == ["Ingen hinner", "Piloten tar slut", "Krånglig blankett"]
    told = [label.text() for label in tab.greatest.findChildren(Label)]
    assert {"De två största riskerna", "12 hög", "9 måttlig"} <= set(told)
    assert "Egen takt · Ingen ansvarar för den än" in told
    assert tab.matrix.accessibleName() == "Riskmatris: 1 hög, 1 måttlig, 1 låg"


def test_a_cell_of_the_matrix_shows_its_risks_by_mouse_and_by_key(tab: RisksTab) -> None:
    QTest.mouseClick(tab.matrix, Qt.MouseButton.LeftButton, pos=tab.matrix.room_of((3, 3)).center().toPoint())
    assert names(tab) == ["Piloten tar slut"]
    QTest.keyClick(tab.matrix, Qt.Key.Key_Right)
    assert tab.matrix.accessibleDescription() == "Sannolikhet 3, konsekvens 4: 1 risk"
    QTest.keyClick(tab.matrix, Qt.Key.Key_Space)
    assert names(tab) == ["Ingen hinner"]
    QTest.keyClick(tab.matrix, Qt.Key.Key_Escape)
    assert len(names(tab)) == 3


def test_a_value_keeps_its_history(tab: RisksTab) -> None:
    workspace = tab.services.workspace
    number = risk(tab, "Piloten tar slut").id
    workspace.run(EditRisk(risk=number, changes={"likelihood": 4}))
    workspace.run(EditRisk(risk=number, changes={"owner": "Styrgruppen"}))
    workspace.run(EditRisk(risk=number, changes={"consequence": 1}))
    found = workspace.read(weighings, number)
    assert [(each.before, each.after) for each in found] == [
        ((4, 3), (4, 1)),
        ((3, 3), (4, 3)),
        (None, (3, 3)),
    ]
    tab.go_to(PageTarget(PageId.PROGRAMME, row=number))
    tab.form.history.open()
    told = [label.text() for label in tab.form.history.findChildren(Label)]
    assert "12 hög → 4 låg" in told[0]
    assert "uppskriven som 9 måttlig" in told[0]


def test_a_closed_risk_rests_and_can_be_opened_again(tab: RisksTab) -> None:
    number = risk(tab, "Ingen hinner").id
    tab.choose(number)
    tab.form.close_button.click()
    assert risk(tab, "Ingen hinner").closed_on == tab.services.workspace.now.astimezone().date()
    assert names(tab) == ["Piloten tar slut", "Krånglig blankett"]
    assert risk(tab, "Piloten tar slut").rank == 1
    tab.views.chip("closed").click()
    assert names(tab) == ["Ingen hinner"]
    tab.form.close_button.click()
    assert risk(tab, "Ingen hinner").is_open


def test_what_is_to_be_looked_at_again_and_what_is_searched_is_found(tab: RisksTab) -> None:
    tab.views.chip("due").click()
    assert names(tab) == ["Piloten tar slut"]
    tab.views.chip("open").click()
    tab.search.setText("skjema")
    assert names(tab) == ["Krånglig blankett"]
    tab.choose(risk(tab, "Ingen hinner").id)
    assert tab.search.text() == ""
    assert tab.form.fields["name_sv"].value() == "Ingen hinner"


def test_a_new_risk_needs_words_and_is_then_chosen(tab: RisksTab) -> None:
    tab.add_button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Dialog)
    dialog.confirm_button.click()
    assert dialog.fields["name_sv"].error
    dialog.fields["name_sv"].set_value("Ny risk")
    dialog.confirm_button.click()
    tab.form.fields["consequence"].edited.emit(4)
    assert (risk(tab, "Ny risk").value, tab.form.fields["name_sv"].value()) == (8, "Ny risk")
    QTest.keyClick(tab.table, Qt.Key.Key_Delete)
    assert "Ny risk" not in names(tab)
