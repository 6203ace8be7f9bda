"""Checking a workspace file down to its kept files, and a plan PDF against itself and what was kept of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Final, TypeAlias

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from smartstad_desktop.domain import files
from smartstad_desktop.domain.lists.checks import Check, CheckKind
from smartstad_desktop.domain.plan.verifying import NotAPlan
from smartstad_desktop.exchange.documents.pdf import seal as pdf_seal
from smartstad_desktop.storage.journal_check import breaks
from smartstad_desktop.usecases.mapped import open_copy
from smartstad_desktop.usecases.signing.kept import broken_files, broken_snapshots
from smartstad_desktop.usecases.signing.plan_check import PlanVerified, check_plan
from smartstad_desktop.usecases.surroundings import utc_now
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


def verify_plan(path: Path, workspace: Workspace | None = None, trusted: Sequence[bytes] = ()) -> PlanVerified:
    """Return what the plan PDF at *path* is, compared with what *workspace* has kept.

    *trusted* are the certificates (PEM or DER) of issuers one relies on.

    Raises:
        FileMissing: there is no such file.
        NotAPlan: it is no PDF.
    """
    content = plan_content(path)
    if workspace is None:
        return check_plan(content, None, trusted, utc_now())
    return workspace.read(_compared, content, trusted, workspace.now)


def verify_plan_beside(path: Path, image: bytes | None, trusted: Sequence[bytes] = ()) -> PlanVerified:
    """Return what the plan PDF at *path* is; *image* are the pages of the workspace to compare with; safe in a worker.

    Raises:
        FileMissing: there is no such file.
        NotAPlan: it is no PDF.
    """
    content = plan_content(path)
    if image is None:
        return check_plan(content, None, trusted, utc_now())
    with open_copy(image) as connection:
        return check_plan(content, connection, trusted, utc_now())


def plan_content(path: Path) -> bytes:
    """Return the bytes of the PDF at *path*.

    Raises:
        FileMissing: there is no such file.
        NotAPlan: it is no PDF.
    """
    if not path.is_file():
        raise files.FileMissing(path=path)
    content = path.read_bytes()
    if not pdf_seal.is_pdf(content):
        raise NotAPlan(path=path)
    return content


def _compared(connection: Connection, content: bytes, trusted: Sequence[bytes], now: datetime) -> PlanVerified:
    return check_plan(content, connection, trusted, now)


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
    CheckKind.SNAPSHOTS: broken_snapshots,
    CheckKind.FILES: broken_files,
}
