"""The development plan as a document: what to decide first, then the evidence (domain 4.1 and 6.14)."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from smartstad_desktop.domain.plan.plan import PlanStatus, short_print, years_text
from smartstad_desktop.exchange.documents.document import (
    Align,
    Block,
    Cell,
    Column,
    Cover,
    Document,
    Heading,
    KeyFigures,
    KeyValues,
    Manner,
    Paragraph,
    Run,
    Section,
    SignatureTable,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.text.labels import label
from smartstad_desktop.usecases.plan_document.backing import (
    appendix_sections,
    inventory_section,
    not_chosen_section,
    risk_section,
    vision_section,
)
from smartstad_desktop.usecases.plan_document.follow_up import follow_up
from smartstad_desktop.usecases.plan_document.material import Material
from smartstad_desktop.usecases.plan_document.measures import commitment_section, economy_section, measure_sections
from smartstad_desktop.usecases.plan_document.priority import priority_section

#: As many measures as the summary can list on its one page.
_SUMMARISED: Final = 10


def build_plan_document(material: Material, now: datetime) -> Document:
    """Return the document of a version; a frozen one carries the time it was frozen."""
    read, evidence, phrases = material.read, material.evidence, material.phrases
    plan = material.plan
    kicker = _kicker(material)
    parts = [kicker, phrases.text("version {version}", version=plan.version)]
    footer = " · ".join(
        part for part in (", ".join(parts), plan.case_number, short_print(read.fingerprint)[:9]) if part
    )
    return Document(
        title=plan.title,
        language=phrases.language.value,
        subject=kicker,
        author=evidence.host or evidence.programme,
        created=datetime.fromisoformat(plan.frozen_at) if plan.frozen_at else now,
        cover=_cover(material, kicker),
        contents_title=phrases.text("Contents"),
        footer=footer,
        page_label=phrases.text("Page {page} of {pages}", page="{page}", pages="{pages}"),
        sections=_sections(material),
        warning=phrases.text("DRAFT – working material") if material.is_draft else "",
    )


def _sections(material: Material) -> tuple[Section, ...]:
    parts = (
        _decision(material),
        _summary(material),
        vision_section(material),
        inventory_section(material),
        priority_section(material),
        *measure_sections(material),
        commitment_section(material),
        economy_section(material),
        not_chosen_section(material),
        follow_up(material),
        risk_section(material),
        *appendix_sections(material),
        _versions(material),
    )
    return tuple(part for part in parts if part is not None)


def _kicker(material: Material) -> str:
    years = years_text(material.plan.first_year, material.plan.last_year)
    return f"{material.phrases.text('Development plan')} {years}".strip()


def _cover(material: Material, kicker: str) -> Cover:
    phrases, plan = material.phrases, material.plan
    lead = [plan.subtitle or _extent(material)]
    if plan.status is PlanStatus.APPROVED and plan.decided_on:
        lead.append(phrases.text("Approved by the steering group on {day}.", day=phrases.day(plan.decided_on)))
    if material.evidence.is_demo:
        lead.append(phrases.text("Demonstration: projects and sums are invented."))
    status = label(plan.status, phrases).lower()
    facts = (
        (phrases.text("Version"), f"{plan.version}, {status}"),
        (phrases.text("Case number"), plan.case_number),
        (phrases.text("Host municipality"), material.evidence.host),
    )
    seal = phrases.text("Fingerprint of the data {print}", print=short_print(material.read.fingerprint))
    return Cover(
        kicker=kicker,
        title=plan.title,
        lead=" ".join(lead),
        facts=tuple(fact for fact in facts if fact[1]),
        seal=seal,
    )


def _extent(material: Material) -> str:
    phrases = material.phrases
    municipalities = sum(row.is_participating for row in material.municipalities)
    first = phrases.plural("{count} municipality,", "{count} municipalities,", municipalities)
    second = phrases.plural("{count} joint measure.", "{count} joint measures.", len(material.measures))
    return f"{first} {second}"


def _decision(material: Material) -> Section:
    phrases, plan = material.phrases, material.plan
    clauses = plan.clauses or (
        phrases.text("to approve the development plan, version {version}", version=plan.version),
        phrases.text("to recommend that the municipalities adopt the measures according to the list of commitments"),
    )
    pairs = (
        (phrases.text("Decision"), _decided(material)),
        (phrases.text("Clauses"), cell("\n".join(clauses))),
        (phrases.text("Present"), cell(plan.present)),
        (phrases.text("Dissent"), cell(plan.dissent)),
    )
    lead = phrases.text(
        "The steering group approves the plan and recommends that the municipalities adopt their parts."
    )
    binding = phrases.text("A measure binds a municipality when the municipality itself has decided on it.")
    blocks = (
        paragraph(lead, Manner.LEAD),
        KeyValues(tuple(pair for pair in pairs if pair[1].text), boxed=True),
        paragraph(binding, Manner.NOTE),
        _signatures(material),
    )
    return Section(Heading(phrases.text("Decision and signatures")), blocks)


def _signatures(material: Material) -> SignatureTable:
    phrases, plan = material.phrases, material.plan
    body = plan.deciding_body or phrases.text("Steering group")
    signers = [
        (row.name, row.chief_title or phrases.text("Chief executive"))
        for row in material.municipalities
        if row.is_participating
    ]
    return SignatureTable(
        headings=(
            phrases.text("Organisation"),
            phrases.text("Role"),
            phrases.text("Name and signature"),
            phrases.text("Date"),
        ),
        rows=((body, phrases.text("Chair")), *signers),
        caption=phrases.text("Signatures"),
    )


def _decided(material: Material) -> Cell:
    phrases, plan = material.phrases, material.plan
    if plan.status is PlanStatus.DRAFT:
        return cell(phrases.text("Draft, not decided"))
    if plan.decided_on is None:
        return cell(label(plan.status, phrases))
    where = f", {plan.decided_at}" if plan.decided_at else ""
    return Cell((Run(phrases.text("Approved"), Tone.GOOD), Run(f" {phrases.day(plan.decided_on)}{where}")))


def _summary(material: Material) -> Section:
    phrases = material.phrases
    blocks: list[Block] = []
    if material.plan.summary:
        blocks.append(Paragraph((Run(material.plan.summary),)))
    if material.measures:
        blocks += [_figures(material), *_unpriced(material), _overview(material)]
    else:
        blocks.append(paragraph(phrases.text("The plan has no measures yet.")))
    more = len(material.measures) - _SUMMARISED
    if more > 0:
        told = phrases.plural(
            "{count} more measure stands in the part “Prioritised measures”.",
            "{count} more measures stand in the part “Prioritised measures”.",
            more,
        )
        blocks.append(paragraph(told, Manner.NOTE))
    return Section(Heading(phrases.text("Summary")), tuple(blocks))


def _figures(material: Material) -> KeyFigures:
    phrases = material.phrases
    measures = [measure for _, measure in material.measures]
    partners = {mark.name for measure in measures for mark in material.taking_part(measure)}
    one_off = sum(measure.money_one_off or 0 for measure in measures)
    running = sum(measure.money_running or 0 for measure in measures)
    return KeyFigures(
        (
            (phrases.number(len(measures)), phrases.plural("joint measure", "joint measures", len(measures))),
            (phrases.number(len(partners)), phrases.text("municipalities take part")),
            (phrases.short_money(one_off), phrases.text("once")),
            (phrases.short_money(running), phrases.text("per year")),
        )
    )


def _unpriced(material: Material) -> list[Block]:
    """Say how many measures the sums leave out: missing is not zero."""
    unknown = sum("money" in measure.missing for _, measure in material.measures)
    if not unknown:
        return []
    told = material.phrases.plural(
        "{count} measure has no sum yet and is not counted in.",
        "{count} measures have no sum yet and are not counted in.",
        unknown,
    )
    return [paragraph(told, Manner.NOTE)]


def _overview(material: Material) -> Table:
    phrases = material.phrases
    columns = (
        Column(phrases.text("No."), 5, Align.RIGHT),
        Column(phrases.text("Measure"), 42),
        Column(phrases.text("Municipalities"), 54),
        Column(phrases.text("Once"), 20, Align.RIGHT),
        Column(phrases.text("Per year"), 20, Align.RIGHT),
    )

    def amount(kronor: int | None) -> Cell:
        return cell("–" if kronor is None else phrases.short_money(kronor))

    rows = tuple(
        (
            cell(str(number)),
            cell(measure.title, Tone.STRONG),
            Cell(marks=material.taking_part(measure)),
            amount(measure.money_one_off),
            amount(measure.money_running),
        )
        for number, measure in material.measures[:_SUMMARISED]
    )
    return Table(columns, rows, phrases.text("Measures in short"))


def _versions(material: Material) -> Section:
    phrases = material.phrases
    columns = (
        Column(phrases.text("Version"), 14),
        Column(phrases.text("Status"), 24),
        Column(phrases.text("Frozen"), 20),
        Column(phrases.text("Fingerprint"), 42),
    )
    rows = tuple(
        (
            cell(row.version, Tone.STRONG),
            cell(label(row.status, phrases)),
            cell(phrases.day(datetime.fromisoformat(row.frozen_at).date()) if row.frozen_at else "–"),
            cell(short_print(row.content_hash) or "–"),
        )
        for row in material.read.versions
    )
    full = phrases.text(
        "Fingerprint of the text, measures and commitments (SHA-256): {print}", print=material.read.fingerprint
    )
    blocks = (Table(columns, rows, phrases.text("Versions of the plan")), paragraph(full, Manner.NOTE))
    return Section(Heading(phrases.text("Appendix: versions")), blocks, starts_page=False)
