"""How much of the time is shown at once, and where a line's bar lies."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QRectF

from smartstad_desktop.domain.programme.time_scale import Step, TimeScale
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.programme.timeline.lines import TimelineLine

#: How wide the names stand at the most, at the normal text size, and which share of the room they have.
NAMES: Final = 440
_SHARE: Final = 0.3
#: Heights of a part and of an entry, and what a second line of the name adds.
PART_LINE: Final = 46
ENTRY_LINE: Final = 34
NAME_LINE: Final = 14


class Zoom(StrEnum):
    """How much of the time fits the room."""

    WHOLE = "whole"
    YEAR = "year"
    QUARTER = "quarter"


#: Days that fit, when not all do.
_DAYS: Final = {Zoom.YEAR: 366, Zoom.QUARTER: 100}


@dataclass(frozen=True, slots=True)
class View:
    """What part of the time is shown in so much room; ``offset`` is how far it is scrolled."""

    first: date
    last: date
    width: float
    zoom: Zoom = Zoom.WHOLE
    offset: float = 0.0

    @property
    def names(self) -> float:
        """Return where the names end and the time begins."""
        return min(theme.current().space(NAMES), self.width * _SHARE)

    @property
    def room(self) -> float:
        """Return how much room the time has."""
        return max(120.0, self.width - self.names - theme.current().space(10))

    @property
    def per_day(self) -> float:
        """Return how much room a day has."""
        return self.room / min(_DAYS.get(self.zoom, self.days), self.days)

    @property
    def days(self) -> int:
        """Return how many days there are."""
        return (self.last - self.first).days + 1

    @property
    def hidden(self) -> float:
        """Return how far it can be scrolled."""
        over = self.days * self.per_day - self.room
        # What does not fill a pixel is the rounding of the division.
        return over if over >= 1 else 0.0

    @property
    def scale(self) -> TimeScale:
        """Return where days stand."""
        return TimeScale(self.first, self.per_day, self.names - self.offset)

    @property
    def steps(self) -> tuple[Step, Step]:
        """Return the marks of the upper and the lower row of the axis."""
        return (Step.YEAR, Step.MONTH if self.per_day * 30 > theme.current().space(34) else Step.QUARTER)

    @property
    def nudge(self) -> int:
        """Return by how many days a key or a pull moves."""
        return 1 if self.zoom is Zoom.QUARTER else 7

    def scrolled(self, offset: float) -> View:
        """Return the same, scrolled."""
        return replace(self, offset=max(0.0, min(offset, self.hidden)))


def bar_of(line: TimelineLine, view: View, room: QRectF) -> QRectF | None:
    """Return where the bar or the sign of *line* lies in its *room*; None without days."""
    start, end = line.starts_on or line.ends_on, line.ends_on or line.starts_on
    if start is None or end is None:
        return None
    space = theme.current().space
    if line.is_point and not line.is_part:
        middle = (view.scale.x_of(end) + view.scale.end_of(end)) / 2
        side = space(16)
        return QRectF(middle - side / 2, room.center().y() - side / 2, side, side)
    high = space(24 if line.is_part else 16)
    left, right = view.scale.x_of(start), view.scale.end_of(end)
    return QRectF(left, room.center().y() - high / 2, max(right - left, float(space(6))), high)
