"""The package of a municipality: its workbook, its part of the plan, its projects, and what others share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.packages.files import PackageFile, numbered, safe_name
from smartstad_desktop.domain.progress import Progress, Silent
from smartstad_desktop.domain.values import Language
from smartstad_desktop.exchange import whole_file
from smartstad_desktop.exchange.cells.showing import Wording
from smartstad_desktop.exchange.outgoing.package_writer import write_package
from smartstad_desktop.reads.lists import importing as reads
from smartstad_desktop.reads.lists.importing import Known
from smartstad_desktop.reads.programme.programme import municipalities
from smartstad_desktop.usecases.lists.exporting import (
    KeepSentList,
    MunicipalityUnknown,
    own_language,
    prepare,
    write,
)
from smartstad_desktop.usecases.packages.background import background_sheets, shared_document
from smartstad_desktop.usecases.packages.concealing import veil
from smartstad_desktop.usecases.packages.pages import as_pdf
from smartstad_desktop.usecases.packages.part import ToldPlan, TownPart, told_plan, town_part
from smartstad_desktop.usecases.packages.part_document import part_document
from smartstad_desktop.usecases.packages.project_sheet import project_sheet
from smartstad_desktop.usecases.packages.readme import readme
from smartstad_desktop.usecases.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class TownPackage:
    """A municipality's package: its files, how many records are confidential, and what is to be kept of the list."""

    key: str
    name: str
    files: tuple[PackageFile, ...]
    withheld: int
    note: KeepSentList


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A package that is written and waits aside, where it goes, and what is to be kept of its list."""

    written: Path
    target: Path
    package: TownPackage


@dataclass(frozen=True, kw_only=True)
class Delivered:
    """What came of it: the packages that are in place, and why others are not."""

    packages: tuple[TownPackage, ...]
    troubles: tuple[DomainError, ...]


def town_package(
    connection: Connection,
    municipality: str,
    now: datetime,
    language: Language | None = None,
    known: Known | None = None,
    *,
    told: ToldPlan | None = None,
) -> TownPackage:
    """Return the package of *municipality* (key or name), in its own language unless another is named.

    What several packages are made of need not be read for each: *known* and *told*.

    Raises:
        MunicipalityUnknown: the programme has none of that name.
        NothingToPackage: there is no plan.
    """
    inventory = known or reads.known(connection)
    town = inventory.names.municipality(municipality)
    if town is None:
        raise MunicipalityUnknown(
            key=municipality, known=", ".join(each.key for each in inventory.names.municipalities)
        )
    spoken = language or own_language(connection, town.id)
    version = told or told_plan(connection, now.astimezone().date())
    part = town_part(connection, town.id, spoken, now, inventory, version)
    book, note, withheld = _workbook(connection, part, spoken, inventory)
    pages = _pages(connection, part, spoken)
    files = (book, *pages)
    return TownPackage(
        key=town.key,
        name=part.town.short_name,
        files=(_readme(part, files, withheld), *files),
        withheld=withheld,
        note=note,
    )


def _workbook(
    connection: Connection, part: TownPart, language: Language, known: Known
) -> tuple[PackageFile, KeepSentList, int]:
    phrases = part.phrases
    outgoing = prepare(connection, part.town.key, language, known)
    outgoing = replace(outgoing, sheets=replace(outgoing.sheets, background=background_sheets(part)))
    name = f"{safe_name(phrases.text('1 Workbook {municipality}', municipality=part.town.short_name))}.xlsx"
    with TemporaryDirectory(prefix="smartstad-") as folder:
        note = write(outgoing, Path(folder) / name)
        content = (Path(folder) / name).read_bytes()
    about = phrases.text("Your list of projects, and your answers to the plan; fill it in and send it back")
    return PackageFile(name, content, about), note, outgoing.sheets.withheld


def _pages(connection: Connection, part: TownPart, language: Language) -> list[PackageFile]:
    phrases = part.phrases
    name = safe_name(phrases.text("2 The plan for {municipality}", municipality=part.town.short_name))
    about = phrases.text("Your measures, commitments and budget, what is asked of you, and the form for your decision")
    files = [PackageFile(f"{name}.pdf", as_pdf(part_document(part)), about)]
    if part.shared:
        name = safe_name(phrases.text("3 Results that others share"))
        about = phrases.text("What others have tried and you can take over")
        files.append(PackageFile(f"{name}.pdf", as_pdf(shared_document(part)), about))
    wording = Wording(phrases=phrases, themes=reads.theme_names(connection, language.value))
    hide, taken = veil(connection), set[str]()
    folder = safe_name(phrases.text("4 Project sheets"))
    for project in part.projects:
        name = numbered(f"{safe_name(hide.text(project.title))}.pdf", taken)
        content = as_pdf(project_sheet(part, project, wording, hide))
        files.append(PackageFile(f"{folder}/{name}", content, phrases.text("A project on one page, to share")))
    return files


def _readme(part: TownPart, files: tuple[PackageFile, ...], withheld: int) -> PackageFile:
    phrases = part.phrases
    title = phrases.text("Package for {municipality}", municipality=part.town.name)
    until = phrases.text(" by {day}", day=phrases.day(part.due)) if part.due else ""
    steps = [
        phrases.text("1. Read the part of the plan that is yours (file 2)."),
        phrases.text("2. Fill in the workbook (file 1): your projects, and your answers to the measures of the plan."),
        phrases.text("3. Send the workbook back{until}. You may save it under another name.", until=until),
        phrases.text(
            "4. Let your municipality decide on its measures, and send the form or an extract of the minutes."
        ),
    ]
    kept = [
        phrases.plural(
            "{count} confidential project is not in the package.",
            "{count} confidential projects are not in the package.",
            withheld,
        )
        if withheld
        else phrases.text("Nothing was left out.")
    ]
    if part.is_draft:
        kept.append(phrases.text("The plan is a draft and working material."))
    return readme(
        phrases, title, files, [(phrases.text("What to do"), steps), (phrases.text("What is not in it"), kept)]
    )


def export_package(
    workspace: Workspace, municipality: str, target: Path, language: Language | None = None
) -> TownPackage:
    """Write the package of one municipality to *target* (a folder, or ``.zip``), and keep what was sent.

    Raises:
        DomainError: it cannot be made or written; nothing stands at *target*.
    """
    package = workspace.read(town_package, municipality, workspace.now, language)
    write_package(package.files, target)
    workspace.run(package.note)
    return package


def write_packages(
    connection: Connection, targets: Mapping[str, Path], aside: Path, now: datetime, progress: Progress | None = None
) -> tuple[Waiting, ...]:
    """Write the packages of several municipalities (by key) into the folder *aside*; nothing is in place yet.

    Raises:
        Cancelled: somebody asked to stop.
        DomainError: one of them cannot be made.
    """
    steps, known = progress or Silent(), reads.known(connection)
    told = told_plan(connection, now.astimezone().date())
    waiting: list[Waiting] = []
    for number, (key, target) in enumerate(targets.items()):
        steps.report(number, len(targets), target.stem)
        package = town_package(connection, key, now, known=known, told=told)
        written = aside / target.name
        write_package(package.files, written)
        waiting.append(Waiting(written=written, target=target, package=package))
    steps.report(len(targets), len(targets))
    return tuple(waiting)


def deliver(workspace: Workspace, waiting: tuple[Waiting, ...], *, origin: object | None = None) -> Delivered:
    """Put the packages in place and keep what was sent; one that is open elsewhere does not stop the others."""
    packages: list[TownPackage] = []
    troubles: list[DomainError] = []
    for each in waiting:
        try:
            whole_file.take_place(each.written, each.target)
            workspace.run(each.package.note, origin=origin)
        except DomainError as trouble:
            troubles.append(trouble)
        else:
            packages.append(each.package)
    return Delivered(packages=tuple(packages), troubles=tuple(troubles))


def targets_in(connection: Connection, folder: Path) -> dict[str, Path]:
    """Return where the package of each municipality of today goes in *folder*, by key."""
    towns = [row for row in municipalities(connection) if row.is_participating and not row.is_ended]
    return {row.key: folder / f"{safe_name(row.short_name)}.zip" for row in towns}
