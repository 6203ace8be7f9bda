"""The columns of a table as they are shown to a person, and what a person said about them, now or earlier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartstad_desktop.domain.lists.list_columns import EXTRA, IGNORED, ColumnChoice, HeadingMemory, ReadColumn
from smartstad_desktop.domain.lists.lists import ColumnFound, SheetKind
from smartstad_desktop.domain.values import Language
from smartstad_desktop.exchange.cells.cells import is_empty, shown
from smartstad_desktop.exchange.cells.folding import fold, one_line
from smartstad_desktop.exchange.incoming import sent_back
from smartstad_desktop.exchange.incoming.cell_marks import column_letter
from smartstad_desktop.exchange.incoming.raw_sheet import RawSheet
from smartstad_desktop.exchange.incoming.tables import Table

#: So many cells are shown beside a heading, each cut to so many characters.
_SAMPLES, _SAMPLE_LENGTH = 3, 60
#: Headings that rows went back with: they say something to the municipality and nothing to us.
_OURS: Final = frozenset(
    fold(words.in_language(language)) for words in (sent_back.WRONG, sent_back.ROW) for language in Language
)


@dataclass(frozen=True, slots=True)
class Sayings:
    """What people said of columns: choices for this list, and what is remembered from earlier ones."""

    choices: tuple[ColumnChoice, ...] = ()
    memory: HeadingMemory = field(default_factory=dict[tuple[str, str], str])

    def of(
        self, labels: Iterable[str], kind: SheetKind, headings: Sequence[str], groups: Sequence[str]
    ) -> dict[int, str]:
        """Return what is said of the columns of a table, by index; a choice is newer than what is remembered."""
        keys = heading_keys(headings, groups)
        said = {index: IGNORED for index, key in enumerate(keys) if key in _OURS}
        said |= {
            index: means
            for index, key in enumerate(keys)
            if key and (means := self.memory.get((kind.value, key))) is not None
        }
        letters = {column_letter(index): index for index in range(len(headings))}
        names = set(labels)
        for choice in self.choices:
            if choice.sheet in names and choice.letter in letters:
                index = letters[choice.letter]
                said = {i: means for i, means in said.items() if means != choice.means or means in {EXTRA, IGNORED}}
                said[index] = choice.means
        return said


def heading_keys(headings: Sequence[str], groups: Sequence[str]) -> list[str]:
    """Return what each heading is remembered by: without case and accents, under its group, counted where doubled."""
    keys: list[str] = []
    seen: Counter[str] = Counter()
    for heading, group in zip(headings, groups, strict=True):
        key = fold(heading)
        if key and group and fold(group) != key:
            key = f"{fold(group)}/{key}"
        seen[key] += bool(key)
        keys.append(f"{key}#{seen[key]}" if seen[key] > 1 else key)
    return keys


def extra_names(table: Table) -> dict[int, str]:
    """Return the columns that are no field, by index, with the names they are kept under, each once."""
    taken = {found.index for found in table.matches} | table.matching.ignored
    names: dict[int, str] = {}
    seen: Counter[str] = Counter()
    for index, heading in enumerate(table.headings):
        name = one_line(heading)
        if name and index not in taken:
            seen[name] += 1
            names[index] = name if seen[name] == 1 else f"{name} ({seen[name]})"
    return names


def read_columns(sheet: RawSheet, table: Table) -> tuple[ReadColumn, ...]:
    """Return every column with a heading or a meaning, from the left."""
    matched = {found.index: found for found in table.matches}
    keys = heading_keys(table.headings, table.groups)
    told: list[ReadColumn] = []
    for index, heading in enumerate(table.headings):
        found = matched.get(index)
        if found is None and not heading:
            continue
        silent = IGNORED if index in table.matching.ignored else EXTRA
        told.append(
            ReadColumn(
                letter=column_letter(index),
                heading=one_line(heading),
                key=found.key if found else silent,
                confidence=found.confidence if found else 0.0,
                group=one_line(table.groups[index]),
                heading_key=keys[index],
                candidates=table.candidates.get(index, ()),
                samples=_samples(sheet, table, index),
                is_hidden=index in sheet.hidden_columns,
                is_chosen=found.is_chosen if found else index in table.matching.ignored | table.matching.extra,
            )
        )
    return tuple(told)


def _samples(sheet: RawSheet, table: Table, index: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for record in table.records[:60]:
        row = sheet.rows[record.index]
        if index < len(row) and not is_empty(row[index]):
            found.setdefault(one_line(shown(row[index]))[:_SAMPLE_LENGTH])
        if len(found) == _SAMPLES:
            break
    return tuple(found)


def columns_found(table: Table) -> Iterable[ColumnFound]:
    """Return the columns taken for a field; one of periods is a start and an end."""
    for found in table.matches:
        for key in ("start", "end") if found.key == "period" else (found.key,):
            yield ColumnFound(
                key=key,
                heading=one_line(table.headings[found.index]),
                letter=column_letter(found.index),
                confidence=found.confidence,
                others=found.others,
            )
