"""Stages and points in the hand: stages among stages, points among points or onto another stage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractItemView, QWidget

from smartstad_desktop.ui.kit.drag import Dragging, Load
from smartstad_desktop.ui.routines.moving_rows import MovingRows
from smartstad_desktop.ui.routines.paint import PointDelegate, StageDelegate


@dataclass(frozen=True, slots=True)
class Landing:
    """Where something would land: before a row of a list, or on a stage."""

    view: MovingRows
    gap: int | None = None
    stage: int | None = None


class RoutineHand:
    """Lets the rows of both lists be lifted (see ``kit.drag.DragHost``)."""

    def __init__(
        self,
        stages: MovingRows,
        points: MovingRows,
        give: Callable[[tuple[int, ...], int], object],
        over: QWidget,
    ) -> None:
        self._stages, self._points, self._give = stages, points, give
        self.dragging = Dragging(over, self)
        for view in (stages, points):
            self.dragging.watch(view)
            view.carry_asked.connect(lambda view=view: self._carry(view))

    def _carry(self, view: MovingRows) -> None:
        load = view.chosen_load()
        if load is not None:
            self.dragging.carry(load, view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).center()))

    def lift(self, view: QAbstractItemView, at: QPoint) -> Load | None:
        """Return what lies at *at*."""
        return cast("MovingRows", view).picture(at)

    def place_at(self, view: QAbstractItemView, at: QPoint, load: Load) -> object | None:
        """Return where the load would land; None where it lies already or may not land."""
        source, held = cast("tuple[MovingRows, tuple[int, ...]]", load.value)
        target = cast("MovingRows", view)
        if source is target:
            gap = target.gap_at(at)
            places = [number for number, key in enumerate(target.rows.keys) if key in held]
            together = places[-1] - places[0] + 1 == len(places)
            return None if together and places[0] <= gap <= places[-1] + 1 else Landing(target, gap=gap)
        index = target.indexAt(at)
        if source is self._stages or not index.isValid():
            return None
        stage = int(str(target.rows.keys[index.row()]))
        return None if (stage,) == self._stages.selected else Landing(target, stage=stage)

    def show_place(self, place: object | None) -> None:
        """Draw a line, or the stage that would take it, or nothing."""
        landing = place if isinstance(place, Landing) else None
        for view in (self._stages, self._points):
            view.show_landing(landing.gap if landing and landing.view is view else None)
        delegate = cast("StageDelegate", self._stages.itemDelegate())
        delegate.taking = landing.stage if landing else None
        self._stages.viewport().update()

    def drop(self, load: Load, place: object) -> None:
        """Ask to move what is in the hand."""
        _source, held = cast("tuple[MovingRows, tuple[int, ...]]", load.value)
        landing = cast("Landing", place)
        if landing.stage is not None:
            self._give(held, landing.stage)
            return
        after = [key for key in landing.view.rows.keys[landing.gap or 0 :] if key not in held]
        landing.view.move_asked.emit(held, after[0] if after else None)

    def lifted(self, load: Load | None) -> None:
        """Fade what has left its place."""
        held = frozenset[object]()
        if load is not None:
            held = frozenset(cast("tuple[MovingRows, tuple[int, ...]]", load.value)[1])
        for view in (self._stages, self._points):
            delegate = cast("StageDelegate | PointDelegate", view.itemDelegate())
            delegate.held = (
                held if load is not None and cast("tuple[MovingRows, object]", load.value)[0] is view else frozenset()
            )
            view.viewport().update()
