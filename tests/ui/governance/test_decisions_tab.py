"""Decisions with their clauses by keyboard, days as they were stated, assignments to many, and what is late."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.governance.decisions import AssignmentState, DecisionState, Receiver
from smartstad_desktop.domain.values import Period
from smartstad_desktop.reads.governance.decisions import DecisionRow, decisions
from smartstad_desktop.ui.governance.decisions_tab import DecisionsTab
from smartstad_desktop.ui.governance.stated_field import StatedField
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.usecases.governance.assignments import AddAssignments
from smartstad_desktop.usecases.governance.decisions import AddDecision
from tests.ui.conftest import HeardNotices


@pytest.fixture
def empty(services: Services, qtbot: QtBot) -> DecisionsTab:
    made = DecisionsTab(services)
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    return made


@pytest.fixture
def tab(empty: DecisionsTab) -> DecisionsTab:
    empty.services.workspace.run(AddDecision(fields={"title": "Programmet startar", "body_written": "Fullmäktige"}))
    return empty


def row(tab: DecisionsTab, place: int = 0) -> DecisionRow:
    return tab.services.workspace.read(decisions, date(2026, 11, 22)).rows[place]


def dialog(tab: DecisionsTab) -> Any:
    assert tab.dialog is not None
    return tab.dialog


def test_the_first_decision_is_written_down_with_its_day_as_stated(empty: DecisionsTab) -> None:
    assert empty.places.currentIndex() == 1
    empty.add_decision()
    asked = dialog(empty)
    asked.confirm()
    assert asked.fields["title"].error == "Skriv vad beslutet gäller."
    asked.fields["title"].set_value("Staden arrangerar en mässa")
    asked.fields["decided"].put("13–14 juni 2017")
    asked.confirm()
    made = row(empty)
    assert isinstance(made.decided, Period)
    assert (made.decided.first, made.decided.last) == (date(2017, 6, 13), date(2017, 6, 14))
    assert empty.decisions.listed.texts(0)[2] == "13–14\u00a0juni 2017"


@pytest.mark.parametrize(("written", "shown"), [("hösten 2018", "hösten 2018"), ("2018 eller 2019", "2018 eller 2019")])
def test_an_unclear_day_stays_as_it_is_written(tab: DecisionsTab, written: str, shown: str) -> None:
    field = tab.form.fields["decided"]
    assert isinstance(field, StatedField)
    field.put(written)
    field.commit()
    assert not field.error
    assert tab.decisions.listed.texts(0)[2] == shown
    assert field.text() == shown


def test_clauses_are_written_moved_and_removed_by_key(tab: DecisionsTab) -> None:
    clauses = tab.form.clauses

    def texts() -> list[str]:
        return [clause.text for clause in row(tab).clauses]

    clauses.add_button.click()
    clauses.lines[0].area.setPlainText("att starta")
    QTest.keyClick(clauses.lines[0].area, Qt.Key.Key_Return)
    clauses.lines[1].area.setPlainText("att utse en ledare")
    QTest.keyClick(clauses.lines[1].area, Qt.Key.Key_Return)
    assert texts() == ["att starta", "att utse en ledare"]
    known = [clause.id for clause in row(tab).clauses]

    QTest.keyClick(clauses.lines[1].area, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert texts() == ["att utse en ledare", "att starta"]
    assert [clause.id for clause in row(tab).clauses] == known[::-1]
    assert [line.number.text() for line in clauses.lines][:2] == ["1.", "2."]
    clauses.lines[0].area.setPlainText("")
    QTest.keyClick(clauses.lines[0].area, Qt.Key.Key_Backspace)
    assert texts() == ["att starta"]
    tab.services.workspace.undo()
    assert texts() == ["att utse en ledare", "att starta"]


def test_an_outcome_decides_and_a_later_decision_amends(tab: DecisionsTab) -> None:
    tab.form.fields["outcome"].edited.emit("approved")
    first = row(tab).id
    assert row(tab).state is DecisionState.DECIDED
    tab.services.workspace.run(AddDecision(fields={"title": "En ändring", "state": "decided", "amends_id": first}))
    tab.go_to(PageTarget(PageId.PROGRAMME, row=first))
    assert tab.form.amended.text() == "Ändrat genom: En ändring"
    assert tab.form.fields["state"].value() == DecisionState.AMENDED
    later = next(each.id for each in tab.services.workspace.read(decisions, date(2026, 11, 22)).rows if each.amends)
    tab.form.fields["amends_id"].edited.emit(later)
    assert "kan inte ändra sig självt" in tab.form.fields["amends_id"].error


def test_an_assignment_goes_to_many_and_what_is_late_is_told(tab: DecisionsTab, notices: HeardNotices) -> None:
    tab.form.giving.emit()
    asked = dialog(tab)
    asked.fields["text"].set_value("Redovisa bidraget")
    asked.confirm()
    assert asked.trouble.text() or asked.fields["receivers"].error
    asked.fields["receivers"].toggle(Receiver(municipality=1))
    asked.fields["receivers"].toggle(Receiver(municipality=2))
    asked.fields["words"].set_value("Stadens samtliga nämnder")
    asked.fields["due_on"].put("1 okt 2026")
    steps = len(tab.services.workspace.steps())
    asked.confirm()
    assert len(tab.services.workspace.steps()) == steps + 1
    receivers = [card.receiver.text() for card in tab.form.cards.values()]
    assert receivers == ["Ängelholm", "Helsingborg", "Stadens samtliga nämnder"]
    assert tab.header.subtitle.text() == "3 uppdrag är försenade"
    assert tab.decisions.listed.texts(0)[4] == "3 försenade"

    card = next(iter(tab.form.cards.values()))
    assert card.late.text() == "Skulle ha varit klart 1\u00a0okt 2026"
    card.fields["state"].edited.emit(AssignmentState.DONE)
    assert card.late.text() == "Klart 22\u00a0nov 2026"
    assert tab.header.subtitle.text() == "2 uppdrag är försenade"
    tab.go_to(PageTarget(PageId.PROGRAMME, filters={"view": "late"}))
    assert [each.receiver for each in tab.assignments.listed.rows] == ["", "Stadens samtliga nämnder"]
    tab.assignments.choose_first()
    QTest.keyClick(tab.assignments, Qt.Key.Key_Delete)
    assert notices.said[-1] == "Ta bort uppdraget ”Redovisa bidraget”"
    assert len(row(tab).assignments) == 2


def test_lists_are_searched(tab: DecisionsTab) -> None:
    run = tab.services.workspace.run
    run(AddDecision(fields={"title": "Gemensam upphandling"}))
    give = AddAssignments(decision=row(tab, 1).id, text="Utse ledamöter", receivers=(Receiver(words="Kommunerna"),))
    run(give)
    tab.search.setText("upphand")
    assert [each.title for each in tab.decisions.listed.rows] == ["Gemensam upphandling"]
    tab.search.setText("kommunerna")
    assert [each.text for each in tab.assignments.listed.rows] == ["Utse ledamöter"]
    tab.search.clear()
    tab.decisions.choose_first()
    QTest.keyClick(tab.decisions, Qt.Key.Key_Delete)
    assert len(tab.decisions.listed.rows) == 1
