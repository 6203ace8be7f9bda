"""The cases of one stage as cards, and the head above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyleOptionViewItem, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.cards import CardDelegate, CardFace, CardPainter
from smartstad_desktop.ui.kit.marks import Mark
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.theme import Role

_FLAG: Final = QItemSelectionModel.SelectionFlag
_AIR: Final = 8
_HEAD_LINES: Final = 2
_SIDES: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardCase:
    """A case as a card; ``note`` is how far it has come and ``spoken`` what a screen reader says after the title."""

    id: int
    stage: int | None
    title: str
    marks: tuple[Mark, ...] = ()
    note: str = ""
    is_private: bool = False
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class BoardStage:
    """A column of the board; without an id it holds what is over, and nothing can be put there."""

    id: int | None
    name: str
    note: str = ""


class _Delegate(CardDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), hint.height() + theme.current().space(_AIR))


def _face(row: object) -> CardFace:
    if not isinstance(row, BoardCase):
        return CardFace(None, "")
    return CardFace(key=row.id, title=row.title, marks=row.marks, budget=row.note, is_private=row.is_private)


class CaseList(QListView):
    """Cases from the top. Keys: Alt and an arrow moves to the neighbour stage, a figure to that one, M takes up."""

    #: Alt and an arrow: steps to the side.
    stepped = Signal(int)
    #: Left or right without Alt: go to the neighbouring column.
    went = Signal(int)
    #: A figure: to the stage with that number.
    sent = Signal(int)
    taken_up = Signal()
    opened = Signal()
    deleting = Signal()
    #: The user has chosen another case here.
    chose = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, cards: CardPainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsModel[BoardCase](
            [Column("", lambda row: row.title)], key=lambda row: row.id, accessible=_spoken, parent=self
        )
        self.is_target = False
        self.delegate = _Delegate(_face, cards, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
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

    def _want_menu(self, at: QPoint) -> None:
        self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def _tell(self) -> None:
        if self.selectionModel().hasSelection():
            self.chose.emit()

    @property
    def ids(self) -> tuple[int, ...]:
        """Return the cases shown, from the top."""
        return tuple(row.id for row in self.rows.rows)

    def chosen(self) -> int | None:
        """Return the chosen case."""
        indexes = self.selectionModel().selectedIndexes()
        return self.rows.rows[indexes[0].row()].id if indexes else None

    def choose(self, case: int | None) -> None:
        """Choose exactly *case*, if it is here."""
        self.clearSelection()
        if case in self.ids:
            index = self.rows.index_of(case)
            self.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect)
            self.scrollTo(index)

    def set_lifted(self, case: int | None) -> None:
        """Show *case* faintly: it is in the hand."""
        self.delegate.lifted = frozenset() if case is None else frozenset({case})
        self.viewport().update()

    def set_target(self, *, is_target: bool) -> None:
        """Show that what is in the hand would land here."""
        if is_target != self.is_target:
            self.is_target = is_target
            self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that are meant for cards."""
        key, held = Qt.Key(event.key()), event.modifiers()
        if held & Qt.KeyboardModifier.AltModifier and key in _SIDES:
            self.stepped.emit(_SIDES[key])
        elif held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
            super().keyPressEvent(event)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.sent.emit(key - Qt.Key.Key_0)
        elif key in _SIDES:
            self.went.emit(_SIDES[key])
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
        """Paint the cards, and a frame where something is held above."""
        super().paintEvent(e)
        if self.is_target:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.current().colour(Role.FOCUS), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.viewport().rect().adjusted(2, 2, -3, -3), 8, 8)


class CaseColumn(Panel):
    """A stage: its name with how many cases there are, and the cases. One without cases is narrower."""

    def __init__(self, stage: BoardStage, cards: CardPainter, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill=Role.COLUMN, edge=None)
        self.stage = stage
        space = theme.current().space
        self.title = Label("", Type.CAPTION, Weight.BOLD, wraps=True)
        # All heads are as high, so that the cards begin on one line.
        self.title.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.title.setMinimumHeight(self.title.fontMetrics().lineSpacing() * _HEAD_LINES)
        self.note = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.list = CaseList(cards)
        self.column.setContentsMargins(space(8), space(10), space(8), space(8))
        self.column.setSpacing(space(4))
        self.column.addWidget(self.title)
        self.column.addWidget(self.note)
        self.column.addWidget(self.list, 1)

    def show_cases(self, stage: BoardStage, cases: Sequence[BoardCase]) -> None:
        """Show the cases of the stage."""
        self.stage = stage
        count = f" ({current().number(len(cases))})" if cases else ""
        self.title.setText(stage.name + count)
        self.note.setText(stage.note or " ")
        self.list.setAccessibleName(f"{stage.name}: {_('Cases').lower()}")
        self.list.rows.show(cases)
        self.setMinimumWidth(theme.current().space(130 if cases else 100))


def _spoken(row: BoardCase) -> str:
    return ", ".join(part for part in (row.title, row.spoken or row.note) if part)
