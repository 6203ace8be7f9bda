"""The list of steps at the right of the window: what was done when, and the way back to any of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.text.steps import step_name
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, icon_button
from smartstad_desktop.ui.kit.lines import lines_of
from smartstad_desktop.ui.kit.moments import moment
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, paint_chosen, text_font
from smartstad_desktop.ui.kit.rows_model import ROW_ROLE, Column, RowsModel
from smartstad_desktop.ui.kit.theme import Role

if TYPE_CHECKING:
    from smartstad_desktop.storage.journal import Step

#: A name takes one line or two.
LINES = 2


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step as the list shows it."""

    id: int
    name: str
    when: str
    #: How many undos lead back to just after this step; None when undo cannot get there.
    way_back: int | None
    is_undone: bool


def step_rows(steps: Sequence[Step], now: datetime) -> list[StepRow]:
    """Return the steps that count, newest first, each with the way back to it."""
    rows: list[StepRow] = []
    undos: int | None = 0
    for step in steps:
        if step.state == "dropped":
            continue
        name, when = step_name(step.command, step.parameters), moment(step.at, now)
        if step.state == "undone":
            rows.append(StepRow(step.id, name, when, None, is_undone=True))
            continue
        rows.append(StepRow(step.id, name, when, undos, is_undone=False))
        undos = None if undos is None or step.is_floor else undos + 1
    return rows


class HistoryPanel(QWidget):
    """Shows the steps; says to which of them the user wants to go back."""

    #: Carries how many steps to undo.
    wanted = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(theme.current().space(340))
        columns = [Column[StepRow](_("Step"), lambda row: row.name)]
        self.model = RowsModel(columns, key=lambda row: row.id, accessible=lambda row: f"{row.name}, {row.when}")
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_StepDelegate(self.list))
        self.list.setAccessibleName(_("History"))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.selectionModel().currentChanged.connect(self._offer)
        self.button = Button(_("Undo back to here"), icon="undo-2")
        self.button.clicked.connect(self._ask)
        self.told = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        close = icon_button("x", _("Close"))
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(Label(_("History"), Type.TITLE, Weight.BOLD), 1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 12, 16)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.told)
        column.addWidget(self.button)
        self._offer()

    def show_steps(self, steps: Sequence[Step], now: datetime) -> None:
        """Show the newest steps."""
        self.model.show(step_rows(steps, now))
        self._offer()

    def _row(self) -> StepRow | None:
        return self.model.row_at(self.list.currentIndex())

    def _offer(self) -> None:
        row = self._row()
        undos = row.way_back if row is not None else None
        self.button.setEnabled(bool(undos))
        if row is None:
            told = _("Choose a step to go back to how things were just after it.")
        elif row.is_undone:
            told = _("This step is undone. Redo brings it back.")
        elif undos is None:
            told = _("A step after this one cannot be undone.")
        elif undos == 0:
            told = _("This is how things are now.")
        else:
            told = ngettext("{count} step will be undone.", "{count} steps will be undone.", undos)
        self.told.setText(told)

    def _ask(self) -> None:
        row = self._row()
        if row is not None and row.way_back:
            self.wanted.emit(row.way_back)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper and the edge towards the page."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().colour(Role.PAPER))
        painter.fillRect(0, 0, 1, self.height(), theme.current().colour(Role.LINE))


class _StepDelegate(QStyledItemDelegate):
    """What was done, and when; what is undone is struck through."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of the name, in one line or two, and the time."""
        look, made = theme.current(), text_font(Type.BODY, Weight.MEDIUM)
        lines = len(lines_of(index.data(), made, self._width(), LINES))
        return QSize(120, lines * QFontMetrics(made).height() + look.space(34))

    def _width(self) -> int:
        # The row keeps 6 points free of the scroll bar; the words stand 10 and 8 from its edges.
        look = theme.current()
        return self._view.viewport().width() - 6 - look.space(10) - look.space(8)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the two lines."""
        look = theme.current()
        row: StepRow = index.data(ROW_ROLE)
        # The stubs do not know the fields that Qt's C++ struct has; the names are Qt's.
        room = QRectF(getattr(option, "rect")).adjusted(0, 1, -6, -1)  # noqa: B009  see above
        state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009  see above
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            paint_chosen(painter, room)
        words = room.adjusted(look.space(10), look.space(5), -look.space(8), -look.space(5))
        made = text_font(Type.BODY, Weight.MEDIUM)
        made.setStrikeOut(row.is_undone)
        painter.setFont(made)
        painter.setPen(look.colour(Role.INK_FAINT if row.is_undone else Role.INK))
        shown = "\n".join(lines_of(row.name, made, self._width(), LINES))
        painter.drawText(words, Qt.AlignmentFlag.AlignTop, shown)
        painter.setFont(text_font(Type.CAPTION))
        painter.setPen(look.colour(Role.INK_FAINT))
        when = _("{time}, undone", time=row.when) if row.is_undone else row.when
        painter.drawText(words, Qt.AlignmentFlag.AlignBottom, when)
        painter.restore()
