"""Who has the file: a side file that tells, beside SQLite's lock that decides.

SQLite's exclusive lock is the truth and vanishes with the process. The side file only carries the message for a second
opener; it is ignored when the real lock is free.
"""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from smartstad_desktop.domain import files

PROGRAM = "SMARTstad"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a workspace open, and since when."""

    program: str
    host: str
    since: datetime | None


def side_file(path: Path) -> Path:
    """Return where the message about *path* lies."""
    return path.with_name(f".~lock.{path.name}#")


def announce(path: Path, since: datetime) -> None:
    """Write who has *path* now; best effort, since the lock itself is SQLite's."""
    message = {
        "program": PROGRAM,
        "host": platform.node(),
        "since": since.isoformat(timespec="seconds"),
        "pid": os.getpid(),
    }
    with suppress(OSError):
        side_file(path).write_text(json.dumps(message), encoding="utf-8")


def withdraw(path: Path) -> None:
    """Remove the message."""
    with suppress(OSError):
        side_file(path).unlink()


def holder(path: Path) -> Holder:
    """Return who has *path*, as far as the side file tells."""
    try:
        told = json.loads(side_file(path).read_text(encoding="utf-8"))
        return Holder(str(told["program"]), str(told["host"]), datetime.fromisoformat(told["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Holder(PROGRAM, "", None)


@dataclass(frozen=True, slots=True)
class Identity:
    """Which file on the disk a name stood for when it was opened."""

    device: int
    inode: int

    @classmethod
    def of(cls, path: Path) -> Identity:
        """Return the identity of the file at *path* by asking the file system, never by opening it."""
        seen = path.stat()
        return cls(seen.st_dev, seen.st_ino)


@contextmanager
def guarded(path: Path, identity: Identity) -> Generator[None]:
    """Refuse to write when *path* is no longer the file that was opened.

    SQLite would acknowledge a commit into a deleted or replaced file without a word.

    Raises:
        FileGone: the file was moved, replaced or deleted.
    """
    try:
        same = Identity.of(path) == identity
    except OSError:
        same = False
    if not same:
        raise files.FileGone(path=path)
    yield
