"""What is signed: the archive PDF of a frozen version, with a place for each row of its signature page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.domain.plan.signing import PlanNotFrozenToSign
from smartstad_desktop.domain.values import Language, PlanId
from smartstad_desktop.exchange.documents.document import Document
from smartstad_desktop.exchange.signing.fields import fields_in
from smartstad_desktop.exchange.signing.places import PREFIX, places_in, with_fields
from smartstad_desktop.reads.plan.decision import SignerRow, decision_sheet
from smartstad_desktop.usecases.plan_document.publishing import plan_document
from smartstad_desktop.usecases.signing.kept import kept_files


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningMaterial:
    """A frozen version, who signs it, and what has been signed so far.

    ``base`` is the newest kept file that is the plan itself; ``document`` is what to print when there is none.
    """

    plan: PlanId
    title: str
    version: str
    fingerprint: str
    signers: tuple[SignerRow, ...]
    base: bytes | None = field(repr=False)
    document: Document | None = field(repr=False)

    @property
    def labels(self) -> Mapping[str, str]:
        """Return what each place is called, by the name of its field."""
        return {field_of(row.id): label_of(row) for row in self.signers}


def field_of(signer: int) -> str:
    """Return the name of the field of a row of the signature page."""
    return f"{PREFIX}{signer}"


def label_of(row: SignerRow) -> str:
    """Return what a row of the signature page is called."""
    return ", ".join(part for part in (row.role, row.organisation, row.name) if part)


def signing_material(connection: Connection, plan: PlanId, language: Language, now: datetime) -> SigningMaterial:
    """Return what is signed of a version.

    Raises:
        PlanNotFrozenToSign: it is still a draft.
        RowGone: it has been deleted meanwhile.
    """
    sheet = decision_sheet(connection, plan)
    if sheet.plan.status is PlanStatus.DRAFT:
        raise PlanNotFrozenToSign
    base = next((each.content for each in kept_files(connection, plan) if not each.findings), None)
    return SigningMaterial(
        plan=plan,
        title=sheet.plan.title,
        version=sheet.plan.version,
        fingerprint=sheet.plan.content_hash,
        signers=sheet.signers,
        base=base,
        document=plan_document(connection, plan, language, now) if base is None else None,
    )


def open_places(material: SigningMaterial) -> tuple[SignerRow, ...]:
    """Return the rows of the signature page whose place nobody has signed yet."""
    fields = fields_in(material.base) if material.base is not None else ()
    signed = {each.name for each in fields if each.container is not None}
    return tuple(row for row in material.signers if field_of(row.id) not in signed)


def archive_pages(material: SigningMaterial, print_pages: Callable[[Document], bytes]) -> bytes:
    """Return the plan to sign: as it was kept, else printed anew; safe in a worker."""
    if material.base is not None:
        return material.base
    if material.document is None:
        raise PlanNotFrozenToSign
    return print_pages(material.document)


def ready_to_sign(pages: bytes, labels: Mapping[str, str]) -> bytes:
    """Return *pages* with a field at each of their places; as they are when they have them.

    Raises:
        NoPlacesToSign: they leave no room for signatures.
    """
    return pages if fields_in(pages) else with_fields(pages, places_in(pages, labels))
