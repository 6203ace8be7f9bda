"""The plan's commands on a real file: what they do and what they refuse."""

from __future__ import annotations

from datetime import date

import pytest

from smartstad_desktop.domain.errors import FieldInvalid, NothingToUndo, RowGone
from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.inventory import FundingNature
from smartstad_desktop.domain.plan.decision import DecisionDayMissing
from smartstad_desktop.domain.plan.plan import (
    CommitmentRole,
    PlanEmpty,
    PlanFrozen,
    PlanNotFrozen,
    PlanStatus,
    VersionMissing,
    VersionTaken,
)
from smartstad_desktop.domain.plan.wording import MeasureTitleMissing
from smartstad_desktop.domain.values import PlanItemId
from smartstad_desktop.reads.plan import plan as reads
from smartstad_desktop.reads.plan import plan_choices
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.inventory.inventory import SetConfidential
from smartstad_desktop.usecases.plan.commitments import SetCommitment
from smartstad_desktop.usecases.plan.decisions import DecidePlan
from smartstad_desktop.usecases.plan.measures import AddMeasure, EditMeasure, MoveMeasures, RemoveMeasures
from smartstad_desktop.usecases.plan.plan import CreatePlan, EditPlan
from smartstad_desktop.usecases.plan.sources import (
    AddMeasuresFromColumns,
    AddMeasuresFromProjects,
    CreatePlanFromBoard,
)
from smartstad_desktop.usecases.plan.versions import FreezePlan, StartPlanVersion
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.plans import a_board, a_plan, a_project, municipality, shown, titles
from tests.support.workspaces import FixedClock, dump


def test_plan_takes_what_it_is_not_given_from_the_programme(workspace: Workspace) -> None:
    plan = shown(workspace, workspace.run(CreatePlan(fields={"first_year": 2027})).value).plan

    assert (plan.title, plan.first_year) == ("Provprogrammet (påhittat)", 2027)
    assert (plan.status, plan.version) == (PlanStatus.DRAFT, "0.1")


def test_measure_of_a_project_takes_over_its_fields_and_municipalities(workspace: Workspace) -> None:
    partner = municipality(workspace, "bastad")
    fields = {"what": "Nät.", "why": "Behov.", "expected_effect": "Färre översvämningar.", "owner_unit": "Teknik"}
    project = a_project(workspace, "Sensornät", participants={partner}, budget_total=700_000, **fields)
    plan = a_plan(workspace)[0]
    workspace.run(AddMeasuresFromProjects(plan=plan, projects=(project,)))
    (measure,) = shown(workspace, plan).measures

    assert (measure.title, measure.project, measure.owner) == ("Sensornät", project, "Teknik")
    assert (measure.why, measure.what, measure.effect) == ("Behov.", "Nät.", "Färre översvämningar.")
    assert (measure.money_one_off, measure.money_running) == (700_000, None)
    assert [row.role for row in measure.commitments] == [CommitmentRole.LEADS, CommitmentRole.JOINS]
    assert measure.missing == ("time", "risk", "next_decision")


def test_running_money_of_a_project_stays_running(workspace: Workspace) -> None:
    project = a_project(workspace, "Drift", budget_total=90_000, funding_nature=FundingNature.RUNNING)
    plan = a_plan(workspace)[0]
    workspace.run(AddMeasuresFromProjects(plan=plan, projects=(project,)))

    assert shown(workspace, plan).measures[0].money_running == 90_000
    assert shown(workspace, plan).measures[0].money_one_off is None


def test_same_project_is_taken_once_and_confidential_ones_are_counted(workspace: Workspace) -> None:
    open_one, secret = a_project(workspace, "öppen"), a_project(workspace, "hemlig")
    workspace.run(SetConfidential(projects=(secret,), is_confidential=True, reason="OSL 19:3"))
    plan = a_plan(workspace)[0]
    workspace.run(AddMeasuresFromProjects(plan=plan, projects=(open_one,)))

    added = workspace.run(AddMeasuresFromProjects(plan=plan, projects=(open_one, secret))).value

    assert (len(added.measures), added.already_there, added.confidential) == (0, 1, 1)
    assert titles(workspace, plan) == "öppen"


