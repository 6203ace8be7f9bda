"""Names of the steps of mergers, splits and new names, and what is told when a rule refuses."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

SUCCESSION_STEPS: Final[dict[str, str | tuple[str, str]]] = {
    "RenameMunicipality": N_("Rename {title} to {name}"),
    "MergeMunicipalities": (N_("Merge {title} into {name}"), N_("Merge {count} municipalities into {name}")),
    "SplitMunicipality": N_("Split {name} from {title}"),
}

SUCCESSION_SENTENCES: Final[dict[str, str]] = {
    "succession_day_missing": N_("Choose the day from which it holds."),
    "nothing_to_merge": N_("Choose at least one municipality that goes into the other one."),
    "merged_into_itself": N_("{name} cannot go into itself. Choose another municipality."),
    "municipality_ended": N_("{name} ended {day}. Choose an earlier day or another municipality."),
    "same_name": N_("{name} is what it is called already. Write the new name."),
}
