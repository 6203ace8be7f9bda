"""Decisions with their clauses, what they changed, and the assignments they gave."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Row, select

from smartstad_desktop.domain.governance.decisions import (
    AssignmentState,
    Clause,
    DecisionState,
    Outcome,
    is_open,
    is_overdue,
)
from smartstad_desktop.domain.values import MunicipalityId, Named, Period, Precision
from smartstad_desktop.reads.governance.bodies import pickable_bodies
from smartstad_desktop.reads.needs import Town, towns
from smartstad_desktop.storage.tables.governance import Assignment, Decision, DecisionClause, Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentRow:
    """An assignment; ``is_overdue`` says that its day has passed and it is not done."""

    id: int
    decision: int
    clause: int | None
    text: str
    receiver: str
    municipality: MunicipalityId | None
    organisation: int | None
    body: int | None
    due_on: date | None
    done_on: date | None
    state: AssignmentState
    comment: str
    is_overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """A decision. ``decided`` is a period, or the day in words when none can be read from them."""

    id: int
    title: str
    body: int | None
    body_written: str
    decided: Period | str | None
    state: DecisionState
    outcome: Outcome | None
    case_number: str
    paragraph: str
    assessment: str
    assessment_by: str
    dissent: str
    documents: tuple[str, ...]
    amends: int | None
    amended_by: tuple[int, ...]
    comment: str
    clauses: tuple[Clause, ...]
    assignments: tuple[AssignmentRow, ...]

    @property
    def open_count(self) -> int:
        """Return how many assignments are still to be done."""
        return sum(is_open(each.state) for each in self.assignments)

    @property
    def overdue_count(self) -> int:
        """Return how many assignments should have been done already."""
        return sum(each.is_overdue for each in self.assignments)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionsShown:
    """All that the list of decisions shows: the latest first, with the names of whom they concern."""

    rows: tuple[DecisionRow, ...]
    towns: dict[MunicipalityId, Town]
    organisations: dict[int, str]
    bodies: dict[int, Named]

    def decision(self, decision: int | None) -> DecisionRow | None:
        """Return a decision by its id."""
        return next((row for row in self.rows if row.id == decision), None)


def decisions(connection: Connection, today: date) -> DecisionsShown:
    """Return the decisions, the latest first and those without a day before them."""
    rows = _rows(connection, today)
    names = connection.execute(select(Organisation.id, Organisation.name).order_by(Organisation.name))
    return DecisionsShown(
        rows=tuple(sorted(rows, key=_when, reverse=True)),
        towns=towns(connection),
        organisations={row.id: row.name for row in names},
        bodies=dict(pickable_bodies(connection)),
    )


def _when(row: DecisionRow) -> tuple[date, int]:
    return (row.decided.last if isinstance(row.decided, Period) else date.max, row.id)


def _rows(connection: Connection, today: date) -> list[DecisionRow]:
    clauses: defaultdict[int, list[Clause]] = defaultdict(list)
    by_order = (DecisionClause.order_key, DecisionClause.id)
    for row in connection.execute(select(DecisionClause.__table__).order_by(*by_order)):
        clauses[row.decision_id].append(Clause(id=row.id, text=row.text))
    given: defaultdict[int, list[AssignmentRow]] = defaultdict(list)
    for row in connection.execute(select(Assignment.__table__).order_by(Assignment.order_key, Assignment.id)):
        given[row.decision_id].append(_assignment(row, today))
    found = connection.execute(select(Decision.__table__).order_by(Decision.order_key, Decision.id)).all()
    later: defaultdict[int, list[int]] = defaultdict(list)
    for row in found:
        if row.amends_id is not None:
            later[row.amends_id].append(row.id)
    return [_decision(row, tuple(clauses[row.id]), tuple(given[row.id]), tuple(later[row.id])) for row in found]


def _decision(
    row: Row[tuple[object, ...]],
    clauses: tuple[Clause, ...],
    assignments: tuple[AssignmentRow, ...],
    amended_by: tuple[int, ...],
) -> DecisionRow:
    decided: Period | str | None = row.written or None
    if row.first is not None:
        decided = Period(row.first, row.last or row.first, Precision(row.precision or Precision.DAY), row.written)
    return DecisionRow(
        id=row.id,
        title=row.title,
        body=row.body_id,
        body_written=row.body_written,
        decided=decided,
        state=DecisionState(row.state),
        outcome=Outcome(row.outcome) if row.outcome else None,
        case_number=row.case_number,
        paragraph=row.paragraph,
        assessment=row.assessment,
        assessment_by=row.assessment_by,
        dissent=row.dissent,
        documents=tuple(row.documents),
        amends=row.amends_id,
        amended_by=amended_by,
        comment=row.comment,
        clauses=clauses,
        assignments=assignments,
    )


def _assignment(row: Row[tuple[object, ...]], today: date) -> AssignmentRow:
    state = AssignmentState(row.state)
    return AssignmentRow(
        id=row.id,
        decision=row.decision_id,
        clause=row.clause_id,
        text=row.text,
        receiver=row.receiver,
        municipality=row.municipality_id,
        organisation=row.organisation_id,
        body=row.body_id,
        due_on=row.due_on,
        done_on=row.done_on,
        state=state,
        comment=row.comment,
        is_overdue=is_overdue(state, row.due_on, today),
    )
