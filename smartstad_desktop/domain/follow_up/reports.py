"""Steering reports and final reports: composed from data, with own text that is kept (domain 6.6)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Any, Final

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid, RuleError

TEXT_LIMIT: Final = 4000
TITLE_LIMIT: Final = 120
#: So many steering reports are planned at a time at the most.
MOST_REPORTS: Final = 40


class ReportKind(StrEnum):
    """Who a report is for and when."""

    STEERING = "steering"
    FINAL = "final"


class ReportState(StrEnum):
    """Where a report stands; what it told is kept when it is given."""

    PLANNED = "planned"
    DRAFT = "draft"
    GIVEN = "given"


class Heading(StrEnum):
    """Headings of a report; the first four are the levers of a steering group (seed S5-15)."""

    DIRECTION = "direction"
    RESOURCES = "resources"
    MANDATE = "mandate"
    SPREAD = "spread"
    SUMMARY = "summary"
    DONE = "done"
    NEXT = "next"
    DEVIATIONS = "deviations"
    DECISIONS = "decisions"
    LESSONS = "lessons"


#: Under what somebody writes, in the order of the report.
HEADINGS: Final[Mapping[ReportKind, tuple[Heading, ...]]] = {
    ReportKind.STEERING: (
        Heading.SUMMARY,
        Heading.DONE,
        Heading.NEXT,
        Heading.DEVIATIONS,
        Heading.DECISIONS,
        Heading.DIRECTION,
        Heading.RESOURCES,
        Heading.MANDATE,
        Heading.SPREAD,
    ),
    ReportKind.FINAL: (
        Heading.SUMMARY,
        Heading.DONE,
        Heading.DEVIATIONS,
        Heading.LESSONS,
        Heading.SPREAD,
        Heading.NEXT,
    ),
}


class ReportTitleMissing(FieldInvalid):
    """A report needs a name."""

    code = "report_title_missing"


class ReportPeriodReversed(FieldInvalid):
    """A report's period ends before it begins. Parameters: ``first``, ``last``."""

    code = "report_period_reversed"


class ReportTextTooLong(FieldInvalid):
    """A text is longer than a report can carry. Parameters: ``length``, ``limit``."""

    code = "report_text_too_long"


class ProgrammeTimeMissing(FieldInvalid):
    """Reports can be planned only when both ends of the programme are known."""

    code = "programme_time_missing"


class ReportCountOutside(FieldInvalid):
    """So many reports cannot be planned. Parameters: ``least``, ``most``."""

    code = "report_count_outside"


class ReportIsGiven(RuleError):
    """A report that has been given stays as it was. Parameters: ``title``."""

    code = "report_is_given"


class ReportNotGiven(RuleError):
    """Only a report that has been given can be taken back. Parameters: ``title``."""

    code = "report_not_given"


#: What can be set on a report that has not been given.
REPORT_FIELDS: Final[Mapping[str, Cleaner]] = {
    "title": cleaning.text,
    "period_from": cleaning.day,
    "period_to": cleaning.day,
    "due_on": cleaning.day,
    "body_id": cleaning.row,
}


def cleaned_report(name: str, value: Any) -> Any:
    """Return *value* as the field *name* of a report keeps it.

    Raises:
        FieldInvalid: there is no such field, or the value does not fit it.
    """
    return cleaning.clean(REPORT_FIELDS, name, value)


def check_report(title: str, first: date | None, last: date | None) -> None:
    """Refuse a report without a name, or whose period runs backwards.

    Raises:
        ReportTitleMissing: it has no name.
        FieldInvalid: the name is too long.
        ReportPeriodReversed: it ends before it begins.
    """
    if not title:
        raise ReportTitleMissing(field="title")
    if len(title) > TITLE_LIMIT:
        raise ReportTextTooLong(field="title", length=len(title), limit=TITLE_LIMIT)
    if first is not None and last is not None and last < first:
        raise ReportPeriodReversed(field="period_to", first=first, last=last)


def check_plan(first: date | None, last: date | None, count: int | None) -> None:
    """Refuse to plan reports over a time that is not known or runs backwards, or none, or more than one a fortnight.

    Raises:
        ProgrammeTimeMissing: one end of the time is not known.
        ReportPeriodReversed: it ends before it begins.
        ReportCountOutside: there would be none, or too many.
    """
    if first is None or last is None:
        raise ProgrammeTimeMissing(field="first" if first is None else "last")
    if last < first:
        raise ReportPeriodReversed(field="last", first=first, last=last)
    most = max(1, min(MOST_REPORTS, (last - first).days // 14))
    if count is None or not 1 <= count <= most:
        raise ReportCountOutside(field="count", least=1, most=most)


def periods(first: date, last: date, count: int) -> tuple[tuple[date, date], ...]:
    """Return *count* periods of as equal length as days allow, which together are *first* to *last*, inclusive.

    A time of whole months that can be divided into whole months is.
    """
    after = last + timedelta(days=1)
    months = (after.year - first.year) * 12 + after.month - first.month
    if first.day == after.day == 1 and months % count == 0:
        starts = [_month(first, months // count * number) for number in range(count + 1)]
    else:
        days = (after - first).days
        starts = [first + timedelta(days=days * number // count) for number in range(count + 1)]
    return tuple((start, end - timedelta(days=1)) for start, end in pairwise(starts))


def _month(first: date, ahead: int) -> date:
    """Return the first day of the month that is *ahead* months after *first*."""
    years, month = divmod(first.month - 1 + ahead, 12)
    return date(first.year + years, month + 1, 1)
