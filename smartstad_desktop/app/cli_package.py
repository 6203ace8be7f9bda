"""Packages as a command: for municipalities, for the archive, and for whoever asks for public documents."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from smartstad_desktop.app.cli_answer import FAILED, Answer, WrongUsage
from smartstad_desktop.app.cli_workspace import opened, opened_to_read
from smartstad_desktop.domain.values import Language
from smartstad_desktop.text.phrases import current, ngettext
from smartstad_desktop.text.trouble import sentence

if TYPE_CHECKING:
    from smartstad_desktop.domain.packages.files import PackageFile
    from smartstad_desktop.usecases.packages.municipality import TownPackage


def package(arguments: Namespace) -> Answer:
    """Write a package: of a municipality, of all of them, for the archive, or about one thing.

    Raises:
        WrongUsage: none of the four was chosen, or several.
    """
    chosen: dict[str, Callable[[Namespace], Answer]] = {
        "municipality": _of_one,
        "all": _of_all,
        "archive": _archive,
        "about": _about,
    }
    wanted = [make for name, make in chosen.items() if getattr(arguments, name)]
    if len(wanted) != 1:
        raise WrongUsage("--municipality | --all | --archive | --about")
    return wanted[0](arguments)


def _language(arguments: Namespace) -> Language | None:
    return Language(arguments.language) if arguments.language else None


def _of_one(arguments: Namespace) -> Answer:
    from smartstad_desktop.usecases.packages.municipality import export_package  # noqa: PLC0415  brings the documents

    target = Path(arguments.output)
    with opened(arguments.file) as workspace:
        made = export_package(workspace, arguments.municipality, target, _language(arguments))
    return Answer(document=_town(made, target), lines=(_line(target, len(made.files)),))


def _of_all(arguments: Namespace) -> Answer:
    from smartstad_desktop.domain.files import FileUnwritable  # noqa: PLC0415  beside what follows
    from smartstad_desktop.usecases.packages import municipality as towns  # noqa: PLC0415  brings the documents

    folder = Path(arguments.output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileUnwritable(path=str(folder)) from error
    with opened(arguments.file) as workspace, TemporaryDirectory(prefix=".smartstad-", dir=folder) as aside:
        targets = workspace.read(towns.targets_in, folder)
        waiting = workspace.read(towns.write_packages, targets, Path(aside), workspace.now)
        made = towns.deliver(workspace, waiting)
    document: dict[str, Any] = {
        "folder": str(folder),
        "packages": [_town(each, targets[each.key]) for each in made.packages],
        "troubles": [{"code": each.code, "message": sentence(each)} for each in made.troubles],
    }
    lines = [
        *(_line(targets[each.key], len(each.files)) for each in made.packages),
        *(sentence(each) for each in made.troubles),
    ]
    if made.troubles:
        return Answer(document=document, lines=lines, code=FAILED)
    return Answer(document=document, lines=lines)


def _archive(arguments: Namespace) -> Answer:
    from smartstad_desktop.exchange.outgoing.package_writer import write_package  # noqa: PLC0415  beside what follows
    from smartstad_desktop.usecases.packages.archive import archive  # noqa: PLC0415  brings the documents

    target = Path(arguments.output)
    with opened_to_read(arguments.file) as workspace:
        made = workspace.read(archive, workspace.now, _language(arguments))
    size = write_package(made.files, target)
    document = {
        "path": str(target),
        "bytes": size,
        "confidential_left_out": made.left_out,
        "files": _files(made.files),
    }
    return Answer(document=document, lines=(_line(target, len(made.files)),))


def _about(arguments: Namespace) -> Answer:
    from smartstad_desktop.exchange.outgoing.package_writer import write_package  # noqa: PLC0415  beside what follows
    from smartstad_desktop.usecases.packages.about import answer, the_subject  # noqa: PLC0415  brings the documents
    from smartstad_desktop.usecases.packages.about_document import left_out  # noqa: PLC0415  the same
    from smartstad_desktop.usecases.packages.about_package import about_files, telling  # noqa: PLC0415  the same

    target = Path(arguments.output)
    language = _language(arguments) or current().language
    with opened_to_read(arguments.file) as workspace:
        row = workspace.read(the_subject, arguments.about)
        today = workspace.now.astimezone().date()
        found = workspace.read(answer, row.subject, row.id, language, today)
        told = workspace.read(telling, found, (), language, workspace.now)
    files = about_files(told, with_notes=arguments.notes)
    size = write_package(files, target)
    document = {
        "path": str(target),
        "bytes": size,
        "subject": row.subject.value,
        "key": row.key,
        "title": found.title,
        "items": len(told.told),
        "left_out": left_out(told),
        "closed": {why.value: count for why, count in found.closed.items()},
        "concealed": found.concealed,
        "files": _files(files),
    }
    return Answer(document=document, lines=(_line(target, len(files)),))


def _town(made: TownPackage, target: Path) -> dict[str, Any]:
    return {
        "municipality": made.key,
        "path": str(target),
        "stamp": made.note.stamp,
        "confidential_left_out": made.withheld,
        "files": _files(made.files),
    }


def _files(files: tuple[PackageFile, ...]) -> list[dict[str, Any]]:
    return [{"path": file.path, "bytes": len(file.content), "sha256": file.sha256} for file in files]


def _line(target: Path, count: int) -> str:
    return ngettext("{path}: {count} file", "{path}: {count} files", count, path=target)
