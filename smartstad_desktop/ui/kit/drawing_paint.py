"""A drawing on the screen or in a picture file: the same shapes as on paper, in the colours of the look."""

from __future__ import annotations

from functools import singledispatch
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from smartstad_desktop.domain.files import FileUnwritable
from smartstad_desktop.exchange.documents import drawing as draw
from smartstad_desktop.ui.kit import theme, typefaces
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.kit.typefaces import Weight

#: What paper has and the screen calls otherwise.
_ROLES: Final = {"panel": Role.GROUND, "line_strong": Role.INK}
#: A picture for a report or a slide has so many dots for each point.
SHARPNESS: Final = 3
_FINE: Final = 10


def paint(painter: QPainter, drawing: draw.Drawing) -> None:
    """Paint *drawing* with its upper left corner at the origin of *painter*, one unit for a point."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in drawing.shapes:
        _put(shape, painter)


def picture(drawing: draw.Drawing, sharpness: float = SHARPNESS) -> QImage:
    """Return *drawing* as a picture on paper."""
    image = QImage(
        round(drawing.width * sharpness), round(drawing.height * sharpness), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.fill(theme.current().colour(Role.PAPER))
    painter = QPainter(image)
    painter.scale(sharpness, sharpness)
    paint(painter, drawing)
    painter.end()
    return image


def save(drawing: draw.Drawing, title: str, target: Path) -> None:
    """Write *drawing* to *target*: as SVG when its name ends so, else as PNG.

    Raises:
        FileTrouble: it cannot be written there.
    """
    if target.suffix.lower() == ".svg":
        from smartstad_desktop.exchange.documents import svg_drawing  # noqa: PLC0415  only when it is asked for

        svg_drawing.write(drawing, title, target)
        return
    image = picture(drawing)
    image.setText("Title", title)
    image.setText("Description", drawing.alternative)
    if not image.save(str(target), "PNG"):  # pyright: ignore[reportCallIssue, reportArgumentType]  the stub wants bytes
        raise FileUnwritable(path=str(target.parent))


@singledispatch
def _put(shape: draw.Shape, _painter: QPainter) -> None:
    raise TypeError(shape)


@_put.register
def _box(shape: draw.Box, painter: QPainter) -> None:
    painter.setPen(_pen(shape.edge, 1.0, is_dashed=shape.is_dashed) if shape.edge else Qt.PenStyle.NoPen)
    painter.setBrush(theme.current().colour(_role(shape.fill)) if shape.fill else Qt.BrushStyle.NoBrush)
    room = QRectF(shape.x, shape.y, shape.width, shape.height)
    painter.drawRoundedRect(room, shape.radius, shape.radius)


@_put.register
def _line(shape: draw.Line, painter: QPainter) -> None:
    painter.setPen(_pen(shape.role, shape.width, is_dashed=shape.is_dashed))
    painter.drawLine(QPointF(shape.x, shape.y), QPointF(shape.to_x, shape.to_y))


@_put.register
def _diamond(shape: draw.Diamond, painter: QPainter) -> None:
    painter.setPen(_pen(shape.edge, 1.0, is_dashed=False) if shape.edge else Qt.PenStyle.NoPen)
    painter.setBrush(theme.current().colour(_role(shape.fill)))
    x, y, half = shape.x, shape.y, shape.half
    corners = [QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)]
    painter.drawPolygon(QPolygonF(corners))


@_put.register
def _words(shape: draw.Words, painter: QPainter) -> None:
    painter.setPen(theme.current().colour(_role(shape.role)))
    # Fonts have whole pixels: ten times as large, on a sheet that is ten times smaller.
    font = typefaces.font(round(shape.size * _FINE), Weight.SEMIBOLD if shape.is_strong else Weight.REGULAR)
    wide = QFontMetricsF(font).horizontalAdvance(shape.text)
    left = {draw.Anchor.START: 0.0, draw.Anchor.MIDDLE: wide / 2, draw.Anchor.END: wide}[shape.anchor]
    painter.save()
    painter.translate(shape.x, shape.y)
    painter.scale(1 / _FINE, 1 / _FINE)
    painter.setFont(font)
    painter.drawText(QPointF(-left, 0), shape.text)
    painter.restore()


def _pen(role: str, width: float, *, is_dashed: bool) -> QPen:
    style = Qt.PenStyle.DashLine if is_dashed else Qt.PenStyle.SolidLine
    return QPen(theme.current().colour(_role(role)), width, style)


def _role(name: str) -> Role:
    return _ROLES.get(name) or Role(name)
