"""Deciding after a round: the result laid out as a proposal on the session's board, and how it stood kept as data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from smartstad_desktop.domain.board import Meaning
from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.values import BoardId, ColumnId, ProjectId, RoundId, SessionId
from smartstad_desktop.domain.workshop.meeting import NoBoard, NotRevealed, Phase, checked, is_revealed
from smartstad_desktop.domain.workshop.proposals import bands_proposed
from smartstad_desktop.domain.workshop.results import Tally
from smartstad_desktop.reads.board import board as read_board
from smartstad_desktop.reads.workshop.results import outcome, snapshot_of
from smartstad_desktop.storage.tables.board import Placement
from smartstad_desktop.storage.tables.workshop import Round, Snapshot
from smartstad_desktop.usecases.board import CreateBoard, NewColumn, columns_of
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.placing import AddProjectsToBoard, PlaceCards
from smartstad_desktop.usecases.workshop.rounds import called, open_session


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeSessionBoard:
    """Make a board called as the session and let the session decide on it; its value is the board's id."""

    session: SessionId
    columns: tuple[NewColumn, ...]
    question: str = ""
    projects: tuple[ProjectId, ...] = ()

    def execute(self, tx: Transaction) -> BoardId:
        """Make it.

        Raises:
            SessionEnded: the session has ended.
            FieldInvalid: the name or the question does not fit on a board.
        """
        row = open_session(tx, self.session)
        making = CreateBoard(
            name=row.name,
            question=self.question,
            occasion=row.occasion,
            columns=self.columns,
            projects=self.projects,
        )
        row.board_id = board = making.execute(tx)
        return board


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposePlaces:
    """Lay the round's projects on the session's board as the result has them; the group moves them from there.

    A project that somebody has put in a column already stays there. What the result does not place waits in the tray.
    """

    round: RoundId

    def execute(self, tx: Transaction) -> int:
        """Lay them out; the value is how many came into a column.

        Raises:
            NotRevealed: the room has not seen the result.
            NoBoard: the session has no board to decide on.
        """
        row = tx.get(Round, self.round)
        session = open_session(tx, SessionId(row.session_id))
        if not is_revealed(Phase(row.phase)):
            raise NotRevealed
        if session.board_id is None:
            raise NoBoard
        board = BoardId(session.board_id)
        found = outcome(tx.session.connection(), self.round)
        if found is None:
            raise RowGone(kind=Round.__tablename__, row_id=self.round)
        projects = {item.number: item.project for item in found.sheet.items if item.project is not None}
        lying = _lying(tx, board)
        AddProjectsToBoard(board=board, projects=tuple(projects.values())).execute(tx)
        tx.session.flush()
        count = 0
        columns = [(ColumnId(each.id), Meaning(each.meaning)) for each in columns_of(tx.session, board)]
        for column, numbers in proposed_columns(columns, found.tally):
            free = tuple(projects[number] for number in numbers if number in projects)
            moving = tuple(project for project in dict.fromkeys(free) if project not in lying)
            PlaceCards(board=board, projects=moving, column=column).execute(tx)
            tx.session.flush()
            lying |= frozenset(moving)
            count += len(moving)
        tx.words.clear()
        tx.describe(count=count, **called(tx, row))
        return count


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeSnapshot:
    """Keep how the board of a session, and a round of it, stand now; nothing later changes it."""

    session: SessionId
    round: RoundId | None = None
    label: str = ""

    def execute(self, tx: Transaction) -> None:
        """Keep it.

        Raises:
            SessionEnded: the session has ended; what is on the board now is not what it decided.
        """
        session = open_session(tx, self.session)
        contents: dict[str, Any] = {}
        if session.board_id is not None:
            contents["board"] = _board_as_data(tx, BoardId(session.board_id))
        if self.round is not None:
            contents["round"] = snapshot_of(tx.session.connection(), self.round)
        label = checked(self.label, "label")
        tx.session.add(
            Snapshot(session_id=session.id, round_id=self.round, at=tx.now.isoformat(), label=label, contents=contents)
        )
        tx.describe(title=label or session.name)


def proposed_columns(
    columns: Sequence[tuple[ColumnId, Meaning]], tally: Tally
) -> list[tuple[ColumnId, tuple[int, ...]]]:
    """Return which items the result puts in which column: the last band of what is sorted out goes to "not now"."""
    doing = [column for column, meaning in columns if meaning is Meaning.DO]
    waiting = [column for column, meaning in columns if meaning is Meaning.NOT_NOW]
    proposal = bands_proposed(tally, len(doing) or 1)
    target = doing or waiting
    pairs = [(target[min(number, len(target) - 1)], band) for number, band in enumerate(proposal.bands)]
    if pairs and waiting and len(pairs) > len(doing):
        pairs[-1] = (waiting[0], proposal.bands[-1])
    return pairs


def _lying(tx: Transaction, board: BoardId) -> frozenset[ProjectId]:
    """Return the projects that lie in a column."""
    query = select(Placement.project_id).where(Placement.board_id == board, Placement.column_id.is_not(None))
    return frozenset(ProjectId(each) for each in tx.session.scalars(query))


def _board_as_data(tx: Transaction, board: BoardId) -> dict[str, Any]:
    found = read_board(tx.session.connection(), board)
    if found is None:
        return {}
    return {
        "name": found.board.name,
        "columns": [{"name": each.name, "projects": [card.title for card in each.cards]} for each in found.columns],
        "waiting": [card.title for card in found.tray],
    }
