"""Gaps between the cards of a column that open and close in a short time: for a drop place, and after a move."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

#: Long enough to see where a card went, short enough not to wait for.
DURATION_MS: Final = 150
_FRAME_MS: Final = 15
_SMALLEST: Final = 0.5


@dataclass(slots=True)
class _Gap:
    """Room above row ``row``: as high as ``start``, on its way to ``end``. Below zero it pulls the rows up."""

    row: int
    start: float
    end: float
    since: float
    height: float


class Gaps(QObject):
    """What is between the rows of one column at this moment."""

    #: The heights have changed: paint again.
    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.duration_ms = DURATION_MS
        self._gaps: list[_Gap] = []
        self._slot: _Gap | None = None
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def slot(self) -> tuple[int, float] | None:
        """Return the row and the present height of the drop place, if there is one."""
        return None if self._slot is None else (self._slot.row, self._slot.height)

    def open_slot(self, row: int, height: float) -> None:
        """Open a drop place above *row*; the one before closes."""
        if self._slot is not None and self._slot.row == row and self._slot.end == height:
            return
        self.close_slot()
        here = next((gap for gap in self._gaps if gap.row == row), None)
        if here is None:
            here = _Gap(row, 0.0, height, time.monotonic(), 0.0)
            self._gaps.append(here)
        self._aim(here, height)
        self._slot = here

    def close_slot(self) -> None:
        """Close the drop place."""
        if self._slot is not None:
            self._aim(self._slot, 0.0)
            self._slot = None

    def rows_came(self, first: int, count: int, height: float) -> None:
        """Make room slowly for *count* rows that were put in at *first* and are *height* high together."""
        for gap in self._gaps:
            if gap.row >= first:
                gap.row += count
        self._settle(first + count, -height)

    def rows_went(self, first: int, count: int, height: float) -> None:
        """Close slowly what *count* rows at *first* left behind."""
        for gap in self._gaps:
            if gap.row > first:
                gap.row = max(first, gap.row - count)
        self._settle(first, height)

    def clear(self) -> None:
        """Forget every gap at once."""
        self._gaps.clear()
        self._slot = None
        self._timer.stop()

    def above(self, row: int) -> float:
        """Return how far row *row* is pushed down at the moment."""
        return sum(gap.height for gap in self._gaps if gap.row <= row)

    def before_slot(self, row: int) -> float:
        """Return how far the drop place above *row* is pushed down by what is above it."""
        return sum(gap.height for gap in self._gaps if gap.row < row)

    def _settle(self, row: int, height: float) -> None:
        if self.duration_ms == 0:
            return
        now = time.monotonic()
        self._gaps.append(_Gap(row, height, 0.0, now, height))
        self._timer.start()

    def _aim(self, gap: _Gap, end: float) -> None:
        gap.start, gap.end, gap.since = gap.height, end, time.monotonic()
        if self.duration_ms == 0:
            gap.height = end
            self._drop_closed()
            self.moved.emit()
        else:
            self._timer.start()

    def _tick(self) -> None:
        now = time.monotonic()
        is_moving = False
        for gap in self._gaps:
            part = min(1.0, (now - gap.since) * 1000 / max(1, self.duration_ms))
            # Quick at first, then gently to a stop.
            gap.height = gap.start + (gap.end - gap.start) * (1 - (1 - part) ** 3)
            is_moving = is_moving or part < 1.0
        self._drop_closed()
        if not is_moving:
            self._timer.stop()
        self.moved.emit()

    def _drop_closed(self) -> None:
        self._gaps = [gap for gap in self._gaps if gap is self._slot or abs(gap.height) > _SMALLEST or gap.end]
