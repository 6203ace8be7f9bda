"""An accepted import is written: one step with all rows, and the files they came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import select

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.links import Relation
from smartstad_desktop.domain.lists.collecting import no_collecting
from smartstad_desktop.domain.lists.importing import Answer, Candidate, ImportPlan, ListPlan, RowKey, Verdict
from smartstad_desktop.domain.lists.list_columns import OWN_FIELD
from smartstad_desktop.domain.lists.lists import SheetKind, Value
from smartstad_desktop.domain.progress import Progress, Silent
from smartstad_desktop.reads.lists import importing as reads
from smartstad_desktop.storage.tables.importing import HeadingMemory, ImportJob, ReceivedFile
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.inventory.project_batch import Draft, ProjectBatch
from smartstad_desktop.usecases.inventory.project_links import relate
from smartstad_desktop.usecases.lists.exporting import kept_key
from smartstad_desktop.usecases.lists.import_records import write_record
from smartstad_desktop.usecases.lists.import_values import as_fields, as_kept

#: When a project that is missing in a list is looked at again, if nobody knows better.
LOOK_AGAIN: Final = timedelta(days=90)
#: So many rows between two reports of progress.
_OFTEN: Final = 200
_JOINED: Final = {Answer.LINK: Relation.RELATED, Answer.APART: Relation.APART}


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyImport:
    """Write the rows of an accepted plan, and keep the files they came from."""

    plan: ImportPlan
    progress: Progress = field(default_factory=Silent, compare=False)

    def execute(self, tx: Transaction) -> int:
        """Return how many rows were written.

        Raises:
            FieldInvalid: a rule refuses a row; nothing has changed.
            Cancelled: somebody asked to stop; nothing has changed.
        """
        with no_collecting():
            return self._written(tx)

    def _written(self, tx: Transaction) -> int:
        writing = _Writing(tx, self.plan, self.progress)
        writing.rows()
        accepted = [one for one in self.plan.lists if one.taken]
        for one in accepted:
            writing.keep(one)
        count = sum(len(one.taken) for one in accepted)
        tx.words.clear()
        tx.describe(count=count, title=", ".join(one.read.name for one in accepted))
        return count


class _Writing:
    """One import on its way into the file."""

    def __init__(self, tx: Transaction, plan: ImportPlan, progress: Progress) -> None:
        self._tx = tx
        self._plan = plan
        self._progress = progress
        self._names = reads.names(tx.session.connection())
        self._taken = [each for one in plan.lists for each in one.taken if each.kind is SheetKind.PROJECTS]
        touched = [each.project for each in self._taken] + [each.twin.project for each in self._taken if each.twin]
        self._batch = ProjectBatch(tx, [project for project in touched if project is not None])
        self._drafts: dict[RowKey, Draft] = {}
        self._records: dict[RowKey, str] = {}

    def rows(self) -> None:
        """Write all rows: first those that stand alone, then those that join one of them."""
        alone = [each for each in self._taken if each.answer is not Answer.MERGE]
        joining = [each for each in self._taken if each.answer is Answer.MERGE]
        total = len(self._taken)
        for done, candidate in enumerate((*alone, *joining)):
            if done % _OFTEN == 0:
                self._progress.report(done, total, candidate.row.title)
            self._drafts[candidate.key] = self._written(candidate)
        self._batch.write()
        for candidate in (each for one in self._plan.lists for each in one.taken):
            if candidate.kind is not SheetKind.PROJECTS:
                self._records[candidate.key] = write_record(self._tx, candidate, self._names)
        self._progress.report(total, total)
        for candidate in alone:
            relation = _JOINED.get(candidate.answer) if candidate.answer else None
            other = self._other(candidate) if relation else None
            if relation and other:
                relate(self._tx, self._drafts[candidate.key].id or 0, other.id or 0, relation)

    def keep(self, one: ListPlan) -> None:
        """Note what came of a list, and keep the file as it was received."""
        read = one.read
        self._tx.session.add(
            ImportJob(
                at=self._tx.now.isoformat(timespec="seconds"),
                file_name=read.name,
                file_format=read.format,
                sha256=read.sha256,
                municipality_id=one.municipality,
                counts={verdict.value: count for verdict, count in one.counts().items()} | _to_ask(one),
                rows=dict(self._kept(one.candidates)),
            )
        )
        if one.municipality is not None:
            self._remember(one.municipality, one.headings)
        if self._tx.session.scalar(select(ReceivedFile.id).where(ReceivedFile.sha256 == read.sha256)) is None:
            self._tx.session.add(ReceivedFile(sha256=read.sha256, name=read.name, content=read.received))

    def _remember(self, town: int, headings: Mapping[tuple[str, str], str]) -> None:
        """Keep what somebody said the headings mean, for the municipality's next list."""
        mine = select(HeadingMemory).where(HeadingMemory.municipality_id == town)
        known = {(row.sheet_kind, row.heading): row for row in self._tx.session.scalars(mine)} if headings else {}
        for (kind, heading), meaning in headings.items():
            if (row := known.get((kind, heading))) is not None:
                row.meaning = meaning
            else:
                new = HeadingMemory(municipality_id=town, sheet_kind=kind, heading=heading, meaning=meaning)
                self._tx.session.add(new)

    def _kept(self, candidates: Iterable[Candidate]) -> Iterable[tuple[str, dict[str, Any]]]:
        """Yield the values of the rows that are settled, by the key of their project, to compare with next time."""
        keys = {project.id: project.key for project in self._plan_projects(candidates)}
        for each in candidates:
            if each.kind is not SheetKind.PROJECTS:
                key = self._records.get(each.key) or (each.record if each.verdict is Verdict.UNCHANGED else None)
                if key:
                    yield kept_key(each.kind, key), as_kept(each.row.values)
                continue
            if each.verdict is Verdict.MISSING:
                continue
            draft = self._drafts.get(each.key)
            if draft is not None:
                yield draft.key, as_kept(each.row.values)
            elif each.verdict is Verdict.UNCHANGED and each.project in keys:
                yield keys[each.project], as_kept(each.row.values)

    def _written(self, candidate: Candidate) -> Draft:
        if candidate.verdict is Verdict.MISSING:
            return self._closed(candidate)
        if candidate.answer is Answer.MERGE and (other := self._other(candidate)) is not None:
            return self._merged(candidate, other)
        row = candidate.row
        if candidate.project is None:
            fields = {"municipality_id": candidate.municipality, "extra": row.extra}
            return self._batch.add(fields | as_fields(row.values, self._names) | {"confirmed_on": self._tx.today})
        draft = self._batch.held(candidate.project)
        told = candidate.outcome.items()
        added = {name.removeprefix(OWN_FIELD): str(text) for name, text in told if name.startswith(OWN_FIELD)}
        self._change(draft, candidate.outcome, added)
        return draft

    def _change(self, draft: Draft, values: Mapping[str, Value | None], extra: Mapping[str, str]) -> None:
        fields = as_fields(values, self._names)
        if "goals" in fields:
            # How much a project contributes is not in the list: what somebody has set stays.
            fields["goals"] = {goal: draft.linked("goals").get(goal, how) for goal, how in fields["goals"].items()}
        if extra:
            fields["extra"] = {**draft.row.extra, **extra}
        self._batch.change(draft, fields | {"confirmed_on": self._tx.today})

    def _closed(self, candidate: Candidate) -> Draft:
        """Settle a project that the municipality no longer lists."""
        draft = self._batch.held(candidate.project or 0)
        said = candidate.said.strip()
        fields: dict[str, Any]
        match candidate.answer:
            case Answer.STOP:
                fields = {"status": Status.STOPPED, "lesson": said}
            case Answer.FINISH:
                fields = {"status": Status.COMPLETED}
            case _:
                fields = {"review_on": self._tx.today + LOOK_AGAIN}
                if said:
                    fields["comment"] = "\n".join(part for part in (draft.row.comment, said) if part)
        self._batch.change(draft, fields)
        return draft

    def _other(self, candidate: Candidate) -> Draft | None:
        """Return the project that a row resembles, which another row may be about to add."""
        twin = candidate.twin
        if twin is None:
            return None
        if twin.project is not None:
            return self._batch.held(twin.project)
        return self._drafts.get(twin.row) if twin.row else None

    def _merged(self, candidate: Candidate, other: Draft) -> Draft:
        """Let the row be part of the project it resembles: its municipality takes part, and blanks are filled."""
        values = candidate.row.values
        if candidate.municipality == other.row.municipality_id:
            self._change(other, values, candidate.row.extra)
            return other
        filled = as_fields(values, self._names)
        blank = {name: value for name, value in filled.items() if _is_blank(other, name)}
        taking_part = {*other.linked("participants"), candidate.municipality}
        self._batch.change(other, blank | {"participants": taking_part})
        return other

    def _plan_projects(self, candidates: Iterable[Candidate]) -> Iterable[Any]:
        """Return number and key of the projects whose rows say nothing new."""
        if not any(each.verdict is Verdict.UNCHANGED for each in candidates):
            return ()
        return self._tx.session.connection().exec_driver_sql("SELECT id, key FROM project").all()


def _to_ask(one: ListPlan) -> dict[str, int]:
    """Return how many missing projects somebody wants to ask about, where there are any."""
    count = sum(each.answer is Answer.LATER for each in one.taken)
    return {Answer.LATER.value: count} if count else {}


def _is_blank(draft: Draft, name: str) -> bool:
    """Return whether a plain field of a project says nothing; linked rows and the owner's reference are left alone."""
    if name in {"external_ref", "status", "themes", "participants", "goals", "sdgs", "is_confidential"}:
        return False
    column = f"{name}_first" if name in {"start", "end"} else name
    return getattr(draft.row, column) in (None, "", [], False)
