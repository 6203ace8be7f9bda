"""An example of every command about sessions, seats, the agenda, the clock and notes."""

from __future__ import annotations

from datetime import date
from typing import Final

from smartstad_desktop.domain.values import AgendaItemId, MunicipalityId, SeatId, SessionId, SessionNoteId
from smartstad_desktop.domain.workshop.attendance import Spell
from smartstad_desktop.domain.workshop.meeting import AgendaKind, NoteKind, SeatKind
from smartstad_desktop.reads.workshop.session_rows import SessionSheet
from smartstad_desktop.reads.workshop.sessions import session as read_session
from smartstad_desktop.usecases.workshop import agenda, attendance, clock, seats, session_notes, sessions
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.commands.finding import Example, first


def planned(workspace: Workspace) -> SessionId:
    """Return a session that has been planned."""
    made: SessionId = workspace.run(sessions.CreateSession(name="Workshop på prov", preset="priority")).value
    return made


def opened(workspace: Workspace) -> SessionId:
    """Return a session that goes on."""
    session = planned(workspace)
    workspace.run(sessions.OpenSession(session=session))
    return session


def _ended(workspace: Workspace) -> SessionId:
    session = opened(workspace)
    workspace.run(agenda.GoToAgendaItem(item=_sheet(workspace, session).agenda[0].id))
    workspace.run(sessions.EndSession(session=session))
    return session


def _sheet(workspace: Workspace, session: SessionId) -> SessionSheet:
    sheet = workspace.read(read_session, session)
    assert sheet is not None
    return sheet


def _seats(workspace: Workspace) -> tuple[SeatId, ...]:
    return tuple(seat.id for seat in _sheet(workspace, planned(workspace)).seats[:2])


def _there(workspace: Workspace) -> tuple[SeatId, ...]:
    found = _seats(workspace)
    workspace.run(seats.Arrive(seats=found))
    return found


def _items(workspace: Workspace, session: SessionId | None = None) -> tuple[AgendaItemId, ...]:
    return tuple(row.id for row in _sheet(workspace, session or planned(workspace)).agenda)


def _running(workspace: Workspace) -> SessionId:
    session = opened(workspace)
    workspace.run(agenda.GoToAgendaItem(item=_items(workspace, session)[0]))
    return session


def _notes(workspace: Workspace) -> tuple[SessionNoteId, ...]:
    session = planned(workspace)
    return tuple(
        workspace.run(session_notes.AddNote(session=session, kind=NoteKind.PARKED, text=text)).value
        for text in ("Vem äger mätdata?", "Vem sköter driften?")
    )


def _corrected(workspace: Workspace) -> attendance.CorrectAttendance:
    return attendance.CorrectAttendance(seat=_seats(workspace)[0], spells=(Spell(workspace.now),))


EXAMPLES: Final[dict[str, Example]] = {
    "CreateSession": lambda _: sessions.CreateSession(name="Workshop 3", preset="priority", held_on=date(2026, 12, 1)),
    "EditSession": lambda w: sessions.EditSession(
        session=planned(w), changes={"name": "Workshop 4", "format": "hybrid", "quorum_persons": 9}
    ),
    "DuplicateSession": lambda w: sessions.DuplicateSession(session=_ended(w), name="En gång till"),
    "DeleteSessions": lambda w: sessions.DeleteSessions(sessions=(_ended(w), planned(w))),
    "OpenSession": lambda w: sessions.OpenSession(session=planned(w)),
    "EndSession": lambda w: sessions.EndSession(session=_running(w)),
    "ReopenSession": lambda w: sessions.ReopenSession(session=_ended(w)),
    "AddSeats": lambda w: seats.AddSeats(
        session=planned(w),
        seats=(
            seats.NewSeat(municipality=MunicipalityId(first(w, "municipality")), label="Digitaliseringschef"),
            seats.NewSeat(label="Handledare", kind=SeatKind.OBSERVER),
        ),
    ),
    "EditSeat": lambda w: seats.EditSeat(seat=_seats(w)[0], changes={"label": "Enhetschef", "kind": "observer"}),
    "RemoveSeats": lambda w: seats.RemoveSeats(seats=_there(w)),
    "Arrive": lambda w: seats.Arrive(seats=_seats(w)),
    "Leave": lambda w: seats.Leave(seats=_there(w)),
    "CorrectAttendance": _corrected,
    "AddAgendaItem": lambda w: agenda.AddAgendaItem(
        session=planned(w), title="Bensträckare", minutes=5, kind=AgendaKind.BREAK
    ),
    "EditAgendaItem": lambda w: agenda.EditAgendaItem(
        item=_items(w)[0], changes={"title": "Inledning", "minutes": 15, "kind": "talk", "instruction": "Sitt ner"}
    ),
    "MoveAgendaItem": lambda w: agenda.MoveAgendaItem(item=_items(w)[0]),
    "RemoveAgendaItems": lambda w: agenda.RemoveAgendaItems(items=_items(w)[2:5]),
    "GoToAgendaItem": lambda w: agenda.GoToAgendaItem(item=_items(w, _running(w))[3]),
    "ShortenAgendaItems": lambda w: agenda.ShortenAgendaItems(minutes={_items(w)[6]: 31}),
    "StartClock": lambda w: clock.StartClock(session=opened(w)),
    "PauseClock": lambda w: clock.PauseClock(session=_running(w)),
    "SetClock": lambda w: clock.SetClock(session=_running(w), seconds=300),
    "AddNote": lambda w: session_notes.AddNote(
        session=planned(w), kind=NoteKind.ACTION, text="Skicka listan", owner="Projektledaren", due_on=date(2026, 12, 1)
    ),
    "EditNote": lambda w: session_notes.EditNote(
        note=_notes(w)[0], changes={"text": "Vem äger datan?", "is_done": True}
    ),
    "RemoveNotes": lambda w: session_notes.RemoveNotes(notes=_notes(w)),
}
