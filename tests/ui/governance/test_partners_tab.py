"""Organisations and partners in a list with counts; what is asked of them is written once and answered by each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.governance.organisations import Answer, PartnerState
from smartstad_desktop.reads.governance.organisations import OrganisationRow, organisations
from smartstad_desktop.ui.governance.partners_tab import PartnersTab
from smartstad_desktop.ui.inventory.page import InventoryPage
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.usecases.governance.organisations import AddOrganisation
from smartstad_desktop.usecases.inventory.inventory import AddProject
from tests.ui.conftest import HeardNotices


@pytest.fixture
def tab(services: Services, qtbot: QtBot) -> PartnersTab:
    made = PartnersTab(services)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


def rows(tab: PartnersTab) -> dict[str, OrganisationRow]:
    return {row.name: row for row in tab.services.workspace.read(organisations).rows}


def test_the_first_organisation_is_added_and_becomes_a_partner(tab: PartnersTab) -> None:
    assert tab.places.currentIndex() == 1
    tab.add_organisation()
    assert tab.dialog is not None
    tab.dialog.confirm()
    assert tab.dialog.fields["name"].error
    tab.dialog.fields["name"].set_value("Påhittade sensorer AB")
    tab.dialog.confirm()

    assert tab.header.subtitle.text() == "Ingen partner än"
    tab.form.fields["partner_state"].edited.emit(PartnerState.ACCEPTED)
    tab.form.fields["reach"].edited.emit("global")
    assert tab.header.subtitle.text() == "1 partner · 1 global"
    assert [row.name for row in tab.rows.rows] == ["Påhittade sensorer AB"]


def test_conditions_are_written_in_one_step_and_answered(tab: PartnersTab) -> None:
    tab.services.workspace.run(AddOrganisation(fields={"name": "Appbyrån", "partner_state": "registered"}))
    steps = len(tab.services.workspace.steps())
    tab.change_criteria()
    assert tab.dialog is not None
    tab.dialog.fields["partner"].set_value("Driver innovation\nBidrar till staden")
    tab.dialog.fields["project"].set_value("Är hållbart")
    tab.dialog.confirm()
    assert len(tab.services.workspace.steps()) == steps + 1

    first, second = tab.form.answers.questions.values()
    first.chips.set_keys(frozenset({Answer.PARTLY}))
    first.chips.picked.emit(first.chips.keys())
    first.comment.area.setPlainText("En pilot")
    tab.leave()
    (given,) = rows(tab)["Appbyrån"].answers.values()
    assert (given.answer, given.comment) == (Answer.PARTLY, "En pilot")
    assert not second.chips.keys()


def test_a_project_answers_in_its_own_form(tab: PartnersTab, qtbot: QtBot) -> None:
    services = tab.services
    project = services.workspace.run(AddProject(fields={"title": "Sensornät", "municipality_id": 1})).value
    tab.change_criteria()
    assert tab.dialog is not None
    tab.dialog.fields["project"].set_value("Är hållbart\nHar flera aktörer")
    tab.dialog.confirm()
    page = InventoryPage(services)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.go_to(PageTarget(PageId.INVENTORY, row=project))
    panel = page.panel.one
    assert panel is not None
    panel.sections["admission"].open()
    question = next(iter(panel.admission.questions.values()))
    question.answered.emit(Answer.YES, "")
    assert panel.sections["admission"].head.note == "1/2"
    services.workspace.undo()
    assert panel.sections["admission"].head.note == "0/2"


def test_the_list_is_narrowed_and_rows_are_deleted_and_come_back(tab: PartnersTab, notices: HeardNotices) -> None:
    for name, state in (("Appbyrån", "accepted"), ("Sensorbolaget", "left"), ("Stadsbyggnad", None)):
        tab.services.workspace.run(AddOrganisation(fields={"name": name, "partner_state": state}))
    tab.filters.set_keys(frozenset({"over"}))
    tab.filters.picked.emit(None)
    assert [row.name for row in tab.rows.rows] == ["Sensorbolaget"]
    tab.go_to(PageTarget(PageId.PROGRAMME, row=rows(tab)["Stadsbyggnad"].id))
    tab.search.setText("stads")
    assert [row.name for row in tab.rows.rows] == ["Stadsbyggnad"]
    QTest.keyClick(tab.table, Qt.Key.Key_Delete)
    assert notices.said[-1] == "Ta bort organisationen ”Stadsbyggnad”"
    tab.services.workspace.undo()
    assert "Stadsbyggnad" in rows(tab)
