"""The parts of the plan document about the inventory: its figures, and the list of each municipality."""

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
    Section,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.reads.plan.inventory_evidence import InventoryRow
from smartstad_desktop.reads.plan.plan import MunicipalityRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.usecases.plan_document.material import Material, told_left_out

_KINDS: Final = tuple(kind for kind in ProjectKind if kind is not ProjectKind.EXTERNAL)
#: So many municipalities have a bar each; of more the table alone tells.
_MOST_BARS: Final = 14
#: The themes with the most projects are told.
_THEMES: Final = 8


def inventory_section(material: Material) -> Section:
    """Return the inventory in figures: how many projects each municipality has, of which kind, and about what."""
    phrases, inventory = material.phrases, material.evidence.inventory
    ours = inventory.ours
    elsewhere = len(inventory.rows) - len(ours)
    lead = phrases.plural("{count} project in the inventory.", "{count} projects in the inventory.", len(ours))
    if elsewhere:
        more = phrases.plural("{count} example seen elsewhere.", "{count} examples seen elsewhere.", elsewhere)
        lead = f"{lead} {more}"
    blocks: list[Block] = [paragraph(lead, Manner.LEAD), *told_left_out(material)]
    if ours:
        blocks += _counts(material, ours)
    return Section(Heading(phrases.text("The inventory in figures")), tuple(blocks), starts_page=False)


def _counts(material: Material, rows: Sequence[InventoryRow]) -> list[Block]:
    phrases = material.phrases
    per_home = Counter(row.municipality for row in rows)
    homes = [row for row in material.municipalities if per_home[row.id]]
    found: list[Block] = []
    if len(homes) <= _MOST_BARS:
        bars = tuple(Bar(row.short_name, per_home[row.id], phrases.number(per_home[row.id])) for row in homes)
        found.append(BarFigure(bars, phrases.text("Projects per municipality: {told}", told=_told(bars))))
    found.append(_kinds_table(material, rows, homes))
    themes = material.evidence.inventory.themes[:_THEMES]
    if themes:
        told = ", ".join(f"{name.in_language(phrases.language)} {phrases.number(count)}" for name, count in themes)
        found.append(paragraph(phrases.text("The most common themes: {themes}.", themes=told)))
    return found


def _told(bars: Sequence[Bar]) -> str:
    return ", ".join(f"{bar.label} {bar.shown}" for bar in bars)


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


def inventory_appendix(material: Material) -> tuple[Section, ...]:
    """Return the inventory of each municipality, one after the other."""
    phrases = material.phrases
    rows = material.evidence.inventory.rows
    if not rows:
        return ()
    lead = phrases.text("What the municipalities have told about their projects, on the day of the document.")
    title = Section(
        Heading(phrases.text("Appendix: inventory per municipality")),
        (paragraph(lead, Manner.LEAD), *told_left_out(material)),
    )
    parts = [(row.name, [found for found in rows if found.municipality == row.id]) for row in material.municipalities]
    parts.append((phrases.text("Seen elsewhere"), [found for found in rows if found.municipality is None]))
    return (title, *(_listed(material, name, found) for name, found in parts if found))


def _listed(material: Material, name: str, rows: Sequence[InventoryRow]) -> Section:
    phrases, served = material.phrases, material.evidence.goals.served
    columns = (
        Column(phrases.text("Project"), 46),
        Column(phrases.text("Status"), 18),
        Column(phrases.text("Time"), 30),
        Column(phrases.text("Goals"), 9, Align.RIGHT),
        Column(phrases.text("Budget"), 15, Align.RIGHT),
    )

    def goals(row: InventoryRow) -> str:
        count = sum(value > 0 for value in served.get(row.id, {}).values())
        return phrases.number(count) if count else "–"

    table = Table(
        columns,
        tuple(
            (
                cell(row.title),
                cell(label(row.status, phrases)),
                cell(material.time(row.start, row.end) or "–"),
                cell(goals(row)),
                material.amount(row.budget),
            )
            for row in sorted(rows, key=lambda row: phrases.sort_key(row.title))
        ),
        phrases.text("Projects of {name}", name=name),
    )
    return Section(Heading(name, 3), (table,), starts_page=False)
