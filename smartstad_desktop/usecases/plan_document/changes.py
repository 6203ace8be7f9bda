"""The part of the plan document about what has changed since the version before: in sentences, and as a table."""

from __future__ import annotations

from smartstad_desktop.exchange.documents.document import (
    Block,
    BulletList,
    Column,
    Heading,
    Manner,
    Section,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.text.plan.changes import change_headings, change_lines, change_rows
from smartstad_desktop.usecases.plan_document.material import Material

_SHARES = (34, 30, 34, 34)


def change_section(material: Material) -> Section | None:
    """Return what has changed; None for a first version."""
    phrases, changes = material.phrases, material.changes
    if changes is None:
        return None
    heading = Heading(phrases.text("Changes since version {version}", version=changes.before))
    blocks: list[Block] = [paragraph(material.plan.change_note, Manner.LEAD)] if material.plan.change_note else []
    blocks.append(BulletList(change_lines(changes, phrases)))
    rows = tuple(
        (cell(row.part, Tone.STRONG), cell(row.what), cell(row.before), cell(row.after))
        for row in change_rows(changes, phrases)
    )
    if rows:
        columns = tuple(
            Column(name, share) for name, share in zip(change_headings(changes, phrases), _SHARES, strict=True)
        )
        caption = phrases.text("Changes since version {version}", version=changes.before)
        blocks += [Heading(phrases.text("Field by field"), 3), Table(columns, rows, caption)]
    return Section(heading, tuple(blocks), starts_page=False)
