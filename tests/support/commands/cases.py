"""Examples of the commands about cases that travel through a routine."""

from __future__ import annotations

from datetime import date

from smartstad_desktop.domain.testbeds.routines import CheckState, EvidenceKind, GateAnswer, LogKind, RoutineKind
from smartstad_desktop.usecases.testbeds import case_log, case_roles, cases, checks, evidence, gates
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.cases import DAY, a_case, pass_stage, settle, sheet
from tests.support.commands.finding import Example, first, untyped


def _answer(workspace: Workspace) -> checks.AnswerCheck:
    case = a_case(workspace)
    return checks.AnswerCheck(
        case=case, item=sheet(workspace, case).stages[0].points[0].id, state=CheckState.DONE, done_by="Enhetschef"
    )


def _decide(workspace: Workspace) -> gates.DecideGate:
    case = a_case(workspace)
    settle(workspace, case)
    return gates.DecideGate(
        case=case,
        answer=GateAnswer.CONTINUE_WITH_CHANGES,
        decided_on=DAY,
        decided_by="Styrgruppen",
        changes="Halva antalet hem",
    )


def _move_on(workspace: Workspace) -> gates.MoveOn:
    case = a_case(workspace)
    pass_stage(workspace, case)
    settle(workspace, case)
    return gates.MoveOn(case=case)


def _move_back(workspace: Workspace) -> gates.MoveCase:
    case = a_case(workspace)
    pass_stage(workspace, case)
    return gates.MoveCase(case=case, stage=sheet(workspace, case).stages[0].id, reason="Behovet är ett annat")


def _paused(workspace: Workspace) -> int:
    case = a_case(workspace)
    workspace.run(gates.PauseCase(case=case, reason="Väntar på beslut"))
    return case


def _with_evidence(workspace: Workspace) -> int:
    add = evidence.AddEvidence(case=a_case(workspace), kind=EvidenceKind.NOTE, text="Muntligt besked")
    return untyped(workspace.run(add).value)


def _with_line(workspace: Workspace) -> int:
    return untyped(workspace.run(case_log.AddLogLine(case=a_case(workspace), text="Första sensorn uppe")).value)


def _role(workspace: Workspace) -> case_roles.SetCaseRole:
    case = a_case(workspace)
    return case_roles.SetCaseRole(case=case, role=first(workspace, "routine_role"), holder="Enhetschef, hemtjänst")


EXAMPLES: dict[str, Example] = {
    "AddCase": lambda w: cases.AddCase(kind=RoutineKind.TESTBED, need=first(w, "citizen_need"), municipality=2),
    "EditCase": lambda w: cases.EditCase(
        case=a_case(w), changes={"ends_on": date(2027, 4, 30), "what_next": "Beslut senast 15 mars"}
    ),
    "RemoveCases": lambda w: cases.RemoveCases(cases=(a_case(w), a_case(w, "Andra"))),
    "DecideGate": _decide,
    "MoveOn": _move_on,
    "MoveCase": _move_back,
    "PauseCase": lambda w: gates.PauseCase(case=a_case(w), reason="Väntar på beslut"),
    "StopCase": lambda w: gates.StopCase(
        case=_paused(w), reason="Ingen har tid", lesson="Avsätt tid först", ended_on=DAY
    ),
    "ResumeCase": lambda w: gates.ResumeCase(case=_paused(w)),
    "AnswerCheck": _answer,
    "AddEvidence": lambda w: evidence.AddEvidence(
        case=a_case(w), kind=EvidenceKind.FILE, name="Testplan v2.pdf", content=b"%PDF-1.7 invented"
    ),
    "RemoveEvidence": lambda w: evidence.RemoveEvidence(evidence=_with_evidence(w)),
    "AddLogLine": lambda w: case_log.AddLogLine(
        case=a_case(w), text="Alla fick samma svar", kind=LogKind.INFORMATION, told_to="Fyra företag"
    ),
    "EditLogLine": lambda w: case_log.EditLogLine(line=_with_line(w), changes={"kind": "deviation"}),
    "RemoveLogLine": lambda w: case_log.RemoveLogLine(line=_with_line(w)),
    "SetCaseRole": _role,
}
