"""The rows of the demonstration region, on top of its template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from sqlalchemy.orm import Session

from smartstad_desktop.domain.ordering import evenly
from smartstad_desktop.domain.templates import Demonstration, ProjectSeed
from smartstad_desktop.storage.tables.board import Placement
from smartstad_desktop.storage.tables.inventory import (
    Project,
    ProjectGoal,
    ProjectMunicipality,
    ProjectSdg,
    ProjectTheme,
)
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.templates.demo_matrix import add_matrix
from smartstad_desktop.usecases.templates.demo_needs import add_needs
from smartstad_desktop.usecases.templates.demo_plan import add_plan, add_plan_cases
from smartstad_desktop.usecases.templates.demo_priority import add_priority
from smartstad_desktop.usecases.templates.demo_together import add_together
from smartstad_desktop.usecases.templates.demo_workshops import add_workshops
from smartstad_desktop.usecases.templates.template_goals import add_demo_goals
from smartstad_desktop.usecases.templates.template_rows import Filled

#: The name for what waits beside the columns.
TRAY: Final = "tray"


def as_before(demo: Demonstration) -> Demonstration:
    """Return *demo* as it was before its latest steps."""
    before = {step.project: step.before for step in demo.earlier}
    placed = {step.project for step in demo.earlier if step.column is not None}
    lying = {column: tuple(key for key in keys if key not in placed) for column, keys in demo.placements.items()}
    return replace(
        demo,
        projects=tuple(replace(seed, fields={**seed.fields, **before.get(seed.key, {})}) for seed in demo.projects),
        placements={**lying, TRAY: (*lying[TRAY], *sorted(placed))},
    )


def add_demonstration(tx: Transaction, demo: Demonstration, made: Filled) -> int:
    """Make the rows of *demo* and return how many projects there are."""
    session = tx.session
    _describe_programme(demo, made)
    projects = {seed.key: _project(seed, made) for seed in demo.projects}
    session.add_all(projects.values())
    session.flush()
    for seed in demo.projects:
        _links(session, seed, projects[seed.key].id, made)
    add_demo_goals(session, demo.goals, made.goals, projects)
    add_needs(session, demo, projects, made)
    add_matrix(session, demo, projects, made.goals, made.municipalities)
    add_priority(session, demo.priority, projects, made.municipalities, made.programme)
    _placements(session, demo, projects, made)
    add_plan(session, demo, projects, made)
    add_workshops(tx, demo.workshops, projects, made)
    add_together(session, demo, projects, made)
    add_plan_cases(session, demo)
    return len(projects)


def _describe_programme(demo: Demonstration, made: Filled) -> None:
    programme, facts = made.programme, demo.programme
    programme.is_demo = True
    programme.name = facts["name"]
    programme.purpose = facts["purpose"]
    programme.phase = facts["phase"]
    programme.vision_sv, programme.vision_nb, programme.vision_en = facts["vision"], "", ""
    programme.case_number = facts["case_number"]
    programme.first_year, programme.last_year = facts["first_year"], facts["last_year"]
    for municipality in made.municipalities.values():
        municipality.list_due_on = demo.list_due_on
    made.board.name = demo.board["name"]
    made.board.occasion = demo.board["occasion"]
    made.board.timer_minutes = demo.board["timer_minutes"]


def _project(seed: ProjectSeed, made: Filled) -> Project:
    lead = None if seed.municipality is None else made.municipalities[seed.municipality].id
    return Project(municipality_id=lead, updated_on=seed.fields["confirmed_on"], **seed.fields)


def _links(session: Session, seed: ProjectSeed, project_id: int, made: Filled) -> None:
    session.add_all(
        ProjectMunicipality(project_id=project_id, municipality_id=made.municipalities[key].id)
        for key in seed.participants
    )
    session.add_all(ProjectTheme(project_id=project_id, theme_id=made.themes[key].id) for key in seed.themes)
    session.add_all(
        ProjectGoal(project_id=project_id, goal_id=made.goals[key].id, contribution=contribution)
        for key, contribution in seed.goals.items()
    )
    session.add_all(ProjectSdg(project_id=project_id, sdg=number) for number in seed.sdg)


def _placements(session: Session, demo: Demonstration, projects: Mapping[str, Project], made: Filled) -> None:
    for column, keys in demo.placements.items():
        lies_in = made.columns.get(column)  # the tray is no column
        session.add_all(
            Placement(
                board_id=made.board.id,
                project_id=projects[key].id,
                column_id=lies_in.id if lies_in else None,
                order_key=order_key,
            )
            for key, order_key in zip(keys, evenly(len(keys)), strict=True)
        )
