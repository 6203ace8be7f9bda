"""Handing a file or folder to the user's own programs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def show_outside(path: Path) -> None:
    """Let the program the user has chosen for it show *path*; a folder opens in the file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
