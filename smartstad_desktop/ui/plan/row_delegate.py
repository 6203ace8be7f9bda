"""Paints one row of a list that people put in order: its number, its name, and a line beneath."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.lines import lines_of
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.rows_model import KEY_ROLE, ROW_ROLE
from smartstad_desktop.ui.kit.theme import Role

_AIR: Final = 10
_NUMBER_ROOM: Final = 34
_ELIDE: Final = Qt.TextElideMode.ElideRight


@dataclass(frozen=True, slots=True)
class RowFace:
    """What is seen of a row; the role says how the note is meant."""

    title: str
    note: str = ""
    role: Role = Role.INK_SOFT


class RowDelegate(QStyledItemDelegate):
    """The painter; ``held`` are the keys of the rows in the hand."""

    def __init__(self, face: Callable[[Any], RowFace], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = face
        self.held: frozenset[Hashable] = frozenset()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room for the name, on two lines if it needs them, and the note."""
        look = theme.current()
        face = self._face(index.data(ROW_ROLE))
        view = self.parent()
        wide = view.viewport().width() if isinstance(view, QAbstractItemView) else look.space(300)
        title = self._title_height(face.title, wide - self._indent())
        note = QFontMetrics(text_font(Type.CAPTION)).height() if face.note else 0
        return QSize(look.space(200), title + note + look.space(2 * _AIR + 4))

    def _indent(self) -> int:
        return theme.current().space(2 * _AIR + _NUMBER_ROOM) - 6

    def _title_height(self, title: str, width: int) -> int:
        metrics = QFontMetrics(text_font(Type.BODY, Weight.SEMIBOLD))
        lines = 2 if metrics.horizontalAdvance(title) > width else 1
        return metrics.lineSpacing() * lines

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row."""
        face = self._face(index.data(ROW_ROLE))
        look = theme.current()
        # The stubs do not know the fields that the option has in C++.
        place: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]  a field of the C++ class
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]  a field of the C++ class
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.35 if index.data(KEY_ROLE) in self.held else 1.0)
        self._ground(painter, place, state)
        air = look.space(_AIR)
        inner = place.adjusted(air, air, -air, -air)
        painter.setFont(text_font(Type.BODY, Weight.SEMIBOLD, figures=True))
        painter.setPen(look.colour(Role.PRIMARY))
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, f"{index.row() + 1}")
        self._words(painter, inner.adjusted(look.space(_NUMBER_ROOM) - 6, 0, 0, 0), face)
        painter.restore()

    def _ground(self, painter: QPainter, place: QRect, state: QStyle.StateFlag) -> None:
        look = theme.current()
        sheet = place.adjusted(2, 1, -2, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(look.colour(Role.PRIMARY_TINT))
            painter.drawRoundedRect(sheet, 8, 8)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(look.colour(Role.HOVER))
            painter.drawRoundedRect(sheet, 8, 8)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(look.colour(Role.FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(sheet, 8, 8)

    def _words(self, painter: QPainter, room: QRect, face: RowFace) -> None:
        look = theme.current()
        title = text_font(Type.BODY, Weight.SEMIBOLD)
        metrics = QFontMetrics(title)
        painter.setFont(title)
        painter.setPen(look.colour(Role.INK))
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        high = self._title_height(face.title, room.width())
        for number, line in enumerate(lines_of(face.title, title, room.width(), 2)):
            painter.drawText(room.adjusted(0, number * metrics.lineSpacing(), 0, 0), top, line)
        note = text_font(Type.CAPTION)
        below = room.adjusted(0, high + 4, 0, 0)
        painter.setFont(note)
        painter.setPen(look.colour(face.role))
        painter.drawText(below, top, QFontMetrics(note).elidedText(face.note, _ELIDE, below.width()))
