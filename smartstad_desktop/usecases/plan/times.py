"""Times of a plan as people write them: what they are understood as. No day is ever invented."""

from __future__ import annotations

from datetime import date

from smartstad_desktop.domain.values import Period
from smartstad_desktop.exchange.cells import dates


def understood(written: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of a written time; None is an end it does not tell, or that is unreadable."""
    found = dates.period(written).value
    if not isinstance(found, Period):
        return None, None
    ends = dates.ends_of(written)
    return (found.first if "start" in ends else None, found.last if "end" in ends else None)


def last_day(written: str) -> date | None:
    """Return the last day of a written time, as of ``under 2027``."""
    found = dates.period(written).value
    return found.last if isinstance(found, Period) else None


def time_within(sentence: str) -> Period | None:
    """Return the time that ends a sentence, as of ``Val av vägar, augusti 2027``; None when none can be read."""
    words = sentence.replace(":", " ").replace(",", " , ").split()
    for start in range(len(words)):
        if words[start] == ",":
            continue
        found = dates.period(" ".join(words[start:]).replace(" , ", ", ").rstrip(".")).value
        if isinstance(found, Period):
            return found
    return None
