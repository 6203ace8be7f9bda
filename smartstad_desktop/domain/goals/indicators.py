"""How an indicator stands: what is known of it, and how far it has come from its baseline to its target."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from smartstad_desktop.domain.errors import FieldInvalid


class DayMissing(FieldInvalid):
    """A measurement needs the day it was made."""

    code = "measurement_day_missing"


class GoalGap(StrEnum):
    """What a goal lacks."""

    NO_PROJECT = "no_project"
    NO_INDICATOR = "no_indicator"
    INDICATOR_OPEN = "indicator_open"


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measured value."""

    on: date
    value: float
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The numbers of an indicator; each may be unknown."""

    baseline: float | None = None
    baseline_year: int | None = None
    target: float | None = None
    target_year: int | None = None
    unmeasured_reason: str = ""
    series: tuple[Measurement, ...] = ()

    @property
    def is_settled(self) -> bool:
        """Return whether there is a baseline and a target, or a reason why there is no number."""
        return bool(self.unmeasured_reason) or (self.baseline is not None and self.target is not None)

    @property
    def latest(self) -> Measurement | None:
        """Return the last measurement, or None."""
        return self.series[-1] if self.series else None

    @property
    def progress(self) -> float | None:
        """Return how much of the way is done: 0 at the baseline, 1 at the target, below 0 when it went backwards.

        None when there is no way to measure, or nothing has been measured yet.
        """
        if self.latest is None or self.baseline is None or self.target is None or self.target == self.baseline:
            return None
        return (self.latest.value - self.baseline) / (self.target - self.baseline)

    def points(self) -> tuple[tuple[float, float], ...]:
        """Return baseline and series as years with fractions and values, in time."""
        found = [(each.on.year + (each.on.timetuple().tm_yday - 1) / 366, each.value) for each in self.series]
        if self.baseline is not None and self.baseline_year is not None:
            found.append((float(self.baseline_year), self.baseline))
        return tuple(sorted(found))


def gaps_of(*, serving: int, kind_is_impact: bool, measures: tuple[Measure, ...]) -> tuple[GoalGap, ...]:
    """Return what a goal lacks: projects (its own or those of goals beneath), indicators, or their numbers.

    Only an impact goal must be measured; a goal that is measured must be so in full.
    """
    found: list[GoalGap] = []
    if not serving:
        found.append(GoalGap.NO_PROJECT)
    if kind_is_impact and not measures:
        found.append(GoalGap.NO_INDICATOR)
    if any(not measure.is_settled for measure in measures):
        found.append(GoalGap.INDICATOR_OPEN)
    return tuple(found)
