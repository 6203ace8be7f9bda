"""One column of cards, painted from kept pictures, with room for a drop place."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from smartstad_desktop.domain.values import ColumnId, ProjectId
from smartstad_desktop.ui.cards import column_paint
from smartstad_desktop.ui.cards.card_list import CardList
from smartstad_desktop.ui.cards.rows import CardRow, row_face, spoken
from smartstad_desktop.ui.cards.sizes import Sizes
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.cards import CardDelegate, CardPainter
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.theme import Role

_FLAG: Final = QItemSelectionModel.SelectionFlag
_STATE: Final = QStyle.StateFlag


class BoardDelegate(CardDelegate):
    """Cards with air beneath them."""

    def __init__(self, view: CardList, cards: CardPainter) -> None:
        super().__init__(row_face, cards, view)
        self._layout = view.layout_of_cards

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of the card and the air beneath it, as they have been worked out already."""
        return QSize(self._width(option), self._layout.height(index.row(), index.row()))


class ColumnView(CardList):
    """The cards of one column (None is the tray)."""

    def __init__(
        self, column: ColumnId | None, cards: CardPainter, sizes: Sizes, parent: QWidget | None = None
    ) -> None:
        super().__init__(cards, sizes, parent)
        self.column = column
        self.hint = ""
        self._is_over = False
        self.slot_text = ""
        self.rows_model = RowsModel[CardRow](
            [Column("", lambda row: row.card.title)], key=lambda row: row.project, accessible=spoken, parent=self
        )
        self.delegate = BoardDelegate(self, cards)
        self.setObjectName("BoardColumn")
        # The whole viewport is painted here, so nothing beneath it needs to be painted during a drag.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setModel(self.rows_model)
        self.setItemDelegate(self.delegate)
        self._connect()

    def _connect(self) -> None:
        model, gaps = self.rows_model, self.layout_of_cards.gaps
        gaps.moved.connect(self.viewport().update)
        model.rowsAboutToBeRemoved.connect(self._on_rows_going)
        model.rowsInserted.connect(self._on_rows_came)
        model.rowsAboutToBeMoved.connect(self._on_rows_moving)
        model.modelReset.connect(gaps.clear)
        for changed in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.dataChanged, model.modelReset):
            changed.connect(self.relayout)

    # What the board asks.

    @property
    def projects(self) -> tuple[ProjectId, ...]:
        """Return the projects shown, from the top."""
        return tuple(row.project for row in self.rows_model.rows)

    def chosen(self) -> tuple[ProjectId, ...]:
        """Return the chosen projects, from the top."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return tuple(self.rows_model.rows[number].project for number in rows)

    def current_project(self) -> ProjectId | None:
        """Return the project that the keys start from."""
        row = self.rows_model.row_at(self.currentIndex())
        return None if row is None else row.project

    def choose(self, projects: Sequence[ProjectId], current: ProjectId | None = None) -> None:
        """Choose *projects*, as far as they are shown here, and make *current* the one the keys start from."""
        selection = self.selectionModel()
        selection.clearSelection()
        for project in projects:
            index = self.rows_model.index_of(project)
            if index.isValid():
                selection.select(index, _FLAG.Select)
        index = self.rows_model.index_of(current)
        if index.isValid():
            selection.setCurrentIndex(index, _FLAG.NoUpdate)
            self.scrollTo(index)

    def show_slot(self, row: int | None, height: int = 0, text: str = "") -> None:
        """Show a drop place above *row* and what it is called, or none."""
        self.slot_text = text
        if row is None:
            self.layout_of_cards.gaps.close_slot()
        else:
            self.layout_of_cards.gaps.open_slot(row, height + self.layout_of_cards.air)
        self.viewport().update()

    def set_over(self, *, is_over: bool) -> None:
        """Show that something is held over this column."""
        if is_over != self._is_over:
            self._is_over = is_over
            self.viewport().update()

    @property
    def ground(self) -> Role:
        """Return what the column is painted with at the moment."""
        return Role.COLUMN_OVER if self._is_over else Role.COLUMN

    def set_lifted(self, projects: frozenset[Hashable]) -> None:
        """Show the cards in the hand faintly where they came from; leave room at the end to put something down."""
        here = projects.intersection(self.projects)
        if here != self.delegate.lifted:
            self.delegate.lifted = here
            self.viewport().update()
        self.has_room_at_end = bool(projects)
        if self.verticalScrollBar().maximum() > 0:
            self.updateGeometries()

    def set_sizes(self, sizes: Sizes) -> None:
        """Show everything at other sizes; the painter of the cards is told by the board."""
        self.layout_of_cards.sizes = sizes
        self.relayout()
        self.scheduleDelayedItemsLayout()

    def relayout(self) -> None:
        """Place the cards anew."""
        self.layout_of_cards.show(self.rows_model.rows)
        self.viewport().update()

    def _on_rows_going(self, _parent: QModelIndex, first: int, last: int) -> None:
        height = self.layout_of_cards.height(first, last)
        self.layout_of_cards.gaps.rows_went(first, last - first + 1, height)

    def _on_rows_came(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.layout_of_cards.show(self.rows_model.rows)
        self.layout_of_cards.gaps.rows_came(first, last - first + 1, self.layout_of_cards.height(first, last))

    def _on_rows_moving(self, _parent: QModelIndex, first: int, last: int, _to: QModelIndex, row: int) -> None:
        count, height = last - first + 1, self.layout_of_cards.height(first, last)
        self.layout_of_cards.gaps.rows_went(first, count, height)
        self.layout_of_cards.gaps.rows_came(row - count if row > first else row, count, height)

    # What Qt asks.

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out anew: their titles break elsewhere."""
        self.layout_of_cards.forget()
        super().resizeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the cards that are seen, and the drop place."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.current().colour(self.ground))
        if not self.rows_model.rows and self.layout_of_cards.gaps.slot is None:
            column_paint.paint_hint(painter, self.viewport().rect(), self.hint, self.layout_of_cards.sizes)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        # The stubs do not know the fields that Qt's C++ struct has; the names are Qt's.
        plain: QStyle.StateFlag = getattr(option, "state")  # noqa: B009  see above
        plain &= ~(_STATE.State_HasFocus | _STATE.State_MouseOver | _STATE.State_Selected)
        for row in self.layout_of_cards.seen_rows():
            place = self.layout_of_cards.card_rect(row)
            if place.intersects(event.rect()):
                setattr(option, "rect", place)  # noqa: B010  see above
                setattr(option, "state", plain | self._state_of(row))  # noqa: B010  see above
                self.delegate.paint(painter, option, self.rows_model.index(row, 0))
        column_paint.paint_slot(painter, self.layout_of_cards.slot_rect(), self.slot_text, self.layout_of_cards.sizes)
        if self.hovered is not None and self.hovered < len(self.rows_model.rows) and not self.has_room_at_end:
            is_chosen = self.selectionModel().isSelected(self.rows_model.index(self.hovered, 0))
            column_paint.paint_handle(painter, self.handle_rect(self.hovered), is_chosen=is_chosen)

    def _state_of(self, row: int) -> QStyle.StateFlag:
        state, index = _STATE.State_None, self.rows_model.index(row, 0)
        if self.selectionModel().isSelected(index):
            state |= _STATE.State_Selected
        if self.hasFocus() and self.currentIndex() == index:
            state |= _STATE.State_HasFocus
        if row == self.hovered:
            state |= _STATE.State_MouseOver
        return state
