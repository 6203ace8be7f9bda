"""What the data of a plan looks like, as a JSON schema that travels with it: readable without this program."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Final

from sqlalchemy import JSON, Boolean, Column, Date

from smartstad_desktop.domain.plan.data import FORMAT, FORMAT_VERSION
from smartstad_desktop.storage import migrate
from smartstad_desktop.storage.portable import TableRule, is_list
from smartstad_desktop.storage.tables import Base
from smartstad_desktop.usecases.plan.public_data import rules

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Final = {"type": "string"}
_COUNTS: Final = {"type": "object", "additionalProperties": {"type": "integer", "minimum": 1}}


@cache
def plan_schema() -> bytes:
    """Return the schema of the data as it is written by this program; the same bytes each time."""
    return json.dumps(_schema(), ensure_ascii=False, sort_keys=True, indent=1).encode()


def _schema() -> dict[str, Any]:
    tables = {
        table.name: _table(table.name, [column for column in table.columns if column.name in rules()[table.name].told])
        for table in Base.metadata.sorted_tables
        if rules()[table.name].told
    }
    parts: dict[str, Any] = {
        "format": {"const": FORMAT},
        "format_version": {"const": FORMAT_VERSION},
        "schema": {"const": migrate.newest(), "description": "The schema of the workspace that the tables come from."},
        "app": _TEXT | {"description": "The program that wrote this."},
        "plan": {
            "type": "object",
            "description": "Which version this is; its row stands in the table plan.",
            "required": ["id", "title", "version"],
        },
        "left_out": _COUNTS
        | {"description": "What is confidential or points at persons and is therefore not here, counted by table."},
        "changes": {
            "type": ["object", "null"],
            "description": "What has changed since the version that this one replaces; null for a first version.",
        },
        "tables": {
            "type": "object",
            "description": "Each table with its columns and rows; a table without rows is left away.",
            "properties": tables,
            "additionalProperties": False,
        },
    }
    return {
        "$schema": _DIALECT,
        "title": "The public data of a development plan",
        "description": "Amounts are whole kronor, days are YYYY-MM-DD. A column that ends in _id refers to the id of "
        "a row. The fingerprint of the plan is the SHA-256 of the data as it lies in the file.",
        "type": "object",
        "required": sorted(parts),
        "properties": parts,
        "additionalProperties": False,
    }


def _table(name: str, columns: list[Column[Any]]) -> dict[str, Any]:
    rule = rules()[name]
    return {
        "type": "object",
        "description": _described(rule),
        "required": ["columns", "rows"],
        "additionalProperties": False,
        "properties": {
            "columns": {"const": [column.name for column in columns]},
            "rows": {
                "type": "array",
                "items": {
                    "type": "array",
                    "prefixItems": [_value(column) for column in columns],
                    "minItems": len(columns),
                    "items": False,
                },
            },
        },
    }


def _described(rule: TableRule) -> str:
    """Return why a table is told, and which of its columns are not, and why."""
    kept = "; ".join(f"{name}: {why}" for name, why in sorted(rule.never.items()))
    return f"{rule.why}. Not told: {kept}." if kept else f"{rule.why}."


def _value(column: Column[Any]) -> dict[str, Any]:
    """Return what a value of a column looks like; the name stands with it, since rows have none."""
    made: dict[str, Any] = {"title": column.name}
    if isinstance(column.type, JSON):
        return made | ({"type": "array", "items": _TEXT} if is_list(column) else {})
    if isinstance(column.type, Boolean):
        kind = "boolean"
    else:
        kind = {int: "integer", float: "number"}.get(column.type.python_type, "string")
    made |= {"format": "date"} if isinstance(column.type, Date) else {}
    return made | {"type": [kind, "null"] if column.nullable else kind}
