"""Names of the steps about organisations, bodies and decisions; people are never named in them."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

GOVERNANCE_STEPS: Final[dict[str, str | tuple[str, str]]] = {
    "AddOrganisation": N_("Add the organisation “{title}”"),
    "EditOrganisation": N_("Change {fields} of the organisation “{title}”"),
    "DeleteOrganisations": (N_("Delete the organisation “{title}”"), N_("Delete {count} organisations")),
    "SetAdmissionCriteria": (
        N_("Ask {count} thing of those who want to come in"),
        N_("Ask {count} things of those who want to come in"),
    ),
    "AnswerAdmission": N_("Answer “{criterion}” for “{title}”"),
    "AddPerson": N_("Add a person"),
    "EditPerson": N_("Change {fields} of a person"),
    "DeletePerson": N_("Delete a person"),
    "AddBody": N_("Add the body “{title}”"),
    "EditBody": N_("Change {fields} of the body “{title}”"),
    "MoveBody": N_("Move the body “{title}”"),
    "DeleteBodies": (N_("Delete the body “{title}”"), N_("Delete {count} bodies")),
    "AddBodySeats": (N_("Add the seat “{title}” to “{body}”"), N_("Add {count} seats to “{body}”")),
    "EditBodySeat": N_("Change {fields} of the seat “{title}”"),
    "MoveBodySeat": N_("Move the seat “{title}”"),
    "DeleteBodySeats": (N_("Delete the seat “{title}”"), N_("Delete {count} seats")),
    "FillSeat": N_("Fill the seat “{seat}”"),
    "EditMembership": N_("Change {fields} for the seat “{seat}”"),
    "ChangeHolder": N_("Change who holds the seat “{seat}”"),
    "DeleteMembership": N_("Take somebody off the seat “{seat}”"),
    "AddDecision": N_("Write down the decision “{title}”"),
    "EditDecision": N_("Change {fields} of the decision “{title}”"),
    "DeleteDecisions": (N_("Delete the decision “{title}”"), N_("Delete {count} decisions")),
    "AddAssignments": (N_("Give the assignment “{title}”"), N_("Give the assignment “{title}” to {count}")),
    "EditAssignment": N_("Change {fields} of the assignment “{title}”"),
    "DeleteAssignments": (N_("Delete the assignment “{title}”"), N_("Delete {count} assignments")),
}
