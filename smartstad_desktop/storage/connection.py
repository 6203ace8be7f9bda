"""The one connection to a workspace file, and private copies for reading.

The settings are those that lost no acknowledged action in any measured power cut or kill: rollback journal TRUNCATE,
synchronous EXTRA, one exclusive connection. The file must never be opened with ``open()`` in this process: closing
such a handle drops SQLite's lock on Linux and macOS.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from smartstad_desktop.domain import files

#: "SmSt" in the header says whose file it is.
APPLICATION_ID: Final = 0x536D5374
_BUSY_MS: Final = 200
_SAFE_SETTINGS: Final = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
)
_WRITER_SETTINGS: Final = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = TRUNCATE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA secure_delete = ON",
)


def connect_file(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """Open the file at *path* without changing a byte of it.

    Raises:
        FileMissing: there is no file, and *create* is false.
    """
    if not create and not path.is_file():
        raise files.FileMissing(path=path)
    uri = f"file:{quote(str(path))}?mode={'rwc' if create else 'rw'}"
    try:
        connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    except sqlite3.OperationalError as error:
        raise files.FileUnwritable(path=path) from error
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    _set(connection, _SAFE_SETTINGS)
    return connection


def connect_copy(image: bytes) -> sqlite3.Connection:
    """Return a connection to a private copy in memory that can only be read."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.deserialize(image)
    _set(connection, _SAFE_SETTINGS)
    connection.execute("PRAGMA query_only = ON")
    return connection


def take_exclusively(connection: sqlite3.Connection) -> None:
    """Lock the file for this connection until it is closed, and make every commit durable.

    Raises:
        sqlite3.OperationalError: somebody else has the file.
    """
    _set(connection, _WRITER_SETTINGS)
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def _set(connection: sqlite3.Connection, settings: tuple[str, ...]) -> None:
    for setting in settings:
        connection.execute(setting).close()


def schema_of(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str]]:
    """Return every object of the file as (type, name, SQL with blanks evened out)."""
    rows: list[tuple[Any, ...]] = connection.execute(
        "SELECT type, name, sql FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    ).fetchall()
    return frozenset((str(kind), str(name), " ".join(str(sql).split())) for kind, name, sql in rows)
