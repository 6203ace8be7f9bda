"""Bringing in lists: read, plan, and apply an accepted plan as one step that can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from smartstad_desktop.domain.lists.collecting import no_collecting
from smartstad_desktop.domain.lists.importing import ImportPlan, MunicipalityUnclear, NothingToImport
from smartstad_desktop.domain.lists.list_columns import HeadingMemory
from smartstad_desktop.domain.lists.lists import Pasted, ReadList
from smartstad_desktop.domain.progress import Progress, Silent
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.exchange.cells.vocabulary import DEFAULT, joined
from smartstad_desktop.exchange.incoming.many_lists import read_all
from smartstad_desktop.reads.lists import importing as reads
from smartstad_desktop.usecases.command import Outcome
from smartstad_desktop.usecases.lists.import_applying import ApplyImport
from smartstad_desktop.usecases.lists.import_planning import Planner
from smartstad_desktop.usecases.workspace import Workspace


def read_lists(
    sources: Iterable[Path | Pasted],
    names: reads.Names | None = None,
    progress: Progress | None = None,
    memories: Mapping[MunicipalityId, HeadingMemory] | None = None,
) -> tuple[ReadList, ...]:
    """Return what the lists say, in the words of the programme when *names* is given.

    *memories* are what the headings of each municipality's lists mean; whose list it is shows in the list itself.
    """
    watching = progress or Silent()
    every = list(sources)
    words = joined(names.vocabulary) if names else DEFAULT

    def memory(read: ReadList) -> HeadingMemory:
        return _memory_of(read, names, memories) if names and memories else {}

    found = read_all(every, words, lambda done, name: watching.report(done, len(every), name), memory)
    watching.report(len(every), len(every))
    return found


def _memory_of(read: ReadList, names: reads.Names, memories: Mapping[MunicipalityId, HeadingMemory]) -> HeadingMemory:
    town = names.municipality(read.stamp.get("municipality", "") or read.municipality)
    return memories.get(town.id, {}) if town else {}


def plan_import(
    workspace: Workspace, paths: Iterable[Path], municipality: str | None = None, progress: Progress | None = None
) -> ImportPlan:
    """Return what importing the lists at *paths* would do; *municipality* is a key or name where somebody said it.

    Raises:
        MunicipalityUnclear: the programme has no municipality of that name.
    """
    with no_collecting():
        known = workspace.read(reads.known)
        town = known.names.municipality(municipality) if municipality else None
        if municipality and town is None:
            raise MunicipalityUnclear(name=municipality)
        return Planner(known).plan(read_lists(paths, known.names, progress, known.headings), town.id if town else None)


def run_import(workspace: Workspace, plan: ImportPlan, *, origin: object | None = None) -> Outcome:
    """Keep a backup, apply *plan*, and tell everybody.

    Raises:
        NothingToImport: no row is to be taken.
        RuleError: a rule refuses a row; nothing has changed.
    """
    outcome = apply_import(workspace, plan, Silent())
    workspace.listeners.tell(replace(outcome.changes, origin=origin))
    return outcome


def apply_import(workspace: Workspace, plan: ImportPlan, progress: Progress) -> Outcome:
    """Keep a backup and apply *plan* in a worker, which writes alone until it is done.

    Nobody is told: the thread of the window does that, by ``workspace.listeners.tell(outcome.changes)``.

    Raises:
        NothingToImport: no row is to be taken.
        Busy: another worker writes.
        Cancelled: somebody asked to stop; nothing has changed.
        RuleError: a rule refuses a row; nothing has changed.
    """
    if not plan.taken_count:
        raise NothingToImport
    names = ", ".join(each.read.name for each in plan.lists if each.taken)
    with workspace.leasing.held():
        workspace.back_up("before-import")
        return workspace.run(ApplyImport(plan=plan, progress=progress), source=names, is_silent=True)
