"""Bringing in lists: read, plan, and apply an accepted plan as one step that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select

from smartstad_desktop.domain.importing import (
    Answer,
    Candidate,
    ImportPlan,
    ListPlan,
    MunicipalityUnclear,
    NothingToImport,
    RowKey,
    Verdict,
)
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.lists import Pasted, ReadList, Value
from smartstad_desktop.domain.progress import Cancelled, Progress, Silent
from smartstad_desktop.exchange.list_reader import read_list
from smartstad_desktop.exchange.vocabulary import DEFAULT, joined
from smartstad_desktop.reads import importing as reads
from smartstad_desktop.storage.tables.importing import ImportJob, ReceivedFile
from smartstad_desktop.storage.tables.inventory import Project, ProjectMunicipality
from smartstad_desktop.usecases import project_fields
from smartstad_desktop.usecases.command import Outcome, Transaction
from smartstad_desktop.usecases.import_planning import Planner
from smartstad_desktop.usecases.import_values import as_fields, as_kept
from smartstad_desktop.usecases.inventory import new_key
from smartstad_desktop.usecases.workspace import Workspace


def read_lists(
    sources: Iterable[Path | Pasted], names: reads.Names | None = None, progress: Progress | None = None
) -> tuple[ReadList, ...]:
    """Return what the lists say, in the words of the programme when *names* is given."""
    watching = progress or Silent()
    words = joined(names.vocabulary) if names else DEFAULT
    every = list(sources)
    found: list[ReadList] = []
    for index, source in enumerate(every):
        found.append(read_list(source, words, is_cancelled=_asking(watching, index, len(every), source.name)))
    watching.report(len(every), len(every))
    return tuple(found)


def _asking(progress: Progress, done: int, total: int, what: str) -> Callable[[], bool]:
    """Return a question that tells how far the reading is and answers whether to stop it."""
    progress.report(done, total, what)

    def is_cancelled() -> bool:
        try:
            progress.report(done, total, what)
        except Cancelled:
            return True
        return False

    return is_cancelled


def plan_import(
    workspace: Workspace, paths: Iterable[Path], municipality: str | None = None, progress: Progress | None = None
) -> ImportPlan:
    """Return what importing the lists at *paths* would do; *municipality* is a key or name where somebody said it.

    Raises:
        MunicipalityUnclear: the programme has no municipality of that name.
    """
    known = workspace.read(reads.known)
    town = known.names.municipality(municipality) if municipality else None
    if municipality and town is None:
        raise MunicipalityUnclear(name=municipality)
    return Planner(known).plan(read_lists(paths, known.names, progress), town.id if town else None)


def run_import(workspace: Workspace, plan: ImportPlan, *, origin: object | None = None) -> Outcome:
    """Keep a backup and apply *plan*.

    Raises:
        NothingToImport: no row is to be taken.
        RuleError: a rule refuses a row; nothing has changed.
    """
    if not plan.taken_count:
        raise NothingToImport
    workspace.back_up("before-import")
    names = ", ".join(each.read.name for each in plan.lists if each.taken)
    return workspace.run(ApplyImport(plan=plan), origin=origin, source=names)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyImport:
    """Write the rows of an accepted plan, and keep the files they came from."""

    plan: ImportPlan

    def execute(self, tx: Transaction) -> int:
        """Return how many rows were written."""
        names = reads.names(tx.session.connection())
        count = 0
        for each in self.plan.lists:
            if each.taken:
                count += _apply_list(tx, each, names)
        tx.describe(count=count, title=", ".join(each.read.name for each in self.plan.lists if each.taken))
        return count


def _apply_list(tx: Transaction, plan: ListPlan, names: reads.Names) -> int:
    kept: dict[str, Any] = {}
    added = _add_all(tx, [each for each in plan.taken if _is_added(each)], names)
    for candidate in plan.candidates:
        project = added.get(candidate.key)
        if project is None and candidate.is_taken:
            project = _written(tx, candidate, names)
        if project is None and candidate.verdict is Verdict.UNCHANGED and candidate.project is not None:
            project = tx.get(Project, candidate.project)
        if project is not None:
            kept[project.key] = as_kept(candidate.row.values)
    tx.session.add(
        ImportJob(
            at=tx.now.isoformat(timespec="seconds"),
            file_name=plan.read.name,
            file_format=plan.read.format,
            sha256=plan.read.sha256,
            municipality_id=plan.municipality,
            counts={verdict.value: count for verdict, count in plan.counts().items()},
            rows=kept,
        )
    )
    _keep_file(tx, plan.read)
    return len(plan.taken)


def _keep_file(tx: Transaction, read: ReadList) -> None:
    if tx.session.scalar(select(ReceivedFile.id).where(ReceivedFile.sha256 == read.sha256)) is None:
        tx.session.add(ReceivedFile(sha256=read.sha256, name=read.name, content=read.received))


def _written(tx: Transaction, candidate: Candidate, names: reads.Names) -> Project | None:
    """Write one row and return its project."""
    if candidate.verdict is Verdict.DUPLICATE and candidate.answer is Answer.MERGE:
        return None if candidate.twin is None else _merge(tx, candidate, names)
    if candidate.project is None:
        return None
    project = tx.get(Project, candidate.project)
    wanted = {name: value for name, value in candidate.outcome.items() if value is not None}
    _change(tx, project, wanted, candidate, names)
    return project


def _is_added(candidate: Candidate) -> bool:
    return candidate.project is None and candidate.answer is not Answer.MERGE


def _add_all(tx: Transaction, candidates: Iterable[Candidate], names: reads.Names) -> dict[RowKey, Project]:
    """Add new projects in two rounds, rows and then their links: one by one, ten thousand take a minute."""
    made: dict[RowKey, tuple[Project, dict[str, Any]]] = {}
    for candidate in candidates:
        project = Project(key=new_key(), title="", status="")
        fields = {"status": Status.IDEA, "municipality_id": candidate.municipality, "extra": candidate.row.extra}
        fields |= as_fields(candidate.row.values, names) | {"confirmed_on": tx.today}
        made[candidate.key] = (project, project_fields.fill(tx, project, fields))
    tx.session.add_all([project for project, _clean in made.values()])
    tx.session.flush()
    for project, clean in made.values():
        project_fields.link_new(tx, project, clean)
    tx.session.flush()
    return {key: project for key, (project, _clean) in made.items()}


def _change(
    tx: Transaction, project: Project, values: dict[str, Value], candidate: Candidate, names: reads.Names
) -> None:
    fields = as_fields(values, names)
    if candidate.row.extra:
        fields["extra"] = {**project.extra, **candidate.row.extra}
    project_fields.change(tx, project, fields | {"confirmed_on": tx.today})


def _merge(tx: Transaction, candidate: Candidate, names: reads.Names) -> Project | None:
    """Let the row be part of the project it resembles: the municipality takes part, and blanks are filled."""
    twin = candidate.twin
    if twin is None or twin.project is None:
        return None
    project = tx.get(Project, twin.project)
    if not twin.is_neighbour:
        _change(tx, project, candidate.row.values, candidate, names)
        return project
    here = select(ProjectMunicipality.municipality_id).where(ProjectMunicipality.project_id == project.id)
    taking_part = {*tx.session.scalars(here), candidate.municipality} - {project.municipality_id}
    blank = {name: value for name, value in as_fields(candidate.row.values, names).items() if _is_blank(project, name)}
    project_fields.change(tx, project, blank | {"participants": taking_part})
    return project


def _is_blank(project: Project, name: str) -> bool:
    """Return whether a plain field of *project* says nothing; linked rows and the owner's reference are left alone."""
    if name in {"external_ref", "status", "themes", "participants", "goals", "sdgs", "is_confidential"}:
        return False
    column = f"{name}_first" if name in {"start", "end"} else name
    return getattr(project, column) in (None, "", [], False)
