"""What a round keeps: merged and deleted projects, weights, what was seen, and who voted."""

from __future__ import annotations

import pytest

from smartstad_desktop.domain.programme.programme import MunicipalityHasVoted
from smartstad_desktop.domain.values import MunicipalityId, ProjectId, RoundId, SessionId
from smartstad_desktop.domain.workshop.effort import Effort
from smartstad_desktop.domain.workshop.meeting import (
    NoteKind,
    NotRevealed,
    Phase,
    WeightsMissing,
    Whose,
)
from smartstad_desktop.domain.workshop.voting import EFFORT, Method, Unit
from smartstad_desktop.reads.workshop.results import outcome
from smartstad_desktop.reads.workshop.rounds import Turnout
from smartstad_desktop.usecases.inventory.inventory import DeleteProjects, EditProject, SetConfidential
from smartstad_desktop.usecases.inventory.merging import MergeProjects
from smartstad_desktop.usecases.programme.municipalities import EditMunicipality
from smartstad_desktop.usecases.programme.programme import RemoveMunicipality
from smartstad_desktop.usecases.workshop.ballots import (
    CastMarks,
    FinishBallot,
)
from smartstad_desktop.usecases.workshop.deciding import ProposePlaces
from smartstad_desktop.usecases.workshop.round_phases import SetPhase
from smartstad_desktop.usecases.workshop.rounds import (
    AddRoundItem,
    EditRound,
    PlanRound,
    RepeatRound,
    SetRoundItems,
)
from smartstad_desktop.usecases.workshop.seats import AddSeats, Arrive, Leave, NewSeat
from smartstad_desktop.usecases.workshop.session_notes import AddNote
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.sessions import sheet as meeting
from tests.support.voting import mark, plan, sheet_of

ONE, TWO, THREE = (Whose(municipality=MunicipalityId(number)) for number in (1, 2, 3))


def test_projects_that_are_merged_before_the_vote_are_one_item_and_afterwards_keep_what_was_said(
    workspace: Workspace, session: SessionId, projects: tuple[ProjectId, ...]
) -> None:
    voted = plan(workspace, session, Method.DOTS, projects)
    waiting: RoundId = workspace.run(PlanRound(session=session, method=Method.DOTS, projects=projects)).value
    workspace.run(MergeProjects(keep=projects[0], gone=projects[1]))
    assert [item.project for item in sheet_of(workspace, waiting).items].count(projects[0]) == 1
    assert len(sheet_of(workspace, waiting).items) == len(projects) - 1
    assert [item.project for item in sheet_of(workspace, voted).items].count(projects[0]) == 2
    assert [item.number for item in sheet_of(workspace, voted).items] == [1, 2, 3, 4]


def test_a_must_weighs_by_the_effort_the_group_has_judged_or_else_by_the_budgets(
    workspace: Workspace, session: SessionId, projects: tuple[ProjectId, ...]
) -> None:
    workspace.run(EditProject(project=projects[0], changes={"budget_total": 700_000}))
    by_budget = plan(workspace, session, Method.MOSCOW, projects)
    numbers = {item.project: item.number for item in sheet_of(workspace, by_budget).items}
    assert sheet_of(workspace, by_budget).effort == Effort({numbers[projects[0]]: 700_000}, None)

    judged = plan(workspace, session, Method.IMPACT_EFFORT, projects, unit=Unit.KEY, unit_key={1: 2, 2: 1, 3: 1})
    sheet = sheet_of(workspace, judged)
    for whose, effort in ((ONE, 8), (TWO, 4), (THREE, 4)):
        marks = tuple(mark(sheet, number, effort if number == 1 else 2, EFFORT) for number in (1, 2, 3, 4))
        workspace.run(CastMarks(round=judged, whose=whose, marks=marks))
        workspace.run(FinishBallot(round=judged, whose=whose))
    assert sheet_of(workspace, plan(workspace, session, Method.MOSCOW, projects)).effort.round is None
    workspace.run(SetPhase(round=judged, phase=Phase.REVEAL))
    later = plan(workspace, session, Method.MOSCOW, projects)
    found = {item.project: item.number for item in sheet_of(workspace, later).items}
    first = sheet.item_of(1)
    assert first is not None
    assert sheet_of(workspace, later).effort == Effort(
        {number: 6 if project == first.project else 2 for project, number in found.items()}, sheet.number
    )
    workspace.run(SetPhase(round=judged, phase=Phase.SILENT))
    assert sheet_of(workspace, later).effort.round == sheet.number, "what the round was opened with stays"
    assert sheet_of(workspace, plan(workspace, session, Method.MOSCOW, projects)).effort.round is None


