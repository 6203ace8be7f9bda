"""A package as a folder or an archive: read back, every file compared, and there whole or not at all."""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from smartstad_desktop.domain.files import FileUnwritable, NotReadBack
from smartstad_desktop.domain.packages.files import FolderTaken, PackageFile
from smartstad_desktop.domain.progress import Progress, Silent
from smartstad_desktop.exchange import whole_file
from smartstad_desktop.exchange.outgoing.fixed_zip import zipped

_ARCHIVE: Final = ".zip"


def write_package(files: Sequence[PackageFile], target: Path, progress: Progress | None = None) -> int:
    """Write *files* to *target*, an archive where it ends in ``.zip``, else a new folder; return the bytes written.

    Raises:
        Cancelled: somebody asked to stop; nothing stands at *target*.
        FolderTaken: the folder is there and not empty.
        NotReadBack: what was written is not what was meant.
        TargetInUse: another program has the old archive open.
        FileUnwritable: the folder cannot be written to.
    """
    if target.suffix.lower() == _ARCHIVE:
        return _write_archive(files, target)
    return _write_folder(files, target, progress or Silent())


def check_free(folder: Path) -> None:
    """Refuse a folder that holds something: a package is never mixed with other files.

    Raises:
        FolderTaken: it does.
    """
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise FolderTaken(path=str(folder))


def _write_archive(files: Sequence[PackageFile], target: Path) -> int:
    content = zipped((file.path, file.content) for file in files)
    with whole_file.beside(target) as part:
        part.write_bytes(content)
        if not _says(part.read_bytes(), files):
            raise NotReadBack(name=target.name)
    return len(content)


def _says(content: bytes, files: Sequence[PackageFile]) -> bool:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        return names == [file.path for file in files] and all(archive.read(file.path) == file.content for file in files)


def _write_folder(files: Sequence[PackageFile], target: Path, progress: Progress) -> int:
    check_free(target)
    aside = target.with_name(f".{target.name[:40]}.{os.getpid()}.part")
    try:
        shutil.rmtree(aside, ignore_errors=True)
        for number, file in enumerate(files):
            progress.report(number, len(files), file.path)
            place = aside.joinpath(*file.path.split("/"))
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.content)
            if place.read_bytes() != file.content:
                raise NotReadBack(name=file.path)
        if target.is_dir():
            target.rmdir()
        aside.rename(target)
    except OSError as error:
        raise FileUnwritable(path=str(target)) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return sum(len(file.content) for file in files)
