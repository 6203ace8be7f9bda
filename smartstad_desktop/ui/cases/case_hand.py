"""A case in the hand: over the column of another stage it can be put down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.cases.case_column import CaseColumn
from smartstad_desktop.ui.kit.drag import Dragging, Load


class CaseTable(Protocol):
    """What the hand knows of the board."""

    columns: list[CaseColumn]
    is_locked: bool

    def chosen(self) -> int | None:
        """Return the chosen case."""
        ...

    def choose(self, case: int | None, *, take_keys: bool = True) -> None:
        """Choose exactly *case*."""
        ...


class CaseHand(QObject):
    """Follows the hand over all columns (see ``kit.drag.DragHost``)."""

    #: Carries a case and the stage it was put down in.
    moved = Signal(int, int)

    def __init__(self, board: QWidget, table: CaseTable) -> None:
        super().__init__(board)
        self._board = table
        self.dragging = Dragging(board, self)

    def take_up(self) -> None:
        """Take the chosen case up; the next click puts it down."""
        case = self._board.chosen()
        view = next((column.list for column in self._columns if case in column.list.ids), None)
        if case is None or view is None or self._board.is_locked or self._of(view).stage.id is None:
            return
        place = view.visualRect(view.rows.index_of(case))
        pointer = QCursor.pos()
        if not view.viewport().rect().contains(view.viewport().mapFromGlobal(pointer)):
            pointer = view.viewport().mapToGlobal(place.center())
        self.dragging.carry(Load(case, view.viewport().grab(place), place.center() - place.topLeft()), pointer)

    def lift(self, view: QAbstractItemView, at: QPoint) -> Load | None:
        """Return the case at *at*; what is over stays where it is."""
        column = self._of(view)
        index = column.list.indexAt(at)
        row = column.list.rows.row_at(index)
        if row is None or self._board.is_locked or column.stage.id is None:
            return None
        self._board.choose(row.id)
        place = column.list.visualRect(index)
        return Load(row.id, column.list.viewport().grab(place), at - place.topLeft())

    def place_at(self, view: QAbstractItemView, at: QPoint, load: Load) -> object | None:  # noqa: ARG002  a stage has no order
        """Return the stage of the column, unless the case is there already."""
        column = self._of(view)
        return None if load.value in column.list.ids else column.stage.id

    def show_place(self, place: object | None) -> None:
        """Show where it would land."""
        name = ""
        for column in self._columns:
            is_target = place is not None and column.stage.id == place
            column.list.set_target(is_target=is_target)
            name = _("Move to {stage}", stage=column.stage.name) if is_target else name
        self.dragging.ghost.show_name(name)

    def drop(self, load: Load, place: object) -> None:
        """Ask for the move."""
        if isinstance(load.value, int) and isinstance(place, int):
            self.moved.emit(load.value, place)

    def lifted(self, load: Load | None) -> None:
        """Show the case faintly where it came from, and a closed hand."""
        case = load.value if load is not None and isinstance(load.value, int) else None
        for column in self._columns:
            column.list.set_lifted(case)
        if load is None:
            QApplication.restoreOverrideCursor()
        else:
            QApplication.setOverrideCursor(Qt.CursorShape.ClosedHandCursor)

    @property
    def _columns(self) -> Sequence[CaseColumn]:
        return self._board.columns

    def _of(self, view: QAbstractItemView) -> CaseColumn:
        return next(column for column in self._columns if column.list is view)
