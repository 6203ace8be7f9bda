"""What a user can do with the criteria for letting in projects and partners, and with the answers to them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from smartstad_desktop.domain.governance.organisations import AdmissionSubject, Answer, CriterionNameMissing
from smartstad_desktop.domain.values import Named
from smartstad_desktop.storage.tables.governance import AdmissionAnswer, AdmissionCriterion, Organisation
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.governance.rows import last_key
from smartstad_desktop.usecases.inventory.inventory import new_key


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAdmissionCriterion:
    """Ask something of every project, or of every partner, from now on."""

    subject: AdmissionSubject
    name: Named

    def execute(self, tx: Transaction) -> int:
        """Return the new criterion's id."""
        row = AdmissionCriterion(
            key=new_key(),
            subject=AdmissionSubject(self.subject),
            order_key=last_key(tx, AdmissionCriterion.order_key),
        )
        _name(row, self.name)
        tx.session.add(row)
        tx.session.flush()
        tx.describe(title=self.name.sv)
        return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameAdmissionCriterion:
    """Put a criterion in other words; the answers stay."""

    criterion: int
    name: Named

    def execute(self, tx: Transaction) -> None:
        """Rename it."""
        _name(tx.get(AdmissionCriterion, self.criterion), self.name)
        tx.describe(title=self.name.sv)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteAdmissionCriterion:
    """Ask no longer; the answers go with the criterion."""

    criterion: int

    def execute(self, tx: Transaction) -> None:
        """Delete it."""
        row = tx.get(AdmissionCriterion, self.criterion)
        tx.describe(title=row.name_sv)
        tx.session.delete(row)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerAdmission:
    """Say how a project or an organisation meets a criterion; no answer takes it back."""

    criterion: int
    answer: Answer | None
    comment: str = ""
    project: int | None = None
    organisation: int | None = None

    def execute(self, tx: Transaction) -> None:
        """Write the answer."""
        criterion = tx.get(AdmissionCriterion, self.criterion)
        if self.project is not None:
            title = tx.get(Project, self.project).title
        else:
            title = tx.get(Organisation, self.organisation or 0).name
        held = tx.session.scalars(
            select(AdmissionAnswer).where(
                AdmissionAnswer.criterion_id == criterion.id,
                AdmissionAnswer.project_id == self.project
                if self.project is not None
                else AdmissionAnswer.organisation_id == self.organisation,
            )
        ).one_or_none()
        tx.describe(title=title, criterion=criterion.name_sv)
        if self.answer is None:
            if held is not None:
                tx.session.delete(held)
            return
        row = held or AdmissionAnswer(
            criterion_id=criterion.id,
            project_id=self.project,
            organisation_id=None if self.project is not None else self.organisation,
        )
        row.answer, row.comment = Answer(self.answer), self.comment.strip()
        tx.session.add(row)


def _name(row: AdmissionCriterion, name: Named) -> None:
    if not name.sv.strip():
        raise CriterionNameMissing(field="name")
    row.name_sv, row.name_nb, row.name_en = name.sv.strip(), name.nb.strip(), name.en.strip()
