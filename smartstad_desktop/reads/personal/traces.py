"""Where a person stands: in which records, in which steps of the history, and what each record is called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, select

from smartstad_desktop.domain.personal.wanted import Place
from smartstad_desktop.storage.all_texts import live_texts, past_texts
from smartstad_desktop.storage.tables import Base
from smartstad_desktop.storage.tables.governance import BodySeat, GovernanceBody, Membership
from smartstad_desktop.storage.tables.journal import ChangeStep

#: Columns that say what a record is called, the best first.
_CALLED: Final = ("title", "name", "name_sv", "label", "question", "need", "role", "text")
_AROUND: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A text that holds the person now; ``subject`` is the part of the file it belongs to."""

    place: Place
    subject: str
    record: str
    excerpt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PastTrace:
    """A step of the history in which the person stands."""

    step: int
    at: datetime
    command: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSeat:
    """A seat that the person has or had."""

    body: str
    seat: str
    valid_from: str
    valid_to: str


def traces(connection: Connection, pattern: re.Pattern[str]) -> tuple[Trace, ...]:
    """Return every text that *pattern* finds now, by part of the file and record."""
    found = [
        Trace(
            place=place,
            subject=_SUBJECTS[place.table],
            record=_called(connection, place),
            excerpt=_excerpt(text, pattern),
        )
        for place, text in live_texts(connection)
        if pattern.search(text)
    ]
    return tuple(sorted(found, key=lambda trace: (trace.subject, trace.place)))


def past_traces(connection: Connection, pattern: re.Pattern[str]) -> tuple[PastTrace, ...]:
    """Return the steps of the history in which *pattern* finds something, the newest first, each part once."""
    found = {(step, _SUBJECTS[place.table]) for step, place, text in past_texts(connection) if pattern.search(text)}
    steps = {row.id: row for row in connection.execute(select(ChangeStep.__table__))}
    return tuple(
        PastTrace(step=step, at=datetime.fromisoformat(steps[step].at), command=steps[step].command, subject=subject)
        for step, subject in sorted(found, reverse=True)
        if step in steps
    )


def held_seats(connection: Connection, person: int) -> tuple[HeldSeat, ...]:
    """Return the seats of a registered person."""
    query = (
        select(GovernanceBody.name_sv, BodySeat.label, Membership.valid_from, Membership.valid_to)
        .join(BodySeat, BodySeat.body_id == GovernanceBody.id)
        .join(Membership, Membership.seat_id == BodySeat.id)
        .where(Membership.person_id == person)
        .order_by(GovernanceBody.name_sv, BodySeat.label, Membership.id)
    )
    return tuple(
        HeldSeat(
            body=row.name_sv,
            seat=row.label,
            valid_from=row.valid_from.isoformat() if row.valid_from else "",
            valid_to=row.valid_to.isoformat() if row.valid_to else "",
        )
        for row in connection.execute(query)
    )


def _called(connection: Connection, place: Place) -> str:
    table = Base.metadata.tables[place.table]
    names = [name for name in _CALLED if name in table.columns and name != place.column]
    if not names:
        return ""
    row = connection.execute(select(*(table.columns[name] for name in names)).where(table.columns.id == place.row_id))
    return next((str(value) for value in row.one() if value), "")


def _excerpt(text: str, pattern: re.Pattern[str]) -> str:
    """Return the part of a text around the first place where the person stands."""
    found = pattern.search(text)
    if found is None or len(text) <= 2 * _AROUND:
        return " ".join(text.split())
    start, end = max(0, found.start() - _AROUND), min(len(text), found.end() + _AROUND)
    middle = " ".join(text[start:end].split())
    return ("…" if start else "") + middle + ("…" if end < len(text) else "")


#: The part of the file a table belongs to, by the module that describes it.
_SUBJECTS: Final[Mapping[str, str]] = {
    str(mapper.local_table.name): mapper.class_.__module__.rpartition(".")[2]  # pyright: ignore[reportAttributeAccessIssue]  our tables have names
    for mapper in Base.registry.mappers
}
