"""The rows of a workspace as plain data, and back into a workspace in memory.

What is told of each table is the caller's business (``TableRule``). A row that refers to one that is left out goes with
it, or loses the reference, just as if that row had been deleted; so the references of the copy always hold.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Table
from sqlalchemy.sql.schema import CallableColumnDefault

from smartstad_desktop.domain.personal.unreadable import Names, unreadable
from smartstad_desktop.storage.tables import Base

#: What may be a personal number, a telephone number or an address; most texts hold none, and are not looked at closer.
_SUSPECT: Final = re.compile(r"@|\d[-+ ]?\d[-+ ]?\d[-+ ]?\d[-+ ]?\d[-+ ]?\d")
_BETWEEN: Final = "\x1f"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRule:
    """What is told of a table: which columns, and of which rows; without a column it is told nothing of.

    ``words`` is free text, in which what points at a person is made unreadable. ``sealed`` is told only of rows that
    are not secret, ``made`` in a form that the caller makes, of the rows it makes one for. ``rows`` and ``secret`` are
    SQL: what belongs, and what of it is left out and counted.
    """

    why: str
    codes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    sealed: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
    never: Mapping[str, str] = field(default_factory=dict[str, str])
    rows: str = ""
    secret: str = ""
    counted: bool = False

    @property
    def told(self) -> frozenset[str]:
        """Return the columns that are told."""
        return frozenset((*self.codes, *self.words, *self.sealed, *self.made))


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the rules leave open: numbers their SQL asks for, rows whose sealed columns are secret, what is made.

    ``made`` has for a table the value of each row that has one. ``names`` finds what is told in no text.
    """

    numbers: Mapping[str, int]
    names: Names | None = None
    sealed: Mapping[str, Collection[int]] = field(default_factory=dict[str, Collection[int]])
    made: Mapping[str, Mapping[int, Any]] = field(default_factory=dict[str, Mapping[int, Any]])


@dataclass(slots=True)
class Dumped:
    """Tables by name with their rows, and how much was left out of each: rows, and texts made unreadable."""

    tables: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    left_out: dict[str, int] = field(default_factory=dict[str, int])
    concealed: int = 0


def dump(connection: sqlite3.Connection, rules: Mapping[str, TableRule], given: Given) -> Dumped:
    """Return what *rules* tell of the workspace."""
    told = Dumped()
    #: The rows that stay, for each table that has lost some.
    kept: dict[str, frozenset[int]] = {}
    for table in Base.metadata.sorted_tables:
        rule = rules[table.name]
        count = _left_out(connection, table.name, rule, given)
        if count:
            told.left_out[table.name] = count
        if not rule.told:
            kept[table.name] = frozenset()
            continue
        columns = [column.name for column in table.columns if column.name in rule.told]
        found = _rows(connection, table.name, columns, rule, given)
        rows = _without_lost(table, columns, found, kept)
        if rule.rows or rule.secret or rule.made or len(rows) < len(found):
            kept[table.name] = frozenset(row[0] for row in rows)
        told.concealed += _finish(table, columns, rows, rule, given)
        if rows:
            told.tables[table.name] = {"columns": columns, "rows": rows}
    return told


def _rows(
    connection: sqlite3.Connection, name: str, columns: Sequence[str], rule: TableRule, given: Given
) -> list[list[Any]]:
    listed = ", ".join("NULL" if column in rule.made else f'"{column}"' for column in columns)
    wanted = [f"({rule.rows})"] if rule.rows else []
    wanted += [f"NOT coalesce(({rule.secret}), 0)"] if rule.secret else []
    query = f'SELECT {listed} FROM "{name}" WHERE {" AND ".join(wanted) or "1"} ORDER BY id'  # noqa: S608  our own rules and tables
    rows = [list(row) for row in connection.execute(query, _needed(query, given))]
    if not rule.made:
        return rows
    forms = given.made.get(name, {})
    return [row for row in rows if row[0] in forms]


def _left_out(connection: sqlite3.Connection, name: str, rule: TableRule, given: Given) -> int:
    """Return how many rows of a table are left out because of what they are."""
    if not rule.secret and not rule.counted:
        return 0
    query = f'SELECT count(*) FROM "{name}" WHERE ({rule.rows or "1"}) AND ({rule.secret or "1"})'  # noqa: S608  our own rules and tables
    return int(connection.execute(query, _needed(query, given)).fetchone()[0])


