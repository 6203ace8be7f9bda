"""Boards with invented projects for tests."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.values import BoardId, ColumnId, ProjectId
from smartstad_desktop.reads import board as reads
from smartstad_desktop.storage.tables.board import Board, BoardColumn
from smartstad_desktop.storage.tables.goals import Goal
from smartstad_desktop.storage.tables.inventory import Project, ProjectGoal, ProjectMunicipality
from smartstad_desktop.usecases.board import CreateBoard, NewColumn
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.placing import PlaceCards
from smartstad_desktop.usecases.workspace import Surroundings, Workspace
from tests.support.workspaces import FixedClock, SetUp

TITLES = (
    "Sensorer för smart snöröjning",
    "Digital tvilling för översvämning",
    "Självkörande buss till stationen",
    "Gemensam mobilitetstjänst på landsbygden",
    "Öppna data om badvatten och parkering",
    "Adaptiv belysning på cykelstråk",
    "Trygghetssensorer i hemmet",
    "Energidata för kommunens fastigheter",
)
COLUMNS = (NewColumn(name="Nu", years="2027"), NewColumn(name="Härnäst", years="2028"), NewColumn(name="Senare"))


@dataclass(frozen=True, slots=True, kw_only=True)
class AddInvented:
    """Add *count* invented projects over the three municipalities of the test programme."""

    count: int
    is_floor = True

    def execute(self, tx: Transaction) -> tuple[ProjectId, ...]:
        """Make the rows and return their ids."""
        goals = [Goal(key=f"G{number}", name_sv=f"Mål {number}", order_key=str(number)) for number in (1, 2)]
        tx.session.add_all(goals)
        made = [
            Project(
                key=f"prov-{number}",
                title=TITLES[number] if number < len(TITLES) else f"Påhittat projekt nummer {number + 1}",
                status=Status.PLANNED.value,
                municipality_id=number % 3 + 1,
                budget_total=510_000 + 10_000 * number,
            )
            for number in range(self.count)
        ]
        tx.session.add_all(made)
        tx.session.flush()
        for number, project in enumerate(made):
            tx.session.add(ProjectGoal(project_id=project.id, goal_id=goals[0].id, contribution=number % 4))
            if number % 2:
                tx.session.add(ProjectMunicipality(project_id=project.id, municipality_id=(number + 1) % 3 + 1))
        return tuple(ProjectId(project.id) for project in made)


@dataclass(frozen=True, slots=True)
class BoardUnderTest:
    """A board with three columns and where its projects lie."""

    workspace: Workspace
    id: BoardId
    columns: tuple[ColumnId, ...]
    projects: tuple[ProjectId, ...]

    def order(self) -> list[list[ProjectId]]:
        """Return what lies in the tray and in each column, from the top."""
        shown = self.workspace.read(reads.board, self.id)
        assert shown is not None
        return [
            [card.project for card in shown.tray],
            *([card.project for card in column.cards] for column in shown.columns),
        ]


def a_board(workspace: Workspace, *, tray: int = 2, lying: tuple[int, ...] = (3, 2, 0)) -> BoardUnderTest:
    """Make a board with *tray* projects waiting and so many *lying* in each column, by the real commands."""
    total = tray + sum(lying)
    projects: tuple[ProjectId, ...] = workspace.run(AddInvented(count=total)).value
    columns = tuple(
        COLUMNS[number] if number < len(COLUMNS) else NewColumn(name="Inte nu") for number in range(len(lying))
    )
    board: BoardId = workspace.run(
        CreateBoard(name="Provtavla", question="Vad gör vi först?", columns=columns, projects=projects)
    ).value
    shown = workspace.read(reads.board, board)
    assert shown is not None
    ids = tuple(column.id for column in shown.columns)
    at = tray
    for column, count in zip(ids, lying, strict=True):
        workspace.run(PlaceCards(board=board, projects=projects[at : at + count], column=column))
        at += count
    return BoardUnderTest(workspace, board, ids, projects)


def make_board(path: Path) -> None:
    """Write a file with the small programme and such a board, for those who need many copies of it."""
    with Workspace.create(path, Surroundings(clock=FixedClock(), actor="test")) as made:
        made.run(SetUp())
        a_board(made)


def the_board(workspace: Workspace) -> BoardUnderTest:
    """Return the board of a copy of that file."""
    return workspace.read(_the_board, workspace)


def _the_board(connection: Connection, workspace: Workspace) -> BoardUnderTest:
    board = BoardId(connection.scalars(select(Board.id)).one())
    columns = connection.scalars(
        select(BoardColumn.id).where(BoardColumn.board_id == board).order_by(BoardColumn.order_key)
    )
    projects = connection.scalars(select(Project.id).order_by(Project.id))
    return BoardUnderTest(workspace, board, tuple(map(ColumnId, columns)), tuple(map(ProjectId, projects)))
