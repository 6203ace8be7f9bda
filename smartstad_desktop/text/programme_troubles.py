"""What the program says when something about the programme itself cannot be done."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

PROGRAMME_SENTENCES: Final[dict[str, str]] = {
    "programme_days_reversed": N_("The programme ends {end} but begins {start}. Change one of the days."),
    "project_aim_reversed": N_("At the most {most} is fewer than at the least {least}. Change one of the two."),
}
