"""The archive package: plan, minutes, inventory, routines, decisions, ranking, and a file that describes them all."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, select

from smartstad_desktop import __version__
from smartstad_desktop.domain.packages.files import NothingToPackage, PackageFile
from smartstad_desktop.domain.progress import Progress, Silent
from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.plan.plan import plan_rows
from smartstad_desktop.reads.programme.programme import ProgrammeFacts, programme
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.text.phrases import N_, Phrasebook, phrasebook
from smartstad_desktop.usecases.packages.archive_plan import minutes_files, plan_files, ranking_files, report_files
from smartstad_desktop.usecases.packages.archive_records import decision_files, inventory_files, routine_files
from smartstad_desktop.usecases.packages.readme import readme

METADATA: Final = "metadata.json"
FORMAT: Final = "smartstad-archive"
_KINDS: Final = {
    ".pdf": "application/pdf",
    ".json": "application/json",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_FOLDERS: Final = {
    "plan": N_("1 Plan"),
    "minutes": N_("2 Minutes"),
    "decisions": N_("3 Decisions"),
    "ranking": N_("4 Ranking"),
    "inventory": N_("5 Inventory"),
    "routines": N_("6 Routines"),
    "reports": N_("7 Reports"),
}


@dataclass(frozen=True, kw_only=True)
class Archive:
    """The files of the package, and how many confidential records are not among them."""

    files: tuple[PackageFile, ...]
    left_out: int


def archive(
    connection: Connection, now: datetime, language: Language | None = None, progress: Progress | None = None
) -> Archive:
    """Return the archive package in the programme's language, unless another is named.

    Raises:
        NothingToPackage: there is no programme yet.
        Cancelled: somebody asked to stop.
    """
    facts = programme(connection)
    if facts is None:
        raise NothingToPackage
    phrases, steps = phrasebook(language or facts.language), progress or Silent()
    name = facts.name
    at = {key: phrases.text(folder) for key, folder in _FOLDERS.items()}
    left_out = 0

    def inventory() -> list[PackageFile]:
        nonlocal left_out
        files, left_out = inventory_files(connection, phrases, at["inventory"], name, now)
        return files

    makers: tuple[tuple[str, Callable[[], list[PackageFile]]], ...] = (
        (at["plan"], lambda: plan_files(connection, phrases, at["plan"], now)),
        (at["minutes"], lambda: minutes_files(connection, phrases, at["minutes"], now)),
        (at["decisions"], lambda: decision_files(connection, phrases, at["decisions"], name, now)),
        (at["ranking"], lambda: ranking_files(connection, phrases, at["ranking"], name, now)),
        (at["inventory"], inventory),
        (at["routines"], lambda: routine_files(connection, phrases, at["routines"], name, now)),
        (at["reports"], lambda: report_files(connection, phrases, at["reports"], now)),
    )
    files: list[PackageFile] = []
    for number, (what, make) in enumerate(makers):
        steps.report(number, len(makers), what)
        files += make()
    steps.report(len(makers), len(makers))
    told = _readme(phrases, facts, files, left_out)
    described = _metadata(connection, phrases, facts, now, [told, *files], left_out)
    return Archive(files=(told, described, *files), left_out=left_out)


def _metadata(  # noqa: PLR0917  all that the file tells
    connection: Connection,
    phrases: Phrasebook,
    facts: ProgrammeFacts,
    now: datetime,
    files: Sequence[PackageFile],
    left_out: int,
) -> PackageFile:
    host = connection.scalar(select(Municipality.name).where(Municipality.id == facts.host)) or ""
    rows = reversed(plan_rows(connection))
    document: dict[str, Any] = {
        "format": FORMAT,
        "format_version": 1,
        "title": phrases.text("Archive package, {programme}", programme=facts.name),
        "creator": host or facts.name,
        "programme": facts.name,
        "case_number": facts.case_number,
        "language": phrases.language.value,
        "first_year": facts.first_year,
        "last_year": facts.last_year,
        "made_at": now.isoformat(timespec="seconds"),
        "made_with": f"SMARTstad {__version__}",
        "plans": [
            {
                "title": row.title,
                "version": row.version,
                "status": row.status.value,
                "case_number": row.case_number,
                "frozen_at": row.frozen_at or None,
                "decided_on": row.decided_on.isoformat() if row.decided_on else None,
                "sha256_of_data": row.content_hash or None,
            }
            for row in rows
        ],
        "confidential_left_out": left_out,
        "files": [
            {
                "path": file.path,
                "title": file.about,
                "type": _KINDS.get(f".{file.path.rpartition('.')[2].lower()}", "application/octet-stream"),
                "bytes": len(file.content),
                "sha256": file.sha256,
            }
            for file in files
        ],
    }
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    return PackageFile(METADATA, text.encode(), phrases.text("What is in the package, with the SHA-256 of every file"))


def _readme(phrases: Phrasebook, facts: ProgrammeFacts, files: Sequence[PackageFile], left_out: int) -> PackageFile:
    title = phrases.text("Archive package, {programme}", programme=facts.name)
    about = [
        phrases.text("Case number: {number}", number=facts.case_number or "–"),
        phrases.text("PDF for reading, workbook and CSV (UTF-8, semicolons) for data. Signed files are unchanged."),
        phrases.text(
            "{file} names every file with its SHA-256, so that it can be shown that nothing has changed.", file=METADATA
        ),
    ]
    kept = [
        phrases.plural(
            "{count} confidential record is not in the package; archive it apart.",
            "{count} confidential records are not in the package; archive them apart.",
            left_out,
        )
        if left_out
        else phrases.text("Nothing was left out."),
        phrases.text("Ballots, contact details and internal notes are not in it either."),
    ]
    return readme(
        phrases, title, files, [(phrases.text("The package"), about), (phrases.text("What is not in it"), kept)]
    )
