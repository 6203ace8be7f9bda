"""A three-hour workshop in the real window: planned, opened, answered in silence and revealed, with two restarts.

``test_workshop`` goes on from there to the end.
"""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smartstad_desktop.app.wiring import Desk
from smartstad_desktop.domain.workshop.meeting import Phase, SessionState
from smartstad_desktop.domain.workshop.voting import EFFORT, IMPACT, Method
from smartstad_desktop.reads.workshop.round_items import RoundItem
from smartstad_desktop.reads.workshop.sessions import sessions
from smartstad_desktop.ui.kit.fields import ChoiceField
from smartstad_desktop.ui.workshop.console.dialogs import NewSession
from smartstad_desktop.ui.workshop.deciding.cuts_panel import CutsPanel
from smartstad_desktop.ui.workshop.rounds.round_dialog import RoundDialog
from smartstad_desktop.usecases.workspace import Surroundings
from tests.support.held_workshop import HeldWorkshop
from tests.support.workspaces import FixedClock

KEY = Qt.Key
#: The part of the three-hour agenda where the group answers in silence.
VOTE = 3
TOWNS = 11
PICKED = 5


@pytest.fixture
def room(desk: Desk, qtbot: QtBot, tmp_path: Path, demo_file: Path, monkeypatch: pytest.MonkeyPatch) -> HeldWorkshop:
    """The demonstration region in the window, at an hour that the test decides."""
    clock = FixedClock(datetime(2026, 11, 22, 10, 0, tzinfo=UTC))
    around = Surroundings(clock=clock, backups=tmp_path / "backups")
    monkeypatch.setattr(desk, "_surroundings", lambda: around)
    desk.window.resize(1440, 900)
    path = Path(shutil.copyfile(demo_file, tmp_path / "region.smartstad"))
    return HeldWorkshop(desk, path, qtbot, clock, vote=VOTE)


def test_a_three_hour_workshop_is_planned_opened_answered_and_revealed(room: HeldWorkshop) -> None:
    room.end_the_one_before()
    plan_it_from_the_agenda_of_three_hours(room)
    plan_what_is_voted_on(room)
    open_it_with_everybody_there(room)
    go_through_the_first_parts(room)
    catch_up_when_late(room)
    clarify(room)
    answer(room, upto=6)
    begin_a_ballot(room)
    room.begin_again()
    answer(room, upto=TOWNS)
    take_the_last_deed_back_and_do_it_again(room)
    go_back_and_on_again(room)
    reveal(room)
    room.begin_again()
    assert room.look_at_round().results
    assert room.undo == "Ångra", "what the room has seen is not taken back"
    assert not room.action("undo").isEnabled()


def plan_it_from_the_agenda_of_three_hours(room: HeldWorkshop) -> None:
    """The usual agenda lasts three hours, and each municipality has a seat from the beginning."""
    known = {row.id for row in room.workspace.read(sessions)}
    room.page.add.click()
    dialog = room.page.dialog
    assert isinstance(dialog, NewSession)
    assert dialog.preset.box.currentText() == "Prioriteringsworkshop, 3 timmar"
    dialog.hour.editor.setFocus()
    QTest.keySequence(dialog.hour.editor, "Ctrl+A")
    QTest.keyClicks(dialog.hour.editor, f"{room.clock.now.astimezone():%H:%M}")
    dialog.confirm_button.click()
    (room.session,) = {row.id for row in room.workspace.read(sessions)} - known
    made = room.sheet
    assert (made.state, sum(part.minutes for part in made.agenda)) == (SessionState.PLANNED, 180)
    assert len({seat.municipality for seat in made.seats}) == len(made.seats) == TOWNS
    room.page.preparation.tabs.chip("seats").click()
    assert len(room.page.preparation.seats.model.rows) == TOWNS


def plan_what_is_voted_on(room: HeldWorkshop) -> None:
    """In the place of the dot vote comes benefit and effort, about five projects that are ticked by key."""
    room.page.preparation.tabs.chip("rounds").click()
    rounds = room.page.preparation.rounds
    next(card for card in rounds.cards if card.row.method is Method.DOTS).delete.click()
    rounds.add.click()
    dialog = rounds.dialog
    assert isinstance(dialog, RoundDialog)
    for name, beginning in (("method", "Nytta"), ("agenda_item", "Tyst")):
        field = dialog.fields[name]
        assert isinstance(field, ChoiceField)
        field.box.setFocus()
        QTest.keyClicks(field.box, beginning)
    QTest.keyClicks(dialog.fields["question"].editor, "Nytta mot insats?")
    QTest.keyClick(dialog.picker.search, KEY.Key_Down)
    for _project in range(PICKED):
        QTest.keyClick(dialog.picker.list, KEY.Key_Return)
        QTest.keyClick(dialog.picker.list, KEY.Key_Down)
    picked = dialog.picker.picked
    dialog.confirm_button.click()
    planned = room.round
    assert (planned.method, planned.question) == (Method.IMPACT_EFFORT, "Nytta mot insats?")
    assert {item.project for item in planned.items} == set(picked), "numbered in an order of chance"
    assert len(planned.casters) == TOWNS


def open_it_with_everybody_there(room: HeldWorkshop) -> None:
    """The workshop opens on its console; one click says that everybody is here."""
    room.page.preparation.open.click()
    console = room.console
    assert (room.sheet.state, room.sheet.quorum.persons_present) == (SessionState.OPEN, 0)
    assert console.attendance.all_here.text() == "Alla är här"
    console.attendance.all_here.click()
    assert room.sheet.quorum.persons_present == TOWNS
    assert "11 av 11 kommuner" in console.bar.told.text()


