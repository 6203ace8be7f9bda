"""What those who decide at a gate get to read: the question, what is settled and what is missing, on a page or two."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from smartstad_desktop.domain.testbeds.case_way import missing_places
from smartstad_desktop.domain.testbeds.cases import (
    ConfidentialNotWritten,
    NoGateHere,
)
from smartstad_desktop.domain.testbeds.routines import CheckState, GateAnswer, RoutineKind
from smartstad_desktop.domain.values import Language
from smartstad_desktop.exchange.documents.document import (
    Block,
    Column,
    Document,
    Heading,
    KeyValues,
    Manner,
    Section,
    SignatureRow,
    SignatureTable,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.reads.procurement.cases import told_procurement
from smartstad_desktop.reads.programme.programme import programme
from smartstad_desktop.reads.testbeds.case import case_sheet
from smartstad_desktop.reads.testbeds.case_rows import CaseSheet, DecisionRow, PointRow, StageSheet
from smartstad_desktop.text.cases.words import decision_line, gate_lines
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import Phrasebook, phrasebook
from smartstad_desktop.text.procurement.words import secret_line
from smartstad_desktop.text.testbeds.words import span_line


def decision_basis(connection: Connection, case: int, language: Language, now: datetime) -> Document:
    """Return what is needed to decide at the gate that a case stands before.

    Raises:
        RowGone, NoGateHere, ConfidentialNotWritten: there is nothing to decide on, or nothing may be written.
    """
    sheet, left_out = _told(connection, case, language, now)
    stage = sheet.current
    if stage is None or not stage.gate:
        raise NoGateHere
    if sheet.facts.is_confidential:
        raise ConfidentialNotWritten
    phrases = phrasebook(language)
    held = programme(connection)
    kicker = phrases.text("Basis for the decision at {gate}", gate=stage.gate)
    day = phrases.day(now.astimezone().date())
    return Document(
        title=f"{kicker}: {sheet.facts.title}",
        language=language.value,
        subject=kicker,
        author="" if held is None else held.name,
        created=now,
        cover=None,
        contents_title="",
        footer=" · ".join(part for part in ("" if held is None else held.name, sheet.facts.title, day) if part),
        page_label=phrases.text("Page {page} of {pages}", page="{page}", pages="{pages}"),
        sections=(_page(sheet, stage, kicker, phrases, left_out),),
    )


def _told(connection: Connection, case: int, language: Language, now: datetime) -> tuple[CaseSheet, int]:
    """Return a case as it may be told, and how much about tenders was taken out of it."""
    sheet = case_sheet(connection, case, language)
    if sheet.facts.kind is not RoutineKind.PROCUREMENT:
        return sheet, 0
    told = told_procurement(connection, case, language, now.astimezone().date())
    return told.case, told.left_out


def _page(sheet: CaseSheet, stage: StageSheet, kicker: str, phrases: Phrasebook, left_out: int) -> Section:
    facts = sheet.facts
    # What is missing stands in the table.
    title, _missing = gate_lines(stage.gate, sheet.missing, is_last=False, phrases=phrases)
    routine = phrases.text("{routine}, version {version}", routine=facts.routine_name, version=facts.version)
    before = "\n".join(_decided(decision, phrases) for decision in sheet.decisions)
    pairs = (
        (phrases.text("The question"), stage.question),
        (phrases.text("How it stands"), title),
        (field_name("what", phrases), facts.what),
        (field_name("why", phrases), facts.why),
        (phrases.text("When"), span_line(facts.starts_on, facts.ends_on, phrases)),
        (field_name("what_next", phrases), facts.what_next),
        (phrases.text("Decided before"), before),
        (phrases.text("Routine"), routine),
    )
    blocks: list[Block] = [
        paragraph(kicker, Manner.LEAD),
        KeyValues(tuple((name, cell(text)) for name, text in pairs if text), boxed=True),
        *_checks(sheet, phrases),
    ]
    if left_out:
        blocks.append(paragraph(secret_line(left_out, phrases), Manner.NOTE))
    blocks += [Heading(phrases.text("Decision"), 3), *_answers(phrases)]
    return Section(Heading(facts.title), tuple(blocks))


def _decided(decision: DecisionRow, phrases: Phrasebook) -> str:
    told = decision_line(decision.answer, decision.decided_on, decision.decided_by, phrases)
    return ". ".join(part for part in (f"{decision.gate}: {told}", decision.changes, decision.reason) if part)


def _checks(sheet: CaseSheet, phrases: Phrasebook) -> tuple[Block, ...]:
    """Return what the gate asks about: what is missing and what has evidence as a table, the rest in a sentence."""
    ids, gates = [stage.id for stage in sheet.stages], [stage.gate for stage in sheet.stages]
    current = sheet.facts.stage or ids[-1]
    points = [point for place in missing_places(ids, gates, current) for point in sheet.stages[place].points]
    points.sort(key=lambda point: point.state is not CheckState.OPEN)
    told = [point for point in points if point.evidence or point.reason or point.state is CheckState.OPEN]
    rest = ", ".join(f"{point.name[:1].lower()}{point.name[1:]}" for point in points if point not in told)
    blocks: tuple[Block, ...] = (_table(told, phrases),) if told else ()
    return (*blocks, paragraph(phrases.text("Settled without evidence: {points}.", points=rest))) if rest else blocks


def _table(points: list[PointRow], phrases: Phrasebook) -> Table:
    columns = (
        Column(phrases.text("Point of the checklist"), 46),
        Column(phrases.text("Answers for it"), 26),
        Column(phrases.text("Stands"), 16),
        Column(phrases.text("Evidence"), 34),
    )
    rows = tuple(
        (
            cell(point.name, Tone.STRONG if point.state is CheckState.OPEN else Tone.PLAIN),
            cell(", ".join(part for part in (point.role, point.holder) if part) or "–"),
            cell(label(point.state, phrases), Tone.BAD if _is_missing(point) else Tone.PLAIN),
            cell(", ".join(each.name for each in point.evidence) or point.reason or "–"),
        )
        for point in points
    )
    return Table(columns, rows, phrases.text("What the gate asks for"))


def _is_missing(point: PointRow) -> bool:
    return point.is_required and point.state is CheckState.OPEN


def _answers(phrases: Phrasebook) -> tuple[Block, ...]:
    """Return the four answers to choose from, and room for who decides."""
    answers = " / ".join(label(answer, phrases) for answer in GateAnswer)
    who = phrases.text("Who decides")
    headings = (who, phrases.text("Answer"), phrases.text("Reason"), phrases.text("Day and signature"))
    return (
        paragraph(phrases.text("One of: {answers}", answers=answers), Manner.NOTE),
        SignatureTable(headings, (SignatureRow(organisation=""),), who),
    )
