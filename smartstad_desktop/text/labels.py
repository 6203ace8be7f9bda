"""Names of statuses, kinds and other fixed words."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.inventory import (
    ActorType,
    FundingNature,
    Maturity,
    MunicipalityRole,
    Possibility,
    ProjectKind,
    Status,
)
from smartstad_desktop.domain.values import Language
from smartstad_desktop.text.phrases import N_, Phrasebook, current

# Members of two enums may be equal as text, so the class is part of the look-up.
LABELS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    Status: {
        Status.IDEA: N_("Idea"),
        Status.PLANNED: N_("Planned"),
        Status.PRESTUDY: N_("Pre-study"),
        Status.PILOT: N_("Pilot"),
        Status.IMPLEMENTATION: N_("Implementation"),
        Status.OPERATION: N_("In operation"),
        Status.COMPLETED: N_("Completed"),
        Status.PAUSED: N_("Paused"),
        Status.STOPPED: N_("Stopped early"),
    },
    ProjectKind: {
        ProjectKind.ONGOING: N_("Ongoing"),
        ProjectKind.PLANNED: N_("Being planned"),
        ProjectKind.FINISHED: N_("Finished"),
        ProjectKind.STOPPED: N_("Stopped"),
        ProjectKind.IDEA: N_("Ideas"),
        ProjectKind.EXTERNAL: N_("Seen elsewhere"),
    },
    FundingNature: {
        FundingNature.ONE_OFF: N_("One-off"),
        FundingNature.RUNNING: N_("Running"),
        FundingNature.BOTH: N_("One-off and running"),
    },
    MunicipalityRole: {
        MunicipalityRole.INITIATOR: N_("Initiator"),
        MunicipalityRole.PARTICIPANT: N_("Participant"),
        MunicipalityRole.ENABLER: N_("Enabler"),
        MunicipalityRole.DOER: N_("Doer"),
        MunicipalityRole.NEUTRAL: N_("Neutral"),
    },
    Maturity: {
        Maturity.CONCEPT: N_("Concept"),
        Maturity.PROTOTYPE: N_("Prototype"),
        Maturity.PILOT: N_("Pilot in real use"),
        Maturity.PRODUCT: N_("Finished product"),
    },
    Possibility: {
        Possibility.YES: N_("Yes"),
        Possibility.MAYBE: N_("Maybe"),
        Possibility.NO: N_("No"),
    },
    ActorType: {
        ActorType.PUBLIC: N_("Public sector"),
        ActorType.BUSINESS: N_("Business"),
        ActorType.ACADEMIA: N_("Academia"),
        ActorType.CIVIL_SOCIETY: N_("Civil society"),
        ActorType.RESIDENTS: N_("Residents"),
    },
    Language: {
        Language.SV: N_("Swedish"),
        Language.NB: N_("Norwegian"),
        Language.EN: N_("English"),
    },
}


def label(member: StrEnum, phrases: Phrasebook | None = None) -> str:
    """Return what *member* is called, in the window's language unless another phrasebook is given."""
    return (phrases or current()).text(LABELS[type(member)][member])
