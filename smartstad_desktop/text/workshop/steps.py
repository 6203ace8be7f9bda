"""Names of the steps of planning and holding a workshop."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

SESSION_STEPS: Final[dict[str, str | tuple[str, str]]] = {
    "CreateSession": N_("Plan the workshop “{title}”"),
    "EditSession": N_("Change the workshop “{title}”"),
    "DuplicateSession": N_("Copy a workshop as “{title}”"),
    "DeleteSessions": (N_("Delete the workshop “{title}”"), N_("Delete {count} workshops")),
    "OpenSession": N_("Open the workshop “{title}”"),
    "EndSession": N_("End the workshop “{title}”"),
    "ReopenSession": N_("Open the workshop “{title}” again"),
    "AddSeats": (N_("Add the seat “{title}”"), N_("Add {count} seats")),
    "EditSeat": N_("Change the seat “{title}”"),
    "RemoveSeats": (N_("Remove the seat “{title}”"), N_("Remove {count} seats")),
    "Arrive": (N_("Note that {title} is here"), N_("Note that {count} are here")),
    "Leave": (N_("Note that {title} has left"), N_("Note that {count} have left")),
    "CorrectAttendance": N_("Correct when {title} was there"),
    "AddAgendaItem": N_("Add “{title}” to the agenda"),
    "EditAgendaItem": N_("Change “{title}” in the agenda"),
    "MoveAgendaItem": N_("Move “{title}” in the agenda"),
    "RemoveAgendaItems": (N_("Remove “{title}” from the agenda"), N_("Remove {count} parts from the agenda")),
    "GoToAgendaItem": N_("Go to “{title}”"),
    "ShortenAgendaItems": (N_("Change the time for “{title}”"), N_("Change the time for {count} parts of the agenda")),
    "StartClock": N_("Start the clock"),
    "PauseClock": N_("Stop the clock"),
    "SetClock": N_("Set the clock"),
    "AddNote": N_("Write down “{title}”"),
    "EditNote": N_("Change the note “{title}”"),
    "MarkRehearsal": N_("Begin to rehearse “{title}”"),
    "SimulateRound": (
        N_("Make up {count} answer in round {round}"),
        N_("Make up {count} answers in round {round}"),
    ),
    "RemoveNotes": (N_("Remove the note “{title}”"), N_("Remove {count} notes")),
}
