"""What the minutes of a workshop are made from, and the small things their parts share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import TypeAlias

from sqlalchemy import Connection, select

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.values import Language, MunicipalityId, ProjectId, RoundItemId, SessionId
from smartstad_desktop.domain.workshop.meeting import HIDDEN, NoteKind, SessionState
from smartstad_desktop.domain.workshop.rehearsals import is_rehearsal
from smartstad_desktop.exchange.documents.document import Cell, Mark, Run
from smartstad_desktop.reads.board import MunicipalityMark
from smartstad_desktop.reads.workshop.replay import Replay, ReplayColumn, replay
from smartstad_desktop.reads.workshop.replay_cards import marks_at
from smartstad_desktop.reads.workshop.results import Outcome, outcome
from smartstad_desktop.reads.workshop.round_items import RoundItem
from smartstad_desktop.reads.workshop.session_history import SessionHistory, past_of, session_history
from smartstad_desktop.reads.workshop.session_rows import Mark as TownMark
from smartstad_desktop.reads.workshop.session_rows import NoteRow, SessionSheet
from smartstad_desktop.reads.workshop.sessions import session as read_session
from smartstad_desktop.storage.tables.programme import Programme
from smartstad_desktop.text.phrases import Phrasebook, phrasebook


@dataclass(frozen=True)
class Material:
    """A session with its rounds as they were counted, and the language it is told in."""

    session: SessionSheet
    rounds: tuple[Outcome, ...]
    replay: Replay | None
    history: SessionHistory
    marks: dict[MunicipalityId, MunicipalityMark]
    phrases: Phrasebook
    is_rehearsal: bool = False

    @property
    def is_draft(self) -> bool:
        """Return whether the workshop has not ended."""
        return self.session.state is not SessionState.ENDED

    @property
    def day(self) -> date | None:
        """Return the day of the session: when it was opened, or when it is to be held."""
        opened = self.session.opened_at
        return self.session.held_on if opened is None else opened.astimezone().date()

    @cached_property
    def decided(self) -> tuple[ReplayColumn, ...]:
        """Return the columns that hold something as the session left them, then what nobody placed."""
        columns = self.replay.frames[-1].columns if self.replay else ()
        if not any(column.cards for column in columns if not column.is_tray):
            return ()
        return tuple(column for column in columns if column.cards)

    @cached_property
    def decided_projects(self) -> frozenset[ProjectId]:
        """Return the projects that were put in a column."""
        return frozenset(card.project for column in self.decided if not column.is_tray for card in column.cards)

    @cached_property
    def items(self) -> dict[RoundItemId, RoundItem]:
        """Return the items of all rounds."""
        return {item.id: item for each in self.rounds for item in each.sheet.items}

    def notes(self, *kinds: NoteKind) -> tuple[NoteRow, ...]:
        """Return what was written down of some kinds, in its order."""
        return tuple(note for note in self.session.notes if note.kind in kinds)

    def explanations(self, project: ProjectId) -> tuple[NoteRow, ...]:
        """Return the reasons and reservations about a project, in whichever round they were given."""
        return tuple(
            note
            for note in self.notes(NoteKind.REASON, NoteKind.RESERVATION)
            if note.round_item is not None
            and note.round_item in self.items
            and self.items[note.round_item].about == project
        )

    @cached_property
    def loose(self) -> tuple[NoteRow, ...]:
        """Return the reasons and reservations that are about the whole, not about an item of a round."""
        return tuple(note for note in self.notes(NoteKind.REASON, NoteKind.RESERVATION) if note.round_item is None)

    def explained(self, note: NoteRow) -> str:
        """Return a reason, or a reservation and whose it is."""
        text = self.noted(note)
        if note.kind is NoteKind.REASON:
            return text
        head = self.phrases.text("Reservation")
        return f"{head}, {note.municipality.name}: {text}" if note.municipality else f"{head}: {text}"

    def noted(self, note: NoteRow) -> str:
        """Return what was written down, and that it was written after the session where it was."""
        ended = self.session.ended_at
        if ended is None or note.at <= ended:
            return note.text
        return f"{note.text} ({self.phrases.text('written afterwards, {day}', day=self.stamp(note.at))})"

    def title(self, item: RoundItem) -> str:
        """Return what an item is called in a document that travels."""
        return self.phrases.text("Confidential project") if item.is_confidential else item.title

    def name(self, municipality: int | None) -> str:
        """Return what a municipality is called."""
        mark = self.marks.get(MunicipalityId(municipality or 0))
        return "" if mark is None else mark.name

    def clock(self, moment: datetime | None) -> str:
        """Return a time of day as it was in the room, with the day when it is another than that of the session."""
        if moment is None:
            return "–"
        return self._hour(moment) if moment.astimezone().date() == self.day else self.stamp(moment)

    def stamp(self, moment: datetime) -> str:
        """Return a moment with its day."""
        return f"{self.phrases.day(moment.astimezone().date())} {self._hour(moment)}"

    def _hour(self, moment: datetime) -> str:
        sign = ":" if self.phrases.language is Language.EN else "."
        return f"{moment.astimezone():%H{sign}%M}"


def material_of(connection: Connection, session: SessionId, language: Language) -> Material:
    """Read what the minutes of a session need.

    Raises:
        RowGone: it has been deleted meanwhile.
    """
    sheet = read_session(connection, session)
    if sheet is None:
        raise RowGone(kind="session", row_id=session)
    marks = marks_at(connection, past_of(connection, session).last_step)
    counted = (outcome(connection, row.id) for row in sheet.rounds)
    return Material(
        session=_called_then(sheet, marks),
        rounds=tuple(_led_then(each, marks) for each in counted if each is not None),
        replay=replay(connection, session),
        history=session_history(connection, session),
        marks=marks,
        phrases=phrasebook(language),
        is_rehearsal=is_rehearsal(str(connection.scalar(select(Programme.uid)) or "")),
    )


_Marks: TypeAlias = Mapping[MunicipalityId, MunicipalityMark]


def _called_then(sheet: SessionSheet, marks: _Marks) -> SessionSheet:
    """Return a session whose seats and notes name municipalities as they were called when it ended."""

    def then(mark: TownMark | None) -> TownMark | None:
        known = None if mark is None else marks.get(mark.id)
        return mark if mark is None or known is None else TownMark(mark.id, known.name, known.letters, known.colour)

    return replace(
        sheet,
        seats=tuple(replace(seat, municipality=then(seat.municipality)) for seat in sheet.seats),
        notes=tuple(replace(note, municipality=then(note.municipality)) for note in sheet.notes),
    )


def _led_then(counted: Outcome, marks: _Marks) -> Outcome:
    """Return a round whose items bear the marks that municipalities had when the session ended."""
    items = tuple(
        replace(item, marks=tuple(marks[each] for each in item.municipalities if each in marks))
        for item in counted.sheet.items
    )
    return replace(counted, sheet=replace(counted.sheet, items=items))


def is_told(outcome: Outcome) -> bool:
    """Return whether the room has seen what a round came to, and is not answering anew."""
    return outcome.sheet.revealed_at is not None and outcome.sheet.phase not in HIDDEN


def paper_mark(mark: MunicipalityMark) -> Mark:
    """Return a municipality's mark for paper."""
    return Mark(mark.letters, mark.colour, mark.name)


def lines(*parts: str) -> Cell:
    """Return a cell with its parts below each other."""
    return Cell((Run("\n".join(part for part in parts if part)),))
