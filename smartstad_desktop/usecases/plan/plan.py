"""What a user can do with the development plan: make it, and add, change, move and remove measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.plan.plan import (
    DECISION_FIELDS,
    CommitmentRole,
    PlanStatus,
    check_years,
    cleaned_commitment,
    cleaned_measure,
    cleaned_plan,
    refusal_to_change,
)
from smartstad_desktop.domain.values import MunicipalityId, PlanId, PlanItemId
from smartstad_desktop.storage.tables.plan import Commitment, Plan, PlanItem
from smartstad_desktop.storage.tables.programme import Municipality, Programme
from smartstad_desktop.usecases.command import Transaction


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
        return f"EditPlan {self.plan} {' '.join(sorted(self.changes))}" if self.is_typing else None

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        plan = tx.get(Plan, self.plan)
        if plan.status != PlanStatus.FOR_APPROVAL or not self.changes.keys() <= DECISION_FIELDS:
            _check_open(plan)
        _write_plan(plan, self.changes)
        tx.describe(title=plan.title)


def _write_plan(plan: Plan, changes: Mapping[str, Any]) -> None:
    for name, value in changes.items():
        setattr(plan, name, cleaned_plan(name, value))
    check_years(plan.first_year, plan.last_year)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddMeasure:
    """Add a measure that is in no inventory, last in the plan."""

    plan: PlanId
    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> PlanItemId:
        """Return the new measure's id."""
        plan = open_plan(tx, self.plan)
        (key,) = keys_at_end(tx, plan, 1)
        item = PlanItem(plan_id=plan.id, order_key=key)
        _write_item(item, {"title": ""} | dict(self.fields))
        tx.session.add(item)
        tx.session.flush()
        tx.describe(title=item.title)
        return PlanItemId(item.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditMeasure:
    """Change fields of a measure. With ``is_typing``, pieces of one field's text become one step."""

    measure: PlanItemId
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return f"EditMeasure {self.measure} {' '.join(sorted(self.changes))}" if self.is_typing else None

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        item = open_item(tx, self.measure)
        _write_item(item, self.changes)
        tx.describe(title=item.title)


def _write_item(item: PlanItem, changes: Mapping[str, Any]) -> None:
    for name, value in changes.items():
        setattr(item, name, cleaned_measure(name, value))


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveMeasures:
    """Move measures before another one, or last; they keep their order among themselves."""

    measures: tuple[PlanItemId, ...]
    before: PlanItemId | None = None

    def execute(self, tx: Transaction) -> None:
        """Write new keys for those that are not in place already."""
        moved = [open_item(tx, measure) for measure in self.measures]
        others = [item for item in _items(tx, moved[0].plan_id) if item not in moved]
        at = next((index for index, item in enumerate(others) if item.id == self.before), len(others))
        if self.before is not None and at == len(others) and self.before not in self.measures:
            raise RowGone(kind="plan_item", row_id=self.before)
        wanted = others[:at] + sorted(moved, key=lambda item: item.order_key) + others[at:]
        tx.describe(count=len(moved), title=moved[0].title)
        if wanted == _items(tx, moved[0].plan_id):
            return
        low = others[at - 1].order_key if at else None
        high = others[at].order_key if at < len(others) else None
        keys = ordering.between_many(low, high, len(moved))
        for item, key in zip(wanted[at : at + len(moved)], keys, strict=True):
            item.order_key = key


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveMeasures:
    """Take measures out of the plan; their projects stay where they are."""

    measures: tuple[PlanItemId, ...]

    def execute(self, tx: Transaction) -> None:
        """Delete the measures with their commitments."""
        items = [open_item(tx, measure) for measure in self.measures]
        tx.describe(count=len(items), title=items[0].title)
        for item in items:
            tx.session.delete(item)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCommitment:
    """Say what a municipality commits to in a measure; an empty role takes the commitment away.

    When and where a municipality adopted its part becomes known after the version is frozen, so ``adoption`` alone
    can still be filled in then.
    """

    measure: PlanItemId
    municipality: MunicipalityId
    changes: Mapping[str, Any]

    def execute(self, tx: Transaction) -> None:
        """Write the commitment."""
        item = tx.get(PlanItem, self.measure)
        if set(self.changes) != {"adoption"}:
            open_plan(tx, item.plan_id)
        municipality = tx.get(Municipality, self.municipality)
        tx.describe(title=item.title, municipality=municipality.short_name)
        found = tx.session.scalars(
            select(Commitment).where(
                Commitment.plan_item_id == self.measure, Commitment.municipality_id == self.municipality
            )
        ).first()
        if "role" in self.changes and not self.changes["role"]:
            if found is not None:
                tx.session.delete(found)
            return
        row = found or Commitment(plan_item_id=self.measure, municipality_id=self.municipality)
        given = dict(self.changes) if found else {"role": CommitmentRole.JOINS} | dict(self.changes)
        for name, value in given.items():
            setattr(row, name, cleaned_commitment(name, value))
        tx.session.add(row)


def open_plan(tx: Transaction, plan_id: int) -> Plan:
    """Return a plan that may be changed.

    Raises:
        PlanFrozen: it is frozen.
    """
    plan = tx.get(Plan, plan_id)
    _check_open(plan)
    return plan


def open_item(tx: Transaction, item_id: int) -> PlanItem:
    """Return a measure of a plan that may be changed.

    Raises:
        PlanFrozen: its plan is frozen.
    """
    item = tx.get(PlanItem, item_id)
    open_plan(tx, item.plan_id)
    return item


def _check_open(plan: Plan) -> None:
    refusal = refusal_to_change(PlanStatus(plan.status), plan.version)
    if refusal:
        raise refusal


def _items(tx: Transaction, plan_id: int) -> Sequence[PlanItem]:
    return tx.session.scalars(
        select(PlanItem).where(PlanItem.plan_id == plan_id).order_by(PlanItem.order_key, PlanItem.id)
    ).all()


def keys_at_end(tx: Transaction, plan: Plan, count: int) -> list[str]:
    """Return keys for *count* measures after the last one."""
    items = _items(tx, plan.id)
    return ordering.between_many(items[-1].order_key if items else None, None, count)
