"""Places in the window that can be asked for; apart from ``page`` so that the rail can be painted before pages load."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class PageId(StrEnum):
    """The pages that can be asked for."""

    OVERVIEW = "overview"
    FIGURES = "figures"
    INVENTORY = "inventory"
    IMPORTING = "importing"
    MATRIX = "matrix"
    BOARD = "board"
    PLAN = "plan"
    REPORTS = "reports"
    PROCUREMENT = "procurement"
    PROGRAMME = "programme"
    NEEDS = "needs"
    EXAMPLES = "examples"
    GOALS = "goals"
    ORDER = "order"
    WORKSHOP = "workshop"
    TESTBEDS = "testbeds"


@dataclass(frozen=True, slots=True)
class PageTarget:
    """A place in the window: a page, and what to show there.

    ``row`` is the record to select. ``filters`` are words the page knows, such as ``{"municipality": 3}``,
    ``{"missing": "theme"}`` or ``{"add": True}``; a page ignores words it does not know. ``files`` are what
    the importing page is to read, or a workspace that is to be opened instead of this one.
    """

    page: PageId
    row: int | None = None
    filters: dict[str, int | str | bool] = field(default_factory=dict[str, "int | str | bool"])
    files: tuple[str, ...] = ()
