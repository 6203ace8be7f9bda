"""What a plan tells of the inventory: every project that is not confidential, and what boards put aside."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, func, select

from smartstad_desktop.domain.board import Meaning
from smartstad_desktop.domain.inventory import ProjectKind, Status, kind_of
from smartstad_desktop.domain.values import Kronor, MunicipalityId, Named, Period, PlanId, Precision, ProjectId
from smartstad_desktop.reads.goals.goals import named
from smartstad_desktop.storage.tables.board import BoardColumn, Placement
from smartstad_desktop.storage.tables.inventory import Project, ProjectTheme
from smartstad_desktop.storage.tables.plan import PlanItem
from smartstad_desktop.storage.tables.programme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class InventoryRow:
    """A project in the appendix; ``municipality`` is None for what was seen elsewhere."""

    id: ProjectId
    municipality: MunicipalityId | None
    title: str
    kind: ProjectKind
    status: Status
    start: Period | None
    end: Period | None
    budget: Kronor | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InventoryEvidence:
    """The projects by name, what a board put under "not now" and the plan has not taken, and projects by theme."""

    rows: tuple[InventoryRow, ...]
    not_now: tuple[InventoryRow, ...]
    themes: tuple[tuple[Named, int], ...]
    confidential: int

    @property
    def ours(self) -> tuple[InventoryRow, ...]:
        """Return the municipalities' own projects."""
        return tuple(row for row in self.rows if row.municipality is not None)


_PROJECTS = (
    select(
        *(Project.id, Project.municipality_id, Project.title, Project.status, Project.remembered_status),
        *(Project.start_first, Project.start_last, Project.start_precision, Project.start_written),
        *(Project.end_first, Project.end_last, Project.end_precision, Project.end_written),
        *(Project.budget_total, Project.is_external),
    )
    .where(Project.is_confidential.is_(False))
    .order_by(Project.title, Project.id)
)


def inventory_evidence(connection: Connection, plan_id: PlanId) -> InventoryEvidence:
    """Return what a plan tells of the inventory."""
    rows = tuple(_row(row) for row in connection.execute(_PROJECTS).mappings())
    parked = _parked(connection, plan_id)
    return InventoryEvidence(
        rows=rows,
        not_now=tuple(row for row in rows if row.id in parked),
        themes=_themes(connection, {row.id for row in rows if row.municipality is not None}),
        confidential=connection.scalar(
            select(func.count()).select_from(Project).where(Project.is_confidential.is_(True))
        )
        or 0,
    )


def _row(row: RowMapping) -> InventoryRow:
    status = Status(row["status"])
    remembered = Status(row["remembered_status"]) if row["remembered_status"] else None
    return InventoryRow(
        id=ProjectId(row["id"]),
        municipality=row["municipality_id"],
        title=row["title"],
        kind=kind_of(status, remembered=remembered, is_external=row["is_external"]),
        status=status,
        start=_period(row, "start"),
        end=_period(row, "end"),
        budget=row["budget_total"],
    )


def _period(row: RowMapping, name: str) -> Period | None:
    if row[f"{name}_first"] is None:
        return None
    return Period(
        first=row[f"{name}_first"],
        last=row[f"{name}_last"],
        precision=Precision(row[f"{name}_precision"]),
        written=row[f"{name}_written"],
    )


def _parked(connection: Connection, plan_id: PlanId) -> frozenset[int]:
    """Return the projects that a board put under "not now" and the plan has not taken after all."""
    held = select(PlanItem.project_id).where(PlanItem.plan_id == plan_id, PlanItem.project_id.is_not(None))
    query = (
        select(Placement.project_id)
        .join(BoardColumn, BoardColumn.id == Placement.column_id)
        .where(BoardColumn.meaning == Meaning.NOT_NOW.value, Placement.project_id.not_in(held))
    )
    return frozenset(connection.scalars(query))


def _themes(connection: Connection, ours: set[ProjectId]) -> tuple[tuple[Named, int], ...]:
    counts: defaultdict[int, int] = defaultdict(int)
    for theme, project in connection.execute(select(ProjectTheme.theme_id, ProjectTheme.project_id)):
        counts[theme] += project in ours
    rows = connection.execute(select(Theme.__table__).order_by(Theme.order_key, Theme.id))
    found = [(named(row), counts[row.id]) for row in rows if counts[row.id]]
    return tuple(sorted(found, key=lambda each: -each[1]))
