"""What a user can do with the criteria for letting in projects and partners, and with the answers to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from smartstad_desktop.domain.governance.organisations import AdmissionSubject, Answer, matched_lines
from smartstad_desktop.domain.ordering import evenly
from smartstad_desktop.domain.values import Language, Named
from smartstad_desktop.storage.tables.governance import AdmissionAnswer, AdmissionCriterion, Organisation
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.inventory.inventory import new_key


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAdmissionCriteria:
    """Let *lines* be what is asked of every project and of every partner, in this order; who is not named is left.

    A line that stands as before keeps its answers; so does one that is put in other words in the same place.
    """

    lines: Mapping[AdmissionSubject, tuple[str, ...]]
    language: Language = Language.SV

    def execute(self, tx: Transaction) -> None:
        """Write, reword and delete criteria."""
        for subject, lines in self.lines.items():
            self._set(tx, AdmissionSubject(subject), lines)
        tx.describe(count=sum(len(lines) for lines in self.lines.values()))

    def _set(self, tx: Transaction, subject: AdmissionSubject, lines: tuple[str, ...]) -> None:
        query = select(AdmissionCriterion).where(AdmissionCriterion.subject == subject)
        held = {row.id: row for row in tx.session.scalars(query.order_by(AdmissionCriterion.order_key))}
        names = {number: _named(row).in_language(self.language) for number, row in held.items()}
        kept = matched_lines(names, [line.strip() for line in lines if line.strip()])
        for number in held.keys() - {number for number, _line in kept}:
            tx.session.delete(held[number])
        for (number, line), key in zip(kept, evenly(len(kept)), strict=True):
            row = held.get(number or 0) or AdmissionCriterion(key=new_key(), subject=subject, name_sv=line)
            if names.get(row.id or 0) != line:
                setattr(row, f"name_{self.language.value}", line)
            row.order_key = key
            tx.session.add(row)


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


def _named(row: AdmissionCriterion) -> Named:
    return Named(row.name_sv, row.name_nb, row.name_en)
