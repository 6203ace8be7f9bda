"""Workshop sessions as a facilitator plans and holds them: the preset, the times, who is there, and what is refused."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime, timedelta

import pytest

from smartstad_desktop.domain.errors import DomainError, FieldInvalid
from smartstad_desktop.domain.values import BoardId, Language, MunicipalityId, SessionId
from smartstad_desktop.domain.workshop.meeting import (
    AgendaKind,
    Format,
    MinutesInvalid,
    NoteKind,
    SessionNameMissing,
    SessionState,
    WorkshopTextTooLong,
)
from smartstad_desktop.domain.workshop.sessions import (
    NoteEmpty,
    PresetUnknown,
    QuorumInvalid,
    SessionNotOpen,
    TimeInvalid,
)
from smartstad_desktop.domain.workshop.voting import Method, Unit
from smartstad_desktop.reads.workshop.rounds import round_sheet
from smartstad_desktop.reads.workshop.sessions import session as read_session
from smartstad_desktop.reads.workshop.sessions import sessions as read_sessions
from smartstad_desktop.text.workshop.sessions import proposal_line, time_line
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.workshop import seats
from smartstad_desktop.usecases.workshop.agenda import (
    AddAgendaItem,
    EditAgendaItem,
    GoToAgendaItem,
    MoveAgendaItem,
    RemoveAgendaItems,
    ShortenAgendaItems,
)
from smartstad_desktop.usecases.workshop.agenda_presets import presets
from smartstad_desktop.usecases.workshop.clock import PauseClock, SetClock, StartClock
from smartstad_desktop.usecases.workshop.rounds import PlanRound, RepeatRound
from smartstad_desktop.usecases.workshop.session_notes import AddNote, EditNote
from smartstad_desktop.usecases.workshop.sessions import (
    CreateSession,
    DeleteSessions,
    DuplicateSession,
    EditSession,
    EndSession,
    OpenSession,
)
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.sessions import NINE, sheet
from tests.support.workspaces import FixedClock, dump


def test_a_session_from_the_preset_has_seats_agenda_and_rounds(workspace: Workspace, planned: SessionId) -> None:
    made = sheet(workspace, planned)

    assert [seat.municipality and seat.municipality.letters for seat in made.seats] == ["ÄN", "HB", "BÅ"]
    assert [row.minutes for row in made.agenda] == [10, 30, 20, 10, 20, 15, 35, 20, 10, 10]
    assert [row.method for row in made.rounds] == [Method.DOTS, Method.IMPACT_EFFORT, Method.COLUMNS, Method.FIST]
    assert made.agenda[4].round == made.agenda[3].round == made.rounds[0].id
    assert made.agenda[5].round is None
    assert made.decision_rule.startswith("Varje kommun har en röst.")
    assert made.state is SessionState.PLANNED
    commitment = workspace.read(round_sheet, made.rounds[2].id)
    consensus = workspace.read(round_sheet, made.rounds[3].id)
    assert commitment is not None
    assert consensus is not None
    assert commitment.columns == ("Vi leder", "Vi är med", "Vi följer", "Inte vi")
    assert [item.title for item in consensus.items] == ["Hela listan"]


@pytest.mark.parametrize("language", Language)
def test_every_preset_fills_a_session_in_every_language(workspace: Workspace, language: Language) -> None:
    lengths = {"priority": 180, "thematic": 180, "steering": 90, "vision": 180, "onboarding": 60}

    for preset in presets():
        made: SessionId = workspace.run(CreateSession(name="Prov", preset=preset.key, language=language)).value
        agenda = sheet(workspace, made).agenda
        assert sum(row.minutes for row in agenda) == lengths.pop(preset.key) == preset.minutes
        assert [row.title for row in agenda] == [part.title.in_language(language) for part in preset.parts]
        assert all((part.title.sv, part.title.nb, part.title.en) for part in preset.parts)
    assert lengths == {}


def test_the_list_counts_what_each_session_has(workspace: Workspace, planned: SessionId) -> None:
    workspace.run(CreateSession(name="Tom", held_on=date(2026, 12, 1)))
    workspace.run(seats.AddSeats(session=planned, seats=(seats.NewSeat(municipality=MunicipalityId(1)),)))
    full, empty = workspace.read(read_sessions)

    assert (full.name, full.seats, full.municipalities, full.rounds, full.minutes) == ("Workshop 3", 4, 3, 4, 180)
    assert (empty.name, empty.seats, empty.rounds, empty.minutes) == ("Tom", 3, 0, 0)


def test_what_a_session_is_can_be_changed(workspace: Workspace, planned: SessionId) -> None:
    changes = {
        "name": " Workshop 4 ",
        "occasion": "Utvecklingsplan",
        "format": Format.HYBRID,
        "starts_at": "13.30",
        "ends_at": "16",
        "second_language": Language.NB,
        "quorum_municipalities": 2,
    }
    workspace.run(EditSession(session=planned, changes=changes))
    made = sheet(workspace, planned)

    assert (made.name, made.occasion, made.format) == ("Workshop 4", "Utvecklingsplan", Format.HYBRID)
    assert (made.starts_at, made.ends_at, made.second_language) == ("13:30", "16:00", Language.NB)
    assert made.quorum.is_met is False
    assert made.timetable(NINE).late == 30


def test_a_copy_has_the_plan_and_nothing_that_was_said(workspace: Workspace, opened: SessionId) -> None:
    held = sheet(workspace, opened)
    workspace.run(seats.Arrive(seats=(held.seats[0].id,)))
    workspace.run(GoToAgendaItem(item=held.agenda[0].id))
    workspace.run(AddNote(session=opened, kind=NoteKind.REMARK, text="Bra start"))
    workspace.run(RepeatRound(round=held.rounds[0].id))
    copy = sheet(workspace, workspace.run(DuplicateSession(session=opened, name="Igen")).value)

    assert (copy.name, copy.state, copy.held_on, copy.notes) == ("Igen", SessionState.PLANNED, None, ())
    assert [row.title for row in copy.agenda] == [row.title for row in held.agenda]
    assert [row.method for row in copy.rounds] == [row.method for row in held.rounds]
    assert [row.round is None for row in copy.agenda] == [row.round is None for row in held.agenda]
    assert copy.agenda[3].round == copy.rounds[0].id != held.rounds[0].id
    assert not any(seat.spells for seat in copy.seats)
    assert copy.on is None


def test_a_session_opened_on_time_keeps_its_times(workspace: Workspace, planned: SessionId, clock: FixedClock) -> None:
    clock.forward(minutes=7)
    workspace.run(OpenSession(session=planned))
    workspace.run(GoToAgendaItem(item=sheet(workspace, planned).agenda[0].id))
    made = sheet(workspace, planned)

    assert made.state is SessionState.OPEN
    assert made.timetable(clock.now).late == 7
    assert made.timetable(clock.now).ends_at == NINE + timedelta(hours=3)


def test_a_session_opened_another_day_counts_from_then(
    workspace: Workspace, planned: SessionId, clock: FixedClock
) -> None:
    clock.forward(days=2, hours=5, minutes=20)
    workspace.run(OpenSession(session=planned))
    timetable = sheet(workspace, planned).timetable(clock.now)

    assert timetable.slots[0].at == clock.now
    assert timetable.late == 0
    assert timetable.ends_at == clock.now + timedelta(hours=3)


def test_what_is_left_moves_along_and_the_proposal_lets_the_group_catch_up(
    workspace: Workspace, opened: SessionId, clock: FixedClock
) -> None:
    parts = sheet(workspace, opened).agenda
    for part, minutes in zip(parts[:2], (12, 32), strict=False):
        workspace.run(GoToAgendaItem(item=part.id))
        clock.forward(minutes=minutes)
    workspace.run(GoToAgendaItem(item=parts[2].id))
    timetable = sheet(workspace, opened).timetable(clock.now)
    assert timetable.proposal is not None
    title = next(row.title for row in parts if row.id == timetable.proposal.item)
    said = f"{time_line(timetable.late)} {proposal_line(title, timetable.proposal.minutes)}"

    workspace.run(ShortenAgendaItems(minutes={timetable.proposal.item: timetable.proposal.minutes}))

    assert said == "Ni ligger 4 minuter efter. Förslag: korta ”Nytta och insats för de tolv främsta” till 31 minuter."
    assert sheet(workspace, opened).timetable(clock.now).late == 0
    assert sheet(workspace, opened).timetable(clock.now).proposal is None


def test_going_to_a_part_ends_the_one_before_and_going_back_begins_nothing_anew(
    workspace: Workspace, opened: SessionId, clock: FixedClock
) -> None:
    first, second = sheet(workspace, opened).agenda[:2]
    workspace.run(GoToAgendaItem(item=first.id))
    clock.forward(minutes=4)
    workspace.run(GoToAgendaItem(item=second.id))
    clock.forward(minutes=1)
    workspace.run(GoToAgendaItem(item=first.id))
    made = sheet(workspace, opened)

    assert made.on is not None
    assert (made.on.id, made.on.started_at) == (first.id, NINE)
    assert made.agenda[1].ended_at == NINE + timedelta(minutes=5)
    assert made.clock_left(clock.now) == 600


def test_a_session_taken_up_another_day_is_not_a_day_late(
    workspace: Workspace, opened: SessionId, clock: FixedClock
) -> None:
    parts = sheet(workspace, opened).agenda
    workspace.run(GoToAgendaItem(item=parts[0].id))
    clock.forward(minutes=14)
    workspace.run(GoToAgendaItem(item=parts[1].id))
    clock.forward(days=1)
    left = sheet(workspace, opened).timetable(clock.now)
    workspace.run(GoToAgendaItem(item=parts[2].id))
    begun = clock.now
    clock.forward(minutes=23)
    again = sheet(workspace, opened).timetable(clock.now)

    assert left.late == 4
    assert again.late == 3
    assert again.ends_at == begun + timedelta(minutes=140)
    assert sheet(workspace, opened).agenda[1].ended_at == NINE + timedelta(minutes=44)


def test_the_clock_is_right_after_pauses_and_a_restart(
    workspace: Workspace, opened: SessionId, clock: FixedClock
) -> None:
    workspace.run(SetClock(session=opened, seconds=600))
    workspace.run(StartClock(session=opened))
    clock.forward(seconds=100)
    workspace.run(PauseClock(session=opened))
    clock.forward(minutes=30)
    paused = sheet(workspace, opened).clock_left(clock.now)
    workspace.run(StartClock(session=opened))
    clock.forward(seconds=20)
    path = workspace.path
    workspace.close()

    with sqlite3.connect(path) as file:
        started, left = file.execute("SELECT clock_started_at, clock_left_s FROM session").fetchone()

    assert paused == 500
    assert left - (clock.now - datetime.fromisoformat(started)).total_seconds() == 480


def test_agenda_is_planned_by_hand(workspace: Workspace) -> None:
    made: SessionId = workspace.run(CreateSession(name="Egen")).value
    talk = workspace.run(AddAgendaItem(session=made, title="Inledning", minutes=10)).value
    pause = workspace.run(AddAgendaItem(session=made, title="Paus", minutes=15, kind=AgendaKind.BREAK)).value
    vote = workspace.run(AddAgendaItem(session=made, title="Röster", minutes=20, before=pause)).value
    workspace.run(PlanRound(session=made, method=Method.HUNDRED, agenda_item=vote, rules={"unit": Unit.SEAT}))
    workspace.run(EditAgendaItem(item=vote, changes={"kind": AgendaKind.ROUND, "instruction": "Tyst"}))
    workspace.run(MoveAgendaItem(item=talk))
    moved = sheet(workspace, made).agenda
    outcome = workspace.run(MoveAgendaItem(item=talk))
    workspace.run(RemoveAgendaItems(items=(vote,)))
    left = sheet(workspace, made)

    assert [row.title for row in moved] == ["Röster", "Paus", "Inledning"]
    assert outcome.step is None
    assert [row.title for row in left.agenda] == ["Paus", "Inledning"]
    assert [row.method for row in left.rounds] == [Method.HUNDRED]
    assert left.rounds[0].agenda_item is None


def test_notes_stand_where_they_were_said_and_can_be_moved(workspace: Workspace, opened: SessionId) -> None:
    made = sheet(workspace, opened)
    where = made.agenda[1].id
    first = AddNote(
        session=opened,
        kind=NoteKind.ACTION,
        text=" Skicka listan ",
        municipality=MunicipalityId(1),
        agenda_item=where,
        owner="Projektledaren",
        due_on=date(2026, 12, 1),
    )
    one = workspace.run(first).value
    two = workspace.run(AddNote(session=opened, kind=NoteKind.PARKED, text="Vem äger mätdata?")).value
    workspace.run(EditNote(note=one, changes={"is_done": True, "municipality": None}))
    action, parked = sheet(workspace, opened).notes

    assert (parked.id, parked.kind, parked.at) == (two, NoteKind.PARKED, NINE)
    assert (action.text, action.agenda_item, action.owner) == ("Skicka listan", where, "Projektledaren")
    assert (action.is_done, action.municipality, action.due_on) == (True, None, date(2026, 12, 1))


REFUSED: list[tuple[Command, type[DomainError]]] = [
    (CreateSession(name="  "), SessionNameMissing),
    (CreateSession(name="x" * 121), WorkshopTextTooLong),
    (CreateSession(name="Prov", starts_at="halv tio"), TimeInvalid),
    (CreateSession(name="Prov", preset="fest"), PresetUnknown),
    (EditSession(session=SessionId(1), changes={"quorum_persons": 0}), QuorumInvalid),
    (EditSession(session=SessionId(1), changes={"colour": "blue"}), FieldInvalid),
    (EditSession(session=SessionId(1), changes={"board": BoardId(99)}), DomainError),
    (EndSession(session=SessionId(1)), SessionNotOpen),
    (SetClock(session=SessionId(1), seconds=10), SessionNotOpen),
    (AddAgendaItem(session=SessionId(1), title="Lång", minutes=601), MinutesInvalid),
    (AddAgendaItem(session=SessionId(1), title="", minutes=5), SessionNameMissing),
    (AddNote(session=SessionId(1), kind=NoteKind.REMARK, text=" "), NoteEmpty),
    (seats.AddSeats(session=SessionId(1), seats=(seats.NewSeat(),)), SessionNameMissing),
]


@pytest.mark.parametrize(("command", "error"), REFUSED, ids=lambda value: type(value).__name__)
def test_what_does_not_fit_is_refused_and_changes_nothing(
    workspace: Workspace, planned: SessionId, command: Command, error: type[DomainError]
) -> None:
    before = dump(workspace)

    assert planned == SessionId(1)
    with pytest.raises(error):
        workspace.run(command)
    assert dump(workspace) == before


def test_deleted_sessions_leave_nothing_behind(workspace: Workspace, opened: SessionId) -> None:
    workspace.run(seats.Arrive(seats=(sheet(workspace, opened).seats[0].id,)))
    workspace.run(AddNote(session=opened, kind=NoteKind.REMARK, text="Bra start"))
    workspace.run(DeleteSessions(sessions=(opened,)))
    rows = dump(workspace)

    assert not any(
        rows[table] for table in ("session", "seat", "attendance", "agenda_item", "round", "round_item", "session_note")
    )
    assert workspace.read(read_session, opened) is None
