"""What the program says when a case cannot go where it is sent."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

CASE_SENTENCES: Final[dict[str, str]] = {
    "case_title_missing": N_("Give the case a title."),
    "case_title_too_long": N_("The title has {length} characters; {limit} fit. Shorten it."),
    "case_ends_before_start": N_("The case ends {end} but begins {start}. Change one of the dates."),
    "case_lesson_missing": N_("A case that is stopped needs a lesson: write what others can learn from it."),
    "decider_missing": N_("Write which function or body decided."),
    "changes_missing": N_("Write which changes are asked for."),
    "no_routine": N_("There is no adopted routine for such cases. Adopt one first."),
    "case_not_open": N_("The case is paused or over. Take it up again first."),
    "case_over": N_("The case is over. Take it up again first."),
    "stage_elsewhere": N_("Choose a stage of the routine that the case runs in."),
    "point_elsewhere": N_("The point is not one of the routine that the case runs in."),
    "point_passed": N_("“{point}” was settled when the case passed its gate. Send the case back to open it again."),
    "routine_not_in_force": N_("A case begins in a version in force of a routine for such cases. Choose another one."),
    "decision_ahead": N_("That day has not come yet. Choose today or an earlier day."),
    "decision_too_early": N_("The gate before was decided {day}. Choose that day or a later one."),
    "case_not_over": N_("The case is open already."),
    "no_gate_here": N_("The stage has no gate. Move the case on instead."),
    "gate_first": N_("The stage ends with {gate}. Record what was decided there."),
    "gate_closed": N_("{gate} cannot be passed yet. Missing: {missing}."),
    "case_unfinished": N_("The case cannot be completed yet. Missing: {missing}."),
    "stage_skipped": N_("A case goes through its stages one by one. {stage} comes next."),
    "not_earlier": N_("Choose an earlier stage."),
    "evidence_empty": N_("Write something, or choose a file that holds something."),
    "evidence_too_large": N_("{name} is larger than {limit}. Keep it in your archive and add a link."),
    "confidential_not_written": N_(
        "The case is confidential, so nothing of it is written to a document. Show it on the screen instead."
    ),
    "log_line_empty": N_("Write what happened."),
}
