"""Undo and redo of the plan's commands are exact."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.plan.plan import (
    CommitmentRole,
)
from smartstad_desktop.text.steps import step_name
from smartstad_desktop.usecases.command import Command
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
from tests.support.plans import a_board, a_plan, a_project, municipality
from tests.support.workspaces import dump

EXAMPLES: dict[str, Callable[[Workspace], Command]] = {}


def example(make: Callable[[Workspace], Command]) -> Callable[[Workspace], Command]:
    """Keep *make* as the example of the command that its name tells."""
    EXAMPLES[make.__name__.strip("_")] = make
    return make


@example
def _create(_: Workspace) -> Command:
    return CreatePlan(fields={"title": "Plan", "first_year": 2027, "last_year": 2030})


@example
def _create_from_board(workspace: Workspace) -> Command:
    a_board(workspace, (a_project(workspace, "a"),), (a_project(workspace, "b"),))
    return CreatePlanFromBoard()


@example
def _edit_plan(workspace: Workspace) -> Command:
    return EditPlan(plan=a_plan(workspace)[0], changes={"summary": "Kort.", "clauses": ["att godkänna planen"]})


@example
def _add(workspace: Workspace) -> Command:
    return AddMeasure(plan=a_plan(workspace, "a")[0], fields={"title": "b", "money_one_off": 1_200_000})


@example
def _add_from_projects(workspace: Workspace) -> Command:
    projects = (a_project(workspace, "a"), a_project(workspace, "b"))
    return AddMeasuresFromProjects(plan=a_plan(workspace)[0], projects=projects)


@example
def _add_from_columns(workspace: Workspace) -> Command:
    columns = a_board(workspace, (a_project(workspace, "a"),))
    return AddMeasuresFromColumns(plan=a_plan(workspace)[0], columns=tuple(columns[:2]))


@example
def _edit(workspace: Workspace) -> Command:
    return EditMeasure(measure=a_plan(workspace, "a")[1][0], changes={"why": "Därför.", "money_running": 240_000})


@example
def _move(workspace: Workspace) -> Command:
    first, _, third = a_plan(workspace, "a", "b", "c")[1]
    return MoveMeasures(measures=(third,), before=first)


@example
def _remove(workspace: Workspace) -> Command:
    first, second, _ = a_plan(workspace, "a", "b", "c")[1]
    workspace.run(
        SetCommitment(measure=first, municipality=municipality(workspace, "bastad"), changes={"role": "leads"})
    )
    return RemoveMeasures(measures=(first, second))


@example
def _commit(workspace: Workspace) -> Command:
    (measure,) = a_plan(workspace, "a")[1]
    changes = {"role": CommitmentRole.LEADS, "year": "2027", "budget": 400_000}
    return SetCommitment(measure=measure, municipality=municipality(workspace, "angelholm"), changes=changes)


@example
def _approve(workspace: Workspace) -> Command:
    plan = a_plan(workspace, "a")[0]
    workspace.run(FreezePlan(plan=plan, version="1.0"))
    return DecidePlan(plan=plan, outcome=Outcome.APPROVED, decided_on=date(2026, 11, 19))


@example
def _start_version(workspace: Workspace) -> Command:
    plan, (measure,) = a_plan(workspace, "a")
    workspace.run(
        SetCommitment(measure=measure, municipality=municipality(workspace, "bastad"), changes={"role": "joins"})
    )
    workspace.run(FreezePlan(plan=plan, version="1.0"))
    return StartPlanVersion(plan=plan)


@pytest.mark.parametrize("name", EXAMPLES)
def test_undo_restores_and_redo_repeats(workspace: Workspace, name: str) -> None:
    command = EXAMPLES[name](workspace)
    before = dump(workspace)
    workspace.run(command)
    after = dump(workspace)
    step = workspace.steps(1)[0]

    assert after != before
    assert step_name(step.command, step.parameters)
    workspace.undo()
    assert dump(workspace) == before
    workspace.redo()
    assert dump(workspace) == after
