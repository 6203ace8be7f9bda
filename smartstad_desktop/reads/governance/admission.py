"""What is asked of projects and partners before they are let in, and the answers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, select

from smartstad_desktop.domain.governance.organisations import AdmissionSubject, Answer
from smartstad_desktop.domain.values import Named
from smartstad_desktop.storage.tables.governance import AdmissionAnswer, AdmissionCriterion


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """Something that is asked."""

    id: int
    name: Named


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """How one criterion is met."""

    answer: Answer
    comment: str = ""


@dataclass(frozen=True, slots=True)
class ProjectAdmission:
    """What is asked of projects, and the answers of one of them by the criterion's id."""

    criteria: tuple[CriterionRow, ...]
    answers: dict[int, GivenAnswer]


def criteria(connection: Connection, subject: AdmissionSubject) -> tuple[CriterionRow, ...]:
    """Return what is asked of projects, or of partners, in order."""
    query = (
        select(AdmissionCriterion.__table__)
        .where(AdmissionCriterion.subject == subject)
        .order_by(AdmissionCriterion.order_key, AdmissionCriterion.id)
    )
    return tuple(
        CriterionRow(row.id, Named(row.name_sv, row.name_nb, row.name_en)) for row in connection.execute(query)
    )


def answers_by_organisation(connection: Connection) -> dict[int, dict[int, GivenAnswer]]:
    """Return the answers of each organisation by the criterion's id."""
    found: defaultdict[int, dict[int, GivenAnswer]] = defaultdict(dict)
    query = select(AdmissionAnswer.__table__).where(AdmissionAnswer.organisation_id.is_not(None))
    for row in connection.execute(query):
        found[row.organisation_id][row.criterion_id] = GivenAnswer(Answer(row.answer), row.comment)
    return dict(found)


def project_admission(connection: Connection, project: int) -> ProjectAdmission:
    """Return what is asked of projects and what *project* answers."""
    query = select(AdmissionAnswer.__table__).where(AdmissionAnswer.project_id == project)
    answers = {row.criterion_id: GivenAnswer(Answer(row.answer), row.comment) for row in connection.execute(query)}
    return ProjectAdmission(criteria(connection, AdmissionSubject.PROJECT), answers)
