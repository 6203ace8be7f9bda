"""Many rows into one table: column by column made ready, and handed to the driver at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Dialect, Table


def blank_row(table: Table) -> dict[str, Any]:
    """Return the columns of a row nobody has filled, except its id."""
    found: dict[str, Any] = {}
    for column in table.columns:
        default: Any = column.default
        if column.name != "id":
            found[column.name] = None if default is None else default.arg(None) if default.is_callable else default.arg
    return found


def insert_many(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert *rows*, which all have the same columns; the others are blank.

    SQLAlchemy would take each row apart and make each value ready by itself, which takes as long as the writing. The
    triggers of the journal see these rows like any others.
    """
    blank = blank_row(table)
    names = [*blank]
    ready = [
        _ready(
            connection.dialect,
            table.columns[name],
            [row[name] for row in rows] if name in rows[0] else [blank[name]] * len(rows),
        )
        for name in names
    ]
    columns, places = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    statement = f'INSERT INTO "{table.name}" ({columns}) VALUES ({places})'  # noqa: S608  names of our own table
    connection.exec_driver_sql(statement, [*zip(*ready, strict=True)])


def _ready(dialect: Dialect, column: Column[Any], values: list[Any]) -> list[Any]:
    """Return the values of a column as the driver takes them."""
    process = column.type.dialect_impl(dialect).bind_processor(dialect)
    if process is None:
        return values
    # What nobody has filled is one and the same value in row after row.
    same, ready = values[0], process(values[0])
    return [ready if value is same else process(value) for value in values]
