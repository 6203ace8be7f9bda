"""How the canvas of benefit and effort looks: quadrants with their names, cards, the halo of a spread, dots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import hypot
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap

from smartstad_desktop.domain.workshop.results import Quadrant
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.lines import lines_of
from smartstad_desktop.ui.kit.marks import Mark, mark_size, paint_mark
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.canvas.canvas_place import Scale

_PAD: Final = 9
_FAR: Final = 10.0
_SMALL: Final = 0.72
#: More of the sheet than this and cards cover it: then they say less.
_FULLEST: Final = 0.32


@dataclass(frozen=True, slots=True, kw_only=True)
class CanvasCard:
    """An item on the canvas: where it lies, how far the answers spread, and who said what."""

    number: int
    title: str
    effort: float
    benefit: float
    spread: tuple[float, float] | None = None
    dots: tuple[tuple[Mark, float, float], ...] = ()
    #: Where it lay in the first round, as effort and benefit.
    before: tuple[float, float] | None = None

    @property
    def text(self) -> str:
        """Return what stands on the card."""
        return f"{self.number} {self.title}"


def paint_ground(painter: QPainter, room: QRectF, scale: Scale, cut: tuple[float, float]) -> None:
    """Paint the quadrants with their names, the lines that part them, and what the axes mean."""
    look = theme.current()
    space = look.space
    at = scale.point(*cut)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour(Role.LINE), 1))
    painter.setBrush(look.colour(Role.PAPER))
    painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
    painter.save()
    painter.setClipRect(QRectF(room.left(), room.top(), at.x() - room.left(), at.y() - room.top()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(Role.PRIMARY_TINT))
    painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 12, 12)
    painter.restore()
    painter.setPen(QPen(look.colour(Role.LINE_CONTROL), 1.5, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(at.x(), room.top()), QPointF(at.x(), room.bottom()))
    painter.drawLine(QPointF(room.left(), at.y()), QPointF(room.right(), at.y()))
    inner = room.adjusted(space(14), space(10), -space(14), -space(10))
    painter.setFont(text_font(Type.STRONG, Weight.BOLD))
    flag = Qt.AlignmentFlag
    for quadrant, where in (
        (Quadrant.DO_FIRST, flag.AlignLeft | flag.AlignTop),
        (Quadrant.PLAN_TOGETHER, flag.AlignRight | flag.AlignTop),
        (Quadrant.FILL_IN, flag.AlignLeft | flag.AlignBottom),
        (Quadrant.LEAVE, flag.AlignRight | flag.AlignBottom),
    ):
        painter.setPen(look.colour(Role.PRIMARY_DEEP if quadrant is Quadrant.DO_FIRST else Role.INK_FAINT))
        painter.drawText(inner, where, label(quadrant))
    _paint_axes(painter, room)


def _paint_axes(painter: QPainter, room: QRectF) -> None:
    look = theme.current()
    painter.setFont(text_font(Type.CAPTION, Weight.SEMIBOLD))
    painter.setPen(look.colour(Role.INK_SOFT))
    beneath = QRectF(room.left(), room.bottom(), room.width(), look.space(24))
    painter.drawText(beneath, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, _("Small effort"))
    painter.drawText(beneath, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _("Large effort"))
    painter.save()
    painter.translate(room.left() - look.space(24), room.bottom())
    painter.rotate(-90)
    beside = QRectF(0, 0, room.height(), look.space(24))
    painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, _("Small benefit"))
    painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _("Large benefit"))
    painter.restore()


def paint_halo(painter: QPainter, scale: Scale, card: CanvasCard) -> None:
    """Paint how far the answers spread around a card; nothing for fewer than three."""
    if card.spread is None:
        return
    look = theme.current()
    middle = scale.point(card.effort, card.benefit)
    edge = scale.point(card.effort + card.spread[0], card.benefit + card.spread[1])
    least = look.space(26)
    across, up = max(least, abs(edge.x() - middle.x())), max(least, abs(edge.y() - middle.y()))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour(Role.ATTENTION), 1, Qt.PenStyle.DashLine))
    painter.setBrush(look.colour(Role.ATTENTION_TINT))
    painter.drawEllipse(middle, across, up)


def paint_dots(painter: QPainter, scale: Scale, card: CanvasCard) -> None:
    """Paint where each municipality put the item."""
    size = mark_size(theme.current().scale * _SMALL)
    taken: dict[tuple[int, int], int] = {}
    for mark, effort, benefit in card.dots:
        at = scale.point(effort, benefit)
        # Who says the same stands beside, not beneath, the other.
        key = (round(at.x()), round(at.y()))
        step = taken[key] = taken.get(key, -1) + 1
        place = QRectF(at.x() - size.width() / 2, at.y() - size.height() / 2, size.width(), size.height())
        paint_mark(painter, place.translated(0, step * (size.height() + 1)), mark, theme.current().scale * _SMALL)


def paint_thread(painter: QPainter, box: QRectF, point: QPointF) -> None:
    """Paint a line from a card that was moved aside to where it belongs."""
    middle = box.center()
    if hypot(middle.x() - point.x(), middle.y() - point.y()) < _FAR:
        return
    look = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour(Role.LINE_CONTROL), 1.5))
    painter.drawLine(middle, point)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(Role.PRIMARY))
    painter.drawEllipse(point, 3.5, 3.5)


def paint_way(painter: QPainter, scale: Scale, card: CanvasCard, *, is_chosen: bool) -> None:
    """Paint an arrow from where a card lay in the first round to where it lies now; faint but for the chosen one."""
    if card.before is None:
        return
    start, end = scale.point(*card.before), scale.point(card.effort, card.benefit)
    way = QLineF(end, start)
    if way.length() < _FAR:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    role, thick = (Role.PRIMARY, 2.5) if is_chosen else (Role.LINE_CONTROL, 1)
    painter.setPen(QPen(theme.current().colour(role), thick))
    painter.drawLine(way)
    # The head stands in the middle: at the end it would lie beneath the card.
    half = QLineF(way.center(), start)
    for turn in (-28, 28):
        barb = QLineF(half)
        barb.setAngle(way.angle() + turn)
        barb.setLength(9)
        painter.drawLine(barb)


class Density(Enum):
    """How much a card says: all of its title, one short line, or only its number where there are many."""

    FULL = (176, 2)
    SHORT = (112, 1)
    NUMBER = (0, 1)


class CardPictures:
    """Paints cards once and keeps the pictures."""

    def __init__(self) -> None:
        self.density = Density.FULL
        self._kept: dict[tuple[object, ...], QPixmap] = {}
        self._sizes: dict[tuple[object, ...], QSizeF] = {}

    def fit(self, cards: Sequence[CanvasCard], room: QRectF) -> None:
        """Let cards say as much as there is room for."""
        whole = room.width() * room.height()
        for density in Density:
            self.density = density
            sizes = [self.size(card) for card in cards]
            if sum(size.width() * size.height() for size in sizes) <= whole * _FULLEST:
                return

    def say_less(self) -> bool:
        """Let cards say less than now; return whether they could."""
        levels = list(Density)
        following = levels[levels.index(self.density) + 1 :]
        self.density = following[0] if following else self.density
        return bool(following)

    def size(self, card: CanvasCard, density: Density | None = None) -> QSizeF:
        """Return the size of a card."""
        look = theme.current()
        used = density or self.density
        key = (card.text, look.scale, used)
        found = self._sizes.get(key)
        if found is None:
            made, lines = text_font(Type.CAPTION, Weight.SEMIBOLD), _lines(card, used)
            metrics = QFontMetricsF(made)
            width = max(metrics.horizontalAdvance(line) for line in lines)
            pad = look.space(_PAD)
            found = QSizeF(round(width) + 2 * pad, round(metrics.height() * len(lines)) + 2 * look.space(6))
            self._sizes[key] = found
        return found

    def picture(
        self,
        card: CanvasCard,
        ratio: float,
        *,
        is_chosen: bool = False,
        is_lifted: bool = False,
        density: Density | None = None,
    ) -> QPixmap:
        """Return a card as a picture."""
        look, used = theme.current(), density or self.density
        key = (card.text, is_chosen, is_lifted, ratio, look.name, look.scale, used)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._draw(card, ratio, used, is_chosen=is_chosen, is_lifted=is_lifted)
        return found

    def _draw(self, card: CanvasCard, ratio: float, density: Density, *, is_chosen: bool, is_lifted: bool) -> QPixmap:
        look, size = theme.current(), self.size(card, density)
        made = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.35 if is_lifted else 1.0)
        painter.setPen(QPen(look.colour(Role.FOCUS if is_chosen else Role.LINE_CONTROL), 2 if is_chosen else 1))
        painter.setBrush(look.colour(Role.PAPER))
        painter.drawRoundedRect(QRectF(0, 0, size.width(), size.height()).adjusted(1, 1, -1, -1), 8, 8)
        font = text_font(Type.CAPTION, Weight.SEMIBOLD)
        painter.setFont(font)
        painter.setPen(look.colour(Role.INK))
        height, top = QFontMetricsF(font).height(), look.space(6)
        for number, line in enumerate(_lines(card, density)):
            place = QRectF(look.space(_PAD), top + number * height, size.width(), height)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
        painter.end()
        return made


def _lines(card: CanvasCard, density: Density) -> list[str]:
    widest, lines = density.value
    if not widest:
        return [str(card.number)]
    return lines_of(card.text, text_font(Type.CAPTION, Weight.SEMIBOLD), theme.current().space(widest), lines)
