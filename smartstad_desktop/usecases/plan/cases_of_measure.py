"""Tests and joint procurements that measures go through."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from smartstad_desktop.domain.values import PlanItemId
from smartstad_desktop.storage.tables.plan import PlanItem, PlanItemCase
from smartstad_desktop.storage.tables.testbeds import RoutineCase
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.plan.measures import open_item


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkMeasureCase:
    """Note that a measure goes through a test or a procurement."""

    measure: PlanItemId
    case: int

    def execute(self, tx: Transaction) -> None:
        """Write it, once."""
        item, found = _found(tx, self.measure, self.case)
        if found is None:
            tx.session.add(PlanItemCase(plan_item_id=item.id, case_id=self.case))


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlinkMeasureCase:
    """Take a test or a procurement away from a measure; it goes on by itself."""

    measure: PlanItemId
    case: int

    def execute(self, tx: Transaction) -> None:
        """Take it away."""
        _, found = _found(tx, self.measure, self.case)
        if found is not None:
            tx.session.delete(found)


def _found(tx: Transaction, measure: int, case_id: int) -> tuple[PlanItem, PlanItemCase | None]:
    item = open_item(tx, measure)
    tx.get(RoutineCase, case_id)
    # A confidential case has no name in the history.
    tx.describe(title=item.title)
    query = select(PlanItemCase).where(PlanItemCase.plan_item_id == measure, PlanItemCase.case_id == case_id)
    return item, tx.session.scalars(query).first()
