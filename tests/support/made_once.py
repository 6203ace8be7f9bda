"""Files that take long to make, made once per run whatever the number of workers, and copied by whoever needs them."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

_PATIENCE_S: Final = 100
_PAUSE_S: Final = 0.02


class MadeOnce:
    """A folder that the workers of one run share."""

    def __init__(self, factory: pytest.TempPathFactory) -> None:
        base = factory.getbasetemp()
        # Each worker has a folder of its own within that of the run.
        self._folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "made-once"
        self._folder.mkdir(exist_ok=True)

    def file(self, name: str, make: Callable[[Path], object]) -> Path:
        """Return the file *name*, which *make* writes to the path it is given; the first who asks makes it."""
        wanted, taken = self._folder / name, self._folder / f"{name}.being-made"
        until = time.monotonic() + _PATIENCE_S
        while not wanted.exists():
            try:
                taken.mkdir()
            except FileExistsError:
                if time.monotonic() > until:
                    raise TimeoutError(f"{name} is being made elsewhere and does not come") from None
                time.sleep(_PAUSE_S)
                continue
            try:
                if not wanted.exists():
                    make(taken / name)
                    (taken / name).rename(wanted)
            finally:
                shutil.rmtree(taken)
        return wanted

    def copy(self, name: str, make: Callable[[Path], object], to: Path) -> Path:
        """Copy the file *name* to *to*, which may be a folder."""
        return Path(shutil.copyfile(self.file(name, make), to / name if to.is_dir() else to))