def test_columns_become_measures_in_the_order_of_the_board(workspace: Workspace) -> None:
    a, b, c = (a_project(workspace, title) for title in "abc")
    columns = a_board(workspace, (b,), (c, a))
    plan = a_plan(workspace, "egen")[0]

    choices = workspace.read(plan_choices.column_choices, plan)
    workspace.run(AddMeasuresFromColumns(plan=plan, columns=tuple(reversed(columns[:2]))))

    assert titles(workspace, plan) == "egen b c a"
    assert len({measure.band for measure in shown(workspace, plan).measures}) == 3
    assert [(choice.fresh, choice.total) for choice in choices[:3]] == [(1, 1), (2, 2), (0, 0)]
    assert [choice.fresh for choice in workspace.read(plan_choices.column_choices, plan)[:2]] == [0, 0]


def test_plan_from_an_empty_board_is_refused(workspace: Workspace) -> None:
    with pytest.raises(PlanEmpty):
        workspace.run(CreatePlanFromBoard())

    assert workspace.read(reads.current_plan) is None


def test_measures_move_together_in_their_order(workspace: Workspace) -> None:
    plan, (a, b, c, d) = a_plan(workspace, "a", "b", "c", "d")

    workspace.run(MoveMeasures(measures=(d, b), before=a))
    assert titles(workspace, plan) == "b d a c"
    workspace.run(MoveMeasures(measures=(b,)))
    assert titles(workspace, plan) == "d a c b"
    assert workspace.run(MoveMeasures(measures=(b,))).step is None
    with pytest.raises(RowGone):
        workspace.run(MoveMeasures(measures=(a,), before=PlanItemId(999)))
    assert c in {measure.id for measure in shown(workspace, plan).measures}


def test_typing_in_one_field_is_one_step(workspace: Workspace, clock: FixedClock) -> None:
    _, (measure,) = a_plan(workspace, "a")
    clock.forward(seconds=5)
    before = len(workspace.steps())
    for text in ("D", "Dä", "Därför"):
        workspace.run(EditMeasure(measure=measure, changes={"why": text}, is_typing=True))
        clock.forward(seconds=1)

    assert len(workspace.steps()) == before + 1


def test_fields_are_checked_and_nothing_is_half_written(workspace: Workspace) -> None:
    plan, (measure,) = a_plan(workspace, "a")
    before = dump(workspace)

    with pytest.raises(MeasureTitleMissing):
        workspace.run(EditMeasure(measure=measure, changes={"why": "Därför.", "title": " "}))
    with pytest.raises(FieldInvalid):
        workspace.run(EditMeasure(measure=measure, changes={"order_key": "A"}))
    with pytest.raises(FieldInvalid):
        workspace.run(EditPlan(plan=plan, changes={"first_year": 2030, "last_year": 2027}))
    assert dump(workspace) == before


def test_commitment_without_role_is_taken_away(workspace: Workspace) -> None:
    plan, (measure,) = a_plan(workspace, "a")
    home = municipality(workspace, "angelholm")
    workspace.run(SetCommitment(measure=measure, municipality=home, changes={"budget": 1000}))
    (made,) = shown(workspace, plan).measures[0].commitments
    workspace.run(SetCommitment(measure=measure, municipality=home, changes={"role": ""}))

    assert (made.role, made.budget) == (CommitmentRole.JOINS, 1000)
    assert shown(workspace, plan).measures[0].commitments == ()


