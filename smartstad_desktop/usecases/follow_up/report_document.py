"""A steering report or final report as a document: composed from data, with what somebody wrote under each heading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.follow_up.reports import HEADINGS, Heading, ReportKind, ReportState
from smartstad_desktop.domain.values import Language
from smartstad_desktop.exchange.documents import document as doc
from smartstad_desktop.exchange.documents.document import Block, Document, Section, cell, paragraph
from smartstad_desktop.reads.follow_up.kept_material import kept_material
from smartstad_desktop.reads.follow_up.material import ReportMaterial, material
from smartstad_desktop.reads.follow_up.reports import ReportSheet, report_sheet
from smartstad_desktop.reads.programme.programme import ProgrammeFacts, programme
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import Phrasebook, phrasebook
from smartstad_desktop.usecases.follow_up import report_tables as tables

#: The endings of what a report can be written as.
ENDINGS = (".pdf", ".txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Everything a report is made of, and the language it is told in; ``material`` is None where it was not kept."""

    sheet: ReportSheet
    material: ReportMaterial | None
    programme: ProgrammeFacts | None
    phrases: Phrasebook


def report_document(connection: Connection, report: int, language: Language, now: datetime) -> Document:
    """Return a report as a document; one that has not been given is marked as a draft.

    Raises:
        RowGone: it has been deleted meanwhile.
    """
    told = _told(connection, report, language, now.astimezone().date())
    phrases, row = told.phrases, told.sheet.row
    kicker = label(row.kind, phrases)
    name = "" if told.programme is None else told.programme.name
    draft = phrases.text("DRAFT – the report has not been given")
    return Document(
        title=row.title,
        language=language.value,
        subject=" · ".join(part for part in (kicker, _period(told)) if part),
        author=name,
        created=now,
        cover=None,
        contents_title="",
        footer=" · ".join(part for part in (name, row.title) if part),
        page_label=phrases.text("Page {page} of {pages}", page="{page}", pages="{pages}"),
        sections=_sections(told),
        warning="" if row.state is ReportState.GIVEN else draft,
    )


def _told(connection: Connection, report: int, language: Language, today: date) -> Told:
    sheet = report_sheet(connection, report)
    if sheet is None:
        raise RowGone(kind="steering_report", row_id=report)
    row = sheet.row
    # What was given stays as it was told then, whatever the data says since.
    is_given = row.state is ReportState.GIVEN
    return Told(
        sheet=sheet,
        material=kept_material(connection, report)
        if is_given
        else material(connection, row.period_from, row.period_to, today),
        programme=programme(connection),
        phrases=phrasebook(language),
    )


def _sections(told: Told) -> tuple[Section, ...]:
    found = [_opening(told)]
    for heading in HEADINGS[told.sheet.row.kind]:
        if heading is not Heading.SUMMARY:
            composed = () if told.material is None else _composed(told, told.material, heading)
            blocks = (*_own(told, heading), *composed)
            if blocks:
                found.append(Section(doc.Heading(label(heading, told.phrases), 2), blocks, starts_page=False))
    found.append(_figures(told))
    return tuple(found)


def _opening(told: Told) -> Section:
    phrases, row = told.phrases, told.sheet.row
    pairs = (
        (phrases.text("Programme"), "" if told.programme is None else told.programme.name),
        (phrases.text("For"), "" if row.body is None else row.body.in_language(phrases.language)),
        (phrases.text("Period"), _period(told)),
        (phrases.text("Given"), "" if row.given_on is None else phrases.day(row.given_on)),
    )
    blocks: list[Block] = [doc.KeyValues(tuple((name, cell(text)) for name, text in pairs if text), boxed=True)]
    blocks += _own(told, Heading.SUMMARY)
    blocks.append(tables.greatest(told.sheet.figures, phrases))
    if told.material is None:
        blocks.append(paragraph(phrases.text("The lists of this report were not kept when it was given.")))
    elif told.material.parts:
        blocks += [doc.Heading(phrases.text("How the parts stand"), 3), tables.parts(told.material.parts, phrases)]
    return Section(doc.Heading(row.title), tuple(blocks))


def _own(told: Told, heading: Heading) -> tuple[Block, ...]:
    written = told.sheet.texts.get(heading, "")
    return tuple(paragraph(part.strip()) for part in written.split("\n\n") if part.strip())


def _composed(told: Told, found: ReportMaterial, heading: Heading) -> tuple[Block, ...]:
    """Return what the data says under a heading."""
    phrases = told.phrases
    match heading:
        case Heading.DONE:
            return tables.entries(found.done, phrases.text("Done in the period"), phrases)
        case Heading.NEXT:
            return tables.entries(found.coming, phrases.text("Coming"), phrases)
        case Heading.DEVIATIONS:
            late = tables.entries(found.late, phrases.text("Late"), phrases)
            return (*late, *tables.overdue(found.overdue, phrases))
        case Heading.DECISIONS:
            return tables.points(found.asked)
        case Heading.RESOURCES:
            return tables.money(found.money, phrases)
        case Heading.MANDATE:
            return (*tables.points(found.decided), *tables.risks(found.risks, phrases))
        case Heading.SPREAD:
            return tables.results(found.results, phrases)
        case _:
            return ()


def _figures(told: Told) -> Section:
    phrases, sheet = told.phrases, told.sheet
    blocks: list[Block] = []
    if sheet.before is not None:
        since = phrases.text("Since the report “{title}”", title=sheet.before.title)
        if sheet.since:
            blocks += [doc.Heading(since, 3), tables.differences(sheet.since, since, phrases)]
        else:
            blocks.append(paragraph(phrases.text("No figure has changed since “{title}”.", title=sheet.before.title)))
    elif sheet.row.kind is ReportKind.STEERING:
        blocks.append(paragraph(phrases.text("This is the first report, so there is nothing to compare with.")))
    blocks += [doc.Heading(phrases.text("All figures"), 3), tables.figures(sheet.figures, phrases)]
    return Section(doc.Heading(phrases.text("Figures"), 2), tuple(blocks), starts_page=False)


def _period(told: Told) -> str:
    row, phrases = told.sheet.row, told.phrases
    first = "" if row.period_from is None else phrases.day(row.period_from)
    last = "" if row.period_to is None else phrases.day(row.period_to)
    return f"{first} – {last}".strip(" –") if first or last else ""
