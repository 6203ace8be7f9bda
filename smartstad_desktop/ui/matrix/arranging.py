"""Which rows of a grid are shown, in which order, and beneath which headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from smartstad_desktop.domain.goals.goals import Scale
from smartstad_desktop.domain.inventory import ProjectKind
from smartstad_desktop.reads.goals.goal_matrix import GridRow
from smartstad_desktop.ui.matrix.sheet import Sheet


class Grouping(StrEnum):
    """What rows are gathered by."""

    NONE = "none"
    THEME = "theme"
    MUNICIPALITY = "municipality"


class Sorting(StrEnum):
    """What rows are ordered by."""

    RESULT = "result"
    NAME = "name"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user wants to see."""

    words: str = ""
    municipalities: frozenset[int] = frozenset()
    groups: frozenset[int] = frozenset()
    kinds: frozenset[ProjectKind] = frozenset()
    is_unanswered: bool = False
    grouping: Grouping = Grouping.NONE
    sorting: Sorting = Sorting.RESULT


@dataclass(frozen=True, slots=True)
class Arranged:
    """Rows from the top down: ids, or the place of a heading in ``headings`` as a negative number.

    ``places`` is the place in the order by result, counted from 1, of each row that has a result.
    """

    ids: tuple[int, ...]
    headings: tuple[str, ...]
    places: dict[int, int]


def arrange(sheet: Sheet, wanted: Wanted) -> Arranged:
    """Return what is shown of *sheet*."""
    shown = [row for row in sheet.grid.rows if _is_wanted(sheet, row, wanted)]
    shown = _sorted(sheet, shown, wanted.sorting)
    places = places_of(sheet)
    if wanted.grouping is Grouping.NONE:
        return Arranged(tuple(row.id for row in shown), (), places)
    return _grouped(sheet, shown, wanted.grouping, places)


def places_of(sheet: Sheet) -> dict[int, int]:
    """Return the place of each row that has a result, among all rows, counted from 1."""
    if sheet.scale is not Scale.CONTRIBUTION:
        return {}
    ranked = _sorted(sheet, sheet.counted_rows(), Sorting.RESULT)
    with_result = [row.id for row in ranked if sheet.result(row.id).value is not None]
    return {row: place for place, row in enumerate(with_result, start=1)}


def _is_wanted(sheet: Sheet, row: GridRow, wanted: Wanted) -> bool:
    towns = {row.municipality, *row.participants}
    return (
        (not wanted.municipalities or not towns.isdisjoint(wanted.municipalities))
        and (not wanted.groups or not wanted.groups.isdisjoint(row.groups))
        and (not wanted.kinds or row.kind is None or row.kind in wanted.kinds)
        and (not wanted.is_unanswered or None in sheet.answers[row.id])
        and all(word in row.name.casefold() for word in wanted.words.casefold().split())
    )


def _sorted(sheet: Sheet, rows: Sequence[GridRow], sorting: Sorting) -> list[GridRow]:
    by_name = sheet.phrases.sort_key
    if sorting is Sorting.NAME:
        return sorted(rows, key=lambda row: by_name(row.name))
    if sorting is Sorting.MUNICIPALITY:
        return sorted(rows, key=lambda row: (by_name(_town(sheet, row.municipality)), by_name(row.name)))
    if sheet.scale is not Scale.CONTRIBUTION:
        return list(rows)
    results = {row.id: sheet.result(row.id) for row in rows}

    def rank(row: GridRow) -> tuple[bool, float, float, int]:
        of = results[row.id]
        return of.value is None, -(of.value or 0.0), -of.answered, row.id

    return sorted(rows, key=rank)


def _town(sheet: Sheet, municipality: int | None) -> str:
    face = sheet.grid.faces.municipalities.get(municipality or 0)
    return "" if face is None else face.short_name


def _grouped(sheet: Sheet, rows: Sequence[GridRow], grouping: Grouping, places: dict[int, int]) -> Arranged:
    found: dict[int | None, list[int]] = {}
    for row in rows:
        # A row with several themes stands under the first of them, so that every answer has one place.
        key = row.municipality if grouping is Grouping.MUNICIPALITY else (row.groups or (None,))[0]
        found.setdefault(key, []).append(row.id)
    if grouping is Grouping.MUNICIPALITY:
        known = [face.id for face in sheet.grid.faces.municipalities.values()]
    else:
        known = list(sheet.grid.groups)
    ids: list[int] = []
    headings: list[str] = []
    for key in [each for each in (*known, None) if each in found]:
        headings.append(_heading(sheet, grouping, key))
        ids += [-len(headings), *found[key]]
    return Arranged(tuple(ids), tuple(headings), places)


def _heading(sheet: Sheet, grouping: Grouping, key: int | None) -> str:
    if key is None:
        return sheet.phrases.text("Without group")
    if grouping is Grouping.MUNICIPALITY:
        return _town(sheet, key)
    return sheet.grid.groups[key].in_language(sheet.phrases.language.value)
