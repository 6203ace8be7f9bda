"""LibreOffice without a window: opens a workbook and saves it again, as a municipality's computer does."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Final

#: Starting takes seconds; a run that hangs must not take the tests with it.
PATIENCE_S: Final = 90


def program() -> str | None:
    """Return the program, or None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


class Office:
    """One LibreOffice with a profile of its own, so that it neither finds nor disturbs anybody's settings."""

    def __init__(self, path: str, profile: Path) -> None:
        self._command = [path, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"]

    def saved_again(self, sources: list[Path], ending: str, folder: Path) -> list[Path]:
        """Open *sources* and save them as *ending* into *folder*; one start for all of them."""
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [*self._command, "--convert-to", ending, "--outdir", str(folder), *map(str, sources)],
            check=True,
            capture_output=True,
            timeout=PATIENCE_S,
        )
        return [folder / f"{source.stem}.{ending}" for source in sources]
