"""The organisation as a document: the picture, and each body with its seats in words."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection

from smartstad_desktop.domain.values import Language
from smartstad_desktop.exchange.documents.document import (
    Block,
    Column,
    Document,
    Heading,
    Manner,
    Section,
    Table,
    cell,
    paragraph,
)
from smartstad_desktop.reads.governance.bodies import BodiesShown, BodyRow, bodies_shown
from smartstad_desktop.reads.programme.programme import programme
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import Phrasebook, phrasebook
from smartstad_desktop.usecases.governance.organisation_picture import organisation_picture, seat_line


def organisation_document(connection: Connection, today: date, language: Language, now: datetime) -> Document:
    """Return the organisation on *today*: no e-mail, no phone, and a protected person by title alone."""
    shown, phrases = bodies_shown(connection, today), phrasebook(language)
    held = programme(connection)
    name = "" if held is None else held.name
    title, day = phrases.text("Organisation"), phrases.day(today)
    picture = organisation_picture(shown, phrases).drawing
    return Document(
        title=f"{title}: {name}" if name else title,
        language=language.value,
        subject=title,
        author=name,
        created=now,
        cover=None,
        contents_title="",
        footer=" · ".join(part for part in (name, title, day) if part),
        page_label=phrases.text("Page {page} of {pages}", page="{page}", pages="{pages}"),
        sections=(
            Section(Heading(title), (picture,), starts_page=False),
            *(_section(body, shown, phrases) for body in shown.bodies),
        ),
    )


def _section(body: BodyRow, shown: BodiesShown, phrases: Phrasebook) -> Section:
    name = body.name.in_language(phrases.language)
    parent = shown.body(body.parent) if body.parent is not None else None
    facts = [
        label(body.kind, phrases),
        phrases.text("answers to {body}", body=parent.name.in_language(phrases.language)) if parent else "",
        body.meets,
        phrases.text("open to everybody") if body.is_open else "",
    ]
    blocks: list[Block] = [paragraph(" · ".join(fact for fact in facts if fact), Manner.NOTE)]
    if body.purpose:
        blocks.append(paragraph(body.purpose))
    if body.seats:
        blocks.append(_seats(body, phrases))
    return Section(Heading(name, 2), tuple(blocks), starts_page=False)


def _seats(body: BodyRow, phrases: Phrasebook) -> Table:
    headings = (
        phrases.text("Seat"),
        field_name("role", phrases),
        phrases.text("Who"),
        field_name("appointed_by", phrases),
    )
    return Table(
        columns=tuple(Column(heading, share) for heading, share in zip(headings, (30, 22, 34, 28), strict=True)),
        rows=tuple(
            (
                cell(seat.label),
                cell(label(seat.role, phrases)),
                cell(_who(seat_line(seat, phrases), seat.substitute.name if seat.substitute else "", phrases)),
                cell(seat.appointed_by or "–"),
            )
            for seat in body.seats
        ),
        caption=phrases.text("Seats in {body}", body=body.name.in_language(phrases.language)),
    )


def _who(held: str, substitute: str, phrases: Phrasebook) -> str:
    return f"{held}; {phrases.text('substitute: {name}', name=substitute)}" if substitute else held
