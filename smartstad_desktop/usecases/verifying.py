"""Checking a workspace file (pages, links, journal) and a plan PDF (its seal, and what came after it)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final, TypeAlias

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from smartstad_desktop.domain import files
from smartstad_desktop.domain.lists.checks import Check, CheckKind
from smartstad_desktop.domain.plan.verifying import NotAPlan, PlanFinding
from smartstad_desktop.exchange.documents import pdf_seal
from smartstad_desktop.storage.journal_check import breaks
from smartstad_desktop.usecases.mapped import open_copy
from smartstad_desktop.usecases.workspace import Workspace

Finder: TypeAlias = Callable[[Connection], Iterable[str]]
_MOST: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVerified:
    """What was checked in a plan PDF; signatures are counted, whether they hold is for the signing service to say."""

    checks: tuple[Check, ...]
    bytes_added: int
    signatures: int


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


def verify_plan(path: Path) -> PlanVerified:
    """Return what the plan PDF at *path* tells about itself.

    Raises:
        FileMissing: there is no such file.
        NotAPlan: it is no PDF.
    """
    if not path.is_file():
        raise files.FileMissing(path=path)
    content = path.read_bytes()
    if not pdf_seal.is_pdf(content):
        raise NotAPlan(path=path)
    state = pdf_seal.examine(content)
    seal: tuple[str, ...] = ()
    if not state.is_sealed:
        seal = (PlanFinding.NO_SEAL,)
    elif not state.is_unchanged:
        seal = (PlanFinding.CHANGED,)
    # Signing adds to the end of the file, and that is as it should be; other additions are not.
    is_foreign = state.bytes_added > 0 and state.signatures == 0
    additions = (PlanFinding.ADDED_UNSIGNED,) if is_foreign else ()
    checks = (Check(kind=CheckKind.SEAL, findings=seal), Check(kind=CheckKind.ADDITIONS, findings=additions))
    return PlanVerified(checks=checks, bytes_added=state.bytes_added, signatures=state.signatures)


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
