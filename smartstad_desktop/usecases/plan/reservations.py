"""What a user can do about those who stand apart from a decision: reservations, statements, stated concerns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from smartstad_desktop.domain.cleaning import clean
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.plan.decision import (
    RESERVATION_FIELDS,
    MeasureElsewhere,
    ReservationTextMissing,
    check_reservations,
)
from smartstad_desktop.domain.plan.parts import ReservationKind
from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.domain.values import PlanId
from smartstad_desktop.storage.tables.plan import Plan, PlanItem
from smartstad_desktop.storage.tables.plan_decision import PlanReservation
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.governance.rows import shortened
from smartstad_desktop.usecases.plan.rows import in_order, kept_kinds, keys_at_end, put_before


@dataclass(frozen=True, slots=True, kw_only=True)
class AddReservation:
    """Note that somebody stands apart, about the plan as a whole or one measure of it (``plan_item_id``)."""

    plan: PlanId
    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Return the new row's id.

        Raises:
            PlanReplaced, ReservationsStand: the version is history, or was approved and signed.
            FieldInvalid: a value does not fit; there is always a text.
        """
        plan = _plan(tx, self.plan)
        (key,) = keys_at_end(tx, PlanReservation, plan.id, 1)
        row = PlanReservation(plan_id=plan.id, order_key=key)
        _write(tx, row, {"kind": ReservationKind.RESERVATION, "text": ""} | dict(self.fields))
        tx.session.add(row)
        tx.session.flush()
        tx.describe(title=shortened(row.text), form=row.kind)
        return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditReservation:
    """Change who stands apart, how, why, and from what."""

    reservation: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.reservation)

    def execute(self, tx: Transaction) -> None:
        """Write the changes.

        Raises:
            PlanReplaced, ReservationsStand: the version is history, or was approved and signed.
            FieldInvalid: a value does not fit.
        """
        row = tx.get(PlanReservation, self.reservation)
        _plan(tx, row.plan_id)
        _write(tx, row, self.changes)
        tx.describe(title=shortened(row.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveReservations:
    """Move them before another one, or last; they keep their order among themselves."""

    reservations: tuple[int, ...]
    before: int | None = None

    def execute(self, tx: Transaction) -> None:
        """Write new keys for those that are not in place already."""
        moved = [tx.get(PlanReservation, each) for each in self.reservations]
        _plan(tx, moved[0].plan_id)
        put_before(in_order(tx, PlanReservation, moved[0].plan_id), moved, self.before)
        tx.describe(count=len(moved), title=shortened(moved[0].text))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveReservations:
    """Take back that somebody stands apart."""

    reservations: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Delete the rows."""
        rows = [tx.get(PlanReservation, each) for each in self.reservations]
        for plan in {row.plan_id for row in rows}:
            _plan(tx, plan)
        tx.describe(count=len(rows), title=shortened(rows[0].text) if rows else "")
        for row in rows:
            tx.session.delete(row)


def _plan(tx: Transaction, plan_id: int) -> Plan:
    plan = tx.get(Plan, plan_id)
    check_reservations(PlanStatus(plan.status), plan.version, kept_kinds(tx, plan.id))
    return plan


def _write(tx: Transaction, row: PlanReservation, changes: Mapping[str, Any]) -> None:
    values = {name: clean(RESERVATION_FIELDS, name, value) for name, value in changes.items()}
    item = tx.get(PlanItem, values["plan_item_id"]) if values.get("plan_item_id") else None
    if item is not None and item.plan_id != row.plan_id:
        raise MeasureElsewhere(field="plan_item_id", title=item.title)
    if values.get("municipality_id") and tx.session.get(Municipality, values["municipality_id"]) is None:
        raise FieldInvalid(field="municipality_id")
    for name, value in values.items():
        setattr(row, name, value)
    if not row.text:
        raise ReservationTextMissing(field="text")
