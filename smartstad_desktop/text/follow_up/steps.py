"""Names of the steps of reporting, reuse, follow-up and reminders."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

FOLLOW_UP_STEPS: Final[dict[str, str | tuple[str, str]]] = {
    "AddReport": N_("Plan the report “{title}”"),
    "PlanReports": (N_("Plan {count} report"), N_("Plan {count} reports")),
    "EditReport": N_("Change the report “{title}”"),
    "WriteReportText": N_("Write in the report “{title}”"),
    "GiveReport": N_("Give the report “{title}”"),
    "TakeBackReport": N_("Take back the report “{title}”"),
    "RemoveReports": (N_("Delete the report “{title}”"), N_("Delete {count} reports")),
    "NoteReuse": N_("Note what {municipality} does with “{title}”"),
    "RemoveReuse": (N_("Take back a note of reuse"), N_("Take back {count} notes of reuse")),
    "AddFollowUp": N_("Follow up “{title}”"),
    "EditFollowUp": N_("Change the follow-up of “{title}”"),
    "RemoveFollowUps": (N_("Delete the follow-up of “{title}”"), N_("Delete {count} notes of follow-up")),
    "AddReminder": N_("Write the reminder “{title}”"),
    "EditReminder": N_("Change the reminder “{title}”"),
    "RemoveReminders": (N_("Delete the reminder “{title}”"), N_("Delete {count} reminders")),
    "AnswerReminder": N_("Note that “{title}” is done"),
    "AnswerReminder.later": N_("Put off “{title}”"),
    "AnswerReminder.again": N_("Open “{title}” again"),
}
