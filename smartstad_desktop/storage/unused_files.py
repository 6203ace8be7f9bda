"""Bytes of files that nothing refers to any more, and that no undo can ask for again."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Connection, Table, text

from smartstad_desktop.storage.tables import Base
from smartstad_desktop.storage.tables.testbeds import StoredFile

_FILES: Final = StoredFile.__tablename__
#: Steps that can be taken back or done again: those since the last floor, and those that were taken back.
_LIVE_STEPS: Final = (
    "SELECT id FROM change_step WHERE state = 'undone' OR (state = 'done' AND id >= "
    "(SELECT coalesce(max(id), 0) FROM change_step WHERE is_floor AND state = 'done'))"
)


def delete_unused(connection: Connection) -> int:
    """Delete those bytes inside the running step, and return how many files that were."""
    return connection.execute(text(_query())).rowcount


def _query() -> str:
    held: list[str] = []
    for table, column in _referring():
        held.append(f'SELECT "{column.name}" FROM "{table.name}" WHERE "{column.name}" IS NOT NULL')  # noqa: S608  our own tables
        held += [
            f"SELECT CAST(json_extract({image}, '$.{column.name}') AS INTEGER) FROM change_row "  # noqa: S608  our own tables
            f"WHERE table_name = '{table.name}' AND {image} IS NOT NULL AND step_id IN ({_LIVE_STEPS})"
            for image in ('"before"', '"after"')
        ]
    return f'DELETE FROM "{_FILES}" WHERE id NOT IN ({" UNION ".join(held)})'  # noqa: S608  our own tables


def _referring() -> list[tuple[Table, Column[int]]]:
    """Return every column that refers to a kept file."""
    return [
        (table, column)
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if any(foreign.column.table.name == _FILES for foreign in column.foreign_keys)
    ]
