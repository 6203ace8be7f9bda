"""What a plan sets aside: what was not prioritised and why, and what is ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from smartstad_desktop.domain.plan.parts import AsideKind
from smartstad_desktop.domain.values import MunicipalityId, PlanId, ProjectId
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.plan import PlanAside


@dataclass(frozen=True, slots=True, kw_only=True)
class AsideRow:
    """Something that is no measure, and why; ``receiver`` takes over what is ended.

    ``time`` is when it ends as it was written, ``ends_on`` the last day that was understood.
    """

    id: int
    kind: AsideKind
    project: ProjectId | None
    title: str
    municipality: MunicipalityId | None
    reason: str
    receiver: str
    time: str
    ends_on: date | None
    is_confidential: bool

    @property
    def lacks_reason(self) -> bool:
        """Return whether nobody has said why."""
        return not self.reason

    @property
    def is_time_unclear(self) -> bool:
        """Return whether a time is written that no day could be read from."""
        return bool(self.time) and self.ends_on is None


def asides(connection: Connection, plan_id: PlanId) -> tuple[AsideRow, ...]:
    """Return what a version sets aside, in its order; those of both kinds stand in one list."""
    query = (
        select(PlanAside.__table__, func.coalesce(Project.is_confidential, False).label("is_confidential"))
        .outerjoin(Project, Project.id == PlanAside.project_id)
        .where(PlanAside.plan_id == plan_id)
        .order_by(PlanAside.order_key, PlanAside.id)
    )
    return tuple(
        AsideRow(
            id=row.id,
            kind=AsideKind(row.kind),
            project=row.project_id,
            title=row.title,
            municipality=row.municipality_id,
            reason=row.reason,
            receiver=row.receiver,
            time=row.time,
            ends_on=row.ends_on,
            is_confidential=bool(row.is_confidential),
        )
        for row in connection.execute(query)
    )
