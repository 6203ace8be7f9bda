"""Risks of the register that measures have to live with."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from smartstad_desktop.domain.values import PlanItemId
from smartstad_desktop.storage.tables.goals import Risk
from smartstad_desktop.storage.tables.plan import PlanItem, PlanItemRisk
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.plan.measures import open_item


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkMeasureRisk:
    """Note that a risk of the register is one of a measure."""

    measure: PlanItemId
    risk: int

    def execute(self, tx: Transaction) -> None:
        """Write it, once."""
        item, found = _found(tx, self.measure, self.risk)
        if found is None:
            tx.session.add(PlanItemRisk(plan_item_id=item.id, risk_id=self.risk))


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlinkMeasureRisk:
    """Take a risk of the register away from a measure; it stays in the register."""

    measure: PlanItemId
    risk: int

    def execute(self, tx: Transaction) -> None:
        """Take it away."""
        _, found = _found(tx, self.measure, self.risk)
        if found is not None:
            tx.session.delete(found)


def _found(tx: Transaction, measure: int, risk_id: int) -> tuple[PlanItem, PlanItemRisk | None]:
    item, risk = open_item(tx, measure), tx.get(Risk, risk_id)
    tx.describe(title=item.title, risk=risk.name_sv)
    query = select(PlanItemRisk).where(PlanItemRisk.plan_item_id == measure, PlanItemRisk.risk_id == risk_id)
    return item, tx.session.scalars(query).first()
