"""Cases for tests: begun by the real command, and brought through their gates by answering what the gates ask."""

from __future__ import annotations

from datetime import date

from smartstad_desktop.domain.testbeds.routines import CheckState, GateAnswer, RoutineKind
from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.testbeds.case import case_sheet
from smartstad_desktop.reads.testbeds.case_rows import CaseSheet
from smartstad_desktop.usecases.testbeds.cases import AddCase
from smartstad_desktop.usecases.testbeds.checks import AnswerCheck
from smartstad_desktop.usecases.testbeds.gates import DecideGate, MoveOn
from smartstad_desktop.usecases.workspace import Workspace

DAY = date(2026, 11, 20)


def a_case(workspace: Workspace, title: str = "Trygghetssensorer i hemmet", municipality: int | None = 1) -> int:
    """Return a new case in the first stage of the testbed routine."""
    command = AddCase(kind=RoutineKind.TESTBED, title=title, municipality=municipality)
    case = workspace.run(command).value
    assert isinstance(case, int)
    return case


def sheet(workspace: Workspace, case: int) -> CaseSheet:
    """Return the case as it is now."""
    return workspace.read(case_sheet, case, Language.SV)


def settle(workspace: Workspace, case: int) -> None:
    """Answer all points of the stage the case is in."""
    stage = sheet(workspace, case).current
    assert stage is not None
    for point in stage.points:
        workspace.run(AnswerCheck(case=case, item=point.id, state=CheckState.DONE))


def pass_stage(workspace: Workspace, case: int) -> None:
    """Settle the stage and leave it, by its gate where it has one."""
    settle(workspace, case)
    stage = sheet(workspace, case).current
    assert stage is not None
    if stage.gate:
        workspace.run(
            DecideGate(
                case=case, answer=GateAnswer.CONTINUE, decided_on=DAY, decided_by="Testbäddsvärd", reason="Klart"
            )
        )
    else:
        workspace.run(MoveOn(case=case))
