"""A workshop held in the real window: its page and console, what is on the disk, the wall, and a restart."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from smartstad_desktop.app.wiring import Desk
from smartstad_desktop.domain.values import SessionId
from smartstad_desktop.domain.workshop.meeting import SessionState, Whose
from smartstad_desktop.reads.workshop.audience import AudienceRound, Scene
from smartstad_desktop.reads.workshop.rounds import RoundSheet, Said, said
from smartstad_desktop.reads.workshop.session_rows import SessionSheet
from smartstad_desktop.reads.workshop.sessions import sessions
from smartstad_desktop.text.workshop.sessions import clock_face
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.workshop.ballots.ballots_panel import BallotsPanel
from smartstad_desktop.ui.workshop.console.console import Console
from smartstad_desktop.ui.workshop.page import WorkshopPage
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workshops import round_of, sheet_of
from tests.support.workspaces import FixedClock, dump

WALL: Final = QSize(960, 540)


class HeldWorkshop:
    """The window with the workshop that is held, and the clock on the wall of the room.

    *vote* is the place in the agenda of the part where the group answers.
    """

    def __init__(self, desk: Desk, path: Path, qtbot: QtBot, clock: FixedClock, *, vote: int) -> None:
        self.desk, self.path, self.qtbot, self.clock = desk, path, qtbot, clock
        self.session = SessionId(0)
        self.vote = vote
        desk.open_file(path)

    @property
    def workspace(self) -> Workspace:
        """Return the open file."""
        assert self.desk.workspace is not None
        return self.desk.workspace

    @property
    def page(self) -> WorkshopPage:
        """Go to the page of workshops and return it."""
        self.desk.window.go_to(PageTarget(PageId.WORKSHOP))
        assert self.desk.window.open_file is not None
        page = self.desk.window.open_file.pages.page(PageId.WORKSHOP)
        assert isinstance(page, WorkshopPage)
        self.qtbot.waitUntil(page.isVisible)
        return page

    @property
    def console(self) -> Console:
        """Return the console, which is in front."""
        page = self.page
        assert page.places.currentWidget() is page.console
        return page.console

    @property
    def sheet(self) -> SessionSheet:
        """Return the session as it is on the disk."""
        return sheet_of(self.workspace, self.session)

    @property
    def round(self) -> RoundSheet:
        """Return the round, which the group answers, as it is on the disk."""
        part = self.sheet.agenda[self.vote].id
        number = next(row.number for row in self.sheet.rounds if row.agenda_item == part)
        return round_of(self.workspace, self.session, number)

    @property
    def answers(self) -> dict[Whose, Said]:
        """Return what stands on every ballot."""
        return self.workspace.read(said, self.round.id)

    @property
    def undo(self) -> str:
        """Return what the window says undo is about."""
        return self.action("undo").text()

    def action(self, name: str) -> QAction:
        """Return an action of the window."""
        return self.desk.window.actions_by_id.by_id[name]

    def end_the_one_before(self) -> None:
        """End the workshop that was left open the week before; its console comes first."""
        left_open = [row.id for row in self.workspace.read(sessions) if row.state is SessionState.OPEN]
        menu = QMenu(self.page)
        self.console.bar.menu_wanted.emit(menu)
        next(action for action in menu.actions() if action.text().startswith("Avsluta")).trigger()
        assert self.page.dialog is not None
        self.page.dialog.confirm_button.click()
        assert [sheet_of(self.workspace, each).state for each in left_open] == [SessionState.ENDED]
        self.page.preparation.leave.click()

    def look(self) -> Scene:
        """Photograph the wall as the room sees it, and return what it is about."""
        sheet = self.console.link.window.sheet
        assert sheet.picture(WALL).size() == WALL
        assert sheet.scene is not None
        assert sheet.scene.session == self.session
        return sheet.scene

    def look_at_round(self) -> AudienceRound:
        """Photograph the wall, and return what it shows of the round."""
        shown = self.look().round
        assert shown is not None
        return shown

    def ballots(self) -> BallotsPanel:
        """Return the ballots, which are in the middle."""
        panel = self.console.middle.panel
        assert isinstance(panel, BallotsPanel)
        return panel

    def begin_again(self) -> None:
        """Leave the file in the middle of everything and open it two minutes later: nothing is missing."""
        before, phase, answers = dump(self.workspace), self.round.phase, self.answers
        left = self.sheet.clock_left(self.clock.now)
        self.desk.close_file()
        assert self.desk.workspace is None
        self.clock.forward(minutes=2)
        self.desk.open_file(self.path)
        assert dump(self.workspace) == before
        assert self.sheet.state is SessionState.OPEN
        console = self.console
        assert console.session is not None
        assert console.session.id == self.session, "its console comes by itself"
        assert console.round is not None
        assert (console.round.phase, self.answers) == (phase, answers)
        assert console.clock.is_running
        assert console.bar.face.text() == clock_face(left - 120)
