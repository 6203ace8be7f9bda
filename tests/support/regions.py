"""The demonstration region as tests copy it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from smartstad_desktop.usecases.surroundings import Surroundings
from tests.support.workspaces import FixedClock

NAME: Final = "demo.smartstad"
ELEVEN: Final = "region.smartstad"


def make(path: Path) -> None:
    """Make the region at *path*, with its days of history, as a user does."""
    from smartstad_desktop.usecases.templates.templates import create_demo  # noqa: PLC0415  few tests need it

    create_demo(path, surroundings=Surroundings(clock=FixedClock(), actor="test")).close()


def make_eleven(path: Path) -> None:
    """Make a workspace from the template with eleven municipalities at *path*."""
    from smartstad_desktop.usecases.templates.templates import create_workspace  # noqa: PLC0415  few tests need it

    create_workspace(path, "familjen-helsingborg", surroundings=Surroundings(clock=FixedClock(), actor="test")).close()
