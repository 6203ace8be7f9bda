"""Where the files that ship with the program lie, from source and when installed."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _shipped() -> Path:
    package = Path(__file__).parent
    installed = package / "_shipped"
    return installed if installed.is_dir() else package.parent


def resources() -> Path:
    """Return the folder of fonts, icons, themes and texts."""
    return _shipped() / "resources"


def db() -> Path:
    """Return the folder of migrations, seeds and demonstration data."""
    return _shipped() / "db"
