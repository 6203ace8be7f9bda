"""Where cards lie on the canvas of benefit and effort: places from values, and cards that would cover each other apart.

A card that is moved aside keeps a line to the place it belongs to, so that nothing lies about where it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF

_ROUNDS: Final = 60
_AIR: Final = 4.0
_LOW: Final = 1.6


@dataclass(frozen=True, slots=True)
class Scale:
    """The canvas: its room, and the ends of the scale. Effort runs to the right, benefit upwards."""

    room: QRectF
    low: float
    high: float

    def point(self, effort: float, benefit: float) -> QPointF:
        """Return where a value lies."""
        width = (self.high - self.low) or 1
        return QPointF(
            self.room.left() + self.room.width() * (effort - self.low) / width,
            self.room.bottom() - self.room.height() * (benefit - self.low) / width,
        )

    def value(self, at: QPointF) -> tuple[float, float]:
        """Return effort and benefit at a point, within the scale."""
        width = self.high - self.low
        across = (at.x() - self.room.left()) / (self.room.width() or 1)
        up = (self.room.bottom() - at.y()) / (self.room.height() or 1)
        return self.low + width * min(1.0, max(0.0, across)), self.low + width * min(1.0, max(0.0, up))


def apart(points: Sequence[QPointF], sizes: Sequence[QSizeF], room: QRectF) -> list[QRectF]:
    """Return a rectangle for each card near its point, so that they cover each other as little as can be.

    The same cards always come to lie alike, whatever order they were moved in.
    """
    boxes = [_inside(_around(point, size), room) for point, size in zip(points, sizes, strict=True)]
    for _round in range(_ROUNDS):
        if not _push_all(boxes, room):
            break
    return boxes


def _push_all(boxes: list[QRectF], room: QRectF) -> bool:
    """Push every two that cover each other apart along the shorter way; return whether any did."""
    has_moved = False
    order = sorted(range(len(boxes)), key=lambda at: (boxes[at].top(), boxes[at].left(), at))
    for number, one in enumerate(order):
        for other in order[number + 1 :]:
            first, second = boxes[one], boxes[other]
            if second.top() - first.bottom() > _AIR:
                break
            across = min(first.right(), second.right()) - max(first.left(), second.left()) + _AIR
            down = first.bottom() - second.top() + _AIR
            if across <= 0 or down <= 0:
                continue
            has_moved = True
            _push(boxes, one, other, (across, down), room)
    return has_moved


def _push(boxes: list[QRectF], one: int, other: int, by: tuple[float, float], room: QRectF) -> None:
    across, down = by
    # Cards are wide and low: down is the short way, unless it would go far from where they belong.
    if down * _LOW <= across:
        step = QPointF(0, down / 2)
    else:
        is_left = (boxes[one].center().x(), one) <= (boxes[other].center().x(), other)
        step = QPointF(across / 2 if is_left else -across / 2, 0)
    boxes[one] = _inside(boxes[one].translated(-step), room)
    boxes[other] = _inside(boxes[other].translated(step), room)


def _around(point: QPointF, size: QSizeF) -> QRectF:
    return QRectF(point.x() - size.width() / 2, point.y() - size.height() / 2, size.width(), size.height())


def _inside(box: QRectF, room: QRectF) -> QRectF:
    left = min(max(box.left(), room.left()), max(room.left(), room.right() - box.width()))
    top = min(max(box.top(), room.top()), max(room.top(), room.bottom() - box.height()))
    return QRectF(left, top, box.width(), box.height())
