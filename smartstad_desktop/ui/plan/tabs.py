"""The tabs of the plan. A new one is one row; its class is imported when it is first shown."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_
from smartstad_desktop.ui.kit.tabbed_page import TabSpec

_UI: Final = "smartstad_desktop.ui.plan"

TABS: Final = (
    TabSpec("measures", N_("Measures"), f"{_UI}.measures_tab:MeasuresTab"),
    TabSpec("text", N_("Text"), f"{_UI}.text_tab:TextTab"),
    TabSpec("asides", N_("Not prioritised and stop list"), f"{_UI}.asides_tab:AsidesTab"),
    TabSpec("money", N_("Money and time"), f"{_UI}.money_tab:MoneyTab"),
    TabSpec("decision", N_("Decision and signatures"), f"{_UI}.decision_tab:DecisionTab"),
    TabSpec("versions", N_("Versions"), f"{_UI}.versions_tab:VersionsTab"),
)
