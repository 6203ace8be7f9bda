"""Versions of the plan: freezing one, deciding on it, and beginning the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select

from smartstad_desktop.domain.cleaning import clean
from smartstad_desktop.domain.follow_up.reminders import months_before
from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.plan.plan import (
    PLAN_FIELDS,
    PlanNotFrozen,
    PlanStatus,
    VersionMissing,
    VersionTaken,
    version_after,
)
from smartstad_desktop.domain.values import PlanId
from smartstad_desktop.storage.tables.plan import Plan
from smartstad_desktop.storage.unused_files import delete_unused
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.plan.copying import copy_rows
from smartstad_desktop.usecases.plan.decisions import approve
from smartstad_desktop.usecases.plan.plan import open_plan
from smartstad_desktop.usecases.plan.snapshots import keep_snapshot

#: A plan is revised every year.
_REVISED_AFTER_MONTHS: Final = 12


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
        plan.revise_on = plan.revise_on or months_before(tx.today, -_REVISED_AFTER_MONTHS)
        plan.status = PlanStatus.FOR_APPROVAL.value
        tx.session.flush()
        plan.content_hash = keep_snapshot(tx, plan)
        if plan.decided_on is not None:
            plan.outcome = Outcome.APPROVED.value
            approve(tx, plan)
        delete_unused(tx.session.connection())
        tx.describe(title=plan.title, version=version)
        return plan.content_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPlanVersion:
    """Begin a draft that starts out equal to a frozen version; *note* says why there is a new one."""

    plan: PlanId
    note: str = ""

    def execute(self, tx: Transaction) -> PlanId:
        """Return the new draft's id.

        Raises:
            PlanNotFrozen: the version is still a draft, and can be changed itself.
        """
        old = tx.get(Plan, self.plan)
        if old.status == PlanStatus.DRAFT:
            raise PlanNotFrozen(version=old.version)
        plan = _copy(old, {"version": _next_version(tx, old.version)} | _UNDECIDED)
        plan.replaces_id = old.id
        plan.change_note = clean(PLAN_FIELDS, "change_note", self.note)
        tx.session.add(plan)
        tx.session.flush()
        copy_rows(tx, old.id, plan.id)
        tx.describe(title=plan.title, version=plan.version)
        return PlanId(plan.id)


#: What a new draft has not got yet.
_UNDECIDED: Final[dict[str, object]] = {
    "status": PlanStatus.DRAFT.value,
    "frozen_at": "",
    "content_hash": "",
    "decided_on": None,
    "decided_at": "",
    "paragraph": "",
    "present": "",
    "absent": "",
    "dissent": "",
    "outcome": None,
    "signing": None,
    "revise_on": None,
}


def _next_version(tx: Transaction, version: str) -> str:
    """Return the first number after *version* that no version has."""
    taken = set(tx.session.scalars(select(Plan.version)))
    number = version_after(version)
    while number in taken:
        number = version_after(number)
    return number


def _copy(row: Plan, changes: Mapping[str, object]) -> Plan:
    names = [column.name for column in Plan.__table__.columns if column.name != "id"]
    return Plan(**({name: getattr(row, name) for name in names} | dict(changes)))
