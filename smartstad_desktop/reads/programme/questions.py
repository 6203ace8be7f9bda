"""The questions of the programme's application with their answers, in order."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from smartstad_desktop.domain.values import Named
from smartstad_desktop.storage.tables.work import ProgrammeQuestion


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question and its answer."""

    id: int
    question: Named
    answer: str


def questions(connection: Connection) -> tuple[QuestionRow, ...]:
    """Return the questions in their order."""
    query = select(ProgrammeQuestion.__table__).order_by(ProgrammeQuestion.order_key, ProgrammeQuestion.id)
    return tuple(
        QuestionRow(row.id, Named(row.name_sv, row.name_nb, row.name_en), row.answer)
        for row in connection.execute(query)
    )
