"""One project in full, for the panel beside the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from smartstad_desktop.domain import project_fields as fields
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.values import Period, Precision
from smartstad_desktop.storage.tables.inventory import (
    Project,
    ProjectAdopter,
    ProjectGoal,
    ProjectMunicipality,
    ProjectSdg,
    ProjectTheme,
)


@dataclass(frozen=True, slots=True)
class ProjectDetail:
    """A project with every field, named and typed as ``EditProject`` takes it."""

    id: int
    key: str
    title: str
    values: Mapping[str, Any]
    remembered: Status | None


def project(connection: Connection, project_id: int) -> ProjectDetail | None:
    """Return the project, or None when it has been deleted."""
    row = connection.execute(select(Project.__table__).where(Project.id == project_id)).one_or_none()
    if row is None:
        return None
    values: dict[str, Any] = {
        name: getattr(row, name) for name in fields.ALL - fields.LINKS - fields.PERIODS - fields.CHOICES.keys()
    }
    values["status"] = Status(row.status)
    for name, choices in fields.CHOICES.items():
        held = getattr(row, name)
        values[name] = choices(held) if held else None
    for name in fields.PERIODS:
        values[name] = _period(row, name)
        # What was written stays to be seen where no day could be read from it, as in "tills vidare".
        values[f"{name}_written"] = getattr(row, f"{name}_written")
    remembered = Status(row.remembered_status) if row.remembered_status else None
    return ProjectDetail(row.id, row.key, row.title, values | _links(connection, project_id), remembered)


def _period(row: Row[Any], name: str) -> Period | None:
    first: date | None = getattr(row, f"{name}_first")
    last: date | None = getattr(row, f"{name}_last")
    if first is None or last is None:
        return None
    precision = getattr(row, f"{name}_precision")
    return Period(first, last, Precision(precision or Precision.DAY), getattr(row, f"{name}_written"))


def _links(connection: Connection, project_id: int) -> dict[str, Any]:
    themes = select(ProjectTheme.theme_id).where(ProjectTheme.project_id == project_id)
    participants = select(ProjectMunicipality.municipality_id).where(ProjectMunicipality.project_id == project_id)
    goals = select(ProjectGoal.goal_id, ProjectGoal.contribution).where(
        ProjectGoal.project_id == project_id, ProjectGoal.contribution != 0
    )
    sdgs = select(ProjectSdg.sdg).where(ProjectSdg.project_id == project_id)
    adopters = select(ProjectAdopter.municipality_id).where(ProjectAdopter.project_id == project_id)
    return {
        "themes": frozenset(connection.execute(themes).scalars()),
        "participants": frozenset(connection.execute(participants).scalars()),
        "goals": {row.goal_id: row.contribution for row in connection.execute(goals)},
        "sdgs": frozenset(connection.execute(sdgs).scalars()),
        "adopters": frozenset(connection.execute(adopters).scalars()),
    }
