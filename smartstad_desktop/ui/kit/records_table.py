"""A plain table of records: rows are chosen, Enter edits, Delete deletes; a form beside it does the editing."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.lines import lines_of
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.rows_model import RowsModel, SelectionKeeper
from smartstad_desktop.ui.kit.theme import Role

_PAD: Final = 10
#: ``index.data(DEPTH_ROLE)`` is how far the words of a first column are set in, for rows that belong to others.
DEPTH_ROLE: Final = Qt.ItemDataRole.UserRole + 3
_STEP: Final = 18


class _Cells(QStyledItemDelegate):
    """Text in one or two lines with air around it, a thin line beneath, and the first column stronger."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = theme.current()
        # The stubs do not know the fields that Qt's C++ struct has; the names are Qt's.
        place: QRect = getattr(option, "rect")  # noqa: B009  see above
        state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009  see above
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, look.colour(Role.PRIMARY_TINT))
            if index.column() == 0:
                painter.fillRect(place.x(), place.y(), 3, place.height(), look.colour(Role.FOCUS))
        painter.fillRect(place.x(), place.bottom(), place.width(), 1, look.colour(Role.LINE_SOFT))
        depth = int(index.data(DEPTH_ROLE) or 0) if index.column() == 0 else 0
        font = text_font(Type.BODY, Weight.SEMIBOLD if index.column() == 0 else Weight.REGULAR, figures=True)
        painter.setFont(font)
        painter.setPen(look.colour(Role.INK))
        pad = look.space(_PAD)
        room = place.adjusted(pad + depth * look.space(_STEP), 0, -pad, 0)
        lines = lines_of(str(index.data() or ""), font, room.width(), 2)
        side = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
        flags = (side & Qt.AlignmentFlag.AlignHorizontal_Mask) | Qt.AlignmentFlag.AlignVCenter
        height = painter.fontMetrics().height()
        top = place.center().y() - height * len(lines) // 2
        for number, line in enumerate(lines):
            painter.drawText(QRect(room.x(), top + number * height, room.width(), height), flags, line)


class RecordsTable(QTableView):
    """Shows the rows of a model; the first column takes the room that is left."""

    #: Other rows are chosen.
    chosen = Signal()
    #: Enter, F2 or a double click.
    opened = Signal()
    deleting = Signal()
    #: Alt with an arrow: one place up (-1) or down (1).
    moving = Signal(int)

    def __init__(self, model: RowsModel[Any], name: str, widths: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self.rows = model
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(space(54))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setFixedHeight(space(38))
        head.setMinimumSectionSize(space(70))
        for number, width in enumerate(widths):
            self.setColumnWidth(number, space(width))
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._keeper = SelectionKeeper(self, model)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.doubleClicked.connect(self.opened)

    def _tell(self, *_selection: object) -> None:
        self.chosen.emit()

    def chosen_rows(self) -> list[Any]:
        """Return the chosen rows, from the top."""
        numbers = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self.rows.rows[number] for number in numbers]

    def choose(self, key: Hashable) -> None:
        """Choose the row known by *key*, if it is shown."""
        index = self.rows.index_of(key)
        if index.isValid():
            self._select(index)
            self.scrollTo(index)

    def choose_first(self) -> None:
        """Choose the first row when none is chosen, so that the form beside has something to show."""
        if self.rows.rowCount() and not self.selectionModel().hasSelection():
            self._select(self.rows.index(0, 0))

    def _select(self, index: QModelIndex) -> None:
        """Choose one row, whatever keys are held: ``selectRow`` would toggle while Ctrl is down."""
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit, delete and move by key."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moving.emit(by)
        elif event.key() == Qt.Key.Key_Delete:
            self.deleting.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)
