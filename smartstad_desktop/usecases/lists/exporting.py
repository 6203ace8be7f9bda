"""A municipality's workbook out: written, read back, and what was sent kept to compare with what returns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import Connection

from smartstad_desktop.domain.errors import RuleError
from smartstad_desktop.domain.lists.lists import SheetKind, Vocabulary
from smartstad_desktop.domain.values import Language, MunicipalityId
from smartstad_desktop.exchange.cells.showing import Wording
from smartstad_desktop.exchange.cells.vocabulary import joined
from smartstad_desktop.exchange.outgoing.workbook_writer import Sheets, write_workbook
from smartstad_desktop.exchange.sheets.columns import ROW_KEY
from smartstad_desktop.exchange.sheets.commitment_columns import BY_YEAR, year_key
from smartstad_desktop.exchange.sheets.filled_sheet import FilledSheet, Row
from smartstad_desktop.exchange.sheets.sheet_kinds import FORMS
from smartstad_desktop.reads.lists import importing as reads
from smartstad_desktop.reads.lists import sending
from smartstad_desktop.reads.programme.programme import municipalities
from smartstad_desktop.storage.tables.importing import SentList
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.lists.import_values import as_kept
from smartstad_desktop.usecases.workspace import Workspace

#: What is written to a municipality, by its country; elsewhere everybody reads English.
_LANGUAGES: Final = {"SE": Language.SV, "NO": Language.NB}
#: So many years of budget are asked for, each in a column of its own.
_MOST_YEARS: Final = 6


class MunicipalityUnknown(RuleError):
    """The programme has no such municipality. Parameters: ``key``, ``known``."""

    code = "municipality_unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A workbook that was written: where, how many projects, and its stamp."""

    path: Path
    count: int
    stamp: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepSentList:
    """Note that a list went out, with the exact values by :func:`kept_key`."""

    municipality: MunicipalityId
    title: str
    stamp: str
    file_name: str
    language: Language
    rows: dict[str, Any] = field(default_factory=dict[str, Any])

    def execute(self, tx: Transaction) -> None:
        """Write the note."""
        tx.session.add(
            SentList(
                stamp=self.stamp,
                at=tx.now.isoformat(timespec="seconds"),
                language=self.language.value,
                file_name=self.file_name,
                municipality_id=self.municipality,
                rows=self.rows,
            )
        )
        tx.describe(title=self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A municipality's workbook before it is written: what goes into it, and what is to be kept of it."""

    key: str
    count: int
    sheets: Sheets
    kept: KeepSentList


def kept_key(kind: SheetKind, row_key: str) -> str:
    """Return under what the values of a row are kept: a project under its key, others with their kind before it."""
    return row_key if kind is SheetKind.PROJECTS else f"{kind.value}:{row_key}"


def export_workbook(
    workspace: Workspace, municipality: str, target: Path, language: Language | None = None
) -> Exported:
    """Write the workbook of *municipality* (key or name) to *target* and keep what was sent.

    Raises:
        MunicipalityUnknown: there is none of that name.
        NotReadBack: what was written could not be read again; nothing stands at *target*.
        FileTrouble: the target cannot be written to.
    """
    outgoing = workspace.read(prepare, municipality, language)
    note = write(outgoing, target)
    workspace.run(note)
    return Exported(path=target, count=outgoing.count, stamp=note.stamp)


def prepare(
    connection: Connection, municipality: str, language: Language | None = None, known: reads.Known | None = None
) -> Outgoing:
    """Return the workbook of *municipality* (key or name) as it would go out now; also from a private copy.

    Without a *language* it is in the municipality's own. *known* spares reading the inventory once per municipality.

    Raises:
        MunicipalityUnknown: there is none of that name.
    """
    inventory = known or reads.known(connection)
    town = inventory.names.municipality(municipality)
    if town is None:
        keys = ", ".join(each.key for each in inventory.names.municipalities)
        raise MunicipalityUnknown(key=municipality, known=keys)
    spoken = language or own_language(connection, town.id)
    withheld = sending.withheld(connection, town.id)
    projects = [
        project.values
        for project in inventory.projects
        if project.municipality == town.id and project.key not in withheld
    ]
    filled = _filled(connection, town.id, projects, spoken)
    stamp = uuid4().hex
    return Outgoing(
        key=town.key,
        count=len(filled[0].rows),
        sheets=Sheets(
            municipality=town.short_name,
            filled=filled,
            stamp={"stamp": stamp, "municipality": town.key, "language": spoken.value, "format": "1"},
            withheld=len(withheld),
        ),
        kept=KeepSentList(
            municipality=town.id,
            title=town.short_name,
            stamp=stamp,
            file_name="",
            language=spoken,
            rows=_kept(filled, joined(inventory.names.vocabulary)),
        ),
    )


def own_language(connection: Connection, municipality: MunicipalityId) -> Language:
    """Return the language a municipality is written to in."""
    country = next((row.country for row in municipalities(connection) if row.id == municipality), "")
    return _LANGUAGES.get(country, Language.EN)


def _filled(
    connection: Connection, town: MunicipalityId, projects: Iterable[Row], language: Language
) -> tuple[FilledSheet, ...]:
    """Return the sheets of a workbook; the plan has one as soon as it has measures.

    What is confidential is not sent by e-mail, not even to whom it belongs (domain 4.6).
    """
    wording = Wording(phrases=phrasebook(language), themes=reads.theme_names(connection, language.value))
    rows: dict[SheetKind, Iterable[Row]] = {
        SheetKind.PROJECTS: projects,
        SheetKind.NEEDS: sending.needs(connection, town),
        SheetKind.EXAMPLES: sending.examples(connection, town),
        SheetKind.SERVICES: sending.services(connection, town),
        SheetKind.COMMITMENTS: sending.commitments(connection, town),
    }
    years = frozenset(year_key(year) for year in sending.asked_years(connection, _MOST_YEARS))
    return tuple(
        FilledSheet(
            form=FORMS[kind],
            rows=tuple(found),
            wording=wording,
            asked=years & BY_YEAR.keys() if kind is SheetKind.COMMITMENTS else frozenset(),
        )
        for kind, found in rows.items()
        if found or kind is not SheetKind.COMMITMENTS
    )


def _kept(filled: Iterable[FilledSheet], vocabulary: Vocabulary) -> dict[str, Any]:
    return {
        kept_key(sheet.form.kind, str(row[ROW_KEY])): as_kept(row) for sheet in filled for row in sheet.said(vocabulary)
    }


def write(outgoing: Outgoing, target: Path) -> KeepSentList:
    """Write *outgoing* to *target* and return the command that keeps what was sent.

    Raises:
        NotReadBack: what was written could not be read again; nothing stands at *target*.
        FileTrouble: the target cannot be written to.
    """
    write_workbook(target, outgoing.sheets)
    return replace(outgoing.kept, file_name=target.name)
