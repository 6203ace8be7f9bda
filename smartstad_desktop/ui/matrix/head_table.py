"""The rows above the grid that stay: names of columns, weights that are written in place, sums."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from smartstad_desktop.domain.goals.goal_matrix import FULL
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.matrix.heads import ColumnHeads
from smartstad_desktop.ui.matrix.model import WEIGHTS, HeadModel
from smartstad_desktop.ui.matrix.sizes import Sizes

_WEIGHT_ROW = 40
_SUM_ROW = 32
_EDITING = QAbstractItemView.State.EditingState


class _Titles(QHeaderView):
    """What stands before weights and sums."""

    def __init__(self, model: HeadModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._model = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(8)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint one title; a sum of weights that is not 100 stands out."""
        look = theme.current()
        painter.save()
        painter.fillRect(rect, look.colour(Role.PAPER))
        is_weight = self._model.has_weights and logicalIndex == WEIGHTS
        is_wrong = is_weight and weights_are_off(self._model)
        painter.fillRect(QRect(rect.x(), rect.y(), rect.width(), 1), look.colour(Role.LINE_SOFT))
        painter.setFont(
            text_font(Type.BODY if is_weight else Type.CAPTION, Weight.SEMIBOLD if is_weight else Weight.REGULAR)
        )
        painter.setPen(look.colour(Role.ATTENTION if is_wrong else Role.INK if is_weight else Role.INK_SOFT))
        words = str(self._model.headerData(logicalIndex, Qt.Orientation.Vertical) or "")
        room = rect.adjusted(look.space(12), 0, -4, 0)
        painter.drawText(
            room,
            Qt.AlignmentFlag.AlignVCenter,
            painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width()),
        )
        painter.restore()


def weights_are_off(model: HeadModel) -> bool:
    """Return whether weights are given but do not add up to 100."""
    given = [weight for weight in model.sheet.weights if weight is not None] if model.sheet else []
    return any(given) and sum(given) != FULL


class _Figures(QStyledItemDelegate):
    """Paints weights and sums, and gives weights a field for three figures."""

    def __init__(self, model: HeadModel, view: QTableView) -> None:
        super().__init__(view)
        self._model, self._view = model, view

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one figure."""
        look = theme.current()
        place: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]  Qt's stubs leave the option's fields out
        is_weight = self._model.has_weights and index.row() == WEIGHTS
        nothing = not is_weight and self._model.sum(index.column()) == 0
        painter.fillRect(place, look.colour(Role.ATTENTION_TINT if nothing else Role.PAPER))
        painter.fillRect(QRect(place.x(), place.y(), place.width(), 1), look.colour(Role.LINE_SOFT))
        weight = Weight.SEMIBOLD if is_weight or nothing else Weight.REGULAR
        painter.setFont(text_font(Type.BODY if is_weight else Type.CAPTION, weight, figures=True))
        painter.setPen(look.colour(Role.ATTENTION if nothing else Role.INK if is_weight else Role.INK_SOFT))
        is_written = index == self._view.currentIndex() and self._view.state() is _EDITING
        if not is_written:
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]  Qt's stubs leave the option's fields out
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(look.colour(Role.FOCUS))
            painter.drawRect(place.adjusted(1, 1, -2, -2))
            painter.drawRect(place.adjusted(2, 2, -3, -3))

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Return the field for a weight."""
        field = QLineEdit(parent)
        field.setProperty("quiet", True)
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        field.setFont(text_font(Type.BODY, Weight.SEMIBOLD, figures=True))
        field.setValidator(QIntValidator(0, 999, field))
        field.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return field


class HeadTable(QTableView):
    """Names, weights and sums; it is scrolled with the grid."""

    #: The cursor goes down into the grid.
    left_downwards = Signal()

    def __init__(self, model: HeadModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = model
        self._is_low = False
        self.setModel(model)
        self.names = ColumnHeads(model, self)
        self.setHorizontalHeader(self.names)
        self.setVerticalHeader(_Titles(model, self))
        self.setItemDelegate(_Figures(model, self))
        self.setAccessibleName(_("Weights and sums"))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        model.modelReset.connect(self._fit)

    def show_sizes(self, sizes: Sizes) -> None:
        """Take other sizes."""
        self.names.show_sizes(sizes)
        self.verticalHeader().setFixedWidth(sizes.row_head)
        self._is_low = sizes.is_low
        self._fit()

    def _fit(self) -> None:
        space = theme.current().space
        for number in range(self._head.rowCount()):
            is_weight = self._head.has_weights and number == WEIGHTS
            self.setRowHeight(number, space(_WEIGHT_ROW if is_weight else _SUM_ROW))
            # Where there is little room the rows themselves are more use than how many there are.
            self.setRowHidden(number, self._is_low and self._head.has_weights and not is_weight)
        self.setFixedHeight(self.sizeHint().height())

    @override
    def sizeHint(self) -> QSize:
        """Return the height of the names and the two rows."""
        rows = sum(self.rowHeight(number) for number in range(self._head.rowCount()))
        return QSize(super().sizeHint().width(), self.names.height() + rows)

    def choose_weight(self, place: int) -> None:
        """Go to the weight of a column."""
        self.setCurrentIndex(self._head.index(WEIGHTS, max(0, place)))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down into the grid from the last row; Delete takes a weight away."""
        index = self.currentIndex()
        last = max((row for row in range(self._head.rowCount()) if not self.isRowHidden(row)), default=0)
        if event.key() == Qt.Key.Key_Down and index.row() == last:
            self.left_downwards.emit()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and index.isValid():
            self._head.setData(index, "")
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are no weights."""
