"""A node in the hand: within its column it is put in order, on a node of another column it is linked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from smartstad_desktop.domain.goals.chain import NodeRef
from smartstad_desktop.domain.goals.goals import ChainLevel
from smartstad_desktop.ui.goals.chain_column import ChainColumn, NodeList
from smartstad_desktop.ui.kit.drag import Dragging, Load


class ChainHand(QObject):
    """Follows the hand over all columns (see ``kit.drag.DragHost``)."""

    linked = Signal(object, object)
    moved = Signal(object, object)

    def __init__(self, page: QWidget, columns: Mapping[ChainLevel | None, ChainColumn]) -> None:
        super().__init__(page)
        self._columns = columns
        self.dragging = Dragging(page, self)
        for column in columns.values():
            self.dragging.watch(column.list)

    def lift(self, view: QAbstractItemView, at: QPoint) -> Load | None:
        """Return the node at *at*."""
        nodes = cast("NodeList", view)
        index = nodes.indexAt(at)
        row = nodes.rows.row_at(index)
        if row is None:
            return None
        place = nodes.visualRect(index)
        return Load(row.ref, nodes.viewport().grab(place), at - place.topLeft())

    def place_at(self, view: QAbstractItemView, at: QPoint, load: Load) -> object | None:
        """Return the row it would go before, or the node it would be linked to."""
        nodes, held = cast("NodeList", view), cast("NodeRef", load.value)
        index = nodes.indexAt(at)
        row = nodes.rows.row_at(index)
        if nodes.level is not held.level:
            return None if row is None else row.ref
        refs = [each.ref for each in nodes.rows.rows]
        gap = len(refs)
        if index.isValid():
            gap = index.row() + (at.y() > nodes.visualRect(index).center().y())
        own = refs.index(held)
        return None if gap in {own, own + 1} else gap

    def show_place(self, place: object | None) -> None:
        """Draw where it would land or what it would be linked to."""
        load = self.dragging.load
        level = cast("NodeRef", load.value).level if load else None
        for column in self._columns.values():
            is_own = load is not None and column.level is level
            column.list.show_landing(place if isinstance(place, int) and is_own else None)
            column.list.delegate.target = place if isinstance(place, NodeRef) else None
            column.list.viewport().update()

    def drop(self, load: Load, place: object) -> None:
        """Ask for the move or the link."""
        held = cast("NodeRef", load.value)
        if isinstance(place, NodeRef):
            self.linked.emit(held, place)
            return
        refs = [row.ref for row in self._columns[held.level].list.rows.rows]
        after = [ref for ref in refs[cast("int", place) :] if ref != held]
        self.moved.emit(held, after[0] if after else None)

    def lifted(self, load: Load | None) -> None:
        """Leave the node where it is seen: it stays there when it is linked."""
