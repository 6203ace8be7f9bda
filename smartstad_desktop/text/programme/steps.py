"""Names of the steps of the programme's own work: parts, timeline, questions, calls and risks."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

PROGRAMME_STEPS: Final[dict[str, str | tuple[str, str]]] = {
    "AddPart": N_("Add the part “{title}”"),
    "EditPart": N_("Change the part “{title}”"),
    "MovePart": N_("Move the part “{title}”"),
    "RemoveParts": (N_("Remove the part “{title}”"), N_("Remove {count} parts")),
    "AddEntry": N_("Put “{title}” on the timeline"),
    "EditEntry": N_("Change “{title}” on the timeline"),
    "MoveEntries": (N_("Move “{title}” to {part}"), N_("Move {count} entries to {part}")),
    "MoveEntries.apart": (N_("Take “{title}” out of its part"), N_("Take {count} entries out of their part")),
    "RemoveEntries": (N_("Take “{title}” off the timeline"), N_("Take {count} entries off the timeline")),
    "Reschedule": N_("Give “{title}” other days"),
    "AddQuestion": N_("Add the question “{title}”"),
    "AddStarterQuestions": (N_("Add {count} question"), N_("Add {count} questions")),
    "EditQuestion": N_("Change the question “{title}”"),
    "EditQuestion.answer": N_("Answer “{title}”"),
    "MoveQuestion": N_("Move the question “{title}”"),
    "RemoveQuestions": (N_("Remove the question “{title}”"), N_("Remove {count} questions")),
    "AddCall": N_("Add the call “{title}”"),
    "EditCall": N_("Change the call “{title}”"),
    "RemoveCalls": (N_("Remove the call “{title}”"), N_("Remove {count} calls")),
    "AddApplication": N_("Note the application from {title}"),
    "EditApplication": N_("Change the application from {title}"),
    "RemoveApplications": (N_("Remove the application from {title}"), N_("Remove {count} applications")),
    "AddRisk": N_("Add the risk “{title}”"),
    "EditRisk": N_("Change the risk “{title}”"),
    "EditRisk.weighed": N_("Weigh the risk “{title}” as {value}"),
    "EditRisk.closed": N_("Close the risk “{title}”"),
    "EditRisk.reopened": N_("Open the risk “{title}” again"),
    "RemoveRisks": (N_("Remove the risk “{title}”"), N_("Remove {count} risks")),
}
