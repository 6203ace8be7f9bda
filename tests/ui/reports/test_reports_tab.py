"""Reports are planned over the programme's time, written under headings, given with their figures, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.follow_up.reports import Heading, ReportState
from smartstad_desktop.reads.follow_up.reports import ReportSheet, report_sheet, reports
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.parts import Label
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.reports.page import ReportsPage
from smartstad_desktop.ui.reports.reports_tab import ReportsTab
from smartstad_desktop.usecases.follow_up.reports import PlanReports
from smartstad_desktop.usecases.inventory.inventory import AddProject
from smartstad_desktop.usecases.workspace import Workspace
from tests.ui.conftest import HeardNotices

TITLES = ("Lägesrapport 1", "Lägesrapport 2", "Slutrapport")


def shown(services: Services, qtbot: QtBot) -> ReportsTab:
    page = ReportsPage(services)
    qtbot.addWidget(page)
    page.resize(1250, 860)
    page.show()
    tab = page.tab("reports")
    assert isinstance(tab, ReportsTab)
    return tab


@pytest.fixture
def tab(workspace: Workspace, services: Services, qtbot: QtBot) -> ReportsTab:
    """Two steering reports over a year, and the final one."""
    workspace.run(PlanReports(first=date(2026, 1, 1), last=date(2026, 12, 31), titles=TITLES))
    return shown(services, qtbot)


def dialog() -> Dialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, Dialog)
    return found


def sheet(tab: ReportsTab) -> ReportSheet:
    row = tab.list.current
    assert row is not None
    found = tab.services.workspace.read(report_sheet, row.id)
    assert found is not None
    return found


def words(tab: ReportsTab) -> str:
    return "\n".join(label.text() for label in tab.desk.findChildren(Label) if label.isVisibleTo(tab))


def test_an_empty_file_offers_to_plan_all_reports_at_once(services: Services, qtbot: QtBot) -> None:
    tab = shown(services, qtbot)
    assert tab.places.currentIndex() == 1
    tab.plan()
    dialog().fields["first"].set_value(None)
    dialog().confirm_button.click()
    assert dialog().fields["first"].error == "Skriv dagen, så att tiden kan delas mellan rapporterna."
    for name, text in (("first", "2026-01-01"), ("last", "2026-12-31"), ("count", "4")):
        dialog().fields[name].editor.setText(text)  # type: ignore[attr-defined]  the editor of a line
    dialog().confirm_button.click()
    rows = services.workspace.read(reports)
    assert [row.title for row in rows] == [f"Lägesrapport {number}" for number in range(1, 5)] + ["Slutrapport"]
    assert (rows[0].period_to, rows[1].period_from, rows[3].due_on) == (
        date(2026, 3, 31),
        date(2026, 4, 1),
        date(2026, 12, 31),
    )
    assert tab.list.current == rows[0]
    assert tab.header.subtitle.text().startswith("0 av 4 lägesrapporter lämnade")


def test_what_is_written_is_kept_told_and_undone(
    tab: ReportsTab, checked: Callable[[QAbstractItemModel], None]
) -> None:
    checked(tab.list.rows)
    QTest.keyClick(tab.list, Qt.Key.Key_Return)
    form = tab.desk.form
    assert form is not None
    summary = form.fields["summary"]
    assert summary.editor.hasFocus()
    assert form.fields["deviations"].editor.accessibleDescription() == "Inget är sent."
    QTest.keyClicks(summary.editor, "Listorna finns.")
    assert tab.leave()
    assert sheet(tab).texts == {Heading.SUMMARY: "Listorna finns."}
    assert sheet(tab).row.state is ReportState.DRAFT
    assert "Listorna finns." in tab.desk.preview.words()
    tab.services.workspace.undo()
    assert sheet(tab).texts == {}
    assert "Listorna finns." not in tab.desk.preview.words()


def test_a_period_that_runs_backwards_is_refused_at_its_field(tab: ReportsTab) -> None:
    form = tab.desk.form
    assert form is not None
    form.fields["period_to"].edited.emit(date(2025, 1, 1))
    assert "börjar" in form.fields["period_to"].error
    assert sheet(tab).row.period_to == date(2026, 6, 30)


def test_a_given_report_keeps_its_figures_and_the_next_tells_what_changed(tab: ReportsTab) -> None:
    workspace = tab.services.workspace
    tab.list.choose(tab.list.rows.rows[0].id)
    tab.desk.give.click()
    told = [label.text() for label in dialog().findChildren(Label)]
    assert any(text.startswith("Ännu inget skrivet under: I korthet, ") for text in told)
    dialog().fields["given_on"].editor.setText("2026-07-02")  # type: ignore[attr-defined]  the editor of a line
    dialog().confirm_button.click()
    assert sheet(tab).row.given_on == date(2026, 7, 2)
    assert tab.desk.form is None
    assert not tab.desk.give.isVisible()
    workspace.run(AddProject(fields={"title": "Nytt", "municipality_id": 1}))
    QTest.keyClick(tab.list, Qt.Key.Key_Down)
    tab.desk.views.chip("since").click()
    assert "Projekt i inventariet" in words(tab)
    assert "0 → 1 (+1)" in words(tab)
    tab.list.choose(tab.list.rows.rows[0].id)
    tab.desk.take_back.click()
    assert sheet(tab).row.state is ReportState.DRAFT
    assert tab.desk.form is not None


def test_a_report_is_found_written_and_deleted(
    tab: ReportsTab, notices: HeardNotices, answers: Callable[..., None], tmp_path: Path
) -> None:
    last = tab.list.rows.rows[2]
    tab.go_to(PageTarget(PageId.REPORTS, row=last.id, filters={"tab": "reports"}))
    assert tab.list.current == last
    target = tmp_path / "slut.txt"
    answers(saved=target)
    tab.desk.export.click()
    assert "Slutrapport" in target.read_text(encoding="utf-8")
    assert notices.said[-1] == "Rapporten är skriven: slut.txt"
    QTest.keyClick(tab.list, Qt.Key.Key_Delete)
    assert [row.title for row in tab.list.rows.rows] == list(TITLES[:2])


def test_a_narrow_desk_shows_one_thing_at_a_time(tab: ReportsTab) -> None:
    tab.desk.resize(700, 800)
    assert tab.desk.views.keys() == {"read"}
    tab.desk.views.chip("write").click()
    assert tab.desk.form is not None
    assert tab.desk.form.isVisible()
    assert not tab.desk.preview.isVisible()
    tab.desk.views.chip("read").click()
    assert tab.desk.preview.isVisible()
