"""What the words of testbeds and of what is tried in them are called."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.testbeds.testbed_cases import Asking, Standing
from smartstad_desktop.domain.testbeds.testbeds import Environment, Intake, Nature, Recommendation, Tested
from smartstad_desktop.text.phrases import N_

TESTBED_LABELS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    Nature: {
        Nature.PHYSICAL: N_("Physical"),
        Nature.VIRTUAL: N_("Virtual"),
        Nature.BOTH: N_("Physical and virtual"),
    },
    Environment: {
        Environment.LAB: N_("Laboratory"),
        Environment.SIMULATED: N_("Simulated"),
        Environment.REAL: N_("Real operation"),
    },
    Tested: {
        Tested.PRODUCT: N_("A product"),
        Tested.SERVICE: N_("A service"),
        Tested.PROCESS: N_("A way of working"),
    },
    Intake: {
        Intake.OPEN_CALL: N_("Open call"),
        Intake.OWN_NEED: N_("Own need"),
        Intake.PROPOSAL: N_("Proposal from outside"),
    },
    Recommendation: {
        Recommendation.SCALE: N_("Scale up"),
        Recommendation.ITERATE: N_("Change and test again"),
        Recommendation.END: N_("End the test"),
    },
    Standing: {
        Standing.NOT_MEASURED: N_("Not measured yet"),
        Standing.NO_BASELINE: N_("No baseline to compare with"),
        Standing.UNCHANGED: N_("As before"),
        Standing.CHANGED: N_("Changed, without a target"),
        Standing.REACHED: N_("Target reached"),
        Standing.CLOSER: N_("Closer to the target"),
        Standing.FURTHER: N_("Further from the target"),
    },
    Asking: {
        Asking.SOON: N_("Ends soon"),
        Asking.OVER: N_("Past its end"),
    },
}
