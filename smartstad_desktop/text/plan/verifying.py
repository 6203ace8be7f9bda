"""What a check of a plan PDF found, in sentences."""

from __future__ import annotations

from datetime import datetime

from smartstad_desktop.domain.plan.signing import CertificateTrust, SignatureState, SignatureTold
from smartstad_desktop.domain.plan.verifying import Finding
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import Phrasebook, current

_MOST_PAGES = 12


def finding_words(finding: Finding, phrases: Phrasebook | None = None) -> str:
    """Return what was found, and where."""
    book = phrases or current()
    where: list[str] = list(finding.names)
    if finding.pages:
        pages = ", ".join(str(page) for page in finding.pages[:_MOST_PAGES])
        more = " …" if len(finding.pages) > _MOST_PAGES else ""
        where.append(book.plural("page {pages}", "pages {pages}", len(finding.pages), pages=pages + more))
    said = label(finding.code, book)
    return f"{said.removesuffix('.')}: {', '.join(where)}." if where else said


def signer_words(told: SignatureTold, phrases: Phrasebook | None = None) -> str:
    """Return who signed, and for whom, as far as the certificate tells."""
    book = phrases or current()
    who = told.signer or book.text("Somebody whose certificate cannot be read")
    return f"{who}, {told.organisation}" if told.organisation else who


def signature_words(told: SignatureTold, phrases: Phrasebook | None = None) -> str:
    """Return whether a signature holds, by which certificate, and when its signer says it was made."""
    book = phrases or current()
    parts = [label(told.state, book)]
    if told.trust is not CertificateTrust.UNREAD:
        parts += [label(told.trust, book), book.text("issued by {issuer}", issuer=told.issuer)]
    if told.claimed_at is not None:
        parts.append(book.text("made {time} by the signer’s own clock", time=moment_words(told.claimed_at, book)))
    if told.state is SignatureState.INTACT and not told.covers_file:
        parts.append(book.text("covers state {number} of the file", number=told.revision))
    return " · ".join(parts)


def moment_words(moment: datetime, phrases: Phrasebook | None = None) -> str:
    """Return a time by the clock of this computer."""
    local = moment.astimezone()
    return f"{(phrases or current()).day(local.date())} {local:%H.%M}"
