"""What the window and the wall are given of a board."""

from __future__ import annotations

from dataclasses import dataclass

from smartstad_desktop.reads import board as reads
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.placing import RemoveFromBoard
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.boards import a_board


@dataclass(frozen=True, slots=True, kw_only=True)
class Conceal:
    """Mark a project as confidential."""

    project: int
    is_floor = True

    def execute(self, tx: Transaction) -> None:
        project = tx.get(Project, self.project)
        project.is_confidential, project.confidentiality_reason = True, "Anbudssekretess"


def test_cards_carry_what_they_show(workspace: Workspace) -> None:
    board = a_board(workspace, tray=1, lying=(2, 0, 1))
    shown = workspace.read(reads.board, board.id)
    assert shown is not None
    assert (shown.board.placed, shown.board.total) == (3, 4)
    second = shown.columns[0].cards[0]
    assert second.title == "Digital tvilling för översvämning"
    assert [mark.letters for mark in second.marks] == ["HB", "BÅ"]
    assert second.marks[0].name == "Helsingborg"
    assert (second.budget, second.squares) == (520_000, 1)


def test_the_list_of_boards_counts_what_is_placed(workspace: Workspace) -> None:
    board = a_board(workspace, tray=3, lying=(2, 1, 0))
    (row,) = workspace.read(reads.boards)
    assert (row.id, row.placed, row.total) == (board.id, 3, 6)
    assert workspace.read(reads.board, row.id) is not None


def test_the_audience_sees_that_a_project_is_confidential_and_nothing_else(workspace: Workspace) -> None:
    board = a_board(workspace, tray=1, lying=(2, 0, 0))
    for project in (board.projects[0], board.projects[2]):
        workspace.run(Conceal(project=project))
    shown = workspace.read(reads.audience_board, board.id)
    assert shown is not None
    hidden = [shown.tray[0], shown.columns[0].cards[1]]
    assert hidden == [
        reads.Card(project=board.projects[0], title="", is_confidential=True),
        reads.Card(project=board.projects[2], title="", is_confidential=True),
    ]
    assert shown.columns[0].cards[0].title
    operator = workspace.read(reads.board, board.id)
    assert operator is not None
    assert operator.tray[0].title == "Sensorer för smart snöröjning"


def test_candidates_are_the_projects_not_on_the_board(workspace: Workspace) -> None:
    board = a_board(workspace)
    assert workspace.read(reads.candidates, board.id) == ()
    workspace.run(RemoveFromBoard(board=board.id, projects=board.projects[:2]))
    assert {row.project for row in workspace.read(reads.candidates, board.id)} == set(board.projects[:2])
