"""What the words of comparing versions of a routine are called."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.testbeds.comparison import Differs, PartOf
from smartstad_desktop.text.phrases import N_

ROUTINE_LABELS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    Differs: {
        Differs.ADDED: N_("Added"),
        Differs.REMOVED: N_("Taken out"),
        Differs.MOVED: N_("Moved"),
        Differs.REWORDED: N_("Reworded"),
        Differs.TRANSLATED: N_("Translated"),
        Differs.ROLE: N_("Another role"),
        Differs.REQUIRED: N_("Now required"),
        Differs.OPTIONAL: N_("No longer required"),
        Differs.EVIDENCE: N_("Other evidence"),
        Differs.RESPONSIBLE: N_("Other responsibility"),
        Differs.GATE_ADDED: N_("Gate added"),
        Differs.GATE_REMOVED: N_("Gate taken away"),
        Differs.GATE: N_("Other gate"),
    },
    PartOf: {
        PartOf.STAGE: N_("Stage"),
        PartOf.POINT: N_("Point"),
        PartOf.ROLE: N_("Role"),
    },
}
