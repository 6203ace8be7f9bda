"""The part of the plan document about what is no measure: what was not prioritised, and what is ended."""

from __future__ import annotations

from smartstad_desktop.domain.plan.parts import AsideKind
from smartstad_desktop.exchange.documents.document import (
    Block,
    Cell,
    Column,
    Heading,
    Section,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.reads.plan.asides import AsideRow
from smartstad_desktop.usecases.plan_document.material import Material
from smartstad_desktop.usecases.plan_document.rich import rich_blocks


def aside_section(material: Material) -> Section:
    """Return what was set aside and why, then the stop list; where nothing was, one sentence says so."""
    phrases = material.phrases
    shown = [row for row in material.asides if not row.is_confidential]
    put_off = [row for row in shown if row.kind is AsideKind.NOT_PRIORITISED]
    ended = [row for row in shown if row.kind is AsideKind.STOP]
    blocks: list[Block] = [*rich_blocks(material.plan.not_prioritised, 3)]
    blocks += _put_off(material, put_off)
    if ended:
        blocks += [Heading(phrases.text("Stop list"), 3), _ended(material, ended)]
    if not blocks:
        blocks = [paragraph(phrases.text("Nothing has been set aside."))]
    return Section(Heading(phrases.text("Not prioritised, and why")), tuple(blocks), starts_page=False)


def _put_off(material: Material, rows: list[AsideRow]) -> list[Block]:
    """Return what was not prioritised; what boards hold under “not now” while the plan itself lists nothing."""
    phrases = material.phrases
    named = {row.project for row in rows}
    parked = [row for row in material.evidence.inventory.not_now if row.id not in named]
    if not rows and not parked:
        return []
    columns = (
        Column(phrases.text("Project"), 46),
        Column(phrases.text("Municipality"), 26),
        Column(phrases.text("Why"), 48),
    )
    listed: list[tuple[Cell, ...]] = [
        (cell(row.title, Tone.STRONG), material.named(row.municipality), cell(row.reason or "–")) for row in rows
    ]
    if not rows:
        put_aside = phrases.text("Put aside for now on the board.")
        listed = [(cell(row.title, Tone.STRONG), material.named(row.municipality), cell(put_aside)) for row in parked]
    return [Table(columns, tuple(listed), phrases.text("Projects that the group put aside for now"))]


def _ended(material: Material, rows: list[AsideRow]) -> Table:
    phrases = material.phrases
    columns = (
        Column(phrases.text("What is ended"), 38),
        Column(phrases.text("Municipality"), 24),
        Column(phrases.text("Why"), 34),
        Column(phrases.text("Receiver"), 24),
        Column(phrases.text("Ends"), 18),
    )
    listed = tuple(
        (
            cell(row.title, Tone.STRONG),
            material.named(row.municipality),
            cell(row.reason or "–"),
            cell(row.receiver or "–"),
            cell(row.time or (phrases.day(row.ends_on) if row.ends_on else "–")),
        )
        for row in rows
    )
    return Table(columns, listed, phrases.text("What is ended, why, and who takes over"))
