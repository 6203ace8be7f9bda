"""What the signs of the timeline mean, and which keys move things."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.domain.programme.work import EntryKind
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Type, text_font
from smartstad_desktop.ui.kit.theme import Role

_SIGN: Final = 13


class Legend(QWidget):
    """One line: the signs at the left, the hint at the right where there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = _hint()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(label(kind) for kind in EntryKind))

    @override
    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(300, theme.current().space(34))

    def show_carrying(self, is_carried: bool) -> None:  # noqa: FBT001  a signal carries it
        """Say what to do with what is held, or how to take something up."""
        self.hint = _("Click where it is to lie; Esc puts it back.") if is_carried else _hint()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the signs with their words, then the hint."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = text_font(Type.CAPTION)
        metrics = QFontMetricsF(font)
        left = float(look.space(12))
        side = look.space(_SIGN)
        for kind in EntryKind:
            room = QRectF(left, (self.height() - side) / 2, side, side)
            painter.setPen(QPen(look.colour(Role.PRIMARY_DEEP), 1))
            painter.setBrush(look.colour(Role.BAR_ONGOING))
            _paint_sign(painter, kind, room)
            left += side + look.space(6)
            painter.setFont(font)
            painter.setPen(look.colour(Role.INK_SOFT))
            wide = metrics.horizontalAdvance(label(kind))
            painter.drawText(QRectF(left, 0, wide + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, label(kind))
            left += wide + look.space(18)
        room = QRectF(left, 0, self.width() - left - look.space(10), self.height())
        if metrics.horizontalAdvance(self.hint) <= room.width():
            painter.setPen(look.colour(Role.INK_FAINT))
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.hint)


def _hint() -> str:
    return _("Drag to move, or Alt + arrows; Shift moves the end, Ctrl the start.")


def _paint_sign(painter: QPainter, kind: EntryKind, room: QRectF) -> None:
    match kind:
        case EntryKind.ACTIVITY:
            painter.drawRoundedRect(room.adjusted(-1, 3, 3, -3), 2, 2)
        case EntryKind.DELIVERABLE:
            painter.drawRect(room.adjusted(1, 1, -1, -1))
        case EntryKind.EVENT:
            painter.drawEllipse(room)
        case EntryKind.MILESTONE:
            half = room.width() / 2
            corners = (QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0))
            painter.drawPolygon(QPolygonF([room.center() + corner for corner in corners]))
