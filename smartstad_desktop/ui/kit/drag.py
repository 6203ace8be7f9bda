"""Picking up, moving and putting down, by mouse or finger, with a ghost over the views.

Own press, move and release instead of ``QDrag``: that returns at once offscreen and hangs a naive test elsewhere
(qt-notes 2.3). A finger arrives as a synthesised mouse, so the same code serves it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Protocol, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from typing_extensions import override

from smartstad_desktop.ui.kit.edge_scroll import EDGE_MS, edge_step
from smartstad_desktop.ui.kit.ghost import Ghost

#: A shorter way is a click: hands tremble.
THRESHOLD: Final = 6
#: How far beside a sheet something held still belongs to it.
BESIDE: Final = 10


@dataclass(frozen=True, slots=True)
class Load:
    """What is in the hand: any value the host knows, its picture, and where the hand holds the picture."""

    value: object
    picture: QPixmap
    grip: QPoint


class DragHost(Protocol):
    """Whatever lets things be dragged; a board does."""

    def lift(self, view: QAbstractItemView, at: QPoint) -> Load | None:
        """Return what lies at *at* in the viewport of *view*, or None when nothing there can be lifted."""
        ...

    def place_at(self, view: QAbstractItemView, at: QPoint, load: Load) -> object | None:
        """Return the place for *load* at *at* in the viewport of *view*, or None when it may not land there."""
        ...

    def show_place(self, place: object | None) -> None:
        """Show where the load would land, or nowhere."""
        ...

    def drop(self, load: Load, place: object) -> None:
        """Put *load* down: this is where a command is asked for."""
        ...

    def lifted(self, load: Load | None) -> None:
        """Show that *load* has left its place, or that nothing is in the hand any more."""
        ...


class Dragging(QObject):
    """Follows the pointer over the watched views of one host."""

    #: Carries where on the screen the pointer is, again and again while something is held: to scroll what lies around.
    held = Signal(QPoint)
    #: The hand was emptied without putting anything down.
    cancelled = Signal()

    def __init__(self, over: QWidget, host: DragHost) -> None:
        super().__init__(over)
        self._over = over
        self._host = host
        self._views: dict[QAbstractItemView, QWidget] = {}
        self._pressed: tuple[QAbstractItemView, QPoint] | None = None
        self._is_carried = False
        self._load: Load | None = None
        self._place: object | None = None
        self._pointer = QPoint()
        self.ghost = Ghost(over)
        self._edge = QTimer(self, interval=EDGE_MS)
        self._edge.timeout.connect(self._scroll_at_edge)

    def watch(self, view: QAbstractItemView, reach: QWidget | None = None) -> None:
        """Let things be lifted from *view* and land in it, also from above *reach*, the sheet around it.

        The view's own dragging is switched off.
        """
        view.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        view.viewport().installEventFilter(self)
        self._views[view] = reach or view.viewport()

    def forget(self, view: QAbstractItemView) -> None:
        """Watch *view* no longer; it is about to be removed."""
        if self._pressed is not None and self._pressed[0] is view:
            self.cancel()
        view.viewport().removeEventFilter(self)
        del self._views[view]

    @property
    def load(self) -> Load | None:
        """Return what is in the hand."""
        return self._load

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pointer; keep from the views what belongs to a drag."""
        kind = event.type()
        if kind is QEvent.Type.MouseButtonPress:
            return self._press(watched, cast("QMouseEvent", event))
        if kind is QEvent.Type.MouseMove and (self._pressed is not None or self._is_carried):
            return self._move(cast("QMouseEvent", event))
        if kind is QEvent.Type.MouseButtonRelease and self._pressed is not None:
            return self._release(cast("QMouseEvent", event))
        if kind is QEvent.Type.KeyPress and self._load is not None:
            return self._key(cast("QKeyEvent", event))
        return False

    def carry(self, load: Load, pointer: QPoint) -> None:
        """Take *load* up without holding a button: the next click puts it down, Esc or a click elsewhere gives up.

        This is the way for those who cannot press and move at once (WCAG 2.2, 2.5.7). *pointer* is on the screen.
        """
        self.cancel()
        self._is_carried = True
        self._take(load)
        self._follow(QPointF(pointer))

    def cancel(self) -> None:
        """Put everything back where it was."""
        if self._load is not None:
            self._end()
            self.cancelled.emit()
        self._pressed = None

    def _press(self, watched: QObject, event: QMouseEvent) -> bool:
        if self._load is not None:
            if self._is_carried and event.button() is Qt.MouseButton.LeftButton:
                self._put_down(event.globalPosition())
            else:
                # A second button during a drag, as a nervous hand does, gives up.
                self.cancel()
            return True
        if event.button() is Qt.MouseButton.LeftButton:
            view = next((each for each in self._views if each.viewport() is watched), None)
            self._pressed = None if view is None else (view, event.position().toPoint())
        return False

    def _move(self, event: QMouseEvent) -> bool:
        if self._is_carried:
            self._follow(event.globalPosition())
            return True
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self.cancel()
            return False
        if self._load is None and not self._begin(event.position().toPoint()):
            # Below the threshold the view must not begin a selection frame of its own.
            return True
        self._follow(event.globalPosition())
        return True

    def _begin(self, at: QPoint) -> bool:
        if self._pressed is None:
            return False
        view, start = self._pressed
        if (at - start).manhattanLength() < THRESHOLD:
            return False
        load = self._host.lift(view, start)
        if load is None:
            self._pressed = None
            return False
        self._take(load)
        return True

    def _take(self, load: Load) -> None:
        self._load = load
        self.ghost.show_picture(load.picture)
        self._host.lifted(load)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  there is one while widgets live
        self._edge.start()

    def _follow(self, pointer: QPointF) -> None:
        if self._load is None:
            return
        self._pointer = pointer.toPoint()
        above = QPoint(0, self.ghost.head)
        self.ghost.place(self._over.mapFromGlobal(self._pointer) - self._load.grip - above)
        self._find_place()

    def _find_place(self) -> None:
        if self._load is None:
            return
        view = self._view_under_pointer()
        at = None if view is None else view.viewport().mapFromGlobal(self._pointer)
        place = None if view is None or at is None else self._host.place_at(view, at, self._load)
        if place != self._place:
            self._place = place
            self._host.show_place(place)

    def _view_under_pointer(self) -> QAbstractItemView | None:
        for view, reach in self._views.items():
            # Between two sheets the nearer one takes it: nobody aims at the gap.
            room = reach.rect().adjusted(-BESIDE, 0, BESIDE, 0)
            if reach.isVisible() and room.contains(reach.mapFromGlobal(self._pointer)):
                return view
        return None

    def _release(self, event: QMouseEvent) -> bool:
        self._pressed = None
        if self._load is None:
            return False
        self._put_down(event.globalPosition())
        return True

    def _put_down(self, pointer: QPointF) -> None:
        load = self._load
        self._follow(pointer)
        place = self._place
        self._end()
        if load is None or place is None:
            self.cancelled.emit()
        else:
            self._host.drop(load, place)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        # Nothing else happens by key while a card is in the hand.
        return True

    def _end(self) -> None:
        self._edge.stop()
        application: Any = QApplication.instance()
        application.removeEventFilter(self)
        self.ghost.hide()
        self._is_carried = False
        self._load = None
        self._place = None
        self._host.show_place(None)
        self._host.lifted(None)

    def _scroll_at_edge(self) -> None:
        self.held.emit(self._pointer)
        view = self._view_under_pointer()
        if view is None:
            return
        at = view.viewport().mapFromGlobal(self._pointer)
        step = edge_step(view, at)
        if step:
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + step)
            self._find_place()
