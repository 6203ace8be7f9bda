"""The budget: lines with their shares and whether the totals hold, sums per currency, and money by dimension."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from sqlalchemy import Connection, select

from smartstad_desktop.domain.inventory import FundingNature
from smartstad_desktop.domain.programme.budget import BudgetKind, Funding, Money, Sum, Total, fundings, total
from smartstad_desktop.storage.tables.governance import Decision, Organisation
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.work import BudgetLine

#: Totals whose shares say everything about them.
_BY_SHARES: Final = frozenset({Sum.HOLDS, Sum.UNSTATED})


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetRow:
    """A line of the budget; ``depth`` is 0 for a line that is no share, ``total`` how it stands to its shares."""

    id: int
    parent: int | None
    depth: int
    kind: BudgetKind
    name: str
    purpose: str
    source: str
    receiver: str
    municipality: int | None
    municipality_name: str
    organisation: int | None
    organisation_name: str
    first_year: int | None
    last_year: int | None
    amount: int | None
    used: int | None
    currency: str
    nature: FundingNature | None
    is_earmarked: bool
    restriction: str
    has_overhead: bool
    allocation_key: str
    decision: int | None
    decision_title: str
    comment: str
    total: Total


Below: TypeAlias = defaultdict[int | None, list[BudgetRow]]


@dataclass(frozen=True, slots=True)
class Budget:
    """All lines, each followed by its shares; the sums; and the single amounts that the sums are made of."""

    rows: tuple[BudgetRow, ...]
    fundings: tuple[Funding, ...]
    moneys: tuple[Money, ...]

    @property
    def troubles(self) -> tuple[BudgetRow, ...]:
        """Return the lines whose shares come to something else than is stated."""
        return tuple(row for row in self.rows if row.total.state is Sum.DIFFERS)


def budget(connection: Connection) -> Budget:
    """Return the budget. A total is laid out by its shares where they make it up, else it counts as it is stated."""
    below: Below = defaultdict(list)
    for row in _lines(connection):
        below[row.parent].append(row)
    rows = tuple(_told(below, None, 0))
    moneys = tuple(money for top in below[None] for money in _counted(below, top))
    return Budget(rows, fundings(moneys), moneys)


def _told(below: Below, parent: int | None, depth: int) -> Iterator[BudgetRow]:
    """Give the lines below *parent*, each followed by its shares."""
    for row in below[parent]:
        yield replace(row, depth=depth, total=total(row.amount, [share.amount for share in below[row.id]]))
        yield from _told(below, row.id, depth + 1)


def _counted(below: Below, row: BudgetRow) -> Iterator[Money]:
    """Give the amounts that *row* consists of."""
    shares = below[row.id]
    if total(row.amount, [share.amount for share in shares]).state in _BY_SHARES:
        for share in shares:
            yield from _counted(below, share)
        return
    yield Money(
        kind=row.kind,
        amount=row.amount or 0,
        used=_used(below, row),
        currency=row.currency,
        first_year=row.first_year,
        last_year=row.last_year,
        source=row.source,
        purpose=row.purpose,
        receiver=row.receiver or row.organisation_name or row.municipality_name,
    )


def _used(below: Below, row: BudgetRow) -> int:
    """Return what has been used: as it is stated, else what the shares have used."""
    return row.used if row.used is not None else sum(_used(below, share) for share in below[row.id])


def _lines(connection: Connection) -> Iterator[BudgetRow]:
    query = (
        select(
            BudgetLine.__table__,
            Municipality.short_name.label("town"),
            Organisation.name.label("organisation_name"),
            Decision.title.label("decision_title"),
        )
        .outerjoin(Municipality, Municipality.id == BudgetLine.municipality_id)
        .outerjoin(Organisation, Organisation.id == BudgetLine.organisation_id)
        .outerjoin(Decision, Decision.id == BudgetLine.decision_id)
        .order_by(BudgetLine.order_key, BudgetLine.id)
    )
    for row in connection.execute(query):
        yield BudgetRow(
            id=row.id,
            parent=row.parent_id,
            depth=0,
            kind=BudgetKind(row.kind),
            name=row.name,
            purpose=row.purpose,
            source=row.source,
            receiver=row.receiver,
            municipality=row.municipality_id,
            municipality_name=row.town or "",
            organisation=row.organisation_id,
            organisation_name=row.organisation_name or "",
            first_year=row.first_year,
            last_year=row.last_year,
            amount=row.amount,
            used=row.used,
            currency=row.currency,
            nature=FundingNature(row.nature) if row.nature else None,
            is_earmarked=row.is_earmarked,
            restriction=row.restriction,
            has_overhead=row.has_overhead,
            allocation_key=row.allocation_key,
            decision=row.decision_id,
            decision_title=row.decision_title or "",
            comment=row.comment,
            total=total(row.amount, ()),
        )
