"""Which tables of a list hold what we read: projects, and the other sheets that our own workbooks have."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from smartstad_desktop.domain.lists.lists import SheetKind, SkippedRow, Why
from smartstad_desktop.exchange.cells import looks, words
from smartstad_desktop.exchange.cells.cells import shown
from smartstad_desktop.exchange.cells.folding import fold
from smartstad_desktop.exchange.cells.vocabulary import DEFAULT
from smartstad_desktop.exchange.incoming import blocks, headings, tables
from smartstad_desktop.exchange.incoming.column_matching import Match
from smartstad_desktop.exchange.incoming.raw_sheet import RawSheet
from smartstad_desktop.exchange.incoming.seen_columns import Sayings
from smartstad_desktop.exchange.incoming.tables import Table
from smartstad_desktop.exchange.sheets.sheet_kinds import FORMS, SheetForm

# Sheets of our own workbook, and of others', that never hold records.
_OTHER_KINDS: Final = re.compile(
    r"^(las mig|les meg|laes mig|read me|readme|instruktion\w*|instruks\w*|vejledning|veiledning|information|info"
    r"|hjalp|hjelp|hjaelp|listor|lister|lists|val|forklaring\w*|diagram|pivot\w*|summering|sammanfattning|meta)$"
)
#: Sheets of our own workbooks that are sent to be read, by the name of one that says it is ours.
_STAMPED: Final = "_meta"
_BACKGROUND: Final = re.compile(
    r"^(andras delbara resultat|andres delbare resultater|what others share|matris|matrise|matrix"
    r"|risker|risiko|risikoer|risks)$"
)
#: Fields that only projects have beside their name; a table of people has none of them.
_CORE: Final = frozenset(
    {"what", "why", "how", "status", "theme", "start", "end", "period", "budget_total", "goals", "expected_effect"}
)
_PROJECT: Final = re.compile(
    r"pro[sj]\w*[ej]kt|project|initiativ|insats|innsats|tiltak|atgard|satsning|satsing|aktivitet"
)
#: Headings of names of whatever it may be.
_ANYTHING: Final = frozenset(
    {"namn", "navn", "name", "titel", "tittel", "title", "rubrik", "benamning", "betegnelse", "overskrift"}
)
_SHARE_OF_BEST: Final = 0.6
_SHARE_OF_OURS: Final = 0.75
_SURE_COLUMNS: Final = 2

Found = tuple[RawSheet, Table]


def choose(sheets: tuple[RawSheet, ...], sayings: Sayings) -> list[Found]:
    """Return the tables to read, in the order of the sheets: projects, and sheets of other kinds by their names."""
    visible = [sheet for sheet in sheets if sheet.is_visible and sheet.rows] or [
        sheet for sheet in sheets if sheet.rows
    ]
    is_ours = any(sheet.name == _STAMPED for sheet in sheets)
    found: list[Found] = []
    others: list[Found] = []
    for sheet in visible:
        folded = fold(sheet.name)
        if is_ours and _BACKGROUND.match(folded):
            continue
        kind = _kinds().get(folded, SheetKind.PROJECTS)
        if sheet.name.startswith("_") or _OTHER_KINDS.match(folded):
            continue
        if kind is SheetKind.PROJECTS:
            found.extend((sheet, table) for table in _tables(sheet, FORMS[kind], sayings))
        else:
            others.extend(
                (sheet, table) for table in _tables(sheet, FORMS[kind], sayings)[:1] if _is_sure(sheet, table)
            )
    projects = _projects(found)
    return sorted((*projects, *others), key=lambda pair: visible.index(pair[0]))


def is_hiding(sheet: RawSheet) -> bool:
    """Return whether a hidden sheet has content that somebody may miss: not the choices or the stamp of a workbook."""
    is_ours = sheet.name.startswith("_") or _OTHER_KINDS.match(fold(sheet.name))
    return not sheet.is_visible and bool(sheet.rows) and not is_ours


@cache
def _kinds() -> dict[str, SheetKind]:
    """Return the kind that the name of a sheet says, by the folded name."""
    return {
        fold(name): form.kind
        for form in FORMS.values()
        for name in (form.name.sv, form.name.nb, form.name.en, *form.also)
    }


def _tables(sheet: RawSheet, form: SheetForm, sayings: Sayings) -> list[Table]:
    """Return the tables of *sheet*, each part that has a header of its own."""
    parts = blocks.blocks_of(sheet, form)

    def found_in(block: blocks.Block, labels: tuple[str, ...]) -> Table | None:
        return tables.find(sheet, block, form, lambda names, groups: sayings.of(labels, form.kind, names, groups))

    first = [found_in(block, (sheet.name,)) for block in parts]
    found = [table for table in first if table is not None]
    if len(found) < 2 or not sayings.choices:  # noqa: PLR2004  the label of an only table is the name of its sheet
        return found
    again = [found_in(table.block, (f"{sheet.name} {table.place}",)) for table in found]
    return [table for table in again if table is not None]


def _projects(found: list[Found]) -> list[Found]:
    if not found:
        return []
    best_sheet, best = max(found, key=lambda pair: _worth(*pair))
    if not (_is_sure(best_sheet, best) or _PROJECT.search(fold(f"{best_sheet.name} {best.caption}"))):
        return []
    taken = [(sheet, table) for sheet, table in found if table is best or _is_like(sheet, table, best_sheet, best)]
    return [(sheet, _with_others(sheet, table, found, taken)) for sheet, table in taken]


def _with_others(sheet: RawSheet, table: Table, found: list[Found], taken: list[Found]) -> Table:
    """Return *table* with the rows of the sheet's other tables among those that are left out, told once."""
    if table is not next(each for where, each in taken if where is sheet):
        return table
    left = [each for where, each in found if where is sheet and not any(each is other for _s, other in taken)]
    rows = tuple(SkippedRow(record.index + 1, Why.TABLE) for each in left for record in each.records)
    return table if not rows else tables.with_skipped(table, rows)


