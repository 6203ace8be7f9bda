"""The part of the plan document about who leads, joins and watches what."""

from __future__ import annotations

from collections import defaultdict

from smartstad_desktop.domain.plan.plan import CommitmentRole
from smartstad_desktop.exchange.documents.document import (
    Block,
    Column,
    Heading,
    Manner,
    Section,
    Table,
    cell,
    paragraph,
)
from smartstad_desktop.text.labels import label
from smartstad_desktop.usecases.plan_document.material import Material


def commitment_section(material: Material) -> Section:
    """Return one row per municipality with the numbers of its measures by role."""
    phrases = material.phrases
    numbers: dict[int, dict[CommitmentRole, list[str]]] = defaultdict(lambda: defaultdict(list))
    for number, measure in material.measures:
        for row in measure.commitments:
            numbers[row.municipality][row.role].append(str(number))
    heading = Heading(phrases.text("Commitments per municipality"))
    if not numbers:
        told = paragraph(phrases.text("No municipality has committed itself yet."))
        return Section(heading, (told,))
    roles = tuple(CommitmentRole)
    columns = (
        Column(phrases.text("Municipality"), 28),
        *(Column(label(role, phrases), 16) for role in roles),
    )
    rows = tuple(
        (material.named(row.id), *(cell(", ".join(numbers[row.id][role]) or "–") for role in roles))
        for row in material.municipalities
        if row.is_participating or row.id in numbers
    )
    lead = phrases.text("The figures are the numbers of the measures.")
    table = Table(columns, rows, phrases.text("Commitments of each municipality by measure number"))
    blocks: list[Block] = [paragraph(lead, Manner.LEAD), table]
    return Section(heading, tuple(blocks))
