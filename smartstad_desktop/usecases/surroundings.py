"""What a workspace needs from outside."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from smartstad_desktop.domain.workshop.rehearsals import is_rehearsal
from smartstad_desktop.storage.backups import BackupFolder


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
    """Return where the backups of an opened file go.

    None without a folder, before there is a programme, or for a rehearsal, which is thrown away.
    """
    if around.backups is None:
        return None
    row: tuple[Any, ...] | None = connection.execute("SELECT uid FROM programme").fetchone()
    return None if row is None or is_rehearsal(str(row[0])) else BackupFolder(around.backups, str(row[0]))


def last_backup_at(connection: sqlite3.Connection, around: Surroundings) -> datetime | None:
    """Return when the newest backup of an opened file was made; None when there is none."""
    folder = backup_folder(connection, around)
    known = folder.all() if folder is not None else []
    return datetime.fromisoformat(known[-1].at) if known else None
