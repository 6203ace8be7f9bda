"""What the workspace has kept of its plans, to compare a file with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import Connection, select

from smartstad_desktop.domain.plan.parts import PlanFileKind
from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.domain.values import PlanId
from smartstad_desktop.storage.tables.plan import Plan
from smartstad_desktop.storage.tables.plan_decision import PlanFile, PlanSnapshot
from smartstad_desktop.storage.tables.testbeds import StoredFile

#: The kinds of files that are the plan itself.
_THE_PLAN: Final = (PlanFileKind.SIGNED.value, PlanFileKind.ARCHIVE.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptVersion:
    """A frozen version the workspace knows."""

    plan: PlanId
    title: str
    version: str
    status: PlanStatus
    decided_on: date | None
    content_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A kept file of a version; ``findings`` are the codes of what was wrong with it when it was kept all the same."""

    name: str
    kind: PlanFileKind
    content: bytes = field(repr=False)
    findings: tuple[str, ...] = ()
    certificates: tuple[tuple[str, str], ...] = ()


def version_of(connection: Connection, fingerprints: Iterable[str]) -> KeptVersion | None:
    """Return the frozen version that has one of *fingerprints*."""
    wanted = [each for each in fingerprints if each]
    if not wanted:
        return None
    row = connection.execute(
        select(Plan.id, Plan.title, Plan.version, Plan.status, Plan.decided_on, Plan.content_hash)
        .where(Plan.content_hash.in_(wanted), Plan.status != PlanStatus.DRAFT.value)
        .order_by(Plan.id.desc())
    ).first()
    if row is None:
        return None
    return KeptVersion(
        plan=PlanId(row.id),
        title=row.title,
        version=row.version,
        status=PlanStatus(row.status),
        decided_on=row.decided_on,
        content_hash=row.content_hash,
    )


def kept_files(connection: Connection, plan: PlanId) -> tuple[KeptFile, ...]:
    """Return the kept files that are the plan itself: signed ones first, the newest first."""
    rows = connection.execute(
        select(PlanFile.name, PlanFile.kind, PlanFile.told, StoredFile.content)
        .join(StoredFile, StoredFile.id == PlanFile.file_id)
        .where(PlanFile.plan_id == plan, PlanFile.kind.in_(_THE_PLAN))
        .order_by(PlanFile.kind.desc(), PlanFile.id.desc())
    )
    return tuple(
        KeptFile(
            name=row.name,
            kind=PlanFileKind(row.kind),
            content=row.content,
            findings=tuple(str(each) for each in row.told.get("findings", ())),
            certificates=tuple(_certificates(row.told)),
        )
        for row in rows
    )


def broken_snapshots(connection: Connection) -> Iterable[str]:
    """Tell which frozen versions are kept with other data than they were frozen with."""
    rows = connection.execute(
        select(Plan.version, Plan.content_hash, PlanSnapshot.sha256, StoredFile.content)
        .join(PlanSnapshot, PlanSnapshot.plan_id == Plan.id)
        .join(StoredFile, StoredFile.id == PlanSnapshot.file_id)
        .order_by(Plan.id)
    )
    for row in rows:
        if not sha256(row.content).hexdigest() == row.sha256 == row.content_hash:
            yield f"plan {row.version}"


def broken_files(connection: Connection) -> Iterable[str]:
    """Tell which kept files are not as they were kept."""
    for row in connection.execute(select(StoredFile.id, StoredFile.sha256, StoredFile.content).order_by(StoredFile.id)):
        if sha256(row.content).hexdigest() != row.sha256:
            yield f"stored_file {row.id}"
    rows = connection.execute(
        select(PlanFile.name, PlanFile.sha256, StoredFile.sha256.label("stored"))
        .join(StoredFile, StoredFile.id == PlanFile.file_id)
        .order_by(PlanFile.id)
    )
    for row in rows:
        if row.sha256 != row.stored:
            yield row.name


def _certificates(told: dict[str, Any]) -> Iterable[tuple[str, str]]:
    for each in told.get("signatures", ()):
        yield str(each.get("field", "")), str(each.get("certificate", ""))
