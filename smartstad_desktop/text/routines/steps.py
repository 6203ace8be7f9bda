"""Names of the steps about routines, their versions, and who works by them."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

ROUTINE_STEPS: Final[dict[str, str | tuple[str, str]]] = {
    "AddRoutine": N_("Begin the routine “{title}”"),
    "EditRoutine": N_("Change the routine “{title}”, version {version}"),
    "RemoveRoutine": N_("Remove version {version} of “{title}”"),
    "StartRoutineVersion": N_("Begin version {version} of “{title}”"),
    "AdoptRoutine": N_("Adopt version {version} of “{title}”"),
    "MoveCasesToVersion": (
        N_("Move “{title}” to version {version} of the routine"),
        N_("Move {count} cases to version {version} of the routine"),
    ),
    "AddRoutineStage": N_("Add the stage “{title}”"),
    "EditRoutineStage": N_("Change the stage “{title}”"),
    "MoveRoutineStage": N_("Move the stage “{title}”"),
    "RemoveRoutineStage": N_("Take the stage “{title}” out"),
    "AddRoutinePoint": N_("Add the point “{title}”"),
    "EditRoutinePoints": (N_("Change the point “{title}”"), N_("Change {count} points")),
    "MoveRoutinePoints": (N_("Move the point “{title}” in {stage}"), N_("Move {count} points to {stage}")),
    "RemoveRoutinePoints": (N_("Take the point “{title}” out"), N_("Take {count} points out")),
    "AddRoutineRole": N_("Add the role “{title}”"),
    "EditRoutineRole": N_("Rename the role “{title}”"),
    "RemoveRoutineRole": N_("Take the role “{title}” out"),
    "AdoptLocally": N_("{municipality} works by version {version} of “{title}”"),
    "EditAdoption": N_("Change how {municipality} works by “{title}”"),
    "WithdrawAdoption": N_("{municipality} works no more by “{title}”"),
    "AddDeviation": N_("Note what {municipality} does otherwise in “{title}”"),
    "EditDeviation": N_("Change what {municipality} does otherwise in “{title}”"),
    "RemoveDeviation": N_("Take away what {municipality} does otherwise in “{title}”"),
}
