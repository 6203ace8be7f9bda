"""The parts of the plan document about the measures: their pages, who commits to what, and the money."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from smartstad_desktop.domain.plan.plan import CommitmentRole
from smartstad_desktop.exchange.documents.document import (
    Align,
    Badges,
    Bar,
    BarFigure,
    Block,
    Cell,
    Column,
    Heading,
    KeyValues,
    Manner,
    Paragraph,
    Run,
    Section,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.reads.plan.plan import MeasureRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.plan.words import missing_words
from smartstad_desktop.usecases.plan_document.material import Material

#: As many years as fit beside the names; more are added up.
_MOST_YEARS: Final = 6


def measure_sections(material: Material) -> tuple[Section, ...]:
    """Return the list of all measures, and a page for each."""
    phrases = material.phrases
    title = Heading(phrases.text("Prioritised measures"))
    if not material.measures:
        return (Section(title, (paragraph(phrases.text("The plan has no measures yet.")),)),)
    columns = (
        Column(phrases.text("No."), 5, Align.RIGHT),
        Column(phrases.text("Measure"), 36),
        Column(phrases.text("Owner"), 32),
        Column(phrases.text("Time"), 24),
        Column(phrases.text("Next decision"), 26),
    )
    rows = tuple(
        (
            cell(str(number)),
            cell(measure.title, Tone.STRONG),
            cell(measure.owner),
            cell(measure.time),
            cell(measure.next_decision),
        )
        for number, measure in material.measures
    )
    listed = Table(columns, rows, phrases.text("All measures of the plan"))
    lead = paragraph(phrases.text("Each measure has a page of its own."), Manner.LEAD)
    return (Section(title, (lead, listed)), *(_measure(material, *numbered) for numbered in material.measures))


def _measure(material: Material, number: int, measure: MeasureRow) -> Section:
    note = " · ".join(part for part in (measure.band, measure.time) if part)
    blocks: list[Block] = [Badges(material.taking_part(measure), note), KeyValues(_values(material, measure))]
    blocks += _commitments(material, measure)
    blocks += _goals(material, measure)
    blocks += _deviation(material, measure)
    return Section(Heading(f"{number}. {measure.title}", 2), tuple(blocks))


def _values(material: Material, measure: MeasureRow) -> tuple[tuple[str, Cell], ...]:
    phrases = material.phrases
    money = "\n".join(part for part in (material.money(measure), measure.money_source) if part)
    pairs = [
        (phrases.text("Why"), cell(measure.why)),
        (phrases.text("What"), cell(measure.what)),
        (phrases.text("Effect"), cell(measure.effect)),
        (phrases.text("Owner"), cell(measure.owner)),
        (phrases.text("Money"), cell(money)),
        (phrases.text("Risk"), cell(measure.risk)),
        (phrases.text("Next decision"), cell(measure.next_decision)),
    ]
    shown = [(name, value) for name, value in pairs if value.text]
    if material.is_draft and measure.missing:
        shown.append((phrases.text("Still missing"), cell(missing_words(measure.missing, phrases), Tone.SOFT)))
    return tuple(shown)


def _commitments(material: Material, measure: MeasureRow) -> list[Block]:
    phrases = material.phrases
    heading = Heading(phrases.text("Commitments per municipality"), 3)
    if not measure.commitments:
        return [heading, paragraph(phrases.text("No municipality has committed itself yet."))]
    columns = (
        Column(phrases.text("Municipality"), 32),
        Column(phrases.text("Commitment"), 22),
        Column(phrases.text("Year"), 16),
        Column(phrases.text("Budget"), 18, Align.RIGHT),
        Column(phrases.text("Adopted"), 24),
    )
    rows = tuple(
        (
            material.named(row.municipality),
            cell(label(row.role, phrases)),
            cell(row.year or "–"),
            cell("–" if row.budget is None else phrases.short_money(row.budget)),
            cell(row.adoption or _adoption(material, row.role)),
        )
        for row in measure.commitments
    )
    return [
        heading,
        Table(columns, rows, phrases.text("Commitments per municipality in “{title}”", title=measure.title)),
    ]


def _adoption(material: Material, role: CommitmentRole) -> str:
    waits = role in {CommitmentRole.LEADS, CommitmentRole.JOINS}
    return material.phrases.text("waiting") if waits else "–"


def _goals(material: Material, measure: MeasureRow) -> list[Block]:
    """Return how a measure serves the goals, when its project has been weighed against them."""
    phrases = material.phrases
    served = material.evidence.contributions.get(measure.project or 0, ())
    if not served:
        return []
    bars = tuple(Bar(name.in_language(phrases.language), value, phrases.number(value)) for name, value in served)
    told = ", ".join(f"{bar.label} {bar.shown}" for bar in bars)
    return [
        Heading(phrases.text("How it serves the goals"), 3),
        paragraph(
            phrases.text("From 1 (indirectly) to 3 (directly); below zero means that it works against the goal.")
        ),
        BarFigure(bars, phrases.text("Contribution to the goals: {told}", told=told)),
    ]


def _deviation(material: Material, measure: MeasureRow) -> list[Block]:
    if not measure.deviation_reason:
        return []
    heading = Heading(material.phrases.text("Why the group moved it"), 3)
    return [heading, paragraph(measure.deviation_reason)]


def commitment_section(material: Material) -> Section:
    """Return who leads, joins and watches what, one row per municipality."""
    phrases = material.phrases
    numbers: dict[int, dict[CommitmentRole, list[str]]] = defaultdict(lambda: defaultdict(list))
    for number, measure in material.measures:
        for row in measure.commitments:
            numbers[row.municipality][row.role].append(str(number))
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
    return Section(Heading(phrases.text("Commitments per municipality")), (paragraph(lead, Manner.LEAD), table))


def economy_section(material: Material) -> Section | None:
    """Return the budgets that municipalities have committed, per year, or None when there are none."""
    phrases = material.phrases
    sums: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for _, measure in material.measures:
        for row in measure.commitments:
            if row.budget is not None:
                sums[row.municipality][row.year or "–"] += row.budget
    if not sums:
        return None
    years = sorted({year for row in sums.values() for year in row})
    years = years if len(years) <= _MOST_YEARS else []
    columns = (
        Column(phrases.text("Municipality"), 32),
        *(Column(year, 14, Align.RIGHT) for year in years),
        Column(phrases.text("Total"), 16, Align.RIGHT),
    )

    def amounts(found: dict[str, int], tone: Tone = Tone.PLAIN) -> tuple[Cell, ...]:
        shown = [phrases.short_money(found[year]) if year in found else "–" for year in years]
        return (*(cell(text, tone) for text in shown), cell(phrases.short_money(sum(found.values())), Tone.STRONG))

    rows = tuple((material.named(row.id), *amounts(sums[row.id])) for row in material.municipalities if row.id in sums)
    together: dict[str, int] = defaultdict(int)
    for found in sums.values():
        for year, amount in found.items():
            together[year] += amount
    total = (cell(phrases.text("Together"), Tone.STRONG), *amounts(together, Tone.STRONG))
    lead = Paragraph((Run(phrases.text("What the municipalities have set aside for their commitments.")),), Manner.LEAD)
    table = Table(columns, rows, phrases.text("Budget per municipality and year"), total)
    return Section(Heading(phrases.text("Economy")), (lead, table), starts_page=False)
