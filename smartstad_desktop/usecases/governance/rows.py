"""What commands about records of governance share: writing clean values, and looking that what is named exists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute

from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.storage.tables.base import Base
from smartstad_desktop.storage.tables.governance import (
    BodySeat,
    Decision,
    DecisionClause,
    GovernanceBody,
    Organisation,
    Person,
)
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.workshop import Session
from smartstad_desktop.usecases.command import Transaction

#: The table that a column leads to.
_TARGETS: Final[Mapping[str, type[Base]]] = {
    "municipality_id": Municipality,
    "organisation_id": Organisation,
    "lead_organisation_id": Organisation,
    "parent_id": GovernanceBody,
    "body_id": GovernanceBody,
    "seat_id": BodySeat,
    "person_id": Person,
    "decision_id": Decision,
    "amends_id": Decision,
    "clause_id": DecisionClause,
    "session_id": Session,
}
_SHOWN: Final = 60


def put(tx: Transaction, row: Base, values: Mapping[str, Any]) -> None:
    """Set clean *values* on *row*.

    Raises:
        FieldInvalid: a value names a record that is not there.
    """
    for name, value in values.items():
        table = _TARGETS.get(name)
        if table is not None and value is not None and tx.session.get(table, value) is None:
            raise FieldInvalid(field=name)
        setattr(row, name, value)


def last_key(tx: Transaction, column: InstrumentedAttribute[str], *conditions: Any) -> str:
    """Return an order key after all rows that meet *conditions*."""
    return ordering.between(tx.session.scalar(select(func.max(column)).where(*conditions)), None)


def shortened(text: str) -> str:
    """Return *text* as one short line, for names of steps."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"
