"""Which rows under a header are records, and which are totals, notes, section headings or the header again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from smartstad_desktop.domain.lists.lists import Why
from smartstad_desktop.exchange.cells import words
from smartstad_desktop.exchange.cells.cells import is_empty, shown
from smartstad_desktop.exchange.cells.folding import fold
from smartstad_desktop.exchange.cells.reading import Cell
from smartstad_desktop.exchange.cells.vocabulary import DEFAULT
from smartstad_desktop.exchange.incoming.blocks import Block
from smartstad_desktop.exchange.incoming.raw_sheet import RawSheet

_TOTAL: Final = re.compile(
    r"^(summa|sum|totalt?|totalsumma|delsumma|delsum|slutsumma|sammanlagt|tilsammans|tillsammans|i alt|i allt"
    r"|antal projekt"
    r"|antall prosjekter|subtotal|grand total|total sum|totalsum|sum totalt|summa totalt|samlet|sum budsjett"
    r"|summa budget|varav|herav|heraf|i alt|totaler|totals|sum total|netto|brutto|sammenlagt|samlet sum)\b"
)
_NOTE: Final = re.compile(
    r"^(obs|not|notera|anm|anmarkning|merk|merknad|kommentar|kalla|kilde|source|kontakt|kontakta|uppdaterad|oppdatert"
    r"|senast"
    r"|sist|forklaring|version|versjon|end|slut pa|fragor|sporsmal|\*|n b|nb)\b"
)
_LONG: Final = 60
#: A text in capitals longer than this is no abbreviation of a project's name but a heading.
_MARK: Final = 5
# Parts of an administration; a row with nothing but one of them heads the rows below it.
_UNIT: Final = re.compile(
    r"(forvaltning(?:en)?|forvaltningar|namnd(?:en)?|kontor(?:et)?|etat(?:en)?|avdeling(?:en)?|avdelning(?:en)?"
    r"|sektor(?:en)?|nemnd|omradet|department|stab(?:en)?|bolag(?:et)?|kommunalomrade|virksomhet(?:en)?)$"
    r"|^(sektor|avdelning|avdeling|forvaltning|enhet|omrade|tema|fokusomrade|satsningsomrade|satsingsomrade) "
)
_END: Final = frozenset({"end", "slut", "slutt"})
#: What ``_TOTAL`` and ``_END`` begin with, and what may stand before it.
_FIRST_LETTERS: Final = frozenset("stdiagne")
_MARKS: Final = " \u00a0*-–=:._#\t\n"
_SUSPECT: Final = frozenset("".join(_FIRST_LETTERS).upper()) | _FIRST_LETTERS | frozenset(_MARKS)


class Sorting:
    """Sorts the rows under one header."""

    def __init__(  # noqa: PLR0917  what the table has found, each of another kind
        self, sheet: RawSheet, block: Block, header: int, first: int, title: int, headings: Sequence[str]
    ) -> None:
        self._sheet = sheet
        self._first = first
        self._last = block.last_row
        self._title = title
        self._rows = _inside(sheet, block)
        self._header = [fold(shown(cell)) if cell else "" for cell in self._rows[header]]
        heading = self._rows[header][title] if title < len(self._rows[header]) else None
        self._plain_header = shown(heading).casefold()
        self._columns = [index for index, heading in enumerate(headings) if heading]
        self._section = ""
        self._key: int | None = None
        # Cells with a dash count here: what is usual need not be exact, and ten thousand rows are gone through.
        self._counts = counts = [len(row) - row.count("") for row in self._rows[first : self._last]]
        self._usual = (
            sorted(count for count in counts if count)[len([c for c in counts if c]) // 2] if any(counts) else 0
        )
        full = max(2, self._usual * 0.5)
        self._last_full = max((first + i for i, count in enumerate(counts) if count >= full), default=first)

    def sort(self, key: int | None = None) -> tuple[list[tuple[int, str]], list[tuple[int, Why]]]:
        """Return the records with their sections, and the skipped rows with the reason.

        *key* is the column of our own row keys, where there is one: a row with a key is what went out as a record.
        """
        self._key = key
        records: list[tuple[int, str]] = []
        skipped: list[tuple[int, Why]] = []
        for index, count in enumerate(self._counts, self._first):
            # Fewer than three cells are looked at closely.
            is_record = count > 2 and self._is_plain_record(self._rows[index])  # noqa: PLR2004  said above
            why = None if is_record else self._why_skipped(index)
            if why is None:
                records.append((index, self._section))
            else:
                skipped.append((index, why))
        return records, skipped

    def _filled_count(self, row: Sequence[Cell]) -> int:
        return sum(column < len(row) and not is_empty(row[column]) for column in self._columns)

    def _why_skipped(self, index: int) -> Why | None:
        row = self._rows[index]
        title = row[self._title] if self._title < len(row) else ""
        texts = [shown(cell) for cell in row if not is_empty(cell)]
        if not texts:
            return Why.EMPTY
        first = fold(texts[0])
        if self._is_header_again(row):
            return Why.HEADER
        if self._key is not None and len(texts) > 1 and self._key < len(row) and not is_empty(row[self._key]):
            return None
        if _TOTAL.match(first) and self._is_sparse(row):
            return Why.TOTAL
        if all(text == texts[0] for text in texts) and first in _END:
            return Why.NOTE
        if is_empty(title):
            return self._without_title(index, row, texts)
        return self._alone(index, texts) if len(texts) == 1 else None

    def _is_plain_record(self, row: Sequence[Cell]) -> bool:
        """Return at once what is true of nearly every row: a name that is no heading, no sum, and more beside it."""
        title = row[self._title] if self._title < len(row) else ""
        if type(title) is not str or is_empty(title) or title.strip().casefold() == self._plain_header:
            return False
        first = row[0] if row[0] != "" else next(cell for cell in row if not is_empty(cell))
        # The words of a total begin with one of a few letters; folding every cell to see it would cost the most here.
        if type(first) is str and first[0] in _SUSPECT and first.lstrip(_MARKS)[:1].casefold() in _FIRST_LETTERS:
            folded = fold(first)
            if _TOTAL.match(folded) or folded in _END:
                return False
        return True

    def _is_header_again(self, row: Sequence[Cell]) -> bool:
        cells = [fold(shown(cell)) if cell else "" for cell in row]
        same = sum(bool(a) and a == b for a, b in zip(cells, self._header, strict=False))
        return same >= 2 and same >= 0.8 * sum(map(bool, cells))  # noqa: PLR2004  two words may agree by chance in one place

    def _is_sparse(self, row: Sequence[Cell]) -> bool:
        """Return whether a row holds little besides figures, as totals do."""
        others = [cell for cell in row if not is_empty(cell)][1:]
        return sum(isinstance(cell, str) and bool(re.search(r"[^\W\d_]{4,}", cell)) for cell in others) <= 1

    def _without_title(self, index: int, row: Sequence[Cell], texts: list[str]) -> Why | None:
        """Return why a row without a name is skipped; one with much else in it is a record that lacks its name."""
        words_in = [cell for cell in row if isinstance(cell, str) and not is_empty(cell)]
        if not words_in:
            return Why.TOTAL if self._filled_count(row) and self._usual > 2 else Why.EMPTY  # noqa: PLR2004  a name and one figure are no table
        if len(texts) == 1:
            return self._alone(index, texts)
        if self._filled_count(row) <= max(1, self._usual * 0.4):
            return Why.NOTE
        return None

    def _alone(self, index: int, texts: list[str]) -> Why | None:
        """Return what a row with a single text is: a section, a note, or a record with only a name."""
        text, folded = texts[0], fold(texts[0])
        if index > self._last_full:
            return Why.NOTE if self._is_note(index, text) else None
        if self._usual <= 1:
            return None
        if self._is_spanning(index) or self._names_section(text) or self._column_of(index) != self._title:
            self._section = text
            return Why.SECTION
        return Why.NOTE if _NOTE.match(folded) and len(text) > _LONG else None

    def _is_note(self, index: int, text: str) -> bool:
        after_blank = not any(not is_empty(cell) for cell in self._rows[index - 1])
        off = any(self._column_of(i) not in {self._title, None} for i in range(index, self._last))
        return after_blank or off or len(text) > _LONG or bool(_NOTE.match(fold(text))) or text.endswith(".")

    def _is_spanning(self, index: int) -> bool:
        return any(area[0] == index == area[2] and area[3] > area[1] for area in self._sheet.merges)

    def _names_section(self, text: str) -> bool:
        if (len(text) > _MARK and text.isupper()) or _UNIT.search(fold(text)):
            return True
        if words.theme_of(text, DEFAULT) or words.municipality_of(text, DEFAULT)[1] or text.endswith(":"):
            return True
        found = words.status_of(text)
        return found is not None and len(fold(text).split()) <= 2  # noqa: PLR2004  "Pågående projekt", not a project's name

    def _column_of(self, index: int) -> int | None:
        return next((column for column, cell in enumerate(self._rows[index]) if not is_empty(cell)), None)


def _inside(sheet: RawSheet, block: Block) -> Sequence[Sequence[Cell]]:
    """Return the rows with only the cells of *block*; what stands beside it belongs to another table."""
    if block.first_column == 0 and block.last_column >= max((len(row) for row in sheet.rows), default=0):
        return sheet.rows
    blank: list[Cell] = [""] * block.first_column
    return [blank + row[block.first_column : block.last_column] for row in sheet.rows]
