"""Replaying a session: the moments in order, what was taken back left out, reasons where they belong."""

from __future__ import annotations

import pytest

from smartstad_desktop.domain.values import BoardId, ColumnId, Language, MunicipalityId, ProjectId, SessionId
from smartstad_desktop.domain.workshop.laps import Lap
from smartstad_desktop.domain.workshop.meeting import NoteKind, Phase
from smartstad_desktop.domain.workshop.replay import Happened
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.reads.board import board as read_board
from smartstad_desktop.reads.workshop.replay import Replay, replay
from smartstad_desktop.reads.workshop.rounds import round_sheet
from smartstad_desktop.usecases.board import CreateBoard, DeleteBoard, DeleteColumn, default_columns
from smartstad_desktop.usecases.inventory.inventory import AddProject, DeleteProjects, EditProject, SetConfidential
from smartstad_desktop.usecases.placing import PlaceCards
from smartstad_desktop.usecases.workshop.deciding import TakeSnapshot
from smartstad_desktop.usecases.workshop.round_phases import SetPhase
from smartstad_desktop.usecases.workshop.rounds import PlanRound
from smartstad_desktop.usecases.workshop.session_notes import AddNote
from smartstad_desktop.usecases.workshop.sessions import CreateSession, EditSession, EndSession, OpenSession
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workspaces import FixedClock


class Meeting:
    """A session on a board with three projects, whose clock moves a minute with each step."""

    def __init__(self, workspace: Workspace, clock: FixedClock) -> None:
        self.workspace, self.clock = workspace, clock
        self.projects: tuple[ProjectId, ...] = tuple(
            workspace.run(AddProject(fields={"title": title, "municipality_id": MunicipalityId(1)})).value
            for title in ("Sensornät", "Buss", "Chatt")
        )
        self.board: BoardId = workspace.run(
            CreateBoard(name="Vad gör vi?", columns=default_columns(Language.SV, 2027))
        ).value
        found = workspace.read(read_board, self.board)
        assert found is not None
        self.columns: tuple[ColumnId, ...] = tuple(column.id for column in found.columns)
        self.place(0, 0)
        self.session: SessionId = workspace.run(CreateSession(name="Workshop 3")).value
        workspace.run(EditSession(session=self.session, changes={"board": self.board}))
        self.round = workspace.run(
            PlanRound(session=self.session, method=Method.DOTS, projects=self.projects, seed=1)
        ).value
        self.run(OpenSession(session=self.session))

    def run(self, command: object) -> None:
        """Run a command a minute later."""
        self.clock.forward(minutes=1)
        self.workspace.run(command)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    def place(self, project: int, column: int) -> None:
        """Put a project in a column."""
        where = PlaceCards(board=self.board, projects=(self.projects[project],), column=self.columns[column])
        self.run(where)

    def note(self, kind: NoteKind, text: str, project: int) -> None:
        """Write down something about a project."""
        sheet = self.workspace.read(round_sheet, self.round)
        assert sheet is not None
        item = next(item for item in sheet.items if item.project == self.projects[project])
        self.run(AddNote(session=self.session, kind=kind, text=text, round_item=item.id))

    @property
    def told(self) -> Replay:
        """Return the replay as it is now."""
        found = self.workspace.read(replay, self.session)
        assert found is not None
        return found


@pytest.fixture
def meeting(workspace: Workspace, clock: FixedClock) -> Meeting:
    return Meeting(workspace, clock)


def lying(told: Replay, number: int) -> dict[str, list[str]]:
    return {
        column.name: [card.title for card in column.cards] for column in told.frames[number].columns if column.cards
    }


def test_moves_come_in_order_with_where_from_and_where_to(meeting: Meeting) -> None:
    meeting.place(1, 1)
    meeting.place(0, 1)
    told = meeting.told

    assert [frame.happened for frame in told.frames] == [Happened.OPENED, Happened.MOVED, Happened.MOVED]
    (first,), (second,) = told.frames[1].moves, told.frames[2].moves
    names = [column.name for column in told.frames[0].columns]
    assert (first.card.title, first.from_column, first.to_column, first.to_place) == ("Buss", None, names[1], 1)
    assert (second.card.title, second.from_column, second.to_column, second.to_place) == (
        "Sensornät",
        names[0],
        names[1],
        2,
    )
    assert lying(told, 0) == {names[0]: ["Sensornät"]}
    assert lying(told, 2) == {names[1]: ["Buss", "Sensornät"]}


def test_what_was_taken_back_did_not_happen(meeting: Meeting) -> None:
    meeting.place(1, 1)
    meeting.workspace.undo()
    meeting.place(2, 2)

    assert [move.card.title for frame in meeting.told.frames for move in frame.moves] == ["Chatt"]


def test_what_came_before_and_after_the_session_is_not_told(meeting: Meeting) -> None:
    meeting.place(1, 1)
    meeting.run(EndSession(session=meeting.session))
    meeting.place(2, 2)
    told = meeting.told

    assert [move.card.title for frame in told.frames for move in frame.moves] == ["Buss"]
    assert "Chatt" not in str(lying(told, -1))


