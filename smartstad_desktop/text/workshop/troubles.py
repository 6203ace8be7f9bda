"""What is said when something cannot be done to the seats, the agenda and the attendance of a workshop."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

SESSION_SENTENCES: Final[dict[str, str]] = {
    "seat_has_voted": N_(
        "{title} has answered in a round, so the seat stays as it is. "
        "Note that whoever sat there has left, or add another seat."
    ),
    "seat_was_taken": N_(
        "Somebody has sat on the seat {title}, and the minutes tell it. If that is wrong, correct its times first."
    ),
    "session_day_has_come": N_("The workshop has begun, so its day stays: attendance and agenda are told by it."),
    "part_has_begun": N_("“{title}” has begun, so it stays in the agenda and in the minutes."),
    "part_is_over": N_("“{title}” is over. How long it was to take stays as it was planned."),
    "attendance_left_before_arrived": N_("The time of leaving has to be later than the time of coming."),
    "attendance_overlaps": N_("The times overlap. Write when they left before they came back."),
    "attendance_outside_session": N_("The workshop was not held on {day}. Write a time of the day it was held."),
    "attendance_not_yet": N_("{moment} has not come yet. Write a time that has been."),
    "attendance_still_there": N_("The workshop has ended. Write when they left."),
}