def _worth(sheet: RawSheet, table: Table) -> float:
    """Return how much a table looks like a list of projects."""
    keys = {found.key: found.confidence for found in table.matches}
    named = 2.0 if re.search(r"proj|prosj|initiativ|insats|lista", fold(sheet.name)) else 0.0
    return sum(keys.values()) + 8 * keys.get("title", 0.0) + named + min(len(table.records), 20) / 40


def _is_sure(sheet: RawSheet, table: Table) -> bool:
    """Return whether a table is what its form says: its name column is known, or several others are."""
    sure = {found.key for found in table.matches if found.confidence >= headings.WEAK}
    if table.form.kind is SheetKind.PROJECTS and fold(table.headings[table.title.index]) in _ANYTHING:
        return table.title.is_chosen or any(_says_project(sheet, table, found) for found in table.matches)
    return table.form.title in sure or len(sure) >= _SURE_COLUMNS


def _says_project(sheet: RawSheet, table: Table, found: Match) -> bool:
    """Return whether a column makes a table of anything that has a name one of projects."""
    if found.key == table.form.title or found.confidence < headings.WEAK:
        return False
    if found.key != "theme" or found.is_chosen:
        return True
    # Areas and categories are everywhere: one of them has to be a theme.
    rows = (sheet.rows[record.index] for record in table.records[: looks.SAMPLE])
    cells = (row[found.index] for row in rows if found.index < len(row))
    return any(words.theme_of(shown(cell), DEFAULT) is not None for cell in cells)


def _is_like(sheet: RawSheet, table: Table, best_sheet: RawSheet, best: Table) -> bool:
    """Return whether *table* holds the same as *best*: the same kind of name column, and mostly the same others.

    Beside or below it, and on a sheet named after a status, a table may have other columns.
    """
    ours = {found.key: found for found in table.matches}
    theirs = {found.key: found for found in best.matches}
    shared = ours.keys() & theirs.keys()
    heading = fold(table.headings[ours["title"].index])
    is_sure = ours["title"].confidence >= headings.SYNONYM
    same_name = heading == fold(best.headings[theirs["title"].index])
    is_named = words.status_of(sheet.name) is not None and ours["title"].confidence >= headings.WEAK
    if is_named and sheet is not best_sheet:
        return True
    if is_sure and (same_name or _PROJECT.search(heading)) and (ours.keys() & _CORE or not theirs.keys() & _CORE):
        is_part = sheet is best_sheet
        if is_part or (len(shared) >= _SURE_COLUMNS and len(shared) >= _SHARE_OF_OURS * len(ours)):
            return True
    return (same_name or is_sure) and len(shared) >= _SHARE_OF_BEST * len(ours.keys() | theirs.keys())
