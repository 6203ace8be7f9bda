"""Sentences about tests: how an indicator stands, what is asked when a test ends, when it lasts."""

from __future__ import annotations

from datetime import date

from smartstad_desktop.domain.testbeds.testbed_cases import Asking, EndQuestion, Reading, Standing
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import Phrasebook, current


def figure(value: float | None, unit: str = "", phrases: Phrasebook | None = None) -> str:
    """Return a number with as many decimals as it has, two at most, and its unit; a dash when it is unknown."""
    if value is None:
        return "–"
    book = phrases or current()
    rounded = round(value, 2)
    decimals = 0 if rounded == int(rounded) else (1 if round(value, 1) == rounded else 2)
    return f"{book.number(rounded, decimals)} {unit}".strip()


def reading_line(reading: Reading, unit: str, phrases: Phrasebook | None = None) -> str:
    """Return how an indicator stands: by how much it has changed, in which direction, and where that leaves it."""
    book = phrases or current()
    standing = label(reading.standing, book)
    change = reading.change
    if change is None or reading.standing is Standing.UNCHANGED:
        return f"{standing}."
    amount = figure(abs(change), unit, book)
    moved = (
        book.text("{amount} higher than before", amount=amount)
        if change > 0
        else book.text("{amount} lower than before", amount=amount)
    )
    return f"{standing}: {moved}."


def end_line(question: EndQuestion, ends_on: date, phrases: Phrasebook | None = None) -> str:
    """Return the question that a test asks towards its end."""
    book = phrases or current()
    day = book.day(ends_on)
    if question.why is Asking.OVER:
        return book.plural(
            "The test ended {day}, {count} day ago. What happens now?",
            "The test ended {day}, {count} days ago. What happens now?",
            question.days,
            day=day,
        )
    if not question.days:
        return book.text("The test ends today. What happens now?")
    return book.plural(
        "The test ends {day}, in {count} day. What happens then?",
        "The test ends {day}, in {count} days. What happens then?",
        question.days,
        day=day,
    )


def span_line(starts_on: date | None, ends_on: date | None, phrases: Phrasebook | None = None) -> str:
    """Return when a case begins and ends, as far as it is known."""
    book = phrases or current()
    if starts_on is not None and ends_on is not None:
        return f"{book.day(starts_on)} – {book.day(ends_on)}"
    if ends_on is not None:
        return book.text("ends {day}", day=book.day(ends_on))
    return "" if starts_on is None else book.text("begins {day}", day=book.day(starts_on))
