"""The cells of the scores: figures are written at reading speed, ranges are filled, copied and pasted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, cast

from PySide6.QtCore import QItemSelectionRange, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPen, QPolygonF, QResizeEvent
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

from smartstad_desktop.domain.order.priority import HIGHEST, LOWEST
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.lines import lines_of
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.order.order_cells import paint_badge
from smartstad_desktop.ui.order.scores_model import COMMENT_ROLE, GIVEN_ROLE, GOOD_ROLE, ScoresModel

_CLEARING: Final = frozenset((Qt.Key.Key_Delete, Qt.Key.Key_Backspace))
_ENTER: Final = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))
_GOOD: Final = 4
_FAIR: Final = 3
_PAD: Final = 10
_HEAD_LINES: Final = 2


class _Tiles(QStyledItemDelegate):
    """A figure on a tile that is darker the better it is; a mean stands without a tile, in soft ink."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = theme.current()
        # The stubs do not know the fields that Qt's C++ struct has; the names are Qt's.
        place: QRect = getattr(option, "rect")  # noqa: B009  see above
        state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009  see above
        view = self.parent()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tile = QRectF(place).adjusted(3, 3, -3, -3)
        good, is_given = index.data(GOOD_ROLE), bool(index.data(GIVEN_ROLE))
        ink = Role.INK_SOFT
        painter.setPen(QPen(look.colour(Role.LINE), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if good is not None and is_given:
            is_good = good >= _GOOD
            ink = Role.ON_PRIMARY if is_good else Role.INK
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(
                look.colour(Role.PRIMARY if is_good else (Role.PRIMARY_TINT if good >= _FAIR else Role.HOVER))
            )
        painter.drawRoundedRect(tile, 6, 6)
        is_current = isinstance(view, QTableView) and view.currentIndex() == index
        if is_current or state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(look.colour(Role.FOCUS), 3 if is_current else 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(tile.adjusted(-1, -1, 1, 1), 7, 7)
        painter.setPen(look.colour(ink))
        painter.setFont(text_font(Type.BODY, Weight.SEMIBOLD if is_given else Weight.REGULAR, figures=True))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(index.data() or ""))
        if index.data(COMMENT_ROLE):
            # The folded corner that a commented cell has in the goal matrix, too.
            side = look.space(9)
            corner = [tile.topRight(), tile.topRight() - QPointF(side, 0), tile.topRight() + QPointF(0, side)]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(ink))
            painter.drawPolygon(QPolygonF(corner))
        painter.restore()


class _Heads(QHeaderView):
    """Names that break into two lines; criteria carry the number they have in the bars."""

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint one name."""
        look = theme.current()
        space = look.space
        is_row = self.orientation() is Qt.Orientation.Vertical
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, look.colour(Role.PAPER))
        room = rect.adjusted(space(_PAD), 0, -space(6), 0)
        if is_row:
            painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look.colour(Role.LINE_SOFT))
        else:
            badge = space(20)
            paint_badge(painter, QRectF(rect.x() + space(6), rect.y() + space(8), badge, badge), logicalIndex)
            room = rect.adjusted(space(6), space(30), -space(2), 0)
        font = text_font(Type.CAPTION, Weight.SEMIBOLD)
        painter.setFont(font)
        painter.setPen(look.colour(Role.INK))
        name = str(self.model().headerData(logicalIndex, self.orientation()) or "")
        lines = lines_of(name, font, room.width(), _HEAD_LINES)
        height = painter.fontMetrics().height()
        top = room.center().y() - height * len(lines) // 2 if is_row else room.y()
        for number, line in enumerate(lines):
            painter.drawText(
                QRect(room.x(), top + number * height, room.width(), height), Qt.AlignmentFlag.AlignLeft, line
            )
        painter.restore()


class ScoresGrid(QTableView):
    """Arrows go about, 1 to 5 write and go on, Delete empties, Ctrl+C and Ctrl+V copy and paste ranges."""

    #: Carries a tuple of (row, column, value or None).
    scored = Signal(object)
    #: The cursor is somewhere else.
    moved = Signal()
    pasting = Signal()
    copying = Signal()
    commenting = Signal()
    leaving = Signal()

    def __init__(self, model: ScoresModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self.scores = model
        self.is_read_only = False
        self.setModel(model)
        self.setItemDelegate(_Tiles(self))
        self.setHorizontalHeader(_Heads(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(_Heads(Qt.Orientation.Vertical, self))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(space(92))
        self.horizontalHeader().setFixedHeight(space(72))
        self.horizontalHeader().setSectionsClickable(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(space(44))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("Scores, projects by criteria"))
        self.selectionModel().currentChanged.connect(self._tell)

    def _tell(self, *_indexes: object) -> None:
        self.moved.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the scores where large text makes it scarce: names break into lines."""
        super().resizeEvent(event)
        self.verticalHeader().setFixedWidth(min(theme.current().space(330), self.width() * 3 // 10))

    def selected(self) -> tuple[range, range]:
        """Return the rows and columns of the range, or those of the cursor."""
        parts = list(cast("Iterable[QItemSelectionRange]", self.selectionModel().selection()))
        if not parts:
            index = self.currentIndex()
            return range(index.row(), index.row() + 1), range(index.column(), index.column() + 1)
        top, bottom = min(part.top() for part in parts), max(part.bottom() for part in parts)
        left, right = min(part.left() for part in parts), max(part.right() for part in parts)
        return range(top, bottom + 1), range(left, right + 1)

    def write(self, value: float | None) -> None:
        """Write *value* into the range; a single cell moves the cursor on, to the next row after the last."""
        if self.is_read_only or not self.currentIndex().isValid():
            return
        rows, columns = self.selected()
        self.scored.emit(tuple((row, column, value) for row in rows for column in columns))
        if len(rows) * len(columns) == 1 and value is not None:
            self._go_on()

    def _go_on(self) -> None:
        index = self.currentIndex()
        is_last = index.column() + 1 == self.scores.columnCount()
        row, column = (index.row() + 1, 0) if is_last else (index.row(), index.column() + 1)
        if row < self.scores.rowCount():
            self.setCurrentIndex(self.scores.index(row, column))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write by figure; everything else moves about."""
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copying.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasting.emit()
        elif event.text().isdecimal() and LOWEST <= int(event.text()) <= HIGHEST:
            self.write(float(event.text()))
        elif key in _CLEARING:
            self.write(None)
        elif key in _ENTER:
            index = self.currentIndex()
            self.setCurrentIndex(self.scores.index(min(index.row() + 1, self.scores.rowCount() - 1), index.column()))
        elif key == Qt.Key.Key_F2:
            self.commenting.emit()
        elif key == Qt.Key.Key_Escape:
            self.leaving.emit()
        else:
            super().keyPressEvent(event)
