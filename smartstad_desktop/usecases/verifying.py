"""Checking a workspace file: its pages, its links, and its journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import Final, TypeAlias

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from smartstad_desktop.domain import files
from smartstad_desktop.domain.checks import Check, CheckKind
from smartstad_desktop.storage.journal_check import breaks
from smartstad_desktop.usecases.surroundings import open_copy
from smartstad_desktop.usecases.workspace import Workspace

Finder: TypeAlias = Callable[[Connection], Iterable[str]]
_MOST: Final = 20


def verify_workspace(path: Path) -> list[Check]:
    """Return what was checked in the workspace at *path*; the file is only read, also while others have it open.

    Raises:
        FileTrouble: it cannot be opened as a workspace at all.
    """
    try:
        with Workspace.open_read_only(path) as workspace:
            return [_check(kind, workspace.read(_findings, find)) for kind, find in _FINDERS.items()]
    except files.Damaged:
        # Too broken to work in, which is when one wants to know what is wrong.
        with open_copy(path.read_bytes()) as connection:
            return [_check(kind, _findings(connection, find)) for kind, find in _FINDERS.items()]


def _check(kind: CheckKind, findings: list[str]) -> Check:
    return Check(kind=kind, findings=tuple(findings))


def _findings(connection: Connection, find: Finder) -> list[str]:
    try:
        return list(islice(find(connection), _MOST))
    except DatabaseError as error:
        return [str(error.orig)]


def _pages(connection: Connection) -> list[str]:
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    return [] if found == ["ok"] else found


def _links(connection: Connection) -> list[str]:
    return [
        f"{table} {row_id} → {parent}"
        for table, row_id, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]


def _journal(connection: Connection) -> list[str]:
    return [f"{each.table} {each.row_id}, {each.column}" for each in breaks(connection)]


_FINDERS: Final[dict[CheckKind, Finder]] = {
    CheckKind.PAGES: _pages,
    CheckKind.LINKS: _links,
    CheckKind.JOURNAL: _journal,
}
