"""The timeline of the programme: its parts in order, and what stands in each, by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from smartstad_desktop.domain.programme.work import EntryFormat, EntryKind, Light, WorkState
from smartstad_desktop.domain.values import MunicipalityId, Named, Period, Precision
from smartstad_desktop.reads.needs import Town, towns
from smartstad_desktop.storage.tables.programme import Programme
from smartstad_desktop.storage.tables.work import ProgrammePart, TimelineEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """A part of the programme, numbered from 1."""

    id: int
    number: int
    name: Named
    description: str
    starts_on: date | None
    ends_on: date | None
    state: WorkState
    light: Light | None
    light_reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """Something on the timeline; ``time`` is how it was said, when it was not said in days."""

    id: int
    part: int | None
    kind: EntryKind
    name: str
    description: str
    starts_on: date | None
    ends_on: date | None
    time: Period | None
    state: WorkState
    done_on: date | None
    owner: str
    municipality: MunicipalityId | None
    format: EntryFormat | None
    places: tuple[str, ...]
    done: str
    effect_seen: str
    link: str

    @property
    def is_point(self) -> bool:
        """Return whether it stands on one day: it is passed or handed over, or begins and ends on the same day."""
        is_one_day = self.starts_on is None or self.ends_on is None or self.starts_on == self.ends_on
        return is_one_day or self.kind in {EntryKind.MILESTONE, EntryKind.DELIVERABLE}

    @property
    def day(self) -> date | None:
        """Return the day that counts: the last one, or else the first."""
        return self.ends_on or self.starts_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """All that the timeline shows; the days of the programme are None when nobody has said them."""

    parts: tuple[PartRow, ...]
    entries: tuple[EntryRow, ...]
    towns: dict[MunicipalityId, Town]
    begins_on: date | None
    ends_on: date | None

    def under(self, part: int | None) -> tuple[EntryRow, ...]:
        """Return what stands in a part; None is what stands in none."""
        return tuple(entry for entry in self.entries if entry.part == part)

    def span(self, today: date) -> tuple[date, date]:
        """Return the first and the last day there is something to show, and today, as whole years."""
        said = [self.begins_on, self.ends_on]
        for each in (*self.parts, *self.entries):
            said += [each.starts_on, each.ends_on]
        days = [day for day in said if day is not None] or [today]
        return date(min(days).year, 1, 1), date(max(days).year, 12, 31)


def timeline(connection: Connection) -> Timeline:
    """Return the timeline."""
    programme = connection.execute(select(Programme.__table__)).one_or_none()
    first = last = None
    if programme is not None:
        years = (programme.first_year, programme.last_year)
        first = programme.started_on or (date(years[0], 1, 1) if years[0] else None)
        last = programme.ends_on or (date(years[1], 12, 31) if years[1] else None)
    return Timeline(
        parts=_parts(connection), entries=_entries(connection), towns=towns(connection), begins_on=first, ends_on=last
    )


def _parts(connection: Connection) -> tuple[PartRow, ...]:
    query = select(ProgrammePart.__table__).order_by(ProgrammePart.order_key, ProgrammePart.id)
    return tuple(
        PartRow(
            id=row.id,
            number=number,
            name=Named(row.name_sv, row.name_nb, row.name_en),
            description=row.description,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            state=WorkState(row.state),
            light=Light(row.light) if row.light else None,
            light_reason=row.light_reason,
        )
        for number, row in enumerate(connection.execute(query), 1)
    )


def _entries(connection: Connection) -> tuple[EntryRow, ...]:
    found = [
        EntryRow(
            id=row.id,
            part=row.part_id,
            kind=EntryKind(row.kind),
            name=row.name,
            description=row.description,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            time=_said(row),
            state=WorkState(row.state),
            done_on=row.done_on,
            owner=row.owner,
            municipality=row.municipality_id,
            format=EntryFormat(row.format) if row.format else None,
            places=tuple(row.places),
            done=row.done,
            effect_seen=row.effect_seen,
            link=row.link,
        )
        for row in connection.execute(
            select(TimelineEntry.__table__).order_by(TimelineEntry.order_key, TimelineEntry.id)
        )
    ]
    # Those without a day stand last, in the order they were written down.
    return tuple(sorted(found, key=lambda entry: entry.starts_on or entry.ends_on or date.max))


def _said(row: TimelineEntry | object) -> Period | None:
    precision: str | None = getattr(row, "precision")  # noqa: B009  a row of a query has no declared columns
    first, last = getattr(row, "starts_on"), getattr(row, "ends_on")  # noqa: B009  see above
    if precision is None or first is None or last is None:
        return None
    return Period(first, last, Precision(precision), getattr(row, "written"))  # noqa: B009  see above
