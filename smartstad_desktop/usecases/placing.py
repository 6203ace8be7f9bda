"""Putting projects on a board, moving their cards, and taking them off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from smartstad_desktop.domain import board as rules
from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.board import ColumnElsewhere, Lying
from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.values import BoardId, ColumnId, ProjectId
from smartstad_desktop.storage.tables.board import Board, BoardColumn, Placement
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.usecases.command import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCards:
    """Put projects into a column of a board, before a card or last; column None is the tray.

    They lie in the order given. A project that is not on the board yet comes onto it. One row is written per moved
    card, so that two copies of a file in which different cards were moved can still be joined.
    """

    board: BoardId
    projects: tuple[ProjectId, ...]
    column: ColumnId | None
    before: ProjectId | None = None

    def execute(self, tx: Transaction) -> None:
        """Move them; nothing changes when they lie there already.

        Raises:
            ColumnElsewhere: the column belongs to another board.
            RowGone: the column, a project or the card to go before is not there any more.
        """
        column = self._target(tx)
        if not self.projects:
            return
        lying = _lying(tx.session, self.board, self.column)
        if self.before is not None and self.before not in {*lying, *self.projects}:
            raise RowGone(kind=Placement.__tablename__, row_id=self.before)
        known = _placements(tx.session, self.board, self.projects) | lying
        cards = [Lying(project, placement.order_key) for project, placement in lying.items()]
        keys = rules.keys_after(cards, self.projects, self.before)
        for project, key in keys.items():
            placement = known.get(project)
            if placement is None:
                tx.get(Project, project)
                tx.session.add(Placement(board_id=self.board, project_id=project, column_id=self.column, order_key=key))
            else:
                placement.column_id, placement.order_key = self.column, key
        self._describe(tx, column, list(lying))

    def _target(self, tx: Transaction) -> BoardColumn | None:
        tx.get(Board, self.board)
        if self.column is None:
            return None
        column = tx.get(BoardColumn, self.column)
        if column.board_id != self.board:
            raise ColumnElsewhere(column=column.name)
        return column

    def _describe(self, tx: Transaction, column: BoardColumn | None, order: Sequence[ProjectId]) -> None:
        titles = tx.session.scalars(select(Project.title).where(Project.id.in_(self.projects[:1]))).all()
        tx.describe(count=len(set(self.projects)), title="".join(titles))
        if column is None:
            tx.describe(form="tray")
        else:
            tx.describe(column=column.name, place=rules.place_number(order, self.projects, self.before))


@dataclass(frozen=True, slots=True, kw_only=True)
class AddProjectsToBoard:
    """Put projects into the tray of a board; those that are on it already stay where they lie."""

    board: BoardId
    projects: tuple[ProjectId, ...]

    def execute(self, tx: Transaction) -> None:
        """Put them last in the tray.

        Raises:
            RowGone: the board or a project is not there any more.
        """
        board = tx.get(Board, self.board)
        known = _placements(tx.session, self.board, self.projects)
        new = [project for project in dict.fromkeys(self.projects) if project not in known]
        last = tx.session.scalar(
            select(func.max(Placement.order_key)).where(Placement.board_id == self.board, Placement.column_id.is_(None))
        )
        title = ""
        for project, key in zip(new, ordering.between_many(last, None, len(new)), strict=True):
            title = title or tx.get(Project, project).title
            tx.session.add(Placement(board_id=self.board, project_id=project, order_key=key))
        tx.describe(count=len(new), title=title, board=board.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveFromBoard:
    """Take projects off a board; they stay in the inventory."""

    board: BoardId
    projects: tuple[ProjectId, ...]

    def execute(self, tx: Transaction) -> None:
        """Take them off; those that are not on it are passed over."""
        board = tx.get(Board, self.board)
        known = _placements(tx.session, self.board, self.projects)
        titles = tx.session.scalars(select(Project.title).where(Project.id.in_(list(known)[:1]))).all()
        tx.describe(count=len(known), title="".join(titles), board=board.name)
        for placement in known.values():
            tx.session.delete(placement)


def _lying(session: Session, board: BoardId, column: ColumnId | None) -> dict[ProjectId, Placement]:
    """Return what lies in a column, from the top."""
    here = Placement.column_id.is_(None) if column is None else Placement.column_id == column
    query = select(Placement).where(Placement.board_id == board, here)
    found = session.scalars(query.order_by(Placement.order_key, Placement.id))
    return {ProjectId(placement.project_id): placement for placement in found}


def _placements(session: Session, board: BoardId, projects: Sequence[ProjectId]) -> dict[ProjectId, Placement]:
    query = select(Placement).where(Placement.board_id == board, Placement.project_id.in_(projects))
    return {ProjectId(placement.project_id): placement for placement in session.scalars(query)}
