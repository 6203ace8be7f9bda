"""Measures are followed up, results travel, and what is due stands in one list that leads where it belongs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.follow_up.reminders import ReminderKind, When
from smartstad_desktop.domain.follow_up.reuse import ReuseState
from smartstad_desktop.domain.programme.work import Light
from smartstad_desktop.reads.follow_up.measures import followed_measures
from smartstad_desktop.reads.follow_up.reminders import reminders
from smartstad_desktop.reads.follow_up.reuse import SharedResult, shared_results
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.page import Page, PageId, PageTarget
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.reports.measures_tab import MeasuresTab
from smartstad_desktop.ui.reports.page import ReportsPage
from smartstad_desktop.ui.reports.places import place_of
from smartstad_desktop.ui.reports.reminders_tab import RemindersTab
from smartstad_desktop.ui.reports.report_desk import ReportDesk
from smartstad_desktop.ui.reports.results_tab import ResultsTab
from smartstad_desktop.ui.reports.tabs import TABS
from smartstad_desktop.usecases.follow_up.reminders import AddReminder
from tests.ui.conftest import HeardNotices

T = TypeVar("T", bound=Page)


class Opened(Protocol):
    """Shows a tab around the demonstration region."""

    def __call__(self, kind: type[T], /) -> T: ...


@pytest.fixture
def opened(demo_services: Services, qtbot: QtBot) -> Opened:
    """Show a tab around the demonstration region."""

    def show(kind: type[T]) -> T:
        tab = kind(demo_services)
        qtbot.addWidget(tab)
        tab.resize(1250, 860)
        tab.show()
        return tab

    return show


def dialog() -> Dialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, Dialog)
    return found


def test_a_measure_is_noted_in_a_place_and_its_history_stays(
    opened: Opened, checked: Callable[[QAbstractItemModel], None]
) -> None:
    tab = opened(MeasuresTab)
    checked(tab.rows)
    row = tab.chosen()
    assert row is not None
    leader = row.joined[-1].municipality
    for light, done in ((Light.YELLOW, "Väntar på el"), (Light.GREEN, "Tio givare sitter")):
        QTest.keyClick(tab.table, Qt.Key.Key_Return)
        dialog().fields["municipality"].set_value(leader)
        dialog().fields["light"].set_value(light)
        dialog().fields["done"].set_value(done)
        dialog().confirm_button.click()
    now, earlier = (list(notes.cards.values()) for notes in (tab.measure.now, tab.measure.earlier))
    assert [card.fields["done"].value() for card in now] == ["Tio givare sitter"]
    assert [card.fields["done"].value() for card in earlier] == ["Väntar på el"]
    assert "● Enligt plan" in tab.rows.texts(0)[1].replace("\N{NO-BREAK SPACE}", " ")
    now[0].fields["effect_seen"].edited.emit("Två timmars tidigare varning")
    found = next(each for each in tab.services.workspace.read(followed_measures) if each.id == row.id)
    assert found.notes[0].effect_seen == "Två timmars tidigare varning"
    earlier[0].remove_button.click()
    assert not tab.measure.earlier.cards
    asked: list[PageTarget] = []
    tab.navigate.connect(asked.append)
    tab.measure.go.click()
    assert asked == [PageTarget(PageId.PLAN, row=row.id)]


def test_a_result_is_taken_over_by_key_and_let_go_again(opened: Opened) -> None:
    tab = opened(ResultsTab)
    tab.search.setText("halkvarning")
    result = tab.chosen()
    assert result is not None
    assert result.owner_id not in [town for town, line in tab.result.lines.items() if line.isVisible()]
    town = next(town for town, line in tab.result.lines.items() if line.isVisible() and line.state.value() is None)
    line = tab.result.lines[town]
    line.state.box.setFocus()
    for _step in range(3):
        QTest.keyClick(line.state.box, Qt.Key.Key_Down)
    line.state.box.activated.emit(line.state.box.currentIndex())
    noted = {note.municipality: note.state for note in _result(tab).notes}
    assert noted[town] is ReuseState.TAKEN_OVER
    line.comment.line.setText("Samma givare")
    line.comment.commit()
    assert {note.comment for note in _result(tab).notes} >= {"Samma givare"}
    tab.search.clear()
    assert "övertagna 3 gånger" in tab.header.subtitle.text()
    line.state.set_value(None)
    line.state.edited.emit(None)
    assert town not in {note.municipality for note in _result(tab).notes}


def _result(tab: ResultsTab) -> SharedResult:
    found = [each for each in tab.services.workspace.read(shared_results) if each.title == "Halkvarning på småvägar"]
    return found[0]


def test_what_is_due_is_answered_and_leads_where_it_belongs(
    opened: Opened, checked: Callable[[QAbstractItemModel], None]
) -> None:
    tab = opened(RemindersTab)
    checked(tab.rows)
    tab.views.chip(When.LATE.value).click()
    late = tab.rows.rowCount()
    told = tab.chosen()
    assert told is not None
    assert "sen" in tab.rows.texts(0)[1]
    asked: list[PageTarget] = []
    tab.navigate.connect(asked.append)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    assert asked == [place_of(told.due)]
    tab.reminder.done_button.click()
    assert tab.rows.rowCount() == late - 1
    tab.reminder.put_off.emit(date(2027, 3, 1))
    assert tab.rows.rowCount() == late - 2
    tab.views.chip(When.DONE.value).click()
    assert [each.due.about for each in tab.rows.rows] == [told.due.about]
    tab.reminder.again_button.click()
    assert tab.rows.rowCount() == 0
    tab.views.chip("open").click()
    tab.table.choose(told.due.about)
    QTest.keyClick(tab.table, Qt.Key.Key_Delete)
    notices = tab.services.notices
    assert isinstance(notices, HeardNotices)
    assert notices.said[-1].startswith("Dagen står där den hör hemma.")


def test_every_kind_but_an_own_reminder_leads_somewhere(demo_services: Services) -> None:
    found = demo_services.workspace.read(reminders)
    assert {told.due.kind for told in found} >= {ReminderKind.ASSIGNMENT, ReminderKind.TEST_END, ReminderKind.REPORT}
    for told in found:
        target = place_of(told.due)
        assert (target is None) == (told.due.kind is ReminderKind.OWN)
        assert target is None or target.row


def test_an_own_reminder_is_written_changed_done_and_put_into_a_calendar(
    services: Services, qtbot: QtBot, answers: Callable[..., None], tmp_path: Path
) -> None:
    tab = RemindersTab(services)
    qtbot.addWidget(tab)
    tab.resize(1250, 860)
    tab.show()
    assert tab.places.currentIndex() == 1
    tab.add_button.click()
    dialog().fields["text"].set_value("Boka lokal")
    dialog().confirm_button.click()
    assert dialog().fields["due_on"].error == "Välj dagen."
    dialog().fields["due_on"].editor.setText("2026-12-01")  # type: ignore[attr-defined]  the editor of a line
    dialog().confirm_button.click()
    tab.reminder.form.fields["text"].edited.emit("Boka sal")
    assert [told.due.text for told in services.workspace.read(reminders)] == ["Boka sal"]
    target = tmp_path / "min.ics"
    answers(saved=target)
    tab.calendar_button.click()
    assert "Boka sal" in target.read_text(encoding="utf-8")
    tab.reminder.put_off.emit(date(2027, 1, 4))
    (told,) = services.workspace.read(reminders)
    assert (told.shown_on, told.when(date(2026, 11, 22))) == (date(2027, 1, 4), When.LATER)
    tab.reminder.done_button.click()
    tab.views.chip(When.DONE.value).click()
    assert tab.rows.texts(0)[1] == "Klart 22\N{NO-BREAK SPACE}nov 2026"
    QTest.keyClick(tab.table, Qt.Key.Key_Delete)
    assert not services.workspace.read(reminders)
    services.workspace.run(AddReminder(text="Igen", due_on=date(2026, 11, 1)))
    tab.go_to(PageTarget(PageId.REPORTS, filters={"tab": "reminders", "when": "late"}))
    assert [each.due.text for each in tab.rows.rows] == ["Igen"]


def test_a_file_that_is_only_read_shows_everything_and_offers_no_change(
    demo_services: Services, opened: Opened
) -> None:
    demo_services.workspace.is_read_only = True
    page = opened(ReportsPage)
    page.go_to(PageTarget(PageId.REPORTS, row=4, filters={"tab": "reports"}))
    desk = page.findChildren(ReportDesk)[0]
    assert "Lägesrapport 4" in desk.preview.words()
    assert desk.form is None
    assert not any(button.isVisible() for button in (desk.give, desk.take_back, desk.remove))
    assert desk.export.isVisible()
    page.show_tab("measures")
    measures = page.tab("measures")
    assert isinstance(measures, MeasuresTab)
    assert not measures.note_button.isVisible()
    page.show_tab("results")
    results = page.tab("results")
    assert isinstance(results, ResultsTab)
    assert not any(line.state.isEnabled() for line in results.result.lines.values())
    page.show_tab("reminders")
    due = page.tab("reminders")
    assert isinstance(due, RemindersTab)
    assert not any(button.isVisible() for button in (due.add_button, due.reminder.done_button, due.reminder.off_button))
    assert due.reminder.go_button.isVisible()


def test_everything_in_the_tabs_has_a_name_and_is_large_enough_to_hit(opened: Opened) -> None:
    page = opened(ReportsPage)
    wrong: list[str] = []
    for spec in TABS:
        page.show_tab(spec.key)
        QApplication.sendPostedEvents()
        for widget in page.tab(spec.key).findChildren(QWidget):
            if not (widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
                continue
            is_button = isinstance(widget, QAbstractButton)
            if not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())):
                wrong.append(f"{spec.key}: {type(widget).__name__} has no name")
            if is_button and min(widget.width(), widget.height()) < 24:
                wrong.append(f"{spec.key}: {widget.accessibleName()} is {widget.size()}")
    assert wrong == []
