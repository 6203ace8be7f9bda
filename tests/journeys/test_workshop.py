"""A workshop of the demonstration region from its silent phase to the end, in the real window by real events."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smartstad_desktop.app.wiring import Desk
from smartstad_desktop.domain.workshop.meeting import AgendaKind, NoteKind, Phase, SessionState
from smartstad_desktop.reads.workshop.casters import Caster
from smartstad_desktop.reads.workshop.round_items import RoundItem
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.workshop.ballots.ballots_panel import BallotsPanel
from smartstad_desktop.ui.workshop.console.console import Console
from smartstad_desktop.ui.workshop.deciding.decide_panel import DecidePanel
from smartstad_desktop.ui.workshop.page import WorkshopPage
from smartstad_desktop.ui.workshop.results.results_panel import ResultsPanel
from smartstad_desktop.ui.workshop.rounds.clarify_panel import ClarifyPanel
from smartstad_desktop.usecases.workspace import Workspace
from tests.support import pointer
from tests.support.workshops import sheet_of
from tests.support.workspaces import dump

KEY = Qt.Key
WALL = QSize(960, 540)
#: More turns than this would go round in circles.
TURNS = 60


class Meeting:
    """The console of the open session, and what the room sees."""

    def __init__(self, desk: Desk, path: Path, qtbot: QtBot) -> None:
        self.desk, self.path, self.qtbot = desk, path, qtbot
        self.walls: dict[tuple[str, Phase | None], QImage] = {}
        desk.open_file(path)

    @property
    def workspace(self) -> Workspace:
        assert self.desk.workspace is not None
        return self.desk.workspace

    @property
    def page(self) -> WorkshopPage:
        self.desk.window.go_to(PageTarget(PageId.WORKSHOP))
        assert self.desk.window.open_file is not None
        page = self.desk.window.open_file.pages.page(PageId.WORKSHOP)
        assert isinstance(page, WorkshopPage)
        self.qtbot.waitUntil(page.isVisible)
        return page

    @property
    def console(self) -> Console:
        return self.page.console

    @property
    def phase(self) -> Phase | None:
        return None if self.console.round is None else self.console.round.phase

    def look(self) -> None:
        """Photograph the wall; it is where the console is and shows something."""
        sheet = self.console.link.window.sheet
        assert sheet.scene is not None
        assert sheet.scene.round is None or sheet.scene.round.phase is self.phase
        self.walls[sheet.scene.part, self.phase] = sheet.picture(WALL).toImage()

    def on(self) -> None:
        """Go to what comes next, and look."""
        self.console.bar.onwards.click()
        self.look()

    def begin_again(self) -> None:
        """Close the file in the middle of everything and open it again: all of it is there, in the same phase."""
        before, phase = dump(self.workspace), self.phase
        self.desk.close_file()
        self.desk.open_file(self.path)
        assert dump(self.workspace) == before
        assert self.phase is phase

    def ballots(self) -> BallotsPanel:
        panel = self.console.middle.panel
        assert isinstance(panel, BallotsPanel)
        return panel


def test_a_workshop_from_silent_answers_to_the_end(desk: Desk, qtbot: QtBot, tmp_path: Path, demo_file: Path) -> None:
    path = tmp_path / "region.smartstad"
    shutil.copyfile(demo_file, path)
    desk.window.resize(1440, 900)
    meeting = Meeting(desk, path, qtbot)
    answer_for_those_who_wait(meeting)
    meeting.begin_again()
    reveal_by_holding_the_key_twice(meeting)
    talk_and_write_down(meeting)
    meeting.begin_again()
    decide_on_the_board(meeting)
    meeting.begin_again()
    go_to_the_break(meeting)
    show_hands(meeting)
    end(meeting)
    assert len({picture.cacheKey() for picture in meeting.walls.values()}) == len(meeting.walls)


def answer_for_those_who_wait(meeting: Meeting) -> None:
    """Figures, Tab and Enter finish the two ballots that are missing; done ones stay hidden."""
    meeting.look()
    panel = meeting.ballots()
    waiting = [number for number, each in enumerate(casters(panel)) if each.is_present and not each.is_done]
    assert len(waiting) == 2
    for column in waiting:
        panel.grid.setFocus()
        panel.grid.go_to(0, column)
        rows = panel.grid.ballots.rowCount()
        for row in range(rows):
            QTest.keyClicks(panel.grid, f"{row % 9 + 1} {9 - row % 9}")
            QTest.keyClick(panel.grid, KEY.Key_Enter if row + 1 == rows else KEY.Key_Tab)
    round_ = meeting.console.round
    assert round_ is not None
    assert round_.done == len(round_.asked) == 7
    assert meeting.phase is Phase.SILENT


def reveal_by_holding_the_key_twice(meeting: Meeting) -> None:
    """Enter twice on the reveal button shows the room what was said."""
    meeting.look()
    hidden = meeting.walls["Tyst bedömning, nytta och insats", Phase.SILENT]
    button = meeting.ballots().foot.reveal
    button.setFocus()
    QTest.keyClick(button, KEY.Key_Return)
    QTest.keyClick(button, KEY.Key_Return)
    assert meeting.phase is Phase.REVEAL
    meeting.look()
    assert meeting.walls["Tyst bedömning, nytta och insats", Phase.REVEAL] != hidden
    assert meeting.workspace.to_undo() is None, "the room has seen it"


def talk_and_write_down(meeting: Meeting) -> None:
    """Going back and on again loses nothing; what is said is written at the item."""
    answers = meeting.console.round
    meeting.console.bar.back.click()
    assert meeting.phase is Phase.SILENT
    meeting.console.bar.onwards.click()
    assert meeting.console.round == answers
    meeting.on()
    panel = meeting.console.middle.panel
    assert isinstance(panel, ResultsPanel)
    notes = meeting.console.notes
    notes.kinds.chip(NoteKind.ACTION).click()
    QTest.keyClicks(notes.owner, "Projektledaren")
    QTest.keyClicks(notes.line, "Driftens kostnad")
    QTest.keyClick(notes.line, KEY.Key_Return)
    assert meeting.console.session is not None
    assert meeting.console.session.notes[-1].text == "Driftens kostnad"


def decide_on_the_board(meeting: Meeting) -> None:
    """The proposal is laid out, a card is dragged against it with a reason, and undo takes back just the card."""
    meeting.on()
    panel = meeting.console.middle.panel
    assert isinstance(panel, DecidePanel)
    panel.board.cards.area.set_motion(duration_ms=0)
    panel.propose.click()
    before = dump(meeting.workspace)["placement"]
    views = panel.board.cards.area.views
    port = views[-1].viewport()
    start = views[1].layout_of_cards.card_rect(0).center()
    pointer.drag(views[1].viewport(), start, port, QPoint(port.width() // 2, port.height() - 8))
    assert dump(meeting.workspace)["placement"] != before
    if panel.strip.isVisible():
        QTest.keyClicks(panel.strip.field, "Upphandlingen styr")
        QTest.keyClick(panel.strip.field, KEY.Key_Return)
        meeting.workspace.undo()
    meeting.workspace.undo()
    assert dump(meeting.workspace)["placement"] == before
    panel.keep.click()
    meeting.look()


def go_to_the_break(meeting: Meeting) -> None:
    """The rest of the round, and on through the agenda to the break."""
    for _turn in range(TURNS):
        scene = meeting.console.link.window.sheet.scene
        if scene is not None and scene.part_kind is AgendaKind.BREAK:
            return
        meeting.on()
    raise AssertionError("the break never came")


def show_hands(meeting: Meeting) -> None:
    """From the break to the consensus check: fingers by keyboard, and a concern in its own words."""
    for _turn in range(TURNS):
        scene = meeting.console.link.window.sheet.scene
        if scene is not None and scene.part == "Konsensuskoll":
            break
        go_on_past_any_question(meeting)
    if isinstance(meeting.console.middle.panel, ClarifyPanel):
        meeting.on()
    panel = meeting.ballots()
    assert items(meeting)[0].title == "Hela listan"
    present = [number for number, each in enumerate(casters(panel)) if each.is_present]
    for column in present:
        panel.grid.setFocus()
        panel.grid.go_to(0, column)
        QTest.keyClicks(panel.grid, "4")
        QTest.keyClick(panel.grid, KEY.Key_Enter)
    round_ = meeting.console.round
    assert round_ is not None
    assert round_.done == len(present)


def go_on_past_any_question(meeting: Meeting) -> None:
    """Go on; where the program asks before it reveals, say yes."""
    meeting.console.bar.onwards.click()
    dialog = meeting.console.dialog
    if dialog is not None and dialog.isVisible():
        dialog.confirm_button.click()
    meeting.look()


def items(meeting: Meeting) -> tuple[RoundItem, ...]:
    """Return what the round is about."""
    assert meeting.console.round is not None
    return meeting.console.round.items


def end(meeting: Meeting) -> None:
    """The workshop ends, and everything of it can be read."""
    button = meeting.ballots().foot.reveal
    button.setFocus()
    QTest.keyClick(button, KEY.Key_Return)
    QTest.keyClick(button, KEY.Key_Return)
    meeting.look()
    session = meeting.console.session
    assert session is not None
    meeting.console.ending.emit()
    dialog = meeting.page.dialog
    assert dialog is not None
    dialog.confirm_button.click()
    assert sheet_of(meeting.workspace, session.id).state is SessionState.ENDED


def casters(panel: BallotsPanel) -> tuple[Caster, ...]:
    """Return who answers, as the grid shows them from left to right."""
    assert panel.table is not None
    return panel.table.casters
