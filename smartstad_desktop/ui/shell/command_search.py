"""Ctrl+K: one line that finds every command, page and project."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.marks import Mark, mark_size, paint_mark
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, paint_chosen, text_font
from smartstad_desktop.ui.kit.rows_model import ROW_ROLE, Column, RowsModel
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.shell.search_match import fit

SHOWN: Final = 40
#: So many of them are seen at once; a line is so high.
LINES: Final = 10
LINE: Final = 40


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that can be found and what choosing it does."""

    key: str
    text: str
    beside: str
    act: Callable[[], Any]
    icon: str = ""
    mark: Mark | None = None
    #: Commands come before projects that fit as well.
    bonus: int = 0


def best(query: str, findings: Sequence[Finding]) -> list[Finding]:
    """Return what fits *query*, best first; without a query only the commands."""
    if not query.strip():
        return [each for each in findings if each.bonus][:SHOWN]
    scored = [(fit(query.strip(), each.text), each) for each in findings]
    found = [(score + each.bonus, each) for score, each in scored if score]
    found.sort(key=lambda pair: -pair[0])
    return [each for _score, each in found[:SHOWN]]


class CommandSearch(QDialog):
    """The line and what it found. Arrows choose, Enter does it, Esc goes away."""

    def __init__(self, findings: Sequence[Finding], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._findings = findings
        self.setWindowTitle(_("Search commands and projects"))
        self.setModal(True)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("What do you want to do or find?"))
        self.line.setAccessibleName(_("Search commands and projects"))
        self.line.setFont(text_font(Type.STRONG))
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._search)
        columns = [Column[Finding](_("Found"), lambda finding: finding.text)]
        self.model = RowsModel(columns, key=lambda finding: finding.key)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_FindingDelegate(self.list))
        self.list.setAccessibleName(_("Found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.clicked.connect(self._choose)
        self.nothing = Label(_("Nothing fits. Try fewer letters."), role=Role.INK_SOFT)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.addWidget(self.line)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        look = theme.current()
        self.setFixedWidth(min(look.space(640), parent.width() - 40))
        self.move(
            parent.mapToGlobal(parent.rect().center()).x() - self.width() // 2,
            parent.mapToGlobal(parent.rect().topLeft()).y() + look.space(80),
        )
        self._search("")

    def _search(self, query: str) -> None:
        self.model.show(best(query, self._findings))
        self.nothing.setVisible(not self.model.rows)
        self.list.setVisible(bool(self.model.rows))
        self.list.setCurrentIndex(self.model.index(0, 0))
        self._fit()

    def _fit(self) -> None:
        """Be as high as what was found, up to ten lines."""
        lines = min(len(self.model.rows), LINES)
        self.list.setFixedHeight(lines * theme.current().space(LINE) + 2 * self.list.frameWidth())
        self._column.activate()
        self.setFixedHeight(self._column.totalSizeHint().height())

    def _choose(self, index: QModelIndex) -> None:
        finding = self.model.row_at(index)
        if finding is not None:
            self.accept()
            finding.act()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows and Enter in the line move and choose in the list."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}.get(
                Qt.Key(event.key())
            )
            if step is not None:
                last = self.model.rowCount() - 1
                row = max(0, min(last, self.list.currentIndex().row() + step))
                self.list.setCurrentIndex(self.model.index(row, 0))
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._choose(self.list.currentIndex())
                return True
        return False


class _FindingDelegate(QStyledItemDelegate):
    """One line: icon or mark, the words, and keys or municipality at the right."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a line."""
        return QSize(200, theme.current().space(LINE))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the line; the chosen one has a ground and an edge."""
        look = theme.current()
        finding: Finding = index.data(ROW_ROLE)
        # The stubs do not know the fields that Qt's C++ struct has; the names are Qt's.
        room = QRectF(getattr(option, "rect")).adjusted(2, 1, -2, -1)  # noqa: B009  see above
        state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009  see above
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            paint_chosen(painter, room)
        self._paint_sign(painter, finding, room)
        words = room.adjusted(look.space(48), 0, -look.space(10), 0)
        beside = text_font(Type.CAPTION, Weight.MEDIUM)
        painter.setFont(beside)
        painter.setPen(look.colour(Role.INK_SOFT))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, finding.beside)
        words.setRight(words.right() - QFontMetrics(beside).horizontalAdvance(finding.beside) - 10)
        made = text_font(Type.BODY)
        painter.setFont(made)
        painter.setPen(look.colour(Role.INK))
        shown = QFontMetrics(made).elidedText(finding.text, Qt.TextElideMode.ElideRight, round(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def _paint_sign(self, painter: QPainter, finding: Finding, room: QRectF) -> None:
        look = theme.current()
        if finding.mark is not None and finding.mark.letters:
            size = mark_size(look.scale, finding.mark.letters)
            top = room.center().y() - size.height() / 2
            place = QRectF(room.x() + look.space(9), top, size.width(), size.height())
            paint_mark(painter, place, finding.mark, look.scale)
        elif finding.icon:
            side = look.space(icons.SIZE)
            picture = icons.pixmap(finding.icon, Role.INK_SOFT, side)
            painter.drawPixmap(round(room.x() + look.space(14)), round(room.center().y() - side / 2), picture)


def keys_text(keys: str) -> str:
    """Return a shortcut as it is written on this system."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
