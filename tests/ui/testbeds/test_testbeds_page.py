"""The page of testbeds, driven by real events: a case from its need to a result that others can use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, cast

import pypdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.testbeds.routines import CaseState, CheckState, EvidenceKind, GateAnswer
from smartstad_desktop.reads.testbeds.case_rows import CaseSheet
from smartstad_desktop.text.labels import label
from smartstad_desktop.ui.cases.dialogs import GateDialog, StopDialog
from smartstad_desktop.ui.cases.history_dialog import HistoryDialog
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.testbeds import page as pages
from smartstad_desktop.ui.testbeds.new_case import NewCaseDialog
from smartstad_desktop.usecases.testbeds.cases import EditCase, RemoveCases
from smartstad_desktop.usecases.testbeds.testbed_cases import EditTestbedCase
from tests.support import pointer
from tests.support.cases import a_case, pass_stage, settle, sheet
from tests.support.commands.testbeds import RESULT
from tests.ui.conftest import HeardNotices


@pytest.fixture
def page(qtbot: QtBot, demo_services: Services) -> Iterator[pages.TestbedsPage]:
    """The page at the size of a laptop."""
    made = pages.TestbedsPage(demo_services)
    qtbot.addWidget(made)
    made.resize(1220, 860)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.leave()


def _sheet(page: pages.TestbedsPage, case: int) -> CaseSheet:
    return sheet(page.services.workspace, case)


def _case(page: pages.TestbedsPage, title: str = "Trygghet på resan") -> int:
    case = a_case(page.services.workspace, title)
    page.open_case(case)
    return case


def test_a_case_is_begun_from_a_need_and_takes_its_words(
    page: pages.TestbedsPage, dialog: Callable[[type[NewCaseDialog]], NewCaseDialog]
) -> None:
    QTest.mouseClick(page.head.add_case, Qt.MouseButton.LeftButton)
    asked = dialog(NewCaseDialog)
    need = asked.fields["need"]
    need.set_value(1)
    need.edited.emit(1)
    title = asked.fields["title"].value()
    assert title
    QTest.mouseClick(asked.confirm_button, Qt.MouseButton.LeftButton)
    assert page.case is not None
    facts = _sheet(page, page.case).facts
    assert (facts.title, facts.need) == (title, 1)
    assert page.stack.currentWidget() is page.case_view
    assert page.head.title.text() == title


def test_points_are_settled_opened_and_excused_and_the_gate_says_what_is_missing(
    page: pages.TestbedsPage, dialog: Callable[[type[Dialog]], Dialog]
) -> None:
    case = _case(page)
    rows = list(page.case_view.checklist.rows.values())
    wanted = len([row for row in rows if row.point is not None and row.point.is_required])
    assert len(_sheet(page, case).missing) == wanted
    assert page.case_view.gate.title.text() == "Grind 1 kan inte passeras än."
    QTest.mouseClick(rows[0].state, Qt.MouseButton.LeftButton)
    assert len(_sheet(page, case).missing) == wanted - 1
    QTest.keyClick(rows[0].state, Qt.Key.Key_Space)
    assert len(_sheet(page, case).missing) == wanted
    rows[1].answered.emit(CheckState.NOT_RELEVANT)
    asked = dialog(Dialog)
    asked.confirm()
    assert asked.fields["reason"].error
    asked.fields["reason"].set_value("Gjort i förstudien")
    asked.confirm()
    assert rows[1].evidence.text() == "inte aktuellt: Gjort i förstudien"
    settle(page.services.workspace, case)
    assert page.case_view.gate.title.text() == "Grind 1 kan passeras."


def test_evidence_is_added_as_file_link_and_note_and_taken_away(
    page: pages.TestbedsPage,
    dialog: Callable[[type[Dialog]], Dialog],
    answers: Callable[..., None],
    notices: HeardNotices,
    tmp_path: Path,
) -> None:
    _case(page)
    row = next(iter(page.case_view.checklist.rows.values()))
    paper = tmp_path / "Behovsbild.pdf"
    paper.write_bytes(b"%PDF-1.7 invented")
    answers(opened=(paper,))
    row.adding.emit(EvidenceKind.FILE)
    assert row.evidence.text() == "Behovsbild.pdf"
    row.adding.emit(EvidenceKind.NOTE)
    asked = dialog(Dialog)
    asked.fields["text"].set_value("Muntligt besked från förvaltningen")
    asked.confirm()
    assert row.evidence.text() == "Behovsbild.pdf +1"
    assert row.point is not None
    row.removing.emit(row.point.evidence[0])
    assert row.evidence.text() == "Muntligt besked från förvaltningen"
    assert "Ta bort underlaget" in notices.said[-1]


def test_the_gate_dialog_refuses_at_its_fields_and_moves_the_case(
    page: pages.TestbedsPage, dialog: Callable[[type[GateDialog]], GateDialog]
) -> None:
    case = _case(page)
    settle(page.services.workspace, case)
    QTest.mouseClick(page.case_view.gate.button, Qt.MouseButton.LeftButton)
    asked = dialog(GateDialog)
    assert not asked.fields["changes"].isVisible()
    asked.fields["answer"].set_value(GateAnswer.CONTINUE_WITH_CHANGES)
    asked.fields["answer"].edited.emit(GateAnswer.CONTINUE_WITH_CHANGES)
    assert asked.fields["changes"].isVisible()
    asked.fields["decided_by"].set_value("Styrgruppen")
    asked.confirm()
    assert asked.fields["changes"].error
    asked.fields["changes"].set_value("Halva antalet")
    asked.confirm()
    after = _sheet(page, case)
    assert after.current is not None
    assert after.current.number == 2
    assert page.case_view.checklist.title.text() == after.current.name
    assert page.case_view.decisions.findChildren(type(page.case_view.gate.title))[-1].text() == "Halva antalet"
    page.services.workspace.undo()
    assert page.case_view.checklist.title.text() == after.stages[0].name
    # Where nothing has been decided it can still be stopped, with what was learned.
    page.menus.offer_more(page.head.more)
    next(each for each in page.menus.menu.actions() if each.text() == "Avsluta i förtid…").trigger()
    page.menus.menu.hide()
    ending = cast(StopDialog, page.case_view.deeds.dialog)
    ending.fields["reason"].set_value("Ingen har tid")
    ending.confirm()
    assert ending.fields["lesson"].error
    ending.fields["lesson"].set_value("Avsätt tid först")
    ending.confirm()
    assert _sheet(page, case).facts.state is CaseState.STOPPED


def test_a_card_is_dragged_sent_by_key_and_put_down_with_a_click(
    page: pages.TestbedsPage, dialog: Callable[[type[Dialog]], Dialog]
) -> None:
    workspace = page.services.workspace
    case = a_case(workspace)
    pass_stage(workspace, case)
    board, stages = page.cases_view.board, _sheet(page, case).stages
    source, target = board.column(stages[1].id).list, board.column(stages[2].id).list
    start = source.visualRect(source.rows.index_of(case)).center()
    pointer.drag(source.viewport(), start, target.viewport(), QPoint(40, 60))
    assert case in target.ids
    # Back is a step that needs a reason.
    board.choose(case)
    QTest.keyClick(target, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    asked = dialog(Dialog)
    asked.fields["reason"].set_value("Fel utmaning")
    asked.confirm()
    assert case in source.ids
    board.choose(case)
    QTest.keyClick(source, Qt.Key.Key_M)
    pointer.move(target.viewport(), QPoint(40, 60), Qt.MouseButton.NoButton)
    pointer.click(target.viewport(), QPoint(40, 60))
    assert case in target.ids


def test_a_gate_is_not_jumped_on_the_board(page: pages.TestbedsPage, notices: HeardNotices) -> None:
    case = a_case(page.services.workspace)
    board = page.cases_view.board
    board.choose(case)
    QTest.keyClick(board.column(_sheet(page, case).stages[0].id).list, Qt.Key.Key_3)
    assert "G1" in notices.said[-1]
    assert _sheet(page, case).stages[0].id == _sheet(page, case).facts.stage
    QTest.keyClick(board.column(_sheet(page, case).stages[0].id).list, Qt.Key.Key_Return)
    assert page.case == case


def test_a_test_asks_what_happens_and_its_result_is_shared_and_written(
    page: pages.TestbedsPage, answers: Callable[..., None], tmp_path: Path
) -> None:
    workspace, case = page.services.workspace, _case(page)
    assert not page.case_view.end.isVisible()
    today = workspace.now.astimezone().date()
    workspace.run(EditCase(case=case, changes={"ends_on": today}))
    assert page.case_view.end.text.text() == "Testet slutar i dag. Vad händer nu?"
    QTest.mouseClick(page.case_view.end.plan, Qt.MouseButton.LeftButton)
    assert page.case_view.facts is not None
    page.case_view.facts.fields["what_next"].edited.emit("Beslut senast 15 mars")
    assert not page.case_view.end.isVisible()
    page.case_view.show_part("result")
    assert not page.case_view.result.share.isEnabled()
    workspace.run(EditTestbedCase(case=case, changes=RESULT))
    QTest.mouseClick(page.case_view.result.share, Qt.MouseButton.LeftButton)
    assert page.case_view.result.withdraw.isVisible()
    assert RESULT["result_how"] in page.case_view.result.preview.words()
    target = tmp_path / "resultat.pdf"
    answers(saved=target)
    QTest.mouseClick(page.case_view.result.write, Qt.MouseButton.LeftButton)
    assert RESULT["result_contact"] in pypdf.PdfReader(target).pages[0].extract_text()


def test_of_a_confidential_case_no_result_is_shown(page: pages.TestbedsPage, notices: HeardNotices) -> None:
    case = _case(page)
    secret = {"is_confidential": True, "confidentiality_reason": "Anbud pågår"}
    page.services.workspace.run(EditCase(case=case, changes=secret))
    page.case_view.show_part("result")
    assert not page.case_view.result.preview.isVisible()
    assert not page.case_view.result.write.isVisible()
    page.menus.write_basis()
    assert "sekretess" in notices.said[-1]


def test_the_basis_for_a_decision_is_written(
    page: pages.TestbedsPage, answers: Callable[..., None], tmp_path: Path
) -> None:
    case = _case(page)
    target = tmp_path / "underlag.pdf"
    answers(saved=target)
    page.menus.write_basis()
    text = " ".join(each.extract_text() for each in pypdf.PdfReader(target).pages)
    assert "Grind 1 kan inte passeras än." in text
    stage = _sheet(page, case).stages[0]
    assert stage.points[0].name[:30] in text
    assert label(GateAnswer.SEND_BACK) in text


def test_roles_and_log_are_written_in_place(page: pages.TestbedsPage, dialog: Callable[[type[Any]], Any]) -> None:
    case = _case(page)
    page.case_view.show_part("people")
    role, field = next(iter(page.case_view.roles.fields.items()))
    field.line.setText("Enhetschef")
    field.commit()
    assert next(each for each in _sheet(page, case).roles if each.id == role).holder == "Enhetschef"
    QTest.mouseClick(page.case_view.log.add, Qt.MouseButton.LeftButton)
    asked = dialog(Dialog)
    asked.confirm()
    assert asked.fields["text"].error
    asked.fields["text"].set_value("Alla fick samma svar")
    asked.confirm()
    line = _sheet(page, case).log[0]
    page.case_view.log.list.cards[line.id].fields["told_to"].edited.emit("Fyra företag")
    assert _sheet(page, case).log[0].told_to == "Fyra företag"
    page.case_view.log.history.click()
    history = dialog(HistoryDialog)
    assert "Fyra" not in history.rows.texts(0)[0]
    assert history.rows.texts(2)[0].endswith("i ”Trygghet på resan”")
    history.reject()


def test_targets_lead_to_a_case_a_testbed_and_a_new_case(
    page: pages.TestbedsPage, dialog: Callable[[type[NewCaseDialog]], NewCaseDialog]
) -> None:
    page.go_to(PageTarget(PageId.TESTBEDS, filters={"view": "testbeds"}))
    assert page.stack.currentWidget() is page.testbeds_view
    assert page.testbeds_view.form is not None
    case = _case(page)
    page.show_all()
    page.go_to(PageTarget(PageId.TESTBEDS, row=case))
    assert page.case == case
    page.go_to(PageTarget(PageId.TESTBEDS, filters={"add": True, "need": 2}))
    assert dialog(NewCaseDialog).fields["need"].value() == 2
    assert page.beginning.dialog is not None
    page.beginning.dialog.reject()


def test_an_empty_page_says_what_to_do_first(page: pages.TestbedsPage) -> None:
    shown = page.cases_view.shown
    assert shown is not None
    page.services.workspace.run(RemoveCases(cases=tuple(case.id for case in shown.cases)))
    assert page.cases_view.places.currentIndex() == 2


def test_the_list_has_the_same_cases_as_the_board(page: pages.TestbedsPage) -> None:
    case = a_case(page.services.workspace, "Bara i listan")
    page.services.workspace.run(EditCase(case=case, changes={"ends_on": date(2020, 1, 1)}))
    QTest.mouseClick(page.head.list_button, Qt.MouseButton.LeftButton)
    page.head.search.setText("bara listan")
    assert [row.id for row in page.cases_view.rows.rows] == [case]
    assert "vad händer nu?" in str(page.cases_view.rows.index(0, 4).data())


def test_the_routine_of_a_case_is_looked_at_and_left(page: pages.TestbedsPage) -> None:
    case = _case(page)
    QTest.mouseClick(page.head.routine, Qt.MouseButton.LeftButton)
    assert page.desk is not None
    assert page.desk.isVisible()
    assert page.desk.routine == _sheet(page, case).facts.routine
    page.desk.close_desk()
    assert page.case_view.isVisible()
