"""The clock of a session: what it shows follows from when it was started and what it showed then."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil
from typing import Final

from smartstad_desktop.domain.errors import FieldInvalid

#: Ten hours, in seconds.
LONGEST: Final = 36_000


class ClockInvalid(FieldInvalid):
    """The clock runs from nothing to ten hours. Parameters: ``field``, ``limit`` in minutes."""

    code = "clock_invalid"


def left(started_at: datetime | None, left_s: int | None, now: datetime) -> int:
    """Return how many seconds are left; below zero the time is over by that much.

    ``started_at`` is None while the clock stands still; ``left_s`` is what it showed when it was started or stopped.
    The last second is shown until it has passed, and a computer's clock that was set back adds no time.
    """
    shown = left_s or 0
    if started_at is None:
        return shown
    return ceil(shown - max(timedelta(), now - started_at) / timedelta(seconds=1))


def checked_seconds(seconds: int) -> int:
    """Return *seconds* when the clock can be set to it.

    Raises:
        ClockInvalid: it cannot.
    """
    if not 0 <= seconds <= LONGEST:
        raise ClockInvalid(field="seconds", limit=LONGEST // 60)
    return seconds
