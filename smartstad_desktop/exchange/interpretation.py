"""A found table to records with meaning: every value read, every doubt with its cell and a suggestion."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from smartstad_desktop.domain.lists import (
    CellIssue,
    ColumnFound,
    IssueCode,
    ReadRow,
    ReadSheet,
    Value,
    Vocabulary,
)
from smartstad_desktop.domain.values import Period
from smartstad_desktop.exchange import money, words
from smartstad_desktop.exchange.cell_marks import column_letter
from smartstad_desktop.exchange.cells import Setting, is_empty, shown
from smartstad_desktop.exchange.columns import BY_KEY, MONEY
from smartstad_desktop.exchange.folding import one_line
from smartstad_desktop.exchange.headings import Match
from smartstad_desktop.exchange.reading import Cell, Reading
from smartstad_desktop.exchange.tables import Record, Table, year_near
from smartstad_desktop.exchange.workbook_reader import RawSheet

#: What every such number holds; it is found ten times as fast.
_MAY_BE_PERSONAL: Final = re.compile(r"\d[-+]\d{4}|\d{6} \d{5}")
_NOTHING: Final = Reading()
#: A Swedish personal number, or a Norwegian one written with its blank.
_PERSONAL: Final = re.compile(r"(?<!\d)(?:19|20)?\d{2}[01]\d[0-3]\d[-+]\d{4}(?!\d)|(?<!\d)[0-3]\d[01]\d{3} \d{5}(?!\d)")


def interpret(
    sheet: RawSheet, table: Table, vocabulary: Vocabulary, hints: Iterable[str] = (), *, is_one_of_many: bool = False
) -> ReadSheet:
    """Return the records of *table*; *hints* are texts such as the file's name that may hold a year.

    With *is_one_of_many* sheets, the sheet's name may be the municipality of its rows.
    """
    return _Interpretation(sheet, table, vocabulary, tuple(hints), is_one_of_many=is_one_of_many).sheet()


class _Interpretation:
    """Reads the rows of one table."""

    def __init__(
        self, sheet: RawSheet, table: Table, vocabulary: Vocabulary, hints: tuple[str, ...], *, is_one_of_many: bool
    ) -> None:
        self._sheet = sheet
        self._is_one_of_many = is_one_of_many
        self._table = table
        self._vocabulary = vocabulary
        above = [shown(cell) for row in sheet.rows[: table.header] for cell in row if isinstance(cell, str)]
        year = year_near((*hints, sheet.name, *above))
        plain = Setting(vocabulary=vocabulary, year=year, is_1904=sheet.is_1904)
        self._settings = {found.index: self._setting(found, plain) for found in table.matches}
        self._readings: dict[int, dict[str, Reading]] = {found.index: {} for found in table.matches}
        mapped = {found.index for found in table.matches}
        self._free = [(i, heading) for i, heading in enumerate(table.headings) if heading and i not in mapped]
        self._keys = {found.key for found in table.matches}

    def sheet(self) -> ReadSheet:
        """Return the sheet with all that was read."""
        return ReadSheet(
            name=self._sheet.name,
            header_row=self._table.header + 1,
            columns=tuple(_columns(self._table)),
            unmapped=tuple(one_line(heading) for _index, heading in self._free),
            skipped=self._table.skipped,
            rows=tuple(self._row(record) for record in self._table.records),
        )

    def _setting(self, found: Match, plain: Setting) -> Setting:
        if found.key not in MONEY:
            return plain
        unit = money.unit_of_heading(self._table.headings[found.index])
        if unit is None:
            cells = [self._cell(record.index, found.index) for record in self._table.records]
            unit = money.unit_by_size([number for cell in cells if (number := _plain_number(cell)) is not None])
        return replace(plain, unit=unit)

    def _cell(self, row: int, column: int) -> Cell:
        cells = self._sheet.rows[row]
        return cells[column] if column < len(cells) else None

    def _row(self, record: Record) -> ReadRow:
        values: dict[str, Value] = {}
        issues: list[CellIssue] = []
        for found in self._table.matches:
            reading = self._reading(record, found)
            if reading.issue:
                issues.append(self._issue(record, found.index, found.key, reading))
            if reading.value is not None:
                _keep(values, found.key, reading.value)
        self._from_surroundings(record, values)
        if "title" not in values:
            title = next(found.index for found in self._table.matches if found.key == "title")
            issues.append(self._issue(record, title, "title", Reading(issue=IssueCode.TITLE_MISSING)))
        issues.extend(self._order_issues(record, values))
        issues.extend(self._personal_issues(record))
        extra = {
            one_line(name): shown(cell) for i, name in self._free if not is_empty(cell := self._cell(record.index, i))
        }
        return ReadRow(sheet=self._sheet.name, row=record.index + 1, values=values, extra=extra, issues=tuple(issues))

    def _reading(self, record: Record, found: Match) -> Reading:
        cells = self._sheet.rows[record.index]
        cell = cells[found.index] if found.index < len(cells) else None
        mark = self._sheet.errors.get((record.index, found.index)) if self._sheet.errors else None
        if mark and (is_empty(cell) or not mark.is_uncalculated):
            return Reading(
                written=mark.shown, issue=IssueCode.FORMULA_EMPTY if mark.is_uncalculated else IssueCode.ERROR_CELL
            )
        if type(cell) is str:
            # Statuses, themes, units and dates repeat from row to row.
            known = self._readings[found.index]
            reading = known.get(cell)
            if reading is None:
                reading = known[cell] = self._parsed(cell, found)
            return reading
        return self._parsed(cell, found)

    def _parsed(self, cell: Cell, found: Match) -> Reading:
        return _NOTHING if is_empty(cell) else BY_KEY[found.key].parse(cell, self._settings[found.index])

    def _issue(self, record: Record, column: int, key: str, reading: Reading) -> CellIssue:
        return CellIssue(
            row=record.index + 1,
            column=column_letter(column),
            field="start" if key == "period" else key,
            code=reading.issue or IssueCode.COLUMN_GUESSED,
            value=reading.written,
            suggestion=reading.suggestion,
        )

    def _from_surroundings(self, record: Record, values: dict[str, Value]) -> None:
        """Take status, theme and municipality from the section heading or the sheet's name where the row is silent."""
        for text in (record.section, self._sheet.name):
            if not text:
                continue
            if "status" not in self._keys and "status" not in values and (status := words.status_of(text)):
                values["status"] = status
            if (
                "theme" not in values
                and "theme" not in self._keys
                and (theme := words.theme_of(text, self._vocabulary))
            ):
                values["theme"] = (theme,)
            names_place = text == record.section or self._is_one_of_many
            if names_place and "municipality" not in self._keys and "municipality" not in values:
                key, is_exact = words.municipality_of(text, self._vocabulary)
                if key and is_exact:
                    values["municipality"] = self._vocabulary.municipalities[key][0]

    def _order_issues(self, record: Record, values: dict[str, Value]) -> list[CellIssue]:
        start, end = values.get("start"), values.get("end")
        if not (isinstance(start, Period) and isinstance(end, Period)) or start.first <= end.last:
            return []
        column = next((found.index for found in self._table.matches if found.key in {"end", "period"}), 0)
        return [self._issue(record, column, "end", Reading(written=end.written, issue=IssueCode.END_BEFORE_START))]

    def _personal_issues(self, record: Record) -> list[CellIssue]:
        row = self._sheet.rows[record.index]
        if not _MAY_BE_PERSONAL.search("\n".join([cell for cell in row if type(cell) is str])):
            return []
        return [
            self._issue(record, index, "", Reading(written=found[0], issue=IssueCode.PERSONAL_NUMBER))
            for index, cell in enumerate(row)
            if isinstance(cell, str) and (found := _PERSONAL.search(cell))
        ]


def _keep(values: dict[str, Value], key: str, value: Value) -> None:
    if key == "period":
        values.setdefault("start", value)
        values.setdefault("end", value)
    else:
        values[key] = value


def _columns(table: Table) -> Iterable[ColumnFound]:
    for found in table.matches:
        heading = one_line(table.headings[found.index])
        for key in ("start", "end") if found.key == "period" else (found.key,):
            yield ColumnFound(
                key=key,
                heading=heading,
                letter=column_letter(found.index),
                confidence=found.confidence,
                others=found.others,
            )


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
