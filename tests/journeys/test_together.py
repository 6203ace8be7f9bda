"""Testing, buying and following up together in the real window: from a need to a result that another one takes over."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pypdf
import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smartstad_desktop.app.wiring import Desk
from smartstad_desktop.domain.follow_up.reports import Heading
from smartstad_desktop.domain.follow_up.reuse import ReuseState
from smartstad_desktop.domain.procurement.procurement import Form, Interest
from smartstad_desktop.domain.testbeds.routines import CaseState, GateAnswer
from smartstad_desktop.domain.testbeds.testbeds import Recommendation
from smartstad_desktop.reads.follow_up.reports import report_sheet
from smartstad_desktop.ui.kit.forms import FileQuestions
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.procurement.page import ProcurementPage
from smartstad_desktop.ui.reports.reports_tab import ReportsTab
from smartstad_desktop.ui.reports.results_tab import ResultsTab
from tests.support.cases import DAY, pass_stage, sheet
from tests.support.users import LEFT, User, choose, decide, dialog, settle, type_in, value_of, write

TEST = "Halkan syns i vinter"
CONTRACT = "LoRaWAN tillsammans"
SUMMARY = "Vintern är mätt."
WRITTEN = {
    "lesson": "Givarna måste sitta i skugga.",
    "result_what": "Tio givare i väg som varnar två timmar tidigare.",
    "result_how": "Beskrivning och kod finns hos kommunen.",
    "result_cost": "80 tkr och två veckors arbete.",
    "result_contact": "Gatuchef",
    "result_licence": "CC BY 4.0",
}


@pytest.mark.slow
def test_from_a_need_to_a_shared_result_and_from_a_candidate_to_a_contract(
    desk: Desk, qtbot: QtBot, tmp_path: Path, demo_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "region.smartstad"
    shutil.copyfile(demo_file, path)
    monkeypatch.setattr(FileQuestions, "save_path", staticmethod(lambda *asked: tmp_path / str(asked[-1])))
    desk.window.resize(1440, 900)
    user = User(desk, qtbot, path)

    test = begin_a_test_from_a_need(user)
    the_gate_refuses_and_names_what_is_missing(user)
    go_through_all_gates(user)
    page = share_what_came_of_it(user)
    assert WRITTEN["result_contact"] in page
    note_who_takes_it_over(user)
    bought = buy_together(user)
    report = give_a_report(user)

    user.begin_again()
    everything_is_there(user, test, bought, report)


# What a user does


def begin_a_test_from_a_need(user: User) -> int:
    """A need gives the case its words; a case begun by mistake goes with one undo."""
    page = user.testbeds()
    QTest.mouseClick(page.head.add_case, LEFT)
    asked = dialog()
    choose(asked.fields["need"], 1)
    assert value_of(asked.fields["title"])
    asked.confirm_button.click()
    assert page.case is not None
    user.undo()
    assert page.case is None

    QTest.mouseClick(page.head.add_case, LEFT)
    asked = dialog()
    choose(asked.fields["need"], 1)
    write(asked.fields["title"], TEST)
    choose(asked.fields["municipality"], 2)
    asked.confirm_button.click()
    assert page.case is not None
    assert page.head.title.text() == TEST
    return page.case


def the_gate_refuses_and_names_what_is_missing(user: User) -> None:
    """A decision to go on is refused while points are open, and nothing has moved."""
    view = user.testbeds().case_view
    missing = [row.name.text() for row in view.checklist.rows.values() if row.point and row.point.is_required]
    assert view.gate.title.text() == "Grind 1 kan inte passeras än."
    view.gate.button.click()
    asked = dialog()
    choose(asked.fields["answer"], GateAnswer.CONTINUE)
    write(asked.fields["decided_by"], "Behovsägaren")
    asked.confirm_button.click()
    assert asked.isVisible()
    assert missing[0][1:] in asked.trouble.text()
    asked.cancel_button.click()
    assert view.read is not None
    assert view.read.sheet.current is view.read.sheet.stages[0]


def go_through_all_gates(user: User) -> None:
    """Stage by stage to the end; a gate passed by mistake is taken back."""
    view = user.testbeds().case_view
    passed = 0
    while view.read is not None and view.read.sheet.current is not None:
        stage = view.read.sheet.current
        settle(view.checklist)
        view.gate.button.click()
        if stage.gate:
            decide("Testbäddsvärden", f"{stage.gate} prövad")
            passed += 1
        if stage.number == 1:
            user.undo()
            assert view.checklist.title.text() == stage.name
            view.gate.button.click()
            decide("Behovsägaren", "Alla är överens")
    assert passed == 5
    assert view.read is not None
    assert view.read.sheet.facts.state is CaseState.COMPLETED
    assert [each.reason for each in view.read.sheet.decisions][-1] == "G5 prövad"


def share_what_came_of_it(user: User) -> str:
    """The page for others is written, shared, and kept as a PDF; return its text."""
    view = user.testbeds().case_view
    QTest.mouseClick(view.parts.chip("result"), LEFT)
    assert not view.result.share.isEnabled()
    choose(view.result.form.fields["recommendation"], Recommendation.SCALE)
    for name, text in WRITTEN.items():
        write(view.result.form.fields[name], text)
    view.result.form.finish()
    assert WRITTEN["result_how"] in view.result.preview.words()
    QTest.mouseClick(view.result.share, LEFT)
    assert view.result.withdraw.isVisible()
    QTest.mouseClick(view.result.write, LEFT)
    (written,) = user.folder.glob(f"*{TEST}*.pdf")
    sheets = pypdf.PdfReader(written).pages
    assert len(sheets) == 1
    return sheets[0].extract_text()


def note_who_takes_it_over(user: User) -> None:
    """Another municipality has taken the result over; taken back and noted again."""
    tab = user.reports("results")
    assert isinstance(tab, ResultsTab)
    tab.search.setText(TEST)
    result = tab.chosen()
    assert result is not None
    town = next(town for town in tab.result.lines if town != result.owner_id)
    choose(tab.result.lines[town].state, ReuseState.TAKEN_OVER)
    assert user.taken_over(TEST) == 1
    user.undo()
    assert user.taken_over(TEST) == 0
    choose(tab.result.lines[town].state, ReuseState.TAKEN_OVER)


def buy_together(user: User) -> int:
    """A candidate becomes a procurement: who joins, in which form, step by step to the contract."""
    page = user.procurement()
    QTest.mouseClick(page.views.chip("candidates"), LEFT)
    page.search.setText("LoRaWAN")
    assert page.candidates.chosen() is not None
    page.candidates.sheet.begin.click()
    asked = dialog()
    write(asked.fields["title"], CONTRACT)
    asked.confirm_button.click()
    assert page.case is not None
    view = page.view
    asked_towns = [line for line in view.grid.lines.values() if line.fields["volume"].isEnabled()]
    for line in asked_towns[:2]:
        choose(line.fields["interest"], Interest.YES)
        type_in(line.fields["value"], "900 tkr")
    assert view.sheet is not None
    assert view.sheet.value == 1_800_000
    assert view.facts is not None
    choose(view.facts.fields["form"], Form.OWN_WITH_OPTION)
    go_to_the_contract(user, page)
    lock_and_sign(page)
    return page.case


def go_to_the_contract(user: User, page: ProcurementPage) -> None:
    """By hand through the first gate; the rest is like it and goes on while another page is looked at."""
    view = page.view
    while view.sheet is not None and not view.sheet.case.decisions:
        settle(view.checklist)
        gate = view.sheet.case.current is not None and view.sheet.case.current.gate
        view.gate.button.click()
        if gate:
            decide("Styrgruppen", "Vi köper tillsammans", on=DAY)
    assert page.case is not None
    user.page(PageId.INVENTORY)
    while (stage := sheet(user.workspace, page.case).current) is not None and stage.name != "Kontrakt och avrop":
        pass_stage(user.workspace, page.case)
    user.procurement()
    assert view.sheet is not None
    assert view.sheet.case.current is not None
    assert view.checklist.title.text() == view.sheet.case.current.name


def lock_and_sign(page: ProcurementPage) -> None:
    """Days that cannot be are refused; when the parties are locked they hold."""
    view = page.view
    today = page.services.workspace.now.astimezone().date()
    days = view.days.fields
    view.show_part("days")
    type_in(days["announced_on"], today.isoformat())
    assert "lås" in days["announced_on"].error.lower()
    view.state.lock.click()
    dialog().confirm_button.click()
    assert view.state.title.text().startswith("Avtalsparterna låsta")
    for name in ("announced_on", "tenders_due_on", "awarded_on", "standstill_until", "contract_from"):
        type_in(days[name], today.isoformat())
        assert not days[name].error
    type_in(days["contract_to"], date(today.year + 4, 6, 30).isoformat())
    type_in(days["supplier"], "Nätbolaget (påhittat)")


def give_a_report(user: User) -> int:
    """The next report is written from what is in the file, kept as a PDF and given."""
    tab = user.reports("reports")
    assert isinstance(tab, ReportsTab)
    row = tab.list.current
    assert row is not None
    assert tab.desk.form is not None
    summary = tab.desk.form.fields[Heading.SUMMARY.value]
    for text in ("Skrivet av misstag.", SUMMARY):
        write(summary, text)
        assert tab.leave()
        assert text in tab.desk.preview.words()
        if text != SUMMARY:
            user.undo()
            assert text not in tab.desk.preview.words()
    tab.desk.export.click()
    (written,) = user.folder.glob(f"{row.title}*.pdf")
    told = " ".join(sheet.extract_text() for sheet in pypdf.PdfReader(written).pages)
    assert SUMMARY in told
    assert TEST in told
    tab.desk.give.click()
    dialog().confirm_button.click()
    return row.id


def everything_is_there(user: User, test: int, bought: int, report: int) -> None:
    """On another day: the test, who took it over, the contract and the report."""
    page = user.testbeds()
    page.go_to(PageTarget(PageId.TESTBEDS, row=test))
    read = page.case_view.read
    assert read is not None
    assert (read.sheet.facts.state, read.result.facts.shared_on is not None) == (CaseState.COMPLETED, True)
    assert user.taken_over(TEST) == 1
    procurement = user.procurement()
    procurement.go_to(PageTarget(PageId.PROCUREMENT, row=bought))
    assert procurement.view.days.fields["supplier"].value() == "Nätbolaget (påhittat)"
    given = user.workspace.read(report_sheet, report)
    assert given is not None
    assert given.row.given_on is not None
    assert given.texts[Heading.SUMMARY] == SUMMARY
