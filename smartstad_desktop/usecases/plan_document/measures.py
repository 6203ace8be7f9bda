"""The part of the plan document that lists the measures and shows them in time, before the page of each."""

from __future__ import annotations

from typing import Final

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
from smartstad_desktop.usecases.plan.plan_timeline import PlanSpan, plan_timeline
from smartstad_desktop.usecases.plan_document.material import Material
from smartstad_desktop.usecases.plan_document.measure_page import measure_page
from smartstad_desktop.usecases.plan_document.rich import plain

#: So high a drawing may be to stand on a page under a heading, in points.
_SHEET: Final = 600.0


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
    blocks: list[Block] = [lead, listed, *_deviations(material), *_in_time(material)]
    return (
        Section(title, tuple(blocks)),
        *(measure_page(material, number, measure) for number, measure in material.measures),
    )


def _deviations(material: Material) -> list[Block]:
    """Return which measures stand in another order than they came in with, and why."""
    phrases = material.phrases
    heading = Heading(phrases.text("Deviations from the order"), 3)
    placed = [measure for _, measure in material.measures if measure.workshop_place is not None]
    moved = [(number, measure) for number, measure in material.measures if measure.deviates or measure.deviation_reason]
    if not moved:
        if not placed:
            return []
        return [heading, paragraph(phrases.text("The measures stand in the order that the group gave them."))]
    columns = (
        Column(phrases.text("No."), 5, Align.RIGHT),
        Column(phrases.text("Measure"), 44),
        Column(phrases.text("Place before"), 17, Align.RIGHT),
        Column(phrases.text("Why"), 50),
    )
    rows = tuple(
        (
            cell(str(number)),
            cell(measure.title, Tone.STRONG),
            cell("–" if measure.workshop_place is None else str(measure.workshop_place)),
            cell(measure.deviation_reason or phrases.text("No reason is given yet.")),
        )
        for number, measure in moved
    )
    return [heading, Table(columns, rows, phrases.text("Measures that stand in another place, with reasons"))]


def _in_time(material: Material) -> list[Block]:
    """Return the measures on a line of time; a frozen version has no line for today, so that it never changes."""
    plan = material.plan
    today = material.today if material.is_draft else None
    span = PlanSpan(first_year=plan.first_year, last_year=plan.last_year, today=today)
    drawings = plan_timeline(material.measures, material.municipalities, material.phrases, span, most=_SHEET)
    heading = Heading(material.phrases.text("The measures in time"), 3)
    return [heading, *drawings] if drawings else []


def owner(material: Material, measure: MeasureRow) -> str:
    """Return who answers for a measure in the line: the unit and its municipality."""
    home = material.by_id.get(measure.owner_municipality) if measure.owner_municipality is not None else None
    parts = [measure.owner]
    if home is not None and home.short_name.casefold() not in measure.owner.casefold():
        parts.append(home.name)
    return ", ".join(part for part in parts if part)
