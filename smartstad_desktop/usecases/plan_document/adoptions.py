"""The list of adoptions: what each municipality has decided about its part, and whom is waited for."""

from __future__ import annotations

from smartstad_desktop.exchange.documents.document import (
    Block,
    Cell,
    Column,
    Heading,
    Manner,
    Section,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.reads.plan.decision import AdoptionRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.usecases.plan_document.decision import section_sign
from smartstad_desktop.usecases.plan_document.material import Material


def adoption_section(material: Material) -> Section:
    """Return the decisions of the municipalities; those that have not decided stand with an empty row."""
    phrases, rows = material.phrases, material.decision.adoptions
    heading = Heading(phrases.text("List of adoptions"))
    lead = phrases.text("Each municipality decides on its own part; the list is filled in as they do.")
    waiting = [row for row in material.participating if row.id not in {each.municipality for each in rows}]
    blocks: list[Block] = [paragraph(lead, Manner.LEAD)]
    if not rows:
        blocks.append(paragraph(phrases.text("No municipality has decided on its part yet.")))
        return Section(heading, tuple(blocks), starts_page=False)
    columns = (
        Column(phrases.text("Municipality"), 40),
        Column(phrases.text("Decision"), 22),
        Column(phrases.text("Decided by"), 36),
        Column(phrases.text("Day"), 22),
        Column(phrases.text("Case number"), 28),
        Column(phrases.text("Covers measures"), 26),
    )
    if waiting:
        names = ", ".join(row.short_name for row in waiting)
        blocks.append(paragraph(phrases.text("Waited for: {names}.", names=names)))
    listed = sorted(rows, key=lambda row: phrases.sort_key(row.name))
    table = tuple(_row(material, row) for row in listed)
    blocks.append(Table(columns, table, phrases.text("What the municipalities have decided about their parts")))
    return Section(heading, tuple(blocks), starts_page=False)


def _row(material: Material, row: AdoptionRow) -> tuple[Cell, ...]:
    phrases = material.phrases
    numbers = [str(material.numbers[each]) for each in row.measures if each in material.numbers]
    return (
        material.named(row.municipality),
        cell(label(row.outcome, phrases), Tone.STRONG),
        cell(" ".join(part for part in (row.body, row.paragraph and section_sign(row.paragraph)) if part) or "–"),
        cell(phrases.day(row.decided_on) if row.decided_on else "–"),
        cell(row.case_number or "–"),
        cell(", ".join(numbers) or "–"),
    )
