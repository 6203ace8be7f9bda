"""How days, stretches of time and marks of a line of time are said."""

from __future__ import annotations

from datetime import date

from smartstad_desktop.domain.programme.time_scale import Mark, Step
from smartstad_desktop.domain.values import Period
from smartstad_desktop.text.phrases import Phrasebook, current

_LETTERS = 3


def span_words(start: date | None, end: date | None, phrases: Phrasebook | None = None) -> str:
    """Return two days as “3 March – 5 April 2027”; one of them may be missing."""
    book = phrases or current()
    if start is None and end is None:
        return ""
    if start is None or end is None:
        day = book.day(start or end or date.min)
        return book.text("from {day}", day=day) if end is None else day
    if start == end:
        return book.day(start)
    first = book.day(start)
    if start.year == end.year:
        first = first.removesuffix(f" {start.year}")
    return f"{first} – {book.day(end)}"


def when_words(
    start: date | None, end: date | None, time: Period | None = None, phrases: Phrasebook | None = None
) -> str:
    """Return when something is: as it was said, else in days, else that nobody has said."""
    book = phrases or current()
    if time is not None:
        return book.period(time)
    return span_words(start, end, book) or book.text("no days yet")


def mark_words(mark: Mark, step: Step, phrases: Phrasebook | None = None) -> str:
    """Return what a stretch of a line is called; the year of a quarter or month stands above it."""
    book = phrases or current()
    if step is Step.YEAR:
        return str(mark.first.year)
    if step is Step.QUARTER:
        return book.text("Q{quarter}", quarter=mark.quarter)
    return book.month(mark.first).split()[0][:_LETTERS]
