"""The whole inventory out, as one file for other programs, the archive, or a colleague."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from smartstad_desktop.domain.lists.lists import SheetKind
from smartstad_desktop.domain.values import Language
from smartstad_desktop.exchange.cells.showing import Wording
from smartstad_desktop.exchange.outgoing.inventory_files import TITLE, WholeInventory, filled_inventory, write_inventory
from smartstad_desktop.exchange.sheets.filled_sheet import FilledSheet
from smartstad_desktop.exchange.sheets.sheet_kinds import FORMS, SERVICES
from smartstad_desktop.reads.listing import listing, listing_projects
from smartstad_desktop.reads.listing.listing_values import Listing
from smartstad_desktop.reads.lists import importing as reads
from smartstad_desktop.reads.lists import sending
from smartstad_desktop.reads.programme.programme import programme
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.usecases.workspace import Workspace

#: What the file of plain values holds, by the names that ``smartstad list`` has for them; examples stand apart.
_KINDS: Final[dict[str, Listing]] = {
    **{kind: listing.KINDS[kind] for kind in ("programme", "municipalities", "themes")},
    "projects": listing_projects.own_projects,
    **{kind: listing.KINDS[kind] for kind in ("needs", "services")},
    "examples": listing_projects.examples,
}
#: When a contract ends is another day in each municipality.
_FORMS: Final = {
    **FORMS,
    SheetKind.SERVICES: replace(
        SERVICES, columns=tuple(column for column in SERVICES.columns if column.key != "contract_ends_on")
    ),
}


def export_inventory(workspace: Workspace, target: Path, language: Language) -> int:
    """Write all projects to *target*, in the format its ending names, and return how many there are.

    A workbook and plain values hold needs, services and examples besides; a single table holds projects only.

    Raises:
        NotReadBack: what was written could not be read again; nothing stands at *target*.
        FileTrouble: the target cannot be written to.
    """
    whole = workspace.read(prepare_inventory, language)
    write_inventory(target, whole)
    return len(whole.filled.rows)


def prepare_inventory(connection: Connection, language: Language) -> WholeInventory:
    """Return the inventory as it would be written now; also from a private copy."""
    phrases = phrasebook(language)
    facts = programme(connection)
    wording = Wording(phrases=phrases, themes=reads.theme_names(connection, language.value))
    known = reads.known(connection)
    others = sending.of_all(connection, {town.id: town.short_name for town in known.names.municipalities})
    values: dict[str, Any] = {kind: rows(connection, language) for kind, rows in _KINDS.items()}
    return WholeInventory(
        title=phrases.text(TITLE, programme=facts.name if facts else ""),
        filled=filled_inventory([(project.values, project.extra) for project in known.projects], wording),
        others=[FilledSheet(form=_FORMS[kind], rows=rows, wording=wording) for kind, rows in others.items() if rows],
        values={"format": "smartstad-inventory", "version": 1, "language": language.value} | values,
    )
