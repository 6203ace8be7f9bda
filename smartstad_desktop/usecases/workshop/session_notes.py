"""What is written down during a session: remarks, action points, what is parked, reasons and reservations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import select

from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.values import AgendaItemId, MunicipalityId, RoundItemId, SessionId, SessionNoteId
from smartstad_desktop.domain.workshop.meeting import TEXT_LIMIT, NoteKind, SessionEnded, checked
from smartstad_desktop.domain.workshop.sessions import NoteEmpty
from smartstad_desktop.storage.tables.base import Base
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.workshop import AgendaItem, Round, RoundItem, Session, SessionNote
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.sequence import key_before

_SHOWN: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNote:
    """Write something down, last; its value is the note's id. It may be written after the session too.

    ``owner`` is a role, never a person's name.
    """

    session: SessionId
    kind: NoteKind
    text: str
    municipality: MunicipalityId | None = None
    agenda_item: AgendaItemId | None = None
    round_item: RoundItemId | None = None
    owner: str = ""
    due_on: date | None = None

    def execute(self, tx: Transaction) -> SessionNoteId:
        """Write it down.

        Raises:
            FieldInvalid: there are no words, or too many.
        """
        tx.get(Session, self.session)
        row = SessionNote(
            session_id=self.session, at=tx.now.isoformat(), order_key=key_before(_notes(tx, self.session), None)
        )
        fields = ("kind", "text", "municipality", "agenda_item", "round_item", "owner", "due_on")
        _write(tx, row, {field: getattr(self, field) for field in fields})
        tx.session.add(row)
        tx.session.flush()
        tx.describe(title=_line(row))
        return SessionNoteId(row.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditNote:
    """Change what was written down, where it belongs, who sees to it and by when, or whether it is done.

    With ``is_typing``, pieces of one field's text become one step.
    """

    note: SessionNoteId
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.note)

    def execute(self, tx: Transaction) -> None:
        """Change it; what the minutes tell from the session itself can only be said to be done.

        Raises:
            SessionEnded: it was written before the session ended, and something else is to change.
            FieldInvalid: a field does not fit.
        """
        row = tx.get(SessionNote, self.note)
        if not self.changes.keys() <= {"is_done"}:
            _check_is_not_kept(tx, row)
        _write(tx, row, self.changes)
        tx.describe(title=_line(row))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveNotes:
    """Remove notes."""

    notes: tuple[SessionNoteId, ...]

    def execute(self, tx: Transaction) -> None:
        """Remove them.

        Raises:
            SessionEnded: one was written before the session ended; the minutes tell it.
        """
        rows = [tx.get(SessionNote, note) for note in dict.fromkeys(self.notes)]
        for row in rows:
            _check_is_not_kept(tx, row)
        tx.describe(count=len(rows), title=_line(rows[0]) if rows else "")
        for row in rows:
            tx.session.delete(row)


#: What a note can belong to, and the column for it.
_LINKS: Final[Mapping[str, tuple[str, type[Base]]]] = {
    "municipality": ("municipality_id", Municipality),
    "agenda_item": ("agenda_item_id", AgendaItem),
    "round_item": ("round_item_id", RoundItem),
}


def _write(tx: Transaction, row: SessionNote, changes: Mapping[str, Any]) -> None:
    for field, value in changes.items():
        match field:
            case "kind":
                row.kind = NoteKind(value).value
            case "text":
                row.text = checked(value, field, TEXT_LIMIT)
                if not row.text:
                    raise NoteEmpty(field=field)
            case "owner":
                row.owner = checked(value, field)
            case "due_on" | "is_done":
                setattr(row, field, value)
            case "municipality" | "agenda_item" | "round_item":
                column, table = _LINKS[field]
                setattr(row, column, None if value is None else tx.get(table, value).id)
                if value is not None and _session_of(tx, field, value) not in {None, row.session_id}:
                    raise FieldInvalid(field=field)
            case _:
                raise FieldInvalid(field=field)


def _session_of(tx: Transaction, field: str, value: int) -> int | None:
    """Return the session that a link leads to; a municipality belongs to none."""
    match field:
        case "agenda_item":
            return tx.get(AgendaItem, value).session_id
        case "round_item":
            return tx.get(Round, tx.get(RoundItem, value).round_id).session_id
        case _:
            return None


def _check_is_not_kept(tx: Transaction, row: SessionNote) -> None:
    """Refuse to change what was written down before the session ended; what is written afterwards is marked as such."""
    ended = tx.get(Session, row.session_id).ended_at
    if ended is not None and datetime.fromisoformat(row.at) <= datetime.fromisoformat(ended):
        raise SessionEnded


def _notes(tx: Transaction, session: SessionId) -> list[SessionNote]:
    query = select(SessionNote).where(SessionNote.session_id == session)
    return list(tx.session.scalars(query.order_by(SessionNote.order_key, SessionNote.id)))


def _line(row: SessionNote) -> str:
    """Return the note in a short line, for the name of a step."""
    line = " ".join(row.text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"
