"""Beside the canvas: the items that have no answer yet."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.rows_model import ROW_ROLE, Column, RowsModel
from smartstad_desktop.ui.workshop.canvas.canvas_paint import CanvasCard, CardPictures, Density


class _Cards(QStyledItemDelegate):
    """The same cards as on the canvas, one beneath the other."""

    def __init__(self, pictures: CardPictures, view: QListView) -> None:
        super().__init__(view)
        self._pictures, self._view = pictures, view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a card and the air beneath it."""
        size = self._pictures.size(index.data(ROW_ROLE), Density.FULL)
        return QSize(round(size.width()), round(size.height()) + theme.current().space(6))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Copy the picture of a card."""
        # The stubs do not know the fields that Qt's C++ struct has; the names are Qt's.
        room: QRect = getattr(option, "rect")  # noqa: B009  see above
        is_chosen = self._view.hasFocus() and self._view.currentIndex() == index
        ratio = painter.device().devicePixelRatio()
        picture = self._pictures.picture(index.data(ROW_ROLE), ratio, is_chosen=is_chosen, density=Density.FULL)
        painter.drawPixmap(room.topLeft(), picture)


class CanvasTray(QListView):
    """Cards that wait; Enter or M takes one up, and the next click on the canvas puts it down."""

    taken_up = Signal(int)
    #: Enter: put the card in the middle, from where the arrows step.
    placed = Signal(int)

    def __init__(self, pictures: CardPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = RowsModel[CanvasCard](
            [Column("", lambda card: card.text)], key=lambda card: card.number, parent=self
        )
        self.setModel(self.cards)
        self.setItemDelegate(_Cards(pictures, self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Items without an answer"))
        self.setFixedWidth(theme.current().space(212))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a card; dragging it is the hand's."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setCurrentIndex(index)
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a card up, or put it in the middle."""
        card = self.cards.row_at(self.currentIndex())
        if card is not None and event.key() == Qt.Key.Key_M:
            self.taken_up.emit(card.number)
        elif card is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.placed.emit(card.number)
        else:
            super().keyPressEvent(event)
