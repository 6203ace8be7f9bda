"""The change journal: what every step changed, recorded by triggers, exact enough to take back.

The pattern is the one SQLite's documentation describes for undo; the triggers are in ``journal_triggers``.

All of it runs on the driver's connection: opening a file and showing its first page must not wait for SQLAlchemy.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby
from typing import Any, Final

from smartstad_desktop.domain.changes import Change, Kind, RowChange
from smartstad_desktop.storage.journal_triggers import REFUSAL
from smartstad_desktop.storage.migrate import newest


class StepState(StrEnum):
    """Whether a step counts: done, taken back (and can be done again), or overtaken by a newer step."""

    DONE = "done"
    UNDONE = "undone"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepHead:
    """What is known of a step before it is made."""

    at: datetime
    actor: str
    command: str
    merge_key: str | None = None
    is_floor: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step as the journal holds it."""

    id: int
    at: datetime
    actor: str
    command: str
    parameters: Mapping[str, Any]
    state: StepState
    is_floor: bool
    source: str


def _set_mode(connection: sqlite3.Connection, mode: str, step_id: int | None = None) -> None:
    connection.execute("UPDATE journal_state SET mode = ?, step_id = ?", (mode, step_id))


def open_step(connection: sqlite3.Connection, head: StepHead) -> int:
    """Begin a step inside the running transaction and return its number."""
    made = connection.execute(
        "INSERT INTO change_step (at, actor, command, parameters, source, schema_version, state, merge_key, is_floor) "
        "VALUES (?, ?, ?, '{}', ?, ?, ?, ?, ?)",
        (
            head.at.isoformat(timespec="milliseconds"),
            head.actor,
            head.command,
            head.source,
            newest(),
            StepState.DONE.value,
            head.merge_key,
            int(head.is_floor),
        ),
    )
    step_id = int(made.lastrowid or 0)
    _set_mode(connection, "recording", step_id)
    return step_id


def close_step(connection: sqlite3.Connection, step_id: int, parameters: Mapping[str, Any]) -> frozenset[RowChange]:
    """End a step: keep it if it changed anything, and drop what it overtakes.

    Returns:
        The rows it changed; empty when it changed nothing, and then the step is gone too.
    """
    _set_mode(connection, "closed")
    rows = changes_of(connection, step_id)
    if not rows:
        connection.execute("DELETE FROM change_step WHERE id = ?", (step_id,))
        return rows
    words = json.dumps(dict(parameters), ensure_ascii=False)
    connection.execute("UPDATE change_step SET parameters = ? WHERE id = ?", (words, step_id))
    connection.execute(
        "UPDATE change_step SET state = ? WHERE state = ?", (StepState.DROPPED.value, StepState.UNDONE.value)
    )
    return rows


def merge_into(connection: sqlite3.Connection, older: int, newer: int, at: datetime) -> None:
    """Make two steps one: what *newer* changed becomes part of *older*."""
    connection.execute("UPDATE change_row SET step_id = ? WHERE step_id = ?", (older, newer))
    connection.execute(
        "UPDATE change_step SET at = ?, parameters = (SELECT parameters FROM change_step WHERE id = ?) WHERE id = ?",
        (at.isoformat(timespec="milliseconds"), newer, older),
    )
    connection.execute("DELETE FROM change_step WHERE id = ?", (newer,))


def changes_of(connection: sqlite3.Connection, step_id: int, *, backward: bool = False) -> frozenset[RowChange]:
    """Return the net change of a step per row, or of taking it back."""
    first: dict[tuple[str, int], bool] = {}
    last: dict[tuple[str, int], bool] = {}
    rows = connection.execute(
        "SELECT table_name, row_id, before IS NOT NULL, after IS NOT NULL FROM change_row "
        "WHERE step_id = ? ORDER BY id",
        (step_id,),
    )
    for table, row_id, had_before, has_after in rows:
        first.setdefault((table, row_id), bool(had_before))
        last[table, row_id] = bool(has_after)
    found: set[RowChange] = set()
    for (table, row_id), was in first.items():
        old, new = (last[table, row_id], was) if backward else (was, last[table, row_id])
        if old or new:
            change = Change.CHANGED if old and new else Change.ADDED if new else Change.REMOVED
            found.add(RowChange(Kind(table), row_id, change))
    return frozenset(found)


