"""The part of the plan document about residents' needs: under their value words, in residents' own words, nameless."""

from __future__ import annotations

from collections import Counter

from smartstad_desktop.domain.needs import NeedSource
from smartstad_desktop.exchange.documents.document import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    Manner,
    Run,
    Section,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.reads.needs import NeedRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.usecases.plan_document.material import Material


def needs_section(material: Material) -> Section | None:
    """Return the needs under their value words, with the measures that answer them; None when nobody was heard."""
    phrases, shown = material.phrases, material.evidence.needs
    if not shown.needs:
        return None
    lead = phrases.plural("{count} need has been gathered.", "{count} needs have been gathered.", len(shown.needs))
    told = " ".join(part for part in (lead, _sources(material), _unanswered(material)) if part)
    blocks: list[Block] = [paragraph(told, Manner.LEAD)]
    groups = [(word.name.in_language(phrases.language), shown.under(word.id)) for word in shown.words]
    groups.append((phrases.text("Under no value word"), shown.under(None)))
    for name, found in groups:
        if found:
            blocks += [Heading(name, 3), _table(material, name, found)]
    return Section(Heading(phrases.text("Residents’ needs")), tuple(blocks), starts_page=False)


def _sources(material: Material) -> str:
    phrases = material.phrases
    counts = Counter(need.source for need in material.evidence.needs.needs if need.source is not None)
    told = ", ".join(f"{label(source, phrases).lower()} {counts[source]}" for source in NeedSource if counts[source])
    note = phrases.text("Quotes are word for word and without names.")
    return f"{phrases.text('How they were heard: {sources}.', sources=told)} {note}" if told else note


def _table(material: Material, name: str, found: tuple[NeedRow, ...]) -> Table:
    phrases = material.phrases
    columns = (
        Column(phrases.text("Need"), 58),
        Column(phrases.text("Target group"), 27),
        Column(phrases.text("Heard in"), 12),
        Column(phrases.text("Times"), 9, Align.RIGHT),
        Column(phrases.text("Measure"), 13),
    )
    rows = tuple(
        (
            _said(need),
            cell(need.target_group or "–"),
            _where(material, need),
            cell("–" if need.mentions is None else phrases.number(need.mentions)),
            cell(_answers(material, need) or "–"),
        )
        for need in found
    )
    return Table(columns, rows, phrases.text("Needs under “{word}”", word=name))


def _where(material: Material, need: NeedRow) -> Cell:
    if need.municipality is None or need.municipality not in material.by_id:
        return cell("–")
    return Cell(marks=(material.mark(need.municipality),))


def _said(need: NeedRow) -> Cell:
    """Return the need as it was put, and the quote under it where there is one."""
    runs = [Run(need.need)] if need.need else []
    if need.quote:
        quoted = need.quote.strip('”“"')
        runs.append(Run(("\n" if runs else "") + f"”{quoted}”", Tone.SOFT))
    return Cell(tuple(runs))


def _answers(material: Material, need: NeedRow) -> str:
    numbers = sorted(material.by_project[each] for each in need.projects if each in material.by_project)
    return ", ".join(str(number) for number in numbers)


def _unanswered(material: Material) -> str:
    needs = material.evidence.needs.needs
    count = sum(not _answers(material, need) for need in needs)
    if not count or not material.measures:
        return ""
    return material.phrases.plural(
        "{count} need is not answered by any measure of this plan.",
        "{count} needs are not answered by any measure of this plan.",
        count,
    )
