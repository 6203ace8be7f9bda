"""Where days stand on a line: years, quarters and months between two days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

_MONTHS = 12


class Step(IntEnum):
    """How far apart the marks of a line stand, in months."""

    YEAR = 12
    QUARTER = 3
    MONTH = 1


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the line with a name of its own, from its first day up to the day after."""

    first: date
    after: date

    @property
    def quarter(self) -> int:
        """Return which quarter it lies in."""
        return (self.first.month + 2) // 3


@dataclass(frozen=True, slots=True)
class TimeScale:
    """A line that begins at *left* with its first day and gives so much room to a day."""

    first: date
    per_day: float
    left: float = 0.0

    def x_of(self, day: date) -> float:
        """Return where *day* begins."""
        return self.left + (day - self.first).days * self.per_day

    def end_of(self, day: date) -> float:
        """Return where *day* ends."""
        return self.x_of(day) + self.per_day

    def day_at(self, x: float) -> date:
        """Return the day at *x*."""
        return self.first + timedelta(int((x - self.left) // self.per_day))


def marks(first: date, last: date, step: Step) -> Iterator[Mark]:
    """Return the years, quarters or months that *first* to *last* lie in, in order."""
    month = (first.month - 1) // step * step
    day = date(first.year, month + 1, 1)
    while day <= last:
        after = _later(day, step)
        yield Mark(day, after)
        day = after


def _later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, _MONTHS)
    return date(day.year + years, month + 1, 1)