def test_what_changes_elsewhere_moves_no_round_that_has_been_opened(
    workspace: Workspace, session: SessionId, projects: tuple[ProjectId, ...]
) -> None:
    towns = [MunicipalityId(number) for number in (1, 2, 3)]
    for town, people in zip(towns, (10_000, 20_000, 30_000), strict=True):
        workspace.run(EditMunicipality(municipality=town, changes={"population": people}))
    rules = {"unit": Unit.POPULATION, "has_recusal": True}
    opened = plan(workspace, session, Method.DOTS, projects, **rules)
    sheet = sheet_of(workspace, opened)
    for whose, number in ((ONE, 1), (TWO, 2), (THREE, 3)):
        free = [item for item in sheet.items if item.lead != whose.municipality]
        workspace.run(CastMarks(round=opened, whose=whose, marks=(mark(sheet, free[number % 2].number, 1),)))
        workspace.run(FinishBallot(round=opened, whose=whose))
    workspace.run(SetPhase(round=opened, phase=Phase.REVEAL))
    before = workspace.read(outcome, opened)
    assert before is not None
    assert len({result.value for result in before.tally.results}) > 1

    for town in towns:
        workspace.run(EditMunicipality(municipality=town, changes={"population": 5 if town == 1 else 90_000}))
    for project in projects[:2]:
        workspace.run(EditProject(project=project, changes={"municipality_id": towns[2]}))
    workspace.run(DeleteProjects(projects=projects[2:3]))
    workspace.run(MergeProjects(keep=projects[3], gone=projects[1]))
    after = workspace.read(outcome, opened)

    assert after is not None
    assert after.tally == before.tally
    assert after.sheet.rules == before.sheet.rules
    assert [item.municipalities for item in after.sheet.items] == [item.municipalities for item in sheet.items]
    planned: RoundId = workspace.run(PlanRound(session=session, method=Method.DOTS, projects=projects[:1])).value
    assert sheet_of(workspace, planned).items[0].lead == towns[2], "one that has not been opened is told as things are"


def test_who_had_answered_is_told_as_it_was_when_the_room_saw_the_answers(
    workspace: Workspace, session: SessionId, projects: tuple[ProjectId, ...]
) -> None:
    opened = plan(workspace, session, Method.DOTS, projects)
    seats = meeting(workspace, session).seats
    workspace.run(Arrive(seats=tuple(seat.id for seat in seats[:2])))
    workspace.run(FinishBallot(round=opened, whose=ONE, is_blank=True))
    assert sheet_of(workspace, opened).turnout == Turnout(1, 2)
    workspace.run(SetPhase(round=opened, phase=Phase.REVEAL))
    workspace.run(Arrive(seats=(seats[2].id,)))
    workspace.run(AddSeats(session=session, seats=(NewSeat(municipality=MunicipalityId(1)),)))
    workspace.run(Leave(seats=(seats[0].id,)))
    assert sheet_of(workspace, opened).turnout == Turnout(1, 2)
    workspace.run(SetPhase(round=opened, phase=Phase.SILENT))
    assert sheet_of(workspace, opened).turnout == Turnout(1, 3)
    workspace.run(SetPhase(round=opened, phase=Phase.REVEAL))
    closed = SetPhase(round=opened, phase=Phase.CLOSED)
    workspace.run(closed)
    assert sheet_of(workspace, opened).turnout == Turnout(1, 3)
    assert workspace.run(closed).step is None, "a round that is closed is not closed again, at another time"


def test_the_floor_of_the_reveal_cannot_be_walked_around(
    workspace: Workspace, session: SessionId, projects: tuple[ProjectId, ...]
) -> None:
    opened = plan(workspace, session, Method.DOTS, projects)
    for phase in (Phase.REVEAL, Phase.CLOSED, Phase.SILENT):
        workspace.run(SetPhase(round=opened, phase=phase))
    assert sheet_of(workspace, opened).closed_at is None
    with pytest.raises(NotRevealed):
        workspace.run(SetPhase(round=opened, phase=Phase.DISCUSS))
    with pytest.raises(NotRevealed):
        workspace.run(ProposePlaces(round=opened))
    workspace.run(SetPhase(round=opened, phase=Phase.REVEAL))
    kept = workspace.glance(lambda raw: raw.execute("SELECT label FROM snapshot WHERE label = 'reveal'").fetchall())
    assert len(kept) == 2


