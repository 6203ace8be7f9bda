"""How long work tells how far it has come, without knowing who listens."""

from __future__ import annotations

from typing import Protocol


class Cancelled(Exception):
    """The user asked the work to stop; nothing is to be written."""


class Progress(Protocol):
    """Where work reports to; the window, the command line and tests each bring their own."""

    def report(self, done: int, total: int, what: str = "") -> None:
        """Tell that *done* of *total* parts are ready and *what* is next; raise ``Cancelled`` if asked to stop."""
        ...


class Silent:
    """Progress that nobody watches."""

    def report(self, done: int, total: int, what: str = "") -> None:
        """Take note of nothing."""
