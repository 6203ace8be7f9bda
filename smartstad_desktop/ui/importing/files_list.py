"""The files of an import, below each other, each with its state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.importing.faces import FileFace
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.marks import Mark, mark_size, paint_marks
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.rows_model import ROW_ROLE
from smartstad_desktop.ui.kit.theme import Role

_PAD: Final = 12
#: Larger text leaves its room to the rows; names of files wrap.
_WIDEST: Final = 300
Index = QModelIndex | QPersistentModelIndex


class FilesModel(QAbstractListModel):
    """The files in the order they came."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.faces: tuple[FileFace, ...] = ()

    def show(self, faces: Sequence[FileFace]) -> None:
        """Show *faces*."""
        if len(faces) != len(self.faces):
            self.beginResetModel()
            self.faces = tuple(faces)
            self.endResetModel()
            return
        self.faces = tuple(faces)
        if faces:
            self.dataChanged.emit(self.index(0), self.index(len(faces) - 1))

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many files there are."""
        return 0 if parent is not None and parent.isValid() else len(self.faces)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what the view asks for."""
        if not index.isValid():
            return None
        face = self.faces[index.row()]
        if role == ROW_ROLE:
            return face
        if role == Qt.ItemDataRole.DisplayRole:
            return face.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{face.name}, {face.lines}"
        return None


class FilesList(QListView):
    """The list of files; ``chosen`` tells which one is to be shown."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = FilesModel(self)
        self.setModel(self._files)
        self.setItemDelegate(_FileDelegate(self))
        self.setSpacing(4)
        self.setAccessibleName(_("Files"))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(min(theme.current().space(264), _WIDEST))
        self.selectionModel().currentChanged.connect(self._tell)

    def show_files(self, faces: Sequence[FileFace], current: int) -> None:
        """Show *faces* with one of them chosen."""
        self._files.show(faces)
        self.setCurrentIndex(self._files.index(current))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the files again: their words wrap."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _tell(self, now: QModelIndex) -> None:
        self.chosen.emit(now.row())


def _wraps(metrics: QFontMetrics, text: str, width: int) -> int:
    """Return how *text* may be broken: between words, inside one only where a word is wider than the room."""
    is_wide = any(metrics.horizontalAdvance(word) > width for word in text.split())
    return int(Qt.TextFlag.TextWrapAnywhere if is_wide else Qt.TextFlag.TextWordWrap)


def _bounds(font: QFont, room: QRect, text: str) -> QRect:
    metrics = QFontMetrics(font)
    found = metrics.boundingRect(room, _wraps(metrics, text, room.width()), text)
    return QRect(found.left(), found.top(), room.width(), found.height())


class _FileDelegate(QStyledItemDelegate):
    """Paints one file: mark, name, and what is to be said about it."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for all lines."""
        face = cast("FileFace", index.data(ROW_ROLE))
        width = cast("QListView", self.parent()).viewport().width() - 8
        name, words = self._rects(face, QRect(0, 0, width, 0))
        return QSize(width, max(words.bottom(), name.bottom()) + _PAD)

    def _rects(self, face: FileFace, rect: QRect) -> tuple[QRect, QRect]:
        left = rect.left() + _PAD + (mark_size(theme.current().scale).width() + 10 if face.town else 0)
        room = QRect(left, rect.top() + _PAD - 2, rect.right() - _PAD - left, 10_000)
        name = _bounds(text_font(Type.BODY, Weight.SEMIBOLD), room, face.name)
        below = QRect(rect.left() + _PAD, name.bottom() + 5, rect.width() - 2 * _PAD, 10_000)
        words = _bounds(text_font(Type.CAPTION), below, face.lines)
        return name, words

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the file."""
        face = cast("FileFace", index.data(ROW_ROLE))
        look = theme.current()
        # PySide's stubs do not know these members of the style option.
        opened = cast("Any", option)
        rect: QRect = opened.rect
        is_on = bool(opened.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if face.is_bad or is_on:
            painter.setBrush(look.colour(Role.BAD_TINT if face.is_bad else Role.PRIMARY_TINT))
            painter.drawRoundedRect(QRectF(rect), 8, 8)
        if is_on:
            # A bar at the edge, so that the choice is more than a tint.
            painter.setBrush(look.colour(Role.BAD if face.is_bad else Role.PRIMARY))
            painter.drawRoundedRect(QRectF(rect.left(), rect.top() + 6, 3, rect.height() - 12), 1.5, 1.5)
        name, words = self._rects(face, rect)
        self._paint_mark(painter, face, rect)
        painter.setPen(look.colour(Role.INK))
        painter.setFont(text_font(Type.BODY, Weight.SEMIBOLD))
        painter.drawText(name, _wraps(painter.fontMetrics(), face.name, name.width()), face.name)
        painter.setPen(look.colour(Role.BAD if face.is_bad else Role.INK_SOFT))
        painter.setFont(text_font(Type.CAPTION))
        painter.drawText(words, _wraps(painter.fontMetrics(), face.lines, words.width()), face.lines)
        painter.restore()

    def _paint_mark(self, painter: QPainter, face: FileFace, rect: QRect) -> None:
        if face.town is not None:
            place = QPointF(rect.left() + _PAD, rect.top() + _PAD - 3)
            mark = Mark(face.town.mark, face.town.colour, face.town.short_name)
            paint_marks(painter, place, [mark], scale=theme.current().scale)
