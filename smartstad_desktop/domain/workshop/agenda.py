"""When the parts of an agenda begin, how far behind a session is, and what would let it catch up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from smartstad_desktop.domain.values import AgendaItemId

#: One minute behind is nothing to talk about.
WORTH_SAYING: Final = 2
#: A part is not asked to give more than half of its length, nor to become shorter than this.
_SHORTEST: Final = 5
#: After this time without anybody going on, a session has been left; what follows is another sitting.
LEFT_ALONE: Final = timedelta(hours=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the agenda with its length; it is on when it has begun and not ended."""

    item: AgendaItemId
    minutes: int
    is_break: bool = False
    started_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def is_on(self) -> bool:
        """Return whether the group is at this part."""
        return self.started_at is not None and self.ended_at is None

    @property
    def length(self) -> timedelta:
        """Return how long it is meant to take."""
        return timedelta(minutes=self.minutes)

    @property
    def spare(self) -> int:
        """Return how many minutes it could give; a break gives none."""
        return 0 if self.is_break else max(0, self.minutes - max(_SHORTEST, (self.minutes + 1) // 2))


@dataclass(frozen=True, slots=True)
class Slot:
    """From when to when a part lasts, or lasted."""

    item: AgendaItemId
    at: datetime
    until: datetime
    is_past: bool = False
    is_on: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """A later part to shorten, to how many minutes, and how many that wins."""

    item: AgendaItemId
    minutes: int
    wins: int


def reckon(parts: Sequence[Part], starts_at: datetime, now: datetime | None = None) -> tuple[Slot, ...]:
    """Return when each part begins and ends, in the order of the agenda.

    What is past stands as it was; the part that is on lasts as long as it is meant to, or until *now*; what follows
    moves along with its full length, breaks too. A part that was passed over takes no time. A part after the one that
    is on is still to come, also when the group has been there and gone back. Without *now* the session does not go on,
    and nothing slips.
    """
    front = _front(parts)
    slots: list[Slot] = []
    cursor = starts_at
    for at, part in enumerate(parts):
        slot = _past(part, cursor) if at < front else _coming(part, cursor, now)
        slots.append(slot)
        cursor = slot.until
    return tuple(slots)


def planned_end(parts: Sequence[Part], starts_at: datetime) -> datetime:
    """Return when the agenda ends if every part begins and ends as planned."""
    return starts_at + sum((part.length for part in parts), timedelta())


def sitting_begins(parts: Sequence[Part], starts_at: datetime) -> datetime:
    """Return when the sitting that the group is in began: a session may be taken up again another day."""
    begin, reach = starts_at, starts_at
    for started, part in sorted(
        ((part.started_at, part) for part in parts if part.started_at), key=lambda pair: pair[0]
    ):
        if started - reach > LEFT_ALONE:
            begin = started
        reach = max(reach, started + part.length)
    return begin


def lateness(parts: Sequence[Part], starts_at: datetime, ends_at: datetime, now: datetime | None = None) -> int:
    """Return how many whole minutes after *ends_at* the session will end; below zero it will end earlier."""
    slots = reckon(parts, starts_at, now)
    over = (slots[-1].until if slots else ends_at) - ends_at
    return int(over / timedelta(minutes=1))


def catch_up(
    parts: Sequence[Part], starts_at: datetime, ends_at: datetime, now: datetime | None = None
) -> Proposal | None:
    """Return which later part to shorten so that the session ends in time, or as nearly as one part can do.

    It is the one with most to give. None when the session is not behind, or nothing later can give.
    """
    late = lateness(parts, starts_at, ends_at, now)
    front = _front(parts)
    later = [part for part in parts[front:] if not part.is_on]
    most = max(later, key=lambda part: part.spare, default=None)
    if late < WORTH_SAYING or most is None or not most.spare:
        return None
    wins = min(late, most.spare)
    return Proposal(most.item, most.minutes - wins, wins)


def _front(parts: Sequence[Part]) -> int:
    """Return the place of the part that is on, or else of the first one that is to come."""
    begun = 0
    for at, part in enumerate(parts):
        if part.is_on:
            return at
        if part.started_at is not None:
            begun = at + 1
    return begun


def _past(part: Part, cursor: datetime) -> Slot:
    started = part.started_at or cursor
    return Slot(part.item, started, part.ended_at or started, is_past=True)


def _coming(part: Part, cursor: datetime, now: datetime | None) -> Slot:
    if part.is_on:
        started = part.started_at or cursor
        until = started + part.length
        return Slot(part.item, started, until if now is None else max(until, now), is_on=True)
    started = cursor if now is None else max(cursor, now)
    return Slot(part.item, started, started + part.length)
