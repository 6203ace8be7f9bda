"""What the words of the programme's own work are called."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.programme.budget import BudgetKind
from smartstad_desktop.domain.programme.risks import Gravity
from smartstad_desktop.domain.programme.work import (
    ApplicationState,
    EntryFormat,
    EntryKind,
    Light,
    Onboarding,
    Settlement,
    Succession,
    WorkState,
)
from smartstad_desktop.text.phrases import N_

PROGRAMME_LABELS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    EntryKind: {
        EntryKind.ACTIVITY: N_("Activity"),
        EntryKind.DELIVERABLE: N_("Deliverable"),
        EntryKind.MILESTONE: N_("Milestone"),
        EntryKind.EVENT: N_("Event"),
    },
    WorkState: {
        WorkState.PLANNED: N_("Planned"),
        WorkState.ONGOING: N_("Ongoing"),
        WorkState.DONE: N_("Done"),
        WorkState.PAUSED: N_("Paused"),
        WorkState.DROPPED: N_("Dropped"),
    },
    Light: {
        Light.GREEN: N_("As planned"),
        Light.YELLOW: N_("Off plan, can be handled"),
        Light.RED: N_("Off plan, needs a decision"),
    },
    EntryFormat: {
        EntryFormat.ON_SITE: N_("On site"),
        EntryFormat.ONLINE: N_("Online"),
        EntryFormat.HYBRID: N_("On site and at a distance"),
        EntryFormat.SATELLITE: N_("Several places at once"),
    },
    Onboarding: {
        Onboarding.NOT_STARTED: N_("Not started"),
        Onboarding.VISITED: N_("Visited"),
        Onboarding.STARTED: N_("Has started"),
        Onboarding.OWN_CALLS: N_("Makes calls of its own"),
    },
    Settlement: {
        Settlement.CITY: N_("City"),
        Settlement.TOWN: N_("Town"),
        Settlement.COMMUTER: N_("Commuter municipality"),
        Settlement.RURAL: N_("Rural municipality"),
        Settlement.ISLAND: N_("Island municipality"),
    },
    Succession: {
        Succession.MERGER: N_("Merged"),
        Succession.SPLIT: N_("Split"),
        Succession.RENAMED: N_("Renamed"),
        Succession.MOVED_COUNTY: N_("Moved to another county"),
    },
    ApplicationState: {
        ApplicationState.APPLIED: N_("Applied"),
        ApplicationState.SELECTED: N_("Selected"),
        ApplicationState.DECLINED: N_("Turned down"),
    },
    Gravity: {
        Gravity.LOW: N_("Low risk"),
        Gravity.MEDIUM: N_("Medium risk"),
        Gravity.HIGH: N_("High risk"),
    },
    BudgetKind: {
        BudgetKind.COST: N_("Cost"),
        BudgetKind.FRAME: N_("Frame aimed at"),
        BudgetKind.APPLIED: N_("Funds applied for"),
        BudgetKind.GRANT: N_("Funds granted"),
        BudgetKind.CO_FUNDING: N_("Co-financing"),
        BudgetKind.IN_KIND: N_("Own work"),
    },
}
