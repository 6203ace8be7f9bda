"""The rows of the signature page: role, organisation, name in print, place and day, and room for the signature."""

from __future__ import annotations

from smartstad_desktop.exchange.documents.document import Block, SignatureTable
from smartstad_desktop.usecases.plan_document.material import Material


def signatures(material: Material) -> list[Block]:
    """Return the rows for those who sign; the usual ones while nobody has said who."""
    phrases, plan = material.phrases, material.plan
    rows = [(row.organisation, row.role) for row in material.decision.signers]
    if not rows:
        body = plan.deciding_body or phrases.text("Steering group")
        rows = [(body, phrases.text("Chair"))]
        rows += [(row.name, row.chief_title or phrases.text("Chief executive")) for row in material.participating]
    table = SignatureTable(
        headings=(
            phrases.text("Organisation"),
            phrases.text("Role"),
            phrases.text("Name and signature"),
            phrases.text("Date"),
        ),
        rows=tuple(rows),
        caption=phrases.text("Signatures"),
    )
    return [table]
