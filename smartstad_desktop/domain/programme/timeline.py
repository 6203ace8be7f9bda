"""What may be said about parts of the programme and about what stands on its timeline."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.needs import LONGEST, WordsTooLong
from smartstad_desktop.domain.programme.work import EntryFormat, EntryKind, Light, WorkState
from smartstad_desktop.domain.values import Period, Precision


class WorkNameMissing(FieldInvalid):
    """What is planned needs a name."""

    code = "work_name_missing"


class WorkDaysReversed(FieldInvalid):
    """Something ends before it begins. Parameters: ``start``, ``end``."""

    code = "work_days_reversed"


class LightReasonMissing(FieldInvalid):
    """A part that is not as planned needs a reason."""

    code = "light_reason_missing"


class DoneDayMissing(FieldInvalid):
    """What is done was done on some day."""

    code = "done_day_missing"


def _period(_name: str, value: Any) -> Period | None:
    if value is None or isinstance(value, Period):
        return value
    raise TypeError(value)


#: What can be set on a part.
PART_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("name_sv", "name_nb", "name_en", "description", "light_reason"), cleaning.text),
    **dict.fromkeys(("starts_on", "ends_on"), cleaning.day),
    "state": lambda _name, value: WorkState(value),
    "light": cleaning.choice(Light),
}
#: What can be set on an entry; ``time`` is a time as people say it, which sets both days.
ENTRY_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("name", "description", "owner", "done", "effect_seen", "link"), cleaning.text),
    **dict.fromkeys(("starts_on", "ends_on", "done_on"), cleaning.day),
    **dict.fromkeys(("part_id", "municipality_id"), cleaning.row),
    "kind": lambda _name, value: EntryKind(value),
    "state": lambda _name, value: WorkState(value),
    "format": cleaning.choice(EntryFormat),
    "places": cleaning.texts,
    "time": _period,
}


def days_of(period: Period | None) -> dict[str, Any]:
    """Return the columns that a time as people say it sets; a plain day needs no words."""
    if period is None:
        return {"starts_on": None, "ends_on": None, "precision": None, "written": ""}
    is_day = period.precision is Precision.DAY
    return {
        "starts_on": period.first,
        "ends_on": period.last,
        "precision": None if is_day else period.precision,
        "written": "" if is_day else period.written,
    }


def check_name(field: str, name: str) -> None:
    """Refuse a name that says nothing, or too much for a line.

    Raises:
        WorkNameMissing, WordsTooLong: it does.
    """
    if not name:
        raise WorkNameMissing(field=field)
    if len(name) > LONGEST:
        raise WordsTooLong(field=field, length=len(name), limit=LONGEST)


def check_days(start: date | None, end: date | None, field: str = "ends_on") -> None:
    """Refuse an end before the start.

    Raises:
        WorkDaysReversed: they stand so.
    """
    if start is not None and end is not None and end < start:
        raise WorkDaysReversed(field=field, start=start, end=end)


def check_light(light: Light | None, reason: str) -> None:
    """Refuse yellow and red without a reason (domain 2.8).

    Raises:
        LightReasonMissing: there is none.
    """
    if light in {Light.YELLOW, Light.RED} and not reason:
        raise LightReasonMissing(field="light_reason")


def check_done(state: WorkState, done_on: date | None) -> None:
    """Refuse something that is done on no day.

    Raises:
        DoneDayMissing: it is.
    """
    if state is WorkState.DONE and done_on is None:
        raise DoneDayMissing(field="done_on")


def shifted(
    start: date | None, end: date | None, days: int, *, moves_start: bool = True, moves_end: bool = True
) -> tuple[date | None, date | None]:
    """Return the days of something moved by so many *days*, or with one end moved; it lasts a day at the least."""
    first = start + timedelta(days) if start is not None and moves_start else start
    last = end + timedelta(days) if end is not None and moves_end else end
    if first is not None and last is not None and last < first:
        return (last, last) if moves_start and not moves_end else (first, first)
    return first, last


def is_late(state: WorkState, end: date | None, today: date) -> bool:
    """Return whether something should have been done by now and is not."""
    return end is not None and end < today and state in {WorkState.PLANNED, WorkState.ONGOING}
