"""One column of the chain: its name, a way to add, and its nodes in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.goals.chain import NodeRef
from smartstad_desktop.domain.goals.goals import ChainLevel
from smartstad_desktop.reads.goals.chain import ChainRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.goals.chain_paint import NodeDelegate, Standing, counted
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import icon_button
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel, SelectionKeeper
from smartstad_desktop.ui.kit.theme import Role


def level_name(level: ChainLevel | None) -> str:
    """Return what a column is called."""
    return _("Track") if level is None else label(level)


def _told(row: ChainRow) -> str:
    return f"{level_name(row.ref.level)}: {row.name.in_language(current().language)}. {counted(row)}"


class NodeList(QListView):
    """The nodes of a column. It changes nothing itself: it asks."""

    chosen = Signal(object)
    #: Carries a node and the one it shall go before, or None for last.
    move_asked = Signal(object, object)
    removal_asked = Signal(object)
    edit_asked = Signal()
    #: Carries a node that was clicked with Ctrl: it is to be linked with the chosen one, or not any more.
    toggle_asked = Signal(object)
    #: The neighbour column shall have the focus: −1 is left, 1 is right.
    leave_asked = Signal(int)

    def __init__(self, level: ChainLevel | None) -> None:
        super().__init__()
        self.level = level
        self.rows: RowsModel[ChainRow] = RowsModel(
            [Column("", lambda row: row.name.in_language(current().language))],
            key=lambda row: row.ref,
            accessible=_told,
        )
        self.delegate = NodeDelegate()
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self.setObjectName("BoardColumn")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(level_name(level))
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self._keeper = SelectionKeeper(self, self.rows)
        self._landing: int | None = None
        self.selectionModel().currentChanged.connect(lambda: self.chosen.emit(self.current))

    @property
    def current(self) -> NodeRef | None:
        """Return the node that has the focus."""
        row = self.rows.row_at(self.currentIndex())
        return row.ref if row else None

    def choose(self, ref: NodeRef) -> None:
        """Choose a node, as if it had been clicked."""
        index = self.rows.index_of(ref)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def show_landing(self, row: int | None) -> None:
        """Draw a line before a row, or nowhere."""
        self._landing = row
        self.viewport().update()

    def move_by(self, step: int) -> None:
        """Ask to move the current node up or down."""
        if self.current is None:
            return
        keys = [row.ref for row in self.rows.rows]
        at = keys.index(self.current)
        target = at - 1 if step < 0 else at + 2
        if target >= 0 and (step < 0 or at + 1 < len(keys)):
            self.move_asked.emit(self.current, keys[target] if target < len(keys) else None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and arrows, change the column with left and right, delete, edit."""
        key = event.key()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.move_by(-1 if key == Qt.Key.Key_Up else 1)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.leave_asked.emit(-1 if key == Qt.Key.Key_Left else 1)
        elif key == Qt.Key.Key_Delete and self.current is not None:
            self.removal_asked.emit(self.current)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.edit_asked.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        """Link with Ctrl and a click, instead of choosing."""
        row = self.rows.row_at(self.indexAt(event.position().toPoint()))
        if row is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.toggle_asked.emit(row.ref)
            return
        super().mousePressEvent(event)
        if row is not None:
            self.chosen.emit(row.ref)

    @override
    def resizeEvent(self, e: QResizeEvent, /) -> None:
        """Let names break anew in another width."""
        super().resizeEvent(e)
        self.scheduleDelayedItemsLayout()

    @override
    def paintEvent(self, e: QPaintEvent, /) -> None:
        """Paint the cards, and where a held one would land."""
        super().paintEvent(e)
        if self._landing is None or not self.rows.rows:
            return
        last = len(self.rows.rows) - 1
        place = self.visualRect(self.rows.index(min(self._landing, last), 0))
        y = max(2, place.top() - 2 if self._landing <= last else place.bottom())
        painter = QPainter(self.viewport())
        painter.setPen(QPen(theme.current().colour(Role.PRIMARY), 3))
        painter.drawLine(2, y, self.viewport().width() - 8, y)


class ChainColumn(QWidget):
    """Head and list of one column."""

    adding = Signal(object)

    def __init__(self, level: ChainLevel | None) -> None:
        super().__init__()
        self.level = level
        space = theme.current().space
        self.title = Label(level_name(level), Type.BODY, Weight.SEMIBOLD)
        self.count = Label("", Type.CAPTION, role=Role.INK_FAINT, figures=True)
        name = _("Add to {column}", column=level_name(level).lower())
        self.add_button = icon_button("plus", name)
        self.add_button.clicked.connect(lambda: self.adding.emit(self.level))
        self.list = NodeList(level)
        head = QHBoxLayout()
        head.setSpacing(space(6))
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(4))
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.setMinimumWidth(space(168))

    def show_rows(self, rows: Sequence[ChainRow], standings: Mapping[NodeRef, Standing]) -> None:
        """Show the nodes of the column, each as it stands to the chosen one."""
        self.count.setText(current().number(len(rows)))
        self.list.delegate.standings = dict(standings)
        self.list.rows.show(list(rows))
        self.list.viewport().update()
