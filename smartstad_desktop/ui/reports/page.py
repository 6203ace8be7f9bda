"""The page of reports: what is told to the steering group, what came of the measures, and what is due."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.tabbed_page import TabbedPage
from smartstad_desktop.ui.reports.tabs import TABS


class ReportsPage(TabbedPage):
    """Reports, measures, results that travel, and reminders."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, TABS, name=_("Parts of the follow-up"), remembered="reports_tab", parent=parent)
