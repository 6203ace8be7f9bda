"""After the end: what can be put right, what stays as it was, and why it says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartstad_desktop.ui.workshop.attendance_times import TimesDialog
from smartstad_desktop.ui.workshop.page import WorkshopPage
from smartstad_desktop.ui.workshop.preparation.preparation import Preparation
from smartstad_desktop.usecases.workshop.sessions import EndSession
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workshops import going_on, sheet_of
from tests.support.workspaces import FixedClock

Shown = Callable[[], WorkshopPage]
KEY = Qt.Key


@pytest.fixture
def ended(shown: Shown, workspace: Workspace, clock: FixedClock) -> Preparation:
    """What remains of a session that took an hour, shown on its page."""
    session = going_on(workspace)
    clock.forward(minutes=60)
    workspace.run(EndSession(session=session))
    page = shown()
    page.show_session(session)
    return page.preparation


def test_it_says_why_nothing_can_be_changed(ended: Preparation) -> None:
    assert "avslutad" in ended.locked.text()
    assert not ended.locked.isHidden()
    ended.agenda.list.choose(ended.agenda.list.rows.keys[0])
    ended.seats.table.choose(ended.seats.model.keys[0])
    parts = [ended.agenda.add, ended.agenda.pause, ended.agenda.edit, ended.agenda.remove, ended.agenda.carry]
    parts += [ended.rounds.add, *(card.again for card in ended.rounds.cards)]
    parts += [ended.seats.add, ended.seats.edit, ended.seats.remove]
    assert not [part for part in parts if part.isEnabled()]
    assert {part.toolTip() for part in parts} == {ended.locked.text()}
    assert ended.form is not None
    open_fields = {name for name, field in ended.form.fields.items() if field.isEnabled()}
    assert open_fields == {"name", "occasion", "place"}

    ended.reopen.click()
    assert ended.locked.isHidden() or not ended.isVisible()


def test_times_of_attendance_are_corrected_and_what_cannot_be_true_is_told(
    ended: Preparation, workspace: Workspace
) -> None:
    assert ended.session is not None
    session, seats = ended.session.id, ended.seats
    seat = ended.session.seats[0]
    seats.table.choose(seat.id)
    QTest.keyClick(seats.table, KEY.Key_Return)
    dialog = seats.dialog
    assert isinstance(dialog, TimesDialog)
    came = dialog.fields["came_0"].value()
    dialog.fields["went_0"].set_value("klockan tre")
    dialog.confirm()
    assert dialog.fields["went_0"].error

    dialog.fields["went_0"].set_value(came)
    dialog.confirm()
    assert not dialog.trouble.isHidden(), "nobody leaves when they come"
    assert sheet_of(workspace, session).seats[0].spells == seat.spells

    left = seat.spells[0].left_at
    assert left is not None
    earlier = (left - timedelta(minutes=20)).astimezone().strftime("%H.%M")
    dialog.fields["went_0"].set_value(earlier)
    dialog.confirm()
    assert not dialog.isVisible()
    (spell,) = sheet_of(workspace, session).seats[0].spells
    assert spell.arrived_at == seat.spells[0].arrived_at, "to the second: nobody has changed it"
    assert spell.left_at is not None
    assert spell.left_at.astimezone().strftime("%H.%M") == earlier

    seats.times.click()
    again = seats.dialog
    assert isinstance(again, TimesDialog)
    for name in ("came_0", "went_0"):
        again.fields[name].set_value("")
    again.confirm()
    assert sheet_of(workspace, session).seats[0].spells == (), "nobody came"


def test_the_console_corrects_them_too(shown: Shown, workspace: Workspace, clock: FixedClock) -> None:
    session = going_on(workspace)
    clock.forward(minutes=30)
    box = shown().console.attendance
    chip = next(iter(box.chips.values()))
    menu = chip.menu()
    menu.actions()[-1].trigger()
    dialog = box.dialog
    assert isinstance(dialog, TimesDialog)
    before = sheet_of(workspace, session).seats[0].spells[0].arrived_at.astimezone()
    dialog.fields["came_0"].set_value(f"{before:%H}.{before.minute + (1 if before.minute < 59 else 0):02}")
    dialog.confirm()
    after = sheet_of(workspace, session).seats[0].spells[0].arrived_at
    assert (after.astimezone() - before).total_seconds() <= 60
    assert dialog.result() == 1
