"""What the room sees: pictures that private data cannot change, and a window that the console steers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.values import MunicipalityId, ProjectId, RoundId, SessionId
from smartstad_desktop.domain.workshop.meeting import NoteKind, Phase, Whose
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.reads.workshop.audience import scene
from smartstad_desktop.reads.workshop.rounds import round_sheet
from smartstad_desktop.ui.projector.window import ProjectorWindow
from smartstad_desktop.usecases.inventory.inventory import AddProject, EditProject, SetConfidential
from smartstad_desktop.usecases.workshop.agenda import AddAgendaItem, GoToAgendaItem
from smartstad_desktop.usecases.workshop.ballots import CastMarks, FinishBallot, NewMark
from smartstad_desktop.usecases.workshop.clock import SetClock, StartClock
from smartstad_desktop.usecases.workshop.round_phases import SetPhase
from smartstad_desktop.usecases.workshop.rounds import PlanRound
from smartstad_desktop.usecases.workshop.seats import AddSeats, EditSeat, NewSeat
from smartstad_desktop.usecases.workshop.session_notes import AddNote
from smartstad_desktop.usecases.workshop.sessions import CreateSession, OpenSession
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workspaces import FixedClock

SIZE = QSize(960, 540)
MOMENT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


class Room:
    """A session in its silent phase, and the wall that follows it."""

    def __init__(self, workspace: Workspace, window: ProjectorWindow) -> None:
        self.workspace, self.window = workspace, window
        self.projects = [
            ProjectId(workspace.run(AddProject(fields={"title": title, "municipality_id": MunicipalityId(1)})).value)
            for title in ("Sensornät", "Hemlig vattentäkt")
        ]
        workspace.run(SetConfidential(projects=(self.projects[1],), is_confidential=True, reason="Säkerhet"))
        self.session: SessionId = workspace.run(CreateSession(name="Workshop 3")).value
        new = NewSeat(municipality=MunicipalityId(1), label="Chef")
        workspace.run(AddSeats(session=self.session, seats=(new,)))
        workspace.run(OpenSession(session=self.session))
        self.part = workspace.run(AddAgendaItem(session=self.session, title="Prickröstning", minutes=20)).value
        workspace.run(GoToAgendaItem(item=self.part))
        self.round = self.plan(Method.DOTS)

    def plan(self, method: Method) -> RoundId:
        """Plan a round by *method* and open it."""
        planned = PlanRound(
            session=self.session, method=method, projects=tuple(self.projects), agenda_item=self.part, seed=1
        )
        made: RoundId = self.workspace.run(planned).value
        self.workspace.run(SetPhase(round=made, phase=Phase.SILENT))
        return made

    def answer(self, values: tuple[int, ...]) -> None:
        """Let the municipalities give the first item so much, and finish."""
        sheet = self.workspace.read(round_sheet, self.round)
        assert sheet is not None
        for number, value in enumerate(values, 1):
            whose = Whose(municipality=MunicipalityId(number))
            marks = (NewMark(item=sheet.items[0].id, value=value or None),)
            self.workspace.run(CastMarks(round=self.round, whose=whose, marks=marks))
            self.workspace.run(FinishBallot(round=self.round, whose=whose))

    def look(self) -> QImage:
        """Return what the room sees now."""
        self.window.show_scene(self.workspace.read(scene, self.session))
        return self.window.picture(SIZE).toImage()


@pytest.fixture
def room(workspace: Workspace, qtbot: QtBot) -> Iterator[Room]:
    """A room with its wall."""
    window = ProjectorWindow(now=lambda: MOMENT)
    qtbot.addWidget(window)
    yield Room(workspace, window)
    window.close()


@pytest.mark.parametrize("phase", list(Phase))
def test_nothing_private_changes_a_pixel_in_any_phase(room: Room, phase: Phase) -> None:
    room.answer((1, 1, 0))
    room.workspace.run(SetPhase(round=room.round, phase=Phase.REVEAL))
    room.workspace.run(SetPhase(round=room.round, phase=phase))
    before = room.look()
    assert before.size() == SIZE

    room.workspace.run(AddNote(session=room.session, kind=NoteKind.REMARK, text="Ring kommunjuristen"))
    seat = room.workspace.glance(lambda raw: raw.execute("SELECT max(id) FROM seat").fetchone()[0])
    room.workspace.run(EditSeat(seat=seat, changes={"label": "Stadsdirektör"}))
    room.workspace.run(EditProject(project=room.projects[1], changes={"title": "Något annat hemligt"}))
    room.workspace.run(EditProject(project=room.projects[0], changes={"how": "Bara för oss"}))
    assert room.look() == before


def test_answers_change_nothing_but_the_count_until_they_are_revealed(room: Room) -> None:
    room.answer((1, 1, 1))
    before = room.look()
    room.answer((0, 1, 0))
    assert room.look() == before
    room.workspace.run(SetPhase(round=room.round, phase=Phase.REVEAL))
    assert room.look() != before


@pytest.mark.parametrize("method", list(Method))
def test_every_method_has_a_picture_before_and_after_the_reveal(room: Room, method: Method) -> None:
    made = room.plan(method)
    silent = room.look()
    room.workspace.run(SetPhase(round=made, phase=Phase.REVEAL))
    assert room.look() != silent
    blank = QImage(SIZE, silent.format())
    blank.fill(silent.pixelColor(SIZE.width() - 2, SIZE.height() - 2))
    assert silent != blank


def test_frozen_it_keeps_its_picture_whatever_is_asked_for_and_catches_up_afterwards(room: Room) -> None:
    room.answer((1, 1, 1))
    room.workspace.run(SetPhase(round=room.round, phase=Phase.REVEAL))
    room.workspace.run(SetClock(session=room.session, seconds=300))
    before = room.look()
    room.window.freeze(True)
    room.workspace.run(SetPhase(round=room.round, phase=Phase.SILENT))
    room.workspace.run(StartClock(session=room.session))
    for ask in (room.window.show_big_clock, room.window.enlarge, room.window.speak_two_languages):
        ask(True)
    room.window.spotlight(1)
    assert room.look() == before
    assert room.window.waiting == {"scene", "spotlight", "is_large", "has_big_clock", "has_two_languages"}

    room.window.blank(True)
    assert room.look() != before, "black comes at once all the same"
    room.window.blank(False)
    assert room.look() == before
    room.window.freeze(False)
    assert room.window.picture(SIZE).toImage() != before
    assert not room.window.waiting


def test_a_clock_that_runs_stands_still_on_a_frozen_wall(workspace: Workspace, clock: FixedClock, qtbot: QtBot) -> None:
    window = ProjectorWindow(now=lambda: workspace.now)
    qtbot.addWidget(window)
    made = Room(workspace, window)
    workspace.run(SetClock(session=made.session, seconds=300))
    workspace.run(StartClock(session=made.session))
    made.look()
    window.freeze(True)
    clock.forward(seconds=20)
    assert window.sheet.clock_face() == "05:00"
    window.freeze(False)
    assert window.sheet.clock_face() == "04:40"


def test_it_is_a_window_of_its_own_and_goes_with_its_console(qtbot: QtBot) -> None:
    """Windows minimises what a window owns together with it."""
    console = QWidget()
    qtbot.addWidget(console)
    window = ProjectorWindow(console, now=lambda: MOMENT)
    assert window.parentWidget() is None
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose), "the program ends with its own window"
    with qtbot.waitSignal(window.destroyed):
        console.deleteLater()


def test_black_is_black_all_over(room: Room) -> None:
    room.look()
    room.window.blank(True)
    black = QImage(SIZE, room.look().format())
    black.fill(Qt.GlobalColor.black)
    assert room.look() == black


def test_one_item_is_lifted_out_and_text_grows_on_request(room: Room) -> None:
    room.answer((1, 1, 1))
    room.workspace.run(SetPhase(round=room.round, phase=Phase.REVEAL))
    plain = room.look()
    room.window.spotlight(1)
    lifted = room.look()
    assert lifted != plain
    room.window.spotlight(None)
    assert room.look() == plain
    room.window.enlarge(True)
    assert room.look() != plain


def test_the_clock_fills_the_wall_on_request_and_the_scene_comes_back(room: Room) -> None:
    plain = room.look()
    room.window.show_big_clock(True)
    assert room.look() != plain
    room.window.show_big_clock(False)
    assert room.look() == plain


def test_escape_ends_the_show_and_nothing_in_it_can_be_edited(room: Room, qtbot: QtBot) -> None:
    room.look()
    room.window.show_beside(room.window)
    qtbot.waitExposed(room.window)
    assert room.window.sheet.focusPolicy() is Qt.FocusPolicy.NoFocus
    with qtbot.waitSignal(room.window.ended):
        qtbot.keyClick(room.window, Qt.Key.Key_Escape)
    assert not room.window.isVisible()


def test_the_wall_says_its_title_to_a_screen_reader(room: Room) -> None:
    room.look()
    assert room.window.sheet.accessibleName() == "Prickröstning"


def test_before_the_first_part_the_wall_welcomes(workspace: Workspace, qtbot: QtBot) -> None:
    """An opened session without a part was an empty sheet with a name in a corner."""
    window = ProjectorWindow(now=lambda: MOMENT)
    qtbot.addWidget(window)
    session = workspace.run(CreateSession(name="Workshop 3")).value
    window.show_scene(workspace.read(scene, session))
    planned = window.picture(SIZE).toImage()
    workspace.run(OpenSession(session=session))
    window.show_scene(workspace.read(scene, session))
    assert window.picture(SIZE).toImage() == planned
