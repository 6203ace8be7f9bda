"""The timeline as a drawing for documents and picture files, and as words for those who cannot see it.

``timeline_figure`` is for whoever makes a document: a report, the plan. It says nothing about how a page looks.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Connection

from smartstad_desktop.domain.programme.time_scale import TimeScale
from smartstad_desktop.domain.programme.timeline import is_late
from smartstad_desktop.domain.programme.work import EntryKind, Light, WorkState
from smartstad_desktop.exchange.documents.drawing import Box, Diamond, Drawing, Shape, Words
from smartstad_desktop.reads.programme.timeline import EntryRow, PartRow, Timeline, timeline
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import Phrasebook
from smartstad_desktop.text.time_words import when_words
from smartstad_desktop.usecases.programme.timeline_sheet import HEAD, LETTER, SMALL, WIDTH, cut, grid, today_line

_NAMES: Final = 165.0
_PART: Final = 26.0
_ENTRY: Final = 17.0
_SECOND: Final = 10.0
_LIGHTS: Final = {Light.GREEN: ("✓", "good"), Light.YELLOW: ("!", "attention"), Light.RED: ("×", "bad")}


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
    height = HEAD + sum(_height(row, sheet) for row in rows) + 6
    beneath = _legend(height + _ENTRY / 2, sheet)
    shapes = [*grid(scale, last, height, width, phrases), *today_line(scale, (first, last), today, height, phrases)]
    top = HEAD
    for row in rows:
        match row:
            case PartRow():
                shapes += _part(row, top, sheet)
            case EntryRow():
                shapes += _entry(row, top, sheet)
            case None:
                shapes += _apart(top, sheet)
        top += _height(row, sheet)
    told = timeline_words(found, phrases, today)
    return Drawing(width=width, height=height + _ENTRY, shapes=(*shapes, *beneath), alternative=told)


def timeline_words(found: Timeline, phrases: Phrasebook, today: date) -> str:
    """Return the timeline in words, a line for each part and entry."""
    lines: list[str] = []
    for row in (row for row in _rows(found) if row is not None):
        when = when_words(row.starts_on, row.ends_on, None if isinstance(row, PartRow) else row.time, phrases)
        if isinstance(row, PartRow):
            name = f"{row.number}. {row.name.in_language(phrases.language)}"
            light = label(row.light, phrases) if row.light else ""
            told = [name, when, label(row.state, phrases), light, row.light_reason]
        else:
            late = is_late(row.state, row.ends_on or row.starts_on, today)
            told = [label(row.kind, phrases), row.name, when, label(row.state, phrases)]
            told.append(phrases.text("late") if late else "")
        lines.append(", ".join(part.rstrip(".") for part in told if part) + ".")
    return "\n".join(lines)


def _rows(found: Timeline) -> Iterator[PartRow | EntryRow | None]:
    """Return parts and entries in the order of the picture; None comes before those that stand in no part."""
    for part in found.parts:
        yield part
        yield from found.under(part.id)
    loose = found.under(None)
    if loose and found.parts:
        yield None
    yield from loose


def _height(row: PartRow | EntryRow | None, sheet: _Sheet) -> float:
    if isinstance(row, EntryRow):
        return _ENTRY + _SECOND * (len(_name_lines(row.name, sheet)) - 1)
    return _ENTRY if row is None else _PART


def _name_lines(name: str, sheet: _Sheet) -> list[str]:
    most = int((sheet.scale.left - 18) / (8.5 * LETTER))
    lines = textwrap.wrap(name, most, break_long_words=True)
    return [lines[0], cut(" ".join(lines[1:]), sheet.scale.left - 18, 8.5)] if len(lines) > 1 else lines


def _apart(top: float, sheet: _Sheet) -> Iterator[Shape]:
    yield Box(x=0, y=top, width=sheet.width, height=_ENTRY - 2, fill="panel")
    yield Words(x=4, y=top + 11, text=sheet.phrases.text("In no part"), is_strong=True)


def _part(row: PartRow, top: float, sheet: _Sheet) -> Iterator[Shape]:
    scale, width, phrases = sheet.scale, sheet.width, sheet.phrases
    yield Box(x=0, y=top, width=width, height=_PART - 2, fill="panel")
    name = f"{row.number}. {row.name.in_language(phrases.language)}"
    has_light = row.light is not None
    yield Words(x=4, y=top + (10 if has_light else 15), text=cut(name, scale.left - 8, 9), is_strong=True)
    if row.light is not None:
        sign, role = _LIGHTS[row.light]
        yield Words(x=4, y=top + 20, text=f"{sign} {label(row.light, phrases)}", size=SMALL, role=role, is_strong=True)
    start, end = row.starts_on or row.ends_on, row.ends_on or row.starts_on
    if start is None or end is None:
        return
    left, right = scale.x_of(start), scale.end_of(end)
    yield Box(
        x=left, y=top + 4, width=max(right - left, 3), height=_PART - 10, fill="primary_tint", edge="primary", radius=3
    )
    words = when_words(row.starts_on, row.ends_on, None, phrases)
    fits = len(words) * SMALL * LETTER < right - left - 6
    x = left + 5 if fits else right + 5
    yield Words(x=x, y=top + 15, text=words, size=SMALL, role="primary", is_strong=True)


def _entry(row: EntryRow, top: float, sheet: _Sheet) -> Iterator[Shape]:
    scale, width, phrases, today = sheet.scale, sheet.width, sheet.phrases, sheet.today
    names = _name_lines(row.name, sheet)
    middle = top + _height(row, sheet) / 2
    late = is_late(row.state, row.ends_on or row.starts_on, today)
    for number, name in enumerate(names):
        down = middle + 3 + _SECOND * (number - (len(names) - 1) / 2)
        yield Words(x=14, y=down, text=name, size=8.5)
    words = when_words(row.starts_on, row.ends_on, row.time, phrases)
    if late:
        words = phrases.text("{when}, late", when=words)
    elif row.state is WorkState.DONE:
        words = f"✓ {words}"
    start, end = row.starts_on or row.ends_on, row.ends_on or row.starts_on
    role = "attention" if late else "ink_soft"
    if start is None or end is None:
        yield Words(x=scale.left + 4, y=middle + 2.6, text=words, size=SMALL, role=role)
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
        yield _sign(row.kind if row.kind is not EntryKind.ACTIVITY else EntryKind.EVENT, at, middle, fill, edge)
    room = len(words) * SMALL * LETTER
    x = right + 5 if right + 5 + room <= width else max(scale.left + 2, left - 5 - room)
    # The marks of time and today's line do not run through the words.
    yield Box(x=x - 1.5, y=middle - 5, width=room, height=10, fill="paper")
    yield Words(x=x, y=middle + 2.6, text=words, size=SMALL, role=role)


def _legend(middle: float, sheet: _Sheet) -> Iterator[Shape]:
    x = sheet.scale.left
    for kind in EntryKind:
        yield _sign(kind, x + 5, middle, "primary", "primary")
        words = label(kind, sheet.phrases)
        yield Words(x=x + 14, y=middle + 2.6, text=words, size=SMALL, role="ink_soft")
        x += 24 + len(words) * SMALL * LETTER


def _sign(kind: EntryKind, x: float, y: float, fill: str, edge: str) -> Shape:
    if kind is EntryKind.MILESTONE:
        return Diamond(x=x, y=y, half=5.5, fill=fill, edge=edge)
    if kind is EntryKind.ACTIVITY:
        return Box(x=x - 5, y=y - 3, width=12, height=6, fill=fill, edge=edge, radius=1.5)
    radius = 0 if kind is EntryKind.DELIVERABLE else 4
    return Box(x=x - 4, y=y - 4, width=8, height=8, fill=fill, edge=edge, radius=radius)
