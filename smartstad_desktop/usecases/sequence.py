"""Where a row goes in an order that people make themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from smartstad_desktop.domain import ordering
from smartstad_desktop.storage.tables.goals import Risk
from smartstad_desktop.storage.tables.governance import BodySeat, GovernanceBody
from smartstad_desktop.storage.tables.testbeds import CaseIndicator
from smartstad_desktop.storage.tables.work import (
    BudgetLine,
    CallApplication,
    OpenCall,
    ProgrammePart,
    ProgrammeQuestion,
    TimelineEntry,
)
from smartstad_desktop.storage.tables.workshop import AgendaItem, SessionNote

#: Rows with a place in an order.
Ordered: TypeAlias = (
    AgendaItem
    | SessionNote
    | CaseIndicator
    | GovernanceBody
    | BodySeat
    | BudgetLine
    | ProgrammePart
    | TimelineEntry
    | ProgrammeQuestion
    | OpenCall
    | CallApplication
    | Risk
)


def place_before(rows: Sequence[Ordered], row: Ordered, before: int | None) -> None:
    """Put *row*, one of *rows*, before the one whose id is *before*, or last; nothing is written if it is there."""
    at = rows.index(row)
    following = rows[at + 1].id if at + 1 < len(rows) else None
    if before not in {row.id, following}:
        row.order_key = key_before([each for each in rows if each is not row], before)


def key_before(rows: Sequence[Ordered], before: int | None) -> str:
    """Return a key for a row before the one whose id is *before*, or last when there is none such."""
    ids = [each.id for each in rows]
    place = ids.index(before) if before in ids else len(rows)
    above = rows[place - 1].order_key if place else None
    return ordering.between(above, rows[place].order_key if place < len(rows) else None)
