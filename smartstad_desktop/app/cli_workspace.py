"""Opening a workspace for a command."""

from __future__ import annotations

from pathlib import Path

from smartstad_desktop.app import folders
from smartstad_desktop.usecases.workspace import Surroundings, Workspace

ACTOR = "command line"


def surroundings() -> Surroundings:
    """Return where backups go and who acts."""
    return Surroundings(actor=ACTOR, backups=folders.backups())


def opened(file: str) -> Workspace:
    """Open the workspace at *file* to work in it."""
    return Workspace.open(Path(file), surroundings())


def opened_to_read(file: str) -> Workspace:
    """Open a copy of the workspace at *file*, which a window may have open."""
    return Workspace.open_read_only(Path(file), surroundings())
