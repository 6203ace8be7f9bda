"""Examples of the commands about routines, their versions, and who works by them."""

from __future__ import annotations

from datetime import date

from smartstad_desktop.domain.testbeds.routines import RoutineKind
from smartstad_desktop.usecases.testbeds import adoption, cases, routine_parts, routine_versions, routines
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.commands.finding import Example, first, untyped

TESTBED = "kind = 'testbed' AND state = 'adopted'"


def draft(workspace: Workspace) -> int:
    """Begin a draft of the testbed routine and return its id."""
    source = first(workspace, "routine", TESTBED)
    return untyped(workspace.run(routine_versions.StartRoutineVersion(routine=source)).value)


def _stage(workspace: Workspace) -> int:
    return first(workspace, "routine_stage", f"routine_id = {draft(workspace)}")


def _points(workspace: Workspace) -> tuple[int, int]:
    stage = _stage(workspace)
    one = first(workspace, "checklist_item", f"stage_id = {stage}")
    return one, first(workspace, "checklist_item", f"stage_id = {stage} AND id > {one}")


def _role(workspace: Workspace) -> int:
    return first(workspace, "routine_role", f"routine_id = {draft(workspace)}")


def adopted(workspace: Workspace, municipality: int = 1) -> int:
    """Let a municipality work by the testbed routine and return the adoption's id."""
    command = adoption.AdoptLocally(
        routine=first(workspace, "routine", TESTBED),
        municipality=municipality,
        changes={"adopted_on": date(2026, 9, 1), "contact_role": "Testkoordinator", "case_number": "KS 2026/11"},
    )
    return untyped(workspace.run(command).value)


def _deviation(workspace: Workspace) -> int:
    fields = {"text": "Panelen är nämndens presidium", "reason": "Så beslutar vi här"}
    return untyped(workspace.run(adoption.AddDeviation(adoption=adopted(workspace), fields=fields)).value)


def _other_version(workspace: Workspace) -> routine_versions.MoveCasesToVersion:
    case = untyped(workspace.run(cases.AddCase(kind=RoutineKind.TESTBED, title="Sensorer")).value)
    routine = draft(workspace)
    workspace.run(routine_versions.AdoptRoutine(routine=routine, adopted_on=date(2026, 11, 1)))
    return routine_versions.MoveCasesToVersion(cases=(case,), routine=routine)


def _move_stage(workspace: Workspace) -> routine_parts.MoveRoutineStage:
    routine = draft(workspace)
    one = first(workspace, "routine_stage", f"routine_id = {routine}")
    other = first(workspace, "routine_stage", f"routine_id = {routine} AND id > {one}")
    return routine_parts.MoveRoutineStage(stage=other, before=one)


def _move_point(workspace: Workspace) -> routine_parts.MoveRoutinePoints:
    one, other = _points(workspace)
    stage = first(workspace, "routine_stage", f"id = (SELECT stage_id FROM checklist_item WHERE id = {one})")
    return routine_parts.MoveRoutinePoints(points=(other,), stage=stage, before=one)


EXAMPLES: dict[str, Example] = {
    "AddRoutine": lambda w: routines.AddRoutine(
        kind=RoutineKind.TESTBED, name="Rutin för drönare", like=first(w, "routine", TESTBED)
    ),
    "EditRoutine": lambda w: routines.EditRoutine(routine=draft(w), changes={"version": "2.0", "note": "Efter ett år"}),
    "RemoveRoutine": lambda w: routines.RemoveRoutine(routine=draft(w)),
    "StartRoutineVersion": lambda w: routine_versions.StartRoutineVersion(routine=first(w, "routine", TESTBED)),
    "AdoptRoutine": lambda w: routine_versions.AdoptRoutine(routine=draft(w), adopted_on=date(2026, 11, 1)),
    "MoveCasesToVersion": _other_version,
    "AddRoutineStage": lambda w: routine_parts.AddRoutineStage(routine=draft(w), fields={"name_sv": "Avstämning"}),
    "EditRoutineStage": lambda w: routine_parts.EditRoutineStage(stage=_stage(w), changes={"gate_sv": "Får vi börja?"}),
    "MoveRoutineStage": _move_stage,
    "RemoveRoutineStage": lambda w: routine_parts.RemoveRoutineStage(stage=_stage(w)),
    "AddRoutinePoint": lambda w: routine_parts.AddRoutinePoint(stage=_stage(w), fields={"name_sv": "Budget för drift"}),
    "EditRoutinePoints": lambda w: routine_parts.EditRoutinePoints(
        points=_points(w), changes={"role_key": "receiver", "is_required": False}
    ),
    "MoveRoutinePoints": _move_point,
    "RemoveRoutinePoints": lambda w: routine_parts.RemoveRoutinePoints(points=_points(w)),
    "AddRoutineRole": lambda w: routine_parts.AddRoutineRole(routine=draft(w), fields={"name_sv": "Kommunikatör"}),
    "EditRoutineRole": lambda w: routine_parts.EditRoutineRole(role=_role(w), changes={"name_sv": "Beställare"}),
    "RemoveRoutineRole": lambda w: routine_parts.RemoveRoutineRole(role=_role(w)),
    "AdoptLocally": lambda w: adoption.AdoptLocally(
        routine=first(w, "routine", TESTBED), municipality=4, changes={"adopted_on": date(2026, 10, 1)}
    ),
    "EditAdoption": lambda w: adoption.EditAdoption(adoption=adopted(w), changes={"case_number": "KS 2026/99"}),
    "WithdrawAdoption": lambda w: adoption.WithdrawAdoption(adoption=adopted(w)),
    "AddDeviation": lambda w: adoption.AddDeviation(
        adoption=adopted(w), fields={"text": "Ingen panel", "reason": "För få handläggare"}
    ),
    "EditDeviation": lambda w: adoption.EditDeviation(deviation=_deviation(w), changes={"reason": "Vald av nämnden"}),
    "RemoveDeviation": lambda w: adoption.RemoveDeviation(deviation=_deviation(w)),
}
