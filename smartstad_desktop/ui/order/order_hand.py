"""Projects in the hand over the order: dragged, or taken up and put down with two clicks."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from smartstad_desktop.ui.kit.drag import Dragging, Load
from smartstad_desktop.ui.kit.rows_model import RowsModel
from smartstad_desktop.ui.order.outlook import Line


class LinesHeld(Protocol):
    """What the hand needs to know of the table."""

    rows: RowsModel[Line]
    #: So many lines from the top have a place.
    placed: int

    def show_landing(self, row: int | None) -> None:
        """Draw a line above *row*, or nowhere."""
        ...

    def ask(self, project: int, place: int) -> None:
        """Ask to put a project at *place*."""
        ...


class OrderHand:
    """The hand over one table. What it puts down is asked about first: a place by hand needs a reason."""

    def __init__(self, table: LinesHeld, view: QTableView, over: QWidget) -> None:
        self._table, self._view = table, view
        self.dragging = Dragging(over, self)
        self.dragging.watch(view)

    def carry(self) -> None:
        """Take the chosen project up; the next click puts it down."""
        number = self._view.currentIndex().row()
        place, pointer = self._place_of(number), QCursor.pos()
        load = self._load(number, QPoint(self._view.viewport().mapFromGlobal(pointer).x(), place.height() // 2))
        if load is not None:
            self.dragging.carry(load, pointer)

    def lift(self, view: QAbstractItemView, at: QPoint) -> Load | None:
        """Return the project at *at*."""
        index = self._view.indexAt(at)
        return self._load(index.row(), at - self._place_of(index.row()).topLeft()) if view is self._view else None

    def _load(self, number: int, grip: QPoint) -> Load | None:
        lines = self._table.rows.rows
        # As computed the places are nobody's to give; and what has no score has no place.
        is_decided = all(line.row.final_place == at for at, line in enumerate(lines[: self._table.placed], 1))
        if not is_decided or not 0 <= number < self._table.placed:
            return None
        picture = self._view.viewport().grab(self._place_of(number))
        return Load(int(lines[number].row.project.id), picture, grip)

    def _place_of(self, number: int) -> QRect:
        view = self._view
        return QRect(0, view.rowViewportPosition(number), view.viewport().width(), view.rowHeight(number))

    def place_at(self, view: QAbstractItemView, at: QPoint, load: Load) -> object | None:
        """Return the row the project would stand before; None where it stands already."""
        if view is not self._view:
            return None
        number = self._view.rowAt(at.y())
        gap = self._table.placed if number < 0 else number + (at.y() > self._place_of(number).center().y())
        gap = min(gap, self._table.placed)
        here = self._table.rows.index_of(load.value).row()
        return None if gap in {here, here + 1} else gap

    def show_place(self, place: object | None) -> None:
        """Draw a line where the project would land."""
        self._table.show_landing(place if isinstance(place, int) else None)

    def drop(self, load: Load, place: object) -> None:
        """Ask to put it there."""
        project, gap = cast("int", load.value), cast("int", place)
        here = self._table.rows.index_of(project).row()
        self._table.ask(project, gap + 1 if gap <= here else gap)

    def lifted(self, load: Load | None) -> None:
        """Leave the line as it is: the ghost tells what is held."""
