"""What a user can do with the assignments of a decision: give them to one or many, follow them, take them away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.governance.decisions import (
    ASSIGNMENT_FIELDS,
    AssignmentState,
    AssignmentTextMissing,
    Receiver,
    ReceiverMissing,
)
from smartstad_desktop.storage.tables.governance import Assignment, Decision, DecisionClause
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.governance.rows import last_key, put, shortened


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAssignments:
    """Give an assignment to one or many: each receiver has its own, with its own state."""

    decision: int
    text: str
    receivers: tuple[Receiver, ...]
    due_on: date | None = None
    clause: int | None = None

    def execute(self, tx: Transaction) -> tuple[int, ...]:
        """Return the ids of the new assignments.

        Raises:
            ReceiverMissing, AssignmentTextMissing: nobody gets it, or nothing is asked for.
        """
        decision = tx.get(Decision, self.decision)
        if not self.receivers:
            raise ReceiverMissing(field="receivers")
        made: list[int] = []
        for receiver in self.receivers:
            key = last_key(tx, Assignment.order_key, Assignment.decision_id == decision.id)
            row = Assignment(decision_id=decision.id, state=AssignmentState.GIVEN, order_key=key)
            fields = {
                "text": self.text,
                "receiver": receiver.words,
                "municipality_id": receiver.municipality,
                "organisation_id": receiver.organisation,
                "body_id": receiver.body,
                "due_on": self.due_on,
                "clause_id": self.clause,
            }
            _write(tx, row, fields)
            made.append(row.id)
        tx.describe(count=len(made), title=shortened(self.text))
        return tuple(made)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditAssignment:
    """Change fields of an assignment. With ``is_typing``, pieces of one field's text become one step."""

    assignment: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.assignment)

    def execute(self, tx: Transaction) -> None:
        """Write the changes; what is done has a day, today unless another is said."""
        row = tx.get(Assignment, self.assignment)
        changes = dict(self.changes)
        if "state" in changes and "done_on" not in changes:
            is_done = changes["state"] == AssignmentState.DONE
            changes["done_on"] = (row.done_on or tx.today) if is_done else None
        _write(tx, row, changes)
        tx.describe(title=shortened(row.text), fields=sorted(self.changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteAssignments:
    """Take assignments away."""

    assignments: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Delete them."""
        found = [tx.get(Assignment, assignment) for assignment in self.assignments]
        tx.describe(count=len(found), title=shortened(found[0].text) if found else "")
        tx.session.execute(delete(Assignment).where(Assignment.id.in_(self.assignments)))


def _write(tx: Transaction, row: Assignment, changes: Mapping[str, Any]) -> None:
    put(tx, row, {name: cleaning.clean(ASSIGNMENT_FIELDS, name, value) for name, value in changes.items()})
    if not row.text:
        raise AssignmentTextMissing(field="text")
    if not (row.receiver or row.municipality_id or row.organisation_id or row.body_id):
        raise ReceiverMissing(field="receivers")
    if row.clause_id is not None:
        clause = tx.session.get(DecisionClause, row.clause_id)
        if clause is None or clause.decision_id != row.decision_id:
            raise FieldInvalid(field="clause_id")
    tx.session.add(row)
    tx.session.flush()
