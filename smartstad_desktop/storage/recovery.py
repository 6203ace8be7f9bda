"""What to do when a journal lies beside the file: after a crash it is ours, after a copied backup it may be a stranger.

SQLite would apply a stranger on the first read and damage a good file. So both outcomes are tried on copies first.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from smartstad_desktop.domain import files
from smartstad_desktop.storage import lock, migrate
from smartstad_desktop.storage.connection import connect_file


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps the journal of the file at *path*."""
    return path.with_name(f"{path.name}-journal")


def settle_journal(path: Path) -> files.JournalStrange | None:
    """Make the file at *path* safe to open although a journal lies beside it.

    Returns:
        None when there is nothing to settle or SQLite's own rollback is right; otherwise what was put aside.

    Raises:
        OpenElsewhere: the journal belongs to a program that has the file open.
        Damaged: the file is good neither with the journal nor without; nothing has been touched.
    """
    journal = journal_of(path)
    if not journal.exists() or journal.stat().st_size == 0:
        return None
    if _is_held(path):
        told = lock.holder(path)
        raise files.OpenElsewhere(path=path, program=told.program, host=told.host, since=told.since)
    with tempfile.TemporaryDirectory(prefix="smartstad-") as folder:
        with_journal, without = Path(folder) / "with.smartstad", Path(folder) / "without.smartstad"
        shutil.copyfile(path, with_journal)
        shutil.copyfile(path, without)
        shutil.copyfile(journal, journal_of(with_journal))
        rolled_back, untouched = _last_step(with_journal), _last_step(without)
        if rolled_back is None and untouched is None:
            raise files.Damaged(path=path, finding="journal")
        # One action apart is what a crash in mid-commit leaves; SQLite's rollback is right then.
        if rolled_back is not None and (untouched is None or abs(untouched - rolled_back) <= 1):
            return None
        aside = _free_name(path, "sidofil")
        if rolled_back is not None:
            shutil.copyfile(with_journal, aside)
            journal.unlink()
        else:
            journal.rename(aside)
        return files.JournalStrange(path=path, aside=aside)


def _is_held(path: Path) -> bool:
    """Ask SQLite whether somebody has the file: a reader that may not roll back hears *locked* only then."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=0.2)) as probe:
            probe.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        return "locked" in str(error)
    except sqlite3.DatabaseError:
        return False
    return False


def _last_step(path: Path) -> int | None:
    """Return the number of the last step in a copy, or None when the copy is no good."""
    try:
        with closing(connect_file(path)) as connection:
            migrate.check_header(connection, path)
            if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                return None
            if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
                return None
            return int(connection.execute("SELECT coalesce(max(id), 0) FROM change_step").fetchone()[0])
    except (sqlite3.Error, files.FileTrouble):
        return None


def _free_name(path: Path, word: str) -> Path:
    number = 1
    while (name := path.with_name(f"{path.stem} ({word} {number}){path.suffix}")).exists():
        number += 1
    return name
