"""The page of the programme: everything about the programme itself, in tabs."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.tabbed_page import TabbedPage
from smartstad_desktop.ui.programme.tabs import TABS


class ProgrammePage(TabbedPage):
    """Facts, timeline, organisation, partners, decisions, municipalities and risks."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, TABS, name=_("Parts of the programme"), remembered="programme_tab", parent=parent)
