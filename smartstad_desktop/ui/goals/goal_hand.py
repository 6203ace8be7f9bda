"""Goals in the hand: what is lifted from the tree, and where it would land (see ``kit.drag.DragHost``)."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractItemView, QListView

from smartstad_desktop.domain.goals.goal_tree import Line, Spot, landing
from smartstad_desktop.domain.values import GoalId
from smartstad_desktop.reads.goals.goals import GoalRow
from smartstad_desktop.ui.goals.goal_paint import INDENT, GoalDelegate
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.drag import Load
from smartstad_desktop.ui.kit.rows_model import RowsModel


class GoalHand:
    """Lets goals be dragged up and down, and to the right and left for their depth."""

    def __init__(
        self,
        view: QListView,
        *,
        rows: RowsModel[GoalRow],
        delegate: GoalDelegate,
        selected: Callable[[], tuple[GoalId, ...]],
        show_landing: Callable[[tuple[int, int] | None], None],
        ask: Callable[[tuple[GoalId, ...], Spot], None],
    ) -> None:
        self._view, self._rows, self._delegate = view, rows, delegate
        self._selected, self._show_landing, self._ask = selected, show_landing, ask

    def lift(self, view: QAbstractItemView, at: QPoint) -> Load | None:
        """Return the chosen goals when one of them lies at *at*, else the one that does."""
        index = self._view.indexAt(at)
        row = self._rows.row_at(index)
        if view is not self._view or row is None:
            return None
        chosen = self._selected()
        place = self._view.visualRect(index)
        held = chosen if row.id in chosen else (row.id,)
        return Load(held, self._view.viewport().grab(place), at - place.topLeft())

    def place_at(self, view: QAbstractItemView, at: QPoint, load: Load) -> object | None:
        """Return the gap, spot and depth the load would land in; each step to the right is one level deeper."""
        if view is not self._view:
            return None
        rows = self._rows
        index = self._view.indexAt(at)
        gap = len(rows.rows)
        if index.isValid():
            gap = index.row() + (at.y() > self._view.visualRect(index).center().y())
        held = cast("tuple[GoalId, ...]", load.value)
        own = next((row.depth for row in rows.rows if row.id == held[0]), 1)
        depth = max(1, own + round((at.x() - load.grip.x()) / theme.current().space(INDENT)))
        found = landing([Line(row.id, row.parent, row.depth) for row in rows.rows], held, gap, depth)
        return None if found is None else (gap, *found)

    def show_place(self, place: object | None) -> None:
        """Draw a line where the load would land."""
        if place is None:
            self._show_landing(None)
        else:
            gap, _spot, depth = cast("tuple[int, Spot, int]", place)
            self._show_landing((gap, depth))

    def drop(self, load: Load, place: object) -> None:
        """Ask to move what is in the hand."""
        _gap, spot, _depth = cast("tuple[int, Spot, int]", place)
        self._ask(cast("tuple[GoalId, ...]", load.value), spot)

    def lifted(self, load: Load | None) -> None:
        """Fade what has left its place."""
        held = frozenset(cast("tuple[GoalId, ...]", load.value)) if load else frozenset[GoalId]()
        self._delegate.held = held
        self._view.viewport().update()
