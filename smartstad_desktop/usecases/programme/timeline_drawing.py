"""The timeline as a drawing for documents and picture files, and as words for those who cannot see it.

``timeline_figure`` is for whoever makes a document: a report, the plan. It says nothing about how a page looks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Connection

from smartstad_desktop.domain.programme.time_scale import Step, TimeScale, marks
from smartstad_desktop.domain.programme.timeline import is_late
from smartstad_desktop.domain.programme.work import EntryKind, Light, WorkState
from smartstad_desktop.exchange.documents.drawing import Anchor, Box, Diamond, Drawing, Line, Shape, Words
from smartstad_desktop.reads.programme.timeline import EntryRow, PartRow, Timeline, timeline
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import Phrasebook
from smartstad_desktop.text.time_words import mark_words, when_words

#: As wide as the text of an A4 page, in points.
WIDTH: Final = 487.0
_NAMES: Final = 150.0
_HEAD: Final = 34.0
_PART: Final = 26.0
_ENTRY: Final = 17.0
_SMALL: Final = 7.5
#: So much room a letter of a name takes, on the average and at size 1.
_LETTER: Final = 0.55
_QUARTER_ROOM: Final = 22.0
_LIGHTS: Final = {Light.GREEN: ("✓", "good"), Light.YELLOW: ("!", "attention"), Light.RED: ("✕", "bad")}


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What every line is drawn on."""

    scale: TimeScale
    width: float
    phrases: Phrasebook
    today: date


def timeline_figure(connection: Connection, phrases: Phrasebook, today: date) -> Drawing | None:
    """Return the timeline for a document; None when nothing stands on it."""
    found = timeline(connection)
    return timeline_drawing(found, phrases, today) if found.parts or found.entries else None


def timeline_drawing(found: Timeline, phrases: Phrasebook, today: date, width: float = WIDTH) -> Drawing:
    """Return *found* as a drawing of so much *width*; its alternative says the same in words."""
    first, last = found.span(today)
    names = _NAMES * max(1.0, width / WIDTH) ** 0.5
    scale = TimeScale(first, (width - names) / ((last - first).days + 1), names)
    sheet = _Sheet(scale, width, phrases, today)
    rows = list(_rows(found))
    height = _HEAD + sum(_PART if isinstance(row, PartRow) else _ENTRY for row in rows) + 6
    shapes = [*_grid(scale, last, height, width, phrases)]
    top = _HEAD
    for row in rows:
        if isinstance(row, PartRow):
            shapes += _part(row, top, sheet)
            top += _PART
        else:
            shapes += _entry(row, top, sheet)
            top += _ENTRY
    shapes += _today(scale, (first, last), today, height, phrases)
    return Drawing(width=width, height=height, shapes=tuple(shapes), alternative=timeline_words(found, phrases, today))


def timeline_words(found: Timeline, phrases: Phrasebook, today: date) -> str:
    """Return the timeline in words, a line for each part and entry."""
    lines: list[str] = []
    for row in _rows(found):
        when = when_words(row.starts_on, row.ends_on, None if isinstance(row, PartRow) else row.time, phrases)
        if isinstance(row, PartRow):
            name = f"{row.number}. {row.name.in_language(phrases.language)}"
            light = label(row.light, phrases) if row.light else ""
            told = [name, when, label(row.state, phrases), light, row.light_reason]
        else:
            late = is_late(row.state, row.ends_on or row.starts_on, today)
            told = [label(row.kind, phrases), row.name, when, label(row.state, phrases)]
            told.append(phrases.text("late") if late else "")
        lines.append(", ".join(part for part in told if part) + ".")
    return "\n".join(lines)


def _rows(found: Timeline) -> Iterator[PartRow | EntryRow]:
    for part in found.parts:
        yield part
        yield from found.under(part.id)
    yield from found.under(None)


def _grid(scale: TimeScale, last: date, height: float, width: float, phrases: Phrasebook) -> Iterator[Shape]:
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
                size=9 if is_year else _SMALL,
                role="ink" if is_year else "ink_soft",
                is_strong=is_year,
            )
    yield Line(x=0, y=_HEAD - 4, to_x=width, to_y=_HEAD - 4)


