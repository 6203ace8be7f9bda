"""The result of reading one cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from smartstad_desktop.domain.lists.lists import IssueCode, Value

#: A cell as the reader hands it over; nothing is None.
Cell: TypeAlias = "str | int | float | bool | date | datetime | None"


@dataclass(frozen=True, slots=True)
class Reading:
    """A value with what was written, or an issue with what we would write there."""

    value: Value | None = None
    written: str = ""
    issue: IssueCode | None = None
    suggestion: Value | None = None


@dataclass(frozen=True, slots=True)
class ErrorCell:
    """A cell that shows an error such as ``#N/A``, or a formula that was never calculated."""

    shown: str
    is_uncalculated: bool = False
