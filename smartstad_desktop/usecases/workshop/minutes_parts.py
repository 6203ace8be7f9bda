"""The parts of the minutes about the meeting itself: who came, what was done when, what was decided and noted."""

from __future__ import annotations

from datetime import datetime

from smartstad_desktop.domain.workshop.meeting import AgendaKind, NoteKind, SeatKind
from smartstad_desktop.exchange.documents.document import (
    Align,
    Block,
    BulletList,
    Cell,
    Column,
    Heading,
    Mark,
    Section,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.reads.workshop.replay import ReplayColumn
from smartstad_desktop.reads.workshop.session_rows import AgendaRow, NoteRow, SeatRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.usecases.workshop.minutes_material import Material, lines, paper_mark

_MINUTE = 60


def decision_section(material: Material) -> Section | None:
    """Return the columns as the session left them, with reasons and reservations; None when nothing was placed."""
    if not material.decided:
        return None
    phrases = material.phrases
    blocks: list[Block] = []
    for column in material.decided:
        if column.is_tray:
            titles = ", ".join(card.title or phrases.text("Confidential project") for card in column.cards)
            blocks.append(paragraph(phrases.text("Not placed: {titles}.", titles=titles)))
        else:
            blocks += [Heading(column.name, 3), _decided(material, column)]
    return Section(Heading(phrases.text("What the group decided"), 2), tuple(blocks), starts_page=False)


def _decided(material: Material, column: ReplayColumn) -> Table:
    phrases = material.phrases
    columns = (
        Column(phrases.text("No."), 4, Align.RIGHT),
        Column(phrases.text("Leads"), 9),
        Column(phrases.text("Project"), 40),
        Column(phrases.text("Reasons and reservations"), 48),
    )
    rows: list[tuple[Cell, ...]] = []
    for place, card in enumerate(column.cards, start=1):
        marks = () if card.mark is None else (paper_mark(card.mark),)
        title = card.title or phrases.text("Confidential project")
        told = [material.explained(note) for note in material.explanations(card.project)]
        rows.append((cell(str(place)), Cell(marks=marks), cell(title, Tone.STRONG), lines(*told)))
    caption = phrases.text("Projects in “{column}”", column=column.name)
    return Table(columns, tuple(rows), caption)


def loose_section(material: Material) -> Section | None:
    """Return the reasons and reservations about the whole; None when there are none."""
    if not material.loose:
        return None
    points = tuple(material.explained(note) for note in material.loose)
    heading = Heading(material.phrases.text("Reasons and reservations"), 2)
    return Section(heading, (BulletList(points),), starts_page=False)


def actions_section(material: Material) -> Section | None:
    """Return who does what until when; None when nothing was agreed on."""
    phrases, notes = material.phrases, material.notes(NoteKind.ACTION)
    if not notes:
        return None
    columns = (
        Column(phrases.text("What"), 52),
        Column(phrases.text("Who"), 30),
        Column(phrases.text("Until"), 20),
        Column(phrases.text("Done"), 10),
    )
    rows = tuple(
        (
            cell(material.noted(note), Tone.STRONG),
            cell(note.owner or "–", marks=_marks(note)),
            cell("–" if note.due_on is None else phrases.day(note.due_on)),
            cell(_done(material, note)),
        )
        for note in notes
    )
    table = Table(columns, rows, phrases.text("Action points"))
    return Section(Heading(phrases.text("Action points"), 2), (table,), starts_page=False)


def _done(material: Material, note: NoteRow) -> str:
    """Return whether what a note asks for is done, and the day when that was said after the session."""
    phrases, ended, at = material.phrases, material.session.ended_at, material.history.done.get(note.id)
    if not note.is_done:
        return phrases.text("no")
    if at is None or ended is None or at <= ended:
        return phrases.text("yes")
    return f"{phrases.text('yes')}, {phrases.day(at.astimezone().date())}"


def remarks_section(material: Material) -> Section | None:
    """Return what was remarked, with the part of the agenda it belongs to; None when nothing was."""
    phrases, notes = material.phrases, material.notes(NoteKind.REMARK)
    if not notes:
        return None
    parts = {row.id: row.title for row in material.session.agenda}
    columns = (
        Column(phrases.text("Part of the agenda"), 32),
        Column(phrases.text("Remark"), 68),
    )
    rows = tuple(
        (
            cell(parts.get(note.agenda_item, "–") if note.agenda_item is not None else "–"),
            cell(material.noted(note), marks=_marks(note)),
        )
        for note in notes
    )
    return Section(
        Heading(phrases.text("Remarks"), 2), (Table(columns, rows, phrases.text("Remarks")),), starts_page=False
    )


def parked_section(material: Material) -> Section | None:
    """Return what was put aside for another time; None when nothing was."""
    phrases, notes = material.phrases, material.notes(NoteKind.PARKED)
    if not notes:
        return None
    points = tuple(
        f"{material.noted(note)} ({note.municipality.name})" if note.municipality else material.noted(note)
        for note in notes
    )
    return Section(Heading(phrases.text("Parking lot"), 2), (BulletList(points),), starts_page=False)


def agenda_section(material: Material) -> Section | None:
    """Return the agenda as it went: planned and real times; None when there is none."""
    phrases, agenda = material.phrases, material.session.agenda
    if not agenda:
        return None
    columns = (
        Column(phrases.text("Part"), 50),
        Column(phrases.text("Began"), 12, Align.RIGHT),
        Column(phrases.text("Ended"), 12, Align.RIGHT),
        Column(phrases.text("Planned"), 14, Align.RIGHT),
        Column(phrases.text("Took"), 12, Align.RIGHT),
    )
    rows = tuple(
        (
            cell(row.title, Tone.SOFT if row.kind is AgendaKind.BREAK else Tone.PLAIN),
            cell(material.clock(row.started_at)),
            cell(material.clock(row.ended_at)),
            cell(phrases.text("{minutes} min", minutes=material.history.planned.get(row.id, row.minutes))),
            cell(_took(material, row)),
        )
        for row in agenda
    )
    table = Table(columns, rows, phrases.text("The agenda as it went"))
    return Section(Heading(phrases.text("The agenda as it went"), 2), (table,), starts_page=False)


def _took(material: Material, row: AgendaRow) -> str:
    if row.started_at is None and not material.is_draft:
        return material.phrases.text("not reached")
    if row.started_at is None or row.ended_at is None:
        return "–"
    taken = material.history.taken.get(row.id, row.ended_at - row.started_at)
    minutes = round(taken.total_seconds() / _MINUTE)
    return material.phrases.text("{minutes} min", minutes=minutes)


def attendance_section(material: Material) -> Section | None:
    """Return who was there from when to when, by municipality and role; None when no seat was set."""
    phrases, seats = material.phrases, material.session.seats
    if not seats:
        return None
    columns = (
        Column(phrases.text("Municipality"), 30),
        Column(phrases.text("Role"), 40),
        Column(phrases.text("Present"), 26),
    )
    rows = tuple((_town(seat), cell(_role(material, seat)), cell(_spells(material, seat))) for seat in seats)
    table = Table(columns, rows, phrases.text("Attendance"))
    return Section(Heading(phrases.text("Attendance"), 2), (table,), starts_page=False)


def _town(seat: SeatRow) -> Cell:
    town = seat.municipality
    return cell("–") if town is None else cell(town.name, marks=(Mark(town.letters, town.colour, town.name),))


def _role(material: Material, seat: SeatRow) -> str:
    kind = label(seat.kind, material.phrases).lower() if seat.kind is SeatKind.OBSERVER else ""
    return ", ".join(part for part in (seat.label, kind) if part) or "–"


def _spells(material: Material, seat: SeatRow) -> str:
    phrases, corrected = material.phrases, material.history.corrected.get(seat.id)
    told = ", ".join(f"{material.clock(spell.arrived_at)}–{_left(material, spell.left_at)}" for spell in seat.spells)
    told = told or phrases.text("did not come")
    if corrected is None:
        return told
    return f"{told} ({phrases.text('corrected {day}', day=material.stamp(corrected))})"


def _left(material: Material, moment: datetime | None) -> str:
    return "" if moment is None else material.clock(moment)


def _marks(note: NoteRow) -> tuple[Mark, ...]:
    town = note.municipality
    return () if town is None else (Mark(town.letters, town.colour, town.name),)
