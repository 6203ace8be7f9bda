"""What has been done with a case: told from the journal, without what was undone and what others did."""

from __future__ import annotations

from smartstad_desktop.domain.testbeds.routines import CheckState, RoutineKind
from smartstad_desktop.reads.testbeds.case_history import case_history
from smartstad_desktop.reads.testbeds.routines import in_force, routine_text
from smartstad_desktop.text.steps import step_name
from smartstad_desktop.usecases.testbeds.cases import AddCase, EditCase
from smartstad_desktop.usecases.testbeds.checks import AnswerCheck
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.commands.finding import untyped


def test_who_did_what_and_when_is_told_of_one_case_only(region: Workspace) -> None:
    routine = untyped(region.read(in_force, RoutineKind.TESTBED)).id
    point = region.read(routine_text, routine).stages[0].points[0]
    mine, other = (
        untyped(region.run(AddCase(kind=RoutineKind.TESTBED, title=title)).value) for title in ("Sensorer", "Drönare")
    )
    region.run(AnswerCheck(case=mine, item=point.id, state=CheckState.DONE))
    region.run(AnswerCheck(case=other, item=point.id, state=CheckState.DONE))
    region.run(EditCase(case=mine, changes={"what": "Golvsensorer"}))
    region.run(EditCase(case=mine, changes={"what": "Ångrat"}))
    region.undo()

    told = region.read(case_history, mine)

    assert [deed.command for deed in told] == ["EditCase", "AnswerCheck", "AddCase"]
    assert "Sensorer" in step_name(told[-1].command, told[-1].words)
    assert {deed.actor for deed in told} == {"test"}
    assert told[0].at >= told[-1].at
