"""Where each reminder leads: the page, and the row on it."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.domain.follow_up.reminders import Due, ReminderKind
from smartstad_desktop.ui.kit.tabbed_page import TAB
from smartstad_desktop.ui.kit.targets import PageId, PageTarget

_PLACES: Final[dict[ReminderKind, tuple[PageId, dict[str, str]]]] = {
    ReminderKind.LIST: (PageId.PROGRAMME, {TAB: "municipalities"}),
    ReminderKind.PROJECT: (PageId.INVENTORY, {}),
    ReminderKind.RISK: (PageId.PROGRAMME, {TAB: "risks"}),
    ReminderKind.ENTRY: (PageId.PROGRAMME, {TAB: "timeline"}),
    ReminderKind.ASSIGNMENT: (PageId.PROGRAMME, {TAB: "decisions"}),
    ReminderKind.REPORT: (PageId.REPORTS, {TAB: "reports"}),
    ReminderKind.MEMBERSHIP: (PageId.PROGRAMME, {TAB: "organisation", "what": "seat"}),
    ReminderKind.ACTION: (PageId.WORKSHOP, {}),
    ReminderKind.TEST_END: (PageId.TESTBEDS, {}),
    ReminderKind.TENDERS: (PageId.PROCUREMENT, {}),
    ReminderKind.STANDSTILL: (PageId.PROCUREMENT, {}),
    ReminderKind.CONTRACT: (PageId.PROCUREMENT, {}),
    ReminderKind.WEEDING: (PageId.REPORTS, {TAB: "personal"}),
    ReminderKind.PLAN_DECISION: (PageId.PLAN, {TAB: "decision"}),
    ReminderKind.PLAN_REVISION: (PageId.PLAN, {TAB: "versions"}),
    ReminderKind.SERVICE: (PageId.NEEDS, {"view": "services"}),
}


def place_of(due: Due) -> PageTarget | None:
    """Return where *due* is looked after; an own reminder is looked after where it stands."""
    found = _PLACES.get(due.kind)
    if found is None:
        return None
    page, filters = found
    return PageTarget(page, row=due.place, filters={**filters})
