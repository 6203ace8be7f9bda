"""Opening a workspace file in an order that never makes anything worse (reliability 5.2)."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from smartstad_desktop.domain import files
from smartstad_desktop.storage import lock, migrate
from smartstad_desktop.storage.connection import connect_copy, connect_file, take_exclusively
from smartstad_desktop.storage.lock import Identity
from smartstad_desktop.storage.recovery import journal_of, settle_journal

_TRIES = 3
#: The files this process writes to. Reading one of them with open() would drop SQLite's lock when the handle closes.
_HELD_HERE: dict[Identity, sqlite3.Connection] = {}


def make_new(path: Path) -> None:
    """Make an empty workspace of the newest schema at *path*, complete or not at all.

    Raises:
        FileExists: something is there already; it is not touched.
        FileUnwritable: the folder does not take new files.
    """
    if path.exists():
        raise files.FileExists(path=path)
    unfinished = path.with_name(f".{path.name}.new")
    try:
        unfinished.unlink(missing_ok=True)
        with closing(connect_file(unfinished, create=True)) as connection:
            migrate.migrate(connection)
        unfinished.rename(path)
    except OSError as error:
        raise files.FileUnwritable(path=path) from error
    finally:
        unfinished.unlink(missing_ok=True)


def open_writer(
    path: Path, before_migration: Callable[[sqlite3.Connection], object]
) -> tuple[sqlite3.Connection, files.JournalStrange | None]:
    """Return the exclusive connection to the workspace at *path*, checked and of the newest schema.

    Beside it comes what was put aside on the way, if anything was.

    Raises:
        FileTrouble: one of its kinds says why it cannot be opened; the file is as it was.
    """
    if path.is_file() and Identity.of(path) in _HELD_HERE:
        raise _open_elsewhere(path)
    aside = settle_journal(path)
    connection = connect_file(path)
    try:
        version = migrate.check_header(connection, path)
        take_exclusively(connection)
        if version < migrate.newest():
            _check_pages(connection, path)
            migrate.migrate(connection, lambda: before_migration(connection))
        found = migrate.finding(connection)
        if found:
            raise files.Damaged(path=path, finding=found)
    except sqlite3.OperationalError as error:
        connection.close()
        raise _trouble(error, path) from error
    except sqlite3.DatabaseError as error:
        connection.close()
        raise files.Damaged(path=path, finding=str(error)) from error
    except BaseException:
        connection.close()
        raise
    _HELD_HERE[Identity.of(path)] = connection
    return connection, aside


def close_writer(connection: sqlite3.Connection) -> None:
    """Close a connection of ``open_writer`` and let others have the file."""
    for identity in [identity for identity, held in _HELD_HERE.items() if held is connection]:
        del _HELD_HERE[identity]
    with suppress(sqlite3.Error):
        # Takes the empty journal away, so that a closed workspace is one file to see, name and mail. SQLite leaves it
        # under an exclusive lock, which ends with the first read in normal mode; it then locks for the deletion itself.
        for statement in (
            "PRAGMA locking_mode = NORMAL",
            "SELECT count(*) FROM main.sqlite_schema",
            "PRAGMA journal_mode = DELETE",
        ):
            connection.execute(statement).fetchall()
    connection.close()


def _check_pages(connection: sqlite3.Connection, path: Path) -> None:
    found = str(connection.execute("PRAGMA integrity_check").fetchone()[0])
    if found != "ok":
        raise files.Damaged(path=path, finding=found)


def _trouble(error: sqlite3.OperationalError, path: Path) -> files.FileTrouble:
    if "locked" in str(error):
        return _open_elsewhere(path)
    if "readonly" in str(error):
        return files.FileUnwritable(path=path)
    return files.Damaged(path=path, finding=str(error))


def _open_elsewhere(path: Path) -> files.OpenElsewhere:
    told = lock.holder(path)
    return files.OpenElsewhere(path=path, program=told.program, host=told.host, since=told.since)


def open_reader(path: Path) -> sqlite3.Connection:
    """Return a connection to a private copy of the workspace at *path*, which may be open elsewhere.

    Raises:
        FileTrouble: the file cannot be copied or is not a workspace this program can read.
    """
    if not path.is_file():
        raise files.FileMissing(path=path)
    held = _HELD_HERE.get(Identity.of(path))
    if held is not None:
        return connect_copy(held.serialize())
    for _ in range(_TRIES):
        image = _settled_image(path)
        if image is not None:
            return connect_copy(image)
    raise files.Damaged(path=path, finding="no complete copy")


def _settled_image(path: Path) -> bytes | None:
    """Copy the file and its journal aside, let SQLite settle them, and return the pages (None when torn)."""
    with tempfile.TemporaryDirectory(prefix="smartstad-") as folder:
        aside = Path(folder) / "copy.smartstad"
        shutil.copyfile(path, aside)
        journal = journal_of(path)
        if journal.exists():
            shutil.copyfile(journal, journal_of(aside))
        with closing(connect_file(aside)) as connection:
            version = migrate.check_header(connection, path)
            if version < migrate.newest():
                migrate.migrate(connection)
            try:
                whole = migrate.finding(connection) is None
            except sqlite3.DatabaseError:
                return None
            return connection.serialize() if whole else None