def test_phases_and_snapshots_are_moments(meeting: Meeting) -> None:
    meeting.run(SetPhase(round=meeting.round, phase=Phase.SILENT))
    meeting.run(SetPhase(round=meeting.round, phase=Phase.REVEAL))
    meeting.run(TakeSnapshot(session=meeting.session, label="Före pausen"))
    told = meeting.told

    assert [(frame.happened, frame.phase, frame.label) for frame in told.frames[1:]] == [
        (Happened.PHASE, Phase.SILENT, ""),
        (Happened.PHASE, Phase.REVEAL, ""),
        (Happened.SNAPSHOT, Phase.REVEAL, "Före pausen"),
    ]
    assert told.frames[1].round == Lap(1)


def test_a_reason_stands_at_the_move_it_explains(meeting: Meeting) -> None:
    meeting.place(1, 1)
    meeting.note(NoteKind.REASON, "Pengarna finns.", 1)
    meeting.place(2, 2)
    meeting.place(1, 0)
    meeting.note(NoteKind.RESERVATION, "Vi är inte med.", 2)
    told = meeting.told

    assert [[reason.text for reason in frame.reasons] for frame in told.frames] == [
        [],
        ["Pengarna finns."],
        ["Vi är inte med."],
        [],
    ]


def test_a_reason_without_a_move_is_a_moment_of_its_own(meeting: Meeting) -> None:
    meeting.place(1, 1)
    meeting.note(NoteKind.REASON, "Den ligger rätt.", 0)
    told = meeting.told

    assert told.frames[-1].happened is Happened.NOTED
    assert told.frames[-1].reasons[0].text == "Den ligger rätt."
    assert lying(told, -1) == lying(told, -2)


def test_a_confidential_project_has_no_name_and_a_deleted_one_keeps_its(meeting: Meeting) -> None:
    meeting.place(1, 1)
    meeting.place(2, 1)
    meeting.run(SetConfidential(projects=(meeting.projects[1],), is_confidential=True, reason="Upphandling"))
    meeting.run(DeleteProjects(projects=(meeting.projects[2],)))
    told = meeting.told
    secret, gone = told.frames[1].moves[0].card, told.frames[2].moves[0].card

    assert (secret.title, secret.mark, secret.is_confidential) == ("", None, True)
    assert gone.title == "Chatt"


def test_the_board_told_is_the_one_the_session_decided_on(meeting: Meeting) -> None:
    meeting.place(1, 1)
    columns = default_columns(Language.SV, 2027)
    other: BoardId = meeting.workspace.run(CreateBoard(name="En annan", columns=columns)).value
    meeting.run(EndSession(session=meeting.session))
    before = meeting.told
    meeting.run(DeleteBoard(board=meeting.board))
    assert meeting.told == before
    meeting.workspace.undo()
    meeting.workspace.undo()

    meeting.run(EditSession(session=meeting.session, changes={"board": other}))
    told = meeting.told
    assert [frame.happened for frame in told.frames] == [Happened.OPENED, Happened.MOVED, Happened.BOARD]
    assert (told.frames[:2], lying(told, -1)) == (before.frames[:2], {})
    meeting.run(DeleteBoard(board=meeting.board))
    assert meeting.told == told


def test_what_a_project_is_called_and_who_leads_it_afterwards_is_not_told(meeting: Meeting) -> None:
    meeting.place(1, 1)
    meeting.run(EditProject(project=meeting.projects[0], changes={"title": "Sensornätet"}))
    meeting.run(EndSession(session=meeting.session))
    before = meeting.told
    changes = {"title": "Något helt annat", "municipality_id": MunicipalityId(2)}
    for project in meeting.projects[:2]:
        meeting.run(EditProject(project=project, changes=changes))
    meeting.run(EditProject(project=meeting.projects[1], changes={"title": "En gång till"}))
    assert meeting.told == before
    assert "Sensornätet" in str(lying(before, -1))
    meeting.run(DeleteProjects(projects=meeting.projects[:1]))
    assert meeting.told == before
    meeting.run(SetConfidential(projects=meeting.projects[1:2], is_confidential=True, reason="Upphandling"))
    assert "Buss" not in str(meeting.told)


def test_cards_of_a_column_that_is_deleted_are_told_to_come_from_there(meeting: Meeting) -> None:
    name = next(column.name for column in meeting.told.frames[-1].columns if column.cards)
    meeting.run(DeleteColumn(column=meeting.columns[0]))
    (move,) = meeting.told.frames[-1].moves

    assert (move.from_column, move.to_column) == (name, "")


def test_a_session_that_has_not_been_opened_has_nothing_to_replay(workspace: Workspace) -> None:
    planned: SessionId = workspace.run(CreateSession(name="Sedan")).value

    assert workspace.read(replay, planned) is None
