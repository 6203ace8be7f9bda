"""What a user can do with the measures of a plan: add one by hand, change, move and remove them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from smartstad_desktop.domain.cleaning import clean
from smartstad_desktop.domain.plan.measures import MEASURE_FIELDS, check_days
from smartstad_desktop.domain.values import PlanId, PlanItemId
from smartstad_desktop.storage.tables.plan import PlanItem
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.plan.plan import open_plan
from smartstad_desktop.usecases.plan.rows import in_order, keys_at_end, put_before
from smartstad_desktop.usecases.plan.times import understood


@dataclass(frozen=True, slots=True, kw_only=True)
class AddMeasure:
    """Add a measure that is in no inventory, last in the plan."""

    plan: PlanId
    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> PlanItemId:
        """Return the new measure's id."""
        plan = open_plan(tx, self.plan)
        (key,) = keys_at_end(tx, PlanItem, plan.id, 1)
        item = PlanItem(plan_id=plan.id, order_key=key)
        _write(tx, item, {"title": ""} | dict(self.fields))
        tx.session.add(item)
        tx.session.flush()
        tx.describe(title=item.title)
        return PlanItemId(item.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditMeasure:
    """Change fields of a measure. With ``is_typing``, pieces of one field's text become one step.

    A new ``time`` is understood anew; ``starts_on`` and ``ends_on`` beside it, or later, say it better.
    """

    measure: PlanItemId
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.measure)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        item = open_item(tx, self.measure)
        _write(tx, item, self.changes)
        tx.describe(title=item.title)


def _write(tx: Transaction, item: PlanItem, changes: Mapping[str, Any]) -> None:
    cleaned: dict[str, Any] = {name: clean(MEASURE_FIELDS, name, value) for name, value in changes.items()}
    if "time" in cleaned:
        start, end = understood(cleaned["time"])
        cleaned = {"starts_on": start, "ends_on": end, **cleaned}
    check_days(cleaned.get("starts_on", item.starts_on), cleaned.get("ends_on", item.ends_on))
    if cleaned.get("owner_municipality_id") is not None:
        tx.get(Municipality, cleaned["owner_municipality_id"])
    for name, value in cleaned.items():
        setattr(item, name, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveMeasures:
    """Move measures before another one, or last; they keep their order among themselves."""

    measures: tuple[PlanItemId, ...]
    before: PlanItemId | None = None

    def execute(self, tx: Transaction) -> None:
        """Write new keys for those that are not in place already."""
        moved = [open_item(tx, measure) for measure in self.measures]
        tx.describe(count=len(moved), title=moved[0].title)
        put_before(in_order(tx, PlanItem, moved[0].plan_id), moved, self.before)


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


def open_item(tx: Transaction, item_id: int) -> PlanItem:
    """Return a measure of a plan that may be changed.

    Raises:
        PlanFrozen: its plan is frozen.
    """
    item = tx.get(PlanItem, item_id)
    open_plan(tx, item.plan_id)
    return item
