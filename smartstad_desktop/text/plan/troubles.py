"""What to tell about the plan that a rule refuses, and about its data when it cannot be opened."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

PLAN_SENTENCES: Final[dict[str, str]] = {
    "plan_data_strange": N_("The file holds no plan data that can be read ({finding}). Nothing was opened."),
    "plan_data_too_large": N_("The plan data is larger than {limit} and is not opened."),
    "plan_data_newer": N_("A newer version of the program made this plan data. Update the program to open it."),
}
