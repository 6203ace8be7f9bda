"""The questions of the programme's application and their answers: add, change, move, remove."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select

from smartstad_desktop.domain.ordering import between
from smartstad_desktop.domain.programme.calls import QUESTION_FIELDS, QuestionMissing
from smartstad_desktop.storage.tables.work import ProgrammeQuestion
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.programme import records
from smartstad_desktop.usecases.seeds import starter_questions


@dataclass(frozen=True, slots=True, kw_only=True)
class AddQuestion:
    """Add a question, last."""

    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Return the new question's id."""
        question = ProgrammeQuestion(name_sv="", answer="", order_key=records.key_last(tx, ProgrammeQuestion))
        _write(question, {"name_sv": ""} | dict(self.fields))
        tx.session.add(question)
        tx.session.flush()
        tx.describe(title=records.said(question.name_sv))
        return question.id


@dataclass(frozen=True, slots=True, kw_only=True)
class AddStarterQuestions:
    """Add the questions that an application for a joint project usually asks, those that are not there yet."""

    def execute(self, tx: Transaction) -> int:
        """Return how many were added."""
        there = set(tx.session.scalars(select(ProgrammeQuestion.name_sv)))
        new = [name for name in starter_questions() if name.sv not in there]
        last = records.key_last(tx, ProgrammeQuestion)
        for name in new:
            tx.session.add(
                ProgrammeQuestion(name_sv=name.sv, name_nb=name.nb, name_en=name.en, answer="", order_key=last)
            )
            last = between(last, None)
        tx.describe(count=len(new))
        return len(new)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditQuestion:
    """Change a question or its answer. With ``is_typing``, pieces of one text become one step."""

    question: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.question)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        question = tx.get(ProgrammeQuestion, self.question)
        _write(question, self.changes)
        tx.describe(title=records.said(question.name_sv))
        if set(self.changes) == {"answer"}:
            tx.describe(form="answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveQuestion:
    """Put a question before another, or last."""

    question: int
    before: int | None = None

    def execute(self, tx: Transaction) -> None:
        """Write its place."""
        question = tx.get(ProgrammeQuestion, self.question)
        records.place_before(tx, ProgrammeQuestion, question, self.before)
        tx.describe(title=records.said(question.name_sv))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveQuestions:
    """Remove questions and their answers."""

    questions: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Remove them."""
        found = [tx.get(ProgrammeQuestion, question) for question in self.questions]
        tx.describe(count=len(found), title=records.said(found[0].name_sv) if found else "")
        tx.session.execute(delete(ProgrammeQuestion).where(ProgrammeQuestion.id.in_(self.questions)))


def _write(question: ProgrammeQuestion, changes: Mapping[str, Any]) -> None:
    clean = records.clean(QUESTION_FIELDS, changes)
    if not clean.get("name_sv", question.name_sv):
        raise QuestionMissing(field="name_sv")
    for field, value in clean.items():
        setattr(question, field, value)