def test_frozen_version_refuses_every_change_and_undo_stops_there(workspace: Workspace) -> None:
    plan, (measure,) = a_plan(workspace, "a")
    home = municipality(workspace, "angelholm")
    printed = workspace.run(FreezePlan(plan=plan, version="1.0")).value
    changes: list[Command] = [
        EditPlan(plan=plan, changes={"title": "Annat"}),
        AddMeasure(plan=plan, fields={"title": "b"}),
        AddMeasuresFromProjects(plan=plan, projects=()),
        EditMeasure(measure=measure, changes={"why": "x"}),
        MoveMeasures(measures=(measure,)),
        RemoveMeasures(measures=(measure,)),
        SetCommitment(measure=measure, municipality=home, changes={"role": "leads"}),
        FreezePlan(plan=plan, version="2.0"),
    ]

    for change in changes:
        with pytest.raises(PlanFrozen) as refused:
            workspace.run(change)
        assert refused.value.parameters["version"] == "1.0"
    with pytest.raises(NothingToUndo):
        workspace.undo()
    assert shown(workspace, plan).plan.status is PlanStatus.FOR_APPROVAL
    assert shown(workspace, plan).plan.content_hash == printed


def test_decision_and_adoption_can_be_filled_in_later_without_changing_the_fingerprint(workspace: Workspace) -> None:
    plan, (measure,) = a_plan(workspace, "a")
    home = municipality(workspace, "angelholm")
    workspace.run(SetCommitment(measure=measure, municipality=home, changes={"role": "leads"}))
    printed = workspace.run(FreezePlan(plan=plan, version="1.0")).value
    workspace.run(EditPlan(plan=plan, changes={"present": "9 av 11 kommuner", "decided_at": "Stadshuset"}))
    workspace.run(DecidePlan(plan=plan, outcome=Outcome.APPROVED, decided_on=date(2026, 11, 19)))
    workspace.run(SetCommitment(measure=measure, municipality=home, changes={"adoption": "KS § 214"}))

    found = shown(workspace, plan)
    assert found.plan.status is PlanStatus.APPROVED
    assert found.measures[0].commitments[0].adoption == "KS § 214"
    assert found.plan.content_hash == printed
    workspace.run(EditPlan(plan=plan, changes={"paragraph": "§ 31"}))
    assert shown(workspace, plan).plan.paragraph == "§ 31"
    with pytest.raises(DecisionDayMissing):
        workspace.run(EditPlan(plan=plan, changes={"decided_on": None}))
    with pytest.raises(PlanFrozen):
        workspace.run(EditPlan(plan=plan, changes={"paragraph": "§ 32", "summary": "alla"}))


def test_new_version_replaces_the_old_one_when_it_is_approved(workspace: Workspace) -> None:
    old = a_plan(workspace, "a")[0]
    with pytest.raises(PlanNotFrozen):
        workspace.run(StartPlanVersion(plan=old))
    with pytest.raises(PlanNotFrozen):
        workspace.run(DecidePlan(plan=old, outcome=Outcome.APPROVED, decided_on=date(2026, 11, 19)))
    workspace.run(FreezePlan(plan=old, version="1.0"))
    new = workspace.run(StartPlanVersion(plan=old)).value
    workspace.run(EditMeasure(measure=shown(workspace, new).measures[0].id, changes={"title": "b"}))

    assert (titles(workspace, old), titles(workspace, new)) == ("a", "b")
    assert shown(workspace, new).plan.version == "1.1"
    assert workspace.read(reads.current_plan) == new
    with pytest.raises(VersionTaken):
        workspace.run(FreezePlan(plan=new, version="1.0"))
    with pytest.raises(VersionMissing):
        workspace.run(FreezePlan(plan=new, version=" "))
    workspace.run(EditPlan(plan=new, changes={"decided_on": date(2026, 11, 20)}))
    workspace.run(FreezePlan(plan=new, version="1.1"))
    assert [shown(workspace, plan).plan.status for plan in (old, new)] == [PlanStatus.REPLACED, PlanStatus.APPROVED]
