"""Whether the journal and the rows still tell the same story."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, cast

from sqlalchemy import Connection, Table, select

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.storage.journal import StepState
from smartstad_desktop.storage.tables import Base
from smartstad_desktop.storage.tables.journal import ChangeRow, ChangeStep

Image = dict[str, str]
_STEP: Final = cast("Table", ChangeStep.__table__)
_ROW: Final = cast("Table", ChangeRow.__table__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A row whose journal does not lead to what the file holds; ``step`` is None where no step made the row."""

    table: str
    row_id: int
    step: int | None
    column: str


def breaks(connection: Connection) -> Iterator[Break]:
    """Yield every row that differs from what the steps in force made of it."""
    latest: dict[tuple[str, int], tuple[int, Image | None]] = {}
    query = (
        select(_ROW.c.step_id, _ROW.c.table_name, _ROW.c.row_id, _ROW.c.before, _ROW.c.after)
        .join(_STEP, _STEP.c.id == _ROW.c.step_id)
        .where(_STEP.c.state == StepState.DONE.value)
        .order_by(_ROW.c.step_id, _ROW.c.id)
    )
    for step, table, row_id, before, after in connection.execute(query):
        _earlier_step, made = latest.get((table, row_id), (None, None))
        column = _difference(_image(before), made)
        if column is not None:
            yield Break(table=table, row_id=row_id, step=step, column=column)
        latest[table, row_id] = (step, _image(after))
    yield from _against_rows(connection, latest)


def _against_rows(connection: Connection, latest: dict[tuple[str, int], tuple[int, Image | None]]) -> Iterator[Break]:
    for table in (Base.metadata.tables[kind.value] for kind in Kind):
        held = dict(_images(connection, table))
        known = {row_id for name, row_id in latest if name == table.name}
        for row_id in sorted(held.keys() | known):
            step, made = latest.get((table.name, row_id), (None, None))
            column = _difference(held.get(row_id), made)
            if column is not None:
                yield Break(table=table.name, row_id=row_id, step=step, column=column)


def _images(connection: Connection, table: Table) -> Iterator[tuple[int, Image]]:
    names = [column.name for column in table.columns]
    quoted = ", ".join(f'quote("{name}")' for name in names)
    for row in connection.exec_driver_sql(f'SELECT id, {quoted} FROM "{table.name}"'):  # noqa: S608  names come from our own tables
        yield row[0], dict(zip(names, row[1:], strict=True))


def _image(text: str | None) -> Image | None:
    return None if text is None else cast("dict[str, Any]", json.loads(text))


def _difference(one: Image | None, other: Image | None) -> str | None:
    """Return a column in which two images differ, ``id`` when only one of them exists, or None."""
    if one is None or other is None:
        return None if one is other else "id"
    # An image of before a migration lacks the columns that came with it.
    return next((name for name in one.keys() & other.keys() if one[name] != other[name]), None)
