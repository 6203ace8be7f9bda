"""The last pages of the plan: its versions, the files that travel with it, and the print that ties paper to data."""

from __future__ import annotations

from datetime import datetime

from smartstad_desktop.domain.plan.plan import short_print
from smartstad_desktop.exchange.documents.document import (
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
from smartstad_desktop.text.labels import label
from smartstad_desktop.usecases.plan_document.attached import told_attachments
from smartstad_desktop.usecases.plan_document.material import Material


def versions_section(material: Material) -> Section:
    """Return this version and those before it; later ones are no part of it."""
    phrases = material.phrases
    columns = (
        Column(phrases.text("Version"), 13),
        Column(phrases.text("Status"), 20),
        Column(phrases.text("Frozen"), 18),
        Column(phrases.text("What changed"), 46),
        Column(phrases.text("Fingerprint"), 34),
    )
    rows = tuple(
        (
            cell(row.version, Tone.STRONG),
            cell(label(row.status, phrases)),
            cell(phrases.day(datetime.fromisoformat(row.frozen_at).date()) if row.frozen_at else "–"),
            cell(row.change_note or "–"),
            cell(short_print(row.content_hash) or "–"),
        )
        for row in material.read.versions
        if row.id <= material.plan.id
    )
    table = Table(columns, rows, phrases.text("Versions of the plan"))
    return Section(Heading(phrases.text("Appendix: versions")), (table,), starts_page=False)


def attachments_section(material: Material) -> Section:
    """Return the files that travel inside the document, and the print of its data."""
    phrases = material.phrases
    lead = phrases.text("The data that the plan was made of travels inside the PDF and can be opened from there.")
    columns = (Column(phrases.text("File"), 30), Column(phrases.text("What it holds"), 80))
    rows = tuple((cell(name, Tone.STRONG), cell(what)) for name, what in told_attachments(phrases))
    told = phrases.text("Fingerprint of plan.json (SHA-256): {print}", print=material.fingerprint)
    blocks: list[Block] = [
        paragraph(lead, Manner.LEAD),
        Table(columns, rows, phrases.text("Files inside the document")),
        paragraph(told, Manner.NOTE),
    ]
    return Section(Heading(phrases.text("Appendix: attached files")), tuple(blocks), starts_page=False)
