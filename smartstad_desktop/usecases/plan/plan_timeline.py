"""The measures of a plan on a line of time, with their next decisions, as a drawing that also says it in words."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, TypeAlias

from smartstad_desktop.domain.plan.plan import CommitmentRole
from smartstad_desktop.domain.programme.time_scale import TimeScale
from smartstad_desktop.domain.values import MunicipalityId, Period
from smartstad_desktop.exchange.documents.drawing import Box, Diamond, Drawing, Line, Shape, Words
from smartstad_desktop.reads.plan.measure import MeasureRow
from smartstad_desktop.reads.plan.plan import MunicipalityRow
from smartstad_desktop.text.phrases import Phrasebook
from smartstad_desktop.text.time_words import span_words
from smartstad_desktop.usecases.plan.times import time_within
from smartstad_desktop.usecases.programme.timeline_sheet import HEAD, LETTER, SMALL, WIDTH, cut, grid, today_line

Numbered: TypeAlias = tuple[int, MeasureRow]
_Group: TypeAlias = tuple[str, list[Numbered]]

_NAMES: Final = 175.0
_GROUP: Final = 18.0
_ROW: Final = 18.0
_LINE: Final = 10.0
_TEXT: Final = 8.5
_LEGEND: Final = 20.0


class Grouping(StrEnum):
    """What the rows of the picture are gathered by: the bands of the workshop, or who leads."""

    BAND = "band"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSpan:
    """The years a plan is about, and the day that counts as today; None leaves that line out."""

    first_year: int | None = None
    last_year: int | None = None
    today: date | None = None


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What every row is drawn on."""

    scale: TimeScale
    last: date
    width: float
    phrases: Phrasebook
    municipalities: Mapping[MunicipalityId, MunicipalityRow]


def plan_timeline(
    measures: Sequence[Numbered],
    municipalities: Iterable[MunicipalityRow],
    phrases: Phrasebook,
    span: PlanSpan,
    *,
    by: Grouping = Grouping.BAND,
    width: float = WIDTH,
    most: float = math.inf,
) -> tuple[Drawing, ...]:
    """Return the measures as bars and their next decisions as diamonds; nothing when no measure tells a time.

    What is higher than *most* goes on in another drawing. Measures without a time stand last, with what has been
    written. A bar with a dashed edge has only one end that is known.
    """
    ends = _ends(measures, span)
    if not any(row.starts_on or row.ends_on for _, row in measures) or ends is None:
        return ()
    first, last = ends
    names = _NAMES * max(1.0, width / WIDTH) ** 0.5
    scale = TimeScale(first, (width - names) / ((last - first).days + 1), names)
    sheet = _Sheet(scale, last, width, phrases, {row.id: row for row in municipalities})
    room = most - HEAD - _LEGEND - 6
    return tuple(_drawing(groups, ends, span, sheet) for groups in _sheets(_groups(measures, by, sheet), room, sheet))


def _sheets(groups: Sequence[_Group], room: float, sheet: _Sheet) -> Iterator[list[_Group]]:
    """Return the groups in parts that fit into *room*; a group that goes on is named again."""
    found: list[_Group] = []
    used = 0.0
    for name, rows in groups:
        for number, row in enumerate(rows):
            height = _height(row, sheet)
            is_new = number == 0
            if found and used + height + (_GROUP if is_new else 0) > room:
                yield found
                found, used, is_new = [], 0.0, True
            if is_new:
                found.append((name, []))
                used += _GROUP
            found[-1][1].append(row)
            used += height
    if found:
        yield found


