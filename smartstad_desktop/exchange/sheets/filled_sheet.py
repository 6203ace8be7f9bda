"""One sheet of a workbook before it is written: which columns it has, and what stands in which cell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from smartstad_desktop.domain.lists.lists import SheetKind, Value, Vocabulary
from smartstad_desktop.exchange.cells import cells, money
from smartstad_desktop.exchange.cells.cells import Setting
from smartstad_desktop.exchange.cells.folding import clean
from smartstad_desktop.exchange.cells.showing import Shown, Wording
from smartstad_desktop.exchange.sheets.column import Column
from smartstad_desktop.exchange.sheets.columns import ROW_KEY
from smartstad_desktop.exchange.sheets.commitment_columns import BY_YEAR
from smartstad_desktop.exchange.sheets.sheet_kinds import SheetForm

#: The most that Excel holds in one cell.
CELL_LIMIT: Final = 32_767
#: Columns of a first list of projects (domain 6.5); others follow where the municipality has something in them.
FIRST: Final = (
    *(ROW_KEY, "external_ref", "municipality", "title", "what", "why", "status", "theme", "owner_unit", "contact_role"),
    *("start", "end", "budget_total", "expected_effect", "shareable", "lesson", "comment"),
)
#: Columns of the other sheets that only a workbook of several municipalities has.
OF_SEVERAL: Final = frozenset({"municipality", "confidential"})
#: Columns that stand only where a row says something in them, or where they are asked for.
_SELDOM: Final = OF_SEVERAL | BY_YEAR.keys()
#: Characters that no XML can hold.
_NO_XML: Final = re.compile("[\ufffe\uffff\ud800-\udfff]")

Row = Mapping[str, Value]


@dataclass(frozen=True, kw_only=True)
class FilledSheet:
    """The rows of one kind, by column key, in the words of a language; *asked* are columns to fill in."""

    form: SheetForm
    rows: Sequence[Row]
    wording: Wording
    asked: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """Return what the sheet is called."""
        return self.form.name.in_language(self.language)

    @property
    def language(self) -> str:
        """Return the language of the words."""
        return self.wording.phrases.language.value

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Return the columns: those of a first list, and those that some row says something in."""
        used = {key for row in self.rows for key in row} | self.asked
        if self.form.kind is not SheetKind.PROJECTS:
            return tuple(column for column in self.form.columns if column.key in used or column.key not in _SELDOM)
        later = tuple(column for column in self.form.columns if column.key in used and column.key not in FIRST)
        return (*(self.form.by_key[key] for key in FIRST), *later)

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """Return what stands in the first row; a star marks what comes first to fill in."""
        return tuple(self._heading(column) for column in self.columns)

    def _heading(self, column: Column) -> str:
        name = column.heading.in_language(self.language)
        return f"{name} *" if column.is_required else name

    @cached_property
    def cells(self) -> tuple[tuple[Shown | None, ...], ...]:
        """Return what stands in the cells below the headings."""
        return tuple(tuple(self._cell(column, row.get(column.key)) for column in self.columns) for row in self.rows)

    def _cell(self, column: Column, value: Value | None) -> Shown | None:
        if value is None:
            return None
        shown = column.show(value, self.wording)
        return (as_text(shown) or None) if isinstance(shown, str) else shown

    def said(self, vocabulary: Vocabulary) -> tuple[dict[str, Value], ...]:
        """Return what the cells say to whoever reads them: what was sent, exactly.

        A text too long for a cell was sent as far as it goes, and a dash alone says nothing.
        """
        settings = [Setting(vocabulary=vocabulary, unit=money.unit_of_heading(name)) for name in self.headings]
        return tuple(
            {
                column.key: found
                for column, cell, setting in zip(self.columns, row, settings, strict=True)
                if not cells.is_empty(cell) and (found := column.parse(cell, setting).value) is not None
            }
            for row in self.cells
        )


def as_text(text: str) -> str:
    """Return *text* as a cell can hold it: no characters that XML lacks, and never too long."""
    return clean(_NO_XML.sub("", text))[:CELL_LIMIT].rstrip()
