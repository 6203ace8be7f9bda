"""What the errands and openings of the page ask of it; apart, so that the page can know them."""

from __future__ import annotations

from typing import Protocol

from smartstad_desktop.domain.values import ScenarioId
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.order.order_table import OrderTable
from smartstad_desktop.ui.order.outlook import Outlook
from smartstad_desktop.usecases.command import Command, Outcome


class OrderHost(Protocol):
    """The page of the order, as its helpers know it."""

    services: Services
    outlook: Outlook | None
    table: OrderTable

    def perform(self, command: Command, *, offer_undo: bool = False) -> Outcome | None:
        """Run *command*; trouble is told in a notice."""
        ...

    def go_to_scenario(self, scenario: ScenarioId) -> None:
        """Look at the order of a what-if."""
        ...
