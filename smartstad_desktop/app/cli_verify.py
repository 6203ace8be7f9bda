"""The command that checks a workspace, or a plan PDF against itself, its signatures and a workspace."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smartstad_desktop.app import folders
from smartstad_desktop.app.cli_answer import DONE, FAILED, Answer
from smartstad_desktop.domain.files import FileMissing
from smartstad_desktop.domain.lists.checks import Check
from smartstad_desktop.domain.plan.signing import SignatureTold
from smartstad_desktop.domain.plan.verifying import PROVEN
from smartstad_desktop.exchange.signing.certificates import trusted_in
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.plan.verifying import finding_words, signature_words, signer_words

if TYPE_CHECKING:
    from smartstad_desktop.usecases.signing.plan_check import PlanVerified


def verify(arguments: Namespace) -> Answer:
    """Check a workspace, or a plan PDF."""
    from smartstad_desktop.usecases.verifying import verify_plan, verify_workspace  # noqa: PLC0415  brings SQLAlchemy

    path = Path(arguments.file)
    if path.suffix.casefold() != ".pdf":
        checks = verify_workspace(path)
        is_good = all(check.is_good for check in checks)
        lines = [f"{label(check.kind)}: {_('good') if check.is_good else check.findings[0]}" for check in checks]
        return Answer(document=_document(path, checks), lines=lines, code=DONE if is_good else FAILED)
    trusted = [*trusted_in(folders.issuers()), *(_read(Path(each)) for each in arguments.trust or ())]
    if arguments.against is None:
        found = verify_plan(path, None, trusted)
    else:
        from smartstad_desktop.app.cli_workspace import opened_to_read  # noqa: PLC0415  brings SQLAlchemy

        with opened_to_read(arguments.against) as workspace:
            found = verify_plan(path, workspace, trusted)
    document = _document(path, found.checks) | _plan_told(found)
    return Answer(document=document, lines=_lines(found), code=DONE if found.is_whole else FAILED)


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise FileMissing(path=path)
    return path.read_bytes()


def _document(path: Path, checks: Sequence[Check]) -> dict[str, Any]:
    return {
        "path": str(path),
        "ok": all(check.is_good for check in checks),
        "checks": [
            {"check": check.kind.value, "ok": check.is_good, "findings": list(check.findings)} for check in checks
        ],
    }


def _plan_told(found: PlanVerified) -> dict[str, Any]:
    inside = found.inside
    return {
        "bytes_added": found.bytes_added,
        "signatures": found.signatures,
        "verdict": found.verdict.value,
        "proven": found.verdict in PROVEN,
        "message": label(found.verdict),
        "findings": [
            {
                "code": each.code.value,
                "message": finding_words(each),
                "pages": list(each.pages),
                "names": list(each.names),
            }
            for each in found.findings
        ],
        "sha256": found.sha256,
        "fingerprint": found.fingerprint or None,
        "signed_by": None if found.signed_by is None else [_signature(each) for each in found.signed_by],
        "attachments": [{"name": each.name, "bytes": each.size, "sha256": each.sha256} for each in found.attachments],
        "data": None
        if inside is None
        else {
            "title": inside.title,
            "version": inside.version,
            "programme": inside.programme,
            "measures": inside.measures,
            "projects": inside.projects,
            "municipalities": inside.municipalities,
        },
        "version": None
        if found.version is None
        else {
            "id": found.version.plan,
            "title": found.version.title,
            "version": found.version.version,
            "status": found.version.status.value,
            "decided_on": None if found.version.decided_on is None else found.version.decided_on.isoformat(),
        },
        "kept_as": found.kept_as or None,
    }


def _signature(told: SignatureTold) -> dict[str, Any]:
    return {
        "field": told.field,
        "signer": told.signer,
        "organisation": told.organisation,
        "issuer": told.issuer,
        "certificate_sha256": told.certificate,
        "claimed_at": None if told.claimed_at is None else told.claimed_at.isoformat(),
        "algorithm": told.algorithm,
        "state": told.state.value,
        "trust": told.trust.value,
        "covers_file": told.covers_file,
        "revision": told.revision,
        "docmdp": told.docmdp,
    }


def _lines(found: PlanVerified) -> list[str]:
    lines = [label(found.verdict)]
    lines += [f"  ✗ {finding_words(each)}" for each in found.findings]
    if found.version is not None:
        lines.append(
            _(
                "Version {version} of {title}: {status}",
                version=found.version.version,
                title=found.version.title,
                status=label(found.version.status),
            )
        )
    if found.kept_as:
        lines.append(_("Kept here as {name}", name=found.kept_as))
    if found.version is not None and not found.has_kept:
        lines.append(_("No file of this version was kept to compare it with."))
    lines += [f"{label(check.kind)}: {_('good')}" for check in found.checks if check.is_good]
    for told in found.signed_by or ():
        lines += [signer_words(told), f"  {signature_words(told)}"]
    for each in found.attachments:
        lines.append(f"{each.name}: {each.size} B, SHA-256 {each.sha256}")
    return lines
