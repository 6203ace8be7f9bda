"""Scoring projects, placing them by hand against the computed order, and the budget they share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from smartstad_desktop.domain.errors import AmountNegative, ReasonMissing
from smartstad_desktop.domain.order.order import order
from smartstad_desktop.domain.order.priority import REASON_LIMIT, NotInOrder, PlaceInvalid, checked_score, checked_text
from smartstad_desktop.domain.values import CriterionId, Kronor, MunicipalityId, ProjectId
from smartstad_desktop.reads.priority import facts
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.priority import Criterion, Score
from smartstad_desktop.storage.tables.priority import PlaceByHand as PlaceRow
from smartstad_desktop.storage.tables.programme import Municipality, Programme
from smartstad_desktop.usecases.command import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class NewScore:
    """A score of a municipality, or of all together when it names none; None takes the answer away.

    A comment of None leaves the comment as it is.
    """

    project: ProjectId
    criterion: CriterionId
    municipality: MunicipalityId | None = None
    value: float | None
    comment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetScores:
    """Give scores, one or many at once."""

    scores: tuple[NewScore, ...]

    def execute(self, tx: Transaction) -> None:
        """Write them; taking away what is not there changes nothing.

        Raises:
            ScoreInvalid: a score is off the scale.
            RowGone: a project, criterion or municipality is not there any more.
        """
        _check_rows(tx, self.scores)
        projects = {each.project for each in self.scores}
        known = {
            (row.project_id, row.criterion_id, row.municipality_id): row
            for row in tx.session.scalars(select(Score).where(Score.project_id.in_(projects)))
        }
        for each in self.scores:
            key = (each.project, each.criterion, each.municipality)
            row = known.get(key)
            if each.value is None:
                if row is not None:
                    tx.session.delete(known.pop(key))
                continue
            value = checked_score(each.value)
            if row is None:
                row = known[key] = Score(
                    project_id=each.project, criterion_id=each.criterion, municipality_id=each.municipality, comment=""
                )
                tx.session.add(row)
            row.value = value
            if each.comment is not None:
                row.comment = checked_text(each.comment, "comment", REASON_LIMIT)
        first = tx.get(Project, self.scores[0].project) if self.scores else None
        tx.describe(count=len(self.scores), title=first.title if first else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceByHand:
    """Give a project a place in the order against the computed one, with the reason; both orders are kept."""

    project: ProjectId
    place: int
    reason: str
    decided_by: str = ""

    def execute(self, tx: Transaction) -> None:
        """Place it.

        Raises:
            ReasonMissing: a place by hand needs a reason.
            PlaceInvalid: there is no such place.
            NotInOrder: nothing is known about the project yet, so it has no computed place to differ from.
        """
        project = tx.get(Project, self.project)
        reason = checked_text(self.reason, "reason", REASON_LIMIT)
        if not reason:
            raise ReasonMissing(field="reason")
        placed = [row.project.id for row in order(facts(tx.session.connection())).rows if row.place is not None]
        if self.project not in placed:
            raise NotInOrder(title=project.title)
        if not 1 <= self.place <= len(placed):
            raise PlaceInvalid(field="place", limit=len(placed))
        row = tx.session.scalars(select(PlaceRow).where(PlaceRow.project_id == self.project)).one_or_none()
        if row is None:
            row = PlaceRow(project_id=self.project)
            tx.session.add(row)
        row.place, row.reason = self.place, reason
        row.decided_by = checked_text(self.decided_by, "decided_by", REASON_LIMIT)
        row.at = tx.now.isoformat(timespec="milliseconds")
        tx.describe(title=project.title, place=self.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowComputed:
    """Let projects go back to their computed places."""

    projects: tuple[ProjectId, ...]

    def execute(self, tx: Transaction) -> None:
        """Take their places by hand away; those that have none are passed over."""
        rows = tx.session.scalars(select(PlaceRow).where(PlaceRow.project_id.in_(self.projects))).all()
        title = tx.get(Project, rows[0].project_id).title if rows else ""
        tx.describe(count=len(rows), title=title)
        for row in rows:
            tx.session.delete(row)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCommonBudget:
    """Say what the municipalities have to spend together; None when it is open."""

    budget: Kronor | None

    def execute(self, tx: Transaction) -> None:
        """Write it.

        Raises:
            AmountNegative: it is below zero.
        """
        if self.budget is not None and self.budget < 0:
            raise AmountNegative(field="budget")
        programme = tx.get(Programme, 1)
        programme.common_budget = self.budget
        tx.describe(form="open" if self.budget is None else "")


def _check_rows(tx: Transaction, scores: Iterable[NewScore]) -> None:
    """Ask for each row once, so that a missing one is told by name and not by the database."""
    given = tuple(scores)
    for project in {each.project for each in given}:
        tx.get(Project, project)
    for criterion in {each.criterion for each in given}:
        tx.get(Criterion, criterion)
    for municipality in {each.municipality for each in given if each.municipality is not None}:
        tx.get(Municipality, municipality)
