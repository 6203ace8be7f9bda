"""The console of a session that goes on: phases, clock, agenda, attendance and notes, all by key as well."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.workshop.meeting import NoteKind, Phase
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import ThemeName
from smartstad_desktop.ui.workshop.ballots.ballots_panel import BallotsPanel
from smartstad_desktop.ui.workshop.console.console import Console
from smartstad_desktop.ui.workshop.deciding.decide_panel import DecidePanel
from smartstad_desktop.ui.workshop.page import WorkshopPage
from smartstad_desktop.ui.workshop.rounds.clarify_panel import ClarifyPanel
from smartstad_desktop.ui.workshop.rounds.talk_panel import TalkPanel
from smartstad_desktop.usecases.workshop.agenda import GoToAgendaItem
from smartstad_desktop.usecases.workshop.rehearsal import MarkRehearsal
from smartstad_desktop.usecases.workshop.round_phases import SetPhase
from smartstad_desktop.usecases.workspace import Workspace
from tests.support import pointer
from tests.support.workshops import going_on, round_of, sheet_of
from tests.support.workspaces import FixedClock
from tests.ui.conftest import HeardNotices

Shown = Callable[[], WorkshopPage]
KEY = Qt.Key
#: The silent dot vote in the usual agenda.
VOTE = 3


@pytest.fixture
def console(shown: Shown, workspace: Workspace) -> Console:
    """The console of a session at its first part."""
    going_on(workspace)
    return shown().console


@pytest.fixture
def voting(shown: Shown, workspace: Workspace) -> Console:
    """The console of a session at its first round."""
    going_on(workspace, VOTE)
    return shown().console


def test_it_goes_through_parts_and_phases_and_back_without_loss(voting: Console, workspace: Workspace) -> None:
    assert voting.session is not None
    session = voting.session.id
    assert isinstance(voting.middle.panel, ClarifyPanel)
    voting.bar.onwards.click()
    assert round_of(workspace, session).phase is Phase.SILENT
    assert voting.phase.title.text() == "Fas 2 av 7 · Tyst bedömning"

    voting.bar.back.click()
    assert round_of(workspace, session).phase is Phase.CLARIFY
    assert "låsta" in voting.phase.words.text(), "what was opened stays locked"
    voting.bar.back.click()
    on = sheet_of(workspace, session).on
    assert on is not None
    assert on == sheet_of(workspace, session).agenda[VOTE - 1]
    assert isinstance(voting.middle.panel, TalkPanel)


def test_the_reveal_is_asked_about_and_says_who_has_not_answered(voting: Console, workspace: Workspace) -> None:
    assert voting.session is not None
    session = voting.session.id
    voting.bar.onwards.click()
    voting.bar.onwards.click()
    assert isinstance(voting.dialog, Dialog)
    assert round_of(workspace, session).phase is Phase.SILENT
    QTest.keyClick(voting.dialog, KEY.Key_Escape)
    assert round_of(workspace, session).revealed_at is None

    voting.bar.onwards.click()
    voting.dialog.confirm_button.click()
    assert round_of(workspace, session).phase is Phase.REVEAL

    voting.bar.back.click()
    voting.bar.onwards.click()
    assert round_of(workspace, session).phase is Phase.REVEAL, "what the room has seen is not asked about again"


def test_the_clock_runs_pauses_and_is_found_right_by_another_page(
    shown: Shown, workspace: Workspace, clock: FixedClock
) -> None:
    going_on(workspace)
    console = shown().console
    assert console.bar.face.text() == "10:00"
    clock.forward(seconds=95)
    again = shown().console
    assert again.bar.face.text() == "08:25", "a restart finds the clock right"
    assert again.session is not None

    again.bar.pause.click()
    clock.forward(minutes=5)
    again.clock.ticked.emit()
    assert again.bar.face.text() == "08:25"
    assert again.bar.pause.text() == "Starta"


def test_time_that_is_over_is_said_in_words(console: Console, clock: FixedClock) -> None:
    assert console.bar.over.isHidden()
    clock.forward(minutes=10, seconds=15)
    console.clock.ticked.emit()
    assert console.bar.face.text() == "+0:15"
    assert not console.bar.over.isHidden()
    assert console.bar.face.accessibleName() == "Tiden är ute"

    menu = QMenu(console)
    console.bar.clock_menu_wanted.emit(menu)
    menu.actions()[1].trigger()
    assert console.bar.face.text() == "05:00", "five minutes more are five minutes from now"


def test_being_late_is_told_with_a_proposal_of_one_click(console: Console, clock: FixedClock) -> None:
    late = console.agenda.late
    assert late.isHidden()
    clock.forward(minutes=20)
    console.agenda.show_time(console._now())
    assert not late.isHidden()
    assert "10 minuter efter" in late.words.text()

    late.shorten.click()
    assert late.isHidden(), "the part that was shortened wins the time back"


def test_the_agenda_leads_to_its_parts_by_key(console: Console, workspace: Workspace) -> None:
    agenda = console.agenda.list
    agenda.setFocus()
    agenda.choose(agenda.rows.keys[2])
    QTest.keyClick(agenda, KEY.Key_Return)
    assert console.session is not None
    on = sheet_of(workspace, console.session.id).on
    assert on is not None
    assert on.id == agenda.rows.keys[2]
    QTest.keyClick(agenda, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert console.session.agenda[2].id == agenda.rows.keys[2], "nothing is moved at the console"


def test_people_come_and_go_by_click_and_by_key(console: Console, workspace: Workspace) -> None:
    assert console.session is not None
    chip = next(iter(console.attendance.chips.values()))
    assert chip.present == 1
    assert "3 av 3 kommuner, 3 personer" in console.bar.told.text()

    pointer.click(chip, QPoint(8, chip.height() // 2))
    assert chip.present == 0
    assert "2 av 3 kommuner" in console.bar.told.text()
    chip.setFocus()
    QTest.keyClicks(chip, "+")
    assert chip.present == 1
    QTest.keyClicks(chip, "-")
    console.attendance.all_here.click()
    assert sheet_of(workspace, console.session.id).quorum.persons_present == 3

    menu = chip.menu()
    menu.actions()[0].trigger()
    assert chip.present == 0


def test_things_are_parked_and_noted_where_they_are_said(voting: Console, workspace: Workspace) -> None:
    assert voting.session is not None
    parking = voting.agenda.parking.line
    parking.setFocus()
    QTest.keyClicks(parking, "Drift efter 2030")
    QTest.keyClick(parking, KEY.Key_Return)
    assert not parking.text()

    panel = voting.middle.panel
    assert isinstance(panel, ClarifyPanel)
    panel.table.choose(panel.model.keys[1])
    assert voting.notes.about.text().startswith("Vid 2 ")
    voting.notes.kinds.chip(NoteKind.ACTION).click()
    QTest.keyClicks(voting.notes.owner, "Projektledaren")
    QTest.keyClicks(voting.notes.due.line, "2026-12-01")
    QTest.keyClicks(voting.notes.line, "Ta fram kostnaden")
    QTest.keyClick(voting.notes.line, KEY.Key_Return)

    parked, action = sheet_of(workspace, voting.session.id).notes
    assert (parked.kind, parked.text) == (NoteKind.PARKED, "Drift efter 2030")
    assert (action.owner, action.text, action.round_item) == (
        "Projektledaren",
        "Ta fram kostnaden",
        panel.model.keys[1],
    )
    assert action.due_on is not None


def test_a_day_that_is_none_is_told_and_keeps_the_words(voting: Console, workspace: Workspace) -> None:
    voting.notes.kinds.chip(NoteKind.ACTION).click()
    QTest.keyClicks(voting.notes.due.line, "snart")
    QTest.keyClicks(voting.notes.line, "Ta fram kostnaden")
    QTest.keyClick(voting.notes.line, KEY.Key_Return)
    assert not voting.notes.wrong.isHidden()
    assert voting.notes.line.text() == "Ta fram kostnaden"
    assert voting.session is not None
    assert not sheet_of(workspace, voting.session.id).notes


def test_unclear_items_are_set_aside_and_names_shortened_until_the_round_is_opened(
    voting: Console, workspace: Workspace
) -> None:
    assert voting.session is not None
    session = voting.session.id
    panel = voting.middle.panel
    assert isinstance(panel, ClarifyPanel)
    panel.table.choose(panel.model.keys[0])
    panel.table.setFocus()
    QTest.keyClick(panel.table, KEY.Key_Delete)
    assert round_of(workspace, session).items[0].is_unclear
    QTest.keyClick(panel.table, KEY.Key_F2)
    assert isinstance(panel.dialog, Dialog)
    panel.dialog.fields["title"].set_value("Kort")
    panel.dialog.confirm_button.click()
    assert round_of(workspace, session).items[0].title == "Kort"

    panel.begin.click()
    voting.bar.back.click()
    assert not panel.unclear.isEnabled()
    assert not panel.choose.isEnabled()


def test_safe_mode_hides_what_the_room_must_not_see(console: Console) -> None:
    console.turn_safe()
    assert console.notes.isHidden()
    assert console.agenda.parking.isHidden()
    assert console.steps.isHidden()
    assert not console.bar.safe.isHidden(), "and says so"
    console.bar.safe.click()
    assert not console.notes.isHidden()


def test_the_wall_is_shown_from_the_console_and_follows_while_another_page_is_looked_at(
    shown: Shown, workspace: Workspace, notices: HeardNotices, qtbot: QtBot
) -> None:
    made = going_on(workspace)
    page = shown()
    console = page.console
    console.wall.show_wall.click()
    window = console.link.window
    assert window.isVisible()
    assert console.is_safe, "with one screen the room may see the console"
    assert any("Esc" in said for said in notices.said)

    page.hide()
    agenda = sheet_of(workspace, made).agenda
    console.agenda.go_on()
    assert window.sheet.scene is not None
    assert window.sheet.scene.part == agenda[1].title
    console.wall.freeze.click()
    console._host.perform(GoToAgendaItem(item=agenda[2].id))
    assert window.sheet.scene.part == agenda[1].title, "frozen"
    console.wall.freeze.click()
    assert window.sheet.scene.part == agenda[2].title

    page.show()
    page.navigate.connect(page.go_to)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, KEY.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert window.sheet.scene.part == agenda[1].title, "keys reach the console through the wall that covers it"
    QTest.keyClick(window, KEY.Key_Escape)
    assert not console.wall.show_wall.isChecked()


def test_keys_reach_the_console_from_other_pages(
    shown: Shown, workspace: Workspace, notices: HeardNotices, services: Services
) -> None:
    page = shown()
    page.go_to(PageTarget(PageId.WORKSHOP, filters={"do": "next"}))
    assert notices.said[-1] == "Ingen workshop pågår. Öppna en först."

    made = going_on(workspace)
    page.show_session(made)
    page.go_to(PageTarget(PageId.WORKSHOP, filters={"do": "next"}))
    assert sheet_of(workspace, made).agenda[1].is_on
    page.go_to(PageTarget(PageId.WORKSHOP, filters={"do": "clock"}))
    assert not page.console.clock.is_running
    page.go_to(PageTarget(PageId.WORKSHOP, filters={"do": "note"}))
    assert page.console.notes.line.hasFocus()
    page.go_to(PageTarget(PageId.WORKSHOP, filters={"do": "blank"}))
    assert page.console.wall.blank.isChecked()


def test_the_menu_leads_to_the_preparation_and_back(shown: Shown, workspace: Workspace) -> None:
    going_on(workspace)
    page = shown()
    menu = QMenu(page)
    page.console.bar.menu_wanted.emit(menu)
    entries = {action.text(): action for action in menu.actions()}
    assert not any("Hitta på" in text for text in entries), "answers are made up in a rehearsal only"
    entries["Förberedelser: platser, dagordning, rundor"].trigger()
    assert page.places.currentWidget() is page.preparation
    page.preparation.open.click()
    assert page.places.currentWidget() is page.console


def test_a_rehearsal_says_so_and_makes_answers_up(shown: Shown, workspace: Workspace) -> None:
    made = going_on(workspace, VOTE)
    workspace.run(MarkRehearsal())
    page = shown()
    assert page.console.bar.title.text() == "Repetition · Workshop 3 av 4"
    page.console.bar.onwards.click()
    menu = QMenu(page)
    page.console.bar.menu_wanted.emit(menu)
    next(action for action in menu.actions() if "Hitta på" in action.text()).trigger()
    assert round_of(workspace, made).done == 3


def test_the_keyboard_is_in_the_ballots_when_the_silent_phase_begins(voting: Console) -> None:
    voting.bar.onwards.setFocus()
    voting.go_on()
    assert voting.round is not None
    assert voting.round.phase is Phase.SILENT

    panel = voting.middle.panel
    assert isinstance(panel, BallotsPanel)
    assert panel.grid.hasFocus(), "never the button that reveals"


@pytest.mark.parametrize(("width", "is_behind_tab"), [(1224, True), (1712, False)])
def test_deciding_has_all_columns_in_sight(
    shown: Shown, workspace: Workspace, width: int, *, is_behind_tab: bool
) -> None:
    """A column that lies outside is a place nobody drops a card in."""
    session = going_on(workspace, VOTE)
    page = shown()
    page.resize(width, 900)
    for phase in (Phase.SILENT, Phase.REVEAL, Phase.DECIDE):
        workspace.run(SetPhase(round=round_of(workspace, session).id, phase=phase))
    panel = page.console.middle.panel
    assert isinstance(panel, DecidePanel)
    if panel.board.shown is None:
        panel.board.make.click()
    QApplication.processEvents()

    area = panel.board.cards.area
    ends = [view.mapTo(panel, view.rect().topRight()).x() for view in area.views]
    assert len(ends) == 5
    assert max(ends) <= panel.width()
    assert page.console.agenda.isHidden() is is_behind_tab
    assert page.console.wall.isVisible()


def test_with_large_text_on_a_laptop_what_goes_on_is_in_front_and_nothing_covers_the_switches(
    shown: Shown, workspace: Workspace
) -> None:
    session = going_on(workspace, VOTE)
    theme.use(ThemeName.LIGHT, 1.5)
    page = shown()
    console = page.console
    console.columns.show_part("wall")
    console.wall.freeze.click()
    QApplication.processEvents()
    bottom = console.wall.picture.mapTo(console, console.wall.picture.rect().bottomLeft()).y()
    for below in (console.wall.held, console.wall.freeze, console.wall.show_wall):
        assert below.mapTo(console, QPoint()).y() > bottom
        assert below.mapTo(console, below.rect().bottomRight()).y() < console.height()

    for phase in (Phase.SILENT, Phase.REVEAL, Phase.DECIDE):
        workspace.run(SetPhase(round=round_of(workspace, session).id, phase=phase))
    assert console.middle.isVisible(), "not the wall: it is the middle that wanted the room"


@pytest.mark.parametrize("width", [1224, 1300, 1400])
def test_no_line_of_the_agenda_is_cut_whatever_the_width(shown: Shown, workspace: Workspace, width: int) -> None:
    going_on(workspace)
    page = shown()
    page.resize(width, 700)
    for _turn in range(3):
        QApplication.processEvents()
    agenda = page.console.agenda.list
    assert agenda.verticalScrollBar().maximum() == 0
    assert agenda.height() == agenda.height_of_all()
