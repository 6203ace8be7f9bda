"""The lines of the timeline: each part, and beneath it what stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from smartstad_desktop.domain.programme.timeline import is_late
from smartstad_desktop.domain.programme.work import EntryKind, Light, WorkState
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.reads.needs import Town
from smartstad_desktop.reads.programme.timeline import EntryRow, PartRow, Timeline
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.text.time_words import when_words

#: ``("part", 3)`` or ``("entry", 17)``; entries without a part stand under ``("part", 0)``.
Key: TypeAlias = tuple[str, int]
PART = "part"
ENTRY = "entry"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineLine:
    """One line; a part has a light, an entry a kind."""

    key: Key
    name: str
    part: str
    starts_on: date | None
    ends_on: date | None
    when: str
    state: WorkState
    kind: EntryKind | None = None
    light: Light | None = None
    owner: str = ""
    is_point: bool = False
    is_late: bool = False
    words: str = ""

    @property
    def is_part(self) -> bool:
        """Return whether it is a part."""
        return self.key[0] == PART

    @property
    def can_move(self) -> bool:
        """Return whether it has days that can be moved."""
        return self.key[1] > 0 and (self.starts_on is not None or self.ends_on is not None)

    @property
    def spoken(self) -> str:
        """Return what a screen reader says."""
        kind = _("Part") if self.kind is None else label(self.kind)
        late = _("late") if self.is_late else ""
        light = label(self.light) if self.light else ""
        parts = (kind, self.name, self.when, label(self.state), late, light, self.owner)
        return ", ".join(part for part in parts if part)


def lines_of(timeline: Timeline, today: date, words: str = "") -> list[TimelineLine]:
    """Return all lines; with *words*, the entries that hold all of them and the parts they stand in."""
    found: list[TimelineLine] = []
    for part in timeline.parts:
        line = _part_line(part)
        inside = list(_inside(timeline, part.id, line.name, today, words))
        if not words or inside or _holds(f"{line.name} {part.description} {part.light_reason}", words):
            found += [line, *inside]
    loose = list(_inside(timeline, None, "", today, words))
    if loose and timeline.parts:
        name = _("In no part")
        found.append(
            TimelineLine(
                key=(PART, 0), name=name, part="", starts_on=None, ends_on=None, when="", state=WorkState.PLANNED
            )
        )
    return found + loose


def _inside(timeline: Timeline, part: int | None, name: str, today: date, words: str) -> Iterator[TimelineLine]:
    for entry in timeline.under(part):
        if not words or _holds(_told(entry), words):
            yield _entry_line(entry, name, today, timeline.towns)


def _part_line(part: PartRow) -> TimelineLine:
    name = part.name.in_language(current().language)
    return TimelineLine(
        key=(PART, part.id),
        name=_("{number}. {name}", number=part.number, name=name),
        part="",
        starts_on=part.starts_on,
        ends_on=part.ends_on,
        when=when_words(part.starts_on, part.ends_on),
        state=part.state,
        light=part.light,
    )


def _entry_line(entry: EntryRow, part: str, today: date, towns: dict[MunicipalityId, Town]) -> TimelineLine:
    late = is_late(entry.state, entry.ends_on or entry.starts_on, today)
    when = when_words(entry.starts_on, entry.ends_on, entry.time)
    if entry.state is WorkState.DONE and entry.done_on is not None:
        told = _("done {day}", day=current().day(entry.done_on))
    elif late:
        told = _("late")
    else:
        told = "" if entry.state is WorkState.PLANNED else label(entry.state).lower()
    town = None if entry.municipality is None else towns.get(entry.municipality)
    owner = entry.owner or (town.name if town is not None else "")
    return TimelineLine(
        key=(ENTRY, entry.id),
        name=entry.name,
        part=part,
        starts_on=entry.starts_on,
        ends_on=entry.ends_on,
        when=when,
        state=entry.state,
        kind=entry.kind,
        owner=owner,
        is_point=entry.is_point,
        is_late=late,
        words=" · ".join(piece for piece in (when, told) if piece),
    )


def _told(entry: EntryRow) -> str:
    return " ".join((entry.name, entry.description, entry.owner, entry.done, entry.effect_seen, *entry.places))


def _holds(text: str, words: str) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words.casefold().split())
