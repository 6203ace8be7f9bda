"""What the program says when a routine cannot be changed or adopted so."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

ROUTINE_SENTENCES: Final[dict[str, str]] = {
    "routine_not_draft": N_("Version {version} is in force and stays as it is. Begin a draft to change the routine."),
    "draft_exists": N_("There is a draft already, version {version}. Change that one, or remove it first."),
    "routine_name_missing": N_("Write a name in Swedish. The other languages can wait."),
    "routine_name_too_long": N_("The text has {length} characters; {limit} fit. Shorten it."),
    "routine_version_missing": N_("Give the version a number, such as 1.0."),
    "routine_version_taken": N_("There is a version {version} already. Choose another number."),
    "role_unknown": N_("Choose a role of the routine."),
    "routine_empty": N_("Add at least one stage before the routine is adopted."),
    "stage_without_points": N_(
        "“{stage}” ends with {gate}, but nothing has to be settled there. Add a point, or take the gate away."
    ),
    "routine_in_use": N_("Version {version} stays: cases run in it, or municipalities work by it."),
    "version_elsewhere": N_("An open case can be moved to the version of its own routine that is in force."),
    "adoption_of_draft": N_("Version {version} is a draft. It has to be adopted before a municipality can work by it."),
    "deviation_empty": N_("Write what is done otherwise."),
}
