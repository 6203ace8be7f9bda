"""The board of a session on paper before it starts: the meeting goes on by hand when the power fails."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.values import Language, SessionId
from smartstad_desktop.domain.workshop.meeting import NoBoard
from smartstad_desktop.exchange.documents.document import (
    Align,
    Cell,
    Column,
    Document,
    Heading,
    Manner,
    Section,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.reads.board import BoardCards, Card, audience_board
from smartstad_desktop.reads.programme.programme import programme
from smartstad_desktop.reads.workshop.sessions import session as read_session
from smartstad_desktop.text.phrases import Phrasebook, phrasebook
from smartstad_desktop.usecases.workshop.minutes_material import paper_mark


def board_document(connection: Connection, session_id: SessionId, language: Language, now: datetime) -> Document:
    """Return the session's board as a document: each column with its cards and room to write where they go.

    Raises:
        NoBoard: the session has no board to decide on.
        RowGone: the session or its board has been deleted meanwhile.
    """
    session = read_session(connection, session_id)
    if session is None:
        raise RowGone(kind="session", row_id=session_id)
    if session.board is None:
        raise NoBoard
    found = audience_board(connection, session.board)
    if found is None:
        raise RowGone(kind="board", row_id=session.board)
    phrases, held = phrasebook(language), programme(connection)
    title = phrases.text("The board on paper: {name}", name=session.name)
    taken = f"{phrases.day(now.astimezone().date())} {now.astimezone():%H:%M}"
    return Document(
        title=title,
        language=language.value,
        subject=found.board.name,
        author="" if held is None else held.name,
        created=now,
        cover=None,
        contents_title="",
        footer=f"{title} · {taken}",
        page_label=phrases.text("Page {page} of {pages}", page="{page}", pages="{pages}"),
        sections=_sections(found, title, phrases),
    )


def _sections(found: BoardCards, title: str, phrases: Phrasebook) -> tuple[Section, ...]:
    lead = phrases.text("How the board stood when this was printed. Write the new column in the last field.")
    columns = ", ".join(" ".join(part for part in (each.name, each.years) if part) for each in found.columns)
    first = Section(
        Heading(title),
        (
            paragraph(lead, Manner.LEAD),
            paragraph(phrases.text("The columns: {columns}.", columns=columns)),
        ),
    )
    named = [(column.name, column.cards) for column in found.columns]
    named.append((phrases.text("Waiting to be placed"), found.tray))
    number = 0
    sections = [first]
    for name, cards in named:
        blocks = (_table(name, cards, number, phrases),) if cards else (paragraph(phrases.text("Empty.")),)
        sections.append(Section(Heading(name, 2), blocks, starts_page=False))
        number += len(cards)
    return tuple(sections)


def _table(name: str, cards: tuple[Card, ...], before: int, phrases: Phrasebook) -> Table:
    columns = (
        Column(phrases.text("No."), 5, Align.RIGHT),
        Column(phrases.text("Leads"), 8),
        Column(phrases.text("Project"), 54),
        Column(phrases.text("New column"), 32),
    )
    rows = tuple(
        (
            cell(str(number)),
            Cell(marks=tuple(paper_mark(mark) for mark in card.marks[:1])),
            cell(card.title or phrases.text("Confidential project"), Tone.STRONG),
            cell(""),
        )
        for number, card in enumerate(cards, start=before + 1)
    )
    return Table(columns, rows, phrases.text("Projects in “{column}”", column=name))
