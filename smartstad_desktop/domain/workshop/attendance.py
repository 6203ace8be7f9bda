"""When somebody sat on a seat, and whether times that are written afterwards can be true."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from smartstad_desktop.domain.errors import FieldInvalid


@dataclass(frozen=True, slots=True)
class Spell:
    """From when to when somebody sat on a seat; without an end they are still there."""

    arrived_at: datetime
    left_at: datetime | None = None

    def covers(self, moment: datetime) -> bool:
        """Return whether somebody sat there at *moment*."""
        return self.arrived_at <= moment and (self.left_at is None or moment < self.left_at)


class LeftBeforeArrived(FieldInvalid):
    """Nobody leaves before they have come."""

    code = "attendance_left_before_arrived"


class SpellsOverlap(FieldInvalid):
    """Somebody came again before they had left."""

    code = "attendance_overlaps"


class OutsideSession(FieldInvalid):
    """The session was not held on that day. Parameters: ``day``."""

    code = "attendance_outside_session"


class NotYet(FieldInvalid):
    """The time has not come yet. Parameters: ``moment``."""

    code = "attendance_not_yet"


class StillThere(FieldInvalid):
    """After the end nobody is still there."""

    code = "attendance_still_there"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """From which day to which a session was held, what time it is, and whether it has ended."""

    first: date
    last: date
    now: datetime
    is_over: bool


def checked_spells(spells: Iterable[Spell], held: Held) -> tuple[Spell, ...]:
    """Return the times somebody sat on a seat in their order, when they can be true of a session.

    Raises:
        FieldInvalid: they cannot; its kind says why.
    """
    ordered = tuple(sorted(spells, key=lambda spell: spell.arrived_at))
    for spell in ordered:
        _check_moment(spell.arrived_at, "arrived_at", held)
        if spell.left_at is None:
            if held.is_over:
                raise StillThere(field="left_at")
            continue
        if spell.left_at <= spell.arrived_at:
            raise LeftBeforeArrived(field="left_at")
        _check_moment(spell.left_at, "left_at", held)
    for earlier, later in pairwise(ordered):
        if earlier.left_at is None or later.arrived_at < earlier.left_at:
            raise SpellsOverlap(field="arrived_at")
    return ordered


def _check_moment(moment: datetime, field: str, held: Held) -> None:
    day = moment.astimezone().date()
    if not held.first <= day <= held.last:
        raise OutsideSession(field=field, day=day)
    if moment > held.now:
        raise NotYet(field=field, moment=moment)
