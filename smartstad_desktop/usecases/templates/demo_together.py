"""Who decides, how the work goes, what is tested and bought together, and what is followed up in the demo region."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from smartstad_desktop.domain.templates import Demonstration
from smartstad_desktop.storage.tables.base import Base
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.needs import CitizenNeed
from smartstad_desktop.storage.tables.plan import PlanItem
from smartstad_desktop.storage.tables.routines import ChecklistItem, Routine, RoutineRole, RoutineStage
from smartstad_desktop.usecases.templates.template_rows import Filled


def add_together(session: Session, demo: Demonstration, projects: Mapping[str, Project], made: Filled) -> None:
    """Make the records of *demo*, and write what went otherwise here than the template plans."""
    filler = made.filler
    filler.know("project", projects)
    filler.know("citizen_need", {need.key: need for need in session.scalars(select(CitizenNeed))})
    filler.know("plan_item", {item.title: item for item in session.scalars(select(PlanItem))})
    for list_name, rows in _routines(session).items():
        filler.know(list_name, rows)
    filler.add(demo.records)
    for record in demo.changes:
        filler.change(record["list"], record)


def _routines(session: Session) -> dict[str, dict[str, Base]]:
    """Return routines by key, stages by place (``testbed/4``), points and roles by key (``testbed/test-plan``)."""
    found: dict[str, dict[str, Base]] = {"routine": {}, "routine_stage": {}, "checklist_item": {}, "routine_role": {}}
    for routine in session.scalars(select(Routine)):
        found["routine"][routine.key] = routine
        stages = session.scalars(
            select(RoutineStage).where(RoutineStage.routine_id == routine.id).order_by(RoutineStage.order_key)
        )
        for number, stage in enumerate(stages, start=1):
            found["routine_stage"][f"{routine.key}/{number}"] = stage
            for item in session.scalars(select(ChecklistItem).where(ChecklistItem.stage_id == stage.id)):
                found["checklist_item"][f"{routine.key}/{item.key}"] = item
        for role in session.scalars(select(RoutineRole).where(RoutineRole.routine_id == routine.id)):
            found["routine_role"][f"{routine.key}/{role.key}"] = role
    return found
