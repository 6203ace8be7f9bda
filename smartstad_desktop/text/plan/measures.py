"""Names of the steps about measures and what stands beside them, and what is said when a rule refuses something."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

MEASURE_STEPS: Final[dict[str, str | tuple[str, str]]] = {
    "CreatePlan": N_("Begin the plan “{title}”"),
    "CreatePlanFromBoard": (
        N_("Begin the plan “{title}” with {count} measure"),
        N_("Begin the plan “{title}” with {count} measures"),
    ),
    "CreatePlanFromRound": (
        N_("Begin the plan “{title}” with {count} measure from round {number}"),
        N_("Begin the plan “{title}” with {count} measures from round {number}"),
    ),
    "EditPlan": N_("Change the plan “{title}”"),
    "AddMeasure": N_("Add the measure “{title}”"),
    "AddMeasuresFromProjects": (N_("Add {count} measure"), N_("Add {count} measures")),
    "AddMeasuresFromColumns": (N_("Add {count} measure from the board"), N_("Add {count} measures from the board")),
    "TakeFromRound": (
        N_("Add {count} measure from round {number}"),
        N_("Add {count} measures from round {number}"),
    ),
    "TakeFromOrder": (N_("Add {count} measure from the order"), N_("Add {count} measures from the order")),
    "TakeFromScenario": (
        N_("Add {count} measure from “{title}”"),
        N_("Add {count} measures from “{title}”"),
    ),
    "EditMeasure": N_("Change the measure “{title}”"),
    "MoveMeasures": (N_("Move the measure “{title}”"), N_("Move {count} measures")),
    "RemoveMeasures": (N_("Remove the measure “{title}”"), N_("Remove {count} measures")),
    "SetMeasureGoal": N_("Change how “{title}” serves “{goal}”"),
    "LinkMeasureRisk": N_("Note the risk “{risk}” for “{title}”"),
    "UnlinkMeasureRisk": N_("Take the risk “{risk}” away from “{title}”"),
    "LinkMeasureCase": N_("Note what “{title}” goes through"),
    "UnlinkMeasureCase": N_("Take away what “{title}” goes through"),
    "SetCommitment": N_("Change the commitment of {municipality} in “{title}”"),
    "SetCommitmentYear": N_("Change the budget of {municipality} in “{title}”"),
    "PassOnCommitments": (
        N_("Let {successor} take over {count} commitment of {municipality}"),
        N_("Let {successor} take over {count} commitments of {municipality}"),
    ),
    "AddAside": N_("Set “{title}” aside"),
    "EditAside": N_("Change what is said of “{title}”, which was set aside"),
    "MoveAsides": (N_("Move “{title}” among what was set aside"), N_("Move {count} rows of what was set aside")),
    "RemoveAsides": (
        N_("Take “{title}” off the list of what was set aside"),
        N_("Take {count} rows off the list of what was set aside"),
    ),
    "TakeAsideFromBoard": (N_("Set {count} project of the board aside"), N_("Set {count} projects of the board aside")),
    "TakeAsideFromProjects": (N_("Set {count} project aside"), N_("Set {count} projects aside")),
    "SetMeasuresAside": (N_("Set the measure “{title}” aside"), N_("Set {count} measures aside")),
    "MakeMeasureOfAside": N_("Make a measure of “{title}” after all"),
    "AddChapter": N_("Add the chapter “{title}”"),
    "EditChapter": N_("Change the chapter “{title}”"),
    "MoveChapters": (N_("Move the chapter “{title}”"), N_("Move {count} chapters")),
    "RemoveChapters": (N_("Remove the chapter “{title}”"), N_("Remove {count} chapters")),
}

MEASURE_SENTENCES: Final[dict[str, str]] = {
    "contribution_off": N_("Choose a step from {lowest} to {highest}."),
    "measure_days_reversed": N_("The measure ends {end} but begins {start}. Change the time."),
    "measure_confidential": N_("“{title}” is confidential, so it cannot be a measure of the plan."),
    "years_do_not_add_up": N_(
        "The years add up to {total}, but the budget says {budget}. Change the years: the budget is their sum."
    ),
    "budget_year_unknown": N_("Write a year from {first} to {last}."),
    "municipality_left": N_(
        "{name} is no longer a municipality of its own. Write the commitment for the one it went into."
    ),
}
