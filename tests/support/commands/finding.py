"""Finding rows of the demonstration region for an example of a command."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.workspace import Workspace

#: Makes a command that changes something in the demonstration region.
Example: TypeAlias = Callable[[Workspace], Command]


def first(workspace: Workspace, table: str, where: str = "1") -> int:
    """Return the id of the first row of *table* for which *where* holds."""
    query = f"SELECT id FROM {table} WHERE {where} ORDER BY id LIMIT 1"
    return workspace.read(lambda connection: int(connection.exec_driver_sql(query).scalar_one()))


def untyped(value: object) -> Any:
    """Return *value* where a typed id is wanted."""
    return value
