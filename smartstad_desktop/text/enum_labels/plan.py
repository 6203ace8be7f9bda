"""What the words of the plan are called: origins, effects, signing, adoption, and how long people are kept."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.personal.kinds import PersonalCategory, Weeding
from smartstad_desktop.domain.plan.parts import (
    AdoptionOutcome,
    AsideKind,
    Horizon,
    MeasureOrigin,
    PlanFileKind,
    ReservationKind,
    SigningManner,
)
from smartstad_desktop.text.phrases import N_

PLAN_LABELS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    MeasureOrigin: {
        MeasureOrigin.BOARD: N_("From the board"),
        MeasureOrigin.ROUND: N_("From a round"),
        MeasureOrigin.ORDER: N_("From the computed order"),
        MeasureOrigin.SCENARIO: N_("From a scenario"),
        MeasureOrigin.PROJECT: N_("From the inventory"),
        MeasureOrigin.HAND: N_("Written by hand"),
    },
    Horizon: {
        Horizon.SHORT: N_("Within a year"),
        Horizon.MEDIUM: N_("Within three years"),
        Horizon.LONG: N_("In the long run"),
    },
    AsideKind: {AsideKind.NOT_PRIORITISED: N_("Not prioritised"), AsideKind.STOP: N_("To be ended")},
    ReservationKind: {
        ReservationKind.RESERVATION: N_("Reservation against the decision"),
        ReservationKind.STATEMENT: N_("Special statement"),
        ReservationKind.CONCERN: N_("Stated concern"),
    },
    AdoptionOutcome: {
        AdoptionOutcome.ADOPTED: N_("Plan adopted"),
        AdoptionOutcome.ADOPTED_IN_PART: N_("Adopted in part"),
        AdoptionOutcome.POSTPONED: N_("Postponed"),
        AdoptionOutcome.DECLINED: N_("Plan not adopted"),
    },
    SigningManner: {
        SigningManner.ELSEWHERE: N_("In the municipality’s own signing service"),
        SigningManner.HERE: N_("Here, with a certificate"),
        SigningManner.MINUTES: N_("Approved in minutes, without signature"),
    },
    PlanFileKind: {
        PlanFileKind.ARCHIVE: N_("Archive PDF"),
        PlanFileKind.SIGNED: N_("Signed PDF"),
        PlanFileKind.MINUTES: N_("Minutes of the meeting"),
        PlanFileKind.OTHER: N_("Other file"),
    },
    PersonalCategory: {
        PersonalCategory.CONTACTS: N_("Contacts"),
        PersonalCategory.SEATS: N_("Seats and roles"),
        PersonalCategory.ATTENDANCE: N_("Attendance"),
        PersonalCategory.QUOTES: N_("Residents’ own words"),
        PersonalCategory.NOTES: N_("Notes from workshops"),
        PersonalCategory.SIGNATURES: N_("Names drawn by hand"),
    },
    Weeding: {
        Weeding.KEEP: N_("Preserve"),
        Weeding.ANONYMISE: N_("Made anonymous"),
        Weeding.REMOVE: N_("Weed out"),
    },
}
