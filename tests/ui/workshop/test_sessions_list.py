"""Workshops are made from an agenda, copied, deleted, opened, ended and opened again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from smartstad_desktop.domain.values import SessionId
from smartstad_desktop.domain.workshop.meeting import SessionState
from smartstad_desktop.reads.workshop.sessions import sessions
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.workshop.console.dialogs import NewSession
from smartstad_desktop.ui.workshop.page import WorkshopPage
from smartstad_desktop.usecases.workshop.seats import Leave
from smartstad_desktop.usecases.workshop.sessions import DuplicateSession, OpenSession
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workshops import going_on, planned, sheet_of

Shown = Callable[[], WorkshopPage]


def states(workspace: Workspace) -> list[tuple[str, SessionState]]:
    return [(row.name, row.state) for row in workspace.read(sessions)]


def test_an_empty_page_offers_the_first_workshop_and_makes_it_from_an_agenda(
    shown: Shown, workspace: Workspace
) -> None:
    page = shown()
    assert page.list.places.currentWidget() is page.list.empty

    page.add.click()
    dialog = page.dialog
    assert isinstance(dialog, NewSession)
    assert dialog.name.value() == "Prioriteringsworkshop", "the agenda suggests a name"
    dialog.hour.set_value("9.30")
    dialog.confirm_button.click()

    made = sheet_of(workspace, workspace.read(sessions)[0].id)
    assert (made.name, made.starts_at, len(made.seats)) == ("Prioriteringsworkshop", "09:30", 3)
    assert page.places.currentWidget() is page.preparation


def test_a_name_and_a_time_are_asked_for_before_anything_is_made(shown: Shown, workspace: Workspace) -> None:
    page = shown()
    page.add.click()
    dialog = page.dialog
    assert isinstance(dialog, NewSession)

    dialog.name.set_value("")
    dialog.confirm_button.click()
    assert dialog.name.error

    dialog.name.set_value("Höstens workshop")
    dialog.hour.set_value("halv tio")
    dialog.confirm_button.click()
    assert dialog.hour.error
    assert not workspace.read(sessions)

    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_a_name_somebody_has_written_stays_when_another_agenda_is_chosen(shown: Shown) -> None:
    page = shown()
    page.add.click()
    dialog = page.dialog
    assert isinstance(dialog, NewSession)
    dialog.preset.box.setCurrentIndex(1)
    dialog.preset.box.activated.emit(1)
    assert (dialog.name.value(), dialog.hour.value()) == ("Tematisk session", "14:00")

    dialog.name.set_value("Vatten")
    dialog.preset.box.setCurrentIndex(2)
    dialog.preset.box.activated.emit(2)
    assert dialog.name.value() == "Vatten"


def test_a_planned_one_is_copied_and_deleted_with_an_undo(shown: Shown, workspace: Workspace) -> None:
    planned(workspace)
    page = shown()
    page.list.cards[0].duplicating.emit()
    assert isinstance(page.dialog, Dialog)
    page.dialog.confirm_button.click()
    assert states(workspace) == [
        ("Workshop 3 av 4", SessionState.PLANNED),
        ("Workshop 3 av 4 (kopia)", SessionState.PLANNED),
    ]

    page.show_list()
    page.list.cards[1].deleting.emit()
    assert len(workspace.read(sessions)) == 1
    workspace.undo()
    assert len(page.list.cards) == 2


def test_one_that_goes_on_opens_its_console_by_itself_and_ends_after_a_question(
    shown: Shown, workspace: Workspace
) -> None:
    made = going_on(workspace)
    page = shown()
    assert page.places.currentWidget() is page.console

    page.console.ending.emit()
    assert isinstance(page.dialog, Dialog)
    assert sheet_of(workspace, made).state is SessionState.OPEN, "it is asked first"
    page.dialog.confirm_button.click()
    assert sheet_of(workspace, made).state is SessionState.ENDED
    assert page.places.currentWidget() is page.preparation

    page.preparation.reopen.click()
    assert sheet_of(workspace, made).state is SessionState.OPEN
    assert page.places.currentWidget() is page.console


def test_a_card_says_what_it_is_and_opens_it(shown: Shown, workspace: Workspace) -> None:
    made = planned(workspace)
    page = shown()
    card = page.list.cards[0]
    assert card.facts.text() == "22\N{NO-BREAK SPACE}nov 2026 · 3 kommuner · 3 platser · 4 rundor · 3 h"

    card.begin.click()
    assert sheet_of(workspace, made).state is SessionState.OPEN
    assert page.places.currentWidget() is page.console


def test_of_two_that_go_on_the_one_used_last_is_shown(shown: Shown, workspace: Workspace) -> None:
    first = going_on(workspace)
    second = SessionId(workspace.run(DuplicateSession(session=first, name="Workshop 4 av 4")).value)
    workspace.run(OpenSession(session=second))
    assert _at_the_console(shown()) == second

    workspace.run(Leave(seats=(sheet_of(workspace, first).seats[0].id,)))
    assert _at_the_console(shown()) == first

    workspace.undo()
    assert _at_the_console(shown()) == second


def _at_the_console(page: WorkshopPage) -> SessionId:
    assert page.places.currentWidget() is page.console
    sheet = page.console.session
    assert sheet is not None
    return sheet.id
