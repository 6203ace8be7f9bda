"""The shareable result of a test as one page that can be handed on (domain 6.7, stage 8)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from smartstad_desktop.domain.testbeds.routines import CaseState
from smartstad_desktop.domain.testbeds.testbed_cases import ConfidentialNotShared
from smartstad_desktop.domain.values import Language
from smartstad_desktop.exchange.documents.document import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    KeyValues,
    Manner,
    Mark,
    Section,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.reads.programme.programme import programme
from smartstad_desktop.reads.testbeds.shared_result import SharedResult, shared_result
from smartstad_desktop.reads.testbeds.testbed_cases import IndicatorRow
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import Phrasebook, phrasebook
from smartstad_desktop.text.testbeds.words import figure, reading_line, span_line


def result_document(connection: Connection, case: int, language: Language, now: datetime) -> Document:
    """Return the result of a test as one page; a draft says so until it is shared.

    Raises:
        RowGone: the test has been deleted meanwhile.
        ConfidentialNotShared: nothing may be told of it.
    """
    result = shared_result(connection, case)
    if result.is_confidential:
        raise ConfidentialNotShared
    phrases = phrasebook(language)
    held = programme(connection)
    kicker = phrases.text("Result of a test")
    day = phrases.day(result.facts.shared_on or now.astimezone().date())
    return Document(
        title=f"{kicker}: {result.title}",
        language=language.value,
        subject=" · ".join(part for part in (kicker, ", ".join(town.name for town in result.towns)) if part),
        author="" if held is None else held.name,
        created=now,
        cover=None,
        contents_title="",
        footer=" · ".join(part for part in ("" if held is None else held.name, kicker, day) if part),
        page_label=phrases.text("Page {page} of {pages}", page="{page}", pages="{pages}"),
        sections=(_page(result, phrases, kicker),),
        warning="" if result.facts.shared_on else phrases.text("DRAFT – not shared yet"),
    )


def _page(result: SharedResult, phrases: Phrasebook, kicker: str) -> Section:
    told = result.facts.result
    blocks: list[Block] = [paragraph(result.what or kicker, Manner.LEAD), _facts(result, phrases)]
    for name in ("result_what", "result_how", "result_cost"):
        if told[name]:
            blocks += [Heading(field_name(name, phrases), 3), paragraph(told[name])]
    if result.facts.indicators:
        blocks += [Heading(phrases.text("What was measured"), 3), _measured(result.facts.indicators, phrases)]
    if result.lesson:
        blocks += [Heading(field_name("lesson", phrases), 3), paragraph(result.lesson)]
    return Section(Heading(result.title), tuple(blocks))


def _facts(result: SharedResult, phrases: Phrasebook) -> KeyValues:
    facts = result.facts
    outcome = label(facts.recommendation, phrases) if facts.recommendation else ""
    if result.state is CaseState.STOPPED:
        outcome = label(result.state, phrases)
    marks = tuple(Mark(town.mark, town.colour, town.name) for town in result.towns)
    pairs: tuple[tuple[str, Cell], ...] = (
        (phrases.text("Municipalities"), cell(", ".join(town.name for town in result.towns), marks=marks)),
        (field_name("testbed_id", phrases), cell(result.testbed)),
        (field_name("tester_id", phrases), cell(result.tester)),
        (phrases.text("When"), cell(span_line(result.starts_on, result.ends_on, phrases))),
        (field_name("hypothesis", phrases), cell(facts.hypothesis)),
        (phrases.text("Came to"), cell(outcome, Tone.STRONG)),
        (field_name("result_contact", phrases), cell(facts.result["result_contact"])),
        (field_name("result_licence", phrases), cell(facts.result["result_licence"])),
    )
    return KeyValues(tuple((name, value) for name, value in pairs if value.text), boxed=True)


def _measured(indicators: tuple[IndicatorRow, ...], phrases: Phrasebook) -> Table:
    columns = (
        Column(phrases.text("Indicator"), 34),
        Column(phrases.text("Before"), 14, Align.RIGHT),
        Column(phrases.text("Target"), 14, Align.RIGHT),
        Column(phrases.text("After"), 14, Align.RIGHT),
        Column(phrases.text("How it went"), 38),
    )
    rows = tuple(
        (
            cell(f"{row.name} ({row.unit})" if row.unit else row.name, Tone.STRONG),
            cell(figure(row.reading.baseline, phrases=phrases)),
            cell(figure(row.reading.target, phrases=phrases)),
            cell(figure(row.reading.result, phrases=phrases)),
            cell(reading_line(row.reading, row.unit, phrases)),
        )
        for row in indicators
    )
    return Table(columns, rows, phrases.text("What was measured"))
