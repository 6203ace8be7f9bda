"""The part of the plan document about the routines that the municipalities share: testbeds and joint procurement."""

from __future__ import annotations

from smartstad_desktop.exchange.documents.document import (
    Align,
    Block,
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
from smartstad_desktop.reads.plan.plan_evidence import RoutineTold
from smartstad_desktop.text.labels import label
from smartstad_desktop.usecases.plan_document.material import Material


def routine_section(material: Material) -> Section | None:
    """Return which version of each routine is worked by, its stages, and by whom; None without routines."""
    phrases = material.phrases
    if not material.evidence.routines:
        return None
    lead = phrases.text("The municipalities test and buy together in the same way, stage by stage.")
    blocks: list[Block] = [paragraph(lead, Manner.LEAD)]
    for routine in material.evidence.routines:
        blocks += _routine(material, routine)
    return Section(Heading(phrases.text("Shared routines")), tuple(blocks), starts_page=False)


def _routine(material: Material, routine: RoutineTold) -> list[Block]:
    phrases, row = material.phrases, routine.row
    state = label(row.state, phrases).lower()
    since = f", {phrases.day(row.adopted_on)}" if row.adopted_on else ""
    marks = tuple(material.mark(town.id) for town in material.municipalities if town.id in routine.adopters)
    nobody = cell(phrases.text("No municipality has adopted it yet."))
    pairs = (
        (phrases.text("Version"), cell(f"{row.version}, {state}{since}")),
        (phrases.text("Worked by in"), Cell(marks=marks) if marks else nobody),
    )
    return [
        Heading(row.name.in_language(phrases.language), 3),
        KeyValues(pairs),
        *([_stages(material, routine)] if routine.stages else []),
    ]


def _stages(material: Material, routine: RoutineTold) -> Table:
    phrases = material.phrases
    language = phrases.language
    columns = (
        Column(phrases.text("No."), 5, Align.RIGHT),
        Column(phrases.text("Stage"), 40),
        Column(phrases.text("Responsible"), 34),
        Column(phrases.text("Gate"), 44),
        Column(phrases.text("Checklist points"), 14, Align.RIGHT),
    )
    rows = tuple(
        (
            cell(str(number)),
            cell(stage.name.in_language(language), Tone.STRONG),
            cell(stage.responsible.in_language(language) or "–"),
            cell(": ".join(part for part in (stage.gate_key, stage.gate.in_language(language)) if part) or "–"),
            cell(phrases.number(len(stage.points))),
        )
        for number, stage in enumerate(routine.stages, start=1)
    )
    name = routine.row.name.in_language(language)
    return Table(columns, rows, phrases.text("Stages of “{name}”", name=name))
