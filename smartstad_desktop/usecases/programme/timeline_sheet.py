"""The sheet that a line of time is drawn on: years and quarters, the line of today, and how long words may be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from smartstad_desktop.domain.programme.time_scale import Step, TimeScale, marks
from smartstad_desktop.exchange.documents.drawing import Anchor, Line, Shape, Words
from smartstad_desktop.text.phrases import Phrasebook
from smartstad_desktop.text.time_words import mark_words

#: As wide as the text of an A4 page, in points.
WIDTH: Final = 487.0
#: Where the first row begins, below years and quarters.
HEAD: Final = 42.0
SMALL: Final = 7.5
#: So much room a letter of a name takes, on the average and at size 1.
LETTER: Final = 0.55
_QUARTER_ROOM: Final = 22.0


def grid(scale: TimeScale, last: date, height: float, width: float, phrases: Phrasebook) -> Iterator[Shape]:
    """Return the lines and names of years, and of quarters where there is room."""
    has_quarters = scale.per_day * 91 >= _QUARTER_ROOM
    for step in (Step.QUARTER, Step.YEAR) if has_quarters else (Step.YEAR,):
        is_year = step is Step.YEAR
        for mark in marks(scale.first, last, step):
            x = scale.x_of(mark.first)
            yield Line(x=x, y=0 if is_year else 14, to_x=x, to_y=height, width=0.8 if is_year else 0.4)
            yield Words(
                x=x + 3,
                y=10 if is_year else 22,
                text=mark_words(mark, step, phrases),
                size=9 if is_year else SMALL,
                role="ink" if is_year else "ink_soft",
                is_strong=is_year,
            )
    yield Line(x=0, y=HEAD - 4, to_x=width, to_y=HEAD - 4)


def today_line(
    scale: TimeScale, span: tuple[date, date], today: date, height: float, phrases: Phrasebook
) -> Iterator[Shape]:
    """Return the line of today, when it lies in the span."""
    if span[0] <= today <= span[1]:
        x = scale.x_of(today)
        yield Line(x=x, y=HEAD - 6, to_x=x, to_y=height, role="attention", width=1.2, is_dashed=True)
        yield Words(
            x=x, y=HEAD - 8, text=phrases.text("Today"), size=7, role="attention", is_strong=True, anchor=Anchor.MIDDLE
        )


def cut(text: str, room: float, size: float) -> str:
    """Return *text* as far as it fits."""
    most = int(room / (size * LETTER))
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
