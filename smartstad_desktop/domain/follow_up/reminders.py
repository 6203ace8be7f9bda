"""What is due when: the program's own reminders, from every date that is kept, and those that people write."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.errors import FieldInvalid

TEXT_LIMIT: Final = 200


class ReminderKind(StrEnum):
    """What a reminder is about."""

    LIST = "list"
    PROJECT = "project"
    RISK = "risk"
    ENTRY = "entry"
    ASSIGNMENT = "assignment"
    REPORT = "report"
    MEMBERSHIP = "membership"
    ACTION = "action"
    TEST_END = "test_end"
    TENDERS = "tenders"
    STANDSTILL = "standstill"
    CONTRACT = "contract"
    SERVICE = "service"
    WEEDING = "weeding"
    PLAN_DECISION = "plan_decision"
    PLAN_REVISION = "plan_revision"
    OWN = "own"


class When(StrEnum):
    """How near a reminder is."""

    LATE = "late"
    SOON = "soon"
    LATER = "later"
    DONE = "done"


#: So many days ahead is soon.
SOON_DAYS: Final = 30


class ReminderTextMissing(FieldInvalid):
    """A reminder needs some words."""

    code = "reminder_text_missing"


class ReminderTextTooLong(FieldInvalid):
    """A reminder is longer than a line. Parameters: ``length``, ``limit``."""

    code = "reminder_text_too_long"


class ReminderDayMissing(FieldInvalid):
    """A reminder needs a day."""

    code = "reminder_day_missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Something that is due on a day; ``about`` names it for good, ``row`` is the row it is about.

    ``place`` is the row of the page where it is looked after: an assignment stands with its decision.
    """

    about: str
    kind: ReminderKind
    row: int
    text: str
    due_on: date
    who: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody has said to a reminder that was due on a day: done, or put off until another."""

    done_on: date | None
    put_off_until: date | None
    due_on: date | None


@dataclass(frozen=True, slots=True)
class Told:
    """A reminder as it stands: the day it is shown for, and whether it is done."""

    due: Due
    shown_on: date
    done_on: date | None

    def is_late(self, today: date) -> bool:
        """Return whether it should have been done."""
        return self.done_on is None and self.shown_on < today

    def when(self, today: date) -> When:
        """Return how near it is."""
        if self.done_on is not None:
            return When.DONE
        if self.shown_on < today:
            return When.LATE
        return When.SOON if (self.shown_on - today).days <= SOON_DAYS else When.LATER


def months_before(day: date, months: int) -> date:
    """Return the day *months* months before *day*; where that month is too short, its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def about(kind: ReminderKind, row: int) -> str:
    """Return the name that an answer to a reminder is kept under."""
    return f"{kind.value}:{row}"


def with_replies(dues: Iterable[Due], replies: Mapping[str, Reply]) -> tuple[Told, ...]:
    """Return reminders with what has been answered, in order of the day they are shown for.

    An answer holds for the date it was given for; where that date has moved, the reminder is open again.
    """
    told = (_told(due, replies.get(due.about)) for due in dues)
    return tuple(sorted(told, key=lambda each: (each.shown_on, each.due.kind, each.due.about)))


def _told(due: Due, reply: Reply | None) -> Told:
    if reply is None or reply.due_on != due.due_on:
        return Told(due, due.due_on, None)
    return Told(due, max(due.due_on, reply.put_off_until or due.due_on), reply.done_on)


def check_reminder(text: str, due_on: date | None) -> None:
    """Refuse a reminder without words or day.

    Raises:
        ReminderTextMissing: it says nothing.
        ReminderTextTooLong: it is longer than a line.
        ReminderDayMissing: it has no day.
    """
    if not text:
        raise ReminderTextMissing(field="text")
    if len(text) > TEXT_LIMIT:
        raise ReminderTextTooLong(field="text", length=len(text), limit=TEXT_LIMIT)
    if due_on is None:
        raise ReminderDayMissing(field="due_on")
