"""What a user can do with the indicators of a case: add, change, put in order, remove."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.testbeds.testbed_cases import IndicatorNameMissing, cleaned_indicator
from smartstad_desktop.storage.tables.testbeds import CaseIndicator, RoutineCase
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.sequence import key_before


@dataclass(frozen=True, slots=True, kw_only=True)
class AddCaseIndicator:
    """Add something a case is measured by, last."""

    case: int
    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Return the new indicator's id."""
        tx.get(RoutineCase, self.case)
        last = tx.session.scalar(select(func.max(CaseIndicator.order_key)).where(CaseIndicator.case_id == self.case))
        made = CaseIndicator(case_id=self.case, name="", order_key=ordering.between(last, None))
        _write(tx, made, {"name": ""} | dict(self.fields))
        tx.describe(title=made.name)
        return made.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditCaseIndicator:
    """Change fields of an indicator."""

    indicator: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.indicator)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        indicator = tx.get(CaseIndicator, self.indicator)
        _write(tx, indicator, self.changes)
        tx.describe(title=indicator.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveCaseIndicator:
    """Put an indicator before another one of the same case, or last."""

    indicator: int
    before: int | None = None

    def execute(self, tx: Transaction) -> None:
        """Move it."""
        indicator = tx.get(CaseIndicator, self.indicator)
        others = tx.session.scalars(
            select(CaseIndicator)
            .where(CaseIndicator.case_id == indicator.case_id, CaseIndicator.id != indicator.id)
            .order_by(CaseIndicator.order_key, CaseIndicator.id)
        ).all()
        indicator.order_key = key_before(others, self.before)
        tx.session.flush()
        tx.describe(title=indicator.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveCaseIndicator:
    """Remove an indicator with its numbers."""

    indicator: int

    def execute(self, tx: Transaction) -> None:
        """Remove it."""
        indicator = tx.get(CaseIndicator, self.indicator)
        tx.describe(title=indicator.name)
        tx.session.delete(indicator)
        tx.session.flush()


def _write(tx: Transaction, indicator: CaseIndicator, changes: Mapping[str, Any]) -> None:
    for name, value in changes.items():
        setattr(indicator, name, cleaned_indicator(name, value))
    if not indicator.name:
        raise IndicatorNameMissing(field="name")
    tx.session.add(indicator)
    tx.session.flush()
