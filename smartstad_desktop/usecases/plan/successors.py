"""What a municipality of the past committed to, taken over by the one it went into."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import select

from smartstad_desktop.domain.plan.plan import CommitmentRole
from smartstad_desktop.domain.values import MunicipalityId, PlanId
from smartstad_desktop.storage.tables.plan import Commitment, CommitmentYear, PlanItem
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.plan.plan import open_plan

_ROLES = list(CommitmentRole)


@dataclass(frozen=True, slots=True, kw_only=True)
class PassOnCommitments:
    """Let a municipality take over what another one committed to in a plan; its value is how many they were.

    Where both have committed themselves the stronger role holds and the budgets are added. Their years are added too;
    when one of them has a budget without years, only the sum remains.
    """

    plan: PlanId
    municipality: MunicipalityId
    successor: MunicipalityId

    def execute(self, tx: Transaction) -> int:
        """Take them over."""
        plan = open_plan(tx, self.plan)
        gone, successor = tx.get(Municipality, self.municipality), tx.get(Municipality, self.successor)
        mine = {row.plan_item_id: row for row in _commitments(tx, plan.id, successor.id)}
        passed = _commitments(tx, plan.id, gone.id)
        for row in passed:
            held = mine.get(row.plan_item_id)
            if held is None:
                row.municipality_id = successor.id
            else:
                _join(tx, held, row)
                tx.session.delete(row)
        tx.describe(count=len(passed), municipality=gone.short_name, successor=successor.short_name)
        return len(passed)


def _commitments(tx: Transaction, plan_id: int, municipality: int) -> list[Commitment]:
    query = select(Commitment).join(PlanItem, PlanItem.id == Commitment.plan_item_id)
    query = query.where(PlanItem.plan_id == plan_id, Commitment.municipality_id == municipality)
    return list(tx.session.scalars(query.order_by(Commitment.id)))


def _join(tx: Transaction, held: Commitment, passed: Commitment) -> None:
    held.role = min(CommitmentRole(held.role), CommitmentRole(passed.role), key=_ROLES.index).value
    for name in ("year", "owner_unit", "comment", "adoption"):
        setattr(held, name, getattr(held, name) or getattr(passed, name))
    years = {each.id: _years(tx, each) for each in (held, passed)}
    knows_years = all(years[each.id] or each.budget is None for each in (held, passed))
    if held.budget is not None or passed.budget is not None:
        held.budget = (held.budget or 0) + (passed.budget or 0)
    amounts: Counter[int] = Counter()
    for each in (*years[held.id], *years[passed.id]):
        amounts[each.year] += each.amount
    for each in years[held.id]:
        tx.session.delete(each)
    tx.session.flush()
    if knows_years:
        tx.session.add_all(
            CommitmentYear(commitment_id=held.id, year=year, amount=amount) for year, amount in sorted(amounts.items())
        )


def _years(tx: Transaction, row: Commitment) -> list[CommitmentYear]:
    return list(tx.session.scalars(select(CommitmentYear).where(CommitmentYear.commitment_id == row.id)))
