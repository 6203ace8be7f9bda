"""What each municipality said, as far as it may be told: a table of items and municipalities."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.domain.workshop.results import Result
from smartstad_desktop.domain.workshop.voting import EFFORT, IMPACT, IN_COLUMNS, Method
from smartstad_desktop.exchange.documents.document import Align, Block, Column, Heading, Manner, Table, cell, paragraph
from smartstad_desktop.reads.workshop.results import Outcome
from smartstad_desktop.text.round_words import axis_name, column_names, figure
from smartstad_desktop.usecases.workshop.minutes_material import Material

#: So many municipalities fit beside each other on an upright page.
_BESIDE: Final = 11
_Said = Callable[[Result], Mapping[int, float]]


def town_tables(material: Material, counted: Outcome) -> list[Block]:
    """Return the answers by municipality; nothing where the rules of disclosure leave nothing."""
    phrases = material.phrases
    if counted.sheet.method is Method.IMPACT_EFFORT:
        readings: list[tuple[str, _Said]] = [
            (axis_name(IMPACT, phrases), lambda result: {} if result.y is None else result.y.by_municipality),
            (axis_name(EFFORT, phrases), lambda result: {} if result.x is None else result.x.by_municipality),
        ]
    else:
        readings = [("", lambda result: result.by_municipality)]
    found = [block for name, said in readings for block in _tables(material, counted, name, said)]
    if not found:
        return []
    heading: list[Block] = [Heading(phrases.text("Answers by municipality"), 3)]
    return [*heading, *found, *_key(material, counted)]


def _tables(material: Material, counted: Outcome, name: str, said: _Said) -> list[Block]:
    phrases, results = material.phrases, counted.tally.results
    towns = [town for town in material.marks if any(town in said(result) for result in results)]
    towns.sort(key=lambda town: phrases.sort_key(material.name(town)))
    items = {item.number: item for item in counted.sheet.items}
    found: list[Block] = []
    for at in range(0, len(towns), _BESIDE):
        some = towns[at : at + _BESIDE]
        columns = (
            Column(name or phrases.text("Item"), 52),
            *(Column(material.marks[town].letters, 11, Align.RIGHT) for town in some),
        )
        rows = tuple(
            (
                cell(f"{result.item}. {material.title(items[result.item])}"),
                *(cell(_shown(material, counted, said(result), town)) for town in some),
            )
            for result in results
        )
        caption = phrases.text("Answers by municipality")
        found.append(Table(columns, rows, f"{caption}: {name}" if name else caption))
    return found


def _shown(material: Material, counted: Outcome, said: Mapping[int, float], town: MunicipalityId) -> str:
    value = said.get(town)
    if value is None:
        return "–"
    return figure(value + 1 if counted.sheet.method in IN_COLUMNS else value, material.phrases)


def _key(material: Material, counted: Outcome) -> list[Block]:
    """Return what the figures mean where they stand for columns."""
    phrases, sheet = material.phrases, counted.sheet
    if sheet.method not in IN_COLUMNS:
        return []
    names = column_names(sheet.method, sheet.columns, phrases)
    told = ", ".join(f"{number} {name}" for number, name in enumerate(names, start=1))
    return [paragraph(phrases.text("The figures are the columns: {columns}.", columns=told), Manner.NOTE)]
