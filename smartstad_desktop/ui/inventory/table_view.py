"""The table itself: selecting, walking with the keyboard, and keeping what is selected when rows come and go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.inventory.arranging import Sorting
from smartstad_desktop.ui.inventory.columns import Look
from smartstad_desktop.ui.inventory.table_delegate import InventoryDelegate
from smartstad_desktop.ui.inventory.table_model import InventoryModel
from smartstad_desktop.ui.kit import theme

_FLAG = QItemSelectionModel.SelectionFlag
#: From this width of the names on, one line holds nearly all of them.
_ONE_LINE = 380
_KEYS_OPEN = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2))
#: With these a key is a command and writes nothing.
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class InventoryTable(QTableView):
    """Projects in rows. The box at the left selects one more row; a click elsewhere selects that row alone."""

    #: The user has selected other projects; carries a tuple of ids.
    chosen = Signal(object)
    #: The user wants to edit the current project: Enter, or a double click where the cell itself cannot be edited.
    opened = Signal()
    #: The user wants to edit a cell: F2, a double click or typing. Carries its index and what was typed.
    editing = Signal(QModelIndex, str)
    #: Delete was pressed.
    deleting = Signal()
    #: The heading of a column was pressed; carries a ``Sorting``.
    sorted_by = Signal(object)
    #: The heading of a group was pressed; carries its key.
    toggled = Signal(object)

    def __init__(self, model: InventoryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self._sorting = Sorting()
        self._is_restoring = False
        self._kept: tuple[int, ...] = ()
        self._kept_current: int | None = None
        self.setModel(model)
        self.delegate = InventoryDelegate(self, model)
        self.setItemDelegate(self.delegate)
        self._arrange()
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.horizontalHeader().sectionClicked.connect(self._sort)
        self.doubleClicked.connect(self._edit)

    def _arrange(self) -> None:
        self.setAccessibleName(_("Projects"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.setSortIndicatorShown(True)
        head.setMinimumSectionSize(36)
        head.setFixedHeight(theme.current().space(38))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    # What the page asks

    def selected_ids(self) -> tuple[int, ...]:
        """Return the selected projects from the top down."""
        # By ranges: asking row by row makes Qt ask the model for the flags of every cell, a second for all rows.
        numbers = {
            number
            for part in cast("Iterable[QItemSelectionRange]", self.selectionModel().selection())
            for number in range(part.top(), part.bottom() + 1)
        }
        return tuple(self.rows.ids[number] for number in sorted(numbers) if self.rows.ids[number] > 0)

    def select(self, projects: Iterable[int]) -> bool:
        """Select exactly these projects and show the first; return whether any of them is in the table."""
        places = self.rows.places(set(projects))
        if places:
            self._current_to(places[0])
            self.selectionModel().select(self._ranges(places), _FLAG.ClearAndSelect | _FLAG.Rows)
            self.scrollTo(self.model().index(places[0], 1))
        return bool(places)

    def show_sorting(self, sorting: Sorting) -> None:
        """Put the arrow at the column that sorts."""
        self._sorting = sorting
        keys = [column.key for column in self.rows.columns]
        head = self.horizontalHeader()
        order = Qt.SortOrder.DescendingOrder if sorting.is_descending else Qt.SortOrder.AscendingOrder
        head.setSortIndicator(keys.index(sorting.column) if sorting.column in keys else -1, order)

    # Widths and heights

    def fit(self) -> None:
        """Give the columns their widths; those that stretch share what is left."""
        look = theme.current()
        columns = self.rows.columns
        widths = [look.space(column.width) for column in columns]
        rest = self.viewport().width() - sum(widths)
        if rest < 0:
            widths = [look.space(column.least or column.width) for column in columns]
            rest = self.viewport().width() - sum(widths)
        shares = sum(column.stretch for column in columns)
        for number, column in enumerate(columns):
            extra = rest * column.stretch // shares if rest > 0 and shares else 0
            widths[number] += extra
            self.setColumnWidth(number, widths[number])
        title = next(number for number, column in enumerate(columns) if column.look is Look.TITLE)
        height = look.space(42 if widths[title] >= look.space(_ONE_LINE) else 52)
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setDefaultSectionSize(height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self.fit()

    # Selecting

    @override
    def selectionCommand(self, index: object, event: object = None) -> QItemSelectionModel.SelectionFlag:
        """Let the box at the left add or take away one row."""
        command = super().selectionCommand(index, event)  # pyright: ignore[reportCallIssue, reportArgumentType]  handed on as Qt gave it
        if isinstance(event, QMouseEvent) and self._is_on_box(event) and not event.modifiers():
            return _FLAG.Toggle | _FLAG.Rows if event.type() is QMouseEvent.Type.MouseButtonPress else _FLAG.NoUpdate
        return command

    def _is_on_box(self, event: QMouseEvent) -> bool:
        number = self.columnAt(round(event.position().x()))
        return 0 <= number < len(self.rows.columns) and self.rows.columns[number].look is Look.CHECK

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open or close a group by its heading."""
        index = self.indexAt(event.position().toPoint())
        group = self.rows.group_at(index.row()) if index.isValid() else None
        if group is not None:
            self.toggled.emit(group.key)
            return
        super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, open, delete."""
        number = self.currentIndex().row()
        group = self.rows.group_at(number) if 0 <= number < len(self.rows.ids) else None
        if group is not None and event.key() in {*_KEYS_OPEN, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.toggled.emit(group.key)
        elif event.key() == Qt.Key.Key_F2:
            self._edit(self.currentIndex())
        elif event.key() in _KEYS_OPEN:
            self.opened.emit()
        elif self._writes(event):
            self.editing.emit(self.currentIndex(), event.text())
        elif event.key() == Qt.Key.Key_Delete:
            self.deleting.emit()
        else:
            super().keyPressEvent(event)

    def _edit(self, index: QModelIndex) -> None:
        if self.rows.is_editable(index):
            self.editing.emit(index, "")
        else:
            self.opened.emit()

    def _writes(self, event: QKeyEvent) -> bool:
        """Return whether a key means a letter in a cell; the space bar selects, as in every table."""
        is_letter = bool(event.text().strip()) and event.text().isprintable() and not event.modifiers() & _COMMANDS
        return is_letter and self.rows.is_editable(self.currentIndex())

    def _tell(self) -> None:
        if not self._is_restoring:
            self.chosen.emit(self.selected_ids())

    def _sort(self, number: int) -> None:
        column = self.rows.columns[number]
        if column.look is Look.CHECK:
            self.selectAll() if len(self.selected_ids()) < len(self.rows.ids) else self.clearSelection()
            return
        is_same = self._sorting.column == column.key
        self.sorted_by.emit(Sorting(column.key, is_descending=is_same and not self._sorting.is_descending))

    # Rows come and go

    def _keep(self) -> None:
        self._kept = self.selected_ids()
        number = self.currentIndex().row()
        self._kept_current = self.rows.ids[number] if 0 <= number < len(self.rows.ids) else None

    def _restore(self) -> None:
        if not self._kept and self._kept_current is None:
            return
        self._is_restoring = True
        current = self.rows.places({self._kept_current}) if self._kept_current is not None else []
        if current:
            self._current_to(current[0])
        places = self.rows.places(self._kept) if self._kept else []
        self.selectionModel().select(self._ranges(places), _FLAG.ClearAndSelect | _FLAG.Rows)
        self._is_restoring = False
        if len(places) != len(self._kept) and len(self._kept) > 1:
            self.chosen.emit(self.selected_ids())

    def _current_to(self, number: int) -> None:
        self.selectionModel().setCurrentIndex(self.model().index(number, 1), _FLAG.NoUpdate)

    def _ranges(self, places: Sequence[int]) -> QItemSelection:
        made = QItemSelection()
        last = len(self.rows.columns) - 1
        start = previous = None
        for number in (*places, None):
            if start is None or previous is None or number != previous + 1:
                if start is not None and previous is not None:
                    made.select(self.model().index(start, 0), self.model().index(previous, last))
                start = number
            previous = number
        return made
