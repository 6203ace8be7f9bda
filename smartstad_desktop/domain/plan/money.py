"""Sums of a plan: what is set aside per year, and whether it is enough. What is missing is never a zero."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from smartstad_desktop.domain.values import Kronor


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """What one municipality sets aside in one measure: by year as far as it says, and in total."""

    budget: Kronor | None
    years: Mapping[int, Kronor] = field(default_factory=dict[int, Kronor])
    year: int | None = None

    def by_year(self) -> Mapping[int | None, int]:
        """Return the amounts by year; under None stands what has no year.

        Without amounts by year the whole budget falls on the year of the commitment, when it is about one.
        """
        if self.years or self.budget is None:
            return {year: amount for year, amount in self.years.items()}  # noqa: C416  the keys become wider
        return {self.year: self.budget}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """Amounts by year, what has no year, and all of it; a year that is missing has no amount."""

    years: Mapping[int, Kronor]
    without_year: Kronor | None
    total: Kronor | None


def summed(pledges: Iterable[Pledge]) -> Sums:
    """Return the sums of *pledges*; without any amount there is no total."""
    found: dict[int | None, int] = {}
    for pledge in pledges:
        for year, amount in pledge.by_year().items():
            found[year] = found.get(year, 0) + amount
    without = found.pop(None, None)
    years = {year: Kronor(found[year]) for year in sorted(year for year in found if year is not None)}
    total = sum(years.values()) + (without or 0) if years or without is not None else None
    return Sums(
        years=years,
        without_year=None if without is None else Kronor(without),
        total=None if total is None else Kronor(total),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Financing:
    """What a measure costs against what is promised.

    What is done once is compared; a measure that only runs is compared with what it costs in a year
    (``is_yearly``). ``silent`` take part and have not said how much.
    """

    one_off: Kronor | None
    running: Kronor | None
    promised: Kronor | None
    silent: int

    @property
    def is_yearly(self) -> bool:
        """Return whether the cost is that of a year."""
        return self.one_off is None and self.running is not None

    @property
    def cost(self) -> Kronor | None:
        """Return what the promises are compared with; None when nobody has said what it costs."""
        return self.running if self.one_off is None else self.one_off

    @property
    def gap(self) -> Kronor | None:
        """Return what is still to be found: below zero more is promised than it costs.

        None when either the cost or every promise is missing.
        """
        if self.cost is None or self.promised is None:
            return None
        return Kronor(self.cost - self.promised)
