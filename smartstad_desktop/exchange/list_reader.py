"""From a file to what it says: pre-check, parse, find the tables, read the values."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from smartstad_desktop.domain import list_troubles
from smartstad_desktop.domain.list_troubles import ListTrouble
from smartstad_desktop.domain.lists import Pasted, ReadList, ReadSheet, Vocabulary
from smartstad_desktop.exchange import headings, interpretation, precheck, tables, text_reader, vocabulary
from smartstad_desktop.exchange.cells import shown
from smartstad_desktop.exchange.folding import fold
from smartstad_desktop.exchange.precheck import Format
from smartstad_desktop.exchange.tables import Table
from smartstad_desktop.exchange.workbook_reader import RawSheet, never, read_sheets

#: The very hidden sheet of our own workbooks with the stamp of what was sent.
STAMP_SHEET: Final = "_meta"
# Sheets of our own workbook, and of others', that never hold projects.
_OTHER_KINDS: Final = re.compile(
    r"^(las mig|les meg|read me|readme|instruktion\w*|instruks\w*|information|info|hjalp|hjelp|listor|lister|lists"
    r"|val|behov"
    r"|omvarld|omverden|digitala tjanster|digitale tjenester|forklaring\w*|diagram|pivot\w*|summering|sammanfattning)$"
)
_SHARE_OF_BEST: Final = 0.6
_SURE_COLUMNS: Final = 2


def read_list(
    source: Path | Pasted, known: Vocabulary = vocabulary.DEFAULT, *, is_cancelled: Callable[[], bool] = never
) -> ReadList:
    """Return what a list says; trouble is part of the answer, so that many files can be read in one go."""
    if isinstance(source, Pasted):
        return replace(_read_pasted(source, known), is_pasted=True)
    return _read_file(source, known, is_cancelled)


def _read_file(path: Path, known: Vocabulary, is_cancelled: Callable[[], bool]) -> ReadList:
    content = b""
    kind = path.suffix.lower().lstrip(".")
    try:
        content = precheck.received(path)
        kind = precheck.examine(content).value
        sheets = _raw_sheets(content, Format(kind), path.stem, is_cancelled)
        return _understood(path, kind, content, sheets, known)
    except ListTrouble as trouble:
        trouble.parameters.setdefault("name", path.name)
        return ReadList(name=path.name, format=kind, trouble=trouble, received=content, sha256=_hash(content))


def _read_pasted(source: Pasted, known: Vocabulary) -> ReadList:
    """Read text of which nobody claims that it is a file: whatever it is, the worst is that there is no table."""
    content, kind = b"", Format.CSV.value
    try:
        content = precheck.copied(source.text)
        # Spreadsheets put tabs between cells; a comma inside the cells separates nothing then.
        sheet = text_reader.read_text(content, source.name, "\t" if "\t" in source.text else None)
        return _understood(source, kind, content, (sheet,), known)
    except ListTrouble as trouble:
        trouble.parameters.setdefault("name", source.name)
        return ReadList(name=source.name, format=kind, trouble=trouble, received=content, sha256=_hash(content))


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest() if content else ""


def _raw_sheets(content: bytes, kind: Format, name: str, is_cancelled: Callable[[], bool]) -> tuple[RawSheet, ...]:
    if kind is Format.CSV:
        return (text_reader.read_text(content, name),)
    return read_sheets(content, kind, is_cancelled)


def _understood(
    source: Path | Pasted, kind: str, content: bytes, sheets: tuple[RawSheet, ...], known: Vocabulary
) -> ReadList:
    chosen = _choose(sheets)
    many = len(chosen) > 1
    read = tuple(
        interpretation.interpret(sheet, table, known, (source.stem,), is_one_of_many=many) for sheet, table in chosen
    )
    names = {sheet.name for sheet, _table in chosen}
    trouble = None if read else list_troubles.NoTableFound(name=source.name)
    return ReadList(
        name=source.name,
        format=kind,
        sheets=read,
        other_sheets=tuple(sheet.name for sheet in sheets if sheet.name not in names and sheet.is_visible),
        municipality=_municipality(source.stem, chosen, read, known),
        trouble=trouble,
        stamp=_stamp(sheets),
        received=content,
        sha256=_hash(content),
    )


def _choose(sheets: tuple[RawSheet, ...]) -> list[tuple[RawSheet, Table]]:
    """Return the sheets with projects: the best table, and those that are built like it."""
    visible = [sheet for sheet in sheets if sheet.is_visible and sheet.rows] or [
        sheet for sheet in sheets if sheet.rows
    ]
    found = [
        (sheet, table)
        for sheet in visible
        if not _OTHER_KINDS.match(fold(sheet.name)) and (table := tables.find(sheet)) is not None
    ]
    if not found:
        return []
    best = max(found, key=lambda pair: _worth(*pair))[1]
    return [(sheet, table) for sheet, table in found if _is_like(table, best)] if _is_sure(best) else []


def _worth(sheet: RawSheet, table: Table) -> float:
    """Return how much a table looks like a list of projects."""
    keys = {found.key: found.confidence for found in table.matches}
    named = 2.0 if re.search(r"proj|prosj|initiativ|insats|lista", fold(sheet.name)) else 0.0
    return sum(keys.values()) + 8 * keys.get("title", 0.0) + named + min(len(table.records), 20) / 40


def _is_sure(table: Table) -> bool:
    """Return whether a table is one of projects: its name column is known, or several others are."""
    sure = {found.key for found in table.matches if found.confidence >= headings.WEAK}
    return "title" in sure or len(sure) >= _SURE_COLUMNS


def _is_like(table: Table, best: Table) -> bool:
    """Return whether *table* is built like *best*: the same kind of name column and mostly the same others."""
    ours = {found.key: found for found in table.matches}
    theirs = {found.key: found for found in best.matches}
    named_alike = ours["title"].confidence >= headings.SYNONYM or (
        fold(table.headings[ours["title"].index]) == fold(best.headings[theirs["title"].index])
    )
    return named_alike and len(ours.keys() & theirs.keys()) >= _SHARE_OF_BEST * len(ours.keys() | theirs.keys())


def _municipality(
    stem: str, chosen: list[tuple[RawSheet, Table]], read: tuple[ReadSheet, ...], known: Vocabulary
) -> str:
    """Return the municipality that the whole list is from: its column, the file's name, titles, or nothing."""
    named = {row.values["municipality"] for sheet in read for row in sheet.rows if "municipality" in row.values}
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