def test_a_second_round_tells_nothing_of_a_first_one_that_was_not_seen(
    workspace: Workspace, session: SessionId, projects: tuple[ProjectId, ...]
) -> None:
    hidden = plan(workspace, session, Method.DOTS, projects)
    second: RoundId = workspace.run(RepeatRound(round=hidden)).value
    found = workspace.read(outcome, second)
    assert found is not None
    assert found.before is None
    workspace.run(SetPhase(round=hidden, phase=Phase.REVEAL))
    found = workspace.read(outcome, second)
    assert found is not None
    assert found.before is None, "fewer than three have said something"


def test_a_round_in_which_somebody_weighs_nothing_is_not_opened(
    workspace: Workspace, session: SessionId, projects: tuple[ProjectId, ...]
) -> None:
    rules = {"unit": Unit.KEY.value, "unit_key": {1: 2, 2: 1}}
    made: RoundId = workspace.run(PlanRound(session=session, method=Method.DOTS, projects=projects, rules=rules)).value
    with pytest.raises(WeightsMissing) as refused:
        workspace.run(SetPhase(round=made, phase=Phase.SILENT))
    assert refused.value.parameters["names"]
    workspace.run(EditRound(round=made, changes={"unit_key": {1: 2, 2: 1, 3: 1}}))
    workspace.run(SetPhase(round=made, phase=Phase.SILENT))
    assert sheet_of(workspace, made).phase is Phase.SILENT


def test_what_has_voted_stays_and_a_confidential_name_goes_with_its_project(
    workspace: Workspace, session: SessionId, projects: tuple[ProjectId, ...]
) -> None:
    workspace.run(SetConfidential(projects=projects[:1], is_confidential=True, reason="Vattentäkt"))
    opened = plan(workspace, session, Method.DOTS, projects)
    sheet = sheet_of(workspace, opened)
    workspace.run(CastMarks(round=opened, whose=ONE, marks=(mark(sheet, 1, 1),)))
    workspace.run(DeleteProjects(projects=projects))
    gone = sheet_of(workspace, opened).items
    assert [item.title for item in gone if item.is_confidential] == [""]
    assert len([item for item in gone if item.title]) == 3
    with pytest.raises(MunicipalityHasVoted):
        workspace.run(RemoveMunicipality(municipality=MunicipalityId(1)))


def test_a_municipality_that_the_minutes_tell_of_stays(workspace: Workspace, session: SessionId) -> None:
    town = RemoveMunicipality(municipality=MunicipalityId(3))
    seat = meeting(workspace, session).seats[2].id
    by_seat = workspace.run(
        PlanRound(session=session, method=Method.FIST, titles=("Listan",), rules={"unit": Unit.SEAT})
    ).value
    workspace.run(SetPhase(round=by_seat, phase=Phase.SILENT))
    for command in (
        Arrive(seats=(seat,)),
        FinishBallot(round=by_seat, whose=Whose(seat=seat), is_blank=True),
        AddNote(session=session, kind=NoteKind.RESERVATION, text="Vi är inte med.", municipality=MunicipalityId(3)),
    ):
        workspace.run(command)
        with pytest.raises(MunicipalityHasVoted):
            workspace.run(town)
        workspace.undo()
    workspace.run(town)
    assert meeting(workspace, session).seats[2].municipality is None


def test_a_number_means_the_same_item_in_a_round_and_its_second_one(
    workspace: Workspace, session: SessionId, projects: tuple[ProjectId, ...]
) -> None:
    first = plan(workspace, session, Method.DOTS, projects[:3])
    numbers = {item.project: item.number for item in sheet_of(workspace, first).items}
    second: RoundId = workspace.run(RepeatRound(round=first)).value
    last = next(project for project, number in numbers.items() if number == 3)
    kept = tuple(project for project in projects[:3] if project != last)
    workspace.run(SetRoundItems(round=second, projects=(*kept, projects[3])))
    workspace.run(AddRoundItem(round=second, title="Hela listan"))
    changed = {item.project: item.number for item in sheet_of(workspace, second).items}
    assert changed == {kept[0]: numbers[kept[0]], kept[1]: numbers[kept[1]], projects[3]: 4, None: 5}
    workspace.run(SetRoundItems(round=second, projects=projects))
    back = {item.project: item.number for item in sheet_of(workspace, second).items}
    assert back == {**numbers, projects[3]: 4, None: 5}
