"""What a user can do with results that travel: note who takes over what."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, select

from smartstad_desktop.domain.follow_up.reuse import NothingToShare, OwnResult, ReuseState
from smartstad_desktop.domain.values import MunicipalityId, ProjectId
from smartstad_desktop.storage.tables.follow_up import ResultReuse
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.testbeds import RoutineCase, TestbedCase
from smartstad_desktop.usecases.command import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteReuse:
    """Note how far a municipality has come with the result of a project, or of a test: one of the two is named."""

    municipality: MunicipalityId
    state: ReuseState
    project: ProjectId | None = None
    case: int | None = None
    comment: str = ""

    def execute(self, tx: Transaction) -> int:
        """Return the id of what is noted; what was noted before of the same two is changed.

        Raises:
            OwnResult: it is the municipality's own.
            NothingToShare: the result has not been written.
        """
        town = tx.get(Municipality, self.municipality)
        title, owner = _result(tx, self.project, self.case)
        if owner == town.id:
            raise OwnResult(name=town.short_name)
        row = tx.session.scalar(
            select(ResultReuse).where(
                ResultReuse.municipality_id == town.id,
                ResultReuse.project_id.is_(self.project),
                ResultReuse.case_id.is_(self.case),
            )
        )
        if row is None:
            row = ResultReuse(
                municipality_id=town.id, project_id=self.project, case_id=self.case, state="", noted_on=tx.today
            )
            tx.session.add(row)
        row.state, row.noted_on, row.comment = self.state.value, tx.today, self.comment.strip()
        tx.session.flush()
        tx.describe(title=title, municipality=town.short_name)
        return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveReuse:
    """Take back what was noted."""

    notes: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Delete the notes."""
        for note in self.notes:
            tx.get(ResultReuse, note)
        tx.describe(count=len(self.notes))
        tx.session.execute(delete(ResultReuse).where(ResultReuse.id.in_(self.notes)))


def _result(tx: Transaction, project_id: int | None, case_id: int | None) -> tuple[str, int | None]:
    """Return the title of a result, and the municipality it is from."""
    if project_id is not None:
        project = tx.get(Project, project_id)
        if not project.shareable.strip():
            raise NothingToShare(title=project.title)
        return project.title, project.municipality_id
    case = tx.get(RoutineCase, case_id or 0)
    shared_on = tx.session.scalar(select(TestbedCase.shared_on).where(TestbedCase.case_id == case.id))
    if shared_on is None:
        raise NothingToShare(title=case.title)
    return case.title, case.municipality_id
