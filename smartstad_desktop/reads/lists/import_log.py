"""Which lists were brought in, when, and what came of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from smartstad_desktop.domain.lists.importing import Answer, Verdict
from smartstad_desktop.domain.values import ImportJobId, MunicipalityId
from smartstad_desktop.storage.tables.importing import ImportJob, ReceivedFile
from smartstad_desktop.storage.tables.programme import Municipality


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRow:
    """One list that was brought in; *size* is that of the file kept, in bytes, or None when none is kept.

    *to_ask* is how many projects were missing in it that somebody wanted to ask about.
    """

    id: ImportJobId
    at: datetime
    file_name: str
    file_format: str
    municipality: MunicipalityId | None
    municipality_name: str
    counts: dict[Verdict, int]
    sha256: str
    size: int | None
    to_ask: int = 0


@dataclass(frozen=True, slots=True)
class Received:
    """A file as it was received."""

    name: str
    content: bytes


def jobs(connection: Connection, limit: int | None = None) -> tuple[JobRow, ...]:
    """Return the lists that were brought in, the latest first; an import that was undone was not brought in."""
    rows = connection.execute(
        select(
            ImportJob.id,
            ImportJob.at,
            ImportJob.file_name,
            ImportJob.file_format,
            ImportJob.municipality_id,
            ImportJob.counts,
            ImportJob.sha256,
            Municipality.short_name,
            func.length(ReceivedFile.content).label("size"),
        )
        .join(Municipality, Municipality.id == ImportJob.municipality_id, isouter=True)
        .join(ReceivedFile, ReceivedFile.sha256 == ImportJob.sha256, isouter=True)
        .order_by(ImportJob.id.desc())
        .limit(limit)
    )
    return tuple(_job(row) for row in rows)


def _job(row: Any) -> JobRow:
    return JobRow(
        id=ImportJobId(row.id),
        at=datetime.fromisoformat(row.at),
        file_name=row.file_name,
        file_format=row.file_format,
        municipality=None if row.municipality_id is None else MunicipalityId(row.municipality_id),
        municipality_name=row.short_name or "",
        counts={verdict: int(row.counts.get(verdict.value, 0)) for verdict in Verdict},
        sha256=row.sha256,
        size=row.size,
        to_ask=int(row.counts.get(Answer.LATER.value, 0)),
    )


def received(connection: Connection, sha256: str) -> Received | None:
    """Return a file as it was received, or None when it is not kept."""
    query = select(ReceivedFile.name, ReceivedFile.content).where(ReceivedFile.sha256 == sha256)
    row = connection.execute(query).one_or_none()
    return None if row is None else Received(row.name, row.content)
