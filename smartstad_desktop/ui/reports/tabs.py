"""The tabs of the page of reports, as a table."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_
from smartstad_desktop.ui.kit.tabbed_page import TabSpec

_HERE: Final = "smartstad_desktop.ui.reports"
REPORTS: Final = "reports"
TABS: Final[tuple[TabSpec, ...]] = (TabSpec(REPORTS, N_("Reports"), f"{_HERE}.reports_tab:ReportsTab"),)
