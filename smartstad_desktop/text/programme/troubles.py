"""What the program says when something about the programme itself cannot be done."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

PROGRAMME_SENTENCES: Final[dict[str, str]] = {
    "programme_days_reversed": N_("The programme ends {end} but begins {start}. Change one of the days."),
    "project_aim_reversed": N_("At the most {most} is fewer than at the least {least}. Change one of the two."),
    "work_name_missing": N_("Give it a name."),
    "work_days_reversed": N_("It ends {end} but begins {start}. Change one of the days."),
    "light_reason_missing": N_("Write why it is not as planned."),
    "done_day_missing": N_("Write on which day it was done."),
    "risk_step_unknown": N_("Choose a step from 1 to 4."),
    "more_selected_than_applied": N_("{selected} were selected but only {applied} applied. Change one of the two."),
    "question_missing": N_("Write the question."),
}
