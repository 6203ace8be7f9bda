"""Everything the file knows about one person: the register extract that this person may ask for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select, union

from smartstad_desktop.domain.personal.wanted import Wanted
from smartstad_desktop.exchange.documents.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    KeyValues,
    Manner,
    Section,
    Table,
    cell,
    paragraph,
)
from smartstad_desktop.exchange.file_words import file_holds
from smartstad_desktop.reads.personal.people import PersonShown, people_shown
from smartstad_desktop.reads.personal.traces import HeldSeat, PastTrace, Trace, held_seats, past_traces, traces
from smartstad_desktop.storage.tables.importing import ReceivedFile
from smartstad_desktop.storage.tables.plan_decision import PlanFile
from smartstad_desktop.storage.tables.testbeds import CaseEvidence, StoredFile
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.personal.words import subject_name
from smartstad_desktop.text.phrases import Phrasebook


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTrace:
    """A received file that mentions the person."""

    id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """What the file knows about a person; ``person`` is None for somebody who stands only in texts."""

    wanted: Wanted
    person: PersonShown | None
    seats: tuple[HeldSeat, ...]
    traces: tuple[Trace, ...]
    past: tuple[PastTrace, ...]
    files: tuple[FileTrace, ...]
    #: Names of files that are kept whole, such as minutes, evidence and signed plans: nothing in them can be replaced.
    kept: tuple[str, ...] = ()


def extract(connection: Connection, wanted: Wanted, person: int | None = None) -> Extract:
    """Return everything about a person.

    Raises:
        WantedTooShort: nothing is long enough to look for.
    """
    pattern = wanted.pattern
    found = traces(connection, pattern)
    return Extract(
        wanted=wanted,
        person=next((row for row in people_shown(connection).people if row.id == person), None),
        seats=held_seats(connection, person) if person is not None else (),
        traces=found,
        past=past_traces(connection, pattern),
        files=_files(connection, pattern),
        kept=_kept(connection, pattern),
    )


def _files(connection: Connection, pattern: re.Pattern[str]) -> tuple[FileTrace, ...]:
    query = select(ReceivedFile.id, ReceivedFile.name, ReceivedFile.content).order_by(ReceivedFile.id)
    return tuple(
        FileTrace(id=row.id, name=row.name) for row in connection.execute(query) if file_holds(row.content, pattern)
    )


def _kept(connection: Connection, pattern: re.Pattern[str]) -> tuple[str, ...]:
    names = union(select(PlanFile.name, PlanFile.file_id), select(CaseEvidence.name, CaseEvidence.file_id)).subquery()
    query = select(names.c.name, StoredFile.content).join(StoredFile, StoredFile.id == names.c.file_id)
    return tuple(sorted({row.name for row in connection.execute(query) if file_holds(row.content, pattern)}))


def extract_document(found: Extract, phrases: Phrasebook, now: datetime) -> Document:
    """Return the extract as a document for the person it is about."""
    title = phrases.text("Register extract")
    sections = (
        Section(Heading(title), _facts(found, phrases, now), starts_page=False),
        *_held(found, phrases),
        *_mentions(found, phrases),
        *_history(found, phrases),
    )
    return Document(
        title=f"{title}: {found.wanted.name or found.wanted.email}",
        language=phrases.language.value,
        subject=title,
        author="",
        created=now,
        cover=None,
        contents_title="",
        footer=f"{title} · {phrases.day(now.astimezone().date())}",
        page_label=phrases.text("Page {page} of {pages}", page="{page}", pages="{pages}"),
        sections=tuple(sections),
    )


def _facts(found: Extract, phrases: Phrasebook, now: datetime) -> tuple[Block, ...]:
    looked = " · ".join(part for part in (found.wanted.name, found.wanted.email, found.wanted.phone) if part)
    pairs: list[tuple[str, Cell]] = [
        (phrases.text("Looked for"), cell(looked)),
        (phrases.text("Day"), cell(phrases.day(now.astimezone().date()))),
    ]
    if found.person is not None:
        row = found.person
        pairs += [
            (field_name(name, phrases), cell(value))
            for name, value in (
                ("name", row.name),
                ("role", row.title),
                ("organisation_id", row.home),
                ("email", row.email),
                ("phone", row.phone),
                ("comment", row.comment),
            )
            if value
        ]
    told = phrases.text(
        "This is everything that the programme’s file holds about this person: in the register, in texts, in the "
        "history behind them and in lists that were received."
    )
    return paragraph(told, Manner.LEAD), KeyValues(tuple(pairs), boxed=True)


def _held(found: Extract, phrases: Phrasebook) -> list[Section]:
    if not found.seats:
        return []
    columns = (
        Column(phrases.text("Body"), 34),
        Column(phrases.text("Seat"), 34),
        Column(phrases.text("From"), 16),
        Column(phrases.text("To"), 16),
    )
    rows = tuple(
        (cell(row.body), cell(row.seat), cell(row.valid_from or "–"), cell(row.valid_to or "–")) for row in found.seats
    )
    title = phrases.text("Seats")
    return [Section(Heading(title, 2), (Table(columns, rows, title),), starts_page=False)]


def _mentions(found: Extract, phrases: Phrasebook) -> list[Section]:
    title = phrases.text("Where the name stands")
    blocks: list[Block] = []
    if found.traces:
        columns = (
            Column(phrases.text("Part"), 24),
            Column(phrases.text("Record"), 32),
            Column(phrases.text("Text"), 44),
        )
        rows = tuple(
            (
                cell(subject_name(trace.subject, phrases)),
                cell(trace.record or "–"),
                cell(trace.excerpt),
            )
            for trace in found.traces
        )
        blocks.append(Table(columns, rows, title))
    else:
        blocks.append(paragraph(phrases.text("In no text of the file.")))
    if found.files:
        names = ", ".join(row.name for row in found.files)
        blocks.append(paragraph(phrases.text("In lists that were received: {names}.", names=names)))
    if found.kept:
        names = ", ".join(found.kept)
        blocks.append(paragraph(phrases.text("In files that are kept as they are: {names}.", names=names)))
    return [Section(Heading(title, 2), tuple(blocks), starts_page=False)]


def _history(found: Extract, phrases: Phrasebook) -> list[Section]:
    if not found.past:
        return []
    title = phrases.text("In the history")
    columns = (Column(phrases.text("When"), 30), Column(phrases.text("Part"), 40))
    rows = tuple(
        (cell(phrases.day(step.at.astimezone().date())), cell(subject_name(step.subject, phrases)))
        for step in found.past
    )
    return [Section(Heading(title, 2), (Table(columns, rows, title),), starts_page=False)]
