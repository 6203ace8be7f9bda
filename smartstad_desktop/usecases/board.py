"""What a group can do with boards and their columns; moving cards is in ``usecases.placing``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from smartstad_desktop.domain import board as rules
from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.board import Meaning
from smartstad_desktop.domain.values import BoardId, ColumnId, Language, ProjectId
from smartstad_desktop.storage.tables.board import Board, BoardColumn, Placement
from smartstad_desktop.usecases import seeds
from smartstad_desktop.usecases.command import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class NewColumn:
    """A column that a new board starts with."""

    name: str
    years: str = ""
    meaning: Meaning = Meaning.DO


def default_columns(language: Language, this_year: int) -> tuple[NewColumn, ...]:
    """Return the columns a board usually has, as Now, Next, Later and Not now, with years from *this_year* on."""
    seed = seeds.template("empty").boards[0]
    return tuple(
        NewColumn(
            name=column.name.in_language(language), years=column.years(this_year), meaning=Meaning(column.meaning)
        )
        for column in seed.columns
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateBoard:
    """Make a board; its value is the board's id. *projects* lie in the tray from the start."""

    name: str
    question: str = ""
    occasion: str = ""
    timer_minutes: int = 20
    columns: tuple[NewColumn, ...]
    projects: tuple[ProjectId, ...] = ()

    def execute(self, tx: Transaction) -> BoardId:
        """Make it, last among the boards."""
        session = tx.session
        board = Board(
            name=rules.checked_name(self.name),
            question=_question(self.question),
            occasion=_question(self.occasion, "occasion"),
            timer_minutes=rules.checked_minutes(self.timer_minutes),
            order_key=ordering.between(session.scalar(select(func.max(Board.order_key))), None),
        )
        session.add(board)
        session.flush()
        for column, key in zip(self.columns, ordering.evenly(len(self.columns)), strict=True):
            session.add(_column(BoardId(board.id), column, key))
        for project, key in zip(self.projects, ordering.evenly(len(self.projects)), strict=True):
            session.add(Placement(board_id=board.id, project_id=project, order_key=key))
        tx.describe(title=board.name)
        return BoardId(board.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditBoard:
    """Change what a board is called, asks, is for, or how long its timer runs; None leaves as it is."""

    board: BoardId
    name: str | None = None
    question: str | None = None
    occasion: str | None = None
    timer_minutes: int | None = None

    def execute(self, tx: Transaction) -> None:
        """Change it."""
        board = tx.get(Board, self.board)
        if self.name is not None:
            board.name = rules.checked_name(self.name)
        if self.question is not None:
            board.question = _question(self.question)
        if self.occasion is not None:
            board.occasion = _question(self.occasion, "occasion")
        if self.timer_minutes is not None:
            board.timer_minutes = rules.checked_minutes(self.timer_minutes)
        tx.describe(title=board.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteBoard:
    """Delete a board with its columns; the projects stay in the inventory."""

    board: BoardId

    def execute(self, tx: Transaction) -> None:
        """Delete it."""
        board = tx.get(Board, self.board)
        tx.describe(title=board.name)
        tx.session.delete(board)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddColumn:
    """Add a column to a board, before another one or last; its value is the column's id."""

    board: BoardId
    name: str
    years: str = ""
    meaning: Meaning = Meaning.DO
    before: ColumnId | None = None

    def execute(self, tx: Transaction) -> ColumnId:
        """Add it."""
        tx.get(Board, self.board)
        low, high = _neighbours(columns_of(tx.session, self.board), self.before)
        new = NewColumn(name=self.name, years=self.years, meaning=self.meaning)
        column = _column(self.board, new, ordering.between(low, high))
        tx.session.add(column)
        tx.session.flush()
        tx.describe(title=column.name)
        return ColumnId(column.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditColumn:
    """Change the name, the years or the meaning of a column; None leaves as it is."""

    column: ColumnId
    name: str | None = None
    years: str | None = None
    meaning: Meaning | None = None

    def execute(self, tx: Transaction) -> None:
        """Change it."""
        column = tx.get(BoardColumn, self.column)
        if self.name is not None:
            column.name = rules.checked_name(self.name)
        if self.years is not None:
            column.years = rules.checked_name(self.years, "years", is_optional=True)
        if self.meaning is not None:
            column.meaning = self.meaning.value
        tx.describe(title=column.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveColumn:
    """Put a column before another one of its board, or last; its cards go with it."""

    column: ColumnId
    before: ColumnId | None = None

    def execute(self, tx: Transaction) -> None:
        """Move it; nothing changes when it stands there already."""
        column = tx.get(BoardColumn, self.column)
        tx.describe(title=column.name)
        columns = columns_of(tx.session, BoardId(column.board_id))
        at = columns.index(column)
        following = columns[at + 1].id if at + 1 < len(columns) else None
        if self.before in {column.id, following}:
            return
        others = [each for each in columns if each is not column]
        low, high = _neighbours(others, self.before)
        column.order_key = ordering.between(low, high)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteColumn:
    """Delete a column; its cards go to the end of the tray, in their order."""

    column: ColumnId

    def execute(self, tx: Transaction) -> None:
        """Delete it.

        Raises:
            LastColumn: the board has no other.
        """
        session = tx.session
        column = tx.get(BoardColumn, self.column)
        board = BoardId(column.board_id)
        if len(columns_of(session, board)) == 1:
            raise rules.LastColumn
        last = session.scalar(
            select(func.max(Placement.order_key)).where(Placement.board_id == board, Placement.column_id.is_(None))
        )
        cards = session.scalars(
            select(Placement).where(Placement.column_id == column.id).order_by(Placement.order_key, Placement.id)
        ).all()
        for card, key in zip(cards, ordering.between_many(last, None, len(cards)), strict=True):
            card.column_id, card.order_key = None, key
        session.flush()
        tx.describe(title=column.name)
        session.delete(column)


def columns_of(session: Session, board: BoardId) -> list[BoardColumn]:
    """Return the columns of *board* from left to right."""
    query = select(BoardColumn).where(BoardColumn.board_id == board)
    return list(session.scalars(query.order_by(BoardColumn.order_key, BoardColumn.id)))


def _column(board: BoardId, new: NewColumn, key: str) -> BoardColumn:
    values: dict[str, Any] = {"board_id": board, "meaning": new.meaning.value, "order_key": key}
    years = rules.checked_name(new.years, "years", is_optional=True)
    return BoardColumn(name=rules.checked_name(new.name), years=years, **values)


def _neighbours(columns: Iterable[BoardColumn], before: ColumnId | None) -> tuple[str | None, str | None]:
    """Return the keys of the columns that a place before *before* lies between."""
    low: str | None = None
    for column in columns:
        if column.id == before:
            return low, column.order_key
        low = column.order_key
    return low, None


def _question(text: str, field: str = "question") -> str:
    return rules.checked_name(text, field, rules.QUESTION_LIMIT, is_optional=True)
