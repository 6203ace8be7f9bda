"""The part of the plan document about who plans, and why: the mission, and the municipalities that take part."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.domain.plan.plan import CommitmentRole, years_text
from smartstad_desktop.domain.programme.checks import ProgrammeState, Rule, check_rules
from smartstad_desktop.domain.programme.sizes import SizeClass, size_class
from smartstad_desktop.exchange.documents.document import (
    Align,
    Block,
    BulletList,
    Cell,
    Column,
    Heading,
    KeyValues,
    Manner,
    Section,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.text.phrases import N_
from smartstad_desktop.text.programme.checks import check_words
from smartstad_desktop.usecases.plan_document.material import Material

_RULES: Final = frozenset({Rule.MUNICIPALITIES, Rule.SIZES, Rule.POPULATION})
_SIZES: Final = {
    SizeClass.LARGE: N_("large"),
    SizeClass.MEDIUM: N_("middle-sized"),
    SizeClass.SMALL: N_("small"),
}


def mission_section(material: Material) -> Section:
    """Return the mission, and the municipalities with what the programme asks of how many and how large they are."""
    phrases, programme = material.phrases, material.evidence.programme
    facts = (
        (phrases.text("Programme"), programme.name),
        (phrases.text("Period"), years_text(programme.first_year, programme.last_year)),
        (phrases.text("Host municipality"), programme.host),
        (phrases.text("Responsible"), material.plan.responsible),
        (phrases.text("Part of"), programme.parent_programme),
        (phrases.text("Frame of reference"), programme.reference_framework),
    )
    blocks: list[Block] = [paragraph(programme.purpose, Manner.LEAD)] if programme.purpose else []
    blocks.append(KeyValues(tuple((name, cell(text)) for name, text in facts if text)))
    blocks += _municipalities(material)
    return Section(Heading(phrases.text("Mission and municipalities")), tuple(blocks))


def _municipalities(material: Material) -> list[Block]:
    phrases = material.phrases
    heading = Heading(phrases.text("Participating municipalities"), 3)
    if not material.participating:
        return [heading, paragraph(phrases.text("No municipality takes part yet."))]
    state = ProgrammeState(
        populations=tuple(material.evidence.populations.get(row.id) for row in material.participating),
        least_municipalities=material.evidence.programme.least_municipalities,
    )
    rules = [check for check in check_rules(state) if check.rule in _RULES]
    told = tuple(f"{check_words(check, phrases)}." for check in rules)
    return [heading, *([BulletList(told)] if told else []), _table(material)]


def _table(material: Material) -> Table:
    phrases = material.phrases
    columns = (
        Column(phrases.text("Municipality"), 50),
        Column(phrases.text("Inhabitants"), 18, Align.RIGHT),
        Column(phrases.text("Size class"), 22),
        Column(phrases.text("Leads measures"), 18, Align.RIGHT),
        Column(phrases.text("Joins measures"), 18, Align.RIGHT),
    )
    roles = {
        role: {row.id: 0 for row in material.read.municipalities}
        for role in (CommitmentRole.LEADS, CommitmentRole.JOINS)
    }
    for _number, measure in material.measures:
        for made in measure.commitments:
            if made.role in roles and made.municipality in roles[made.role]:
                roles[made.role][made.municipality] += 1

    def size(population: int | None) -> tuple[Cell, Cell]:
        if population is None:
            return cell("–"), cell("–")
        return cell(phrases.number(population)), cell(phrases.text(_SIZES[size_class(population)]))

    rows = tuple(
        (
            cell(row.name, Tone.STRONG, marks=(material.mark(row.id),)),
            *size(material.evidence.populations.get(row.id)),
            *(cell(phrases.number(counts[row.id]) if counts[row.id] else "–") for counts in roles.values()),
        )
        for row in material.participating
    )
    return Table(columns, rows, phrases.text("Municipalities that take part, with inhabitants and size"))
