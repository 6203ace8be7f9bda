"""Names of the steps about cases that travel through a routine."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

CASE_STEPS: Final[dict[str, str | tuple[str, str]]] = {
    "AddCase": N_("Begin the case “{title}”"),
    "EditCase": N_("Change {fields} of the case “{title}”"),
    "RemoveCases": (N_("Remove the case “{title}”"), N_("Remove {count} cases")),
    "DecideGate.continue": N_("{gate} for “{title}”: go on"),
    "DecideGate.continue_with_changes": N_("{gate} for “{title}”: go on with changes"),
    "DecideGate.send_back": N_("{gate} for “{title}”: send back"),
    "DecideGate.stop": N_("{gate} for “{title}”: stop"),
    "MoveOn": N_("Move “{title}” on to {stage}"),
    "MoveOn.last": N_("Complete “{title}”"),
    "MoveCase": N_("Move “{title}” to {stage}"),
    "PauseCase": N_("Pause “{title}”"),
    "StopCase": N_("Stop “{title}”"),
    "ResumeCase": N_("Take “{title}” up again"),
    "AnswerCheck": N_("Settle “{title}”"),
    "AnswerCheck.open": N_("Open “{title}” again"),
    "AnswerCheck.not_relevant": N_("Say that “{title}” is not relevant"),
    "AddEvidence": N_("Add the evidence “{title}”"),
    "RemoveEvidence": N_("Take the evidence “{title}” away"),
    "AddLogLine": N_("Write “{title}” in the log"),
    "EditLogLine": N_("Change “{title}” in the log"),
    "RemoveLogLine": N_("Take “{title}” out of the log"),
    "SetCaseRole": N_("Change who is {title} in “{case}”"),
}
