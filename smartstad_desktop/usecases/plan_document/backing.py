"""The parts of the plan document that stand behind the measures: goals, inventory, what was not chosen, risks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from smartstad_desktop.domain.inventory import ProjectKind
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.exchange.documents.document import (
    Align,
    Bar,
    BarFigure,
    Block,
    Cell,
    Column,
    Heading,
    Manner,
    Paragraph,
    Run,
    Section,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.reads.plan.plan import MunicipalityRow
from smartstad_desktop.reads.plan.plan_evidence import InventoryRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.usecases.plan_document.material import Material

#: A product of likelihood and consequence from which a risk is high, and medium (domain 6.13).
_HIGH: Final = 12
_MEDIUM: Final = 6
_KINDS: Final = tuple(kind for kind in ProjectKind if kind is not ProjectKind.EXTERNAL)


def vision_section(material: Material) -> Section | None:
    """Return the vision and the goals, or None when the programme has neither."""
    phrases, evidence = material.phrases, material.evidence
    vision = evidence.vision.in_language(phrases.language)
    blocks: list[Block] = [paragraph(vision, Manner.LEAD)] if vision else []
    if evidence.goals:
        columns = (Column(phrases.text("Goal"), 40), Column(phrases.text("What improves"), 60))
        rows = tuple(
            (
                cell(goal.name.in_language(phrases.language), Tone.PLAIN if goal.depth else Tone.STRONG),
                cell(goal.improvement.in_language(phrases.language)),
            )
            for goal in evidence.goals
        )
        blocks.append(Table(columns, rows, phrases.text("Goals of the programme")))
    return Section(Heading(phrases.text("Target vision and goals")), tuple(blocks)) if blocks else None


def inventory_section(material: Material) -> Section:
    """Return the inventory in figures: how many projects each municipality has, and of which kind."""
    phrases = material.phrases
    ours = [row for row in material.evidence.inventory if row.municipality is not None]
    elsewhere = len(material.evidence.inventory) - len(ours)
    lead = phrases.plural("{count} project in the inventory.", "{count} projects in the inventory.", len(ours))
    if elsewhere:
        more = phrases.plural("{count} example seen elsewhere.", "{count} examples seen elsewhere.", elsewhere)
        lead = f"{lead} {more}"
    blocks: list[Block] = [paragraph(lead, Manner.LEAD), *_left_out(material)]
    if ours:
        blocks += _counts(material, ours)
    return Section(Heading(phrases.text("The inventory in figures")), tuple(blocks))


def _left_out(material: Material) -> list[Block]:
    count = material.evidence.left_out
    if not count:
        return []
    told = material.phrases.plural(
        "{count} confidential item is left out.", "{count} confidential items are left out.", count
    )
    return [paragraph(told, Manner.NOTE)]


def _counts(material: Material, rows: Sequence[InventoryRow]) -> list[Block]:
    phrases = material.phrases
    per_home = Counter(row.municipality for row in rows)
    homes = [row for row in material.municipalities if per_home[row.id]]
    bars = tuple(Bar(row.short_name, per_home[row.id], phrases.number(per_home[row.id])) for row in homes)
    told = ", ".join(f"{bar.label} {bar.shown}" for bar in bars)
    return [
        BarFigure(bars, phrases.text("Projects per municipality: {told}", told=told)),
        _kinds_table(material, rows, homes),
    ]


def _kinds_table(material: Material, rows: Sequence[InventoryRow], homes: Sequence[MunicipalityRow]) -> Table:
    phrases = material.phrases
    counted = Counter((row.municipality, row.kind) for row in rows)
    per_home = Counter(row.municipality for row in rows)
    columns = (
        Column(phrases.text("Municipality"), 30),
        *(Column(label(kind, phrases), 15, Align.RIGHT) for kind in _KINDS),
        Column(phrases.text("Total"), 11, Align.RIGHT),
    )

    def numbers(home: MunicipalityId) -> tuple[Cell, ...]:
        found = [counted[home, kind] for kind in _KINDS]
        return tuple(cell(phrases.number(count) if count else "–") for count in found)

    table = tuple(
        (material.named(row.id), *numbers(row.id), cell(phrases.number(per_home[row.id]), Tone.STRONG)) for row in homes
    )
    kinds = Counter(row.kind for row in rows)
    total = (
        cell(phrases.text("Together"), Tone.STRONG),
        *(cell(phrases.number(kinds[kind]), Tone.STRONG) for kind in _KINDS),
        cell(phrases.number(len(rows)), Tone.STRONG),
    )
    return Table(columns, table, phrases.text("Projects per municipality and kind"), total)


def not_chosen_section(material: Material) -> Section | None:
    """Return what was not prioritised and why, or None when nothing was put aside."""
    phrases, parked = material.phrases, material.evidence.not_now
    why = material.plan.not_prioritised
    if not parked and not why:
        return None
    blocks: list[Block] = [Paragraph((Run(why),))] if why else []
    if parked:
        columns = (Column(phrases.text("Project"), 60), Column(phrases.text("Municipality"), 30))
        rows = tuple(
            (cell(row.title), material.named(row.municipality) if row.municipality is not None else cell("–"))
            for row in parked
        )
        blocks.append(Table(columns, rows, phrases.text("Projects that the group put aside for now")))
    return Section(Heading(phrases.text("Not prioritised, and why")), tuple(blocks), starts_page=False)


def risk_section(material: Material) -> Section | None:
    """Return the programme's risks with their answers, the gravest first, or None when there are none."""
    phrases = material.phrases
    if not material.evidence.risks:
        return None
    columns = (
        Column(phrases.text("Risk"), 44),
        Column(phrases.text("Weight"), 18),
        Column(phrases.text("Response"), 48),
    )
    rows = tuple(
        (
            cell(risk.name.in_language(phrases.language)),
            _weight(material, risk.likelihood * risk.consequence),
            cell(risk.response.in_language(phrases.language)),
        )
        for risk in material.evidence.risks
    )
    lead = phrases.text("Likelihood times consequence, each from 1 to 4; the most is 16.")
    table = Table(columns, rows, phrases.text("Risks with weight and response"))
    return Section(Heading(phrases.text("Risks")), (paragraph(lead, Manner.LEAD), table))


