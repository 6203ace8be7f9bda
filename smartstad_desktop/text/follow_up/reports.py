"""How reports and what follows them are told: when they are due, what has changed, which light a measure has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from smartstad_desktop.domain.follow_up.figures import MONEY, Difference, Figure
from smartstad_desktop.domain.programme.work import Light
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import Phrasebook, current

#: A light has a symbol of its own, so that it is told without colour.
SYMBOLS: Final = {Light.GREEN: "●", Light.YELLOW: "▲", Light.RED: "■"}
#: So many names are read at a glance; more are counted.
NAMES: Final = 3


def when_given(given_on: date | None, due_on: date | None, today: date, phrases: Phrasebook | None = None) -> str:
    """Return when a report was given, or when it should be, and how late it is."""
    book = phrases or current()
    if given_on is not None:
        return book.text("Given {day}", day=book.day(given_on))
    if due_on is None:
        return book.text("No day to be given on")
    due = book.text("To be given {day}", day=book.day(due_on))
    late = late_words((today - due_on).days, book)
    return f"{due} · {late}" if late else due


def late_words(days: int, phrases: Phrasebook | None = None) -> str:
    """Return how late something is; nothing when it is not."""
    book = phrases or current()
    return book.plural("{count} day late", "{count} days late", days) if days > 0 else ""


def figure_words(figure: Figure, value: int, phrases: Phrasebook | None = None) -> str:
    """Return the value of a figure as it is written."""
    book = phrases or current()
    return book.short_money(value) if figure in MONEY else book.number(value)


def change_words(difference: Difference, phrases: Phrasebook | None = None) -> str:
    """Return a change as “40 → 46 (+6)”."""
    book = phrases or current()
    now = figure_words(difference.figure, difference.now, book)
    if difference.before is None or difference.by is None:
        return now
    sign = "+" if difference.by > 0 else "−"
    by = sign + figure_words(difference.figure, abs(difference.by), book)
    return f"{figure_words(difference.figure, difference.before, book)} → {now} ({by})"


def light_words(light: Light | None, phrases: Phrasebook | None = None) -> str:
    """Return a light with its symbol."""
    book = phrases or current()
    return book.text("Not told yet") if light is None else f"{SYMBOLS[light]}\N{NO-BREAK SPACE}{label(light, book)}"


def names_words(names: Sequence[str], phrases: Phrasebook | None = None) -> str:
    """Return the first names and how many more there are."""
    book = phrases or current()
    shown = ", ".join(names[:NAMES])
    rest = len(names) - NAMES
    return book.text("{names} and {count} more", names=shown, count=rest) if rest > 0 else shown
