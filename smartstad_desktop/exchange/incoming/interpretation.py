"""A found table to records with meaning: every value read, every doubt with its cell and a suggestion."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from smartstad_desktop.domain.lists.lists import CellIssue, IssueCode, ReadRow, ReadSheet, SheetKind, Value, Vocabulary
from smartstad_desktop.domain.values import Period
from smartstad_desktop.exchange.cells import cells, money, personal, words
from smartstad_desktop.exchange.cells.cells import Setting, is_empty, shown
from smartstad_desktop.exchange.cells.dates import ends_of
from smartstad_desktop.exchange.cells.reading import Cell, ErrorCell, Reading
from smartstad_desktop.exchange.incoming.cell_marks import column_letter
from smartstad_desktop.exchange.incoming.column_matching import Match
from smartstad_desktop.exchange.incoming.column_reading import ColumnRead, read_column
from smartstad_desktop.exchange.incoming.raw_sheet import RawSheet
from smartstad_desktop.exchange.incoming.seen_columns import columns_found, extra_names, read_columns
from smartstad_desktop.exchange.incoming.tables import Table, year_near

#: Columns whose figures are no numbers of people or phones.
_NEVER_PERSONAL: Final = frozenset(
    {
        cells.money,
        cells.period,
        cells.day,
        cells.status,
        cells.themes,
        cells.global_goals,
        cells.municipality,
    }
)
#: The line above a table says something of its rows when it is no longer than this.
_CAPTION_WORDS: Final = 4


def interpret(
    sheet: RawSheet, table: Table, vocabulary: Vocabulary, hints: Iterable[str] = (), *, is_one_of_many: bool = False
) -> ReadSheet:
    """Return the records of *table*; *hints* are texts such as the file's name that may hold a year.

    With *is_one_of_many* sheets, the sheet's name may be the municipality of its rows.
    """
    return _Interpretation(sheet, table, vocabulary, tuple(hints), is_one_of_many=is_one_of_many).sheet()


class _Interpretation:
    """Reads the rows of one table, column by column."""

    def __init__(
        self, sheet: RawSheet, table: Table, vocabulary: Vocabulary, hints: tuple[str, ...], *, is_one_of_many: bool
    ) -> None:
        self._sheet = sheet
        self._is_one_of_many = is_one_of_many
        self._table = table
        self._vocabulary = vocabulary
        above = [shown(cell) for row in sheet.rows[: table.header] for cell in row if isinstance(cell, str)]
        year = year_near((*hints, sheet.name, *above))
        self._setting = Setting(vocabulary=vocabulary, year=year, is_1904=sheet.is_1904)
        # From rows to columns at once; every column is then read from top to bottom.
        rows = [sheet.rows[record.index] for record in table.records]
        self._columns = [*zip_longest(*rows, fillvalue="")]
        self._numbers = [record.index + 1 for record in table.records]
        self._keys = {found.key for found in table.matches}
        self._values: list[dict[str, Value]] = [{} for _record in table.records]
        self._issues: dict[int, list[CellIssue]] = {}
        # Which fields are empty in each row, as bits: the number of a field is its place in the list.
        self._fields: list[str] = []
        self._silent = [0] * len(table.records)
        self._extra: list[dict[str, str]] = [{} for _record in table.records]

    def sheet(self) -> ReadSheet:
        """Return the sheet with all that was read."""
        for found in self._table.matches:
            self._take_column(found)
        names = extra_names(self._table)
        for index, name in names.items():
            self._keep_column(index, name)
        self._take_surroundings()
        self._doubt_titles()
        self._doubt_order()
        hidden = self._sheet.hidden_rows
        # The same few fields are empty in row after row.
        cleared = {bits: self._named(bits) for bits in set(self._silent)}
        issues = {place: tuple(found) for place, found in self._issues.items()}
        label = self._sheet.name
        return ReadSheet(
            name=label,
            kind=self._table.form.kind,
            header_row=self._table.header + 1,
            columns=tuple(columns_found(self._table)),
            unmapped=tuple(names.values()),
            skipped=self._table.skipped,
            rows=tuple(
                ReadRow(
                    sheet=label,
                    row=number,
                    values=values,
                    extra=extra,
                    issues=issues.get(place, ()),
                    cleared=cleared[bits],
                    is_hidden=number - 1 in hidden,
                )
                for place, (number, values, extra, bits) in enumerate(
                    zip(self._numbers, self._values, self._extra, self._silent, strict=True)
                )
            ),
            seen=read_columns(self._sheet, self._table),
            place=self._table.place,
            hidden_rows=tuple(number for number in self._numbers if number - 1 in hidden),
            hidden_columns=tuple(
                column_letter(index)
                for index, heading in enumerate(self._table.headings)
                if heading and index in self._sheet.hidden_columns
            ),
        )

    def _take_column(self, found: Match) -> None:
        column = self._table.form.by_key[found.key]
        held = self._held(found.index)
        setting = replace(self._setting, unit=self._unit(found, held)) if column.parse is cells.money else self._setting
        different = frozenset(held)
        read = read_column(held, different, column.parse, setting, self._errors(found.index))
        for place, reading in read.doubts.items():
            self._doubt(place, found.index, found.key, reading)
        self._keep(found.key, read)
        if column.parse not in _NEVER_PERSONAL:
            self._notice_people(found.index, held, different)

    def _held(self, index: int) -> Sequence[Cell]:
        """Return the cells of column *index*, one per record."""
        return self._columns[index] if index < len(self._columns) else [""] * len(self._numbers)

    def _errors(self, index: int) -> dict[int, ErrorCell]:
        if not self._sheet.errors:
            return {}
        return {
            place: error
            for place, number in enumerate(self._numbers)
            if (error := self._sheet.errors.get((number - 1, index))) is not None
        }

    def _keep(self, key: str, read: ColumnRead) -> None:
        if key == "period":
            for values, value in zip(self._values, read.values, strict=True):
                if isinstance(value, Period):
                    for end in ends_of(value.written):
                        values.setdefault(end, value)
        else:
            for values, value in zip(self._values, read.values, strict=True):
                if value is not None:
                    values[key] = value
        if read.has_gaps:
            keys = ("start", "end") if key == "period" else (key,)
            bits = self._bits(keys)
            before = self._silent
            self._silent = [
                said | bits if value is None else said for said, value in zip(before, read.values, strict=True)
            ]
            for place in read.doubts:
                self._silent[place] = before[place]

    def _bits(self, keys: Iterable[str]) -> int:
        self._fields += (key for key in keys if key not in self._fields)
        return sum(1 << self._fields.index(key) for key in keys)

    def _named(self, bits: int) -> frozenset[str]:
        return frozenset(key for number, key in enumerate(self._fields) if bits >> number & 1)

    def _keep_column(self, index: int, name: str) -> None:
        """Keep a column that is no field under its own heading."""
        held = self._held(index)
        for place, cell in enumerate(held):
            if cell != "" and not is_empty(cell):
                self._extra[place][name] = shown(cell)
        for place, error in self._errors(index).items():
            if not error.is_uncalculated:
                self._extra[place][name] = error.shown
                self._doubt(place, index, "", Reading(written=error.shown, issue=IssueCode.ERROR_CELL))
        self._notice_people(index, held, frozenset(held))

    def _unit(self, found: Match, held: Sequence[Cell]) -> int | None:
        heading, group = self._table.headings[found.index], self._table.groups[found.index]
        unit = money.unit_of_heading(heading) or money.unit_of_heading(group)
        if unit is not None:
            return unit
        return money.unit_by_size([number for cell in held if (number := _plain_number(cell)) is not None])

    def _doubt(self, place: int, column: int, key: str, reading: Reading) -> None:
        issue = CellIssue(
            row=self._numbers[place],
            column=column_letter(column),
            field="start" if key == "period" else key,
            code=reading.issue or IssueCode.COLUMN_GUESSED,
            value=reading.written,
            suggestion=reading.suggestion,
        )
        self._issues.setdefault(place, []).append(issue)

    def _take_surroundings(self) -> None:
        """Take status, theme and municipality from what stands above the row where it is silent itself."""
        if self._table.form.kind is not SheetKind.PROJECTS:
            return
        caption = self._table.caption if len(self._table.caption.split()) <= _CAPTION_WORDS else ""
        told: dict[str, dict[str, Value]] = {}
        for place, record in enumerate(self._table.records):
            if record.section not in told:
                told[record.section] = self._told(record.section, caption)
            for key, value in told[record.section].items():
                if key not in self._values[place]:
                    self._values[place][key] = value

    def _told(self, section: str, caption: str) -> dict[str, Value]:
        """Return what a section heading, the line above the table and the sheet's name say, the nearest first."""
        found: dict[str, Value] = {}
        for text in filter(None, (section, caption, self._sheet.name)):
            if "status" not in self._keys and "status" not in found and (status := words.status_of(text)):
                found["status"] = status
            if "theme" not in self._keys | found.keys() and (theme := words.theme_of(text, self._vocabulary)):
                found["theme"] = (theme,)
            names_place = text != self._sheet.name or self._is_one_of_many
            if names_place and "municipality" not in self._keys | found.keys():
                key, is_exact = words.municipality_of(text, self._vocabulary)
                if key and is_exact:
                    found["municipality"] = self._vocabulary.municipalities[key][0]
        return found

    def _doubt_titles(self) -> None:
        title = self._table.title
        for place, values in enumerate(self._values):
            if title.key not in values and not any(i.field == title.key for i in self._issues.get(place, ())):
                self._doubt(place, title.index, title.key, Reading(issue=IssueCode.TITLE_MISSING))

    def _doubt_order(self) -> None:
        column = next((found.index for found in self._table.matches if found.key in {"end", "period"}), None)
        for place, values in enumerate(self._values) if column is not None else ():
            start, end = values.get("start"), values.get("end")
            if isinstance(start, Period) and isinstance(end, Period) and start.first > end.last:
                self._doubt(place, column or 0, "end", Reading(written=end.written, issue=IssueCode.END_BEFORE_START))

    def _notice_people(self, index: int, held: Sequence[Cell], different: Collection[Cell]) -> None:
        """Warn of what says too much about a person."""
        for place, code, written in personal.findings(held, different):
            self._doubt(place, index, "", Reading(written=written, issue=code))


def _plain_number(cell: Cell) -> float | None:
    """Return the figure of a cell that says no unit itself."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return float(cell)
    if isinstance(cell, str) and not re.search(r"[^\W\d_]|:-|,-|[$€£%]", cell):
        value = money.amount(cell, money.KRONOR).value
        return float(value) if isinstance(value, int) else None
    return None
