"""A municipality's workbook out: written, read back, and what was sent kept to compare with what returns."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection

from smartstad_desktop.domain.errors import RuleError
from smartstad_desktop.domain.import_cells import UNTOLD, is_same
from smartstad_desktop.domain.lists import ReadList, Value
from smartstad_desktop.domain.values import Language, MunicipalityId
from smartstad_desktop.exchange.cells import is_empty
from smartstad_desktop.exchange.list_reader import read_list
from smartstad_desktop.exchange.showing import Wording
from smartstad_desktop.exchange.vocabulary import joined
from smartstad_desktop.exchange.workbook_writer import Sheets, write_workbook
from smartstad_desktop.reads import importing as reads
from smartstad_desktop.reads.programme import programme
from smartstad_desktop.storage.tables.importing import SentList
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.import_values import as_kept
from smartstad_desktop.usecases.workspace import Workspace


class MunicipalityUnknown(RuleError):
    """The programme has no such municipality. Parameters: ``key``, ``known``."""

    code = "municipality_unknown"


class NotReadBack(RuleError):
    """A workbook that was just written does not say what it should. Parameters: ``name``."""

    code = "not_read_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A workbook that was written: where, how many projects, and its stamp."""

    path: Path
    count: int
    stamp: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepSentList:
    """Note that a list went out, with the exact values."""

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
    sheets: Sheets
    names: reads.Names
    kept: KeepSentList


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
    return Exported(path=target, count=len(outgoing.sheets.rows), stamp=note.stamp)


def prepare(connection: Connection, municipality: str, language: Language | None = None) -> Outgoing:
    """Return the workbook of *municipality* (key or name) as it would go out now; also from a private copy.

    Raises:
        MunicipalityUnknown: there is none of that name.
    """
    known = reads.known(connection)
    town = known.names.municipality(municipality)
    if town is None:
        keys = ", ".join(each.key for each in known.names.municipalities)
        raise MunicipalityUnknown(key=municipality, known=keys)
    facts = programme(connection)
    spoken = language or (facts.language if facts else Language.SV)
    projects = [project for project in known.projects if project.municipality == town.id]
    stamp = uuid4().hex
    return Outgoing(
        key=town.key,
        sheets=Sheets(
            municipality=town.short_name,
            rows=[project.values for project in projects],
            wording=Wording(phrases=phrasebook(spoken), themes=reads.theme_names(connection, spoken.value)),
            stamp={"stamp": stamp, "municipality": town.key, "language": spoken.value, "format": "1"},
        ),
        names=known.names,
        kept=KeepSentList(
            municipality=town.id,
            title=town.short_name,
            stamp=stamp,
            file_name="",
            language=spoken,
            rows={project.key: as_kept(project.values) for project in projects},
        ),
    )


def write(outgoing: Outgoing, target: Path) -> KeepSentList:
    """Write *outgoing* to *target* and return the command that keeps what was sent.

    Raises:
        NotReadBack: what was written could not be read again; nothing stands at *target*.
        FileTrouble: the target cannot be written to.
    """
    _write_checked(target, outgoing.sheets, outgoing.names)
    return replace(outgoing.kept, file_name=target.name)


def _write_checked(target: Path, sheets: Sheets, names: reads.Names) -> None:
    """Write a trial copy, read it back and compare, and only then write *target*."""
    with tempfile.TemporaryDirectory(prefix="smartstad-") as folder:
        trial = Path(folder) / "trial.xlsx"
        write_workbook(trial, sheets)
        if sheets.rows and not _says(read_list(trial, joined(names.vocabulary)), sheets):
            raise NotReadBack(name=target.name)
    write_workbook(target, sheets)


def _says(read: ReadList, sheets: Sheets) -> bool:
    """Return whether every row that was written is read back with the same values."""
    found = {str(row.values.get("row_key")): row.values for row in read.rows}
    return all(_is_back(found.get(str(row["row_key"]), {}), row) for row in sheets.rows)


def _is_back(found: Mapping[str, Value], row: Mapping[str, Value]) -> bool:
    """Return whether the values of a row came back; a dash alone is read as nothing, as it is from everybody."""
    told = {key: value for key, value in row.items() if key not in UNTOLD}
    return all(
        is_same(found.get(key), value) or (isinstance(value, str) and is_empty(value)) for key, value in told.items()
    )
