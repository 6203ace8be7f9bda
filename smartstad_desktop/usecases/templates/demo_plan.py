"""The plan of the demonstration region: measures with goals, risks, money by year and cases, asides and chapters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from smartstad_desktop.domain.ordering import evenly
from smartstad_desktop.domain.templates import Demonstration, MeasureSeed
from smartstad_desktop.storage.tables.goals import Risk
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.plan import (
    Commitment,
    CommitmentYear,
    Plan,
    PlanAside,
    PlanChapter,
    PlanItem,
    PlanItemCase,
    PlanItemGoal,
    PlanItemRisk,
)
from smartstad_desktop.storage.tables.testbeds import RoutineCase
from smartstad_desktop.usecases.plan.times import last_day, understood
from smartstad_desktop.usecases.templates.template_rows import Filled


def add_plan(session: Session, demo: Demonstration, projects: Mapping[str, Project], made: Filled) -> None:
    """Make the plan with all but its cases, which are not there yet."""
    plan = Plan(**demo.plan)
    session.add(plan)
    session.flush()
    risks = {risk.name_sv: risk.id for risk in session.scalars(select(Risk))}
    for measure, order_key in zip(demo.measures, evenly(len(demo.measures)), strict=True):
        project = projects[measure.project]
        item = _measure(measure, made, plan_id=plan.id, project_id=project.id, order_key=order_key)
        session.add(item)
        session.flush()
        _links(session, measure, item.id, made, risks)
        _commitments(session, measure, item.id, made)
    _asides(session, demo, projects, made, plan.id)
    session.add_all(
        PlanChapter(plan_id=plan.id, title=chapter["title"], text=chapter["text"].strip(), order_key=order_key)
        for chapter, order_key in zip(demo.chapters, evenly(len(demo.chapters)), strict=True)
    )


def add_plan_cases(session: Session, demo: Demonstration) -> None:
    """Tie the measures to the tests and procurements they go through."""
    cases = {case.key: case.id for case in session.scalars(select(RoutineCase))}
    items = {item.title: item.id for item in session.scalars(select(PlanItem))}
    session.add_all(
        PlanItemCase(plan_item_id=items[measure.fields["title"]], case_id=cases[key])
        for measure in demo.measures
        for key in measure.cases
    )


def _measure(seed: MeasureSeed, made: Filled, **links: Any) -> PlanItem:
    start, end = understood(seed.fields["time"])
    owner = None if seed.owner is None else made.municipalities[seed.owner].id
    return PlanItem(
        band=made.columns[seed.column].name,
        owner_municipality_id=owner,
        starts_on=start,
        ends_on=end,
        **seed.fields,
        **links,
    )


def _links(session: Session, seed: MeasureSeed, item: int, made: Filled, risks: Mapping[str, int]) -> None:
    session.add_all(
        PlanItemGoal(plan_item_id=item, goal_id=made.goals[key].id, contribution=contribution)
        for key, contribution in seed.goals.items()
    )
    session.add_all(PlanItemRisk(plan_item_id=item, risk_id=risks[name]) for name in seed.risks)


def _commitments(session: Session, seed: MeasureSeed, item: int, made: Filled) -> None:
    """Add what is committed to; where amounts stand by year, the budget is their sum."""
    rows: list[tuple[Commitment, Mapping[str, int]]] = []
    for said in seed.commitments:
        years: Mapping[str, int] = said.get("years", {})
        row = Commitment(
            plan_item_id=item,
            municipality_id=made.municipalities[said["municipality"]].id,
            role=said["role"],
            year=said.get("year", ""),
            budget=sum(years.values()) if years else said.get("budget"),
            owner_unit=said.get("owner_unit", ""),
        )
        rows.append((row, years))
    session.add_all(row for row, _ in rows)
    session.flush()
    session.add_all(
        CommitmentYear(commitment_id=row.id, year=int(year), amount=amount)
        for row, years in rows
        for year, amount in years.items()
    )


def _asides(session: Session, demo: Demonstration, projects: Mapping[str, Project], made: Filled, plan: int) -> None:
    for seed, order_key in zip(demo.asides, evenly(len(demo.asides)), strict=True):
        project = None if seed.project is None else projects[seed.project]
        town = None if seed.municipality is None else made.municipalities[seed.municipality].id
        fields: dict[str, Any] = {"title": project.title if project else "", **seed.fields}
        session.add(
            PlanAside(
                plan_id=plan,
                project_id=project.id if project else None,
                municipality_id=project.municipality_id if project else town,
                ends_on=last_day(fields.get("time", "")),
                order_key=order_key,
                **fields,
            )
        )
