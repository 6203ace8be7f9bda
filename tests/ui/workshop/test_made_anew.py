"""A meeting goes on when the window is made anew: another text size, look or language."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QEvent, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from smartstad_desktop.app.wiring import Desk
from smartstad_desktop.domain.values import Language
from smartstad_desktop.domain.workshop.meeting import NoteKind
from smartstad_desktop.ui.kit.targets import PageId, PageTarget
from smartstad_desktop.ui.workshop.ballots.ballots_panel import BallotsPanel
from smartstad_desktop.ui.workshop.page import WorkshopPage

SIZE = QSize(640, 360)
SWITCHES = ("show_wall", "freeze", "larger", "timer")


def workshop(desk: Desk) -> WorkshopPage:
    """Return the page of workshops in the window there is now."""
    assert desk.window.open_file is not None
    return cast("WorkshopPage", desk.window.open_file.pages.page(PageId.WORKSHOP))


def let_old_things_go() -> None:
    """Let what was put away be deleted, as the running program does."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def meeting(desk: Desk) -> Desk:
    """The demonstration region at the console of the workshop that goes on, in its silent phase."""
    desk.open_demo()
    desk.window.go_to(PageTarget(PageId.WORKSHOP))
    return desk


def test_the_room_sees_nothing_of_another_text_size(meeting: Desk) -> None:
    before = workshop(meeting).console
    wall = before.link.window
    for name in SWITCHES:
        getattr(before.wall, name).click()
    before.turn_safe()
    seen = wall.picture(SIZE).toImage()
    meeting.window.deeds.resize_text(1)
    let_old_things_go()

    after = workshop(meeting).console
    assert after is not before
    assert after.link.window is wall
    assert wall.isVisible()
    assert wall.picture(SIZE).toImage() == seen
    assert all(getattr(after.wall, name).isChecked() for name in SWITCHES)
    assert "Väntar: textens storlek, stora klockan." in after.wall.held.text()
    assert not after.is_safe, "with one screen it had been safe; the operator said it need not be"

    after.wall.freeze.click()
    assert wall.picture(SIZE).toImage() != seen, "the new console steers the wall"
    meeting.close_file()
    let_old_things_go()
    assert not isValid(wall), "it went along"


def test_what_is_half_written_goes_on_where_it_was(meeting: Desk) -> None:
    before = workshop(meeting).console
    panel = before.middle.panel
    assert isinstance(panel, BallotsPanel)
    panel.grid.go_to(2, 5)
    panel.entry.quick.setText("3 7")
    before.agenda.parking.line.setText("Drift efter 2030")
    before.write(NoteKind.ACTION)
    QTest.keyClicks(before.notes.owner, "IT-chefen")
    QTest.keyClicks(before.notes.line, "Ta fram kostnaden")
    place, notes = before.notes.about.text(), before.session and before.session.notes
    meeting.window.deeds.resize_text(1)
    let_old_things_go()

    after, panel = workshop(meeting).console, workshop(meeting).console.middle.panel
    assert (after.notes.line.text(), after.notes.owner.text()) == ("Ta fram kostnaden", "IT-chefen")
    assert (after.notes.kind, after.notes.about.text()) == (NoteKind.ACTION, place)
    assert meeting.window.focusWidget() is after.notes.line
    assert after.agenda.parking.line.text() == "Drift efter 2030"
    assert isinstance(panel, BallotsPanel)
    assert panel.entry.quick.text() == "3 7"
    assert (panel.grid.currentIndex().row(), panel.grid.caster_column) == (2, 5)
    assert after.session is not None
    assert after.session.notes == notes, "nothing was written down by itself"


def test_the_wall_stays_while_the_language_changes_on_another_page(meeting: Desk) -> None:
    console = workshop(meeting).console
    wall = console.link.window
    console.wall.show_wall.click()
    assert console.is_safe, "there is one screen only"
    meeting.window.go_to(PageTarget(PageId.INVENTORY))
    meeting.settings.language = Language.NB
    meeting.rebuild()
    let_old_things_go()

    assert meeting.window.open_file is not None
    assert meeting.window.open_file.pages.current is PageId.INVENTORY
    assert wall.isVisible()
    meeting.window.go_to(PageTarget(PageId.WORKSHOP))
    after = workshop(meeting).console
    assert after.is_safe
    assert not after.bar.safe.isHidden()
    after.wall.blank.click()
    assert wall.sheet.is_blank
