"""The criteria in their order: chosen by click or key, moved by drag, by Alt and the arrows, or by the buttons."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from smartstad_desktop.domain.values import CriterionId
from smartstad_desktop.domain.weighed import Criterion
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.drag import Dragging, Load
from smartstad_desktop.ui.kit.parts import Type, Weight, paint_chosen, text_font
from smartstad_desktop.ui.kit.rows_model import ROW_ROLE, Column, RowsModel, SelectionKeeper
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.order.order_cells import paint_badge
from smartstad_desktop.ui.order.sentences import name_of

_ROW: Final = 52


class _Lines(QStyledItemDelegate):
    """Number, name, and whether high is good."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        space = theme.current().space
        return QSize(space(180), space(_ROW))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, Criterion):
            return
        look = theme.current()
        space = look.space
        # The stubs do not know the fields that Qt's C++ struct has; the names are Qt's.
        place: QRect = getattr(option, "rect")  # noqa: B009  see above
        state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009  see above
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            paint_chosen(painter, QRectF(place))
        badge = space(20)
        paint_badge(painter, QRectF(place.x() + space(10), place.y() + space(8), badge, badge), index.row())
        room = place.adjusted(space(40), space(7), -space(8), 0)
        for text, font, role in (
            (name_of(row), text_font(Type.BODY, Weight.SEMIBOLD), Role.INK),
            (label(row.direction), text_font(Type.CAPTION), Role.INK_SOFT),
        ):
            painter.setFont(font)
            painter.setPen(look.colour(role))
            words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, words)
            room.translate(0, painter.fontMetrics().height() + 2)
        painter.restore()


class CriteriaList(QListView):
    """The list. It changes nothing itself: it asks for moves and removals."""

    #: Another criterion is chosen.
    chosen = Signal()
    #: Carries the criterion and the one to go before, or None for last.
    moving = Signal(object, object)
    removing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: RowsModel[Criterion] = RowsModel([Column("", name_of)], key=lambda row: row.id, accessible=_told)
        self.setModel(self.rows)
        self.setItemDelegate(_Lines(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAccessibleName(_("Criteria in order"))
        self._place: int | None = None
        self._keeper = SelectionKeeper(self, self.rows)
        self.selectionModel().currentChanged.connect(self._tell)

    def hold_over(self, over: QWidget) -> None:
        """Let criteria be dragged; what is held lies over *over*."""
        self.dragging = Dragging(over, self)
        self.dragging.watch(self)

    @property
    def current(self) -> Criterion | None:
        """Return the chosen criterion."""
        return self.rows.row_at(self.currentIndex())

    def choose(self, criterion: CriterionId) -> None:
        """Choose a criterion, as if it had been clicked."""
        index = self.rows.index_of(criterion)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def move_by(self, step: int) -> None:
        """Ask to move the chosen criterion one place up or down."""
        index = self.currentIndex()
        target = index.row() - 1 if step < 0 else index.row() + 2
        count = len(self.rows.rows)
        if self.current is not None and 0 <= target <= count:
            self.moving.emit(self.current.id, self.rows.keys[target] if target < count else None)

    def _tell(self) -> None:
        self.chosen.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and the arrows, remove with Delete."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.move_by(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.removing.emit()
        else:
            super().keyPressEvent(event)

    # Dragging (see ``kit.drag.DragHost``)

    def lift(self, view: QAbstractItemView, at: QPoint) -> Load | None:
        """Return the criterion at *at*."""
        index = self.indexAt(at)
        row = self.rows.row_at(index)
        if view is not self or row is None:
            return None
        place = self.visualRect(index)
        return Load(row.id, self.viewport().grab(place), at - place.topLeft())

    def place_at(self, view: QAbstractItemView, at: QPoint, load: Load) -> object | None:
        """Return the number of the row to go before; None where the criterion lies already."""
        if view is not self:
            return None
        index = self.indexAt(at)
        place = len(self.rows.rows)
        if index.isValid():
            place = index.row() + (at.y() > self.visualRect(index).center().y())
        here = self.rows.keys.index(cast("CriterionId", load.value))
        return None if place in {here, here + 1} else place

    def show_place(self, place: object | None) -> None:
        """Draw a line where the load would land."""
        self._place = place if isinstance(place, int) else None
        self.viewport().update()

    def drop(self, load: Load, place: object) -> None:
        """Ask to move what is in the hand."""
        number = cast("int", place)
        self.moving.emit(load.value, self.rows.keys[number] if number < len(self.rows.rows) else None)

    def lifted(self, load: Load | None) -> None:
        """Leave the row as it is: the ghost tells what is held."""
        del load

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the line where a held criterion would land."""
        super().paintEvent(event)
        if self._place is None or not self.rows.rows:
            return
        last = len(self.rows.rows) - 1
        row = self.visualRect(self.rows.index(min(self._place, last), 0))
        y = row.top() if self._place <= last else row.bottom()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(theme.current().colour(Role.PRIMARY), 3))
        painter.drawLine(8, max(2, y), self.viewport().width() - 8, max(2, y))


def _told(row: Criterion) -> str:
    return f"{name_of(row)}. {label(row.direction)}"
