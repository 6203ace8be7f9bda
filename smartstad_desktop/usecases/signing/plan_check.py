"""Is this PDF the approved plan, unchanged? Compared with itself, its signatures, and what the workspace has kept."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import Connection

from smartstad_desktop.domain.lists.checks import Check, CheckKind
from smartstad_desktop.domain.plan.signing import CertificateTrust, SignatureTold
from smartstad_desktop.domain.plan.verifying import Finding, PlanFinding, PlanVerdict
from smartstad_desktop.exchange.documents.pdf import seal as pdf_seal
from smartstad_desktop.exchange.documents.pdf.plan_examination import DATA, PlanExamined, examine_plan
from smartstad_desktop.usecases.signing.kept import KeptFile, KeptVersion, kept_files, version_of
from smartstad_desktop.usecases.signing.kept_check import against, is_written_anew
from smartstad_desktop.usecases.signing.signatures_check import has_places, signature_findings, signatures_told


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanInside:
    """What the data in a plan PDF says it is, and how much of it there is."""

    title: str
    version: str
    programme: str
    measures: int
    projects: int
    municipalities: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file that travels in a plan PDF."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVerified:
    """What was checked in a plan PDF, and what it comes to.

    ``signed_by`` is None when this installation cannot read signatures. ``version`` is the version of the workspace it
    is, ``kept_as`` the name of the kept file it is byte for byte; ``has_kept`` says whether there was any.
    """

    verdict: PlanVerdict
    checks: tuple[Check, ...]
    findings: tuple[Finding, ...]
    bytes_added: int
    signatures: int
    signed_by: tuple[SignatureTold, ...] | None
    fingerprint: str
    sha256: str
    title: str
    attachments: tuple[Attached, ...]
    inside: PlanInside | None
    data: bytes | None
    version: KeptVersion | None = None
    kept_as: str = ""
    is_compared: bool = False
    has_kept: bool = False

    @property
    def is_whole(self) -> bool:
        """Return whether nothing is wrong with it; whether that proves anything is for the verdict to say."""
        return not self.findings


_SEAL: Final = frozenset(
    {
        *(PlanFinding.NO_SEAL, PlanFinding.CHANGED, PlanFinding.REWRITTEN, PlanFinding.UNREADABLE),
        *(PlanFinding.CUT_SHORT, PlanFinding.CROSS_REFERENCES),
    }
)
_ADDITIONS: Final = frozenset(
    {
        *(PlanFinding.ADDED_UNSIGNED, PlanFinding.BYTES_AFTER_END, PlanFinding.REVISION_REMOVED),
        *(PlanFinding.REVISIONS_REORDERED, PlanFinding.CHANGED_AFTER_SIGNING, PlanFinding.OVERLAY),
        PlanFinding.SHADOW_CONTENT,
    }
)
_SIGNATURES: Final = frozenset(
    {
        *(PlanFinding.SIGNATURE_BROKEN, PlanFinding.SIGNATURE_RANGE, PlanFinding.SIGNATURE_BLANKED),
        *(PlanFinding.SIGNATURE_REMOVED, PlanFinding.SIGNATURE_TRANSPLANTED, PlanFinding.SIGNATURE_UNEXPECTED),
        *(PlanFinding.CERTIFICATE_EXPIRED, PlanFinding.RESIGNED),
    }
)
_KEPT: Final = frozenset({PlanFinding.OTHER_PLAN, PlanFinding.NOT_KEPT})


def check_plan(content: bytes, connection: Connection | None, trusted: Sequence[bytes], now: datetime) -> PlanVerified:
    """Return what the plan PDF *content* is; compared with what the workspace has kept, where there is one."""
    seal = pdf_seal.examine(content)
    examined = examine_plan(content)
    is_readable = examined.parts is not None
    told = signatures_told(content, trusted, now) if is_readable else ()
    found = list(examined.findings)
    if is_readable:
        found += signature_findings(content, told, is_clean=not found)
        if seal.bytes_added and not found and not seal.signatures and not has_places(content):
            found.append(Finding(code=PlanFinding.ADDED_UNSIGNED))
    version, kept, is_anew = None, (), False
    if connection is not None:
        version = version_of(connection, (examined.fingerprint, *examined.printed))
        kept = kept_files(connection, version.plan) if version is not None else ()
        is_anew = not found and is_written_anew(content, examined, told or (), version, kept)
        found += () if is_anew else against(content, examined, told or (), version, kept)
    same = same_file(content, kept)
    findings = () if same is not None else _settled(found)
    verdict = PlanVerdict.SAME_VERSION if is_anew else _verdict(examined, findings, seal.signatures, told)
    return PlanVerified(
        verdict=PlanVerdict.KEPT if same is not None else verdict,
        checks=tuple(_checks(findings, is_compared=bool(kept) and not is_anew)),
        findings=findings,
        bytes_added=seal.bytes_added,
        signatures=len(told) if told is not None else seal.signatures,
        signed_by=told,
        fingerprint=examined.fingerprint,
        sha256=sha256(content).hexdigest(),
        title=examined.title,
        attachments=tuple(
            Attached(name=name, size=len(data), sha256=sha256(data).hexdigest())
            for name, data in sorted(examined.attachments.items())
        ),
        inside=_inside(examined.attachments.get(DATA)),
        data=examined.attachments.get(DATA),
        version=version,
        kept_as=same.name if same is not None else "",
        is_compared=connection is not None,
        has_kept=bool(kept),
    )


def same_file(content: bytes, kept: Sequence[KeptFile]) -> KeptFile | None:
    """Return which of the *kept* files *content* is, byte for byte, unless something was wrong with it even then."""
    return next((each for each in kept if each.content == content and not each.findings), None)


def _settled(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return each kind of finding once, with all its places."""
    merged: dict[PlanFinding, Finding] = {}
    for each in found:
        before = merged.get(each.code, each)
        merged[each.code] = Finding(
            code=each.code,
            pages=tuple(sorted({*before.pages, *each.pages})),
            names=tuple(dict.fromkeys((*before.names, *each.names))),
        )
    laid_over = merged.keys() & {PlanFinding.OVERLAY, PlanFinding.SHADOW_CONTENT}
    if laid_over:
        merged.pop(PlanFinding.TEXT_CHANGED, None)
    return tuple(merged.values())


