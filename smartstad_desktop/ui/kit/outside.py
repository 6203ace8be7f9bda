"""Handing a file or folder to the user's own programs."""

from __future__ import annotations

import atexit
import shutil
from pathlib import Path
from tempfile import mkdtemp
from typing import ClassVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def show_outside(path: Path) -> None:
    """Let the program the user has chosen for it show *path*; a folder opens in the file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class Copies:
    """Files kept in a workspace that another program looks at: copies, gone when the program ends or starts again.

    What is kept in the workspace cannot be changed by another program, and nothing of it stays behind outside.
    """

    folder: ClassVar[Path | None] = None

    @classmethod
    def begin(cls, folder: Path) -> None:
        """Keep copies in *folder*, and throw away what an earlier run left there."""
        cls.folder = folder
        cls.empty()

    @classmethod
    def show(cls, name: str, content: bytes) -> None:
        """Show a copy of what is called *name*."""
        if cls.folder is None:
            cls.folder = Path(mkdtemp(prefix="smartstad-"))
            atexit.register(cls.empty)
        cls.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Two that are called the same lie beside each other.
        target = Path(mkdtemp(dir=cls.folder)) / Path(name).name
        target.write_bytes(content)
        show_outside(target)

    @classmethod
    def empty(cls) -> None:
        """Throw all copies away; one that another program holds fast goes the next time."""
        if cls.folder is not None:
            shutil.rmtree(cls.folder, ignore_errors=True)
