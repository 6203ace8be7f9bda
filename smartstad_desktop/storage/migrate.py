"""Numbered, forward-only steps from one schema to the next; each is one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from smartstad_desktop import places
from smartstad_desktop.domain import files
from smartstad_desktop.storage.connection import APPLICATION_ID, schema_of

NO_VERSION: Final = 0


@cache
def steps() -> tuple[Path, ...]:
    """Return the migration files in order; the position from 1 is the schema version each leads to."""
    return tuple(sorted((places.db() / "migrations").glob("[0-9]*.sql")))


def newest() -> int:
    """Return the schema version this program works with."""
    return len(steps())


def version_of(connection: sqlite3.Connection) -> int:
    """Return the schema version in the file's header."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def check_header(connection: sqlite3.Connection, path: Path) -> int:
    """Return the schema version of a workspace file.

    Raises:
        NotOurs: it is no database, or somebody else's.
        FromNewerVersion: a newer program wrote it; not a byte has been changed.
    """
    try:
        application = int(connection.execute("PRAGMA application_id").fetchone()[0])
        version = version_of(connection)
    except sqlite3.DatabaseError as error:
        if "locked" in str(error):
            raise
        raise files.NotOurs(path=path) from error
    if application != APPLICATION_ID:
        raise files.NotOurs(path=path)
    if version > newest():
        raise files.FromNewerVersion(path=path, version=version, known=newest())
    return version


def migrate(
    connection: sqlite3.Connection, before_first: Callable[[], object] = lambda: None, *, upto: int | None = None
) -> int:
    """Bring the schema to the newest version, or to *upto*, and return how many steps that took.

    Steps that were done before can no longer be undone. *before_first* runs before anything is changed, if there is
    anything to change: it makes the backup.
    """
    start = version_of(connection)
    for number, step in enumerate(steps()[start:upto], start + 1):
        if number == start + 1:
            before_first()
        _run(connection, step.read_text(encoding="utf-8"), number)
    if NO_VERSION < start < newest():
        _lay_floor(connection)
    return version_of(connection) - start


def _lay_floor(connection: sqlite3.Connection) -> None:
    """Let undo stop at the migration: older steps hold rows of the schema before."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE change_step SET state = 'dropped' WHERE state = 'undone'")
    connection.execute(
        "UPDATE change_step SET is_floor = 1 WHERE id = (SELECT max(id) FROM change_step WHERE state = 'done')"
    )
    connection.execute("COMMIT")


def _run(connection: sqlite3.Connection, script: str, number: int) -> None:
    # Tables may be rebuilt, so references are checked at the end instead of on the way.
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in script.split(";\n"):
            if statement.strip():
                connection.execute(statement)
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.IntegrityError(f"migration {number} leaves a reference without its row")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


@cache
def expected_schema() -> frozenset[tuple[str, str, str]]:
    """Return the schema that the migrations lead to, made once in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection)
    try:
        return schema_of(connection)
    finally:
        connection.close()


def finding(connection: sqlite3.Connection) -> str | None:
    """Return what is wrong with an opened workspace of the newest version, or None.

    The schema must be exactly ours: a trigger, view or table of a stranger could act on our data.
    """
    try:
        check = str(connection.execute("PRAGMA quick_check").fetchone()[0])
        if check != "ok":
            return check
        strangers = schema_of(connection) ^ expected_schema()
        if strangers:
            return "schema: " + ", ".join(sorted(name for _, name, _ in strangers))
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        return f"reference in {broken[0]}" if broken else None
    except sqlite3.DatabaseError as error:
        return str(error)
