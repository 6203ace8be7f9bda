"""What a user can do with decisions: write them down with their clauses, change them, delete them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select

from smartstad_desktop.domain import cleaning, ordering
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.governance.decisions import (
    DECISION_FIELDS,
    Clause,
    DecisionState,
    check_amends,
    check_decision,
    state_beside,
)
from smartstad_desktop.domain.values import Period
from smartstad_desktop.storage.tables.governance import Decision, DecisionClause
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.governance.rows import last_key, put, shortened


@dataclass(frozen=True, slots=True, kw_only=True)
class AddDecision:
    """Write down a decision, or a proposal for one; ``decided`` is a period, or the day in words."""

    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Return the new decision's id."""
        row = Decision(title="", state=DecisionState.PROPOSED, order_key=last_key(tx, Decision.order_key))
        _write(tx, row, {"title": ""} | dict(self.fields))
        tx.describe(title=shortened(row.title))
        return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditDecision:
    """Change fields of a decision; ``clauses`` are all its clauses in order. ``is_typing`` joins pieces of a text."""

    decision: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.decision)

    def execute(self, tx: Transaction) -> None:
        """Write the changes.

        Raises:
            DecisionAmendsItself: it would change itself in the end.
        """
        row = tx.get(Decision, self.decision)
        _write(tx, row, self.changes)
        tx.describe(title=shortened(row.title), fields=sorted(self.changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteDecisions:
    """Delete decisions with their clauses and assignments; what they changed holds again."""

    decisions: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Delete them."""
        found = [tx.get(Decision, decision) for decision in self.decisions]
        earlier = {row.amends_id for row in found} - set(self.decisions)
        tx.describe(count=len(found), title=shortened(found[0].title) if found else "")
        tx.session.execute(delete(Decision).where(Decision.id.in_(self.decisions)))
        _settle(tx, earlier)


def _write(tx: Transaction, row: Decision, changes: Mapping[str, Any]) -> None:
    clean = {name: cleaning.clean(DECISION_FIELDS, name, value) for name, value in changes.items()}
    earlier = {row.amends_id}
    clauses = clean.pop("clauses", None)
    if "decided" in clean:
        _write_day(row, clean.pop("decided"))
    if clean.get("outcome") and "state" not in changes and row.state == DecisionState.PROPOSED:
        # What has an outcome is not a proposal any more.
        clean["state"] = DecisionState.DECIDED
    if "amends_id" in clean:
        found = tx.session.execute(select(Decision.id, Decision.amends_id))
        check_amends(row.id, clean["amends_id"], {each.id: each.amends_id for each in found})
    put(tx, row, clean)
    check_decision(row.title)
    tx.session.add(row)
    tx.session.flush()
    if clauses is not None:
        _write_clauses(tx, row, clauses)
    if {"state", "amends_id"} & clean.keys():
        _settle(tx, earlier | {row.amends_id, row.id})


def _write_day(row: Decision, decided: Period | str | None) -> None:
    if isinstance(decided, Period):
        row.first, row.last = decided.first, decided.last
        row.precision, row.written = decided.precision, decided.written
    else:
        row.first = row.last = row.precision = None
        row.written = decided or ""


def _write_clauses(tx: Transaction, row: Decision, wanted: tuple[Clause, ...]) -> None:
    """Make the clauses be *wanted*; rows keep their ids, and their keys where the order allows it."""
    query = select(DecisionClause).where(DecisionClause.decision_id == row.id)
    held = {clause.id: clause for clause in tx.session.scalars(query)}
    known = [clause.id for clause in wanted if clause.id is not None]
    if set(known) - held.keys() or len(set(known)) < len(known):
        raise FieldInvalid(field="clauses")
    for number in held.keys() - set(known):
        tx.session.delete(held[number])
    keys = ordering.evenly(len(wanted))
    in_order = [held[number].order_key for number in known]
    if len(known) == len(wanted) and in_order == sorted(in_order):
        keys = in_order
    for clause, key in zip(wanted, keys, strict=True):
        each = DecisionClause(decision_id=row.id) if clause.id is None else held[clause.id]
        each.text, each.order_key = clause.text, key
        tx.session.add(each)
    tx.session.flush()


def _settle(tx: Transaction, decisions: set[int | None]) -> None:
    """Let each of *decisions* be amended exactly while a later decision that holds changes it."""
    tx.session.flush()
    holding = (DecisionState.DECIDED, DecisionState.AMENDED)
    for number in sorted(each for each in decisions if each is not None):
        row = tx.session.get(Decision, number)
        if row is None:
            continue
        later = select(Decision.id).where(Decision.amends_id == row.id, Decision.state.in_(holding)).limit(1)
        row.state = state_beside(DecisionState(row.state), is_amended=tx.session.scalar(later) is not None)
    tx.session.flush()
