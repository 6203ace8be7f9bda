"""The wall knows what everybody may see, and cannot be made to know more."""

from __future__ import annotations

import pytest

from smartstad_desktop.domain.values import BoardId, Language, MunicipalityId, ProjectId, RoundId, SessionId
from smartstad_desktop.domain.workshop.meeting import NoteKind, Phase, Whose
from smartstad_desktop.domain.workshop.voting import EFFORT, IMPACT, Method
from smartstad_desktop.reads.workshop.audience import Scene, scene
from smartstad_desktop.reads.workshop.rounds import round_sheet
from smartstad_desktop.reads.workshop.sessions import session as read_session
from smartstad_desktop.usecases.board import CreateBoard, default_columns
from smartstad_desktop.usecases.inventory.inventory import AddProject, SetConfidential
from smartstad_desktop.usecases.workshop.agenda import AddAgendaItem, GoToAgendaItem
from smartstad_desktop.usecases.workshop.ballots import CastMarks, FinishBallot, NewMark
from smartstad_desktop.usecases.workshop.round_phases import SetPhase
from smartstad_desktop.usecases.workshop.rounds import PlanRound, RepeatRound
from smartstad_desktop.usecases.workshop.seats import AddSeats, Arrive, NewSeat
from smartstad_desktop.usecases.workshop.session_notes import AddNote
from smartstad_desktop.usecases.workshop.sessions import CreateSession, EditSession, OpenSession
from smartstad_desktop.usecases.workspace import Workspace

SECRET, CONCERN, NOTE, ROLE = "Hemlig vattentäkt", "Vi vågar inte", "Ring kommunjuristen", "Digitaliseringschef"


@pytest.fixture
def going_on(workspace: Workspace) -> tuple[SessionId, RoundId]:
    """A session in the silent phase of benefit × effort; all three municipalities have answered."""
    projects = [
        workspace.run(AddProject(fields={"title": title, "municipality_id": MunicipalityId(1)})).value
        for title in ("Sensornät", SECRET)
    ]
    workspace.run(SetConfidential(projects=(ProjectId(projects[1]),), is_confidential=True, reason="Säkerhet"))
    session: SessionId = workspace.run(CreateSession(name="Workshop 3")).value
    workspace.run(AddSeats(session=session, seats=(NewSeat(municipality=MunicipalityId(1), label=ROLE),)))
    board: BoardId = workspace.run(CreateBoard(name="Beslut", columns=default_columns(Language.SV, 2026))).value
    workspace.run(EditSession(session=session, changes={"board": board}))
    workspace.run(OpenSession(session=session))
    part = workspace.run(AddAgendaItem(session=session, title="Nytta och insats", minutes=20)).value
    workspace.run(GoToAgendaItem(item=part))
    round_id: RoundId = workspace.run(
        PlanRound(session=session, method=Method.IMPACT_EFFORT, projects=tuple(projects), agenda_item=part)
    ).value
    workspace.run(SetPhase(round=round_id, phase=Phase.SILENT))
    workspace.run(AddNote(session=session, kind=NoteKind.REMARK, text=NOTE))
    _answer(workspace, round_id, (9, 5, 1))
    return session, round_id


def _answer(workspace: Workspace, round_id: RoundId, values: tuple[int, ...]) -> None:
    sheet = workspace.read(round_sheet, round_id)
    assert sheet is not None
    for number, value in enumerate(values, 1):
        whose = Whose(municipality=MunicipalityId(number))
        marks = tuple(
            NewMark(item=item.id, value=value, axis=axis) for item in sheet.items for axis in (IMPACT, EFFORT)
        )
        workspace.run(CastMarks(round=round_id, whose=whose, marks=marks))
        workspace.run(FinishBallot(round=round_id, whose=whose, concern=CONCERN))


def _scene(workspace: Workspace, session: SessionId) -> Scene:
    found = workspace.read(scene, session)
    assert found is not None
    return found


