"""How much work the items of a round are, as the group has judged it, or else by the budgets of the projects."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from smartstad_desktop.domain.values import ProjectId, RoundId, SessionId
from smartstad_desktop.domain.workshop.effort import Effort
from smartstad_desktop.domain.workshop.meeting import HIDDEN
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.reads.workshop.results import Outcome, outcome
from smartstad_desktop.reads.workshop.round_items import RoundItem
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.workshop import Round


def effort_of(connection: Connection, session: SessionId, items: Sequence[RoundItem]) -> Effort:
    """Return the effort of *items*: the result of the session's latest benefit × effort round that the room has seen.

    Without one the budgets of the projects stand for it.
    """
    judged = _latest(connection, session)
    by_project = _budgets(connection, items) if judged is None else _judged(judged)
    sizes = {item.number: by_project[item.project] for item in items if item.project in by_project}
    return Effort(sizes, None if judged is None else judged.sheet.number)


def _latest(connection: Connection, session: SessionId) -> Outcome | None:
    """Return the round; one that fewer than three have answered is nobody's to see, not even in a sum."""
    query = (
        select(Round.id)
        .where(
            Round.session_id == session,
            Round.method == Method.IMPACT_EFFORT.value,
            Round.revealed_at.is_not(None),
            Round.phase.not_in([phase.value for phase in HIDDEN]),
        )
        .order_by(Round.number.desc())
        .limit(1)
    )
    found = connection.scalar(query)
    judged = None if found is None else outcome(connection, RoundId(found))
    return None if judged is None or judged.tally.is_small else judged


def _judged(judged: Outcome) -> dict[ProjectId | None, float]:
    projects = {item.number: item.project for item in judged.sheet.items}
    return {
        projects[result.item]: result.x.mean
        for result in judged.tally.results
        if result.x is not None and projects[result.item] is not None
    }


def _budgets(connection: Connection, items: Sequence[RoundItem]) -> dict[ProjectId | None, float]:
    asked = [item.project for item in items if item.project is not None]
    query = select(Project.id, Project.budget_total).where(Project.id.in_(asked), Project.budget_total > 0)
    return {ProjectId(row.id): float(row.budget_total or 0) for row in connection.execute(query)}
