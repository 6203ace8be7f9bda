"""What the words of buying together are called."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.procurement.candidates import Ground, Mark
from smartstad_desktop.domain.procurement.procurement import (
    Category,
    Certainty,
    Form,
    Interest,
    Law,
    MandateState,
    ThresholdRule,
)
from smartstad_desktop.domain.procurement.thresholds import Standing
from smartstad_desktop.text.phrases import N_

PROCUREMENT_LABELS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    Form: {
        Form.BY_MANDATE: N_("One municipality buys with mandates from the others"),
        Form.PURCHASING_BODY: N_("Through a central purchasing body"),
        Form.OWN_WITH_OPTION: N_("One municipality’s own procurement with options for the others"),
    },
    Interest: {
        Interest.YES: N_("Wants to join"),
        Interest.MAYBE: N_("May join"),
        Interest.NO: N_("Does not join"),
    },
    MandateState: {
        MandateState.NONE: N_("No mandate yet"),
        MandateState.ASKED: N_("Mandate asked for"),
        MandateState.RECEIVED: N_("Mandate received"),
    },
    Category: {
        Category.GOODS_SERVICES: N_("Goods and services"),
        Category.SOCIAL_SERVICES: N_("Social and other special services"),
        Category.WORKS: N_("Construction works"),
    },
    Law: {Law.GENERAL: N_("Public procurement act"), Law.UTILITIES: N_("Utilities procurement act")},
    ThresholdRule: {
        ThresholdRule.DOCUMENTATION: N_("Duty to document"),
        ThresholdRule.DIRECT_AWARD: N_("Direct award limit"),
        ThresholdRule.NATIONAL: N_("National threshold"),
        ThresholdRule.EU: N_("EU/EEA threshold"),
    },
    Ground: {
        Ground.SERVICE: N_("The same service"),
        Ground.NEED: N_("The same need"),
        Ground.TECHNOLOGY: N_("The same technology"),
        Ground.GOAL: N_("The same goal"),
        Ground.SAID: N_("Said in the inventory"),
    },
    Mark: {
        Mark.KEPT: N_("Kept in sight"),
        Mark.DISMISSED: N_("Put aside"),
        Mark.CASE: N_("Has become a procurement"),
    },
    Standing: {
        Standing.BELOW: N_("Below the limit"),
        Standing.ABOVE: N_("Reaches the limit"),
        Standing.UNKNOWN: N_("No limit known"),
        Standing.OTHER_CURRENCY: N_("Limit in another currency"),
    },
    Certainty: {Certainty.VERIFIED: N_("Looked up"), Certainty.CHECK: N_("Check")},
}
