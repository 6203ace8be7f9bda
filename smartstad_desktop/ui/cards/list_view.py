"""The board as one list: every card a row, its column chosen from a menu; the same moves by the same keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QPainter
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

from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.reads.board import BoardCards
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.cards.rows import CardRow, Filter, rows_of, spoken, title_of
from smartstad_desktop.ui.cards.sizes import Sizes, Text
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.theme import Role

_FLAG: Final = QItemSelectionModel.SelectionFlag
_COLUMN: Final = 0
_PLACE: Final = 1
_TITLE: Final = 2


class CellDelegate(QStyledItemDelegate):
    """Cells with air around their text; the column of a card looks like the choice it is."""

    def __init__(self, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._air, self._side = sizes.px(10), sizes.px(16)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, text and, for the column, the sign of a choice."""
        look = theme.current()
        # The stubs do not know the fields that Qt's C++ struct has; the names are Qt's.
        room: QRect = getattr(option, "rect")  # noqa: B009  see above
        state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009  see above
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, look.colour(Role.PRIMARY_TINT))
        painter.fillRect(room.left(), room.bottom(), room.width(), 1, look.colour(Role.LINE_SOFT))
        text = room.adjusted(self._air, 0, -self._air, 0)
        if index.column() == _COLUMN:
            picture = icons.pixmap("chevron-down", Role.INK_SOFT, self._side, painter.device().devicePixelRatio())
            painter.drawPixmap(text.right() - self._side, room.center().y() - self._side // 2, picture)
            text.setRight(text.right() - self._side - 4)
        painter.setPen(look.colour(Role.INK_FAINT if index.column() == _PLACE else Role.INK))
        font: QFont = getattr(option, "font")  # noqa: B009  see above
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, text.width())
        align = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignVCenter
        painter.drawText(text, align, shown)


class BoardList(QTableView):
    """All cards of a board beneath each other: the columns from left to right, then what is not placed."""

    #: Carries where on the screen a menu for the chosen cards is wanted.
    menu_wanted = Signal(QPoint)
    #: Carries where on the screen the choice of a column is wanted.
    column_wanted = Signal(QPoint)

    def __init__(self, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows_model = RowsModel[CardRow](
            (
                Column(_("Column"), lambda row: row.column_name),
                Column(_("Position"), lambda row: "" if row.column is None else str(row.place), is_number=True),
                Column(_("Project"), lambda row: title_of(row.card)),
                Column(_("Municipalities"), lambda row: ", ".join(mark.name for mark in row.card.marks)),
                Column(
                    _("Budget"),
                    lambda row: "" if row.card.budget is None else current().short_money(row.card.budget),
                    is_number=True,
                ),
            ),
            key=lambda row: row.project,
            accessible=spoken,
            parent=self,
        )
        self.setModel(self.rows_model)
        self.setItemDelegate(CellDelegate(sizes, self))
        self.setAccessibleName(_("The board as a list"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setFont(sizes.font(Text.BODY))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(sizes.px(36))
        self._widths(sizes)
        self.clicked.connect(self._clicked)

    def _widths(self, sizes: Sizes) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for number, width in enumerate((190, 70, 0, 330, 110)):
            if number == _TITLE:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            else:
                header.resizeSection(number, sizes.px(width))

    @property
    def projects(self) -> tuple[ProjectId, ...]:
        """Return the projects shown, from the top."""
        return tuple(row.project for row in self.rows_model.rows)

    def chosen(self) -> tuple[ProjectId, ...]:
        """Return the chosen projects, from the top."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(self.rows_model.rows[number].project for number in rows)

    def choose(self, projects: Iterable[ProjectId]) -> None:
        """Choose exactly *projects*; the keys start from the first of them."""
        chosen = QItemSelection()
        indexes = [self.rows_model.index_of(project) for project in projects]
        for index in indexes:
            if index.isValid():
                chosen.select(index, index)
        first = next((index for index in indexes if index.isValid()), None)
        if first is not None:
            self.selectionModel().setCurrentIndex(first, _FLAG.NoUpdate)
            self.scrollTo(first)
        self.selectionModel().select(chosen, _FLAG.ClearAndSelect | _FLAG.Rows)

    def show_board(self, shown: BoardCards, words: Filter) -> None:
        """Show the cards that the filter lets through; what is chosen stays chosen."""
        chosen = self.chosen()
        rows = [row for column in shown.columns for row in rows_of(shown, column.id)]
        rows.extend(rows_of(shown, None))
        self.rows_model.show(words.among(rows))
        if chosen != self.chosen():
            self.choose(chosen)

    def ask_for_column(self) -> None:
        """Offer the columns for the chosen rows, at the current one."""
        place = self.visualRect(self.currentIndex().siblingAtColumn(_COLUMN))
        self.column_wanted.emit(self.viewport().mapToGlobal(place.bottomLeft()))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the chosen rows."""
        if self.selectionModel().hasSelection():
            at = self.visualRect(self.currentIndex()).center()
            is_key = event.reason() is QContextMenuEvent.Reason.Keyboard
            self.menu_wanted.emit(self.viewport().mapToGlobal(at) if is_key else event.globalPos())

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == _COLUMN and len(self.chosen()) == 1:
            self.ask_for_column()
