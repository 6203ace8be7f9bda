"""Rules of planning and holding a session: its times, its quorum, its seats, and what is written down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from smartstad_desktop.domain.errors import FieldInvalid, RuleError
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.domain.workshop.meeting import SessionState

#: Opened within this time of what was planned, the agenda keeps its times.
NEAR_THE_PLAN: Final = timedelta(minutes=60)
#: Taken up again within this time of its end, a session goes on with those who were there.
STILL_THERE: Final = timedelta(minutes=30)
QUORUM_LIMIT: Final = 1000


class TimeInvalid(FieldInvalid):
    """A time of day is written as 09:00. Parameters: ``field``, ``written``."""

    code = "session_time_invalid"


class QuorumInvalid(FieldInvalid):
    """A quorum is a whole number from 1. Parameters: ``field``, ``limit``."""

    code = "quorum_invalid"


class NoteEmpty(FieldInvalid):
    """A note needs words."""

    code = "note_empty"


class SessionNotOpen(RuleError):
    """The session has not been opened yet."""

    code = "session_not_open"


class SeatHasVoted(RuleError):
    """A seat that has handed in a ballot stays. Parameters: ``title``."""

    code = "seat_has_voted"


class SeatWasTaken(RuleError):
    """A seat that somebody sat on while the session went on stays. Parameters: ``title``."""

    code = "seat_was_taken"


class PartHasBegun(RuleError):
    """A part of the agenda that has begun stays in it. Parameters: ``title``."""

    code = "part_has_begun"


class PartIsOver(RuleError):
    """A part of the agenda that is over keeps its planned length. Parameters: ``title``."""

    code = "part_is_over"


class DayHasCome(RuleError):
    """A session that has begun is held on the day it began."""

    code = "session_day_has_come"


class PresetUnknown(RuleError):
    """There is no such agenda to start from. Parameters: ``key``, ``known``."""

    code = "preset_unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum:
    """Who is there: municipalities out of those with a seat, and persons; ``is_met`` is None when none is asked for.

    Observers do not count.
    """

    municipalities_present: int
    municipalities_all: int
    persons_present: int
    is_met: bool | None = None


@dataclass(frozen=True, slots=True)
class Sitting:
    """A seat that takes part, for counting."""

    municipality: MunicipalityId | None
    is_present: bool


def count_quorum(seats: Iterable[Sitting], municipalities: int | None, persons: int | None) -> Quorum:
    """Return who is there, and whether that is enough."""
    seats = tuple(seats)
    there = [seat for seat in seats if seat.is_present]
    present = len({seat.municipality for seat in there if seat.municipality is not None})
    asked = municipalities is not None or persons is not None
    return Quorum(
        municipalities_present=present,
        municipalities_all=len({seat.municipality for seat in seats if seat.municipality is not None}),
        persons_present=len(there),
        is_met=(present >= (municipalities or 0) and len(there) >= (persons or 0)) if asked else None,
    )


def checked_time(written: str, field: str = "starts_at") -> str:
    """Return a time of day as ``09:00``; 9.00, 9:00, 0900 and 9 are understood.

    Raises:
        TimeInvalid: it is no time of day.
    """
    digits = written.strip().replace(".", ":")
    hours, colon, minutes = digits.partition(":")
    if not colon:
        hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > len("09") else (digits, "00")
    if not (
        hours.isascii() and hours.isdigit() and minutes.isascii() and minutes.isdigit() and len(minutes) == len("00")
    ):
        raise TimeInvalid(field=field, written=written)
    try:
        return time(int(hours), int(minutes)).isoformat("minutes")
    except ValueError:
        raise TimeInvalid(field=field, written=written) from None


def checked_quorum(value: Any, field: str) -> int | None:
    """Return a quorum; None asks for none.

    Raises:
        QuorumInvalid: it is no whole number from 1.
    """
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= QUORUM_LIMIT:
        raise QuorumInvalid(field=field, limit=QUORUM_LIMIT)
    return value


def state_of(opened_at: object | None, ended_at: object | None) -> SessionState:
    """Return how far a session has come."""
    if ended_at is not None:
        return SessionState.ENDED
    return SessionState.PLANNED if opened_at is None else SessionState.OPEN


def begins(held_on: date, starts_at: str) -> datetime:
    """Return when a session begins, in local time."""
    return datetime.combine(held_on, time.fromisoformat(starts_at)).astimezone()


def ends(begin: datetime, ends_at: str) -> datetime:
    """Return when a session ends: the first time after *begin* that the clock shows *ends_at*."""
    end = datetime.combine(begin.date(), time.fromisoformat(ends_at), begin.tzinfo)
    return end if end > begin else end + timedelta(days=1)
