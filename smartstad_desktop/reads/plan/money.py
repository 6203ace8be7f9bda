"""The money of a plan: what each municipality sets aside in which year, and what each measure still lacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from smartstad_desktop.domain.plan.money import Financing, Pledge, Sums, summed
from smartstad_desktop.domain.plan.plan import TAKING_PART, CommitmentRole
from smartstad_desktop.domain.values import MunicipalityId, Period, PlanId, PlanItemId
from smartstad_desktop.exchange.cells import dates
from smartstad_desktop.reads.plan.measure import MeasureRow, measures
from smartstad_desktop.reads.plan.measure_parts import CommitmentRow


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyLine:
    """What a municipality sets aside; ``silent`` counts the measures it takes part in without having said how much."""

    municipality: MunicipalityId
    sums: Sums
    silent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureMoney:
    """What a measure costs, per year what is promised for it, and what it still lacks."""

    measure: PlanItemId
    title: str
    source: str
    sums: Sums
    financing: Financing


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyTable:
    """The money of a plan per municipality, per measure and together.

    ``years`` are those somebody has set something aside for. Municipalities stand here that take part in a measure
    or have said an amount; whoever declines counts with nothing.
    """

    years: tuple[int, ...]
    lines: tuple[MoneyLine, ...]
    together: Sums
    measures: tuple[MeasureMoney, ...]

    @property
    def has_loose(self) -> bool:
        """Return whether something has been promised without a year."""
        return self.together.without_year is not None

    def line(self, municipality: MunicipalityId) -> MoneyLine | None:
        """Return what a municipality sets aside."""
        return next((line for line in self.lines if line.municipality == municipality), None)


def money_table(connection: Connection, plan_id: PlanId) -> MoneyTable:
    """Return the money of a version; measures about confidential projects are left out."""
    return money_of(measures(connection, plan_id))


def money_of(rows: Sequence[MeasureRow]) -> MoneyTable:
    """Return the money of measures that have been read; municipalities stand in the order they first appear."""
    shown = [row for row in rows if not row.is_confidential]
    by_municipality: defaultdict[MunicipalityId, list[CommitmentRow]] = defaultdict(list)
    for row in shown:
        for said in row.commitments:
            if said.role in TAKING_PART or (said.budget is not None and said.role is not CommitmentRole.DECLINES):
                by_municipality[said.municipality].append(said)
    together = summed(_pledge(said) for each in by_municipality.values() for said in each)
    return MoneyTable(
        years=tuple(together.years),
        lines=tuple(
            MoneyLine(municipality=municipality, sums=summed(map(_pledge, each)), silent=_silent(each))
            for municipality, each in by_municipality.items()
        ),
        together=together,
        measures=tuple(_measure(row) for row in shown),
    )


def _measure(row: MeasureRow) -> MeasureMoney:
    counted = [said for said in row.commitments if said.role is not CommitmentRole.DECLINES]
    sums = summed(map(_pledge, counted))
    return MeasureMoney(
        measure=row.id,
        title=row.title,
        source=row.money_source,
        sums=sums,
        financing=Financing(
            one_off=row.money_one_off, running=row.money_running, promised=sums.total, silent=_silent(counted)
        ),
    )


def _silent(said: Sequence[CommitmentRow]) -> int:
    return sum(1 for each in said if each.role in TAKING_PART and each.budget is None)


def _pledge(said: CommitmentRow) -> Pledge:
    years = {each.year: each.amount for each in said.years}
    return Pledge(budget=said.budget, years=years, year=_year_of(said.year))


def _year_of(written: str) -> int | None:
    """Return the one year that a time lies in, as of ``Q3 2028``; None when it is open, longer, or unreadable."""
    found = dates.period(written).value
    if not isinstance(found, Period) or dates.ends_of(written) != ("start", "end"):
        return None
    return found.first.year if found.first.year == found.last.year else None
