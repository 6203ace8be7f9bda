"""The measures of the plan in order: chosen by click or key, moved by drag, by Alt and arrows, or from the menu."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget
from typing_extensions import override

from smartstad_desktop.domain.values import PlanItemId
from smartstad_desktop.reads.plan import MeasureRow
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.drag import Dragging, Load
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel, SelectionKeeper
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.plan.measure_delegate import MeasureDelegate


class MeasureList(QListView):
    """The list. It changes nothing itself: it asks for moves and removals."""

    #: The measure to show in the form; carries its id, or None.
    chosen = Signal(object)
    #: Carries the measures and the one to go before, or None for last.
    move_asked = Signal(object, object)
    removal_asked = Signal(object)
    project_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: RowsModel[MeasureRow] = RowsModel(
            [Column("", lambda row: row.title)], key=lambda row: row.id, accessible=_told
        )
        self.delegate = MeasureDelegate(self)
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Measures in order"))
        self._is_open = True
        self._place: int | None = None
        self._keeper = SelectionKeeper(self, self.rows)
        self.selectionModel().currentChanged.connect(self._tell)

    def hold_over(self, page: QWidget) -> None:
        """Let measures be dragged; the ghost lies over *page*."""
        self.dragging = Dragging(page, self)
        self.dragging.watch(self)

    def show_measures(self, measures: Sequence[MeasureRow], *, is_open: bool) -> None:
        """Show *measures*; in a frozen plan they cannot be moved."""
        self._is_open = is_open
        self.delegate.count = len(measures)
        self.rows.show(measures)
        self.viewport().update()

    @property
    def current(self) -> PlanItemId | None:
        """Return the measure that the form shows."""
        row = self.rows.row_at(self.currentIndex())
        return row.id if row else None

    def choose(self, measure: PlanItemId | None) -> None:
        """Choose a measure, as if it had been clicked."""
        index = self.rows.index_of(measure) if measure is not None else self.rows.index(0, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    @property
    def selected(self) -> tuple[PlanItemId, ...]:
        """Return the chosen measures from the top down."""
        return cast("tuple[PlanItemId, ...]", self.rows.keys_at(self.selectionModel().selectedIndexes()))

    def move_by(self, step: int) -> None:
        """Ask to move the chosen measures one place up or down."""
        chosen = self.selected
        if not chosen or not self._is_open:
            return
        keys = cast("list[PlanItemId]", list(self.rows.keys))
        places = [keys.index(key) for key in chosen]
        # Counted among all: one place down means before the one after the next.
        target = places[0] - 1 if step < 0 else places[-1] + 2
        if target >= 0 and (step < 0 or places[-1] + 1 < len(keys)):
            self.move_asked.emit(chosen, keys[target] if target < len(keys) else None)

    def move_to_end(self, *, is_first: bool) -> None:
        """Ask to move the chosen measures first or last."""
        rest = [key for key in self.rows.keys if key not in self.selected]
        if self.selected and self._is_open:
            self.move_asked.emit(self.selected, rest[0] if is_first and rest else None)

    def remove(self) -> None:
        """Ask to take the chosen measures out of the plan."""
        if self.selected and self._is_open:
            self.removal_asked.emit(self.selected)

    def _tell(self) -> None:
        self.chosen.emit(self.current)

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
        """Show what can be done with the chosen measures."""
        if self.selected:
            menu = self.menu()
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return the menu of the chosen measures."""
        menu = QMenu(self)
        row = self.rows.row_at(self.currentIndex())
        entries = (
            ("arrow-up", _("Move up"), lambda: self.move_by(-1), self._is_open),
            ("arrow-down", _("Move down"), lambda: self.move_by(1), self._is_open),
            ("chevron-up", _("Move first"), lambda: self.move_to_end(is_first=True), self._is_open),
            ("chevron-down", _("Move last"), lambda: self.move_to_end(is_first=False), self._is_open),
            ("folder-kanban", _("Show the project"), lambda: self._ask_project(row), bool(row and row.project)),
            ("trash-2", _("Remove from the plan"), self.remove, self._is_open),
        )
        for icon, text, act, is_possible in entries:
            action = menu.addAction(icons.icon(icon), text)
            action.triggered.connect(act)
            action.setEnabled(is_possible)
        return menu

    def _ask_project(self, row: MeasureRow | None) -> None:
        if row is not None and row.project is not None:
            self.project_asked.emit(row.project)

    # Dragging (see ``kit.drag.DragHost``)

    def lift(self, view: QAbstractItemView, at: QPoint) -> Load | None:
        """Return the chosen measures when one of them lies at *at*, else the one that does."""
        index = self.indexAt(at)
        row = self.rows.row_at(index)
        if view is not self or row is None or not self._is_open:
            return None
        held = self.selected if row.id in self.selected else (row.id,)
        place = self.visualRect(index)
        return Load(held, self.viewport().grab(place), at - place.topLeft())

    def place_at(self, view: QAbstractItemView, at: QPoint, load: Load) -> object | None:
        """Return the number of the row that the load would go before; None where it lies already."""
        if view is not self:
            return None
        index = self.indexAt(at)
        place = len(self.rows.rows)
        if index.isValid():
            place = index.row() + (at.y() > self.visualRect(index).center().y())
        held = [
            number for number, key in enumerate(self.rows.keys) if key in cast("tuple[PlanItemId, ...]", load.value)
        ]
        lies_there = held[-1] - held[0] + 1 == len(held) and held[0] <= place <= held[-1] + 1
        return None if lies_there else place

    def show_place(self, place: object | None) -> None:
        """Draw a line where the load would land."""
        self._place = place if isinstance(place, int) else None
        self.viewport().update()

    def drop(self, load: Load, place: object) -> None:
        """Ask to move what is in the hand."""
        held = cast("tuple[PlanItemId, ...]", load.value)
        after = [key for key in self.rows.keys[cast("int", place) :] if key not in held]
        self.move_asked.emit(held, after[0] if after else None)

    def lifted(self, load: Load | None) -> None:
        """Fade what has left its place."""
        self.delegate.held = frozenset(cast("tuple[PlanItemId, ...]", load.value)) if load else frozenset()
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the line where a held measure would land."""
        super().paintEvent(event)
        if self._place is None or not self.rows.rows:
            return
        last = len(self.rows.rows) - 1
        row = self.visualRect(self.rows.index(min(self._place, last), 0))
        y = row.top() if self._place <= last else row.bottom()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(theme.current().colour(Role.PRIMARY), 3))
        painter.drawLine(8, max(2, y), self.viewport().width() - 8, max(2, y))


def _told(row: MeasureRow) -> str:
    return f"{row.title}. {_('Complete') if not row.missing else _('Something is missing')}"
