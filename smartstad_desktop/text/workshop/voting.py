"""What the outcome of a vote is called."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.workshop.results import AgreementLevel, Quadrant
from smartstad_desktop.domain.workshop.rounds import Moved
from smartstad_desktop.text.phrases import N_

VOTING: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    AgreementLevel: {
        AgreementLevel.HIGH: N_("High agreement"),
        AgreementLevel.MEDIUM: N_("Some agreement"),
        AgreementLevel.LOW: N_("Low agreement"),
    },
    Quadrant: {
        Quadrant.DO_FIRST: N_("Do first"),
        Quadrant.PLAN_TOGETHER: N_("Plan together"),
        Quadrant.FILL_IN: N_("Fill in with"),
        Quadrant.LEAVE: N_("Leave"),
    },
    Moved: {
        Moved.UP: N_("Up"),
        Moved.DOWN: N_("Down"),
        Moved.STAYED: N_("Same place"),
        Moved.CAME: N_("New in the round"),
        Moved.WENT: N_("Not in the round"),
    },
}
