"""The chapters of a plan that people write themselves."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from smartstad_desktop.domain.values import PlanId
from smartstad_desktop.storage.tables.plan import PlanChapter


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterRow:
    """A chapter; its text is CommonMark."""

    id: int
    title: str
    text: str


def chapters(connection: Connection, plan_id: PlanId) -> tuple[ChapterRow, ...]:
    """Return the chapters of a version in order."""
    query = select(PlanChapter.id, PlanChapter.title, PlanChapter.text).where(PlanChapter.plan_id == plan_id)
    return tuple(
        ChapterRow(id=row.id, title=row.title, text=row.text)
        for row in connection.execute(query.order_by(PlanChapter.order_key, PlanChapter.id))
    )
