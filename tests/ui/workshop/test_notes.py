"""Notes at the console: they stay with what they were begun at, and nothing that was written is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.workshop.meeting import NoteKind
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.workshop.console.console import Console
from smartstad_desktop.ui.workshop.page import WorkshopPage
from smartstad_desktop.ui.workshop.rounds.clarify_panel import ClarifyPanel
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workshops import going_on, sheet_of
from tests.ui.conftest import HeardNotices

Shown = Callable[[], WorkshopPage]
KEY = Qt.Key
VOTE = 3
#: Longer than a note may be.
TOO_LONG = "x" * 5_000


@pytest.fixture
def page(shown: Shown, workspace: Workspace) -> WorkshopPage:
    """The page at the console of a session at its first round."""
    going_on(workspace, VOTE)
    return shown()


def written(page: WorkshopPage, workspace: Workspace) -> list[tuple[NoteKind, str]]:
    """Return what has been written down."""
    assert page.console.session is not None
    return [(note.kind, note.text) for note in sheet_of(workspace, page.console.session.id).notes]


def test_what_is_refused_stays_in_its_line_with_the_reason(page: WorkshopPage, workspace: Workspace) -> None:
    console = page.console
    for line, wrong in (
        (console.notes.line, console.notes.wrong),
        (console.agenda.parking.line, console.agenda.parking.wrong),
    ):
        line.setText(TOO_LONG)
        QTest.keyClick(line, KEY.Key_Return)
        assert line.text() == TOO_LONG
        assert not wrong.isHidden()
        assert wrong.text()
    assert written(page, workspace) == []
    assert not page.leave(), "it would be lost"

    for line, wrong in (
        (console.notes.line, console.notes.wrong),
        (console.agenda.parking.line, console.agenda.parking.wrong),
    ):
        line.selectAll()
        QTest.keyClicks(line, "Kort")
        assert wrong.isHidden(), "it may be right now"
        QTest.keyClick(line, KEY.Key_Return)
        assert not line.text()
        assert wrong.isHidden()
    assert page.leave()


def test_a_note_belongs_to_the_item_it_was_begun_at(
    page: WorkshopPage, workspace: Workspace, notices: HeardNotices
) -> None:
    console, panel = page.console, page.console.middle.panel
    assert isinstance(panel, ClarifyPanel)
    assert console.session is not None
    panel.table.choose(panel.model.keys[1])
    begun = console.notes.about.text()
    QTest.keyClicks(console.notes.line, "Kostnaden saknas")
    panel.table.choose(panel.model.keys[2])
    assert console.notes.about.text() == begun
    on = console.session.on

    console.agenda.go_on()
    note = sheet_of(workspace, console.session.id).notes[-1]
    assert on is not None
    assert (note.text, note.round_item, note.agenda_item) == ("Kostnaden saknas", panel.model.keys[1], on.id)
    assert not console.notes.line.text()
    assert "Anteckningen som skrevs \u00e4r sparad d\u00e4r den p\u00e5b\u00f6rjades." in notices.said
    assert console.notes.about.text() != begun, "the next one is written where the meeting is"


@pytest.mark.parametrize("leave", [Console.go_on, Console.finish])
def test_what_is_half_written_is_kept(
    page: WorkshopPage, workspace: Workspace, leave: Callable[[Console], object]
) -> None:
    QTest.keyClicks(page.console.notes.line, "Halv")
    QTest.keyClicks(page.console.agenda.parking.line, "Parkerat")
    leave(page.console)
    assert written(page, workspace) == [(NoteKind.REMARK, "Halv"), (NoteKind.PARKED, "Parkerat")]


def test_nothing_can_be_written_in_a_file_that_is_open_for_reading(page: WorkshopPage, workspace: Workspace) -> None:
    page.console.agenda.parking.line.setText("Drift")
    page.console.agenda.parking.keep()
    workspace.is_read_only = True
    page.refresh()
    console = page.console
    lines: list[QWidget] = [console.notes.line, console.notes.kinds, console.agenda.parking.line]
    lines += [console.attendance.all_here, *console.attendance.chips.values(), console.agenda.onwards]
    lines += [console.bar.onwards, console.bar.back, console.bar.pause]
    assert not [each for each in lines if each.isVisible() and each.isEnabled()]
    page.go_to(PageTarget(PageId.WORKSHOP, filters={"do": "next"}))
    assert console.session is not None
    assert console.session.on == console.session.agenda[VOTE]