def go_through_the_first_parts(room: HeldWorkshop) -> None:
    """The wall follows the first two parts, with their clock; one screen alone means safe mode until it ends."""
    console = room.console
    console.wall.show_wall.click()
    wall = console.link.window
    assert (wall.isVisible(), console.is_safe) == (True, True)
    console.bar.onwards.click()
    first, second = room.sheet.agenda[:2]
    assert (room.look().part, room.look().next_part) == (first.title, second.title)
    assert console.bar.face.text() == "10:00"
    room.clock.forward(minutes=1)
    console.bar.pause.click()
    room.clock.forward(minutes=1)
    assert room.sheet.clock_left(room.clock.now) == 9 * 60, "the clock stands while it is paused"
    console.bar.pause.click()
    room.clock.forward(minutes=23)
    console.bar.onwards.click()
    assert (room.look().part, room.look().clock_left_s) == (second.title, 30 * 60)
    QTest.keyClick(wall, KEY.Key_Escape)
    console.bar.safe.click()
    assert (wall.isVisible(), console.is_safe) == (False, False)


def catch_up_when_late(room: HeldWorkshop) -> None:
    """Fifteen minutes late: the console names a part that can give them, and one click shortens it."""
    late = room.console.agenda.late
    assert "15 minuter efter" in late.words.text()
    before = room.sheet.agenda
    late.shorten.click()
    shorter = [(old, new) for old, new in zip(before, room.sheet.agenda, strict=True) if old != new]
    assert [old.minutes - new.minutes for old, new in shorter] == [15]
    assert room.sheet.timetable(room.clock.now).late == 0
    assert not late.isVisible()


def clarify(room: HeldWorkshop) -> None:
    """Two parts on comes the round; an item nobody understands is set aside before it is opened."""
    for _part in range(2):
        room.clock.forward(minutes=2)
        room.console.bar.onwards.click()
    assert room.sheet.on == room.sheet.agenda[VOTE]
    around = room.console.middle.panel
    assert isinstance(around, CutsPanel)
    panel = around.clarify
    panel.table.setFocus()
    panel.table.choose(panel.model.keys[1])
    QTest.keyClick(panel.table, KEY.Key_Delete)
    assert [item.is_unclear for item in room.round.items] == [False, True, False, False, False]
    panel.begin.click()
    assert (room.round.phase, room.round.is_locked) == (Phase.SILENT, True)


def answer(room: HeldWorkshop, upto: int) -> None:
    """Number, benefit and effort in the quick line; Enter on nothing finishes the ballot and goes to who is next."""
    panel = room.ballots()
    line = panel.entry.quick
    line.setFocus()
    for done in range(room.round.done, upto):
        assert panel.table is not None
        for item in (each.item for each in panel.table.lines):
            benefit, effort = judged(item, done)
            QTest.keyClicks(line, f"{item.number} {benefit} {effort}")
            QTest.keyClick(line, KEY.Key_Return)
        QTest.keyClick(line, KEY.Key_Return)
        room.clock.forward(seconds=20)
    items, casters = [item for item in room.round.items if not item.is_unclear], room.round.casters[:upto]
    assert room.round.done == upto
    assert room.answers == {
        caster.whose: {
            (item.id, axis, None): value
            for item in items
            for axis, value in zip((IMPACT, EFFORT), judged(item, nth), strict=True)
        }
        for nth, caster in enumerate(casters)
    }
    shown = room.look_at_round()
    assert (shown.done, shown.asked, shown.results) == (upto, TOWNS, ())


def judged(item: RoundItem, nth: int) -> tuple[int, int]:
    """Return what the municipality at a place says of an item."""
    return (item.number + nth) % 10 + 1, (3 * item.number + nth) % 10 + 1


def begin_a_ballot(room: HeldWorkshop) -> None:
    """One item of the seventh ballot is written when the program ends."""
    line = room.ballots().entry.quick
    QTest.keyClicks(line, f"{room.round.items[0].number} 4 4")
    QTest.keyClick(line, KEY.Key_Return)
    assert sorted(len(given) for given in room.answers.values()) == [2] + [2 * (PICKED - 1)] * 6


def take_the_last_deed_back_and_do_it_again(room: HeldWorkshop) -> None:
    """Undo says whose ballot it opens, and does nothing else."""
    before, last = (room.round, room.answers), room.round.casters[-1]
    assert last.mark is not None
    told = f"Ångra: {last.mark.name} är klar i runda {room.round.lap.number}"
    assert room.undo.casefold() == told.casefold()
    room.action("undo").trigger()
    assert [caster.is_done for caster in room.round.casters] == [True] * (TOWNS - 1) + [False]
    room.action("redo").trigger()
    assert (room.round, room.answers) == before


def go_back_and_on_again(room: HeldWorkshop) -> None:
    """Back to clarifying and on again: the answers are as they were, and the items stay locked."""
    before = room.round, room.answers
    room.console.bar.back.click()
    assert room.round.phase is Phase.CLARIFY
    room.console.bar.onwards.click()
    assert (room.round, room.answers) == before


def reveal(room: HeldWorkshop) -> None:
    """Enter twice shows the room what was said; the wall has a result for each item that took part."""
    button = room.ballots().foot.reveal
    button.setFocus()
    for _press in range(2):
        QTest.keyClick(button, KEY.Key_Return)
    assert room.round.phase is Phase.REVEAL
    shown = room.look_at_round()
    assert {len(shown.results), len(shown.items)} == {PICKED - 1}
