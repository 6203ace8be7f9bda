"""A list whose rows have an order people decide: moved by drag, two clicks, Alt and the arrows, or the menu."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QCursor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.drag import Dragging, Load
from smartstad_desktop.ui.kit.rows_model import RowsModel, SelectionKeeper
from smartstad_desktop.ui.kit.theme import Role

T = TypeVar("T")
Keys = tuple[Hashable, ...]


class MovingList(QListView, Generic[T]):
    """The list. It changes nothing itself: it asks for moves and removals."""

    #: The row to show beside the list; carries its key, or None.
    chosen = Signal(object)
    #: Carries the keys of the rows and the one to go before, or None for last.
    move_asked = Signal(object, object)
    #: Carries the keys of the rows.
    removal_asked = Signal(object)

    def __init__(self, rows: RowsModel[T], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self.setModel(rows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAccessibleName(name)
        self.is_open = True
        self._place: int | None = None
        self._keeper = SelectionKeeper(self, rows)
        self.selectionModel().currentChanged.connect(self._tell)

    def hold_over(self, over: QWidget) -> None:
        """Let rows be lifted; what is held lies over *over*."""
        self.dragging = Dragging(over, self)
        self.dragging.watch(self)

    @property
    def selected(self) -> Keys:
        """Return the keys of the chosen rows, from the top down."""
        return self.rows.keys_at(self.selectionModel().selectedIndexes())

    def choose(self, key: Hashable | None) -> None:
        """Choose a row, as if it had been clicked; without a key the first one."""
        index = self.rows.index_of(key) if key is not None else self.rows.index(0, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _tell(self) -> None:
        index = self.currentIndex()
        self.chosen.emit(self.rows.keys[index.row()] if index.isValid() else None)

    # Asking

    def move_by(self, step: int) -> None:
        """Ask to move the chosen rows one place up or down."""
        chosen = self.selected
        if not chosen or not self.is_open:
            return
        keys = list(self.rows.keys)
        places = [keys.index(key) for key in chosen]
        # Counted among all: one place down means before the one after the next.
        target = places[0] - 1 if step < 0 else places[-1] + 2
        if target >= 0 and (step < 0 or places[-1] + 1 < len(keys)):
            self.move_asked.emit(chosen, keys[target] if target < len(keys) else None)

    def move_to_end(self, *, is_first: bool) -> None:
        """Ask to move the chosen rows first or last."""
        rest = [key for key in self.rows.keys if key not in self.selected]
        if self.selected and self.is_open:
            self.move_asked.emit(self.selected, rest[0] if is_first and rest else None)

    def remove(self) -> None:
        """Ask to take the chosen rows away."""
        if self.selected and self.is_open:
            self.removal_asked.emit(self.selected)

    def carry(self) -> None:
        """Take the chosen rows up; the next click puts them down."""
        place, pointer = self.visualRect(self.currentIndex()), QCursor.pos()
        here = self.viewport().mapFromGlobal(pointer)
        if self.selected and self.is_open:
            grip = QPoint(here.x(), place.height() // 2)
            self.dragging.carry(Load(self.selected, self.viewport().grab(place), grip), pointer)

    # Keys and menu

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and the arrows, remove with Delete."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.move_by(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the chosen rows."""
        if self.selected:
            menu = self.menu()
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return the menu of the chosen rows."""
        menu = QMenu(self)
        self.offer(menu, "move", _("Move: then click the place"), self.carry)
        self.offer(menu, "arrow-up", _("Move up"), lambda: self.move_by(-1))
        self.offer(menu, "arrow-down", _("Move down"), lambda: self.move_by(1))
        self.offer(menu, "chevron-up", _("Move first"), lambda: self.move_to_end(is_first=True))
        self.offer(menu, "chevron-down", _("Move last"), lambda: self.move_to_end(is_first=False))
        return menu

    def offer(
        self, menu: QMenu, icon: str, text: str, act: Callable[[], object], *, is_possible: bool | None = None
    ) -> None:
        """Put an entry into *menu*; it is possible while the rows may be moved, unless it says so itself."""
        action = menu.addAction(icons.icon(icon), text)
        action.triggered.connect(act)
        action.setEnabled(self.is_open if is_possible is None else is_possible)

    # Dragging (see ``kit.drag.DragHost``)

    def lift(self, view: QAbstractItemView, at: QPoint) -> Load | None:
        """Return the chosen rows when one of them lies at *at*, else the one that does."""
        index = self.indexAt(at)
        if view is not self or not index.isValid() or not self.is_open:
            return None
        key = self.rows.keys[index.row()]
        place = self.visualRect(index)
        return Load(
            self.selected if key in self.selected else (key,), self.viewport().grab(place), at - place.topLeft()
        )

    def place_at(self, view: QAbstractItemView, at: QPoint, load: Load) -> object | None:
        """Return the number of the row that the load would go before; None where it lies already."""
        if view is not self:
            return None
        index = self.indexAt(at)
        place = len(self.rows.rows)
        if index.isValid():
            place = index.row() + (at.y() > self.visualRect(index).center().y())
        held = [number for number, key in enumerate(self.rows.keys) if key in cast("Keys", load.value)]
        lies_there = held[-1] - held[0] + 1 == len(held) and held[0] <= place <= held[-1] + 1
        return None if lies_there else place

    def show_place(self, place: object | None) -> None:
        """Draw a line where the load would land."""
        self._place = place if isinstance(place, int) else None
        self.viewport().update()

    def drop(self, load: Load, place: object) -> None:
        """Ask to move what is in the hand."""
        held = cast("Keys", load.value)
        after = [key for key in self.rows.keys[cast("int", place) :] if key not in held]
        self.move_asked.emit(held, after[0] if after else None)

    def lifted(self, load: Load | None) -> None:
        """Show what has left its place; the ghost is enough where a list does not fade its rows."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the line where a held one would land."""
        super().paintEvent(event)
        if self._place is None or not self.rows.rows:
            return
        last = len(self.rows.rows) - 1
        row = self.visualRect(self.rows.index(min(self._place, last), 0))
        y = row.top() if self._place <= last else row.bottom()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(theme.current().colour(Role.PRIMARY), 3))
        painter.drawLine(8, max(2, y), self.viewport().width() - 8, max(2, y))
