"""Records of a template that stand in its data file as the table has them: bodies, decisions, money, time, limits.

A record names its columns. A text in three languages is a table of ``sv``, ``nb`` and ``en``; another record is named
by its ``ref`` (or its key); what belongs to a record stands as a list inside it, in order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy.orm import Session

from smartstad_desktop.domain.ordering import evenly
from smartstad_desktop.domain.templates import RecordSeed
from smartstad_desktop.storage.tables.base import Base
from smartstad_desktop.storage.tables.governance import (
    AdmissionCriterion,
    Assignment,
    BodySeat,
    Decision,
    DecisionClause,
    GovernanceBody,
    Organisation,
)
from smartstad_desktop.storage.tables.procurement import Threshold
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.work import (
    BudgetLine,
    CallApplication,
    MunicipalityName,
    MunicipalitySuccession,
    OpenCall,
    ProgrammePart,
    ProgrammeQuestion,
    TimelineEntry,
)

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How records of a list become rows: their table, columns that name another list, and lists inside them."""

    table: type[Base]
    #: Name in the file → column, and the list whose record is named.
    links: Mapping[str, tuple[str, str]]
    #: Name in the file → list of the shapes, and the column that leads back.
    parts: Mapping[str, tuple[str, str]]


_TOWN: Final = {"municipality": ("municipality_id", "municipality")}
_ORGANISATION: Final = {"organisation": ("organisation_id", "organisation")}
_BODY: Final = {"body": ("body_id", "governance_body")}
_SUCCESSION: Final = {"before": ("before_id", "municipality"), "after": ("after_id", "municipality")}
#: The lists a data file may hold, in the order in which they can name each other.
SHAPES: Final[Mapping[str, Shape]] = {
    "organisation": Shape(table=Organisation, links=_TOWN, parts={}),
    "admission_criterion": Shape(table=AdmissionCriterion, links={}, parts={}),
    "governance_body": Shape(
        table=GovernanceBody,
        links={
            **_TOWN,
            "parent": ("parent_id", "governance_body"),
            "lead_organisation": ("lead_organisation_id", "organisation"),
        },
        parts={"seats": ("body_seat", "body_id")},
    ),
    "body_seat": Shape(table=BodySeat, links=_TOWN | _ORGANISATION, parts={}),
    "decision": Shape(
        table=Decision,
        links={**_BODY, "amends": ("amends_id", "decision")},
        parts={"clauses": ("decision_clause", "decision_id"), "assignments": ("assignment", "decision_id")},
    ),
    "decision_clause": Shape(table=DecisionClause, links={}, parts={}),
    "assignment": Shape(table=Assignment, links=_TOWN | _ORGANISATION | _BODY, parts={}),
    "programme_part": Shape(table=ProgrammePart, links={}, parts={"entries": ("timeline_entry", "part_id")}),
    "timeline_entry": Shape(table=TimelineEntry, links=_TOWN, parts={}),
    "budget_line": Shape(
        table=BudgetLine,
        links={**_TOWN, **_ORGANISATION, "decision": ("decision_id", "decision")},
        parts={"shares": ("budget_line", "parent_id")},
    ),
    "open_call": Shape(table=OpenCall, links=_TOWN, parts={"applications": ("call_application", "call_id")}),
    "call_application": Shape(table=CallApplication, links=_ORGANISATION, parts={}),
    "programme_question": Shape(table=ProgrammeQuestion, links={}, parts={}),
    "municipality_name": Shape(table=MunicipalityName, links=_TOWN, parts={}),
    "municipality_succession": Shape(table=MunicipalitySuccession, links=_SUCCESSION, parts={}),
    "threshold": Shape(table=Threshold, links={}, parts={}),
}


class Filler:
    """Makes rows of records, and remembers by what names later ones call them."""

    def __init__(self, session: Session, municipalities: Mapping[str, Municipality]) -> None:
        self._session = session
        self._known: dict[tuple[str, str], int] = {("municipality", key): row.id for key, row in municipalities.items()}

    def add(self, seeds: Sequence[RecordSeed]) -> None:
        """Make the rows of *seeds*, list by list."""
        for name in SHAPES:
            self._add(name, [seed.record for seed in seeds if seed.list_name == name], {})

    def _add(self, name: str, records: Sequence[Record], owner: Mapping[str, int]) -> None:
        shape = SHAPES[name]
        for record, order_key in zip(records, evenly(len(records)), strict=True):
            values = {**self._values(shape, record), **owner}
            if hasattr(shape.table, "order_key"):
                values["order_key"] = order_key
            row = shape.table(**values)
            self._session.add(row)
            self._session.flush()
            self._known[name, str(record.get("ref", record.get("key", "")))] = row.id
            for part, (list_name, column) in shape.parts.items():
                self._add(list_name, [_told(each) for each in record.get(part, ())], {column: row.id})

    def _values(self, shape: Shape, record: Record) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name, value in record.items():
            if name in shape.links:
                column, other = shape.links[name]
                values[column] = self._known[other, value]
            elif isinstance(value, Mapping):
                values |= {f"{name}_{language}": text for language, text in value.items()}
            elif name != "ref" and name not in shape.parts:
                values[name] = value
        return values


def _told(record: Record | str) -> Record:
    """Return a part as a record; a clause is written as nothing but its text."""
    return {"text": record} if isinstance(record, str) else record
