"""Names of the steps about testbeds and what is tried in them."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

TESTBED_STEPS: Final[dict[str, str | tuple[str, str]]] = {
    "AddTestbed": N_("Add the testbed “{title}”"),
    "EditTestbed": N_("Change {fields} of the testbed “{title}”"),
    "RemoveTestbeds": (N_("Remove the testbed “{title}”"), N_("Remove {count} testbeds")),
    "EditTestbedCase": N_("Change {fields} of the test “{title}”"),
    "ShareResult": N_("Share the result of “{title}”"),
    "WithdrawResult": N_("Stop sharing the result of “{title}”"),
    "AddCaseIndicator": N_("Add the indicator “{title}”"),
    "EditCaseIndicator": N_("Change the indicator “{title}”"),
    "MoveCaseIndicator": N_("Move the indicator “{title}”"),
    "RemoveCaseIndicator": N_("Remove the indicator “{title}”"),
}
