"""Draws one file of the import: its municipality, its name, what state it is in, and the way to let go of it."""

from __future__ import annotations

from typing import Any, Final, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from smartstad_desktop.ui.importing.file_faces import FileFace, FileState
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.marks import Mark, mark_size, paint_marks
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.rows_model import ROW_ROLE
from smartstad_desktop.ui.kit.theme import Role

_PAD: Final = 12
_SIGN: Final = 14
_CROSS: Final = 24
#: The bar of a file that is read: a piece of this share moves by this much each time the window looks.
_PIECE, _STEP = 0.3, 0.07
_SIGNS: Final = {
    FileState.WAITING: ("pause", Role.INK_SOFT),
    FileState.READING: ("loader-circle", Role.PRIMARY),
    FileState.READY: ("circle-check", Role.GOOD),
    FileState.ASKING: ("circle-help", Role.ATTENTION),
    FileState.LOCKED: ("lock", Role.BAD),
    FileState.FAILED: ("file-x-2", Role.BAD),
}
Index = QModelIndex | QPersistentModelIndex


class FileDelegate(QStyledItemDelegate):
    """Paints one file. ``cross`` is where a press lets go of it."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for all lines."""
        face = cast("FileFace", index.data(ROW_ROLE))
        width = cast("QListView", self.parent()).viewport().width() - 8
        name, words = _rects(face, QRect(0, 0, width, 0))
        bar = theme.current().space(10) if face.state is FileState.READING else 0
        return QSize(width, max(words.bottom(), name.bottom()) + _PAD + bar)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the file."""
        face = cast("FileFace", index.data(ROW_ROLE))
        # PySide's stubs do not know these members of the style option.
        opened = cast("Any", option)
        rect: QRect = opened.rect
        is_on = bool(opened.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_sheet(painter, face, rect, is_on=is_on)
        name, words = _rects(face, rect)
        _paint_mark(painter, face, rect)
        look = theme.current()
        painter.setPen(look.colour(Role.INK))
        painter.setFont(text_font(Type.BODY, Weight.SEMIBOLD))
        painter.drawText(name, _wraps(painter.fontMetrics(), face.name, name.width()), face.name)
        _paint_words(painter, face, words)
        if face.state is FileState.READING:
            _paint_bar(painter, face, rect)
        if is_on or opened.state & QStyle.StateFlag.State_MouseOver:
            side = look.space(16)
            place = cross(rect)
            picture = icons.pixmap("x", Role.INK_SOFT, side)
            painter.drawPixmap(place.center().x() - side // 2 + 1, place.center().y() - side // 2 + 1, picture)
        painter.restore()


def cross(rect: QRect) -> QRect:
    """Return where a press lets go of the file in *rect*."""
    side = theme.current().space(_CROSS)
    return QRect(rect.right() - side - 4, rect.top() + 5, side, side)


def _rects(face: FileFace, rect: QRect) -> tuple[QRect, QRect]:
    look = theme.current()
    left = rect.left() + _PAD + (mark_size(look.scale).width() + 10 if face.town else 0)
    right = rect.right() - look.space(_CROSS) - 6
    room = QRect(left, rect.top() + _PAD - 2, right - left, 10_000)
    name = _bounds(text_font(Type.BODY, Weight.SEMIBOLD), room, face.name)
    start = rect.left() + _PAD + look.space(_SIGN) + 6
    # The mark of the municipality is as tall as a line and a half.
    mark = rect.top() + _PAD - 3 + mark_size(look.scale).height() if face.town else 0
    below = QRect(start, max(name.bottom(), mark) + 4, rect.right() - _PAD - start, 10_000)
    return name, _bounds(text_font(Type.CAPTION), below, face.lines)


def _bounds(font: QFont, room: QRect, text: str) -> QRect:
    metrics = QFontMetrics(font)
    found = metrics.boundingRect(room, _wraps(metrics, text, room.width()), text)
    return QRect(found.left(), found.top(), room.width(), found.height())


def _wraps(metrics: QFontMetrics, text: str, width: int) -> int:
    """Return how *text* may be broken: between words, inside one only where a word is wider than the room."""
    is_wide = any(metrics.horizontalAdvance(word) > width for word in text.split())
    return int(Qt.TextFlag.TextWrapAnywhere if is_wide else Qt.TextFlag.TextWordWrap)


def _paint_sheet(painter: QPainter, face: FileFace, rect: QRect, *, is_on: bool) -> None:
    look = theme.current()
    painter.setPen(Qt.PenStyle.NoPen)
    if face.is_bad or is_on:
        painter.setBrush(look.colour(Role.BAD_TINT if face.is_bad else Role.PRIMARY_TINT))
        painter.drawRoundedRect(QRectF(rect), 8, 8)
    if is_on:
        # A bar at the edge, so that the choice is more than a tint.
        painter.setBrush(look.colour(Role.BAD if face.is_bad else Role.PRIMARY))
        painter.drawRoundedRect(QRectF(rect.left(), rect.top() + 6, 3, rect.height() - 12), 1.5, 1.5)


def _paint_words(painter: QPainter, face: FileFace, words: QRect) -> None:
    look = theme.current()
    sign, role = _SIGNS[face.state]
    font = text_font(Type.CAPTION)
    side = look.space(_SIGN)
    top = words.top() + (QFontMetrics(font).height() - side) // 2
    painter.drawPixmap(words.left() - side - 6, top, icons.pixmap(sign, role, side))
    is_strong = face.state in {FileState.ASKING, FileState.LOCKED, FileState.FAILED}
    painter.setPen(look.colour(role if is_strong else Role.INK_SOFT))
    painter.setFont(font)
    painter.drawText(words, _wraps(painter.fontMetrics(), face.lines, words.width()), face.lines)


def _paint_mark(painter: QPainter, face: FileFace, rect: QRect) -> None:
    if face.town is not None:
        place = QPointF(rect.left() + _PAD, rect.top() + _PAD - 3)
        mark = Mark(face.town.mark, face.town.colour, face.town.short_name)
        paint_marks(painter, place, [mark], scale=theme.current().scale)


def _paint_bar(painter: QPainter, face: FileFace, rect: QRect) -> None:
    look = theme.current()
    bar = QRectF(rect.left() + _PAD, rect.bottom() - _PAD, rect.width() - 2 * _PAD, 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(Role.COLUMN))
    painter.drawRoundedRect(bar, 2, 2)
    # A workbook does not tell how long it is: the piece says that it goes on, the seconds above say for how long.
    share = (face.step * _STEP) % (1 + _PIECE) - _PIECE
    left, right = max(share, 0.0), min(share + _PIECE, 1.0)
    if not face.step:
        left, right = 0.0, _PIECE
    painter.setBrush(look.colour(Role.PRIMARY))
    painter.drawRoundedRect(QRectF(bar.left() + left * bar.width(), bar.top(), (right - left) * bar.width(), 4), 2, 2)
