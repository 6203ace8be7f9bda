"""The pictures a cell can have, each made once: number and shade together, a corner where there is a comment."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QPolygonF

from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role, ThemeName, contrast
from smartstad_desktop.ui.matrix.sheet import figure

_FILLS: Final = {
    -1: Role.HEAT_BELOW,
    0: Role.HEAT_0,
    1: Role.HEAT_1,
    2: Role.HEAT_2,
    3: Role.HEAT_3,
}
#: The white between two cells, on each side.
GAP: Final = 1


def fill_of(answer: int) -> QColor:
    """Return the shade of a number."""
    return theme.current().colour(_FILLS[answer])


def ink_on(answer: int) -> QColor:
    """Return the colour of the number on its shade: a zero is quiet, the others are what reads best."""
    look = theme.current()
    if answer == 0:
        return look.colour(Role.INK_FAINT)
    fill = fill_of(answer)
    return max((look.colour(role) for role in (Role.INK, Role.ON_PRIMARY)), key=lambda ink: contrast(ink, fill))


@lru_cache(maxsize=256)
def tile(answer: int | None, width: int, height: int, ratio: float, _name: ThemeName, *, is_commented: bool) -> QPixmap:
    """Return the picture of a cell; an unanswered one is blank paper."""
    look = theme.current()
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(look.colour(Role.PAPER))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = QRectF(GAP, GAP, width - 2 * GAP, height - 2 * GAP)
    if answer is None:
        painter.fillRect(QRectF(0, height - 1, width, 1), look.colour(Role.LINE_SOFT))
        painter.fillRect(QRectF(width - 1, 0, 1, height), look.colour(Role.LINE_SOFT))
    else:
        painter.fillRect(inner, fill_of(answer))
        painter.setPen(ink_on(answer))
        painter.setFont(text_font(Type.BODY, Weight.REGULAR if answer == 0 else Weight.SEMIBOLD, figures=True))
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, figure(answer))
        if look.is_high_contrast:
            painter.setPen(look.colour(Role.LINE_SOFT))
            painter.drawRect(inner.adjusted(0, 0, -1, -1))
    if is_commented and answer is not None:
        side = look.space(9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink_on(answer or 1) if answer else look.colour(Role.INK_SOFT))
        corner = inner.topRight()
        painter.drawPolygon(QPolygonF([corner, corner - QPointF(side, 0), corner + QPointF(0, side)]))
    painter.end()
    return picture
