"""How stages and points look in the lists of a routine."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.lines import lines_of
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.rows_model import ROW_ROLE
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.routines.rows import PointFace, StageFace

_PAD: Final = 12


class _RowDelegate(QStyledItemDelegate):
    """Paints a row's ground: chosen, under the pointer, where something would land, or in the hand."""

    held: frozenset[object] = frozenset()
    #: The row that would take what is in the hand.
    taking: object = None

    def paint_sheet(self, painter: QPainter, room: QRect, state: QStyle.StateFlag, key: object) -> None:
        """Paint the ground of a row."""
        look = theme.current()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver or key == self.taking:
            painter.fillRect(room, look.colour(Role.PRIMARY_TINT if chosen or key == self.taking else Role.HOVER))
        if chosen:
            painter.fillRect(QRect(room.x(), room.y(), 3, room.height()), look.colour(Role.PRIMARY))
        painter.fillRect(QRect(room.x(), room.bottom(), room.width(), 1), look.colour(Role.LINE_SOFT))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if state & QStyle.StateFlag.State_HasFocus or key == self.taking:
            painter.setPen(QPen(look.colour(Role.FOCUS if key != self.taking else Role.PRIMARY), 2))
            painter.drawRoundedRect(QRectF(room).adjusted(2, 2, -2, -3), 5, 5)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row: Any = index.data(ROW_ROLE)
        if row is None:
            return
        # The stubs do not know the fields that Qt's C++ struct has; the names are Qt's.
        room: QRect = QRect(getattr(option, "rect"))  # noqa: B009  see above
        state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009  see above
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.id in self.held:
            painter.setOpacity(0.4)
        self.paint_sheet(painter, room, state, row.id)
        self.paint_row(painter, room, row)
        painter.restore()

    def paint_row(self, painter: QPainter, room: QRect, row: Any) -> None:
        """Paint what stands in the row."""
        raise NotImplementedError


class StageDelegate(_RowDelegate):
    """A stage: its number and name, who answers for it, and its gate at the right."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a name and the line beneath."""
        return QSize(100, theme.current().space(62))

    @override
    def paint_row(self, painter: QPainter, room: QRect, row: StageFace) -> None:
        """Paint a stage."""
        look = theme.current()
        inside = room.adjusted(look.space(_PAD), look.space(8), -look.space(_PAD), -look.space(8))
        number = text_font(Type.STRONG, Weight.BOLD, figures=True)
        painter.setFont(number)
        painter.setPen(look.colour(Role.PRIMARY))
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, str(row.number))
        words = inside.adjusted(look.space(30), 0, 0, 0)
        half = words.height() // 2
        note = words.adjusted(0, half, 0, 0)
        if row.gate:
            note.setRight(self._paint_gate(painter, note, row.gate))
        painter.setFont(text_font(Type.BODY, Weight.SEMIBOLD))
        painter.setPen(look.colour(Role.INK))
        elided(painter, QRect(words.x(), words.y(), words.width(), half), row.name)
        painter.setFont(text_font(Type.CAPTION))
        painter.setPen(look.colour(Role.INK_SOFT))
        elided(painter, note, row.note)

    def _paint_gate(self, painter: QPainter, room: QRect, gate: str) -> int:
        look = theme.current()
        font = text_font(Type.CAPTION, Weight.BOLD)
        shown = QFontMetrics(font).elidedText(gate, Qt.TextElideMode.ElideRight, look.space(84))
        width = QFontMetrics(font).horizontalAdvance(shown) + look.space(18)
        box = QRectF(room.right() - width, room.center().y() - look.space(11), width, look.space(23))
        painter.setPen(QPen(look.colour(Role.PRIMARY), 1))
        painter.setBrush(look.colour(Role.PAPER))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(font)
        painter.setPen(look.colour(Role.PRIMARY_DEEP))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
        return round(box.left()) - look.space(8)


class PointDelegate(_RowDelegate):
    """A point: whether the gate waits for it, its words in two lines, its role, and what shows that it is settled."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of two lines of words."""
        return QSize(100, theme.current().space(60))

    @override
    def paint_row(self, painter: QPainter, room: QRect, row: PointFace) -> None:
        """Paint a point."""
        look = theme.current()
        pad, side = look.space(_PAD), look.space(18)
        name, role = ("circle-check", Role.PRIMARY) if row.is_required else ("circle", Role.INK_FAINT)
        painter.drawPixmap(room.x() + pad, room.center().y() - side // 2, icons.pixmap(name, role, side))
        inside = room.adjusted(pad + look.space(30), 0, -pad, 0)
        narrow = inside.width() < look.space(430)
        width = inside.width() if narrow else round(inside.width() * 0.62)
        words = QRect(inside.x(), inside.y(), width - look.space(12), inside.height())
        if narrow:
            words.setHeight(round(inside.height() * 0.66))
        self._paint_lines(painter, words, row.name, text_font(Type.BODY, Weight.SEMIBOLD), Role.INK)
        caption = text_font(Type.CAPTION)
        if narrow:
            below = QRect(inside.x(), words.bottom(), inside.width(), inside.bottom() - words.bottom() - look.space(4))
            self._paint_lines(painter, below, row.told, caption, Role.INK_SOFT, limit=1)
            return
        right = QRect(inside.x() + width, inside.y(), inside.width() - width, inside.height() // 2)
        body = text_font(Type.BODY)
        role_of = Role.INK_SOFT if row.role else Role.ATTENTION
        self._paint_lines(painter, right.adjusted(0, look.space(8), 0, 0), row.role_shown, body, role_of, limit=1)
        below = QRect(right.x(), right.bottom(), right.width(), inside.height() // 2 - look.space(8))
        self._paint_lines(painter, below, row.required_shown or row.evidence, caption, Role.INK_FAINT, limit=1)

    def _paint_lines(self, painter: QPainter, room: QRect, text: str, font: Any, role: Role, *, limit: int = 2) -> None:
        painter.setFont(font)
        painter.setPen(theme.current().colour(role))
        lines = lines_of(text, font, room.width(), limit)
        height = painter.fontMetrics().height()
        top = room.center().y() - height * len(lines) // 2
        for number, line in enumerate(lines):
            painter.drawText(
                QRect(room.x(), top + number * height, room.width(), height), Qt.AlignmentFlag.AlignVCenter, line
            )


def elided(painter: QPainter, room: QRect, text: str) -> None:
    """Draw one line of *text*, cut where there is no more room."""
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
