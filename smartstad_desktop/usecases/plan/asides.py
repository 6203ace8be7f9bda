"""What a plan sets aside: what was not prioritised and why, and what is ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smartstad_desktop.domain.cleaning import clean
from smartstad_desktop.domain.plan.beside import ASIDE_FIELDS
from smartstad_desktop.domain.plan.parts import AsideKind
from smartstad_desktop.domain.values import PlanId
from smartstad_desktop.storage.tables.plan import Plan, PlanAside
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.plan.plan import open_plan
from smartstad_desktop.usecases.plan.rows import in_order, keys_at_end, put_before
from smartstad_desktop.usecases.plan.times import last_day


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAside:
    """Set something aside by hand, last; its value is the row's id."""

    plan: PlanId
    kind: AsideKind
    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Add it.

        Raises:
            FieldInvalid: it has no name, or a value does not fit.
        """
        plan = open_plan(tx, self.plan)
        row = PlanAside()
        write_aside(tx, row, {"title": "", **self.fields, "kind": self.kind})
        add_asides(tx, plan, [row])
        tx.describe(title=row.title)
        return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditAside:
    """Change what is said of something set aside. With ``is_typing``, pieces of one text become one step."""

    aside: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.aside)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        row = open_aside(tx, self.aside)
        write_aside(tx, row, self.changes)
        tx.describe(title=row.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveAsides:
    """Move what was set aside before another row, or last."""

    asides: tuple[int, ...]
    before: int | None = None

    def execute(self, tx: Transaction) -> None:
        """Write new keys for those that are not in place already."""
        moved = [open_aside(tx, aside) for aside in self.asides]
        tx.describe(count=len(moved), title=moved[0].title)
        put_before(in_order(tx, PlanAside, moved[0].plan_id), moved, self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveAsides:
    """Take rows off the list of what was set aside; their projects stay where they are."""

    asides: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Delete them."""
        rows = [open_aside(tx, aside) for aside in self.asides]
        tx.describe(count=len(rows), title=rows[0].title)
        for row in rows:
            tx.session.delete(row)


def open_aside(tx: Transaction, aside: int) -> PlanAside:
    """Return a row of a plan that may be changed.

    Raises:
        PlanFrozen: its plan is frozen.
    """
    row = tx.get(PlanAside, aside)
    open_plan(tx, row.plan_id)
    return row


def write_aside(tx: Transaction, row: PlanAside, changes: Mapping[str, Any]) -> None:
    """Write fields of something set aside; a new ``time`` is understood anew."""
    cleaned: dict[str, Any] = {name: clean(ASIDE_FIELDS, name, value) for name, value in changes.items()}
    if "time" in cleaned:
        cleaned = {"ends_on": last_day(cleaned["time"]), **cleaned}
    if cleaned.get("municipality_id") is not None:
        tx.get(Municipality, cleaned["municipality_id"])
    for name, value in cleaned.items():
        setattr(row, name, value)


def add_asides(tx: Transaction, plan: Plan, rows: Sequence[PlanAside]) -> None:
    """Put new rows last in the list of a plan."""
    for row, key in zip(rows, keys_at_end(tx, PlanAside, plan.id, len(rows)), strict=True):
        row.plan_id, row.order_key = plan.id, key
    tx.session.add_all(rows)
    tx.session.flush()
