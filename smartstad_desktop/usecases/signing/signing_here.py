"""Signing a version here, with the certificate of somebody who signs it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from smartstad_desktop.domain.plan.parts import PlanFileKind
from smartstad_desktop.domain.plan.signing import Appearance, FieldMissing
from smartstad_desktop.domain.values import Language, PlanId
from smartstad_desktop.exchange.documents.document import Document
from smartstad_desktop.exchange.signing.certificates import Identity, identity
from smartstad_desktop.exchange.signing.library import can_sign, require_library
from smartstad_desktop.exchange.signing.making import signed
from smartstad_desktop.exchange.signing.places import places_in
from smartstad_desktop.reads.plan.decision import SignerRow
from smartstad_desktop.text.phrases import Phrasebook, phrasebook
from smartstad_desktop.text.plan.verifying import moment_words
from smartstad_desktop.usecases.plan.files import AttachPlanFile
from smartstad_desktop.usecases.signing.keeping import KeepSignedPlan, told_of
from smartstad_desktop.usecases.signing.material import (
    SigningMaterial,
    archive_pages,
    field_of,
    ready_to_sign,
    signing_material,
)
from smartstad_desktop.usecases.signing.plan_check import PlanVerified, check_plan
from smartstad_desktop.usecases.surroundings import utc_now
from smartstad_desktop.usecases.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningOrder:
    """Who signs, by which certificate, and where the signed file goes; the password is kept nowhere."""

    signer: int
    certificate: Path
    password: str = field(repr=False)
    target: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedHere:
    """A version that somebody has signed here; ``archive`` is what it was before anybody signed."""

    path: Path
    content: bytes
    archive: bytes
    verified: PlanVerified


def make_signed(material: SigningMaterial, order: SigningOrder, book: Phrasebook) -> SignedHere:
    """Sign a version as *order* says, and write the result to its target; safe in a worker.

    The time is the clock of this computer.

    Raises:
        SigningUnavailable: this installation cannot sign.
        RuleError: the certificate may not sign, or the place has been signed.
        FileTrouble: the certificate cannot be read, or the target not written.
    """
    from smartstad_desktop.exchange.documents.pdf.renderer import put  # noqa: PLC0415  half a second of reportlab

    require_library()
    now = utc_now()
    row = next((each for each in material.signers if each.id == order.signer), None)
    if row is None:
        raise FieldMissing(place=order.signer)
    who = identity(order.certificate, order.password, now)
    archive = archive_pages(material, _printed)
    content = signed(
        ready_to_sign(archive, material.labels),
        field_of(order.signer),
        who,
        appearance(row, who, material.fingerprint, now, book),
    )
    put(content, order.target)
    return SignedHere(path=order.target, content=content, archive=archive, verified=check_plan(content, None, (), now))


def check_certificate(certificate: Path, password: str) -> None:
    """Refuse a certificate that cannot sign now.

    Raises:
        SigningUnavailable: this installation cannot sign.
        RuleError: it is not valid now, or may not sign.
        FileTrouble: it cannot be read, or the password does not open it.
    """
    identity(certificate, password, utc_now())


def sign_here(workspace: Workspace, plan: PlanId, order: SigningOrder, language: Language) -> PlanVerified:
    """Sign a version, write the signed file, and keep it with the version.

    Raises:
        SigningUnavailable: this installation cannot sign.
        RuleError: it is a draft, the certificate may not sign, or the place has been signed.
        FileTrouble: the certificate cannot be read, or the target not written.
    """
    material = workspace.read(signing_material, plan, language, workspace.now)
    made = make_signed(material, order, phrasebook(language))
    workspace.run(kept_by(material, made))
    return made.verified


def make_ready(material: SigningMaterial, target: Path) -> bytes:
    """Write the plan to sign elsewhere to *target*, and return the archive PDF it was made of; safe in a worker.

    It has an empty field at each place to sign, where this installation can make them.

    Raises:
        FileTrouble: the target cannot be written.
    """
    from smartstad_desktop.exchange.documents.pdf.renderer import put  # noqa: PLC0415  half a second of reportlab

    archive = archive_pages(material, _printed)
    has_places = can_sign() and bool(places_in(archive, {}))
    put(ready_to_sign(archive, material.labels) if has_places else archive, target)
    return archive


def archive_kept(material: SigningMaterial, archive: bytes, name: str) -> AttachPlanFile:
    """Return the action that keeps the plan as it was before anybody signed."""
    return AttachPlanFile(plan=material.plan, kind=PlanFileKind.ARCHIVE, name=name, content=archive)


def kept_by(material: SigningMaterial, made: SignedHere) -> KeepSignedPlan:
    """Return the action that keeps what was signed here, and the plan as it was before."""
    return KeepSignedPlan(
        plan=material.plan,
        name=made.path.name,
        content=made.content,
        told=told_of(made.verified),
        archive=made.archive if material.base is None else None,
        is_here=True,
    )


def appearance(row: SignerRow, who: Identity, fingerprint: str, now: datetime, book: Phrasebook) -> Appearance:
    """Return what is seen where somebody has signed: who, in which role, for whom, when, and what."""
    role = ", ".join(part for part in (row.role, row.organisation or who.organisation) if part)
    when = book.text("Signed with a certificate {time}", time=moment_words(now, book))
    short = f"{fingerprint[:4]} {fingerprint[4:8]}"
    lines = (role, when, book.text("Fingerprint {digits}", digits=short))
    return Appearance(title=who.name, lines=lines, strokes=_strokes(row.strokes))


def _printed(document: Document) -> bytes:
    from smartstad_desktop.exchange.documents.pdf.renderer import render  # noqa: PLC0415  half a second of reportlab

    return render(document)


def _strokes(written: str) -> tuple[tuple[tuple[float, float], ...], ...]:
    drawn: list[list[list[float]]] = json.loads(written) if written else []
    return tuple(tuple((float(x), float(y)) for x, y in stroke) for stroke in drawn)
