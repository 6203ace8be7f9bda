"""Decisions with their clauses, and the assignments they give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final, cast

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.needs import LONGEST, WordsTooLong
from smartstad_desktop.domain.values import Period


class DecisionState(StrEnum):
    """Where a decision stands; an amended one is still read, a revoked one no longer holds."""

    PROPOSED = "proposed"
    DECIDED = "decided"
    AMENDED = "amended"
    REVOKED = "revoked"


class Outcome(StrEnum):
    """What a body decided on a proposal."""

    APPROVED = "approved"
    APPROVED_WITH_CHANGES = "approved_with_changes"
    REFERRED_BACK = "referred_back"
    REJECTED = "rejected"
    NOTED = "noted"
    STOPPED = "stopped"


class AssignmentState(StrEnum):
    """How far an assignment has come."""

    GIVEN = "given"
    STARTED = "started"
    DONE = "done"
    STOPPED = "stopped"


class DecisionTitleMissing(FieldInvalid):
    """A decision needs to say what it is about."""

    code = "decision_title_missing"


class DecisionAmendsItself(FieldInvalid):
    """A decision would change itself, or one that changes it."""

    code = "decision_amends_itself"


class AssignmentTextMissing(FieldInvalid):
    """An assignment has to say what is to be done."""

    code = "assignment_text_missing"


class ReceiverMissing(FieldInvalid):
    """An assignment has to be given to somebody."""

    code = "receiver_missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A numbered clause; one that is new has no id yet."""

    text: str
    id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiver:
    """Who is given an assignment: a municipality, an organisation or a body, or somebody in words."""

    municipality: int | None = None
    organisation: int | None = None
    body: int | None = None
    words: str = ""


def _stated(_name: str, value: Any) -> Period | str | None:
    """Return a day as it was stated: a period, or words that no day can be read from."""
    if value is None or isinstance(value, Period):
        return value
    return str(value).strip() or None


def _clauses(_name: str, value: Any) -> tuple[Clause, ...]:
    given = cast("Iterable[Clause]", value or ())
    return tuple(Clause(id=clause.id, text=clause.text.strip()) for clause in given if clause.text.strip())


#: What can be set on a decision, and on an assignment.
DECISION_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(
        ("title", "body_written", "case_number", "paragraph", "assessment", "assessment_by", "dissent", "comment"),
        cleaning.text,
    ),
    **dict.fromkeys(("body_id", "amends_id", "session_id"), cleaning.row),
    "decided": _stated,
    "state": lambda _name, value: DecisionState(value),
    "outcome": cleaning.choice(Outcome),
    "documents": cleaning.texts,
    "clauses": _clauses,
}
ASSIGNMENT_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("text", "receiver", "comment"), cleaning.text),
    **dict.fromkeys(("clause_id", "municipality_id", "organisation_id", "body_id"), cleaning.row),
    **dict.fromkeys(("due_on", "done_on"), cleaning.day),
    "state": lambda _name, value: AssignmentState(value),
}
_OPEN: Final = frozenset({AssignmentState.GIVEN, AssignmentState.STARTED})


def check_decision(title: str) -> None:
    """Refuse a decision that does not say what it is about.

    Raises:
        DecisionTitleMissing, WordsTooLong: the title is not one.
    """
    if not title:
        raise DecisionTitleMissing(field="title")
    if len(title) > LONGEST:
        raise WordsTooLong(field="title", length=len(title), limit=LONGEST)


def check_amends(decision: int, amends: int | None, all_amends: Mapping[int, int | None]) -> None:
    """Refuse that *decision* changes itself in the end; *all_amends* says what each other one changes.

    Raises:
        DecisionAmendsItself: it would.
    """
    earlier, seen = amends, set[int]()
    while earlier is not None and earlier not in seen:
        if earlier == decision:
            raise DecisionAmendsItself(field="amends_id")
        seen.add(earlier)
        earlier = all_amends.get(earlier)


def state_beside(state: DecisionState, *, is_amended: bool) -> DecisionState:
    """Return the state of a decision when a later one that holds does, or no longer does, change it."""
    if is_amended:
        return DecisionState.AMENDED if state is DecisionState.DECIDED else state
    return DecisionState.DECIDED if state is DecisionState.AMENDED else state


def is_open(state: AssignmentState) -> bool:
    """Return whether an assignment still has to be done."""
    return state in _OPEN


def is_overdue(state: AssignmentState, due: date | None, today: date) -> bool:
    """Return whether an assignment should have been done before *today*."""
    return due is not None and due < today and is_open(state)
