"""What a municipality gets to read besides its own: what others share, the plan against the goals, and the risks."""

from __future__ import annotations

from smartstad_desktop.exchange.documents.document import (
    Column,
    Document,
    Heading,
    Manner,
    Section,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.exchange.outgoing.plain_workbook import PlainSheet, Value
from smartstad_desktop.usecases.packages.part import TownPart


def background_sheets(part: TownPart) -> tuple[PlainSheet, ...]:
    """Return the sheets that are sent to be read; one that would be empty is left away."""
    return tuple(sheet for sheet in (_shared(part), _matrix(part), _risks(part)) if sheet.rows)


def shared_document(part: TownPart) -> Document:
    """Return what others share as a document."""
    phrases = part.phrases
    title = phrases.text("Results that others share")
    lead = phrases.text("What others have tried and you can take over")
    columns = (
        Column(phrases.text("Result"), 44),
        Column(phrases.text("From"), 22),
        Column(phrases.text("What can be taken over"), 54),
        Column(phrases.text("Ask"), 34),
    )
    rows = tuple(
        (cell(each.title, Tone.STRONG), cell(each.owner), cell(each.what), cell(each.contact)) for each in part.shared
    )
    blocks = (paragraph(lead, Manner.LEAD), Table(columns, rows, title))
    return part.document(title, title, (Section(Heading(title), blocks),))


def _shared(part: TownPart) -> PlainSheet:
    phrases = part.phrases
    rows = tuple((each.title, each.owner, each.what, each.contact) for each in part.shared)
    headings = (
        phrases.text("Result"),
        phrases.text("From"),
        phrases.text("What can be taken over"),
        phrases.text("Ask"),
    )
    return PlainSheet(phrases.text("What others share"), headings, rows)


def _matrix(part: TownPart) -> PlainSheet:
    """Return the measures against the goals they serve, from −3 to 3."""
    phrases = part.phrases
    goals = {goal.goal: goal.name.in_language(phrases.language) for _n, row in part.measures for goal in row.goals}
    rows: list[tuple[Value, ...]] = []
    for number, measure in part.measures:
        given = {goal.goal: goal.contribution for goal in measure.goals}
        if given:
            rows.append((f"{number}. {measure.title}", *(given.get(goal) for goal in goals)))
    return PlainSheet(phrases.text("Matrix"), (phrases.text("Measure"), *goals.values()), tuple(rows))


def _risks(part: TownPart) -> PlainSheet:
    phrases = part.phrases
    language = phrases.language
    headings = (
        phrases.text("Risk"),
        phrases.text("Likelihood (1–4)"),
        phrases.text("Consequence (1–4)"),
        phrases.text("Weight"),
        phrases.text("Response"),
    )
    rows = tuple(
        (row.name.in_language(language), row.likelihood, row.consequence, row.value, row.response.in_language(language))
        for row in part.risks
    )
    return PlainSheet(phrases.text("Risks"), headings, rows)
