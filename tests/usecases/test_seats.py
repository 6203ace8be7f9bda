"""Seats and who sits there when."""

from __future__ import annotations

from datetime import timedelta

import pytest

from smartstad_desktop.domain.values import Language, SessionId
from smartstad_desktop.domain.workshop.meeting import Phase, SeatKind, Whose
from smartstad_desktop.domain.workshop.sessions import SeatHasVoted
from smartstad_desktop.domain.workshop.voting import Method, Unit
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.text.session_words import quorum_line
from smartstad_desktop.usecases.workshop import seats
from smartstad_desktop.usecases.workshop.ballots import FinishBallot
from smartstad_desktop.usecases.workshop.round_phases import SetPhase
from smartstad_desktop.usecases.workshop.rounds import AddRoundItem, PlanRound
from smartstad_desktop.usecases.workshop.sessions import OpenSession
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.sessions import NINE, plan, sheet
from tests.support.workspaces import FixedClock


@pytest.fixture
def opened(workspace: Workspace) -> SessionId:
    """A priority workshop that goes on."""
    session = plan(workspace)
    workspace.run(OpenSession(session=session))
    return session


def test_late_arrivals_early_leavers_and_a_seat_that_comes_back(
    workspace: Workspace, opened: SessionId, clock: FixedClock
) -> None:
    ids = tuple(seat.id for seat in sheet(workspace, opened).seats)
    workspace.run(seats.Arrive(seats=ids[:2]))
    clock.forward(minutes=20)
    workspace.run(seats.Arrive(seats=ids))
    workspace.run(seats.Leave(seats=ids[:1], at=clock.now - timedelta(minutes=5)))
    gone = sheet(workspace, opened)
    clock.forward(minutes=10)
    workspace.run(seats.Arrive(seats=ids[:1]))
    first, _, late = sheet(workspace, opened).seats

    assert [seat.is_present for seat in gone.seats] == [False, True, True]
    assert quorum_line(gone.quorum) == "2 av 3 kommuner, 2 personer"
    assert quorum_line(gone.quorum, phrasebook(Language.EN)) == "2 of 3 municipalities, 2 persons"
    assert gone.seats[0].left_at == NINE + timedelta(minutes=15)
    assert late.arrived_at == NINE + timedelta(minutes=20)
    assert (first.is_present, first.arrived_at, len(first.spells)) == (True, NINE, 2)


def test_observers_do_not_count(workspace: Workspace, opened: SessionId) -> None:
    observer = seats.NewSeat(label="Region Skåne", kind=SeatKind.OBSERVER)
    added = workspace.run(seats.AddSeats(session=opened, seats=(observer,))).value
    workspace.run(seats.Arrive(seats=added))

    assert sheet(workspace, opened).quorum.persons_present == 0


def test_a_seat_that_has_voted_stays(workspace: Workspace, opened: SessionId) -> None:
    seat, other = (row.id for row in sheet(workspace, opened).seats[:2])
    by_seat = workspace.run(PlanRound(session=opened, method=Method.FIST, rules={"unit": Unit.SEAT})).value
    workspace.run(AddRoundItem(round=by_seat, title="Hela listan"))
    workspace.run(SetPhase(round=by_seat, phase=Phase.SILENT))
    workspace.run(seats.Arrive(seats=(seat,)))
    workspace.run(FinishBallot(round=by_seat, whose=Whose(seat=seat), is_blank=True))

    with pytest.raises(SeatHasVoted):
        workspace.run(seats.RemoveSeats(seats=(other, seat)))
    workspace.run(seats.RemoveSeats(seats=(other,)))
    assert other not in {row.id for row in sheet(workspace, opened).seats}
