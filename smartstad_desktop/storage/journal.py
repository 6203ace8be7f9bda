"""The change journal: what every step changed, recorded by triggers, exact enough to take back.

The pattern is the one SQLite's documentation describes for undo. The triggers are temporary and made from the tables
each time a file is opened, so that they always fit. Without an open step they refuse every write. An image of a row is
a JSON object from column to SQL literal (``quote()``), exact for text, numbers, dates and bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, cast

from sqlalchemy import Connection, Table, delete, insert, select, update

from smartstad_desktop.domain.changes import Change, Kind, RowChange
from smartstad_desktop.storage.migrate import newest
from smartstad_desktop.storage.tables.base import UNJOURNALED, Base
from smartstad_desktop.storage.tables.journal import ChangeRow, ChangeStep, StepState

_STEP: Final = cast("Table", ChangeStep.__table__)
_ROW: Final = cast("Table", ChangeRow.__table__)
#: SQLite's functions take 127 arguments; a wider row is put together from parts.
_COLUMNS_PER_PART: Final = 60
REFUSAL: Final = "written outside an action"
_REFUSE: Final = f"SELECT RAISE(ABORT, '{REFUSAL}') FROM journal_state WHERE mode = 'closed';"  # noqa: S608  a constant


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


def journaled() -> tuple[Table, ...]:
    """Return the tables that the journal follows."""
    return tuple(table for table in Base.metadata.sorted_tables if UNJOURNALED not in table.info)


def install(connection: Connection) -> None:
    """Make the triggers on this connection; from now on only steps can write."""
    run = connection.exec_driver_sql
    run("CREATE TEMP TABLE journal_state (step_id INTEGER, mode TEXT NOT NULL) STRICT")
    run("INSERT INTO journal_state VALUES (NULL, 'closed')")
    for table in journaled():
        for statement in _triggers(table):
            run(statement)
    for table in Base.metadata.sorted_tables:
        if UNJOURNALED in table.info and table not in {_STEP, _ROW}:
            for event in ("INSERT", "DELETE", "UPDATE"):
                name = f"guard_{table.name}_{event.lower()}"
                run(f"CREATE TEMP TRIGGER {name} AFTER {event} ON main.{table.name} BEGIN {_REFUSE} END")


def _image(table: Table, row: str) -> str:
    names = [column.name for column in table.columns]
    parts = [
        "json_object("
        + ", ".join(f"'{name}', quote({row}.\"{name}\")" for name in names[at : at + _COLUMNS_PER_PART])
        + ")"
        for at in range(0, len(names), _COLUMNS_PER_PART)
    ]
    image = parts[0]
    for part in parts[1:]:
        image = f"json_patch({image}, {part})"
    return image


def _triggers(table: Table) -> Iterable[str]:
    name = table.name
    differs = " OR ".join(f'old."{column.name}" IS NOT new."{column.name}"' for column in table.columns)
    for event, row, before, after, condition in (
        ("INSERT", "new", "NULL", _image(table, "new"), ""),
        ("DELETE", "old", _image(table, "old"), "NULL", ""),
        ("UPDATE", "old", _image(table, "old"), _image(table, "new"), f" AND ({differs})"),
    ):
        yield (
            f"CREATE TEMP TRIGGER journal_{name}_{event.lower()} AFTER {event} ON main.{name} "  # noqa: S608  names come from our own tables
            f"WHEN (SELECT mode FROM journal_state) <> 'replaying'{condition} BEGIN "
            f"{_REFUSE} "
            "INSERT INTO change_row (step_id, table_name, row_id, before, after) "
            f"SELECT step_id, '{name}', {row}.id, {before}, {after} FROM journal_state; END"
        )


def _set_mode(connection: Connection, mode: str, step_id: int | None = None) -> None:
    connection.exec_driver_sql("UPDATE journal_state SET mode = ?, step_id = ?", (mode, step_id))


def open_step(connection: Connection, head: StepHead) -> int:
    """Begin a step inside the running transaction and return its number."""
    made = connection.execute(
        insert(_STEP).values(
            at=head.at.isoformat(timespec="milliseconds"),
            actor=head.actor,
            command=head.command,
            parameters={},
            source=head.source,
            schema_version=newest(),
            state=StepState.DONE.value,
            merge_key=head.merge_key,
            is_floor=head.is_floor,
        )
    )
    step_id = int((made.inserted_primary_key or (0,))[0])
    _set_mode(connection, "recording", step_id)
    return step_id


def close_step(connection: Connection, step_id: int, parameters: Mapping[str, Any]) -> frozenset[RowChange]:
    """End a step: keep it if it changed anything, and drop what it overtakes.

    Returns:
        The rows it changed; empty when it changed nothing, and then the step is gone too.
    """
    _set_mode(connection, "closed")
    rows = changes_of(connection, step_id)
    if not rows:
        connection.execute(delete(_STEP).where(_STEP.c.id == step_id))
        return rows
    connection.execute(update(_STEP).where(_STEP.c.id == step_id).values(parameters=dict(parameters)))
    connection.execute(
        update(_STEP).where(_STEP.c.state == StepState.UNDONE.value).values(state=StepState.DROPPED.value)
    )
    return rows


def merge_into(connection: Connection, older: int, newer: int, at: datetime) -> None:
    """Make two steps one: what *newer* changed becomes part of *older*."""
    connection.execute(update(_ROW).where(_ROW.c.step_id == newer).values(step_id=older))
    parameters = select(_STEP.c.parameters).where(_STEP.c.id == newer).scalar_subquery()
    connection.execute(
        update(_STEP).where(_STEP.c.id == older).values(at=at.isoformat(timespec="milliseconds"), parameters=parameters)
    )
    connection.execute(delete(_STEP).where(_STEP.c.id == newer))


def changes_of(connection: Connection, step_id: int, *, backward: bool = False) -> frozenset[RowChange]:
    """Return the net change of a step per row, or of taking it back."""
    first: dict[tuple[str, int], bool] = {}
    last: dict[tuple[str, int], bool] = {}
    query = select(_ROW.c.table_name, _ROW.c.row_id, _ROW.c.before.is_not(None), _ROW.c.after.is_not(None))
    for table, row_id, had_before, has_after in connection.execute(
        query.where(_ROW.c.step_id == step_id).order_by(_ROW.c.id)
    ):
        first.setdefault((table, row_id), bool(had_before))
        last[table, row_id] = bool(has_after)
    found: set[RowChange] = set()
    for (table, row_id), was in first.items():
        old, new = (last[table, row_id], was) if backward else (was, last[table, row_id])
        if old or new:
            change = Change.CHANGED if old and new else Change.ADDED if new else Change.REMOVED
            found.add(RowChange(Kind(table), row_id, change))
    return frozenset(found)


def replay(connection: Connection, step_id: int, *, backward: bool) -> frozenset[RowChange]:
    """Take a step back, or do it again, inside the running transaction; return what that changed."""
    query = select(_ROW.c.table_name, _ROW.c.row_id, _ROW.c.before, _ROW.c.after).where(_ROW.c.step_id == step_id)
    rows = connection.execute(query.order_by(_ROW.c.id.desc() if backward else _ROW.c.id)).all()
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    _set_mode(connection, "replaying")
    for table, row_id, before, after in rows:
        _put(connection, table, row_id, before if backward else after)
    _set_mode(connection, "closed")
    state = StepState.UNDONE if backward else StepState.DONE
    connection.execute(update(_STEP).where(_STEP.c.id == step_id).values(state=state.value))
    return changes_of(connection, step_id, backward=backward)


def _put(connection: Connection, table: str, row_id: int, image: str | None) -> None:
    """Make the row be as *image* says; the literals come from SQLite's own quote()."""
    run = connection.exec_driver_sql
    if image is None:
        run(f'DELETE FROM main."{table}" WHERE id = ?', (row_id,))  # noqa: S608  the name comes from our trigger
        return
    literals: dict[str, str] = json.loads(image)
    names = ", ".join(f'"{name}"' for name in literals)
    values = ", ".join(literals.values())
    updates = ", ".join(f'"{name}" = excluded."{name}"' for name in literals if name != "id")
    run(f'INSERT INTO main."{table}" ({names}) VALUES ({values}) ON CONFLICT (id) DO UPDATE SET {updates}')  # noqa: S608  literals come from quote()


