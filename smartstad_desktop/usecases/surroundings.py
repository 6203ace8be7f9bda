"""What a workspace needs from outside, and private copies to read from."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from smartstad_desktop.storage.backups import BackupFolder
from smartstad_desktop.storage.engine import READS, connect_copy, engine_on


def utc_now() -> datetime:
    """Return the time in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a workspace needs from outside: the clock, who acts, and where backups go (None keeps none)."""

    clock: Callable[[], datetime] = utc_now
    actor: str = "facilitator"
    backups: Path | None = None


def backup_folder(connection: sqlite3.Connection, around: Surroundings) -> BackupFolder | None:
    """Return where the backups of an opened file go; None without a folder or before there is a programme."""
    if around.backups is None:
        return None
    row: tuple[Any, ...] | None = connection.execute("SELECT uid FROM programme").fetchone()
    return None if row is None else BackupFolder(around.backups, str(row[0]))


@contextmanager
def open_copy(image: bytes) -> Generator[Connection]:
    """Read from the pages that ``Workspace.private_copy`` returned, in any thread."""
    raw = connect_copy(image)
    engine = engine_on(raw)
    try:
        with engine.connect().execution_options(**{READS: True}) as connection:
            yield connection
    finally:
        engine.dispose()
        raw.close()
