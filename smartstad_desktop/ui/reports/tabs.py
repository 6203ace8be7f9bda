"""The tabs of the page of reports, as a table."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_
from smartstad_desktop.ui.kit.tabbed_page import TabSpec

_HERE: Final = "smartstad_desktop.ui.reports"
TABS: Final[tuple[TabSpec, ...]] = (
    TabSpec("reports", N_("Reports"), f"{_HERE}.reports_tab:ReportsTab"),
    TabSpec("measures", N_("Measures"), f"{_HERE}.measures_tab:MeasuresTab"),
    TabSpec("results", N_("Results that travel"), f"{_HERE}.results_tab:ResultsTab"),
    TabSpec("reminders", N_("Reminders"), f"{_HERE}.reminders_tab:RemindersTab"),
    TabSpec("personal", N_("Personal data"), "smartstad_desktop.ui.personal.tab:PersonalTab"),
)
