"""What a column shows besides its cards: the drop place, a word where it is empty, and the handle of a card."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from smartstad_desktop.ui.cards.sizes import Sizes, Text
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.kit.typefaces import Weight

_LEAST_SLOT: Final = 24


def paint_hint(painter: QPainter, room: QRect, text: str, sizes: Sizes) -> None:
    """Say in an empty column how it is filled."""
    painter.setFont(sizes.font(Text.CAPTION))
    painter.setPen(theme.current().colour(Role.INK_SOFT))
    inner = room.adjusted(sizes.px(10), sizes.px(16), -sizes.px(10), 0)
    painter.drawText(inner, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, text)


def paint_slot(painter: QPainter, room: QRect, name: str, sizes: Sizes) -> None:
    """Paint the drop place with its *name*, once it is open far enough."""
    if room.height() < _LEAST_SLOT:
        return
    look, radius = theme.current(), sizes.card_px(10)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour(Role.PRIMARY), 2, Qt.PenStyle.DashLine))
    painter.setBrush(look.colour(Role.PRIMARY_TINT))
    painter.drawRoundedRect(QRectF(room).adjusted(1, 1, -1, -1), radius, radius)
    painter.setFont(sizes.card_font(Text.CARD, Weight.SEMIBOLD))
    painter.setPen(look.colour(Role.PRIMARY))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(room.adjusted(sizes.card_px(8), 0, -sizes.card_px(8), 0), flags, name)


def paint_handle(painter: QPainter, room: QRect, *, is_chosen: bool) -> None:
    """Paint the handle by which a card is taken up."""
    look = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(Role.PRIMARY_TINT if is_chosen else Role.HOVER))
    painter.drawRoundedRect(room, 6, 6)
    side = round(room.width() * 0.7)
    picture = icons.pixmap("grip-vertical", Role.INK_SOFT, side, painter.device().devicePixelRatio())
    painter.drawPixmap(room.center().x() - side // 2 + 1, room.center().y() - side // 2 + 1, picture)
