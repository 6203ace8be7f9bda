"""Keeping a signed plan with its version: untouched, with its own hash, and with the signers that were read from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from smartstad_desktop.domain.plan.parts import PlanFileKind, SigningManner
from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.domain.plan.signing import NotThisVersion, PlanNotFrozenToSign, SignatureState
from smartstad_desktop.domain.plan.verifying import Finding, PlanFinding, PlanVerdict
from smartstad_desktop.domain.values import PlanId
from smartstad_desktop.exchange.signing.places import PREFIX
from smartstad_desktop.storage.tables.plan import Plan
from smartstad_desktop.storage.tables.plan_decision import PlanFile, PlanSigner
from smartstad_desktop.storage.tables.testbeds import StoredFile
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.plan.files import AttachPlanFile
from smartstad_desktop.usecases.signing.plan_check import PlanVerified, check_plan
from smartstad_desktop.usecases.surroundings import utc_now


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedFile:
    """A signed file that came back, and what is wrong with it as this version."""

    content: bytes = field(repr=False)
    verified: PlanVerified
    findings: tuple[Finding, ...]

    @property
    def told(self) -> Mapping[str, Any]:
        """Return what is kept of what was read from it."""
        return dict(told_of(self.verified)) | {"findings": [each.code.value for each in self.findings]}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepSignedPlan:
    """Keep a signed plan with its version, in place of the states of it that had fewer signatures.

    ``told`` is what was read from it. When something was wrong with it, ``comment`` says why it is kept all the same.
    ``archive`` is the plan as it was before anybody signed, where it has not been kept.
    """

    plan: PlanId
    name: str
    content: bytes = field(repr=False)
    told: Mapping[str, Any]
    comment: str = ""
    archive: bytes | None = field(default=None, repr=False)
    is_here: bool = False

    def execute(self, tx: Transaction) -> int:
        """Return the id of the kept file.

        Raises:
            PlanNotFrozenToSign: the version is still a draft.
            NotThisVersion: something is wrong with the file, and no comment says why it is kept all the same.
        """
        plan = tx.get(Plan, self.plan)
        if plan.status == PlanStatus.DRAFT:
            raise PlanNotFrozenToSign
        findings: Sequence[str] = self.told.get("findings", ())
        if findings and not self.comment.strip():
            raise NotThisVersion(findings=tuple(findings))
        if self.archive is not None:
            _attach(self, PlanFileKind.ARCHIVE, self.archive, {}).execute(tx)
        earlier = _states_before(tx, self)
        kept = _attach(self, PlanFileKind.SIGNED, self.content, self.told).execute(tx)
        for row in earlier:
            tx.session.delete(row)
        _mark_signed(tx, self.plan, self.told)
        if plan.signing is None:
            plan.signing = (SigningManner.HERE if self.is_here else SigningManner.ELSEWHERE).value
        tx.describe(title=self.name, version=plan.version)
        return kept


def told_of(verified: PlanVerified) -> Mapping[str, Any]:
    """Return what is kept of what was read from a signed plan."""
    return {
        "verdict": verified.verdict.value,
        "findings": [each.code.value for each in verified.findings],
        "signatures": [
            {
                "field": each.field,
                "signer": each.signer,
                "organisation": each.organisation,
                "issuer": each.issuer,
                "certificate": each.certificate,
                "claimed_at": None if each.claimed_at is None else each.claimed_at.isoformat(),
                "algorithm": each.algorithm,
                "state": each.state.value,
                "trust": each.trust.value,
            }
            for each in verified.signed_by or ()
        ],
    }


def read_signed(connection: Connection, plan: PlanId, content: bytes, trusted: Sequence[bytes] = ()) -> SignedFile:
    """Return what a file that came back tells, and what is wrong with it as this version; safe in a worker."""
    verified = check_plan(content, connection, trusted, utc_now())
    findings = list(verified.findings)
    is_other = verified.version is None or verified.version.plan != plan
    if is_other and PlanFinding.OTHER_PLAN not in {each.code for each in findings}:
        findings.append(Finding(code=PlanFinding.OTHER_PLAN))
    if verified.verdict is PlanVerdict.SAME_VERSION:
        # It may be a forgery as well, and whatever is kept counts as proof from then on.
        findings.append(Finding(code=PlanFinding.NOT_KEPT))
    return SignedFile(content=content, verified=verified, findings=tuple(findings))


def _attach(command: KeepSignedPlan, kind: PlanFileKind, content: bytes, told: Mapping[str, Any]) -> AttachPlanFile:
    return AttachPlanFile(
        plan=command.plan,
        kind=kind,
        name=command.name,
        content=content,
        told=told,
        comment=command.comment if kind is PlanFileKind.SIGNED else "",
    )


def _states_before(tx: Transaction, command: KeepSignedPlan) -> list[PlanFile]:
    """Return the kept signed files that the new one only adds signatures to."""
    rows = tx.session.execute(
        select(PlanFile, StoredFile.content)
        .join(StoredFile, StoredFile.id == PlanFile.file_id)
        .where(PlanFile.plan_id == command.plan, PlanFile.kind == PlanFileKind.SIGNED.value)
    )
    return [row for row, content in rows if command.content != content and command.content.startswith(content)]


def _mark_signed(tx: Transaction, plan: PlanId, told: Mapping[str, Any]) -> None:
    """Give each row of the signature page whose place was signed the day its signature says."""
    for each in told.get("signatures", ()):
        number = str(each["field"]).removeprefix(PREFIX)
        row = tx.session.get(PlanSigner, int(number)) if number.isdigit() else None
        is_ours = row is not None and row.plan_id == plan and row.signed_on is None
        if row is not None and is_ours and each["state"] == SignatureState.INTACT.value and each["claimed_at"]:
            row.signed_on = datetime.fromisoformat(each["claimed_at"]).astimezone().date()
