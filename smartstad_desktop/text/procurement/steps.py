"""Names of the steps about buying together."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

PROCUREMENT_STEPS: Final[dict[str, str | tuple[str, str]]] = {
    "AddThreshold": N_("Add the limit from “{title}”"),
    "EditThreshold": N_("Change {fields} of the limit from “{title}”"),
    "RemoveThresholds": (N_("Remove the limit from “{title}”"), N_("Remove {count} limits")),
    "EditProcurement": N_("Change {fields} of the procurement “{title}”"),
    "LockParties": (N_("Lock {count} party of “{title}”"), N_("Lock {count} parties of “{title}”")),
    "UnlockParties": N_("Open the parties of “{title}” again"),
    "EditParty": N_("Change {fields} of {municipality} in “{title}”"),
    "RemoveParty": N_("Take back what {municipality} said in “{title}”"),
    "KeepMandate": N_("Keep the mandate letter of {municipality} for “{title}”"),
    "MarkCandidate": N_("Take back what was said of the candidate “{title}”"),
    "MarkCandidate.kept": N_("Keep the candidate “{title}” in sight"),
    "MarkCandidate.dismissed": N_("Put the candidate “{title}” aside"),
    "BeginProcurement": N_("Begin the joint procurement “{title}”"),
}
