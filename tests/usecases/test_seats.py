"""Seats and who sits there when."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.values import Language, MunicipalityId, SessionId
from smartstad_desktop.domain.workshop.attendance import (
    LeftBeforeArrived,
    NotYet,
    OutsideSession,
    Spell,
    SpellsOverlap,
    StillThere,
)
from smartstad_desktop.domain.workshop.meeting import Phase, SeatKind, Whose, WrongCaster
from smartstad_desktop.domain.workshop.sessions import SeatHasVoted, SeatWasTaken
from smartstad_desktop.domain.workshop.voting import Method, Unit
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.text.steps import step_name
from smartstad_desktop.text.trouble import sentence
from smartstad_desktop.text.workshop.sessions import quorum_line
from smartstad_desktop.usecases.workshop import seats
from smartstad_desktop.usecases.workshop.attendance import CorrectAttendance
from smartstad_desktop.usecases.workshop.ballots import FinishBallot
from smartstad_desktop.usecases.workshop.round_phases import SetPhase
from smartstad_desktop.usecases.workshop.rounds import AddRoundItem, PlanRound
from smartstad_desktop.usecases.workshop.sessions import EndSession
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.sessions import NINE, sheet
from tests.support.workspaces import FixedClock, dump


def test_late_arrivals_early_leavers_and_a_seat_that_comes_back(
    workspace: Workspace, opened: SessionId, clock: FixedClock
) -> None:
    ids = tuple(seat.id for seat in sheet(workspace, opened).seats)
    workspace.run(seats.Arrive(seats=ids[:2]))
    clock.forward(minutes=20)
    workspace.run(seats.Arrive(seats=ids))
    workspace.run(seats.Leave(seats=ids[:1]))
    gone = sheet(workspace, opened)
    clock.forward(minutes=10)
    workspace.run(seats.Arrive(seats=ids[:1]))
    first, _, late = sheet(workspace, opened).seats

    assert [seat.is_present for seat in gone.seats] == [False, True, True]
    assert quorum_line(gone.quorum) == "2 av 3 kommuner, 2 personer"
    assert quorum_line(gone.quorum, phrasebook(Language.EN)) == "2 of 3 municipalities, 2 persons"
    assert gone.seats[0].left_at == NINE + timedelta(minutes=20)
    assert late.arrived_at == NINE + timedelta(minutes=20)
    assert (first.is_present, first.arrived_at, len(first.spells)) == (True, NINE, 2)


def test_observers_do_not_count(workspace: Workspace, opened: SessionId) -> None:
    observer = seats.NewSeat(label="Region Skåne", kind=SeatKind.OBSERVER)
    added = workspace.run(seats.AddSeats(session=opened, seats=(observer,))).value
    workspace.run(seats.Arrive(seats=added))

    assert sheet(workspace, opened).quorum.persons_present == 0


def test_a_seat_that_has_voted_stays_as_it_is_and_one_that_was_taken_stays(
    workspace: Workspace, opened: SessionId
) -> None:
    seat, other, taken = (row.id for row in sheet(workspace, opened).seats)
    by_seat = workspace.run(PlanRound(session=opened, method=Method.FIST, rules={"unit": Unit.SEAT})).value
    workspace.run(AddRoundItem(round=by_seat, title="Hela listan"))
    workspace.run(SetPhase(round=by_seat, phase=Phase.SILENT))
    workspace.run(seats.Arrive(seats=(seat, taken)))
    workspace.run(FinishBallot(round=by_seat, whose=Whose(seat=seat), is_blank=True))
    town = sheet(workspace, opened).seats[0].municipality
    assert town is not None

    with pytest.raises(SeatHasVoted):
        workspace.run(seats.RemoveSeats(seats=(other, seat)))
    for changes in ({"municipality": MunicipalityId(2)}, {"label": "Ordförande"}, {"kind": SeatKind.OBSERVER}):
        with pytest.raises(SeatHasVoted):
            workspace.run(seats.EditSeat(seat=seat, changes=changes))
        workspace.run(seats.EditSeat(seat=other, changes=changes))
    same = seats.EditSeat(seat=seat, changes={"municipality": town.id, "label": "", "kind": SeatKind.VOTER})
    assert workspace.run(same).step is None
    with pytest.raises(SeatWasTaken):
        workspace.run(seats.RemoveSeats(seats=(other, taken)))
    workspace.run(CorrectAttendance(seat=taken, spells=()))
    workspace.run(seats.RemoveSeats(seats=(other, taken)))
    assert [row.id for row in sheet(workspace, opened).seats] == [seat]


def test_only_who_has_a_seat_that_takes_part_answers(workspace: Workspace, opened: SessionId) -> None:
    observer = seats.NewSeat(municipality=MunicipalityId(1), kind=SeatKind.OBSERVER)
    watching, *_ = workspace.run(seats.AddSeats(session=opened, seats=(observer,))).value
    one, two = (
        workspace.run(PlanRound(session=opened, method=Method.FIST, titles=("Listan",), rules={"unit": unit})).value
        for unit in (Unit.SEAT, Unit.MUNICIPALITY)
    )
    workspace.run(seats.RemoveSeats(seats=(sheet(workspace, opened).seats[2].id,)))
    for round_id, whose in ((one, Whose(seat=watching)), (two, Whose(municipality=MunicipalityId(3)))):
        workspace.run(SetPhase(round=round_id, phase=Phase.SILENT))
        with pytest.raises(WrongCaster):
            workspace.run(FinishBallot(round=round_id, whose=whose, is_blank=True))


def test_times_are_corrected_also_after_the_end(workspace: Workspace, opened: SessionId, clock: FixedClock) -> None:
    one, two, three = (row.id for row in sheet(workspace, opened).seats)
    workspace.run(seats.Arrive(seats=(one, two)))
    clock.forward(minutes=60)
    workspace.run(EndSession(session=opened))
    clock.forward(minutes=30)
    before = dump(workspace)

    def at(minutes: float) -> datetime:
        return NINE + timedelta(minutes=minutes)

    wanted = (Spell(at(-10), at(20)), Spell(at(30), at(65)))
    workspace.run(CorrectAttendance(seat=one, spells=wanted[::-1]))
    workspace.run(CorrectAttendance(seat=two, spells=()))
    workspace.run(CorrectAttendance(seat=three, spells=wanted[:1]))
    found = sheet(workspace, opened)
    assert [seat.spells for seat in found.seats] == [wanted, (), wanted[:1]]
    assert found.quorum.persons_present == 2
    assert workspace.run(CorrectAttendance(seat=one, spells=wanted)).step is None
    assert "Ängelholm" in step_name(workspace.steps(3)[-1].command, workspace.steps(3)[-1].parameters)
    for _ in range(3):
        workspace.undo()
    assert dump(workspace) == before


@pytest.mark.parametrize(
    ("spells", "error"),
    [
        (((10, 5),), LeftBeforeArrived),
        (((10, 10),), LeftBeforeArrived),
        (((0, 20), (10, 30)), SpellsOverlap),
        (((0, None), (10, 30)), SpellsOverlap),
        (((-1440, 5),), OutsideSession),
        (((0, 600),), NotYet),
    ],
)
def test_times_that_cannot_be_true_are_refused(
    workspace: Workspace,
    opened: SessionId,
    clock: FixedClock,
    spells: tuple[tuple[int, int | None], ...],
    error: type[FieldInvalid],
) -> None:
    seat = sheet(workspace, opened).seats[0].id
    clock.forward(minutes=60)
    written = tuple(
        Spell(NINE + timedelta(minutes=came), None if left is None else NINE + timedelta(minutes=left))
        for came, left in spells
    )
    with pytest.raises(error) as refused:
        workspace.run(CorrectAttendance(seat=seat, spells=written))
    assert "{" not in sentence(refused.value)
    workspace.run(CorrectAttendance(seat=seat, spells=(Spell(NINE),)))
    assert sheet(workspace, opened).seats[0].is_present
    workspace.run(EndSession(session=opened))
    with pytest.raises(StillThere):
        workspace.run(CorrectAttendance(seat=seat, spells=(Spell(NINE),)))
