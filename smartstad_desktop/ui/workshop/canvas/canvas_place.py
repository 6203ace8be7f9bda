"""Where cards lie on the canvas of benefit and effort: places from values, and cards that would cover each other apart.

A card that is moved aside keeps a line to the place it belongs to, so that nothing lies about where it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import Final, TypeAlias

from PySide6.QtCore import QPointF, QRectF, QSizeF

_ROUNDS: Final = 40
_AIR: Final = 4.0
_LOW: Final = 1.6
#: Left, top, right and bottom of the sheet.
_Ends: TypeAlias = tuple[float, float, float, float]


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
    boxes = [
        _Box(point.x() - size.width() / 2, point.y() - size.height() / 2, size.width(), size.height())
        for point, size in zip(points, sizes, strict=True)
    ]
    ends = room.left(), room.top(), room.right(), room.bottom()
    for box in boxes:
        box.keep_inside(ends)
    wanted = [(box.left, box.top) for box in boxes]
    for _round in range(_ROUNDS):
        if not _push_all(boxes, ends):
            break
    else:
        # A heap that pushing does not part: each card in turn goes to the gap nearest to where it belongs.
        for box, (left, top) in zip(boxes, wanted, strict=True):
            box.left, box.top = left, top
        _settle(boxes, ends)
    return [QRectF(box.left, box.top, box.width, box.height) for box in boxes]


def do_overlap(boxes: Sequence[QRectF]) -> bool:
    """Return whether any two cards cover each other, which is so when there is no room to come apart."""
    return any(one.intersects(other) for number, one in enumerate(boxes) for other in boxes[number + 1 :])


@dataclass(slots=True)
class _Box:
    """A rectangle in plain numbers: thousands are compared for each card that is moved."""

    left: float
    top: float
    width: float
    height: float

    def move(self, across: float, down: float, ends: _Ends) -> None:
        self.left += across
        self.top += down
        self.keep_inside(ends)

    def keep_inside(self, ends: _Ends) -> None:
        self.left = max(ends[0], min(self.left, ends[2] - self.width))
        self.top = max(ends[1], min(self.top, ends[3] - self.height))


def _settle(boxes: list[_Box], ends: _Ends) -> None:
    """Put each card into the nearest gap that those before it leave; one that finds none stays."""
    settled: list[_Box] = []
    for box in sorted(boxes, key=lambda box: (box.top, box.left)):
        at = _nearest_gap(box, settled, ends)
        if at is not None:
            box.left, box.top = at
        settled.append(box)


def _nearest_gap(box: _Box, settled: list[_Box], ends: _Ends) -> tuple[float, float] | None:
    """Return the free place nearest to where a card lies; lines that cannot be nearer than the best are passed over."""
    best: tuple[float, float, float] | None = None
    step = (box.height + _AIR) / 2
    for number in range(2 * int((ends[3] - ends[1]) / step) + 2):
        # Lines at its own height, then one below, one above, and so on.
        down = step * ((number + 1) // 2) * (1 if number % 2 else -1)
        top = box.top + down
        if best is not None and abs(down) >= best[0]:
            break
        if ends[1] <= top <= ends[3] - box.height:
            left = _nearest_on_line(box, top, settled, ends)
            far = None if left is None else hypot(left - box.left, down)
            if left is not None and far is not None and (best is None or far < best[0]):
                best = far, left, top
    return None if best is None else best[1:]


def _nearest_on_line(box: _Box, top: float, settled: list[_Box], ends: _Ends) -> float | None:
    """Return how far left a card may lie at a height: nearest to where it lies now."""
    beside = [
        (other.left - box.width - _AIR, other.left + other.width + _AIR)
        for other in settled
        if other.top < top + box.height + _AIR and top < other.top + other.height + _AIR
    ]
    wanted = (box.left, *(end for pair in beside for end in pair))
    free = (
        left
        for left in wanted
        if ends[0] <= left <= ends[2] - box.width and not any(low < left < high for low, high in beside)
    )
    return min(free, key=lambda left: (abs(left - box.left), left), default=None)


def _push_all(boxes: list[_Box], ends: _Ends) -> bool:
    """Push every two that cover each other apart along the shorter way; return whether any did."""
    has_moved = False
    order = sorted(boxes, key=lambda box: (box.top, box.left))
    for number, one in enumerate(order):
        bottom, right = one.top + one.height + _AIR, one.left + one.width + _AIR
        for other in order[number + 1 :]:
            if other.top >= bottom:
                break
            if other.left < right and one.left < other.left + other.width + _AIR:
                has_moved = True
                _push(one, other, ends)
                bottom, right = one.top + one.height + _AIR, one.left + one.width + _AIR
    return has_moved


def _push(one: _Box, other: _Box, ends: _Ends) -> None:
    """Push two apart: *one* lies higher."""
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left) + _AIR
    down = one.top + one.height - other.top + _AIR
    # Cards are wide and low: down is the short way, unless it would go far from where they belong.
    if down * _LOW <= across:
        one.move(0, -down / 2, ends)
        other.move(0, down / 2, ends)
        return
    is_left = one.left + one.width / 2 <= other.left + other.width / 2
    step = across / 2 if is_left else -across / 2
    one.move(-step, 0, ends)
    other.move(step, 0, ends)
