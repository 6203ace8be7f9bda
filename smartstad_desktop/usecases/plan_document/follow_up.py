"""The part of the plan document about what happens after the decision."""

from __future__ import annotations

from smartstad_desktop.exchange.documents.document import (
    Align,
    Block,
    Column,
    Heading,
    Section,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.usecases.plan_document.material import Material
from smartstad_desktop.usecases.plan_document.rich import plain


def follow_up(material: Material) -> Section:
    """Return how the plan is followed up and revised, and what is asked about each measure then."""
    phrases, plan = material.phrases, material.plan
    told = [
        phrases.text("The steering group gets a report at least four times a year: how far each measure has come."),
        phrases.text("The plan is revised once a year. A new version shows what has changed since the one before."),
    ]
    if plan.revise_on is not None:
        told.append(phrases.text("Next revision: {day}.", day=phrases.day(plan.revise_on)))
    blocks: list[Block] = [paragraph(text) for text in told]
    if material.measures:
        blocks.append(_watched(material))
    return Section(Heading(phrases.text("Follow-up and revision")), tuple(blocks), starts_page=False)


def _watched(material: Material) -> Table:
    """Return what is asked about each measure when it is followed up: its effect and its next decision."""
    phrases = material.phrases
    columns = (
        Column(phrases.text("No."), 5, Align.RIGHT),
        Column(phrases.text("Measure"), 40),
        Column(phrases.text("Effect to look for"), 54),
        Column(phrases.text("Next decision"), 32),
    )
    rows = tuple(
        (
            cell(str(number)),
            cell(measure.title, Tone.STRONG),
            cell(plain(measure.effect) or "–"),
            cell(plain(measure.next_decision) or "–"),
        )
        for number, measure in material.measures
    )
    return Table(columns, rows, phrases.text("What is followed up"))
