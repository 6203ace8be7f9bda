"""What a round keeps: merged and deleted projects, weights, what was seen, and who voted."""

from __future__ import annotations

import pytest

from smartstad_desktop.domain.programme.programme import MunicipalityHasVoted
from smartstad_desktop.domain.values import MunicipalityId, ProjectId, RoundId, SessionId
from smartstad_desktop.domain.workshop.meeting import (
    NotRevealed,
    Phase,
    WeightsMissing,
    Whose,
)
from smartstad_desktop.domain.workshop.voting import EFFORT, Method, Unit
from smartstad_desktop.reads.workshop.results import outcome
from smartstad_desktop.usecases.inventory.inventory import DeleteProjects, SetConfidential
from smartstad_desktop.usecases.inventory.merging import MergeProjects
from smartstad_desktop.usecases.programme.programme import RemoveMunicipality
from smartstad_desktop.usecases.workshop.ballots import (
    CastMarks,
    FinishBallot,
)
from smartstad_desktop.usecases.workshop.deciding import ProposePlaces
from smartstad_desktop.usecases.workshop.round_phases import SetPhase
from smartstad_desktop.usecases.workshop.rounds import (
    EditRound,
    PlanRound,
    RepeatRound,
)
from smartstad_desktop.usecases.workspace import Workspace
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


def test_a_must_weighs_by_the_effort_the_group_has_judged(
    workspace: Workspace, session: SessionId, projects: tuple[ProjectId, ...]
) -> None:
    judged = plan(workspace, session, Method.IMPACT_EFFORT, projects)
    sheet = sheet_of(workspace, judged)
    marks = tuple(mark(sheet, number, 8 if number == 1 else 2, EFFORT) for number in (1, 2, 3, 4))
    workspace.run(CastMarks(round=judged, whose=ONE, marks=marks))
    workspace.run(FinishBallot(round=judged, whose=ONE))
    later = plan(workspace, session, Method.MOSCOW, projects)
    assert sheet_of(workspace, later).rules.effort == {}
    workspace.run(SetPhase(round=judged, phase=Phase.REVEAL))
    assert sheet_of(workspace, later).rules.effort == {1: 8, 2: 2, 3: 2, 4: 2}


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
