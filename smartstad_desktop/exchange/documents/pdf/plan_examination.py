"""A plan PDF examined: is it as it was made, what was changed, and which data travels in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from smartstad_desktop.domain.files import PagesUnreadable
from smartstad_desktop.domain.plan.verifying import Finding, PlanFinding
from smartstad_desktop.exchange.documents.pdf import printed as pdf_printed
from smartstad_desktop.exchange.documents.pdf import revisions as pdf_revisions
from smartstad_desktop.exchange.documents.pdf import seal as pdf_seal
from smartstad_desktop.exchange.documents.pdf.parts import (
    Parts,
    attachments_in,
    differences,
    manifest_in,
    opened,
    parts_of,
)

if TYPE_CHECKING:
    import pikepdf

DATA: Final = "plan.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanExamined:
    """What a plan PDF tells about itself, apart from its signatures.

    ``fingerprint`` is that of the data in it, reckoned anew; empty when no data travels with it. ``printed`` are those
    its metadata tell.
    """

    findings: tuple[Finding, ...]
    is_ours: bool = False
    sealed_end: int = 0
    fingerprint: str = ""
    printed: tuple[str, ...] = ()
    attachments: Mapping[str, bytes] = field(default_factory=dict[str, bytes], repr=False)
    parts: Parts | None = field(default=None, repr=False)
    language: str = ""
    title: str = ""


def examine_plan(content: bytes) -> PlanExamined:
    """Return what the plan PDF *content* tells about itself, damaged or not."""
    import pikepdf  # noqa: PLC0415  brings a large library, only when used

    seal = pdf_seal.examine(content)
    found = [*pdf_revisions.findings(content), *_unreadable(content)]
    try:
        with opened(content, repairs=True) as pdf:
            held = attachments_in(pdf)
            manifest = manifest_in(pdf)
            is_ours = seal.is_sealed or manifest is not None or DATA in held
            if is_ours and not seal.is_sealed:
                found.append(Finding(code=PlanFinding.REWRITTEN))
            elif not is_ours:
                found.append(Finding(code=PlanFinding.NO_SEAL))
            elif not seal.is_unchanged:
                found.append(Finding(code=PlanFinding.CHANGED))
            parts = parts_of(pdf)
            found += _parts_changed(content, seal, manifest, parts)
            fingerprint = hashlib.sha256(held[DATA]).hexdigest() if DATA in held else ""
            found += _fingerprint_differs(pdf, content, fingerprint)
            return PlanExamined(
                findings=tuple(found),
                is_ours=is_ours,
                sealed_end=seal.end if seal.is_unchanged else 0,
                fingerprint=fingerprint,
                printed=pdf_printed.in_metadata(pdf),
                attachments=held,
                parts=parts,
                language=str(pdf.Root.get("/Lang", "")),
                title=str(pdf.docinfo.get("/Title", "")),
            )
    except (pikepdf.PdfError, pikepdf.DataDecodingError, ValueError, RuntimeError, AttributeError, TypeError):
        # What is damaged can be anything; that it is, is what one wants to know.
        state = PlanFinding.CHANGED if seal.is_sealed else PlanFinding.NO_SEAL
        return PlanExamined(
            findings=tuple(dict.fromkeys((*found, Finding(code=PlanFinding.UNREADABLE), Finding(code=state)))),
            is_ours=seal.is_sealed,
        )


def _unreadable(content: bytes) -> Iterator[Finding]:
    """Tell whether *content* can only be read by guessing."""
    import pikepdf  # noqa: PLC0415  brings a large library, only when used

    try:
        with opened(content):
            return
    except pikepdf.PdfError:
        yield Finding(code=PlanFinding.UNREADABLE)


def compared(kept: bytes, parts: Parts) -> tuple[Finding, ...]:
    """Return what is otherwise in a file of these *parts* than in the PDF *kept*."""
    with opened(kept, repairs=True) as pdf:
        return differences(parts_of(pdf), parts)


def _parts_changed(content: bytes, seal: pdf_seal.SealState, manifest: Parts | None, parts: Parts) -> Iterator[Finding]:
    """Tell which parts are not as they were: compared with what was sealed, or else with what the file says it had."""
    if not seal.is_unchanged:
        if manifest is not None:
            yield from differences(manifest, parts)
        return
    if not seal.bytes_added:
        return
    with opened(content[: seal.end], repairs=True) as pdf:
        yield from differences(parts_of(pdf), parts)


def _fingerprint_differs(pdf: pikepdf.Pdf, content: bytes, fingerprint: str) -> Iterator[Finding]:
    if not fingerprint:
        return
    told = pdf_printed.in_metadata(pdf)
    try:
        pages = pdf_printed.strays(content, fingerprint)
    except PagesUnreadable:
        pages = ()
    if (told and fingerprint not in told) or pages:
        yield Finding(code=PlanFinding.FINGERPRINT_DIFFERS, pages=pages)
