"""A sheet as it is in the file: cells, merged areas, and what is hidden."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from smartstad_desktop.exchange.cells.reading import Cell, ErrorCell

#: First row, first column, last row, last column, from 0.
Area: TypeAlias = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class RawSheet:
    """A sheet from A1 on, with ``""`` for what is empty.

    Hidden rows and columns and the cells with errors are told by their index from 0.
    """

    name: str
    rows: list[list[Cell]]
    merges: tuple[Area, ...] = ()
    is_visible: bool = True
    is_1904: bool = False
    errors: dict[tuple[int, int], ErrorCell] = field(default_factory=dict[tuple[int, int], ErrorCell])
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
