"""What the panel and the dialog are given to run commands with."""

from __future__ import annotations

from typing import Protocol

from smartstad_desktop.usecases.command import Command, Outcome


class RunCommand(Protocol):
    """Runs a command and lets refusals through, so that a form can show them at its fields."""

    def __call__(self, command: Command, *, offer_undo: bool = False) -> Outcome:
        """Run *command*."""
        ...
