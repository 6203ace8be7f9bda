"""Names of the steps about the decision on a version, its signature page, adoptions and files."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

PLAN_DECISION_STEPS: Final[dict[str, str | tuple[str, str]]] = {
    "FreezePlan": N_("Freeze version {version} of “{title}”"),
    "StartPlanVersion": N_("Begin version {version} of “{title}”"),
    # As it was called in files of earlier versions, whose history still says so.
    "ApprovePlan": N_("Approve version {version} of “{title}”"),
    "DecidePlan.approved": N_("Approve version {version} of “{title}”"),
    "DecidePlan.approved_with_changes": N_("Approve version {version} of “{title}” with changes"),
    "DecidePlan.referred_back": N_("Refer version {version} of “{title}” back"),
    "DecidePlan.rejected": N_("Reject version {version} of “{title}”"),
    "SetSigning": N_("Say how version {version} of “{title}” is signed"),
    "SetSigners": (N_("Put {count} row on the signature page"), N_("Put {count} rows on the signature page")),
    "AddSigner": N_("Add {title} to the signature page"),
    "EditSigner": N_("Change the signature row of {title}"),
    "MoveSigners": (N_("Move the signature row of {title}"), N_("Move {count} signature rows")),
    "RemoveSigners": (N_("Remove the signature row of {title}"), N_("Remove {count} signature rows")),
    "AddReservation.reservation": N_("Note the reservation “{title}”"),
    "AddReservation.statement": N_("Note the special statement “{title}”"),
    "AddReservation.concern": N_("Note the concern “{title}”"),
    "EditReservation": N_("Change the reservation “{title}”"),
    "MoveReservations": (N_("Move the reservation “{title}”"), N_("Move {count} reservations")),
    "RemoveReservations": (N_("Remove the reservation “{title}”"), N_("Remove {count} reservations")),
    "RecordAdoption": N_("Record what {municipality} decided on version {version}"),
    "EditPlanAdoption": N_("Change what {municipality} decided on version {version}"),
    "RemoveAdoptions": (
        N_("Remove what {municipality} decided on version {version}"),
        N_("Remove {count} decisions of municipalities"),
    ),
    "AttachPlanFile": N_("Keep “{title}” with version {version}"),
    "KeepSignedPlan": N_("Keep the signed plan “{title}” with version {version}"),
    "RemovePlanFile": N_("Take away the file “{title}”"),
}
