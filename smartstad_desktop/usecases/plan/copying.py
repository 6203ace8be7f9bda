"""A new version begins with all that the one before says: one rule for every table that belongs to a version."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import select

from smartstad_desktop.storage.tables.base import Base
from smartstad_desktop.storage.tables.plan import (
    Commitment,
    CommitmentYear,
    PlanAside,
    PlanChapter,
    PlanItem,
    PlanItemCase,
    PlanItemGoal,
    PlanItemRisk,
)
from smartstad_desktop.storage.tables.plan_decision import PlanSigner
from smartstad_desktop.usecases.command import Transaction

#: What becomes known of a version after it was frozen; a new one has none of it.
_NOT_YET: Final[Mapping[type[Base], Mapping[str, Any]]] = {
    Commitment: {"adoption": "", "adoption_id": None},
    PlanSigner: {"signed_on": None, "place": "", "strokes": ""},
}
#: What belongs to what, by the column that says so.
PARTS: Final[Mapping[str, tuple[type[Base], ...]]] = {
    "plan_id": (PlanItem, PlanAside, PlanChapter, PlanSigner),
    "plan_item_id": (PlanItemGoal, PlanItemRisk, PlanItemCase, Commitment),
    "commitment_id": (CommitmentYear,),
}
_OWNERS: Final[Mapping[type[Base], str]] = {PlanItem: "plan_item_id", Commitment: "commitment_id"}


def copy_rows(tx: Transaction, old: int, new: int) -> None:
    """Give the version *new* a copy of all rows of the version *old*.

    Decisions, adoptions, reservations, snapshots and files stay with the version they are about.
    """
    _copy(tx, "plan_id", {old: new})


def _copy(tx: Transaction, owner: str, owners: Mapping[int, int]) -> None:
    for table in PARTS[owner]:
        column = table.__table__.c[owner]
        rows = tx.session.scalars(select(table).where(column.in_(owners)).order_by(table.id)).all()
        copies = [_copied(row, {owner: owners[getattr(row, owner)]}) for row in rows]
        tx.session.add_all(copies)
        tx.session.flush()
        if copies and table in _OWNERS:
            _copy(tx, _OWNERS[table], {row.id: copy.id for row, copy in zip(rows, copies, strict=True)})


def _copied(row: Base, owner: Mapping[str, int]) -> Base:
    table = type(row)
    values = {name: getattr(row, name) for name in table.__table__.c.keys() if name != "id"}  # noqa: SIM118  columns
    return table(**(values | dict(owner) | dict(_NOT_YET.get(table, {}))))
