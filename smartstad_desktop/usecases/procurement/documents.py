"""Papers of a procurement: a summary without what is secret, and the mandate letters that municipalities sign."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from smartstad_desktop.domain.procurement.cases import DAYS
from smartstad_desktop.domain.procurement.procurement import Interest
from smartstad_desktop.domain.testbeds.cases import ConfidentialNotWritten
from smartstad_desktop.domain.testbeds.routines import CaseState
from smartstad_desktop.domain.values import Language
from smartstad_desktop.exchange.documents.document import (
    Align,
    Block,
    BulletList,
    Cell,
    Column,
    Document,
    Heading,
    KeyValues,
    Manner,
    Mark,
    Section,
    SignatureRow,
    SignatureTable,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.reads.procurement.cases import PartyRow, ProcurementSheet, told_procurement
from smartstad_desktop.reads.programme.programme import programme
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import Phrasebook, phrasebook
from smartstad_desktop.text.procurement.words import (
    aggregation,
    amount,
    guidance,
    limit_line,
    no_call_off,
    route_line,
    secret_line,
)


def summary_document(connection: Connection, case: int, language: Language, now: datetime) -> Document:
    """Return what may be told of a procurement on a page or two.

    Raises:
        RowGone: it has been deleted meanwhile.
        ConfidentialNotWritten: nothing may be told of it.
    """
    sheet, phrases = _told(connection, case, language, now), phrasebook(language)
    kicker = phrases.text("Joint procurement")
    return _document(connection, sheet, phrases, now, kicker=kicker, sections=(_summary(sheet, phrases),))


def mandate_letters(connection: Connection, case: int, language: Language, now: datetime) -> Document:
    """Return a letter per municipality that may take part and that another one buys for, ready to be signed.

    Raises:
        RowGone: it has been deleted meanwhile.
        ConfidentialNotWritten: nothing may be told of it.
    """
    sheet, phrases = _told(connection, case, language, now), phrasebook(language)
    asked = [
        each
        for each in sheet.parties
        if each.is_asked and each.interest is not Interest.NO and each.municipality != sheet.case.facts.municipality
    ]
    letters = tuple(_letter(sheet, party, phrases, starts_page=number > 0) for number, party in enumerate(asked)) or (
        Section(Heading(phrases.text("Mandate letters")), (paragraph(phrases.text("Nobody has been asked yet.")),)),
    )
    return _document(connection, sheet, phrases, now, kicker=phrases.text("Mandate letters"), sections=letters)


def _told(connection: Connection, case: int, language: Language, now: datetime) -> ProcurementSheet:
    sheet = told_procurement(connection, case, language, now.astimezone().date())
    if sheet.case.facts.is_confidential:
        raise ConfidentialNotWritten
    return sheet


def _document(
    connection: Connection,
    sheet: ProcurementSheet,
    phrases: Phrasebook,
    now: datetime,
    *,
    kicker: str,
    sections: tuple[Section, ...],
) -> Document:
    held = programme(connection)
    name, day = "" if held is None else held.name, phrases.day(now.astimezone().date())
    return Document(
        title=f"{kicker}: {sheet.case.facts.title}",
        language=phrases.language.value,
        subject=sheet.case.facts.title,
        author=name,
        created=now,
        cover=None,
        contents_title="",
        footer=" · ".join(part for part in (name, kicker, day) if part),
        page_label=phrases.text("Page {page} of {pages}", page="{page}", pages="{pages}"),
        sections=sections,
        warning=phrases.text("DRAFT – working material"),
    )


def _summary(sheet: ProcurementSheet, phrases: Phrasebook) -> Section:
    case, values = sheet.case.facts, sheet.values
    blocks: list[Block] = [paragraph(text, Manner.LEAD) for text in (case.what or case.why,) if text]
    if sheet.is_secret:
        blocks.append(paragraph(secret_line(sheet.left_out, phrases), Manner.NOTE))
    blocks.append(_facts(sheet, phrases))
    blocks += [Heading(phrases.text("Municipalities"), 3), _parties(sheet, phrases)]
    outside = [each.name for each in sheet.parties if sheet.is_locked and each.is_asked and not each.is_party]
    if outside:
        blocks.append(paragraph(no_call_off(outside, phrases), Manner.NOTE))
    blocks += _value(sheet, phrases)
    days = tuple((field_name(name, phrases), cell(phrases.day(values[name]))) for name in DAYS if values[name])
    if days:
        blocks += [Heading(phrases.text("Days"), 3), KeyValues(days)]
    for name in ("requirements", "cost_split", "effect_seen", "supplier_follow_up"):
        if values[name]:
            blocks += [Heading(field_name(name, phrases), 3), paragraph(values[name])]
    if sheet.goals:
        serves = phrases.text("They serve the goals: {names}.", names=", ".join(sheet.goals))
        blocks.append(paragraph(serves, Manner.NOTE))
    return Section(Heading(case.title), tuple(blocks))


def _facts(sheet: ProcurementSheet, phrases: Phrasebook) -> KeyValues:
    case, values = sheet.case.facts, sheet.values
    stage = sheet.case.current
    lead = next((each for each in sheet.parties if each.municipality == case.municipality), None)
    standing = label(case.state, phrases)
    if case.state is CaseState.OPEN and stage is not None:
        standing = phrases.text("Step {number} {name}", number=stage.number, name=stage.name)
    contract = "" if values["awarded_value"] is None else amount(values["awarded_value"], values["currency"], phrases)
    pairs: tuple[tuple[str, Cell], ...] = (
        (phrases.text("Standing"), cell(standing, Tone.STRONG)),
        (phrases.text("Municipality that leads"), cell("" if lead is None else lead.full_name, marks=_marks(lead))),
        (field_name("form", phrases), cell(label(values["form"], phrases) if values["form"] else "")),
        (field_name("category", phrases), cell(label(values["category"], phrases))),
        (field_name("decision_power", phrases), cell(values["decision_power"])),
        (field_name("supplier", phrases), cell(values["supplier"])),
        (field_name("awarded_value", phrases), cell(contract)),
    )
    return KeyValues(tuple((name, value) for name, value in pairs if value.text), boxed=True)


def _parties(sheet: ProcurementSheet, phrases: Phrasebook) -> Table:
    columns = (
        Column(phrases.text("Municipality"), 24),
        Column(field_name("interest", phrases), 20),
        Column(field_name("volume", phrases), 20),
        Column(phrases.text("Value"), 18, Align.RIGHT),
        Column(field_name("mandate", phrases), 20),
    )
    currency = sheet.values["currency"]
    rows = tuple(
        (
            cell(each.name, Tone.STRONG, marks=_marks(each)),
            cell(_standing(each, phrases, is_locked=sheet.is_locked)),
            cell(each.volume),
            cell("–" if each.value is None else amount(each.value, currency, phrases)),
            cell(label(each.mandate, phrases)),
        )
        for each in sheet.parties
        if each.is_asked
    )
    total = (cell(phrases.text("Together"), Tone.STRONG), cell(""), cell(""), cell(""), cell(""))
    summed = cell(amount(sheet.value, currency, phrases), Tone.STRONG)
    return Table(columns, rows, phrases.text("Municipalities"), total=(*total[:3], summed, total[4]))


def _standing(party: PartyRow, phrases: Phrasebook, *, is_locked: bool) -> str:
    if is_locked:
        return phrases.text("Party") if party.is_party else phrases.text("No party")
    return label(party.interest, phrases) if party.interest else phrases.text("has not answered")


def _value(sheet: ProcurementSheet, phrases: Phrasebook) -> list[Block]:
    day = phrases.day(sheet.day)
    unknown = len(sheet.unknown_values)
    lines = [limit_line(each, day, phrases, is_least=unknown > 0) for each in sheet.compared]
    return [
        Heading(phrases.text("Value against the limits"), 3),
        paragraph(route_line(sheet.compared, sheet.value, sheet.values["currency"], phrases, unknown=unknown)),
        BulletList(tuple(lines)),
        paragraph(f"{guidance(phrases)} {aggregation(phrases)}", Manner.NOTE),
    ]


def _letter(sheet: ProcurementSheet, party: PartyRow, phrases: Phrasebook, *, starts_page: bool) -> Section:
    case, values = sheet.case.facts, sheet.values
    lead = next((each.full_name for each in sheet.parties if each.municipality == case.municipality), "……………………")
    text = phrases.text(
        "{name} gives {lead} the mandate to carry out the procurement “{title}” in its name: to publish the notice, "
        "answer questions, receive and evaluate tenders, and decide on the award.",
        name=party.full_name,
        lead=lead,
        title=case.title,
    )
    value = "" if party.value is None else amount(party.value, values["currency"], phrases)
    leave = "" if values["may_leave_until"] is None else phrases.day(values["may_leave_until"])
    pairs = (
        (field_name("what", phrases), case.what or case.title),
        (field_name("volume", phrases), party.volume),
        (field_name("value", phrases), value),
        (field_name("cost_split", phrases), values["cost_split"]),
        (field_name("decision_power", phrases), values["decision_power"]),
        (field_name("may_leave_until", phrases), leave),
        (field_name("contact_role", phrases), party.contact_role),
    )
    told = tuple((name, cell(each or "……………………")) for name, each in pairs)
    bound = phrases.text(
        "The municipality is a party from the notice on and signs its own contract or calls off from the common one. "
        "Tenders are secret until the award has been decided."
    )
    headings = (
        phrases.text("For"),
        phrases.text("Function"),
        phrases.text("Place and day"),
        phrases.text("Signature"),
    )
    signing = SignatureTable(
        headings, (SignatureRow(organisation=party.full_name),), phrases.text("Signature of the mandate letter")
    )
    blocks: tuple[Block, ...] = (
        paragraph(text, Manner.LEAD),
        KeyValues(told, boxed=True),
        paragraph(bound),
        signing,
        paragraph(phrases.text("A template – let a lawyer or procurer read it before it is signed."), Manner.NOTE),
    )
    return Section(
        Heading(phrases.text("Mandate letter from {name}", name=party.full_name)), blocks, starts_page=starts_page
    )


def _marks(party: PartyRow | None) -> tuple[Mark, ...]:
    return () if party is None else (Mark(party.mark, party.colour, party.full_name),)
