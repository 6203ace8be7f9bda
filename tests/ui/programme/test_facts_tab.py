"""The tab of the programme: promises with the way to mend them, questions with answers, calls with applications."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartstad_desktop.reads.programme.calls import calls
from smartstad_desktop.reads.programme.questions import questions
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.parts import Label
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.programme.facts_tab import CALLS, QUESTIONS, FactsTab
from smartstad_desktop.usecases.programme.calls import AddCall
from smartstad_desktop.usecases.programme.questions import RemoveQuestions


@pytest.fixture
def tab(services: Services, qtbot: QtBot) -> FactsTab:
    shown = FactsTab(services)
    qtbot.addWidget(shown)
    shown.resize(1222, 860)
    shown.show()
    return shown


def confirm(**values: str) -> None:
    """Fill in the dialog that is open and confirm it."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Dialog)
    for name, value in values.items():
        dialog.fields[name].set_value(value)
    dialog.confirm_button.click()
    assert not dialog.isVisible()


def test_what_is_missing_leads_to_where_it_is_mended(tab: FactsTab, qtbot: QtBot) -> None:
    told = [label.text() for label in tab.checks.findChildren(Label)]
    assert "3 kommuner deltar, det bör vara minst 5" in told
    with qtbot.waitSignal(tab.navigate) as asked:
        next(button for button in tab.checks.findChildren(Button) if button.isVisible()).click()
    assert asked.args == [PageTarget(PageId.PROGRAMME, filters={"tab": "municipalities"})]


def test_questions_are_put_in_answered_and_moved(tab: FactsTab) -> None:
    workspace = tab.services.workspace
    held = workspace.read(questions)
    if held:
        workspace.run(RemoveQuestions(questions=tuple(row.id for row in held)))
    tab.go_to(PageTarget(PageId.PROGRAMME, filters={"view": QUESTIONS}))
    next(button for button in tab.questions.findChildren(Button) if button.isVisible()).click()
    rows = workspace.read(questions)
    assert len(rows) == 17
    field = tab.questions.fields[rows[0].id]
    field.area.setFocus()
    field.area.setPlainText("Sensorer var för sig")
    QTest.keyClick(field.area, Qt.Key.Key_Tab)
    assert workspace.read(questions)[0].answer == "Sensorer var för sig"
    assert "1 av 17" in tab.views.chip(QUESTIONS).text()
    tab.add_question.click()
    confirm(name_sv="Vad mer?")
    assert workspace.read(questions)[-1].question.sv == "Vad mer?"
    workspace.undo()
    assert len(tab.questions.fields) == 17


def test_counts_of_a_call_may_stand_without_names(tab: FactsTab) -> None:
    workspace = tab.services.workspace
    fields = {"name": "Intresseanmälan", "applied_count": 90, "selected_count": 40}
    number = int(workspace.run(AddCall(fields=fields)).value)
    tab.go_to(PageTarget(PageId.PROGRAMME, row=number, filters={"view": CALLS}))
    assert tab.calls.rows.texts(0)[-2:] == ("90", "40")
    tab.add_call.click()
    confirm(name="Partner sökes")
    form = tab.calls.form
    assert form is not None
    form.new.line.setText("Påhittade bolaget")
    QTest.keyClick(form.new.line, Qt.Key.Key_Return)
    call = workspace.read(calls).calls[-1]
    assert (call.name, call.applied, call.selected) == ("Partner sökes", 1, 0)
    assert form.new.line.text() == ""
    QTest.keyClick(tab.calls.table, Qt.Key.Key_Delete)
    assert [each.name for each in workspace.read(calls).calls] == ["Intresseanmälan"]
