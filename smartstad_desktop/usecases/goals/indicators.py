"""The measurements of an indicator: a value per day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from smartstad_desktop.domain.goals.goal_fields import FigureUnreadable
from smartstad_desktop.domain.goals.indicators import DayMissing
from smartstad_desktop.storage.tables.goals import Indicator, IndicatorValue
from smartstad_desktop.usecases.command import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMeasurement:
    """Note what an indicator measured on a day, or change it; without a value the day is forgotten."""

    indicator: int
    on: date | None
    value: float | None
    note: str | None = None

    def execute(self, tx: Transaction) -> None:
        """Write the measurement."""
        indicator = tx.get(Indicator, self.indicator)
        if self.on is None:
            raise DayMissing(field="measured_on")
        tx.describe(title=indicator.name_sv, day=self.on.isoformat())
        row = tx.session.scalars(
            select(IndicatorValue).where(
                IndicatorValue.indicator_id == self.indicator, IndicatorValue.measured_on == self.on
            )
        ).first()
        if self.value is None:
            if row is None:
                raise FigureUnreadable(field="value", text="")
            tx.session.delete(row)
            return
        row = row or IndicatorValue(indicator_id=self.indicator, measured_on=self.on, note="")
        row.value = float(self.value)
        if self.note is not None:
            row.note = self.note.strip()
        tx.session.add(row)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveMeasurement:
    """Correct the day of a measurement."""

    measurement: int
    on: date | None

    def execute(self, tx: Transaction) -> None:
        """Write the day; a measurement that already lies on it is replaced."""
        row = tx.get(IndicatorValue, self.measurement)
        indicator = tx.get(Indicator, row.indicator_id)
        if self.on is None:
            raise DayMissing(field="measured_on")
        tx.describe(title=indicator.name_sv, day=self.on.isoformat())
        other = tx.session.scalars(
            select(IndicatorValue).where(
                IndicatorValue.indicator_id == row.indicator_id,
                IndicatorValue.measured_on == self.on,
                IndicatorValue.id != row.id,
            )
        ).first()
        if other is not None:
            tx.session.delete(other)
            tx.session.flush()
        row.measured_on = self.on
