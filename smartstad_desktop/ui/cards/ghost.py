"""The picture in the hand: the first card, as many sheets behind it as a hand can show, a shadow, and how many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from smartstad_desktop.text.phrases import current
from smartstad_desktop.ui.cards.sizes import Sizes, Text
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.cards import CardFace, CardPainter, CardState
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.kit.typefaces import Weight

#: Room around the card for its shadow and the badge.
MARGIN: Final = 14
_SHEETS: Final = 2
_STEP: Final = 6
_SHADOW: Final = ((10, 6), (7, 8), (4, 12), (2, 16))


def picture_of(faces: Sequence[CardFace], width: int, cards: CardPainter, sizes: Sizes, ratio: float) -> QPixmap:
    """Return the picture of the cards in the hand, as wide as *width* and its margin."""
    height = cards.height(faces[0], width)
    sheets = min(_SHEETS, len(faces) - 1)
    full = (width + 2 * MARGIN + sheets * _STEP, height + 2 * MARGIN + sheets * _STEP)
    made = QPixmap(round(full[0] * ratio), round(full[1] * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    card = QRectF(MARGIN, MARGIN, width, height)
    radius = sizes.card_px(10)
    _paint_shadow(painter, card.translated(sheets * _STEP, sheets * _STEP), radius)
    for number in range(sheets, 0, -1):
        _paint_sheet(painter, card.translated(number * _STEP, number * _STEP), radius)
    painter.drawPixmap(QPoint(MARGIN, MARGIN), cards.picture(faces[0], width, CardState(is_focused=True), ratio))
    if len(faces) > 1:
        _paint_count(painter, card, len(faces), sizes)
    painter.end()
    return made


def _paint_shadow(painter: QPainter, card: QRectF, radius: int) -> None:
    shade = QColor(theme.current().colour(Role.SHADOW))
    painter.setPen(Qt.PenStyle.NoPen)
    for grow, alpha in _SHADOW:
        shade.setAlpha(alpha)
        painter.setBrush(shade)
        painter.drawRoundedRect(card.adjusted(-grow, -grow + 4, grow, grow + 4), radius + grow, radius + grow)


def _paint_sheet(painter: QPainter, card: QRectF, radius: int) -> None:
    look = theme.current()
    painter.setPen(QPen(look.colour(Role.LINE_CONTROL), 1))
    painter.setBrush(look.colour(Role.PAPER))
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def _paint_count(painter: QPainter, card: QRectF, count: int, sizes: Sizes) -> None:
    look = theme.current()
    side = max(26, sizes.card_px(26))
    badge = QRectF(card.right() - side / 2 - 2, card.top() - side / 2 + 2, side, side)
    painter.setPen(QPen(look.colour(Role.PAPER), 2))
    painter.setBrush(look.colour(Role.PRIMARY))
    painter.drawEllipse(badge)
    painter.setPen(look.colour(Role.ON_PRIMARY))
    painter.setFont(sizes.card_font(Text.CAPTION, Weight.BOLD))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, current().number(count))
