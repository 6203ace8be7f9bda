"""Boards, their columns and the moving of cards: effect, refusal, and undo that restores exactly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from smartstad_desktop.domain import board as rules
from smartstad_desktop.domain import errors
from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.values import BoardId, ColumnId, Language, ProjectId
from smartstad_desktop.reads import board as reads
from smartstad_desktop.text.steps import step_name
from smartstad_desktop.usecases import board as boards
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.placing import AddProjectsToBoard, PlaceCards, RemoveFromBoard
from smartstad_desktop.usecases.workspace import Surroundings, Workspace
from tests.support.boards import BoardUnderTest, make_board, the_board
from tests.support.made_once import MadeOnce
from tests.support.workspaces import dump


@pytest.fixture
def workspace(tmp_path: Path, made_once: MadeOnce, surroundings: Surroundings) -> Iterator[Workspace]:
    """The small programme with a board."""
    path = made_once.copy("board.smartstad", make_board, tmp_path)
    with Workspace.open(path, replace(surroundings, backups=None)) as opened:
        yield opened


@pytest.fixture
def board(workspace: Workspace) -> BoardUnderTest:
    """Two projects in the tray; three, two and none in the columns."""
    return the_board(workspace)


EXAMPLES: dict[str, Callable[[BoardUnderTest], Command]] = {
    "CreateBoard": lambda b: boards.CreateBoard(
        name="Ny", columns=boards.default_columns(Language.SV, 2026), projects=b.projects
    ),
    "EditBoard": lambda b: boards.EditBoard(board=b.id, question="Vad väntar vi med?", timer_minutes=5),
    "DeleteBoard": lambda b: boards.DeleteBoard(board=b.id),
    "AddColumn": lambda b: boards.AddColumn(board=b.id, name="Parkering", before=b.columns[1]),
    "EditColumn": lambda b: boards.EditColumn(column=b.columns[0], name="Genast", years="", meaning=rules.Meaning.DO),
    "MoveColumn": lambda b: boards.MoveColumn(column=b.columns[2], before=b.columns[0]),
    "DeleteColumn": lambda b: boards.DeleteColumn(column=b.columns[0]),
    "PlaceCards": lambda b: PlaceCards(
        board=b.id, projects=(b.projects[0], b.projects[6]), column=b.columns[0], before=b.projects[3]
    ),
    "PlaceCards to the tray": lambda b: PlaceCards(board=b.id, projects=b.projects[2:4], column=None),
    "RemoveFromBoard": lambda b: RemoveFromBoard(board=b.id, projects=b.projects[1:4]),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_undo_restores_and_redo_repeats(board: BoardUnderTest, name: str) -> None:
    workspace = board.workspace
    before = dump(workspace)
    outcome = workspace.run(EXAMPLES[name](board))
    after = dump(workspace)
    assert after != before
    step = workspace.to_undo()
    assert step is not None
    assert outcome.step == step.id
    assert "{" not in step_name(step.command, step.parameters)
    workspace.undo()
    assert dump(workspace) == before
    workspace.redo()
    assert dump(workspace) == after


def test_projects_come_into_the_tray_and_undo_takes_them_off(board: BoardUnderTest) -> None:
    workspace = board.workspace
    other: BoardId = workspace.run(
        boards.CreateBoard(name="Ny", columns=boards.default_columns(Language.NB, 2026))
    ).value
    before = dump(workspace)
    workspace.run(AddProjectsToBoard(board=other, projects=board.projects[:3]))
    workspace.run(AddProjectsToBoard(board=other, projects=board.projects[2:5]))
    shown = workspace.read(reads.board, other)
    assert shown is not None
    assert [card.project for card in shown.tray] == list(board.projects[:5])
    assert [column.name for column in shown.columns] == ["Nå", "Neste", "Senere", "Ikke nå"]
    assert [column.years for column in shown.columns] == ["2027", "2028", "2029–", ""]
    workspace.undo()
    workspace.undo()
    assert dump(workspace) == before


def test_several_cards_lie_in_the_order_given_and_each_writes_one_row(board: BoardUnderTest) -> None:
    tray1, tray2, nu1, nu2, nu3, next1, next2 = board.projects
    outcome = board.workspace.run(
        PlaceCards(board=board.id, projects=(next2, tray1), column=board.columns[0], before=nu2)
    )
    assert board.order() == [[tray2], [nu1, next2, tray1, nu2, nu3], [next1], []]
    assert len(outcome.changes.rows) == 2
    assert outcome.changes.kinds == {Kind.PLACEMENT}
    board.workspace.undo()
    assert board.order() == [[tray1, tray2], [nu1, nu2, nu3], [next1, next2], []]


def test_moving_within_a_column_and_onto_itself(board: BoardUnderTest) -> None:
    _tray1, _tray2, nu1, nu2, nu3, *_rest = board.projects
    board.workspace.run(PlaceCards(board=board.id, projects=(nu1,), column=board.columns[0]))
    assert board.order()[1] == [nu2, nu3, nu1]
    assert (
        board.workspace.run(PlaceCards(board=board.id, projects=(nu3,), column=board.columns[0], before=nu3)).step
        is None
    )
    assert (
        board.workspace.run(PlaceCards(board=board.id, projects=(nu2, nu3), column=board.columns[0], before=nu1)).step
        is None
    )


def test_the_step_says_where_the_card_went(board: BoardUnderTest) -> None:
    workspace = board.workspace

    def name() -> str:
        step = workspace.to_undo()
        assert step is not None
        return step_name(step.command, step.parameters)

    workspace.run(
        PlaceCards(board=board.id, projects=board.projects[:1], column=board.columns[0], before=board.projects[4])
    )
    assert name() == "Flytta ”Sensorer för smart snöröjning” till plats 3 i Nu"
    workspace.run(PlaceCards(board=board.id, projects=board.projects[:2], column=board.columns[1]))
    assert name() == "Flytta 2 projekt till Härnäst"
    workspace.run(PlaceCards(board=board.id, projects=board.projects[:1], column=None))
    assert name() == "Flytta tillbaka ”Sensorer för smart snöröjning” till ej placerade"


def test_a_project_from_outside_the_board_can_be_placed_at_once(board: BoardUnderTest) -> None:
    workspace = board.workspace
    workspace.run(RemoveFromBoard(board=board.id, projects=board.projects[:1]))
    workspace.run(PlaceCards(board=board.id, projects=board.projects[:1], column=board.columns[2]))
    assert board.order()[3] == [board.projects[0]]


def test_a_deleted_column_leaves_its_cards_in_the_tray_in_order(board: BoardUnderTest) -> None:
    tray1, tray2, nu1, nu2, nu3, *_rest = board.projects
    board.workspace.run(boards.DeleteColumn(column=board.columns[0]))
    assert board.order()[0] == [tray1, tray2, nu1, nu2, nu3]


def test_columns_stand_where_they_were_moved(board: BoardUnderTest) -> None:
    workspace, (first, second, third) = board.workspace, board.columns
    workspace.run(boards.MoveColumn(column=first))
    shown = workspace.read(reads.board, board.id)
    assert shown is not None
    assert [column.id for column in shown.columns] == [second, third, first]
    assert workspace.run(boards.MoveColumn(column=third, before=first)).step is None


@pytest.mark.parametrize(
    ("command", "error"),
    [
        (lambda b: PlaceCards(board=b.id, projects=b.projects[:1], column=ColumnId(999)), errors.RowGone),
        (lambda b: PlaceCards(board=b.id, projects=(ProjectId(999),), column=b.columns[0]), errors.RowGone),
        (
            lambda b: PlaceCards(board=b.id, projects=b.projects[:1], column=b.columns[0], before=b.projects[6]),
            errors.RowGone,
        ),
        (lambda b: boards.EditColumn(column=b.columns[0], name=" "), rules.NameMissing),
        (lambda b: boards.EditBoard(board=b.id, timer_minutes=0), rules.TimerInvalid),
    ],
)
def test_refusals_change_nothing(
    board: BoardUnderTest, command: Callable[[BoardUnderTest], Command], error: type[errors.RuleError]
) -> None:
    before = dump(board.workspace)
    with pytest.raises(error):
        board.workspace.run(command(board))
    assert dump(board.workspace) == before


def test_a_column_of_another_board_and_the_last_column_are_refused(board: BoardUnderTest) -> None:
    workspace = board.workspace
    other: BoardId = workspace.run(boards.CreateBoard(name="Ny", columns=(boards.NewColumn(name="Enda"),))).value
    shown = workspace.read(reads.board, other)
    assert shown is not None
    with pytest.raises(rules.ColumnElsewhere):
        workspace.run(PlaceCards(board=board.id, projects=board.projects[:1], column=shown.columns[0].id))
    with pytest.raises(rules.LastColumn):
        workspace.run(boards.DeleteColumn(column=shown.columns[0].id))
