"""What a session keeps: after its end, of parts that have begun, and when it is taken up again."""

from __future__ import annotations

from datetime import date

import pytest

from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.values import SessionId
from smartstad_desktop.domain.workshop.meeting import (
    NoteKind,
    SessionEnded,
    SessionState,
)
from smartstad_desktop.domain.workshop.sessions import (
    DayHasCome,
    PartHasBegun,
    PartIsOver,
)
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.usecases.workshop import seats
from smartstad_desktop.usecases.workshop.agenda import (
    AddAgendaItem,
    EditAgendaItem,
    GoToAgendaItem,
    MoveAgendaItem,
    RemoveAgendaItems,
    ShortenAgendaItems,
)
from smartstad_desktop.usecases.workshop.clock import StartClock
from smartstad_desktop.usecases.workshop.deciding import MakeSessionBoard, TakeSnapshot
from smartstad_desktop.usecases.workshop.rounds import AddRoundItem, PlanRound
from smartstad_desktop.usecases.workshop.session_notes import AddNote, EditNote, RemoveNotes
from smartstad_desktop.usecases.workshop.sessions import (
    EditSession,
    EndSession,
    OpenSession,
    ReopenSession,
)
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.sessions import plan, sheet
from tests.support.workspaces import FixedClock, dump


def test_the_end_closes_everything_and_opening_again_takes_exactly_that_back(
    workspace: Workspace, opened: SessionId, clock: FixedClock
) -> None:
    made = sheet(workspace, opened)
    ids = tuple(seat.id for seat in made.seats)
    workspace.run(seats.Arrive(seats=ids))
    workspace.run(GoToAgendaItem(item=made.agenda[0].id))
    clock.forward(minutes=5)
    workspace.run(seats.Leave(seats=ids[:1]))
    before = sheet(workspace, opened)
    clock.forward(minutes=5)
    workspace.run(EndSession(session=opened))
    ended = sheet(workspace, opened)
    workspace.run(ReopenSession(session=opened))
    again = sheet(workspace, opened)

    assert (ended.state, ended.on, ended.clock_started_at) == (SessionState.ENDED, None, None)
    assert not any(seat.is_present for seat in ended.seats)
    assert all(slot.is_past for slot in ended.timetable(clock.now).slots)
    assert [seat.spells for seat in again.seats] == [seat.spells for seat in before.seats]
    assert again.agenda == before.agenda


def test_an_ended_session_is_left_alone_but_for_what_is_written_down(
    workspace: Workspace, opened: SessionId, clock: FixedClock
) -> None:
    made = sheet(workspace, opened)
    part, seat = made.agenda[0].id, made.seats[0].id
    note = workspace.run(AddNote(session=opened, kind=NoteKind.ACTION, text="Skicka listan")).value
    clock.forward(minutes=1)
    workspace.run(EndSession(session=opened))
    before = dump(workspace)

    for command in (
        seats.Arrive(seats=(seat,)),
        seats.AddSeats(session=opened, seats=(seats.NewSeat(label="Handledare"),)),
        seats.EditSeat(seat=seat, changes={"label": "Handledare"}),
        seats.RemoveSeats(seats=(seat,)),
        AddAgendaItem(session=opened, title="Mer", minutes=5),
        EditAgendaItem(item=part, changes={"title": "Mer"}),
        MoveAgendaItem(item=part),
        RemoveAgendaItems(items=(part,)),
        ShortenAgendaItems(minutes={part: 2}),
        GoToAgendaItem(item=part),
        StartClock(session=opened),
        EditSession(session=opened, changes={"name": "Workshop 9", "decision_rule": "Flest röster"}),
        EditSession(session=opened, changes={"quorum_persons": 1}),
        EditSession(session=opened, changes={"board": None}),
        EditSession(session=opened, changes={"held_on": date(2026, 1, 1)}),
        EditNote(note=note, changes={"text": "Något annat", "is_done": True}),
        RemoveNotes(notes=(note,)),
        MakeSessionBoard(session=opened, columns=()),
        TakeSnapshot(session=opened, label="För sent"),
    ):
        with pytest.raises(SessionEnded):
            workspace.run(command)
        assert dump(workspace) == before
    workspace.run(EditSession(session=opened, changes={"name": "Workshop 9", "place": "Rådhuset"}))
    workspace.run(EditNote(note=note, changes={"is_done": True}))
    clock.forward(minutes=1)
    later = workspace.run(AddNote(session=opened, kind=NoteKind.REMARK, text="Rättat")).value
    workspace.run(EditNote(note=later, changes={"text": "Rättat efteråt"}))
    assert [note.text for note in sheet(workspace, opened).notes] == ["Skicka listan", "Rättat efteråt"]
    workspace.run(RemoveNotes(notes=(later,)))
    assert [note.is_done for note in sheet(workspace, opened).notes] == [True]


