"""The form of a ballot file: a column for each who answers, a row for each thing that is answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.values import Language, RoundId, RoundItemId
from smartstad_desktop.domain.workshop.meeting import Whose
from smartstad_desktop.domain.workshop.voting import HUNDRED, IN_COLUMNS, Method
from smartstad_desktop.exchange.outgoing.separated import write_rows
from smartstad_desktop.reads.workshop.round_items import RoundItem
from smartstad_desktop.reads.workshop.rounds import RoundSheet, round_sheet
from smartstad_desktop.text.phrases import N_, Phrasebook, phrasebook
from smartstad_desktop.text.round_words import axis_name, column_names, figure
from smartstad_desktop.usecases.workshop.printed_ballots import caster_name

#: The headings before those who answer; the last rows have words instead of a number.
NUMBER: Final = N_("No.")
AGAINST: Final = N_("Against")
WHAT: Final = N_("What")
TITLE: Final = N_("Item")
BLANK: Final = N_("Blank (x)")
CONCERN: Final = N_("Concern")
LEADING: Final = 4
EQUAL: Final = "="


@dataclass(frozen=True, slots=True)
class Line:
    """What one row asks: about an item, on an axis, or against another item."""

    item: RoundItem
    axis: str = ""
    other: RoundItem | None = None

    @property
    def key(self) -> tuple[RoundItemId, str, RoundItemId | None]:
        """Return what the row is about."""
        return self.item.id, self.axis, None if self.other is None else self.other.id


def lines_of(sheet: RoundSheet) -> tuple[Line, ...]:
    """Return what is asked in a round, row by row."""
    items = [item for item in sheet.items if not item.is_unclear]
    if sheet.method is Method.PAIRS:
        return tuple(Line(one, other=other) for one, other in combinations(items, 2))
    return tuple(Line(item, axis) for item in items for axis in sheet.rules.axes)


def casters_of(sheet: RoundSheet, phrases: Phrasebook) -> dict[str, Whose]:
    """Return those who answer by the name they have in a file; equal names are numbered."""
    found: dict[str, Whose] = {}
    for caster in sheet.casters:
        name, number = caster_name(caster, phrases), 1
        free = name
        while free in found:
            number += 1
            free = f"{name} ({number})"
        found[free] = caster.whose
    return found


def axes_of(sheet: RoundSheet, phrases: Phrasebook) -> Mapping[str, str]:
    """Return what each axis or criterion is called."""
    named = {each.key: each.name.in_language(phrases.language) for each in sheet.criteria}
    return {axis: named.get(axis) or axis_name(axis, phrases) for axis in sheet.rules.axes}


def expected(sheet: RoundSheet, phrases: Phrasebook) -> str:
    """Return what may stand in a cell, in words."""
    if sheet.method in IN_COLUMNS:
        names = column_names(sheet.method, sheet.columns, phrases)
        return ", ".join(f"{number} {name}" for number, name in enumerate(names, start=1))
    if sheet.method is Method.PAIRS:
        return phrases.text("the number of the one that is chosen, or =")
    lowest, highest = sheet.rules.scale
    if sheet.method is Method.HUNDRED:
        highest = HUNDRED
    return f"{figure(lowest, phrases)}–{figure(highest, phrases)}"


def empty_rows(sheet: RoundSheet, phrases: Phrasebook) -> list[list[str]]:
    """Return the rows of a file to fill in."""
    names, axes = list(casters_of(sheet, phrases)), axes_of(sheet, phrases)
    rows = [[*(phrases.text(each) for each in (NUMBER, AGAINST, WHAT, TITLE)), *names]]
    blank = [""] * len(names)
    for line in lines_of(sheet):
        against = "" if line.other is None else str(line.other.number)
        what = axes[line.axis] if line.axis else expected(sheet, phrases)
        rows.append([str(line.item.number), against, what, _title(line, phrases), *blank])
    rows.append(["", "", "", phrases.text(BLANK), *blank])
    rows.append(["", "", "", phrases.text(CONCERN), *blank])
    return rows


def _title(line: Line, phrases: Phrasebook) -> str:
    titles = [each for each in (line.item, line.other) if each is not None]
    return " – ".join(phrases.text("Confidential project") if each.is_confidential else each.title for each in titles)


def titles_of(line: Line, books: Iterable[Phrasebook]) -> frozenset[str]:
    """Return what a row may be called, in any language."""
    return frozenset(_title(line, book) for book in books) | {line.item.title}


def write_empty(connection: Connection, round_id: RoundId, target: Path, language: Language) -> int:
    """Write a ballot file to fill in and return how many answer.

    Raises:
        RowGone: the round has been deleted meanwhile.
        FileTrouble: the target cannot be written.
    """
    sheet = round_sheet(connection, round_id)
    if sheet is None:
        raise RowGone(kind="round", row_id=round_id)
    write_rows(empty_rows(sheet, phrasebook(language)), target)
    return len(sheet.casters)