def _weight(material: Material, product: int) -> Cell:
    phrases = material.phrases
    if product >= _HIGH:
        return cell(phrases.text("{number} high", number=product), Tone.BAD)
    if product >= _MEDIUM:
        return cell(phrases.text("{number} medium", number=product), Tone.STRONG)
    return cell(phrases.text("{number} low", number=product))


def appendix_sections(material: Material) -> tuple[Section, ...]:
    """Return the inventory of each municipality, one after the other."""
    phrases = material.phrases
    rows = material.evidence.inventory
    lead = phrases.text("What the municipalities have told about their projects, on the day of the document.")
    title = Section(
        Heading(phrases.text("Appendix: inventory per municipality")),
        (paragraph(lead, Manner.LEAD), *_left_out(material)),
    )
    parts = [(row.name, [found for found in rows if found.municipality == row.id]) for row in material.municipalities]
    parts.append((phrases.text("Seen elsewhere"), [found for found in rows if found.municipality is None]))
    return (title, *(_listed(material, name, found) for name, found in parts if found))


def _listed(material: Material, name: str, rows: Sequence[InventoryRow]) -> Section:
    phrases = material.phrases
    columns = (
        Column(phrases.text("Project"), 44),
        Column(phrases.text("Status"), 20),
        Column(phrases.text("Time"), 32),
        Column(phrases.text("Budget"), 15, Align.RIGHT),
    )
    table = Table(
        columns,
        tuple(
            (
                cell(row.title),
                cell(label(row.status, phrases)),
                cell(material.time(row.start, row.end) or "–"),
                cell("–" if row.budget is None else phrases.short_money(row.budget)),
            )
            for row in sorted(rows, key=lambda row: phrases.sort_key(row.title))
        ),
        phrases.text("Projects of {name}", name=name),
    )
    return Section(Heading(name, 2), (table,), starts_page=False)