def _needed(query: str, given: Given) -> dict[str, int]:
    return {name: value for name, value in given.numbers.items() if f":{name}" in query}


def _without_lost(
    table: Table, columns: Sequence[str], rows: list[list[Any]], kept: Mapping[str, frozenset[int]]
) -> list[list[Any]]:
    """Return the rows whose references hold: a row goes with what it belongs to, else it loses the reference."""
    for foreign in sorted(table.foreign_keys, key=lambda each: each.parent.name):
        held = kept.get(foreign.column.table.name)
        if held is None or foreign.parent.name not in columns:
            continue
        at = columns.index(foreign.parent.name)
        if _goes_along(foreign):
            rows = [row for row in rows if row[at] is None or row[at] in held]
        else:
            for row in rows:
                if row[at] not in held:
                    row[at] = None
    return _within(table, columns, rows)


def _goes_along(foreign: ForeignKey) -> bool:
    return foreign.ondelete == "CASCADE" or not foreign.parent.nullable


def _within(table: Table, columns: Sequence[str], rows: list[list[Any]]) -> list[list[Any]]:
    """Do the same for references from a table to itself, until nothing more is lost."""
    for foreign in table.foreign_keys:
        if foreign.column.table is not table or foreign.parent.name not in columns:
            continue
        at, is_done = columns.index(foreign.parent.name), False
        while not is_done:
            held = {row[0] for row in rows}
            lost = [row for row in rows if row[at] is not None and row[at] not in held]
            is_done = not lost
            if _goes_along(foreign):
                gone = {row[0] for row in lost}
                rows = [row for row in rows if row[0] not in gone]
            for row in lost:
                row[at] = None
    return rows


def _finish(table: Table, columns: Sequence[str], rows: list[list[Any]], rule: TableRule, given: Given) -> int:
    """Make values plain data, free of what is sealed; return how many texts pointed at a person and no longer do."""
    count = 0
    secret, forms = given.sealed.get(table.name, ()), given.made.get(table.name, {})
    for at, name in enumerate(columns):
        column = table.columns[name]
        is_json = isinstance(column.type, JSON)
        for row in rows if name in rule.made else ():
            row[at] = forms[row[0]]
        for row in rows if name in rule.sealed else ():
            row[at] = (None if column.nullable else "") if row[0] in secret else row[at]
        if name not in rule.made and isinstance(column.type, JSON | Boolean):
            # Most rows say one of a few things, and each of them is read once.
            plain = {each: (json.loads if is_json else bool)(each) for each in {row[at] for row in rows} - {None}}
            for row in rows:
                row[at] = plain.get(row[at])
        if name not in rule.codes and (is_json or column.type.python_type is str):
            count += _conceal(rows, at, given.names, is_json=is_json)
    return count


def _conceal(rows: list[list[Any]], at: int, names: Names | None, *, is_json: bool) -> int:
    """Make unreadable what points at a person in a column, and return in how many texts there was anything."""
    if not is_json:
        whole = _BETWEEN.join(row[at] or "" for row in rows)
        if not _SUSPECT.search(whole) and not (names and names.may_stand_in(whole)):
            return 0
    count = 0
    for row in rows:
        clean = cleaned(row[at], names)
        count += clean != row[at]
        row[at] = clean
    return count


def cleaned(value: Any, names: Names | None = None) -> Any:
    """Return plain data in which nothing points at a person, and that holds none of *names*."""
    if isinstance(value, str):
        text = unreadable(value) if _SUSPECT.search(value) else value
        return names.hidden(text) if names else text
    if isinstance(value, list | tuple):
        return [cleaned(each, names) for each in value]
    if isinstance(value, dict):
        return {cleaned(name, names): cleaned(each, names) for name, each in value.items()}
    return value


@cache
def empty_value(table: str, column: str) -> str | int | None:
    """Return what stands in a column that is not told."""
    found = Base.metadata.tables[table].columns[column]
    if found.nullable:
        return None
    if isinstance(found.type, JSON):
        return "[]" if is_list(found) else "{}"
    return 0 if found.type.python_type in {int, float, bool} else ""


def is_list(column: Column[Any]) -> bool:
    """Return whether a column of JSON holds a list of texts; else it holds something of a form of its own."""
    made = column.default.arg if isinstance(column.default, CallableColumnDefault) else None
    return getattr(made, "__name__", "") == "list"
