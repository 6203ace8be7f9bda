"""Rows of a plan that stand in an order: putting some of them before another one, or last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias, TypeVar

from sqlalchemy import select

from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.plan.parts import PlanFileKind
from smartstad_desktop.storage.tables.plan import PlanAside, PlanChapter, PlanItem
from smartstad_desktop.storage.tables.plan_decision import PlanFile, PlanReservation, PlanSigner
from smartstad_desktop.usecases.command import Transaction

Ordered: TypeAlias = PlanItem | PlanAside | PlanChapter | PlanSigner | PlanReservation
_Row = TypeVar("_Row", PlanItem, PlanAside, PlanChapter, PlanSigner, PlanReservation)


def kept_kinds(tx: Transaction, plan_id: int) -> frozenset[PlanFileKind]:
    """Return of which kinds there are kept files of a version."""
    found = tx.session.scalars(select(PlanFile.kind).where(PlanFile.plan_id == plan_id).distinct())
    return frozenset(PlanFileKind(kind) for kind in found)


def in_order(tx: Transaction, table: type[_Row], plan_id: int) -> Sequence[_Row]:
    """Return the rows of a plan in their order."""
    return tx.session.scalars(select(table).where(table.plan_id == plan_id).order_by(table.order_key, table.id)).all()


def keys_at_end(tx: Transaction, table: type[_Row], plan_id: int, count: int) -> list[str]:
    """Return keys for *count* rows after the last one."""
    rows = in_order(tx, table, plan_id)
    return ordering.between_many(rows[-1].order_key if rows else None, None, count)


def put_before(rows: Sequence[_Row], moved: Sequence[_Row], before: int | None) -> None:
    """Put *moved*, some of *rows*, before the one whose id is *before*, or last; they keep their order.

    What stands there already is not written.

    Raises:
        RowGone: the one they are to stand before is gone.
    """
    others = [row for row in rows if row not in moved]
    at = next((index for index, row in enumerate(others) if row.id == before), len(others))
    if before is not None and at == len(others) and before not in {row.id for row in moved}:
        raise RowGone(kind=moved[0].__tablename__, row_id=before)
    wanted = [*others[:at], *sorted(moved, key=lambda row: row.order_key), *others[at:]]
    if wanted == list(rows):
        return
    low = others[at - 1].order_key if at else None
    high = others[at].order_key if at < len(others) else None
    for row, key in zip(wanted[at : at + len(moved)], ordering.between_many(low, high, len(moved)), strict=True):
        row.order_key = key
