"""Rows of a list that say the same project twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from smartstad_desktop.domain.lists.lists import ReadRow, Value
from smartstad_desktop.exchange.cells.folding import fold


@dataclass(frozen=True, slots=True)
class Repeat:
    """An earlier row (by place) that a row repeats; a copy says nothing else."""

    earlier: int
    is_copy: bool


def repeated(rows: Sequence[ReadRow], asked: Iterable[int]) -> Mapping[int, Repeat]:
    """Return the rows of a list, by place, that repeat an earlier row's reference and name.

    Only the rows at the *asked* places can, and so only rows named like one of them are looked at.
    """
    first: dict[str, int] = {}
    found: dict[int, Repeat] = {}
    names = [fold(row.title) for row in rows]
    wanted = {names[place] for place in asked} - {""}
    for place, name in enumerate(names):
        if name not in wanted:
            continue
        row = rows[place]
        reference, town = row.values.get("external_ref"), row.values.get("municipality")
        mark = f"{town}|{fold(str(reference)) if reference else ''}|{name}"
        earlier = first.setdefault(mark, place)
        if earlier != place:
            found[place] = Repeat(earlier, _plain(rows[earlier]) == _plain(row))
    return found


def _plain(row: ReadRow) -> dict[str, Value]:
    return {name: value for name, value in row.values.items() if name != "row_key"}
