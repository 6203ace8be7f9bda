"""What a user can do with the rows of the signature page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import delete, select

from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.cleaning import clean
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.plan.decision import SIGNED_KINDS, check_unapproved, check_unreplaced
from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.domain.plan.signers import SIGNED_FIELDS, SIGNER_FIELDS, WHO_SIGNS, SignerSettled
from smartstad_desktop.domain.values import PlanId
from smartstad_desktop.reads.plan.likely_signers import SignerDraft
from smartstad_desktop.storage.tables.plan import Plan
from smartstad_desktop.storage.tables.plan_decision import PlanSigner
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.plan.rows import in_order, kept_kinds, keys_at_end, put_before


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSigners:
    """Make the signature page consist of these rows, such as those of ``default_signers``."""

    plan: PlanId
    signers: tuple[SignerDraft, ...]

    def execute(self, tx: Transaction) -> tuple[int, ...]:
        """Return the new rows' ids.

        Raises:
            PlanReplaced, PlanApproved, SignerSettled: it is too late for another page.
        """
        plan = _changeable(tx, self.plan)
        for row in tx.session.scalars(select(PlanSigner).where(PlanSigner.plan_id == plan.id)):
            _check_unsettled(tx, plan, row)
        tx.session.execute(delete(PlanSigner).where(PlanSigner.plan_id == plan.id))
        rows = [PlanSigner(plan_id=plan.id) for _ in self.signers]
        for row, given, key in zip(rows, self.signers, ordering.between_many(None, None, len(rows)), strict=True):
            row.order_key = key
            _write(tx, row, {"role": ""} | asdict(given))
        tx.session.add_all(rows)
        tx.session.flush()
        tx.describe(count=len(rows), title=plan.title)
        return tuple(row.id for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSigner:
    """Add a row to the signature page, last."""

    plan: PlanId
    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Return the new row's id."""
        plan = _changeable(tx, self.plan)
        (key,) = keys_at_end(tx, PlanSigner, plan.id, 1)
        row = PlanSigner(plan_id=plan.id, order_key=key)
        _write(tx, row, {"role": ""} | dict(self.fields))
        tx.session.add(row)
        tx.session.flush()
        tx.describe(title=row.role)
        return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditSigner:
    """Change a row of the signature page; name, place, day and drawn name also when the version is approved."""

    signer: int
    changes: Mapping[str, Any]

    def execute(self, tx: Transaction) -> None:
        """Write the changes.

        Raises:
            PlanReplaced, PlanApproved, SignerSettled: it is too late for them.
            FieldInvalid: a value does not fit.
        """
        row = tx.get(PlanSigner, self.signer)
        plan = tx.get(Plan, row.plan_id)
        check = check_unreplaced if self.changes.keys() <= SIGNED_FIELDS else check_unapproved
        check(PlanStatus(plan.status), plan.version)
        before = {name: getattr(row, name) for name in WHO_SIGNS}
        is_settled = _is_settled(tx, plan, row)
        _write(tx, row, self.changes)
        if is_settled and any(getattr(row, name) != value for name, value in before.items()):
            raise SignerSettled(role=before["role"])
        tx.describe(title=row.role)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveSigners:
    """Move rows of the signature page before another one, or last; they keep their order among themselves."""

    signers: tuple[int, ...]
    before: int | None = None

    def execute(self, tx: Transaction) -> None:
        """Write new keys for those that are not in place already."""
        moved = [tx.get(PlanSigner, signer) for signer in self.signers]
        _changeable(tx, moved[0].plan_id)
        put_before(in_order(tx, PlanSigner, moved[0].plan_id), moved, self.before)
        tx.describe(count=len(moved), title=moved[0].role)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveSigners:
    """Take rows off the signature page."""

    signers: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Delete the rows.

        Raises:
            PlanReplaced, PlanApproved, SignerSettled: it is too late for that.
        """
        rows: Sequence[PlanSigner] = [tx.get(PlanSigner, signer) for signer in self.signers]
        for row in rows:
            _check_unsettled(tx, _changeable(tx, row.plan_id), row)
        tx.describe(count=len(rows), title=rows[0].role if rows else "")
        for row in rows:
            tx.session.delete(row)


def _changeable(tx: Transaction, plan_id: int) -> Plan:
    plan = tx.get(Plan, plan_id)
    check_unapproved(PlanStatus(plan.status), plan.version)
    return plan


def _is_settled(tx: Transaction, plan: Plan, row: PlanSigner) -> bool:
    """Return whether a row of a frozen version has been signed, or stands in a file that is kept to be signed."""
    if plan.status == PlanStatus.DRAFT:
        return False
    return row.signed_on is not None or not SIGNED_KINDS.isdisjoint(kept_kinds(tx, plan.id))


def _check_unsettled(tx: Transaction, plan: Plan, row: PlanSigner) -> None:
    if _is_settled(tx, plan, row):
        raise SignerSettled(role=row.role)


def _write(tx: Transaction, row: PlanSigner, changes: Mapping[str, Any]) -> None:
    for name, value in changes.items():
        cleaned = clean(SIGNER_FIELDS, name, value)
        if name == "municipality_id" and cleaned is not None and tx.session.get(Municipality, cleaned) is None:
            raise FieldInvalid(field=name)
        setattr(row, name, cleaned)
