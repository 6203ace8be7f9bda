"""The workbooks of several municipalities in one go: all made aside first, so that stopping leaves nothing behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.exchange import whole_file
from smartstad_desktop.reads.lists import importing as reads
from smartstad_desktop.usecases.lists.exporting import KeepSentList, prepare, write
from smartstad_desktop.usecases.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A workbook that is written and waits aside, where it goes, and what is to be kept of it."""

    written: Path
    target: Path
    note: KeepSentList


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """What came of it: the notes of workbooks that are in place, and why others are not."""

    notes: tuple[KeepSentList, ...]
    troubles: tuple[DomainError, ...]


def write_all(
    connection: Connection, targets: Mapping[str, Path], aside: Path, progress: Progress
) -> tuple[Waiting, ...]:
    """Write the workbook of each municipality (by key) into the folder *aside*; nothing is put in place yet.

    Raises:
        Cancelled: somebody asked to stop.
        NotReadBack: a workbook could not be read again.
        FileTrouble: the folder cannot be written to.
    """
    known = reads.known(connection)
    waiting: list[Waiting] = []
    for number, (key, target) in enumerate(targets.items()):
        progress.report(number, len(targets), target.name)
        outgoing = prepare(connection, key, known=known)
        written = aside / target.name
        waiting.append(Waiting(written=written, target=target, note=write(outgoing, written)))
    progress.report(len(targets), len(targets))
    return tuple(waiting)


def deliver(workspace: Workspace, waiting: tuple[Waiting, ...], *, origin: object | None = None) -> Delivered:
    """Put the workbooks in place, each with its note; one that is open elsewhere does not stop the others."""
    notes: list[KeepSentList] = []
    troubles: list[DomainError] = []
    for each in waiting:
        try:
            whole_file.take_place(each.written, each.target)
            workspace.run(each.note, origin=origin)
        except DomainError as trouble:
            troubles.append(trouble)
        else:
            notes.append(each.note)
    return Delivered(notes=tuple(notes), troubles=tuple(troubles))