def _drawing(groups: Sequence[_Group], ends: tuple[date, date], span: PlanSpan, sheet: _Sheet) -> Drawing:
    height = HEAD + sum(_GROUP + sum(_height(row, sheet) for row in rows) for _, rows in groups) + 6
    shapes = [*grid(sheet.scale, ends[1], height, sheet.width, sheet.phrases)]
    if span.today is not None:
        shapes += today_line(sheet.scale, ends, span.today, height, sheet.phrases)
    top = HEAD
    for name, rows in groups:
        shapes += _heading(name, top, sheet)
        top += _GROUP
        for row in rows:
            shapes += _measure(row, top, sheet)
            top += _height(row, sheet)
    shapes += _legend(height + _LEGEND / 2, sheet)
    return Drawing(width=sheet.width, height=height + _LEGEND, shapes=tuple(shapes), alternative=_words(groups, sheet))


def _ends(measures: Iterable[Numbered], span: PlanSpan) -> tuple[date, date] | None:
    """Return the first and the last day of the picture, as whole years."""
    days = [day for _, row in measures for day in (row.starts_on, row.ends_on) if day is not None]
    decided = [time_within(row.next_decision) for _, row in measures]
    years = {day.year for day in days} | {each.last.year for each in decided if each is not None}
    years |= {year for year in (span.first_year, span.last_year) if year is not None}
    return (date(min(years), 1, 1), date(max(years), 12, 31)) if years else None


def _groups(measures: Iterable[Numbered], by: Grouping, sheet: _Sheet) -> list[_Group]:
    """Return the measures in groups, in the order of the plan; those without a time are a group of their own, last."""
    dated: dict[str, list[Numbered]] = {}
    loose: list[Numbered] = []
    for number, row in measures:
        if row.starts_on is None and row.ends_on is None:
            loose.append((number, row))
            continue
        name = row.band if by is Grouping.BAND else _leader(row, sheet)
        dated.setdefault(name or sheet.phrases.text("Other measures"), []).append((number, row))
    found = list(dated.items())
    return [*found, (sheet.phrases.text("Without a time that can be shown"), loose)] if loose else found


def _leader(row: MeasureRow, sheet: _Sheet) -> str:
    leads = (said.municipality for said in row.commitments if said.role is CommitmentRole.LEADS)
    number = next(leads, row.owner_municipality)
    found = None if number is None else sheet.municipalities.get(number)
    return found.short_name if found else ""


def _name_lines(row: Numbered, sheet: _Sheet) -> list[str]:
    most = int((sheet.scale.left - 10) / (_TEXT * LETTER))
    lines = textwrap.wrap(f"{row[0]}. {row[1].title}", most, break_long_words=True)
    return [lines[0], cut(" ".join(lines[1:]), sheet.scale.left - 10, _TEXT)] if len(lines) > 1 else lines


def _height(row: Numbered, sheet: _Sheet) -> float:
    names = _LINE * (len(_name_lines(row, sheet)) + 1) + 6
    return max(names, _ROW + (_LINE if _decision(row[1]) else 0))


def _decision(row: MeasureRow) -> Period | None:
    return time_within(row.next_decision)


def _heading(name: str, top: float, sheet: _Sheet) -> Iterator[Shape]:
    yield Box(x=0, y=top, width=sheet.width, height=_GROUP - 3, fill="panel")
    yield Words(x=4, y=top + 11, text=name, is_strong=True)


def _measure(numbered: Numbered, top: float, sheet: _Sheet) -> Iterator[Shape]:
    row, scale = numbered[1], sheet.scale
    names = _name_lines(numbered, sheet)
    height = _height(numbered, sheet)
    for number, name in enumerate(names):
        yield Words(x=4, y=top + 10 + _LINE * number, text=name, size=_TEXT)
    yield Words(x=4, y=top + 10 + _LINE * len(names) - 1, text=_leader(row, sheet), size=SMALL - 0.5, role="ink_soft")
    yield Line(x=0, y=top + height - 1, to_x=sheet.width, to_y=top + height - 1, width=0.3)
    if row.starts_on is None and row.ends_on is None:
        words = row.time or sheet.phrases.text("no time yet")
        yield from _beside(words, scale.left - 3, scale.left - 3, top + 7, sheet)
    else:
        yield from _bar(row, top + 7, sheet)
    decision = _decision(row)
    if decision is not None:
        yield from _milestone(row.next_decision, decision, top + 19, sheet)


