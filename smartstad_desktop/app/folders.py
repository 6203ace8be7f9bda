"""Where the program keeps the user's choices, backups and crash reports; SMARTSTAD_HOME moves all of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def home() -> Path:
    """Return the folder for everything the program keeps for this user; it may not exist yet."""
    if chosen := os.environ.get("SMARTSTAD_HOME"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming") / "SMARTstad"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "SMARTstad"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "smartstad"


def backups() -> Path:
    """Return the folder for the dated backups of workspaces."""
    return home() / "backups"


def issuers() -> Path:
    """Return the folder for the certificates of issuers whose signatures one relies on (.pem, .crt, .cer, .der)."""
    return home() / "issuers"


def opened() -> Path:
    """Return the folder for copies of kept files that another program looks at; it is emptied at start and end."""
    return home() / "opened"


def reports() -> Path:
    """Return the folder for reports about what went wrong."""
    return home() / "reports"
