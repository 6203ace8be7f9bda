"""Budget lines in several dimensions, and whether their totals hold (domain 0, finding 10)."""

from __future__ import annotations

from enum import StrEnum


class BudgetKind(StrEnum):
    """What a line of the budget is about; a frame is what is aimed at, a grant what has been given."""

    COST = "cost"
    FRAME = "frame"
    APPLIED = "applied"
    GRANT = "grant"
    CO_FUNDING = "co_funding"
    IN_KIND = "in_kind"
