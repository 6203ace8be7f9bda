"""The part of the plan document that lists the measures and shows them in time, before the page of each."""

from __future__ import annotations

from smartstad_desktop.exchange.documents.document import (
    Align,
    Block,
    Column,
    Heading,
    Manner,
    Section,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.reads.plan.measure import MeasureRow
from smartstad_desktop.usecases.plan_document.material import Material
from smartstad_desktop.usecases.plan_document.measure_page import measure_page
from smartstad_desktop.usecases.plan_document.rich import plain


def measure_sections(material: Material) -> tuple[Section, ...]:
    """Return the list of all measures, the measures in time, and a page for each."""
    phrases = material.phrases
    title = Heading(phrases.text("Prioritised measures"))
    if not material.measures:
        return (Section(title, (paragraph(phrases.text("The plan has no measures yet.")),)),)
    columns = (
        Column(phrases.text("No."), 5, Align.RIGHT),
        Column(phrases.text("Measure"), 40),
        Column(phrases.text("Owner"), 34),
        Column(phrases.text("Time"), 20),
        Column(phrases.text("Next decision"), 26),
    )
    rows = tuple(
        (
            cell(str(number)),
            cell(measure.title, Tone.STRONG),
            cell(owner(material, measure) or "–"),
            cell(measure.time or "–"),
            cell(plain(measure.next_decision) or "–"),
        )
        for number, measure in material.measures
    )
    listed = Table(columns, rows, phrases.text("All measures of the plan"))
    lead = paragraph(phrases.text("Each measure has a page of its own."), Manner.LEAD)
    blocks: list[Block] = [lead, listed]
    return (
        Section(title, tuple(blocks)),
        *(measure_page(material, number, measure) for number, measure in material.measures),
    )


def owner(material: Material, measure: MeasureRow) -> str:
    """Return who answers for a measure in the line: the unit and its municipality."""
    home = material.by_id.get(measure.owner_municipality) if measure.owner_municipality is not None else None
    parts = [measure.owner]
    if home is not None and home.short_name.casefold() not in measure.owner.casefold():
        parts.append(home.name)
    return ", ".join(part for part in parts if part)
