"""The needs of one value word as cards, with a line where a dragged one would land."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyleOptionViewItem, QWidget
from typing_extensions import override

from smartstad_desktop.reads.needs import NeedRow, NeedsShown
from smartstad_desktop.text.phrases import ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.cards import CardDelegate, CardFace, CardPainter
from smartstad_desktop.ui.kit.marks import Mark
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.theme import Role

_FLAG: Final = QItemSelectionModel.SelectionFlag
#: The air beneath a card.
_AIR: Final = 8
_ARROWS: Final = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


def face_of(need: NeedRow, shown: NeedsShown) -> CardFace:
    """Return what the card of a need shows."""
    town = shown.towns.get(need.municipality) if need.municipality is not None else None
    said = "" if need.mentions is None else ngettext("said by {count}", "said by {count}", need.mentions)
    return CardFace(
        key=need.id,
        title=need.line,
        marks=() if town is None else (Mark(town.mark, town.colour, town.name),),
        budget=said,
    )


class _Delegate(CardDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), hint.height() + theme.current().space(_AIR))


class GroupView(QListView):
    """Needs from the top. Keys: Alt and an arrow moves, a figure sends to that group, M takes up, Enter edits."""

    #: Alt and an arrow: steps to the side and down.
    stepped = Signal(int, int)
    #: Left or right without Alt: go to the neighbouring group.
    went = Signal(int)
    #: A figure: to the group with that number, 0 is ungrouped.
    sent = Signal(int)
    taken_up = Signal()
    opened = Signal()
    deleting = Signal()
    #: The user has chosen other needs here.
    chose = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, word: int | None, cards: CardPainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.word = word
        self.cards = cards
        self._faces: dict[int, CardFace] = {}
        self._line: int | None = None
        self.rows = RowsModel[NeedRow]([Column("", lambda need: need.line)], key=lambda need: need.id, parent=self)
        self.delegate = _Delegate(self._face, cards, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        # The look of a column of cards: the sheet behind is painted by the panel around.
        self.setObjectName("BoardColumn")
        self.viewport().setAutoFillBackground(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._want_menu)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.doubleClicked.connect(self.opened)

    def _face(self, row: object) -> CardFace:
        return self._faces[row.id] if isinstance(row, NeedRow) else CardFace(None, "")

    def _want_menu(self, at: QPoint) -> None:
        self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def _tell(self) -> None:
        if self.selectionModel().hasSelection():
            self.chose.emit()

    # What the page asks

    def show_needs(self, shown: NeedsShown, needs: Sequence[NeedRow]) -> None:
        """Show *needs* from the top."""
        self._faces = {need.id: face_of(need, shown) for need in needs}
        self.rows.show(needs)

    @property
    def ids(self) -> tuple[int, ...]:
        """Return the needs shown, from the top."""
        return tuple(need.id for need in self.rows.rows)

    def chosen(self) -> tuple[int, ...]:
        """Return the chosen needs, from the top."""
        numbers = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return tuple(self.rows.rows[number].id for number in numbers)

    def choose(self, needs: Sequence[int]) -> None:
        """Choose exactly *needs*; the first of them has the keys."""
        self.clearSelection()
        here = [self.rows.index_of(need) for need in needs if need in self.ids]
        for index in here:
            self.selectionModel().select(index, _FLAG.Select)
        if here:
            self.selectionModel().setCurrentIndex(here[0], _FLAG.NoUpdate)
            self.scrollTo(here[0])

    def row_for(self, at: QPoint) -> int:
        """Return above which row something put down at *at* lands: the one whose middle is below."""
        for number in range(self.rows.rowCount()):
            if at.y() < self.visualRect(self.rows.index(number, 0)).center().y():
                return number
        return self.rows.rowCount()

    def show_line(self, row: int | None) -> None:
        """Show the drop place above *row*, or none."""
        if row != self._line:
            self._line = row
            self.viewport().update()

    def set_lifted(self, needs: frozenset[int]) -> None:
        """Show *needs* faintly: they are in the hand."""
        self.delegate.lifted = frozenset(needs)
        self.viewport().update()

    # Qt

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that are meant for cards."""
        key, held = Qt.Key(event.key()), event.modifiers()
        if held & Qt.KeyboardModifier.AltModifier and key in _ARROWS:
            self.stepped.emit(*_ARROWS[key])
        elif held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
            super().keyPressEvent(event)
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.sent.emit(key - Qt.Key.Key_0)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.went.emit(_ARROWS[key][0])
        elif key == Qt.Key.Key_M:
            self.taken_up.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.opened.emit()
        elif key == Qt.Key.Key_Delete:
            self.deleting.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, e: QResizeEvent, /) -> None:
        """Let the cards fit the new width; a bar that comes makes them narrower and higher."""
        super().resizeEvent(e)
        self.scheduleDelayedItemsLayout()

    @override
    def paintEvent(self, e: QPaintEvent, /) -> None:
        """Paint the cards, and the drop place over them."""
        super().paintEvent(e)
        if self._line is None:
            return
        last = self.rows.rowCount()
        if self._line < last:
            top = self.visualRect(self.rows.index(self._line, 0)).top()
        else:
            top = self.visualRect(self.rows.index(last - 1, 0)).bottom() if last else 2
        painter = QPainter(self.viewport())
        painter.setPen(QPen(theme.current().colour(Role.FOCUS), 3))
        height = max(2, top - theme.current().space(_AIR) // 2)
        painter.drawLine(4, height, self.viewport().width() - 4, height)
