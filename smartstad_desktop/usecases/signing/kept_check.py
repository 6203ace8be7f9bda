"""How a plan PDF differs from what the workspace has kept of its version, and when it is the version written anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smartstad_desktop.domain.plan.signing import SignatureTold
from smartstad_desktop.domain.plan.verifying import Finding, PlanFinding
from smartstad_desktop.exchange.documents.pdf.parts import differences, manifest_in, opened
from smartstad_desktop.exchange.documents.pdf.plan_examination import PlanExamined, compared
from smartstad_desktop.usecases.signing.kept import KeptFile, KeptVersion


def is_written_anew(
    content: bytes,
    examined: PlanExamined,
    told: Sequence[SignatureTold],
    version: KeptVersion | None,
    kept: Sequence[KeptFile],
) -> bool:
    """Return whether *content* is none of the *kept* files, but has the version's data and agrees with itself.

    So does every document of the version made at another time or in another language. Whoever forges one can make it
    agree with itself too, so this says nothing of what is printed on its pages.
    """
    if version is None or not kept or examined.fingerprint != version.content_hash:
        return False
    if any(content.startswith(each.content) or each.content.startswith(content) for each in kept):
        return False
    known = _certificates(kept)
    is_by_others = any(known.get(each.field, each.certificate) != each.certificate for each in told)
    return not is_by_others and _agrees_with_itself(content, examined)


def against(
    content: bytes,
    examined: PlanExamined,
    told: Sequence[SignatureTold],
    version: KeptVersion | None,
    kept: Sequence[KeptFile],
) -> Iterator[Finding]:
    """Tell how *content* differs from what was kept of its version."""
    if version is None:
        if examined.fingerprint:
            yield Finding(code=PlanFinding.OTHER_PLAN)
        return
    if not kept or any(each.content == content for each in kept):
        return
    longer = next((each for each in kept if each.content.startswith(content)), None)
    if longer is not None:
        yield Finding(code=PlanFinding.REVISION_REMOVED, names=(longer.name,))
        return
    if not any(content.startswith(each.content) for each in kept):
        yield Finding(code=PlanFinding.NOT_KEPT, names=(kept[0].name,))
        if examined.parts is not None:
            yield from compared(kept[-1].content, examined.parts)
    yield from _other_signers(told, kept)


def _other_signers(told: Sequence[SignatureTold], kept: Sequence[KeptFile]) -> Iterator[Finding]:
    known = _certificates(kept)
    others = tuple(each.signer for each in told if known.get(each.field, each.certificate) != each.certificate)
    if others:
        yield Finding(code=PlanFinding.RESIGNED, names=others)
    if known.keys() - {each.field for each in told}:
        yield Finding(code=PlanFinding.SIGNATURE_REMOVED)


def _certificates(kept: Sequence[KeptFile]) -> dict[str, str]:
    return next((dict(each.certificates) for each in kept if each.certificates), {})


def _agrees_with_itself(content: bytes, examined: PlanExamined) -> bool:
    with opened(content, repairs=True) as pdf:
        manifest = manifest_in(pdf)
    return manifest is not None and examined.parts is not None and not differences(manifest, examined.parts)
