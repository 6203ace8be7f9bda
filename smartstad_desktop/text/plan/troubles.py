"""What to tell about the plan that a rule refuses, and about its data when it cannot be opened."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

PLAN_SENTENCES: Final[dict[str, str]] = {
    "nothing_drawn": N_("Draw the name first, or cancel."),
    "plan_data_strange": N_("The file holds no plan data that can be read ({finding}). Nothing was opened."),
    "plan_data_too_large": N_("The plan data is larger than {limit} and is not opened."),
    "plan_replaced": N_("Version {version} has been replaced and stays as it is."),
    "plan_approved": N_("Version {version} is approved and stays as it is. Start a new version to change it."),
    "plan_decision_day_missing": N_("Choose the day of the decision."),
    "reservation_text_missing": N_("Write what the reservation or statement says."),
    "measure_elsewhere": N_("“{title}” is no part of this. Choose another measure."),
    "plan_adopter_unknown": N_(
        "Version {version} does not know {municipality}. Record the decision on the municipality that the version "
        "knows, such as the one that has merged since."
    ),
    "adoption_empty": N_("Choose the measures that {municipality} adopts."),
    "plan_file_empty": N_("There is nothing in the file, or it has no name. Choose another file."),
    "plan_file_too_large": N_("“{name}” is larger than {limit} and is not kept. Choose a smaller file."),
    "signer_settled": N_(
        "“{role}” has been signed, or stands in a kept PDF, and stays as it is. Place, day and drawn name can still be "
        "filled in."
    ),
    "reservations_stand": N_(
        "Version {version} was approved and signed with these reservations. Note new ones in the next version."
    ),
    "plan_file_stays": N_("“{name}” shows how version {version} was signed, and stays with it."),
    "signer_role_missing": N_("Write the role in which somebody signs."),
    "strokes_unreadable": N_("The drawn name cannot be read. Draw it again."),
    "plan_data_newer": N_("A newer version of the program made this plan data. Update the program to open it."),
}
