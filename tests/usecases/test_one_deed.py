"""One deed is one step: what the console asks for together is taken back together."""

from __future__ import annotations

from smartstad_desktop.domain.values import Language, ProjectId, SessionId
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.reads.board import board as read_board
from smartstad_desktop.usecases.board import default_columns
from smartstad_desktop.usecases.workshop.agenda import AddAgendaItem
from smartstad_desktop.usecases.workshop.deciding import MakeSessionBoard
from smartstad_desktop.usecases.workshop.rounds import EditRound, PlanRound
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.sessions import sheet
from tests.support.voting import sheet_of
from tests.support.workspaces import dump


def test_what_belongs_together_is_one_step_and_taken_back_by_one_undo(
    workspace: Workspace, session: SessionId, projects: tuple[ProjectId, ...]
) -> None:
    before = dump(workspace)
    check = workspace.run(PlanRound(session=session, method=Method.FIST, titles=("Hela listan", "Turordningen"))).value
    assert [(item.number, item.title, item.project) for item in sheet_of(workspace, check).items] == [
        (1, "Hela listan", None),
        (2, "Turordningen", None),
    ]
    workspace.undo()

    mixed = PlanRound(session=session, method=Method.DOTS, projects=projects[:2], titles=("Något annat",), seed=1)
    made = workspace.run(mixed).value
    assert [item.title for item in sheet_of(workspace, made).items][2:] == ["Något annat"]
    workspace.run(EditRound(round=made, changes={"question": "Vad?", "marks": 5}, projects=projects[1:]))
    changed = sheet_of(workspace, made)
    assert (changed.question, {item.project for item in changed.items}) == ("Vad?", {*projects[1:], None})
    workspace.undo()
    assert {item.project for item in sheet_of(workspace, made).items} == {*projects[:2], None}
    workspace.undo()

    workspace.run(AddAgendaItem(session=session, title="Tyst", minutes=5, instruction=" Skriv själv "))
    assert sheet(workspace, session).agenda[0].instruction == "Skriv själv"
    workspace.undo()

    columns = default_columns(Language.SV, 2027)
    board = workspace.run(
        MakeSessionBoard(session=session, question="Vad gör vi?", columns=columns, projects=projects)
    ).value
    found = workspace.read(read_board, board)
    assert found is not None
    assert (found.board.name, found.board.question) == ("Workshop 3", "Vad gör vi?")
    assert [card.project for card in found.tray] == list(projects)
    assert sheet(workspace, session).board == board
    workspace.undo()

    assert dump(workspace) == before
