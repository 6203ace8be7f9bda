"""How a line of the timeline is painted: its name, its bar or sign, the marks of time behind, and today."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from smartstad_desktop.domain.programme.time_scale import marks
from smartstad_desktop.domain.programme.work import EntryKind, Light, WorkState
from smartstad_desktop.text.labels import label
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.lines import lines_of
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.programme.timeline.lines import TimelineLine
from smartstad_desktop.ui.programme.timeline.scale import View, bar_of

#: Symbol, colour of each light; its words stand beside it.
LIGHTS: Final = {
    Light.GREEN: ("circle-check", Role.GOOD),
    Light.YELLOW: ("triangle-alert", Role.ATTENTION),
    Light.RED: ("octagon-alert", Role.BAD),
}
_FILLS: Final = {
    WorkState.PLANNED: Role.BAR_PLANNED,
    WorkState.ONGOING: Role.BAR_ONGOING,
    WorkState.DONE: Role.BAR_FINISHED,
    WorkState.PAUSED: Role.PAPER,
    WorkState.DROPPED: Role.PAPER,
}


def paint_grid(painter: QPainter, view: View, room: QRectF, today: date) -> None:
    """Paint the marks of time and today's line behind what lies in *room*."""
    look = theme.current()
    painter.save()
    painter.setClipRect(QRectF(view.names, room.top(), room.right() - view.names, room.height()))
    upper, lower = view.steps
    for step, role in ((lower, Role.LINE_SOFT), (upper, Role.LINE)):
        painter.setPen(QPen(look.colour(role), 1))
        for mark in marks(view.first, view.last, step):
            x = view.scale.x_of(mark.first)
            painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
    if view.first <= today <= view.last:
        x = (view.scale.x_of(today) + view.scale.end_of(today)) / 2
        painter.setPen(QPen(look.colour(Role.ATTENTION), 2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
    painter.restore()


def name_room(line: TimelineLine, view: View) -> float:
    """Return how much room the name of *line* has."""
    return view.names - theme.current().space(24 if line.is_part else 38)


def name_lines(line: TimelineLine, view: View) -> list[str]:
    """Return the name of *line* in the lines it takes, two at the most."""
    font = text_font(Type.BODY, Weight.SEMIBOLD if line.is_part else Weight.REGULAR)
    return lines_of(line.name, font, name_room(line, view), 2)


def paint_name(painter: QPainter, line: TimelineLine, view: View, room: QRectF) -> None:
    """Paint what the line is called; a part has its light with its words beneath."""
    look = theme.current()
    left = look.space(12 if line.is_part else 26)
    place = QRectF(left, room.top(), name_room(line, view), room.height())
    font = text_font(Type.BODY, Weight.SEMIBOLD if line.is_part else Weight.REGULAR)
    painter.setFont(font)
    painter.setPen(look.colour(Role.INK_FAINT if line.state is WorkState.DROPPED else Role.INK))
    words = name_lines(line, view)
    high = QFontMetricsF(font).height()
    beneath = high if line.light is not None else 0.0
    top = place.center().y() - (high * len(words) + beneath) / 2
    for each in words:
        painter.drawText(QRectF(left, top, place.width() + 4, high), each)
        top += high
    if line.light is not None:
        _paint_light(painter, line.light, QRectF(left, top, place.width(), high))


def _paint_light(painter: QPainter, light: Light, room: QRectF) -> None:
    look = theme.current()
    icon, role = LIGHTS[light]
    side = look.space(14)
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(QPointF(room.x(), room.center().y() - side / 2).toPoint(), icons.pixmap(icon, role, side, ratio))
    painter.setFont(text_font(Type.CAPTION, Weight.SEMIBOLD))
    painter.setPen(look.colour(role))
    painter.drawText(room.adjusted(side + look.space(5), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, label(light))


def paint_time(painter: QPainter, line: TimelineLine, view: View, room: QRectF, *, is_chosen: bool = False) -> None:
    """Paint the bar or the sign, and the words after it."""
    bar = bar_of(line, view, room)
    look = theme.current()
    painter.save()
    painter.setClipRect(QRectF(view.names, room.top(), room.right() - view.names, room.height()))
    if bar is None:
        if line.kind is not None:
            painter.setFont(text_font(Type.CAPTION))
            painter.setPen(look.colour(Role.INK_FAINT))
            painter.drawText(
                QRectF(view.names + look.space(10), room.top(), view.room, room.height()),
                Qt.AlignmentFlag.AlignVCenter,
                line.words,
            )
    elif line.is_part:
        _paint_band(painter, line, view, bar, Role.PRIMARY_TINT if is_chosen else Role.GROUND)
    else:
        _paint_entry(painter, line, bar)
        _paint_words(painter, line, view, room, bar=bar, is_chosen=is_chosen)
    painter.restore()


def _paint_band(painter: QPainter, line: TimelineLine, view: View, bar: QRectF, ground: Role) -> None:
    look = theme.current()
    painter.setPen(QPen(look.colour(Role.PRIMARY), 1))
    painter.setBrush(look.colour(Role.PRIMARY_TINT))
    painter.drawRoundedRect(bar, 6, 6)
    painter.setFont(text_font(Type.CAPTION, Weight.SEMIBOLD))
    painter.setPen(look.colour(Role.PRIMARY_DEEP))
    metrics = QFontMetricsF(painter.font())
    words = f"{line.when} · {label(line.state).lower()}"
    # The words stay in sight while the band is scrolled; a band that is too short has them after it.
    left = max(bar.left(), view.names) + look.space(8)
    wide = metrics.horizontalAdvance(words) + 2
    if left + wide > bar.right() - look.space(4):
        words = line.when
        wide = metrics.horizontalAdvance(words) + 2
    if left + wide > bar.right() - look.space(4) and bar.right() > view.names:
        left = bar.right() + look.space(8)
        painter.fillRect(QRectF(left - 2, bar.top(), wide + 4, bar.height()), look.colour(ground))
    painter.drawText(QRectF(left, bar.top(), wide, bar.height()), Qt.AlignmentFlag.AlignVCenter, words)


def _paint_entry(painter: QPainter, line: TimelineLine, bar: QRectF) -> None:
    look = theme.current()
    edge = Role.ATTENTION if line.is_late else Role.PRIMARY_DEEP
    is_open = line.state in {WorkState.PAUSED, WorkState.DROPPED}
    style = Qt.PenStyle.DashLine if is_open else Qt.PenStyle.SolidLine
    painter.setPen(QPen(look.colour(edge), 2 if line.is_late else 1, style))
    painter.setBrush(look.colour(_FILLS[line.state]))
    if not line.is_point:
        radius = bar.height() / 2 if line.kind is EntryKind.EVENT else 3
        painter.drawRoundedRect(bar, radius, radius)
    elif line.kind is EntryKind.MILESTONE:
        middle = bar.center()
        half = bar.width() / 2 + 1
        corners = (QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0))
        painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
    elif line.kind is EntryKind.DELIVERABLE:
        painter.drawRect(bar.adjusted(1.5, 1.5, -1.5, -1.5))
    else:
        painter.drawEllipse(bar.adjusted(1, 1, -1, -1))


def _paint_words(
    painter: QPainter, line: TimelineLine, view: View, room: QRectF, *, bar: QRectF, is_chosen: bool
) -> None:
    look = theme.current()
    font = text_font(Type.CAPTION, Weight.SEMIBOLD if line.is_late else Weight.REGULAR)
    painter.setFont(font)
    painter.setPen(look.colour(Role.ATTENTION if line.is_late else Role.INK_SOFT))
    gap = look.space(8)
    wide = QFontMetricsF(font).horizontalAdvance(line.words)
    after = bar.right() + gap
    fits_before = bar.left() - gap - wide > view.names
    if after + wide > room.right() and fits_before:
        after = bar.left() - gap - wide
    place = QRectF(max(after, view.names + gap), room.top(), wide + gap, room.height())
    # Today's line and the marks of time must not run through the words.
    back = place.adjusted(-2, room.height() / 4, -gap + 2, -room.height() / 4)
    painter.fillRect(back, look.colour(Role.PRIMARY_TINT if is_chosen else Role.PAPER))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line.words)
