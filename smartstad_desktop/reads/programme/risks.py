"""The risks of the programme, the gravest first, and how the value of one has changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, select

from smartstad_desktop.domain.changes import Change, Kind
from smartstad_desktop.domain.programme.risks import Gravity, Weighed, gravity, greatest
from smartstad_desktop.domain.values import Named
from smartstad_desktop.reads.history import of_record
from smartstad_desktop.storage.tables.goals import Risk


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskRow:
    """A risk; ``rank`` is 1 or 2 for the two greatest that are open."""

    id: int
    name: Named
    response: Named
    likelihood: int
    consequence: int
    owner: str
    comment: str
    review_on: date | None
    closed_on: date | None
    rank: int | None

    @property
    def value(self) -> int:
        """Return likelihood times consequence."""
        return self.likelihood * self.consequence

    @property
    def gravity(self) -> Gravity:
        """Return how grave it is."""
        return gravity(self.likelihood, self.consequence)

    @property
    def is_open(self) -> bool:
        """Return whether it is not closed."""
        return self.closed_on is None


@dataclass(frozen=True, slots=True)
class Weighing:
    """That a risk was given another value on some day; ``before`` is None when it was written down."""

    at: datetime
    actor: str
    before: tuple[int, int] | None
    after: tuple[int, int]


def risks(connection: Connection) -> tuple[RiskRow, ...]:
    """Return all risks: open ones before closed ones, the gravest first."""
    rows = connection.execute(select(Risk.__table__).order_by(Risk.order_key, Risk.id)).all()
    weighed = [
        Weighed(row.id, row.likelihood, row.consequence, place, is_closed=row.closed_on is not None)
        for place, row in enumerate(rows)
    ]
    ranks = {number: rank for rank, number in enumerate(greatest(weighed), 1)}
    found = [
        RiskRow(
            id=row.id,
            name=Named(row.name_sv, row.name_nb, row.name_en),
            response=Named(row.response_sv, row.response_nb, row.response_en),
            likelihood=row.likelihood,
            consequence=row.consequence,
            owner=row.owner,
            comment=row.comment,
            review_on=row.review_on,
            closed_on=row.closed_on,
            rank=ranks.get(row.id),
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda risk: (not risk.is_open, -risk.value, -risk.consequence)))


def weighings(connection: Connection, risk: int) -> tuple[Weighing, ...]:
    """Return when a risk got the values it has had, the latest first."""
    row = connection.execute(select(Risk.likelihood, Risk.consequence).where(Risk.id == risk)).one_or_none()
    if row is None:
        return ()
    after: tuple[int, int] = (row.likelihood, row.consequence)
    found: list[Weighing] = []
    for happening in of_record(connection, Kind.RISK, risk):
        if happening.change is Change.ADDED:
            found.append(Weighing(happening.at, happening.actor, None, after))
            break
        old = {field.name: field.old for field in happening.fields}
        if old.keys() & {"likelihood", "consequence"}:
            before = (int(old.get("likelihood", after[0])), int(old.get("consequence", after[1])))
            found.append(Weighing(happening.at, happening.actor, before, after))
            after = before
    return tuple(found)