def replay(connection: sqlite3.Connection, step_id: int, *, backward: bool) -> frozenset[RowChange]:
    """Take a step back, or do it again, inside the running transaction; return what that changed."""
    rows = connection.execute(
        "SELECT table_name, row_id, before, after FROM change_row WHERE step_id = ? ORDER BY id", (step_id,)
    ).fetchall()
    connection.execute("PRAGMA defer_foreign_keys = ON")
    _set_mode(connection, "replaying")
    images = [(table, row_id, before if backward else after) for table, row_id, before, after in rows]
    for (table, is_there), several in groupby(
        reversed(images) if backward else images, key=lambda each: (each[0], each[2] is not None)
    ):
        if is_there:
            _put(connection, table, [json.loads(image) for _table, _row, image in several])
        else:
            gone = [(row_id,) for _table, row_id, _image in several]
            connection.executemany(f'DELETE FROM main."{table}" WHERE id = ?', gone)  # noqa: S608  the name comes from our trigger
    _set_mode(connection, "closed")
    state = StepState.UNDONE if backward else StepState.DONE
    connection.execute("UPDATE change_step SET state = ? WHERE id = ?", (state.value, step_id))
    return changes_of(connection, step_id, backward=backward)


def _put(connection: sqlite3.Connection, table: str, images: Iterable[Mapping[str, str]]) -> None:
    """Make rows of a table be as their images say."""
    for names, several in groupby(images, key=tuple):
        columns = ", ".join(f'"{name}"' for name in names)
        places = ", ".join("?" * len(names))
        updates = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name != "id")
        connection.executemany(
            f'INSERT INTO main."{table}" ({columns}) VALUES ({places}) ON CONFLICT (id) DO UPDATE SET {updates}',  # noqa: S608  the names come from our triggers
            [[_value(literal) for literal in image.values()] for image in several],
        )


def _value(literal: str) -> str | int | float | bytes | None:
    """Return the value that ``quote()`` wrote."""
    if literal.startswith("'"):
        return literal[1:-1].replace("''", "'")
    if literal == "NULL":
        return None
    if literal.startswith("X'"):
        return bytes.fromhex(literal[2:-1])
    return int(literal) if literal.lstrip("-").isdigit() else float(literal)


_COLUMNS: Final = "SELECT id, at, actor, command, parameters, state, is_floor, source FROM change_step"


def steps(connection: sqlite3.Connection, *, limit: int | None = None) -> list[Step]:
    """Return the steps, newest first; dropped ones are part of the log too."""
    found = connection.execute(f"{_COLUMNS} ORDER BY id DESC LIMIT ?", (-1 if limit is None else limit,))
    return [_step(row) for row in found]


def last_done(connection: sqlite3.Connection) -> Step | None:
    """Return the step that undo would take back, or None."""
    query = f"{_COLUMNS} WHERE state = ? ORDER BY id DESC LIMIT 1"
    row = connection.execute(query, (StepState.DONE.value,)).fetchone()
    return None if row is None else _step(row)


def next_undone(connection: sqlite3.Connection) -> Step | None:
    """Return the step that redo would do again, or None."""
    query = f"{_COLUMNS} WHERE state = ? ORDER BY id LIMIT 1"
    row = connection.execute(query, (StepState.UNDONE.value,)).fetchone()
    return None if row is None else _step(row)


def merge_key_of(connection: sqlite3.Connection, step_id: int) -> str | None:
    """Return the key by which a step merges with the next one."""
    key: str | None = connection.execute("SELECT merge_key FROM change_step WHERE id = ?", (step_id,)).fetchone()[0]
    return key


def _step(row: tuple[Any, ...]) -> Step:
    number, at, actor, command, parameters, state, is_floor, source = row
    return Step(
        id=number,
        at=datetime.fromisoformat(at),
        actor=actor,
        command=command,
        parameters=json.loads(parameters),
        state=StepState(state),
        is_floor=bool(is_floor),
        source=source,
    )


def is_refusal(error: Exception) -> bool:
    """Say whether *error* is the journal's refusal of a write outside a step."""
    return REFUSAL in str(error)
