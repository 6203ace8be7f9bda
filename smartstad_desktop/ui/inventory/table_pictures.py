"""Small pictures and lines of text that the table paints again and again, made once per look."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap, QStaticText, QTextLayout, QTextOption

from smartstad_desktop.domain.inventory import ProjectKind
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.marks import Mark, mark_size, paint_mark
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role, ThemeName

DOTS: Final = {
    ProjectKind.ONGOING: Role.DOT_ONGOING,
    ProjectKind.PLANNED: Role.DOT_PLANNED,
    ProjectKind.FINISHED: Role.DOT_FINISHED,
    ProjectKind.STOPPED: Role.DOT_STOPPED,
    ProjectKind.IDEA: Role.DOT_IDEA,
    ProjectKind.EXTERNAL: Role.DOT_FINISHED,
}
#: Fill and figure of a contribution square.
HEATS: Final = {
    -1: (Role.HEAT_BELOW, Role.INK),
    1: (Role.HEAT_1, Role.INK),
    2: (Role.HEAT_2, Role.INK),
    3: (Role.HEAT_3, Role.ON_PRIMARY),
}
Lines = tuple[QStaticText, ...]


def _blank(width: float, height: float, ratio: float) -> QPixmap:
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _painter(picture: QPixmap) -> QPainter:
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


@lru_cache(maxsize=16)
def check(side: int, ratio: float, _name: ThemeName, *, is_checked: bool) -> QPixmap:
    """Return a box, ticked or empty."""
    look = theme.current()
    picture = _blank(side, side, ratio)
    painter = _painter(picture)
    painter.setPen(QPen(look.colour(Role.PRIMARY if is_checked else Role.LINE_CONTROL), 1))
    painter.setBrush(look.colour(Role.PRIMARY if is_checked else Role.PAPER))
    painter.drawRoundedRect(QRectF(0.5, 0.5, side - 1, side - 1), 4, 4)
    if is_checked:
        painter.drawPixmap(QPointF(2, 2), icons.pixmap("check", Role.ON_PRIMARY, side - 4, ratio))
    painter.end()
    return picture


@lru_cache(maxsize=32)
def dot(kind: ProjectKind, side: int, ratio: float, _name: ThemeName, *, is_hollow: bool) -> QPixmap:
    """Return the dot of a kind; a paused project has a ring."""
    look = theme.current()
    picture = _blank(side, side, ratio)
    painter = _painter(picture)
    painter.setPen(QPen(look.colour(DOTS[kind]), 2) if is_hollow else Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(Role.PAPER if is_hollow else DOTS[kind]))
    inset = 1.0 if is_hollow else 0.0
    painter.drawEllipse(QRectF(inset, inset, side - 2 * inset, side - 2 * inset))
    painter.end()
    return picture


@lru_cache(maxsize=64)
def mark(of: Mark, scale: float, ratio: float, _name: ThemeName) -> QPixmap:
    """Return the mark of a municipality."""
    size = mark_size(scale, of.letters)
    picture = _blank(size.width(), size.height(), ratio)
    painter = _painter(picture)
    paint_mark(painter, QRectF(0, 0, size.width(), size.height()), of, scale)
    painter.end()
    return picture


@lru_cache(maxsize=16)
def square(contribution: int, side: int, ratio: float, _name: ThemeName) -> QPixmap:
    """Return the square of a contribution: its shade and its figure say the same."""
    look = theme.current()
    fill, ink = HEATS[contribution]
    picture = _blank(side, side, ratio)
    painter = _painter(picture)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(fill))
    painter.drawRoundedRect(QRectF(0, 0, side, side), 4, 4)
    painter.setPen(look.colour(ink))
    painter.setFont(text_font(Type.CAPTION, Weight.SEMIBOLD))
    painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, str(contribution).replace("-", "−"))
    painter.end()
    return picture


@lru_cache(maxsize=8)
def lock(text: str, ratio: float, _name: ThemeName, scale: float) -> QPixmap:
    """Return a lock with *text* beside it, the mark of what is confidential."""
    font = text_font(Type.CAPTION, Weight.SEMIBOLD)
    metrics = QFontMetricsF(font)
    side = round(13 * scale)
    picture = _blank(side + 5 + metrics.horizontalAdvance(text) + 2, metrics.height(), ratio)
    painter = _painter(picture)
    painter.drawPixmap(QPointF(0, (metrics.height() - side) / 2), icons.pixmap("lock", Role.ATTENTION, side, ratio))
    painter.setFont(font)
    painter.setPen(theme.current().colour(Role.ATTENTION))
    painter.drawText(QPointF(side + 5, metrics.ascent()), text)
    painter.end()
    return picture


def lay_out(text: str, font: QFont, width: int, most: int) -> Lines:
    """Return *text* in at most *most* lines of *width* pixels, the last one cut with three dots."""
    metrics = QFontMetricsF(font)
    # Shaping text is what costs: what fits is shaped once here and once when it is made ready, and never more.
    if metrics.horizontalAdvance(text) <= width:
        return (_static(text, font),)
    if most == 1:
        return (_static(metrics.elidedText(text, Qt.TextElideMode.ElideRight, width), font),)
    layout = QTextLayout(text, font)
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(width)
    layout.endLayout()
    cut = first.textLength()
    # A word longer than the cell is cut with dots: broken without a hyphen it would read as two words.
    parts = (text[:cut].strip(), text[cut:].strip())
    return tuple(_static(_fitting(part, metrics, width), font) for part in parts if part)


def _fitting(text: str, metrics: QFontMetricsF, width: int) -> str:
    is_too_wide = metrics.horizontalAdvance(text) > width
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width) if is_too_wide else text


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    return option


def _static(text: str, font: QFont) -> QStaticText:
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    made.prepare(font=font)
    return made
