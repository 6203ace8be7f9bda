"""The tabs of the programme page, as a table."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_
from smartstad_desktop.ui.kit.tabbed_page import TabSpec

_HERE: Final = "smartstad_desktop.ui.programme"
_GOVERNANCE: Final = "smartstad_desktop.ui.governance"
TABS: Final[tuple[TabSpec, ...]] = (
    TabSpec("programme", N_("Programme"), f"{_HERE}.facts_tab:FactsTab"),
    TabSpec("timeline", N_("Timeline"), f"{_HERE}.timeline_tab:TimelineTab"),
    TabSpec("organisation", N_("Organisation"), f"{_GOVERNANCE}.organisation_tab:OrganisationTab"),
    TabSpec("partners", N_("Partners"), f"{_GOVERNANCE}.partners_tab:PartnersTab"),
    TabSpec("decisions", N_("Decisions"), f"{_GOVERNANCE}.decisions_tab:DecisionsTab"),
    TabSpec("municipalities", N_("Municipalities"), f"{_HERE}.municipalities_tab:MunicipalitiesTab"),
    TabSpec("budget", N_("Budget"), f"{_HERE}.budget_tab:BudgetTab"),
    TabSpec("risks", N_("Risks"), f"{_HERE}.risks_tab:RisksTab"),
)