_COLUMNS: Final = (
    _STEP.c.id,
    _STEP.c.at,
    _STEP.c.actor,
    _STEP.c.command,
    _STEP.c.parameters,
    _STEP.c.state,
    _STEP.c.is_floor,
    _STEP.c.source,
)


def steps(connection: Connection, *, limit: int | None = None) -> list[Step]:
    """Return the steps, newest first; dropped ones are part of the log too."""
    found = connection.execute(select(*_COLUMNS).order_by(_STEP.c.id.desc()).limit(limit))
    return [_step(row) for row in found]


def last_done(connection: Connection) -> Step | None:
    """Return the step that undo would take back, or None."""
    query = select(*_COLUMNS).where(_STEP.c.state == StepState.DONE.value).order_by(_STEP.c.id.desc()).limit(1)
    row = connection.execute(query).one_or_none()
    return None if row is None else _step(row)


def next_undone(connection: Connection) -> Step | None:
    """Return the step that redo would do again, or None."""
    query = select(*_COLUMNS).where(_STEP.c.state == StepState.UNDONE.value).order_by(_STEP.c.id).limit(1)
    row = connection.execute(query).one_or_none()
    return None if row is None else _step(row)


def merge_key_of(connection: Connection, step_id: int) -> str | None:
    """Return the key by which a step merges with the next one."""
    return connection.execute(select(_STEP.c.merge_key).where(_STEP.c.id == step_id)).scalar_one()


def _step(row: Any) -> Step:
    return Step(
        id=row.id,
        at=datetime.fromisoformat(row.at),
        actor=row.actor,
        command=row.command,
        parameters=row.parameters,
        state=StepState(row.state),
        is_floor=row.is_floor,
        source=row.source,
    )


def is_refusal(error: Exception) -> bool:
    """Say whether *error* is the journal's refusal of a write outside a step."""
    return REFUSAL in str(error)
