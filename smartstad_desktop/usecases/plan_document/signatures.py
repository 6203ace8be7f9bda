"""The rows of the signature page: role, organisation, name in print, place and day, and room for the signature.

Nothing of a person stands there but name, role and organisation. A name drawn by hand is a picture, and says so.
"""

from __future__ import annotations

from smartstad_desktop.exchange.documents.document import Block, SignatureRow, SignatureTable
from smartstad_desktop.reads.plan.decision import SignerRow
from smartstad_desktop.usecases.plan_document.material import Material


def signatures(material: Material) -> list[Block]:
    """Return the rows for those who sign; the usual ones while nobody has said who."""
    phrases = material.phrases
    table = SignatureTable(
        headings=(
            phrases.text("Organisation"),
            phrases.text("Role"),
            phrases.text("Signature and name in print"),
            phrases.text("Place and day"),
        ),
        rows=tuple(_row(material, row) for row in material.decision.signers) or _usual(material),
        caption=phrases.text("Signatures"),
        drawn=phrases.text("Drawn by hand: a picture that proves nothing by itself."),
    )
    return [table]


def _row(material: Material, row: SignerRow) -> SignatureRow:
    day = material.phrases.day(row.signed_on) if row.signed_on else ""
    return SignatureRow(
        organisation=row.organisation,
        role=row.role,
        name=row.name,
        place_and_day=", ".join(part for part in (row.place, day) if part),
        key=str(row.id),
        strokes=row.strokes,
    )


def _usual(material: Material) -> tuple[SignatureRow, ...]:
    phrases = material.phrases
    body = material.plan.deciding_body or phrases.text("Steering group")
    return (
        SignatureRow(organisation=body, role=phrases.text("Chair")),
        *(
            SignatureRow(organisation=row.name, role=row.chief_title or phrases.text("Chief executive"))
            for row in material.participating
        ),
    )
