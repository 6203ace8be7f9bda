"""Choosing cards with the mouse: a press on one of several chosen cards keeps them all, for they may be dragged."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from smartstad_desktop.ui.cards.card_layout import CardLayout
from smartstad_desktop.ui.cards.sizes import Sizes
from smartstad_desktop.ui.cards.slim_bar import SlimBar
from smartstad_desktop.ui.kit.cards import CardPainter

_FLAG = QItemSelectionModel.SelectionFlag


class CardList(QListView):
    """A list of cards that can be chosen one by one, with Ctrl, and with Shift; there is no rubber band."""

    #: The user chose here without adding to what is chosen elsewhere.
    chose = Signal()
    #: Carries where on the screen a menu for the chosen cards is wanted.
    menu_wanted = Signal(QPoint)
    #: The handle of a chosen card was clicked: take it up.
    handle_clicked = Signal()

    #: Whether one can scroll past the last card, to put something down there. Qt asks before the constructor is done.
    has_room_at_end = False

    def __init__(self, cards: CardPainter, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layout_of_cards = CardLayout(self, cards, sizes)
        #: The row under the pointer.
        self.hovered: int | None = None
        self._anchor = QModelIndex()
        self._deferred: int | None = None
        self._is_handle_pressed = False
        self.setVerticalScrollBar(SlimBar(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)

    def handle_rect(self, row: int) -> QRect:
        """Return where the handle of the card of *row* is: at its upper right corner, large enough to hit."""
        card = self.layout_of_cards.card_rect(row)
        side = max(26, self.layout_of_cards.sizes.card_px(26))
        return QRect(card.right() - side - 3, card.top() + 4, side, side)

    def select_row(self, row: int, how: QItemSelectionModel.SelectionFlag = _FLAG.ClearAndSelect) -> None:
        """Choose the card of *row* and let the keys start from it."""
        index = self.model().index(row, 0)
        self.selectionModel().select(index, how)
        self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)

    @override
    def updateGeometries(self) -> None:
        """Work out the room to scroll in."""
        super().updateGeometries()
        bar = self.verticalScrollBar()
        if self.has_room_at_end and bar.maximum() > 0:
            bar.setMaximum(bar.maximum() + self.layout_of_cards.height(0, 0))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is pressed; one of several chosen cards leaves the others chosen until the release."""
        row = self.layout_of_cards.row_at(event.position().toPoint())
        self._deferred = None
        self._is_handle_pressed = False
        if event.button() is Qt.MouseButton.RightButton:
            self._choose_for_menu(row)
        elif event.button() is Qt.MouseButton.LeftButton:
            self._choose(row, event.modifiers())
            at = event.position().toPoint()
            self._is_handle_pressed = row is not None and self.handle_rect(row).contains(at)
        event.accept()

    def _choose(self, row: int | None, modifiers: Qt.KeyboardModifier) -> None:
        adds = bool(modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))
        if row is None:
            if not adds:
                self.clearSelection()
                self.chose.emit()
            return
        index = self.model().index(row, 0)
        if modifiers & Qt.KeyboardModifier.ShiftModifier and self._anchor.isValid():
            span = QItemSelection(*sorted((self._anchor, index), key=QModelIndex.row))
            self.selectionModel().select(span, _FLAG.ClearAndSelect)
            self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
            return
        self._anchor = index
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self.select_row(row, _FLAG.Toggle)
        elif self.selectionModel().isSelected(index):
            self._deferred = row
            self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
        else:
            self.chose.emit()
            self.select_row(row)

    def _choose_for_menu(self, row: int | None) -> None:
        if row is not None and not self.selectionModel().isSelected(self.model().index(row, 0)):
            self.chose.emit()
            self.select_row(row)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It was a click, no drag: choose only what was clicked, or take it up by its handle."""
        row = self.layout_of_cards.row_at(event.position().toPoint())
        if self._is_handle_pressed and row is not None and self.handle_rect(row).contains(event.position().toPoint()):
            self.handle_clicked.emit()
        elif row is not None and self._deferred == row:
            self.chose.emit()
            self.select_row(row)
        self._deferred = None
        self._is_handle_pressed = False
        event.accept()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Note what is under the pointer; nothing is chosen by moving over it."""
        self._hover(self.layout_of_cards.row_at(event.position().toPoint()))
        event.accept()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._hover(None)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the chosen cards; by key it opens at the current card."""
        if not self.selectionModel().hasSelection():
            return
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            at = self.viewport().mapToGlobal(self.layout_of_cards.card_rect(self.currentIndex().row()).center())
        self.menu_wanted.emit(at)

    def _hover(self, row: int | None) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()
