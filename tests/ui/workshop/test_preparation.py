"""A session is prepared in place: fields, seats, agenda by drag and key, rounds with their projects."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.workshop.meeting import AgendaKind, NoteKind, Phase
from smartstad_desktop.domain.workshop.voting import Method, Unit, Visibility
from smartstad_desktop.reads.shell import is_a_rehearsal
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.workshop.agenda_list import AgendaList
from smartstad_desktop.ui.workshop.page import WorkshopPage
from smartstad_desktop.ui.workshop.preparation.preparation import Preparation
from smartstad_desktop.ui.workshop.rounds.round_dialog import RoundDialog
from smartstad_desktop.usecases.workshop.round_phases import SetPhase
from smartstad_desktop.usecases.workshop.session_notes import AddNote
from smartstad_desktop.usecases.workshop.sessions import OpenSession
from smartstad_desktop.usecases.workspace import Workspace
from tests.support import pointer
from tests.support.workshops import planned, round_of, sheet_of

Shown = Callable[[], WorkshopPage]
KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def prepared(shown: Shown, workspace: Workspace) -> Preparation:
    """The preparation of a planned session."""
    made = planned(workspace)
    page = shown()
    page.show_session(made)
    return page.preparation


def titles(agenda: AgendaList) -> list[str]:
    return [line.part.title for line in agenda.rows.rows]


def clock(agenda: AgendaList) -> list[str]:
    return [f"{line.at:%H:%M}" for line in agenda.rows.rows]


def test_fields_are_written_in_place_and_a_time_that_is_none_is_told_at_its_field(
    prepared: Preparation, workspace: Workspace
) -> None:
    assert prepared.session is not None
    form = prepared.form
    assert form is not None
    for name, text in (("occasion", "Workshop 3 av 4"), ("quorum_municipalities", "2")):
        editor = form.fields[name].editor
        editor.setFocus()
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, KEY.Key_Tab)
    kept = sheet_of(workspace, prepared.session.id)
    assert (kept.occasion, kept.quorum_municipalities) == ("Workshop 3 av 4", 2)

    starts = form.fields["starts_at"].editor
    starts.setFocus()
    QTest.keySequence(starts, "Ctrl+A")
    QTest.keyClicks(starts, "snart")
    QTest.keyClick(starts, KEY.Key_Tab)
    assert form.fields["starts_at"].error
    assert sheet_of(workspace, kept.id).starts_at == "10:00"

    workspace.run(OpenSession(session=kept.id))
    form.show_session(sheet_of(workspace, kept.id), "", is_read_only=False)
    day = form.fields["held_on"]
    assert not day.isEnabled()
    assert "har börjat" in day.toolTip()
    assert starts.isEnabled()


def test_the_agenda_is_moved_by_key_and_drag_and_its_times_follow(
    prepared: Preparation, checked: Callable[[QAbstractItemModel], None]
) -> None:
    agenda = prepared.agenda.list
    checked(agenda.rows)
    first, second, third = titles(agenda)[:3]
    assert clock(agenda)[:3] == ["10:00", "10:10", "10:40"]

    agenda.choose(agenda.rows.keys[0])
    agenda.setFocus()
    QTest.keyClick(agenda, KEY.Key_Down, ALT)
    assert titles(agenda)[:3] == [second, first, third]
    assert clock(agenda)[:3] == ["10:00", "10:30", "10:40"]

    start = agenda.visualRect(agenda.rows.index(0, 0)).center()
    target = agenda.visualRect(agenda.rows.index(2, 0))
    pointer.drag(agenda.viewport(), start, agenda.viewport(), QPoint(start.x(), target.bottom() - 2))
    assert titles(agenda)[:3] == [first, third, second]


def test_a_part_is_carried_from_click_to_click(prepared: Preparation) -> None:
    agenda = prepared.agenda.list
    first, second = titles(agenda)[:2]
    agenda.choose(agenda.rows.keys[0])
    QCursor.setPos(agenda.viewport().mapToGlobal(agenda.visualRect(agenda.rows.index(0, 0)).center()))
    prepared.agenda.carry.click()
    assert agenda.dragging.load is not None

    place = agenda.visualRect(agenda.rows.index(1, 0))
    pointer.move(agenda.viewport(), QPoint(40, place.bottom() - 2), Qt.MouseButton.NoButton)
    pointer.click(agenda.viewport(), QPoint(40, place.bottom() - 2))
    assert titles(agenda)[:2] == [second, first]


def test_parts_are_added_behind_the_chosen_one_changed_and_removed(prepared: Preparation, workspace: Workspace) -> None:
    agenda = prepared.agenda
    agenda.list.choose(agenda.list.rows.keys[0])
    agenda.pause.click()
    assert prepared.session is not None
    made = sheet_of(workspace, prepared.session.id).agenda[1]
    assert (made.kind, made.minutes) == (AgendaKind.BREAK, 15)

    agenda.edit.click()
    assert isinstance(agenda.dialog, Dialog)
    agenda.dialog.fields["minutes"].set_value(0)
    agenda.dialog.confirm_button.click()
    assert agenda.dialog.fields["minutes"].error
    agenda.dialog.fields["minutes"].set_value(20)
    agenda.dialog.confirm_button.click()
    assert sheet_of(workspace, prepared.session.id).agenda[1].minutes == 20

    agenda.list.setFocus()
    QTest.keyClick(agenda.list, KEY.Key_Delete)
    assert made.id not in agenda.list.rows.keys


def test_seats_are_added_for_a_municipality_changed_and_removed(prepared: Preparation) -> None:
    seats = prepared.seats
    prepared.show_pane("seats")
    before = len(seats.model.rows)
    town = next(action for action in seats.menu().actions() if action.text() == "Helsingborgs stad")
    town.trigger()
    assert len(seats.model.rows) == before + 1
    assert prepared.tabs.chip("seats").text() == f"Platser {before + 1}"

    seats.ask_change()
    assert isinstance(seats.dialog, Dialog)
    seats.dialog.fields["municipality"].set_value(None)
    seats.dialog.fields["label"].set_value("")
    seats.dialog.confirm_button.click()
    assert seats.dialog.isVisible(), "a seat is somebody's or has a role"
    seats.dialog.fields["label"].set_value("Ordförande")
    seats.dialog.confirm_button.click()
    assert seats.table.chosen_rows()[0].label == "Ordförande"

    seats.table.setFocus()
    QTest.keyClick(seats.table, KEY.Key_Delete)
    assert len(seats.model.rows) == before


def test_a_round_is_planned_with_its_projects_and_what_does_not_fit_is_told_at_its_field(
    prepared: Preparation, workspace: Workspace
) -> None:
    prepared.rounds.add.click()
    dialog = prepared.rounds.dialog
    assert isinstance(dialog, RoundDialog)
    dialog.fields["visibility"].set_value(Visibility.ANONYMOUS)
    dialog.picker.all.click()
    dialog.confirm_button.click()
    assert dialog.isVisible()
    assert dialog.fields["unit"].error, "an anonymous sheet belongs to no municipality"

    dialog.fields["unit"].set_value(Unit.PERSON)
    dialog.fields["question"].set_value("Vad gör vi först?")
    dialog.confirm_button.click()
    assert prepared.session is not None
    made = round_of(workspace, prepared.session.id, 5)
    assert (made.question, made.unit, len(made.items)) == ("Vad gör vi först?", Unit.PERSON, 4)
    assert len(prepared.rounds.cards) == 5


def test_the_picker_searches_and_filters_and_keeps_what_is_picked(prepared: Preparation) -> None:
    prepared.rounds.add.click()
    dialog = prepared.rounds.dialog
    assert isinstance(dialog, RoundDialog)
    picker = dialog.picker
    assert len(picker.model.shown) == 4
    picker.list.setFocus()
    picker.list.setCurrentIndex(picker.model.index(0))
    QTest.keyClick(picker.list, KEY.Key_Space)
    QTest.keyClick(picker.list, KEY.Key_Return)
    assert not picker.picked
    QTest.keyClick(picker.list, KEY.Key_Space)
    title = picker.model.shown[0].title

    QTest.keyClicks(picker.search, "finns inte")
    assert not picker.model.shown
    assert len(picker.picked) == 1
    picker.search.clear()
    assert picker.model.shown[0].title == title


def test_rules_follow_the_method(prepared: Preparation) -> None:
    prepared.rounds.add.click()
    dialog = prepared.rounds.dialog
    assert isinstance(dialog, RoundDialog)
    rules = dialog.rules
    assert not rules.fields["marks"].isHidden()
    assert rules.fields["cut_x"].isHidden()

    rules.fields["method"].set_value(Method.IMPACT_EFFORT)
    rules.fields["method"].edited.emit(Method.IMPACT_EFFORT)
    assert rules.fields["marks"].isHidden()
    assert not rules.fields["cut_x"].isHidden()
    assert "nytta mot insats" in rules.when.text()


def test_a_round_that_was_opened_can_only_be_planned_once_more(prepared: Preparation, workspace: Workspace) -> None:
    assert prepared.session is not None
    first = round_of(workspace, prepared.session.id)
    workspace.run(SetPhase(round=first.id, phase=Phase.SILENT))
    card = prepared.rounds.cards[0]
    assert card.row.is_locked
    assert not card.edit.isVisibleTo(card)
    card.again.click()
    assert round_of(workspace, prepared.session.id, 5).repeats == first.id


def test_the_check_list_leads_to_what_is_left_and_a_rehearsal_is_opened_as_a_file_of_its_own(
    prepared: Preparation, shown: Shown, workspace: Workspace, services: Services, qtbot: QtBot
) -> None:
    prepared.show_pane("checks")
    agenda = prepared.checks.rows["agenda"]
    assert not agenda.button.isVisibleTo(agenda)
    rounds = prepared.rounds
    for card in list(rounds.cards):
        rounds._delete(card.row)
    prepared.rounds.add.click()
    assert isinstance(rounds.dialog, RoundDialog)
    rounds.dialog.confirm_button.click()
    row = prepared.checks.rows["rounds"]
    assert row.button.isVisibleTo(row), "the round has nothing to vote on"
    row.button.click()
    assert prepared.side.currentWidget() is rounds

    page = prepared._host
    assert isinstance(page, WorkshopPage)
    with qtbot.waitSignal(page.navigate) as asked:
        prepared.checks.rehearse.click()
    target = asked.args[0]  # type: ignore[index]  one argument
    with Workspace.open(Path(target.files[0])) as copy:
        assert copy.glance(is_a_rehearsal)
    assert not workspace.glance(is_a_rehearsal)
    assert services.settings.remembered(Path(target.files[0]), "page") == "workshop", "it goes on where it was begun"


def test_action_points_are_ticked_off_and_notes_removed(prepared: Preparation, workspace: Workspace) -> None:
    assert prepared.session is not None
    session = prepared.session.id
    workspace.run(AddNote(session=session, kind=NoteKind.ACTION, text="Ta fram kostnaden", owner="Projektledaren"))
    prepared.show_pane("notes")
    prepared.notes.ticks[0].click()
    assert sheet_of(workspace, session).notes[0].is_done
    assert prepared.notes.ticks[0].isChecked()
    prepared.notes._remove(sheet_of(workspace, session).notes[0])
    assert not prepared.notes.ticks


def test_in_little_room_the_parts_stand_behind_tabs(prepared: Preparation) -> None:
    page = prepared.window()
    page.resize(940, 800)
    assert prepared.columns.tabs.isVisibleTo(prepared)
    prepared.columns.tabs.chip("fields").click()
    assert prepared.form is not None
    assert prepared.form.isVisibleTo(prepared)
    assert prepared.agenda.isVisibleTo(prepared)

    page.resize(640, 800)
    assert page.width() == 640
    assert not prepared.agenda.isVisibleTo(prepared)
    prepared.columns.tabs.chip("agenda").click()
    assert prepared.agenda.isVisibleTo(prepared)

    page.resize(1400, 800)
    assert not prepared.columns.tabs.isVisibleTo(prepared)
    assert prepared.form.isVisibleTo(prepared)
