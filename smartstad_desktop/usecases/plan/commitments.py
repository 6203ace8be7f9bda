"""What municipalities commit to in the measures of a plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from smartstad_desktop.domain.plan.commitments import (
    MunicipalityLeft,
    cleaned_commitment,
    cleaned_years,
    years_with_budget,
)
from smartstad_desktop.domain.plan.plan import CommitmentRole
from smartstad_desktop.domain.programme.succession import has_ended
from smartstad_desktop.domain.values import MunicipalityId, PlanItemId
from smartstad_desktop.storage.tables.plan import Commitment, CommitmentYear, PlanItem
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.plan.plan import open_plan


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCommitment:
    """Say what a municipality commits to in a measure; an empty role takes the commitment away.

    ``years`` are amounts by year: they replace those that were there, and their sum becomes the budget. When and where
    a municipality adopted its part becomes known after the version is frozen, so ``adoption`` alone can still be
    filled in then.
    """

    measure: PlanItemId
    municipality: MunicipalityId
    changes: Mapping[str, Any]

    def execute(self, tx: Transaction) -> None:
        """Write the commitment.

        Raises:
            YearsDoNotAddUp: the budget is not the sum of its years.
            PlanFrozen: the version is frozen, and there is nothing that could be adopted.
            MunicipalityLeft: a municipality of the past commits to something new.
        """
        item = tx.get(PlanItem, self.measure)
        found = _commitment(tx, self.measure, self.municipality)
        if found is None or set(self.changes) != {"adoption"}:
            open_plan(tx, item.plan_id)
        municipality = tx.get(Municipality, self.municipality)
        tx.describe(title=item.title, municipality=municipality.short_name)
        if "role" in self.changes and not self.changes["role"]:
            if found is not None:
                tx.session.delete(found)
            return
        if found is None and has_ended(municipality.valid_to, is_participating=municipality.is_participating):
            raise MunicipalityLeft(name=municipality.short_name)
        row = found or Commitment(plan_item_id=self.measure, municipality_id=self.municipality)
        given: dict[str, Any] = {} if found else {"role": CommitmentRole.JOINS}
        given |= self.changes
        years = given.pop("years", None)
        for name, value in given.items():
            setattr(row, name, cleaned_commitment(name, value))
        tx.session.add(row)
        tx.session.flush()
        if years is not None:
            _write_years(tx, row, cleaned_years(years), is_budget_said="budget" in given)
        elif "budget" in given:
            held = _years_of(tx, row)
            amounts = {year: each.amount for year, each in held.items()}
            for year, amount in years_with_budget(amounts, row.budget).items():
                held[year].amount = amount


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCommitmentYear:
    """Say how much a municipality sets aside for a measure in one year; the sum of the years is its budget.

    Without an amount the year goes. When the last one has gone, the budget stays as a sum without years.
    """

    measure: PlanItemId
    municipality: MunicipalityId
    year: int
    amount: int | None

    def execute(self, tx: Transaction) -> None:
        """Write the year."""
        found = _commitment(tx, self.measure, self.municipality)
        held = {} if found is None else {year: each.amount for year, each in _years_of(tx, found).items()}
        wanted: dict[int, int | None] = held | {self.year: self.amount}
        SetCommitment(measure=self.measure, municipality=self.municipality, changes={"years": wanted}).execute(tx)


def _commitment(tx: Transaction, measure: int, municipality: int) -> Commitment | None:
    return tx.session.scalars(
        select(Commitment).where(Commitment.plan_item_id == measure, Commitment.municipality_id == municipality)
    ).first()


def _years_of(tx: Transaction, row: Commitment) -> dict[int, CommitmentYear]:
    found = tx.session.scalars(
        select(CommitmentYear).where(CommitmentYear.commitment_id == row.id).order_by(CommitmentYear.year)
    )
    return {each.year: each for each in found}


def _write_years(tx: Transaction, row: Commitment, years: Mapping[int, int], *, is_budget_said: bool) -> None:
    if is_budget_said and row.budget is not None:
        years = years_with_budget(years, row.budget)
    elif years:
        row.budget = sum(years.values())
    held = _years_of(tx, row)
    for year, each in held.items():
        if year not in years:
            tx.session.delete(each)
    for year, amount in years.items():
        if year in held:
            held[year].amount = amount
        else:
            tx.session.add(CommitmentYear(commitment_id=row.id, year=year, amount=amount))
