"""A list of stages or of points: chosen by click or key, moved by drag, Alt and the arrows, menu, or two clicks."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QCursor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QStyledItemDelegate, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.drag import Load
from smartstad_desktop.ui.kit.rows_model import RowsModel, SelectionKeeper
from smartstad_desktop.ui.kit.theme import Role


class MovingRows(QListView):
    """The list. It changes nothing itself: it asks."""

    #: Other rows are chosen.
    chosen = Signal()
    #: Carries the ids of rows and the one to go before, or None for last.
    move_asked = Signal(object, object)
    #: Carries the ids of rows.
    removal_asked = Signal(object)
    add_asked = Signal()
    edit_asked = Signal()
    #: The chosen rows are to be taken up; the next click puts them down.
    carry_asked = Signal()

    def __init__(
        self, rows: RowsModel[Any], delegate: QStyledItemDelegate, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows = rows
        self.is_open = False
        self.setModel(rows)
        self.setItemDelegate(delegate)
        delegate.setParent(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self._landing: int | None = None
        #: Puts more entries into the menu of the chosen rows.
        self.more: Callable[[QMenu], object] | None = None
        self._keeper = SelectionKeeper(self, rows)
        self.selectionModel().selectionChanged.connect(self._tell)

    def _tell(self, *_selection: object) -> None:
        self.chosen.emit()

    @property
    def selected(self) -> tuple[int, ...]:
        """Return the ids of the chosen rows, from the top down."""
        return tuple(int(str(key)) for key in self.rows.keys_at(self.selectionModel().selectedIndexes()))

    def choose(self, key: Hashable | None) -> None:
        """Choose a row, as if it had been clicked; without a key the first one."""
        index = self.rows.index_of(key) if key is not None else self.rows.index(0, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def picture(self, at: QPoint) -> Load | None:
        """Return the chosen rows when one of them lies at *at*, else the one that does."""
        index = self.indexAt(at)
        if not index.isValid() or not self.is_open:
            return None
        key, place = int(str(self.rows.keys[index.row()])), self.visualRect(index)
        held = self.selected if key in self.selected else (key,)
        return Load((self, held), self.viewport().grab(place), at - place.topLeft())

    def chosen_load(self) -> Load | None:
        """Return the chosen rows to be carried."""
        place = self.visualRect(self.currentIndex())
        if not self.selected or not self.is_open:
            return None
        here = self.viewport().mapFromGlobal(QCursor.pos())
        return Load((self, self.selected), self.viewport().grab(place), QPoint(here.x(), place.height() // 2))

    def gap_at(self, at: QPoint) -> int:
        """Return before which row something put down at *at* would go."""
        index = self.indexAt(at)
        if not index.isValid():
            return len(self.rows.rows)
        return index.row() + (at.y() > self.visualRect(index).center().y())

    def show_landing(self, gap: int | None) -> None:
        """Draw a line before a row, or nowhere."""
        self._landing = gap
        self.viewport().update()

    # Asking

    def move_by(self, step: int) -> None:
        """Ask to move the chosen rows one place up or down."""
        keys, chosen = list(self.rows.keys), self.selected
        if not chosen or not self.is_open:
            return
        places = [keys.index(key) for key in chosen]
        # Counted among all: one place down means before the one after the next.
        target = places[0] - 1 if step < 0 else places[-1] + 2
        if target >= 0 and (step < 0 or places[-1] + 1 < len(keys)):
            self.move_asked.emit(chosen, keys[target] if target < len(keys) else None)

    def remove(self) -> None:
        """Ask to take the chosen rows out."""
        if self.selected and self.is_open:
            self.removal_asked.emit(self.selected)

    # Keys and menu

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and the arrows, add with Insert, remove with Delete, edit with Enter."""
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.move_by(-1 if key is Qt.Key.Key_Up else 1)
        elif key is Qt.Key.Key_Insert and self.is_open:
            self.add_asked.emit()
        elif key is Qt.Key.Key_Delete:
            self.remove()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.edit_asked.emit()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the chosen rows."""
        if self.selected and self.is_open:
            menu = self.menu()
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return the menu of the chosen rows."""
        menu = QMenu(self)
        entries: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("move", _("Move: then click the place"), self.carry_asked.emit),
            ("arrow-up", _("Move up"), lambda: self.move_by(-1)),
            ("arrow-down", _("Move down"), lambda: self.move_by(1)),
        )
        for icon, text, act in entries:
            menu.addAction(icons.icon(icon), text).triggered.connect(act)
        if self.more is not None:
            self.more(menu)
        menu.addSeparator()
        menu.addAction(icons.icon("trash-2"), _("Take out")).triggered.connect(self.remove)
        return menu

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the line where a held one would land."""
        super().paintEvent(event)
        if self._landing is None:
            return
        last = len(self.rows.rows) - 1
        row = self.visualRect(self.rows.index(min(self._landing, last), 0))
        y = max(2, row.top() if self._landing <= last else row.bottom())
        painter = QPainter(self.viewport())
        painter.setPen(QPen(theme.current().colour(Role.PRIMARY), 3))
        painter.drawLine(8, y, self.viewport().width() - 8, y)
