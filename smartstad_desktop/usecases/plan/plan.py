"""What a user can do with the development plan as a whole: begin it, and say what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import select

from smartstad_desktop.domain.cleaning import clean
from smartstad_desktop.domain.plan.decision import DecisionDayMissing
from smartstad_desktop.domain.plan.plan import (
    DECISION_FIELDS,
    PLAN_FIELDS,
    PlanStatus,
    check_years,
    refusal_to_change,
)
from smartstad_desktop.domain.values import PlanId
from smartstad_desktop.storage.tables.plan import Plan
from smartstad_desktop.storage.tables.programme import Programme
from smartstad_desktop.usecases.command import Transaction, typing_key

#: What is said about the decision comes with the minutes, often after the version was approved.
_DECIDABLE: Final = frozenset({PlanStatus.FOR_APPROVAL, PlanStatus.APPROVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class CreatePlan:
    """Begin a plan; what is not given is taken from the programme."""

    fields: Mapping[str, Any] = field(default_factory=dict[str, Any])

    def execute(self, tx: Transaction) -> PlanId:
        """Return the new plan's id."""
        plan = make_plan(tx, self.fields)
        tx.describe(title=plan.title)
        return PlanId(plan.id)


def make_plan(tx: Transaction, fields: Mapping[str, Any]) -> Plan:
    """Add a plan with the programme's name, years and case number where *fields* are silent."""
    programme = tx.session.scalars(select(Programme)).first()
    given: dict[str, Any] = {"title": ""}
    if programme is not None:
        given = {
            "title": programme.name,
            "first_year": programme.first_year,
            "last_year": programme.last_year,
            "case_number": programme.case_number,
        }
    plan = Plan()
    _write_plan(plan, given | dict(fields))
    tx.session.add(plan)
    tx.session.flush()
    return plan


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPlan:
    """Change what is said about the plan as a whole; of a frozen version only the decision can be filled in."""

    plan: PlanId
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.plan)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        plan = tx.get(Plan, self.plan)
        if plan.status not in _DECIDABLE or not self.changes.keys() <= DECISION_FIELDS:
            _check_open(plan)
        _write_plan(plan, self.changes)
        if plan.status == PlanStatus.APPROVED and plan.decided_on is None:
            raise DecisionDayMissing(field="decided_on")
        tx.describe(title=plan.title)


def _write_plan(plan: Plan, changes: Mapping[str, Any]) -> None:
    for name, value in changes.items():
        setattr(plan, name, clean(PLAN_FIELDS, name, value))
    check_years(plan.first_year, plan.last_year)


def open_plan(tx: Transaction, plan_id: int) -> Plan:
    """Return a plan that may be changed.

    Raises:
        PlanFrozen: it is frozen.
    """
    plan = tx.get(Plan, plan_id)
    _check_open(plan)
    return plan


def _check_open(plan: Plan) -> None:
    refusal = refusal_to_change(PlanStatus(plan.status), plan.version)
    if refusal:
        raise refusal
