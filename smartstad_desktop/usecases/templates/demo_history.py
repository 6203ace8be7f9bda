"""The latest days of the demonstration region, lived through with the commands that people use."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, select

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.templates import Demonstration
from smartstad_desktop.storage.tables.board import Board, BoardColumn
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.usecases.inventory.inventory import EditProject
from smartstad_desktop.usecases.placing import PlaceCards
from smartstad_desktop.usecases.workspace import Workspace


class PastClock:
    """A clock that stands before *now*, and is set nearer to it for each step."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._hours_ago = 24 * 7

    def __call__(self) -> datetime:
        """Return the time it shows."""
        return self._now - timedelta(hours=self._hours_ago)

    def show(self, hours_ago: int) -> None:
        """Stand *hours_ago* before now."""
        self._hours_ago = hours_ago


def take_earlier_steps(workspace: Workspace, demo: Demonstration, clock: PastClock) -> None:
    """Take the latest steps of *demo*, which make the region what its files say."""
    projects = workspace.read(_ids(Project.key))
    columns = workspace.read(_ids(BoardColumn.name))
    (board,) = workspace.read(_ids(Board.name)).values()
    fields = {seed.key: seed.fields for seed in demo.projects}
    for step in demo.earlier:
        clock.show(step.hours_ago)
        if step.column is not None:
            workspace.run(PlaceCards(board=board, projects=(projects[step.project],), column=columns[step.column]))
        if step.before:
            changes = {name: fields[step.project][name] for name in step.before}
            if "status" in changes:
                changes["status"] = Status(changes["status"])
            workspace.run(EditProject(project=projects[step.project], changes=changes))


def _ids(column: Any) -> Callable[[Connection], dict[str, Any]]:
    table: Table = column.parent.local_table

    def read(connection: Connection) -> dict[str, Any]:
        return {row[0]: row[1] for row in connection.execute(select(column, table.c.id))}

    return read
