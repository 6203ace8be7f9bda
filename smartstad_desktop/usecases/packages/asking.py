"""What every part of an answer is made with: the connection, the language, the veil, and what it keeps count of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sqlalchemy import Connection, select

from smartstad_desktop.domain.packages.about import Closed, Item, Part
from smartstad_desktop.exchange.cells.showing import Wording
from smartstad_desktop.exchange.sheets.filled_sheet import FilledSheet, Row
from smartstad_desktop.exchange.sheets.sheet_kinds import SheetForm
from smartstad_desktop.reads.lists.importing import theme_names
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.text.phrases import Phrasebook
from smartstad_desktop.usecases.packages.concealing import Veil

#: Columns that are about how something is kept, or are told apart.
_UNTOLD = frozenset({"row_key", "comment", "confidential", "contact_email", "number"})


@dataclass(kw_only=True)
class Asking:
    """One request while it is being answered; ``closed`` counts what may not be told."""

    connection: Connection
    phrases: Phrasebook
    veil: Veil
    today: date
    closed: Counter[Closed] = field(default_factory=Counter[Closed])

    @cached_property
    def towns(self) -> dict[int | None, str]:
        """Return what each municipality is called."""
        rows = self.connection.execute(select(Municipality.id, Municipality.short_name))
        return {row.id: row.short_name for row in rows}

    @cached_property
    def wording(self) -> Wording:
        """Return the words of lists."""
        return Wording(phrases=self.phrases, themes=theme_names(self.connection, self.phrases.language.value))

    def close(self, why: Closed, count: int = 1) -> None:
        """Count something that is not told."""
        if count:
            self.closed[why] += count

    def item(self, key: str, part: Part, title: str, pairs: Iterable[tuple[str, str]], note: str = "") -> Item:
        """Return an item whose texts have gone through the veil; what says nothing is left out."""
        hide = self.veil.text
        told = tuple((name, hide(value)) for name, value in pairs if value)
        return Item(key=key, part=part, title=hide(title), pairs=told, note=hide(note))

    def columns(self, form: SheetForm, row: Row) -> list[tuple[str, str]]:
        """Return a record as a list would show it: headings and values."""
        kept = {name: value for name, value in row.items() if name not in _UNTOLD}
        filled = FilledSheet(form=form, rows=(kept,), wording=self.wording)
        pairs = zip(filled.columns, filled.cells[0], strict=True)
        return [
            (column.heading.in_language(filled.language), str(cell))
            for column, cell in pairs
            if cell not in {None, ""} and column.key not in _UNTOLD
        ]

    def day(self, day: date | None) -> str:
        """Return a day in words, or nothing."""
        return "" if day is None else self.phrases.day(day)

    def town(self, municipality: int | None) -> str:
        """Return what a municipality is called, or nothing."""
        return self.towns.get(municipality, "")
