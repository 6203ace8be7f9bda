"""What the parts of the page ask of it; apart, so that the page can know them."""

from __future__ import annotations

from typing import Protocol

from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.targets import PageTarget
from smartstad_desktop.usecases.command import Command, Outcome


class WorkshopHost(Protocol):
    """The page of workshops, as its parts know it."""

    services: Services

    def perform(self, command: Command, *, offer_undo: bool = False) -> Outcome | None:
        """Run *command*; trouble is told in a notice."""
        ...

    def run(self, command: Command, *, offer_undo: bool = False) -> Outcome:
        """Run *command* for a form, which shows refusals at its fields itself."""
        ...

    def lead_to(self, target: PageTarget) -> None:
        """Show another page of the window."""
        ...