def _verdict(
    examined: PlanExamined,
    findings: Sequence[Finding],
    signed: int,
    told: Sequence[SignatureTold] | None,
) -> PlanVerdict:
    codes = {each.code for each in findings}
    if not examined.is_ours:
        return PlanVerdict.NOT_OURS
    if codes == {PlanFinding.OTHER_PLAN}:
        return PlanVerdict.OTHER_PLAN
    if codes:
        return PlanVerdict.CHANGED
    if not signed:
        return PlanVerdict.UNSIGNED
    if told is None:
        return PlanVerdict.SIGNATURES_UNREAD
    if told and all(each.is_good for each in told):
        return PlanVerdict.SIGNED
    if told and all(each.is_good or each.trust is CertificateTrust.EXPIRED for each in told):
        return PlanVerdict.CERTIFICATES_EXPIRED
    return PlanVerdict.UNKNOWN_SIGNERS


def _checks(findings: Sequence[Finding], *, is_compared: bool) -> Iterator[Check]:
    named = _SEAL | _ADDITIONS | _SIGNATURES | _KEPT | {PlanFinding.FINGERPRINT_DIFFERS}
    kinds = {
        CheckKind.SEAL: _SEAL,
        CheckKind.ADDITIONS: _ADDITIONS,
        CheckKind.PARTS: frozenset(PlanFinding) - named,
        CheckKind.FINGERPRINT: frozenset({PlanFinding.FINGERPRINT_DIFFERS}),
        CheckKind.SIGNATURES: _SIGNATURES,
    }
    if is_compared or any(each.code in _KEPT for each in findings):
        kinds[CheckKind.KEPT] = _KEPT
    for kind, codes in kinds.items():
        yield Check(kind=kind, findings=tuple(each.code for each in findings if each.code in codes))


def _inside(data: bytes | None) -> PlanInside | None:
    try:
        document: dict[str, Any] = json.loads(data or b"")
        plan, tables = document["plan"], document["tables"]
        counts = [len(tables.get(name, {}).get("rows", ())) for name in ("plan_item", "project", "municipality")]
        return PlanInside(
            title=str(plan["title"]),
            version=str(plan["version"]),
            programme=str(plan["programme"]),
            measures=counts[0],
            projects=counts[1],
            municipalities=counts[2],
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
