"""What to tell about reports, reuse and reminders that a rule refuses."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

FOLLOW_UP_SENTENCES: Final[dict[str, str]] = {
    "report_title_missing": N_("Give the report a name."),
    "report_period_reversed": N_("The period ends {last} but begins {first}. Change one of the days."),
    "programme_time_missing": N_("Write the day, so that the time can be divided among the reports."),
    "report_count_outside": N_("Choose between {least} and {most} reports."),
    "report_text_too_long": N_("The text has {length} characters; a report has room for {limit}. Shorten it."),
    "report_is_given": N_("“{title}” has been given and stays as it was. Take it back first to change it."),
    "report_not_given": N_("“{title}” has not been given."),
    "own_result": N_("The result is {name}'s own. Choose another municipality."),
    "nothing_to_share": N_("“{title}” has no result to share yet. Write it first."),
    "reminder_text_missing": N_("Write what to remember."),
    "reminder_text_too_long": N_("The reminder has {length} characters; a line has room for {limit}. Shorten it."),
    "reminder_day_missing": N_("Choose the day."),
}
