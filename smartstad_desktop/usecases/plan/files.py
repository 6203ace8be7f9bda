"""What a user can do with the files of a version: the archive PDF, what came back signed, minutes; kept untouched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, select

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.plan.decision import LARGEST_FILE, PlanFileEmpty, PlanFileTooLarge, check_removable
from smartstad_desktop.domain.plan.parts import PlanFileKind
from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.domain.values import PlanId
from smartstad_desktop.storage.tables.plan import Plan
from smartstad_desktop.storage.tables.plan_decision import PlanFile
from smartstad_desktop.storage.tables.testbeds import StoredFile
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.testbeds.evidence import kept_file


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachPlanFile:
    """Keep a file with a version, byte for byte; ``told`` is what was read from it, such as its signatures.

    The same bytes of the same kind are kept once: what was read and said of them is renewed.
    """

    plan: PlanId
    kind: PlanFileKind
    name: str
    content: bytes = field(repr=False)
    told: Mapping[str, Any] = field(default_factory=dict[str, Any])
    comment: str = ""

    def execute(self, tx: Transaction) -> int:
        """Return the id of the version's file.

        Raises:
            PlanFileEmpty, PlanFileTooLarge: there is nothing to keep, or too much.
        """
        plan = tx.get(Plan, self.plan)
        name = self.name.strip()
        if not self.content or not name:
            raise PlanFileEmpty(field="content", name=name)
        if len(self.content) > LARGEST_FILE:
            raise PlanFileTooLarge(field="content", name=name, limit=f"{LARGEST_FILE // 1024 // 1024} MB")
        digest = sha256(self.content).hexdigest()
        known = select(PlanFile).where(
            PlanFile.plan_id == plan.id, PlanFile.kind == self.kind.value, PlanFile.sha256 == digest
        )
        row = tx.session.scalars(known).first() or PlanFile(
            plan_id=plan.id,
            kind=self.kind.value,
            file_id=kept_file(tx, self.content),
            sha256=digest,
            added_at=tx.now.isoformat(timespec="seconds"),
        )
        row.name, row.told, row.comment = name, dict(self.told), self.comment.strip()
        tx.session.add(row)
        tx.session.flush()
        tx.describe(title=name, version=plan.version)
        return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovePlanFile:
    """Take a file away from its version; its bytes stay until undo can no longer ask for them.

    What shows how a version was signed stays with it once it is approved.
    """

    file: int

    def execute(self, tx: Transaction) -> None:
        """Take it away.

        Raises:
            PlanFileStays: it shows how an approved version was signed.
        """
        row = tx.get(PlanFile, self.file)
        plan = tx.get(Plan, row.plan_id)
        check_removable(PlanFileKind(row.kind), row.name, PlanStatus(plan.status), plan.version)
        tx.describe(title=row.name)
        tx.session.delete(row)


def file_content(connection: Connection, file: int) -> tuple[str, bytes]:
    """Return the name and the bytes of a version's file.

    Raises:
        RowGone: it has been taken away meanwhile.
    """
    found = connection.execute(
        select(PlanFile.name, StoredFile.content)
        .join(StoredFile, StoredFile.id == PlanFile.file_id)
        .where(PlanFile.id == file)
    ).one_or_none()
    if found is None:
        raise RowGone(kind=PlanFile.__tablename__, row_id=file)
    return found.name, found.content
