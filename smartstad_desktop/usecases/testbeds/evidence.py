"""What a user can do with evidence: keep a file in the workspace, note a link or a text, take it away."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from sqlalchemy import select

from smartstad_desktop.domain.testbeds.cases import LARGEST_FILE, EvidenceEmpty, EvidenceTooLarge
from smartstad_desktop.domain.testbeds.routines import EvidenceKind
from smartstad_desktop.storage.tables.routines import ChecklistItem
from smartstad_desktop.storage.tables.testbeds import CaseEvidence, RoutineCase, StoredFile
from smartstad_desktop.usecases.command import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class AddEvidence:
    """Add what shows that a point is settled; without *item* it belongs to the whole case.

    A file is given with its name and *content*, a link or a note with *text*.
    """

    case: int
    kind: EvidenceKind
    item: int | None = None
    name: str = ""
    text: str = ""
    content: bytes = field(default=b"", repr=False)

    def execute(self, tx: Transaction) -> int:
        """Return the id of the evidence.

        Raises:
            EvidenceEmpty, EvidenceTooLarge: there is nothing to keep, or too much.
        """
        case = tx.get(RoutineCase, self.case)
        if self.item is not None:
            tx.get(ChecklistItem, self.item)
        text = self.text.strip()
        is_file = self.kind is EvidenceKind.FILE
        if not (self.content if is_file else text):
            raise EvidenceEmpty(field="text")
        if len(self.content) > LARGEST_FILE:
            raise EvidenceTooLarge(name=self.name, limit=f"{LARGEST_FILE // 1024 // 1024} MB")
        evidence = CaseEvidence(
            case_id=self.case,
            item_id=self.item,
            kind=self.kind.value,
            name=self.name.strip() or text.splitlines()[0],
            link=text if self.kind is EvidenceKind.LINK else "",
            note=text if self.kind is EvidenceKind.NOTE else "",
            file_id=kept_file(tx, self.content) if is_file else None,
            added_on=tx.today,
        )
        tx.session.add(evidence)
        tx.session.flush()
        tx.describe(title=evidence.name, case=case.title)
        return evidence.id


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveEvidence:
    """Take a piece of evidence away; the bytes of a file stay in the workspace, so that this can be undone."""

    evidence: int

    def execute(self, tx: Transaction) -> None:
        """Take it away."""
        evidence = tx.get(CaseEvidence, self.evidence)
        tx.describe(title=evidence.name)
        tx.session.delete(evidence)
        tx.session.flush()


def kept_file(tx: Transaction, content: bytes) -> int:
    """Return the id of the file that holds *content*, kept once."""
    digest = sha256(content).hexdigest()
    known = tx.session.scalar(select(StoredFile.id).where(StoredFile.sha256 == digest))
    if known is not None:
        return known
    made = StoredFile(sha256=digest, content=content)
    tx.session.add(made)
    tx.session.flush()
    return made.id
