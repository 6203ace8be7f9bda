"""The minutes of a workshop: written from what was done, in the moment it ends (domain 3.3 and 3.5)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from smartstad_desktop.domain.values import Language, SessionId
from smartstad_desktop.exchange.documents.document import (
    Block,
    Document,
    Heading,
    KeyFigures,
    KeyValues,
    Manner,
    Section,
    cell,
    paragraph,
)
from smartstad_desktop.reads.programme.programme import programme
from smartstad_desktop.reads.workshop.session_history import Sitting
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.workshop.sessions import quorum_line
from smartstad_desktop.usecases.workshop.minutes_material import Material, material_of
from smartstad_desktop.usecases.workshop.minutes_parts import (
    actions_section,
    agenda_section,
    attendance_section,
    decision_section,
    loose_section,
    parked_section,
    remarks_section,
)
from smartstad_desktop.usecases.workshop.minutes_rounds import round_section

#: The endings of what minutes can be written as.
ENDINGS = (".pdf", ".txt")


def minutes_document(connection: Connection, session: SessionId, language: Language, now: datetime) -> Document:
    """Return the minutes of a session; of one that has not ended as far as it has come.

    Raises:
        RowGone: it has been deleted meanwhile.
    """
    material = material_of(connection, session, language)
    phrases, sheet = material.phrases, material.session
    held = programme(connection)
    kicker = phrases.text("Workshop minutes")
    title = f"{kicker}: {sheet.name}"
    day = "" if material.day is None else phrases.day(material.day)
    return Document(
        title=title,
        language=phrases.language.value,
        subject=" · ".join(part for part in (kicker, sheet.occasion, day) if part),
        author="" if held is None else held.name,
        created=sheet.ended_at or now,
        cover=None,
        contents_title="",
        footer=" · ".join(part for part in (title, day) if part),
        page_label=phrases.text("Page {page} of {pages}", page="{page}", pages="{pages}"),
        sections=_sections(material, title),
        warning=_warning(material),
    )


def _warning(material: Material) -> str:
    if material.is_rehearsal:
        return material.phrases.text("REHEARSAL – this workshop was not held")
    return material.phrases.text("DRAFT – the workshop has not ended") if material.is_draft else ""


def _sections(material: Material, title: str) -> tuple[Section, ...]:
    parts = (
        _opening(material, title),
        decision_section(material),
        loose_section(material),
        actions_section(material),
        *(round_section(material, each) for each in material.rounds),
        remarks_section(material),
        parked_section(material),
        agenda_section(material),
        attendance_section(material),
    )
    return tuple(part for part in parts if part is not None)


def _opening(material: Material, title: str) -> Section:
    phrases, sheet = material.phrases, material.session
    day = "" if material.day is None else phrases.day(material.day)
    pairs = (
        (phrases.text("Occasion"), sheet.occasion),
        (phrases.text("When"), ", ".join(part for part in (day, _times(material)) if part)),
        (phrases.text("Where"), ", ".join(part for part in (sheet.place, label(sheet.format, phrases)) if part)),
        (phrases.text("Purpose"), sheet.purpose),
        (phrases.text("Decision rule"), sheet.decision_rule),
        (phrases.text("Present"), _present(material)),
    )
    blocks: list[Block] = [KeyValues(tuple((name, cell(text)) for name, text in pairs if text), boxed=True)]
    blocks.append(_figures(material))
    note = phrases.text(
        "Municipalities and roles are named, never persons. What is not revealed to the room is not told."
    )
    return Section(Heading(title), (*blocks, paragraph(note, Manner.NOTE)))


def _times(material: Material) -> str:
    """Return from when to when the session was open, also when it was taken up again after its end."""
    sheet = material.session
    if sheet.opened_at is None:
        return ""
    first, *again = material.history.sittings or (Sitting(sheet.opened_at, sheet.ended_at),)
    said = [_span(material, first)]
    said += [material.phrases.text("taken up again {times}", times=_span(material, each)) for each in again]
    return ", ".join(said)


def _span(material: Material, sitting: Sitting) -> str:
    ended = "" if sitting.ended_at is None else material.clock(sitting.ended_at)
    return f"{material.clock(sitting.opened_at)}–{ended}"


def _present(material: Material) -> str:
    phrases, quorum = material.phrases, material.session.quorum
    told = quorum_line(quorum, phrases)
    if quorum.is_met is None:
        return told
    return f"{told}. " + (phrases.text("Quorum is met.") if quorum.is_met else phrases.text("Quorum is not met."))


def _figures(material: Material) -> KeyFigures:
    phrases, quorum = material.phrases, material.session.quorum
    rounds = sum(each.sheet.revealed_at is not None for each in material.rounds)
    placed = len(material.decided_projects)
    return KeyFigures(
        (
            (
                phrases.number(quorum.municipalities_present),
                phrases.plural("municipality present", "municipalities present", quorum.municipalities_present),
            ),
            (
                phrases.number(quorum.persons_present),
                phrases.plural("person present", "persons present", quorum.persons_present),
            ),
            (phrases.number(rounds), phrases.plural("round of voting", "rounds of voting", rounds)),
            (phrases.number(placed), phrases.plural("project placed", "projects placed", placed)),
        )
    )
