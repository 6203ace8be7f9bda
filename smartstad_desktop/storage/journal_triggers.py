"""The triggers that write the journal: temporary, and made from the tables each time a file is opened.

Without an open step they refuse every write. An image of a row is a JSON object from column to SQL literal
(``quote()``), exact for text, numbers, dates and bytes.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Final

from smartstad_desktop.domain.changes import Kind

#: SQLite's functions take 127 arguments; a wider row is put together from parts.
_COLUMNS_PER_PART: Final = 60
REFUSAL: Final = "written outside an action"
_REFUSE: Final = f"SELECT RAISE(ABORT, '{REFUSAL}') FROM journal_state WHERE mode = 'closed';"  # noqa: S608  a constant
#: The journal itself, which the triggers write to.
OWN_TABLES: Final = frozenset({"change_step", "change_row"})
_OUR_TABLES: Final = "FROM main.sqlite_schema AS tables WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
#: A trigger as SQLite keeps it: its name, its table and its SQL.
Trigger = tuple[str, str, str]
#: The triggers by the names and the SQL of the tables they were made for.
_MADE: Final[dict[tuple[tuple[str, str], ...], tuple[Trigger, ...]]] = {}


def install(connection: sqlite3.Connection) -> None:
    """Make the triggers on this connection; from now on only steps can write.

    Tables with a ``Kind`` are followed; any other is only guarded, so that it too changes within steps alone.

    The triggers are written into the schema of the temporary database and read from there in one go. ``CREATE TRIGGER``
    parses each twice and looks through all earlier ones, which took three times as long.
    """
    connection.executescript(
        "CREATE TEMP TABLE journal_state (step_id INTEGER, mode TEXT NOT NULL) STRICT;"
        "INSERT INTO journal_state VALUES (NULL, 'closed')"
    )
    made = _triggers_of(connection)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO temp.sqlite_schema VALUES ('trigger', ?, ?, 0, ?)", made)
    connection.execute("COMMIT")
    # Reads the schema again and ends the permission; the next statement would name a trigger that cannot be read.
    connection.execute("PRAGMA writable_schema = RESET")
    connection.execute("SELECT step_id FROM journal_state").fetchall()


def _triggers_of(connection: sqlite3.Connection) -> tuple[Trigger, ...]:
    """Return the triggers that fit the tables as they are; files of the same tables share them."""
    tables = tuple(connection.execute(f"SELECT name, sql {_OUR_TABLES}"))
    if tables not in _MADE:
        columns = connection.execute(
            f"SELECT name, (SELECT json_group_array(name) FROM pragma_table_info(tables.name)) {_OUR_TABLES}"  # noqa: S608  a constant
        )
        _MADE[tables] = tuple(trigger for table, names in columns for trigger in _triggers(table, json.loads(names)))
    return _MADE[tables]


def _image(columns: list[str], row: str) -> str:
    parts = [
        "json_object("
        + ", ".join(f"'{name}', quote({row}.\"{name}\")" for name in columns[at : at + _COLUMNS_PER_PART])
        + ")"
        for at in range(0, len(columns), _COLUMNS_PER_PART)
    ]
    # Objects are put together as text: json_patch would read each of them again. Every value in them is a text, so that
    # the last sign but one is never a brace.
    joined = parts[0]
    for part in parts[1:]:
        joined = f"rtrim({joined}, '}}') || ',' || substr({part}, 2)"
    return joined


def _triggers(table: str, columns: list[str]) -> Iterator[Trigger]:
    if table in OWN_TABLES:
        return
    is_followed = table in {kind.value for kind in Kind}
    differs = " OR ".join(f'old."{column}" IS NOT new."{column}"' for column in columns)
    old, new = _image(columns, "old"), _image(columns, "new")
    for event, row, before, after, condition in (
        ("INSERT", "new", "NULL", new, ""),
        ("DELETE", "old", old, "NULL", ""),
        ("UPDATE", "old", old, new, f" AND ({differs})"),
    ):
        name = f"{'journal' if is_followed else 'guard'}_{table}_{event.lower()}"
        head = f"CREATE TRIGGER {name} AFTER {event} ON main.{table}"
        body = f"BEGIN {_REFUSE} END"
        if is_followed:
            body = (
                f"WHEN (SELECT mode FROM journal_state) <> 'replaying'{condition} BEGIN {_REFUSE} "  # noqa: S608  names come from our own tables
                "INSERT INTO change_row (step_id, table_name, row_id, before, after) "
                f"SELECT step_id, '{table}', {row}.id, {before}, {after} FROM journal_state; END"
            )
        yield name, table, f"{head} {body}"