def test_the_day_of_a_session_stays_once_it_has_begun(workspace: Workspace, opened: SessionId) -> None:
    held_on = sheet(workspace, opened).held_on
    before = dump(workspace)

    with pytest.raises(DayHasCome):
        workspace.run(EditSession(session=opened, changes={"place": "Rådhuset", "held_on": date(2026, 1, 1)}))

    assert dump(workspace) == before
    workspace.run(EditSession(session=opened, changes={"held_on": held_on, "place": "Rådhuset"}))
    assert sheet(workspace, opened).place == "Rådhuset"


def test_what_has_been_stays_in_the_agenda(workspace: Workspace, opened: SessionId) -> None:
    first, second, third = (row.id for row in sheet(workspace, opened).agenda[:3])
    workspace.run(GoToAgendaItem(item=first))
    workspace.run(GoToAgendaItem(item=second))
    before = dump(workspace)

    for command, error in (
        (RemoveAgendaItems(items=(third, first)), PartHasBegun),
        (RemoveAgendaItems(items=(second,)), PartHasBegun),
        (EditAgendaItem(item=first, changes={"minutes": 60}), PartIsOver),
        (ShortenAgendaItems(minutes={third: 5, first: 5}), PartIsOver),
    ):
        with pytest.raises(error):
            workspace.run(command)
    assert dump(workspace) == before
    workspace.run(EditAgendaItem(item=first, changes={"title": "Välkommen"}))
    workspace.run(EditAgendaItem(item=second, changes={"minutes": 7}))
    workspace.run(RemoveAgendaItems(items=(third,)))
    assert [row.minutes for row in sheet(workspace, opened).agenda[:2]] == [10, 7]


def test_a_session_taken_up_when_everybody_has_gone_is_another_sitting(
    workspace: Workspace, opened: SessionId, clock: FixedClock
) -> None:
    made = sheet(workspace, opened)
    workspace.run(seats.Arrive(seats=tuple(seat.id for seat in made.seats)))
    workspace.run(GoToAgendaItem(item=made.agenda[0].id))
    clock.forward(minutes=30)
    workspace.run(EndSession(session=opened))
    ended = sheet(workspace, opened)
    clock.forward(minutes=31)
    workspace.run(ReopenSession(session=opened))
    clock.forward(minutes=10)
    workspace.run(EndSession(session=opened))
    again = sheet(workspace, opened)

    assert [seat.spells for seat in again.seats] == [seat.spells for seat in ended.seats]
    assert again.agenda == ended.agenda


def test_quorum_is_met_when_enough_were_there_at_once(
    workspace: Workspace, planned: SessionId, clock: FixedClock
) -> None:
    workspace.run(EditSession(session=planned, changes={"quorum_persons": 2}))
    workspace.run(OpenSession(session=planned))
    one, two, three = (seat.id for seat in sheet(workspace, planned).seats)
    for seat in (one, two):
        workspace.run(seats.Arrive(seats=(seat,)))
        clock.forward(minutes=1)
        workspace.run(seats.Leave(seats=(seat,)))
    workspace.run(EndSession(session=planned))
    apart = sheet(workspace, planned).quorum
    workspace.run(ReopenSession(session=planned))
    workspace.run(seats.Arrive(seats=(two, three)))
    clock.forward(minutes=1)
    workspace.run(EndSession(session=planned))

    assert (apart.persons_present, apart.is_met) == (2, False)
    assert (sheet(workspace, planned).quorum.persons_present, sheet(workspace, planned).quorum.is_met) == (3, True)


def test_nothing_is_tied_to_another_session(workspace: Workspace, opened: SessionId) -> None:
    other = sheet(workspace, plan(workspace))
    part = other.agenda[0].id
    items = workspace.run(AddRoundItem(round=other.rounds[0].id, title="Hela listan")).value
    before = dump(workspace)

    for command in (
        AddNote(session=opened, kind=NoteKind.REMARK, text="Hit?", agenda_item=part),
        AddNote(session=opened, kind=NoteKind.REASON, text="Hit?", round_item=items),
        PlanRound(session=opened, method=Method.DOTS, agenda_item=part),
    ):
        with pytest.raises(FieldInvalid):
            workspace.run(command)
    assert dump(workspace) == before
