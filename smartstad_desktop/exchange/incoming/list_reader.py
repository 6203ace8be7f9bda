"""From a file to what it says: pre-check, parse, find the tables, read the values."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from smartstad_desktop.domain.lists import list_troubles
from smartstad_desktop.domain.lists.collecting import no_collecting
from smartstad_desktop.domain.lists.list_columns import ColumnChoice, HeadingMemory
from smartstad_desktop.domain.lists.list_troubles import ListTrouble
from smartstad_desktop.domain.lists.lists import Pasted, ReadList, ReadSheet, SheetKind, Vocabulary
from smartstad_desktop.exchange.cells import vocabulary
from smartstad_desktop.exchange.cells.cells import shown
from smartstad_desktop.exchange.cells.folding import fold
from smartstad_desktop.exchange.incoming import interpretation, precheck, sheet_choice, text_reader
from smartstad_desktop.exchange.incoming.precheck import Format
from smartstad_desktop.exchange.incoming.raw_sheet import RawSheet
from smartstad_desktop.exchange.incoming.seen_columns import Sayings
from smartstad_desktop.exchange.incoming.tables import Table
from smartstad_desktop.exchange.incoming.workbook_reader import Readers, never, read_workbook

#: The very hidden sheet of our own workbooks with the stamp of what was sent.
STAMP_SHEET: Final = "_meta"


def read_list(
    source: Path | Pasted,
    known: Vocabulary = vocabulary.DEFAULT,
    *,
    choices: Iterable[ColumnChoice] = (),
    memory: HeadingMemory | Callable[[ReadList], HeadingMemory] | None = None,
    password: str | None = None,
    is_cancelled: Callable[[], bool] = never,
    readers: Readers | None = None,
) -> ReadList:
    """Return what a list says; trouble is part of the answer, so that many files can be read in one go.

    *choices* are what a person has said of columns of this list, *memory* what is remembered of earlier lists of the
    same municipality, or what finds that once it shows whose list it is; *password* opens a list that is locked;
    *readers* are the processes to use where many lists are read.
    """
    said = tuple(choices)
    asked = memory if callable(memory) else None
    sayings = Sayings(said, {} if callable(memory) else memory or {})
    if isinstance(source, Pasted):
        return replace(_read_pasted(source, known, sayings), is_pasted=True)
    content = b""
    kind = source.suffix.lower().lstrip(".")
    try:
        content = precheck.received(source)
        if precheck.is_workbook(content):
            found, sheets = read_workbook(content, password, is_cancelled, readers)
            kind = found.value
        else:
            kind = precheck.examine(content).value
            sheets = (text_reader.read_text(content, source.stem),)
        with no_collecting():
            read = _understood(source, kind, content, sheets, known, sayings)
            remembered = asked(read) if asked else {}
            if _means_other(read, remembered):
                read = _understood(source, kind, content, sheets, known, Sayings(said, remembered))
            return read
    except ListTrouble as trouble:
        trouble.parameters.setdefault("name", source.name)
        return ReadList(name=source.name, format=kind, trouble=trouble, received=content, sha256=_hash(content))


def _means_other(read: ReadList, memory: HeadingMemory) -> bool:
    """Return whether *memory* takes a column for something else than it was taken for, or makes a doubt certain."""
    return bool(memory) and any(
        (means := memory.get((sheet.kind.value, column.heading_key))) is not None
        and (means != column.key or column.is_asking)
        for sheet in read.sheets
        for column in sheet.seen
    )


def _read_pasted(source: Pasted, known: Vocabulary, sayings: Sayings) -> ReadList:
    """Read text of which nobody claims that it is a file: whatever it is, the worst is that there is no table."""
    content, kind = b"", Format.CSV.value
    try:
        content = precheck.copied(source.text)
        # Spreadsheets put tabs between cells; a comma inside the cells separates nothing then.
        sheet = text_reader.read_text(content, source.name, "\t" if "\t" in source.text else None)
        return _understood(source, kind, content, (sheet,), known, sayings)
    except ListTrouble as trouble:
        trouble.parameters.setdefault("name", source.name)
        return ReadList(name=source.name, format=kind, trouble=trouble, received=content, sha256=_hash(content))


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest() if content else ""


def _understood(  # noqa: PLR0917  what every way of reading has found
    source: Path | Pasted,
    kind: str,
    content: bytes,
    sheets: tuple[RawSheet, ...],
    known: Vocabulary,
    sayings: Sayings,
) -> ReadList:
    chosen = sheet_choice.choose(sheets, sayings)
    many = len({sheet.name for sheet, _table in chosen}) > 1
    read = _numbered(
        interpretation.interpret(sheet, table, known, (source.stem,), is_one_of_many=many) for sheet, table in chosen
    )
    names = {sheet.name for sheet, _table in chosen}
    trouble = None if read else list_troubles.NoTableFound(name=source.name)
    return ReadList(
        name=source.name,
        format=kind,
        sheets=read,
        other_sheets=tuple(sheet.name for sheet in sheets if sheet.name not in names and sheet.is_visible),
        hidden_sheets=tuple(
            sheet.name for sheet in sheets if sheet.name not in names and sheet_choice.is_hiding(sheet)
        ),
        municipality=_municipality(source.stem, chosen, read, known),
        trouble=trouble,
        stamp=_stamp(sheets),
        received=content,
        sha256=_hash(content),
    )


def _numbered(sheets: Iterable[ReadSheet]) -> tuple[ReadSheet, ...]:
    """Return the tables with which of how many of their sheet each is, and rows that name their own table."""
    read = list(sheets)
    names = [sheet.name for sheet in read]
    told: list[ReadSheet] = []
    for place, sheet in enumerate(read):
        parts = names.count(sheet.name)
        if parts == 1:
            told.append(sheet)
            continue
        part = replace(sheet, part=names[: place + 1].count(sheet.name), parts=parts)
        told.append(replace(part, rows=tuple(replace(row, sheet=part.label) for row in part.rows)))
    return tuple(told)


def _municipality(
    stem: str, chosen: list[tuple[RawSheet, Table]], read: tuple[ReadSheet, ...], known: Vocabulary
) -> str:
    """Return the municipality that the whole list is from: its column, the file's name, titles, or nothing."""
    projects = [sheet for sheet in read if sheet.kind is SheetKind.PROJECTS]
    named = {row.values["municipality"] for sheet in projects for row in sheet.rows if "municipality" in row.values}
    if len(named) == 1:
        return str(named.pop())
    if named:
        return ""
    above = [shown(cell) for sheet, table in chosen for row in sheet.rows[: table.header] for cell in row if cell]
    for text in (stem, *above, *(sheet.name for sheet in read)):
        found = _named_in(text, known)
        if found:
            return found
    return ""


def _named_in(text: str, known: Vocabulary) -> str:
    # Underscores and figures glue words together in file names: perstorp_v2, Klippan2026.
    apart = re.sub(r"([^0-9_])([0-9_])", r"\1 \2", text)
    padded = f" {fold(apart)} "
    for names in known.municipalities.values():
        for name in names:
            folded = fold(name)
            if not folded.isdigit() and re.search(rf" {re.escape(folded)}s? ", padded):
                return names[0]
    return ""


def _stamp(sheets: tuple[RawSheet, ...]) -> dict[str, str]:
    for sheet in sheets:
        if sheet.name == STAMP_SHEET:
            return {shown(row[0]): shown(row[1]) for row in sheet.rows if len(row) > 1}
    return {}