def _part(row: PartRow, top: float, sheet: _Sheet) -> Iterator[Shape]:
    scale, width, phrases = sheet.scale, sheet.width, sheet.phrases
    yield Box(x=0, y=top, width=width, height=_PART - 2, fill="panel")
    name = f"{row.number}. {row.name.in_language(phrases.language)}"
    has_light = row.light is not None
    yield Words(x=4, y=top + (10 if has_light else 15), text=_cut(name, scale.left - 8, 9), is_strong=True)
    if row.light is not None:
        sign, role = _LIGHTS[row.light]
        yield Words(x=4, y=top + 20, text=f"{sign} {label(row.light, phrases)}", size=_SMALL, role=role, is_strong=True)
    start, end = row.starts_on or row.ends_on, row.ends_on or row.starts_on
    if start is None or end is None:
        return
    left, right = scale.x_of(start), scale.end_of(end)
    yield Box(
        x=left, y=top + 4, width=max(right - left, 3), height=_PART - 10, fill="primary_tint", edge="primary", radius=3
    )
    words = when_words(row.starts_on, row.ends_on, None, phrases)
    if len(words) * _SMALL * _LETTER < right - left - 6:
        yield Words(x=left + 5, y=top + 15, text=words, size=_SMALL, role="primary", is_strong=True)


def _entry(row: EntryRow, top: float, sheet: _Sheet) -> Iterator[Shape]:
    scale, width, phrases, today = sheet.scale, sheet.width, sheet.phrases, sheet.today
    middle = top + _ENTRY / 2
    late = is_late(row.state, row.ends_on or row.starts_on, today)
    yield Words(x=14, y=middle + 3, text=_cut(row.name, scale.left - 18, 8.5), size=8.5)
    words = when_words(row.starts_on, row.ends_on, row.time, phrases)
    if late:
        words = phrases.text("{when}, late", when=words)
    elif row.state is WorkState.DONE:
        words = f"✓ {words}"
    start, end = row.starts_on or row.ends_on, row.ends_on or row.starts_on
    role = "attention" if late else "ink_soft"
    if start is None or end is None:
        yield Words(x=scale.left + 4, y=middle + 2.6, text=words, size=_SMALL, role=role)
        return
    left, right = scale.x_of(start), scale.end_of(end)
    edge = "attention" if late else "primary"
    fill = "paper" if row.state in {WorkState.PLANNED, WorkState.PAUSED, WorkState.DROPPED} else "primary"
    if not row.is_point:
        yield Box(
            x=left,
            y=middle - 4,
            width=max(right - left, 3),
            height=8,
            fill=fill,
            edge=edge,
            radius=4 if row.kind is EntryKind.EVENT else 1.5,
            is_dashed=row.state in {WorkState.PAUSED, WorkState.DROPPED},
        )
    else:
        at = (scale.x_of(end) + scale.end_of(end)) / 2
        left, right = at - 5, at + 5
        if row.kind is EntryKind.MILESTONE:
            yield Diamond(x=at, y=middle, half=5.5, fill=fill, edge=edge)
        else:
            radius = 0 if row.kind is EntryKind.DELIVERABLE else 4
            yield Box(x=at - 4, y=middle - 4, width=8, height=8, fill=fill, edge=edge, radius=radius)
    room = len(words) * _SMALL * _LETTER
    if right + 5 + room <= width:
        yield Words(x=right + 5, y=middle + 2.6, text=words, size=_SMALL, role=role)
    elif left - 5 - room >= scale.left:
        yield Words(x=left - 5, y=middle + 2.6, text=words, size=_SMALL, role=role, anchor=Anchor.END)


def _today(
    scale: TimeScale, span: tuple[date, date], today: date, height: float, phrases: Phrasebook
) -> Iterator[Shape]:
    if span[0] <= today <= span[1]:
        x = scale.x_of(today)
        yield Line(x=x, y=_HEAD - 8, to_x=x, to_y=height, role="attention", width=1.2, is_dashed=True)
        yield Words(
            x=x, y=_HEAD - 6, text=phrases.text("Today"), size=7, role="attention", is_strong=True, anchor=Anchor.MIDDLE
        )


def _cut(text: str, room: float, size: float) -> str:
    most = int(room / (size * _LETTER))
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
