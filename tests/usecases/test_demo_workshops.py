"""The workshops of the demonstration region: one has ended, one is in the middle of a silent round, one is planned."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import func, select

from smartstad_desktop.domain.values import SessionId
from smartstad_desktop.domain.workshop.meeting import NoteKind, Phase, SessionState
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.reads.workshop.rounds import RoundSheet, Turnout, round_sheet, said
from smartstad_desktop.reads.workshop.session_rows import SessionSheet
from smartstad_desktop.reads.workshop.sessions import sessions as read_sessions
from smartstad_desktop.storage.tables.workshop import Snapshot
from smartstad_desktop.text.workshop.sessions import proposal_line, quorum_line, time_line
from smartstad_desktop.usecases.workshop.agenda import GoToAgendaItem
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.sessions import sheet

ENDED, OPEN, PLANNED = SessionId(1), SessionId(2), SessionId(3)


def rounds(workspace: Workspace, session: SessionSheet) -> list[RoundSheet]:
    """Return the rounds of a session with everything."""
    found = [workspace.read(round_sheet, row.id) for row in session.rounds]
    return [each for each in found if each is not None]


def test_there_is_one_of_each(demo: Workspace) -> None:
    found = demo.read(read_sessions)

    assert [row.state for row in found] == [SessionState.ENDED, SessionState.OPEN, SessionState.PLANNED]
    assert [row.held_on for row in found] == [date(2026, 10, 14), date(2026, 11, 18), date(2027, 1, 20)]
    assert all("Påhittat exempel." in sheet(demo, row.id).purpose for row in found)


def test_the_open_one_stands_as_in_the_picture_of_the_console(demo: Workspace) -> None:
    going_on = sheet(demo, OPEN)
    timetable = going_on.timetable(demo.now)
    voting = rounds(demo, going_on)[0]
    casters = {caster.mark.letters: caster for caster in voting.casters if caster.mark is not None}

    assert quorum_line(going_on.quorum) == "7 av 11 kommuner, 14 personer"
    assert going_on.clock_left(demo.now) == 500
    assert going_on.on is not None
    assert going_on.on.round == voting.id
    assert timetable.proposal is not None
    title = next(row.title for row in going_on.agenda if row.id == timetable.proposal.item)
    assert time_line(timetable.late) == "Ni ligger 4 minuter efter."
    assert proposal_line(title, timetable.proposal.minutes) == "Förslag: korta ”Ordna i kolumner” till 31 minuter."
    assert (voting.method, voting.phase, len(voting.items)) == (Method.IMPACT_EFFORT, Phase.SILENT, 12)
    assert [item.title for item in voting.items[:2]] == ["Sensornät LoRaWAN", "Digital tvilling"]
    assert {letters for letters, caster in casters.items() if caster.is_done} == {"ÄN", "HB", "LA", "HÖ", "KL"}
    assert (casters["PE"].has_begun, casters["PE"].is_done, casters["SV"].has_begun) == (True, False, False)
    assert sum(note.kind is NoteKind.PARKED for note in going_on.notes) == 2


def test_the_ended_one_has_results_snapshots_and_what_was_said(demo: Workspace) -> None:
    held = sheet(demo, ENDED)
    dots, fist = rounds(demo, held)
    first = dots.items[0]
    given = [marks.get((first.id, "", None), 0) for marks in demo.read(said, dots.id).values()]

    assert (dots.phase, fist.phase) == (Phase.CLOSED, Phase.CLOSED)
    assert (len(given), sum(given)) == (9, 7)
    assert (dots.turnout, fist.turnout) == (Turnout(9, 9), Turnout(8, 8)), "one has left before the second round"
    assert [caster.concern for caster in fist.casters if caster.concern] == [
        "Listan säger inget om vem som betalar driften efter 2030."
    ]
    assert demo.read(lambda connection: connection.scalar(select(func.count(Snapshot.id)))) == 4
    assert {note.kind for note in held.notes} == set(NoteKind) - {NoteKind.PARKED}
    assert quorum_line(held.quorum) == "9 av 11 kommuner, 10 personer"
    assert all(seat.left_at is not None for seat in held.seats if seat.spells)


def test_the_planned_one_can_be_rehearsed_in_full(demo: Workspace) -> None:
    planned = rounds(demo, sheet(demo, PLANNED))

    assert [each.method for each in planned] == [Method.CRITERIA, Method.HUNDRED, Method.FIST]
    assert [len(each.items) for each in planned] == [8, 8, 1]
    assert planned[0].has_recusal
    assert not any(each.is_locked for each in planned)


def test_going_on_another_day_counts_from_then(demo: Workspace) -> None:
    demo.run(GoToAgendaItem(item=sheet(demo, OPEN).agenda[5].id))
    timetable = sheet(demo, OPEN).timetable(demo.now)

    assert timetable.late == 0
    assert timetable.slots[5].at == datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
