"""A calendar file (RFC 5545) of whole days, as any calendar program reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from icalendar import Alarm, Calendar, Event

from smartstad_desktop.exchange import whole_file


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """Something on a day; ``uid`` is the same each time it is written, so that a calendar changes it in place."""

    uid: str
    day: date
    summary: str
    description: str


def write(days: Sequence[CalendarDay], target: Path, *, name: str, made: datetime) -> int:
    """Write *days* as a calendar called *name* and return its size in bytes.

    Raises:
        FileTrouble: the target cannot be written.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//SMARTstad//SMARTstad//SV")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for day in days:
        calendar.add_component(_event(day, made))
    content = calendar.to_ical()
    with whole_file.beside(target) as part:
        part.write_bytes(content)
    return len(content)


def _event(day: CalendarDay, made: datetime) -> Event:
    event = Event()
    event.add("uid", day.uid)
    event.add("dtstamp", made)
    event.add("dtstart", day.day)
    event.add("dtend", day.day + timedelta(days=1))
    event.add("summary", day.summary)
    if day.description:
        event.add("description", day.description)
    # A day to remember takes nobody's time.
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", day.summary)
    alarm.add("trigger", timedelta(days=-1))
    event.add_component(alarm)
    return event
