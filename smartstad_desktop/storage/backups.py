"""Dated, checked backups of a workspace, outside the folder it lies in.

A backup counts only after it has been opened again and passed SQLite's integrity check. Rotation goes by number, not
by clock, so that a wrong clock never empties the folder.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from smartstad_desktop.domain import files

KEEP_LAST: Final = 20
KEEP_DAYS: Final = 14
KEEP_WEEKS: Final = 8
KEEP_AT_LEAST: Final = 5
_MANIFEST: Final = "backups.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One checked backup."""

    number: int
    at: str
    reason: str
    file_name: str
    sha256: str
    source_mtime_ns: int
    source_size: int

    @property
    def day(self) -> str:
        """Return the calendar day it was made."""
        return self.at[:10]

    @property
    def week(self) -> tuple[int, int]:
        """Return the ISO year and week it was made."""
        year, week, _ = datetime.fromisoformat(self.at).isocalendar()
        return year, week


class BackupFolder:
    """The backups of one workspace, known by its own unchanging id."""

    def __init__(self, root: Path, uid: str) -> None:
        self.folder = root / uid

    def all(self) -> list[Backup]:
        """Return the backups, oldest first."""
        try:
            told = json.loads((self.folder / _MANIFEST).read_text(encoding="utf-8"))
            return [Backup(**entry) for entry in told]
        except (OSError, ValueError, TypeError):
            return []

    def is_current(self, path: Path) -> bool:
        """Say whether the newest backup is of the file as it is now."""
        known = self.all()
        seen = path.stat()
        return bool(known) and (known[-1].source_mtime_ns, known[-1].source_size) == (seen.st_mtime_ns, seen.st_size)

    def is_rotten(self, path: Path, image: bytes) -> bool:
        """Say whether the pages differ from the newest backup although nobody has written to the file since.

        SQLite's own check misses most single flipped bits; this sees every one.
        """
        return self.is_current(path) and hashlib.sha256(image).hexdigest() != self.all()[-1].sha256

    def keep(self, image: bytes, path: Path, *, reason: str, at: datetime) -> Backup:
        """Write *image*, check it, and drop what rotation no longer keeps.

        Raises:
            BackupFailed: the disk refused it or it did not pass its check; earlier backups stand.
        """
        known = self.all()
        number = known[-1].number + 1 if known else 1
        name = f"{number:05d}-{at:%Y%m%d-%H%M%S}-{reason}.smartstad"
        try:
            seen = path.stat()
            self.folder.mkdir(parents=True, exist_ok=True)
            write_checked(self.folder / name, image)
        except (OSError, sqlite3.Error) as error:
            raise files.BackupFailed(reason=str(error)) from error
        made = Backup(
            number=number,
            at=at.isoformat(timespec="seconds"),
            reason=reason,
            file_name=name,
            sha256=hashlib.sha256(image).hexdigest(),
            source_mtime_ns=seen.st_mtime_ns,
            source_size=seen.st_size,
        )
        self._keep_only(to_keep([*known, made]), known)
        return made

    def forget_before(self, backup: Backup) -> int:
        """Let go of every backup that is older than *backup*, and return how many went."""
        known = self.all()
        kept = [entry for entry in known if entry.number >= backup.number]
        self._keep_only(kept, known)
        return len(known) - len(kept)

    def _keep_only(self, kept: list[Backup], known: list[Backup]) -> None:
        self._write_manifest(kept)
        for old in known:
            if old not in kept:
                with suppress(OSError):
                    (self.folder / old.file_name).unlink()

    def _write_manifest(self, kept: Iterable[Backup]) -> None:
        temporary = self.folder / f"{_MANIFEST}.new"
        temporary.write_text(json.dumps([asdict(entry) for entry in kept], indent=1), encoding="utf-8")
        temporary.replace(self.folder / _MANIFEST)


def to_keep(known: list[Backup]) -> list[Backup]:
    """Return which backups rotation keeps, oldest first.

    The last 20, the last of each of 14 days and 8 weeks, and never fewer than five.
    """
    keep = {entry.number for entry in known[-max(KEEP_LAST, KEEP_AT_LEAST) :]}
    last_of_day = {entry.day: entry.number for entry in known}
    last_of_week = {entry.week: entry.number for entry in known}
    keep.update(sorted(last_of_day.values())[-KEEP_DAYS:])
    keep.update(sorted(last_of_week.values())[-KEEP_WEEKS:])
    return [entry for entry in known if entry.number in keep]


def write_checked(target: Path, image: bytes) -> None:
    """Write the pages of a workspace to *target*, whole and checked or not at all.

    Raises:
        OSError: the disk refused them.
        sqlite3.Error: they are damaged.
    """
    temporary = target.with_suffix(".new")
    try:
        with temporary.open("wb") as out:
            out.write(image)
            out.flush()
            os.fsync(out.fileno())
        with closing(sqlite3.connect(f"{temporary.absolute().as_uri()}?mode=ro", uri=True)) as check:
            found = check.execute("PRAGMA integrity_check").fetchone()[0]
            if found != "ok":
                raise sqlite3.DatabaseError(found)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