def _bar(row: MeasureRow, middle: float, sheet: _Sheet) -> Iterator[Shape]:
    scale = sheet.scale
    is_open = row.starts_on is None or row.ends_on is None
    left, right = scale.x_of(row.starts_on or scale.first), scale.end_of(row.ends_on or sheet.last)
    yield Box(
        x=left,
        y=middle - 4,
        width=max(right - left, 3),
        height=8,
        fill="primary_tint" if is_open else "primary",
        edge="primary",
        radius=1.5,
        is_dashed=is_open,
    )
    yield from _beside(_when(row, sheet.phrases), left, right, middle, sheet, is_inside=is_open)


def _milestone(words: str, period: Period, middle: float, sheet: _Sheet) -> Iterator[Shape]:
    day = period.first + timedelta((period.last - period.first).days // 2)
    at = sheet.scale.x_of(day)
    yield Diamond(x=at, y=middle, half=4.5, fill="paper", edge="attention")
    yield from _beside(words, at - 5, at + 5, middle, sheet)


def _beside(
    text: str, left: float, right: float, middle: float, sheet: _Sheet, *, is_inside: bool = False
) -> Iterator[Shape]:
    """Return words right of something, or left of it where there is no room; on an open bar they stand inside."""
    start = sheet.scale.left + 2
    room = max(sheet.width - right - 7, left - start - 7, right - left - 10 if is_inside else 0)
    words = cut(text, room, SMALL)
    length = len(words) * SMALL * LETTER
    if right + 5 + length <= sheet.width:
        x = right + 5
    elif left - 5 - length >= start:
        x = left - 5 - length
    else:
        x = left + 5
    if not left <= x < right:
        # The marks of time and today's line do not run through the words.
        yield Box(x=x - 1.5, y=middle - 5, width=length + 1.5, height=9.5, fill="paper")
    yield Words(x=x, y=middle + 2.6, text=words, size=SMALL, role="ink_soft")


def _when(row: MeasureRow, phrases: Phrasebook) -> str:
    return row.time or span_words(row.starts_on, row.ends_on, phrases)


def _legend(middle: float, sheet: _Sheet) -> Iterator[Shape]:
    x = sheet.scale.left
    for kind, words in enumerate(
        (
            sheet.phrases.text("Measure"),
            sheet.phrases.text("Only one end is known"),
            sheet.phrases.text("Next decision"),
        )
    ):
        if kind == 2:  # noqa: PLR2004  the decision
            yield Diamond(x=x + 5, y=middle, half=4.5, fill="paper", edge="attention")
        else:
            fill = "primary_tint" if kind else "primary"
            yield Box(
                x=x, y=middle - 3, width=12, height=6, fill=fill, edge="primary", radius=1.5, is_dashed=bool(kind)
            )
        yield Words(x=x + 16, y=middle + 2.6, text=words, size=SMALL, role="ink_soft")
        x += 28 + len(words) * SMALL * LETTER


def _words(groups: Iterable[_Group], sheet: _Sheet) -> str:
    """Return the picture in words: a line for each measure, under the name of its group."""
    phrases = sheet.phrases
    lines: list[str] = []
    for name, rows in groups:
        lines.append(f"{name}:")
        for number, row in rows:
            leader = _leader(row, sheet)
            when = _when(row, phrases) or phrases.text("no time yet")
            told = [f"{number}. {row.title}", when]
            told += [phrases.text("led by {name}", name=leader)] if leader else []
            line = f"{', '.join(told)}."
            if row.next_decision:
                line += f" {phrases.text('Next decision: {text}', text=row.next_decision.rstrip('.'))}."
            lines.append(line)
    return "\n".join(lines)