@pytest.mark.parametrize("phase", list(Phase))
def test_no_phase_tells_what_is_private(
    workspace: Workspace, going_on: tuple[SessionId, RoundId], phase: Phase
) -> None:
    session, round_id = going_on
    workspace.run(SetPhase(round=round_id, phase=Phase.REVEAL))
    workspace.run(SetPhase(round=round_id, phase=phase))
    shown = repr(_scene(workspace, session))
    assert "Sensornät" in shown
    for private in (SECRET, CONCERN, NOTE, ROLE):
        assert private not in shown


@pytest.mark.parametrize("phase", [Phase.CLARIFY, Phase.SILENT])
def test_before_the_reveal_the_wall_counts_answers_and_knows_none(
    workspace: Workspace, going_on: tuple[SessionId, RoundId], phase: Phase
) -> None:
    session, round_id = going_on
    before = _scene(workspace, session)
    assert before.round is not None
    assert (before.round.done, before.round.asked) == (3, 3)
    workspace.run(SetPhase(round=round_id, phase=phase))
    hidden = _scene(workspace, session)
    _answer_again = {Phase.SILENT: (1, 1, 10)}.get(phase)
    if _answer_again is not None:
        _answer(workspace, round_id, _answer_again)
        assert _scene(workspace, session) == hidden
    assert hidden.round is not None
    assert hidden.round.results == ()
    assert hidden.round.agreement is None


def test_going_back_hides_again_and_a_second_round_shows_what_moved(
    workspace: Workspace, going_on: tuple[SessionId, RoundId]
) -> None:
    session, round_id = going_on
    workspace.run(SetPhase(round=round_id, phase=Phase.REVEAL))
    revealed = _scene(workspace, session).round
    assert revealed is not None
    first = revealed.results[0]
    assert first.y is not None
    assert first.y.mean == 5
    assert [value for _mark, value in first.y.by_municipality] == [9, 5, 1]
    workspace.run(SetPhase(round=round_id, phase=Phase.SILENT))
    hidden = _scene(workspace, session).round
    assert hidden is not None
    assert hidden.results == ()

    workspace.run(SetPhase(round=round_id, phase=Phase.REVEAL))
    second: RoundId = workspace.run(RepeatRound(round=round_id)).value
    workspace.run(SetPhase(round=second, phase=Phase.SILENT))
    _answer(workspace, second, (9, 9, 9))
    workspace.run(SetPhase(round=second, phase=Phase.REVEAL))
    shown = _scene(workspace, session).round
    assert shown is not None
    assert shown.is_second
    moved = shown.results[0].moved
    assert moved is not None
    assert (moved.from_point, moved.to_point) == ((5, 5), (9, 9))


def test_fewer_than_three_persons_are_not_told_apart(workspace: Workspace, going_on: tuple[SessionId, RoundId]) -> None:
    session, round_id = going_on
    small: RoundId = workspace.run(RepeatRound(round=round_id, is_second=False)).value
    workspace.run(SetPhase(round=small, phase=Phase.SILENT))
    _answer(workspace, small, (9, 2))
    workspace.run(SetPhase(round=small, phase=Phase.REVEAL))
    shown = _scene(workspace, session).round
    assert shown is not None
    assert shown.number == 2
    assert shown.results == ()


def test_the_board_is_shown_when_the_group_decides_with_what_is_confidential_masked(
    workspace: Workspace, going_on: tuple[SessionId, RoundId]
) -> None:
    session, round_id = going_on
    assert _scene(workspace, session).board is None
    workspace.run(SetPhase(round=round_id, phase=Phase.REVEAL))
    workspace.run(SetPhase(round=round_id, phase=Phase.DECIDE))
    board = _scene(workspace, session).board
    assert board is not None
    assert [column.name for column in board.columns][:2] == ["Nu", "Härnäst"]


def test_who_is_here_is_counted_by_municipality(workspace: Workspace, going_on: tuple[SessionId, RoundId]) -> None:
    session, _round = going_on
    sheet = workspace.read(read_session, session)
    assert sheet is not None
    workspace.run(Arrive(seats=tuple(seat.id for seat in sheet.seats)))
    shown = _scene(workspace, session)
    assert (shown.municipalities, shown.persons) == (3, 4)
