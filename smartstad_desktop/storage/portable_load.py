"""Plain data (``portable.dump``) back into a workspace in memory; the data may come from anywhere.

Nothing of it is believed: only told tables and known columns are taken, and types, choices and references are checked
by the same schema that guards a workspace.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from itertools import repeat
from types import NoneType
from typing import Any, Final, NoReturn, cast

from sqlalchemy import JSON, Date
from sqlalchemy.types import TypeEngine

from smartstad_desktop.domain.plan.data import PlanDataNewer, PlanDataStrange
from smartstad_desktop.storage import migrate
from smartstad_desktop.storage.portable import TableRule, empty_value
from smartstad_desktop.storage.tables import Base

_Value = str | int | float | None
_LARGEST_WHOLE: Final = 2**63


def load(document: Mapping[str, Any], rules: Mapping[str, TableRule]) -> sqlite3.Connection:
    """Return a workspace in memory, of the newest schema, that holds the tables of *document*.

    Raises:
        PlanDataNewer: a newer program made it.
        PlanDataStrange: it holds something that this program does not write.
    """
    schema = document.get("schema")
    if isinstance(schema, bool) or not isinstance(schema, int) or schema < 1:
        _refuse("schema")
    if schema > migrate.newest():
        raise PlanDataNewer(version=schema, known=migrate.newest())
    tables = document.get("tables")
    if not isinstance(tables, dict):
        _refuse("tables")
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        connection.deserialize(_empty(schema))
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("BEGIN")
        for name, content in cast("dict[str, Any]", tables).items():
            _fill(connection, name, content, rules)
        connection.execute("COMMIT")
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken:
            _refuse(f"{broken[0]}: reference")
        migrate.migrate(connection)
        connection.execute("PRAGMA foreign_keys = ON")
    except (sqlite3.Error, OverflowError, UnicodeError) as error:
        connection.close()
        raise PlanDataStrange(finding=str(error)) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse(finding: str) -> NoReturn:
    raise PlanDataStrange(finding=finding)


@cache
def _empty(schema: int) -> bytes:
    """Return the pages of an empty workspace of a schema."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate.migrate(connection, upto=schema)
        return connection.serialize()
    finally:
        connection.close()


def _fill(connection: sqlite3.Connection, name: str, content: Any, rules: Mapping[str, TableRule]) -> None:
    rule = rules.get(name)
    if rule is None or not rule.told:
        _refuse(f"table {name!r:.60}")
    if not isinstance(content, dict) or set(cast("dict[str, Any]", content)) != {"columns", "rows"}:
        _refuse(name)
    there = [str(row[1]) for row in connection.execute(f'PRAGMA table_info("{name}")')]
    columns, rows = cast("Any", content["columns"]), cast("Any", content["rows"])
    if not isinstance(columns, list) or not isinstance(rows, list) or "id" not in columns:
        _refuse(name)
    if len(set(map(str, columns))) < len(columns) or not set(map(str, columns)) <= set(there):
        _refuse(f"{name}: columns")
    if any(not isinstance(row, list) or len(cast("list[Any]", row)) != len(columns) for row in rows):
        _refuse(f"{name}: row")
    silent = [column for column in there if column not in columns]
    values: list[Iterable[_Value]] = [
        _written(name, column, told) for column, told in zip(columns, zip(*rows, strict=True), strict=False)
    ]
    values += [repeat(empty_value(name, column), len(rows)) for column in silent]
    listed = ", ".join(f'"{column}"' for column in (*columns, *silent))
    holes = ", ".join("?" * (len(columns) + len(silent)))
    connection.executemany(f'INSERT INTO "{name}" ({listed}) VALUES ({holes})', zip(*values, strict=True))  # noqa: S608  names the schema has


def _written(table: str, column: str, values: tuple[Any, ...]) -> Iterable[_Value]:
    """Return the values of a column as SQLite keeps them; a whole column at a time, since there are many."""
    known = Base.metadata.tables[table].columns.get(column)
    kind: TypeEngine[Any] | None = None if known is None else known.type
    where = f"{table}.{column}"
    if isinstance(kind, JSON):
        is_list = empty_value(table, column) == "[]"
        return [_as_json(where, value, is_list=is_list) for value in values]
    types = set(map(type, values)) - {NoneType}
    python = str if kind is None or isinstance(kind, Date) else kind.python_type
    if not types <= ({int, float} if python is float else {python}):
        _refuse(where)
    if int in types and max(abs(value) for value in values if value is not None) >= _LARGEST_WHOLE:
        _refuse(where)
    if isinstance(kind, Date):
        return [_as_day(where, value) for value in values]
    return values


def _as_json(where: str, value: Any, *, is_list: bool) -> str | None:
    if is_list and not (isinstance(value, list) and all(isinstance(each, str) for each in cast("list[Any]", value))):
        _refuse(where)
    if not is_list and not isinstance(value, dict | list | None):
        _refuse(where)
    if value is None:
        return None
    return json.dumps(value) if value else str(value)


def _as_day(where: str, value: Any) -> str | None:
    try:
        return None if value is None else date.fromisoformat(value).isoformat()
    except ValueError:
        _refuse(where)
