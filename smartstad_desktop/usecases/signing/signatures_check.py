"""What is wrong with the signatures of a PDF, and with what came after them (the strict rule)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from smartstad_desktop.domain.plan.signing import CertificateTrust, SignatureState, SignatureTold
from smartstad_desktop.domain.plan.verifying import Finding, PlanFinding
from smartstad_desktop.exchange.documents.pdf.changes import after_signing
from smartstad_desktop.exchange.signing.fields import FieldFound, fields_in
from smartstad_desktop.exchange.signing.reading import is_readable, signatures

_RANGE: Final = b"/ByteRange"
_WRONG: Final = {
    SignatureState.BLANK: PlanFinding.SIGNATURE_BLANKED,
    SignatureState.BAD_RANGE: PlanFinding.SIGNATURE_RANGE,
    SignatureState.BROKEN: PlanFinding.SIGNATURE_BROKEN,
}


def signatures_told(content: bytes, trusted: Sequence[bytes], now: datetime) -> tuple[SignatureTold, ...] | None:
    """Return what the signatures of the PDF *content* tell; None when this installation cannot read them."""
    return signatures(content, trusted, now) if is_readable() else None


def signature_findings(content: bytes, told: Sequence[SignatureTold] | None, *, is_clean: bool) -> tuple[Finding, ...]:
    """Return what is wrong with the signatures; *is_clean* says that the document itself is as it was made."""
    fields = fields_in(content)
    signed = [each for each in fields if each.container is not None]
    found = [*_removed(content, signed), *_by_state(content, signed, told, is_clean=is_clean)]
    if told is not None:
        found += _by_certificate(told)
    ends = sorted(each.end for each in signed if each.state_in(content) is SignatureState.INTACT)
    if ends:
        found += _after(content, ends, fields)
    return tuple(dict.fromkeys(found))


def has_places(content: bytes) -> bool:
    """Return whether the PDF *content* has places to sign."""
    return bool(fields_in(content))


def _removed(content: bytes, signed: Sequence[FieldFound]) -> Iterator[Finding]:
    if content.count(_RANGE) > len(signed):
        yield Finding(code=PlanFinding.SIGNATURE_REMOVED)


def _by_state(
    content: bytes, signed: Sequence[FieldFound], told: Sequence[SignatureTold] | None, *, is_clean: bool
) -> Iterator[Finding]:
    states = {each.name: each.state_in(content) for each in signed}
    states |= {each.field: each.state for each in told or ()}
    labels = {each.name: each.label for each in signed}
    for state, code in _WRONG.items():
        names = tuple(labels.get(name, name) for name, its in states.items() if its is state)
        if names and state is SignatureState.BROKEN and is_clean:
            # Nothing it covers has been touched, so it was made for something else.
            code = PlanFinding.SIGNATURE_TRANSPLANTED  # noqa: PLW2901  the one exception of the table
        if names:
            yield Finding(code=code, names=names)


def _by_certificate(told: Sequence[SignatureTold]) -> Iterator[Finding]:
    outside = tuple(
        each.signer
        for each in told
        if each.trust is CertificateTrust.EXPIRED
        and each.claimed_at is not None
        and each.valid_from is not None
        and each.valid_until is not None
        and not each.valid_from <= each.claimed_at <= each.valid_until
    )
    if outside:
        yield Finding(code=PlanFinding.CERTIFICATE_EXPIRED, names=outside)
    impostors = tuple(each.signer for each in told if each.is_impostor)
    if impostors:
        yield Finding(code=PlanFinding.RESIGNED, names=impostors)


def _after(content: bytes, ends: Sequence[int], fields: Sequence[FieldFound]) -> Iterator[Finding]:
    known = {each.name for each in fields_in(content[: ends[0]])}
    strangers = tuple(each.label for each in fields if each.container is not None and each.name not in known)
    if strangers:
        yield Finding(code=PlanFinding.SIGNATURE_UNEXPECTED, names=strangers)
    found = [finding for end in ends for finding in after_signing(content, end)]
    if not found and ends[-1] < len(content.rstrip()):
        found = [Finding(code=PlanFinding.CHANGED_AFTER_SIGNING)]
    yield from found
