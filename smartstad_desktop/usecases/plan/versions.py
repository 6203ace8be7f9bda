"""Versions of the plan: freezing one, deciding on it, and beginning the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy import select

from smartstad_desktop.domain.plan.plan import PlanNotFrozen, PlanStatus, VersionMissing, VersionTaken, version_after
from smartstad_desktop.domain.values import PlanId
from smartstad_desktop.storage.tables.plan import Commitment, Plan, PlanItem
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.plan.plan import open_plan
from smartstad_desktop.usecases.plan.snapshots import keep_snapshot

_Row = TypeVar("_Row", Plan, PlanItem, Commitment)


@dataclass(frozen=True, slots=True, kw_only=True)
class FreezePlan:
    """Give the plan a version number and lock it, for approval or as decided when the day is known.

    Others have seen a frozen version, so undo stops before it.
    """

    is_floor = True

    plan: PlanId
    version: str

    def execute(self, tx: Transaction) -> str:
        """Return the fingerprint of what was frozen."""
        plan = open_plan(tx, self.plan)
        version = self.version.strip()
        if not version:
            raise VersionMissing(field="version")
        taken = select(Plan.id).where(
            Plan.version == version, Plan.id != plan.id, Plan.status != PlanStatus.DRAFT.value
        )
        if tx.session.scalars(taken).first() is not None:
            raise VersionTaken(field="version", version=version)
        plan.version = version
        plan.frozen_at = tx.now.isoformat(timespec="seconds")
        plan.status = PlanStatus.FOR_APPROVAL.value
        tx.session.flush()
        plan.content_hash = keep_snapshot(tx, plan)
        if plan.decided_on is not None:
            _approve(tx, plan)
        tx.describe(title=plan.title, version=version)
        return plan.content_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovePlan:
    """Record that the steering group has approved a frozen version; the one before it is replaced."""

    plan: PlanId
    decided_on: date

    def execute(self, tx: Transaction) -> None:
        """Write the decision.

        Raises:
            PlanNotFrozen: the version is still a draft.
        """
        plan = tx.get(Plan, self.plan)
        if plan.status == PlanStatus.DRAFT:
            raise PlanNotFrozen(version=plan.version)
        plan.decided_on = self.decided_on
        _approve(tx, plan)
        tx.describe(title=plan.title, version=plan.version)


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPlanVersion:
    """Begin a draft that starts out equal to a frozen version."""

    plan: PlanId

    def execute(self, tx: Transaction) -> PlanId:
        """Return the new draft's id.

        Raises:
            PlanNotFrozen: the version is still a draft, and can be changed itself.
        """
        old = tx.get(Plan, self.plan)
        if old.status == PlanStatus.DRAFT:
            raise PlanNotFrozen(version=old.version)
        plan = _copy(old, Plan, {"version": version_after(old.version), "status": PlanStatus.DRAFT.value} | _UNDECIDED)
        plan.replaces_id = old.id
        tx.session.add(plan)
        tx.session.flush()
        for item in tx.session.scalars(select(PlanItem).where(PlanItem.plan_id == old.id)).all():
            copy = _copy(item, PlanItem, {"plan_id": plan.id})
            tx.session.add(copy)
            tx.session.flush()
            for row in tx.session.scalars(select(Commitment).where(Commitment.plan_item_id == item.id)).all():
                tx.session.add(_copy(row, Commitment, {"plan_item_id": copy.id, "adoption": ""}))
        tx.describe(title=plan.title, version=plan.version)
        return PlanId(plan.id)


_UNDECIDED: dict[str, object] = {
    "frozen_at": "",
    "content_hash": "",
    "decided_on": None,
    "decided_at": "",
    "present": "",
    "dissent": "",
}


def _approve(tx: Transaction, plan: Plan) -> None:
    plan.status = PlanStatus.APPROVED.value
    before = tx.session.get(Plan, plan.replaces_id) if plan.replaces_id else None
    if before is not None:
        before.status = PlanStatus.REPLACED.value


def _copy(row: _Row, table: type[_Row], changes: Mapping[str, object]) -> _Row:
    names = [column.name for column in table.__table__.columns if column.name != "id"]
    return table(**({name: getattr(row, name) for name in names} | dict(changes)))
