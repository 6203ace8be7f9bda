"""Projects, needs, goals, measures and commitments in an answer to a request."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select

from smartstad_desktop.domain.lists.lists import SheetKind
from smartstad_desktop.domain.packages.about import Closed, Item, Part
from smartstad_desktop.domain.plan.plan import CommitmentRole
from smartstad_desktop.domain.values import Named, PlanId
from smartstad_desktop.exchange.sheets.sheet_kinds import FORMS, PROJECTS
from smartstad_desktop.reads.lists import sending
from smartstad_desktop.reads.lists.importing import known
from smartstad_desktop.reads.packages.linked import Linked
from smartstad_desktop.reads.plan.plan import MeasureRow, PlanRow, plan
from smartstad_desktop.storage.tables.goals import Goal
from smartstad_desktop.storage.tables.inventory import Project, ProjectGoal
from smartstad_desktop.storage.tables.needs import CitizenNeed
from smartstad_desktop.storage.tables.plan import PlanItem
from smartstad_desktop.text.labels import label
from smartstad_desktop.usecases.packages.asking import Asking


def project_items(asking: Asking, linked: Linked) -> list[Item]:
    """Return the projects; of a confidential one nothing is told but that there is one."""
    query = select(Project.__table__).where(Project.id.in_(linked.projects))
    rows = {row.id: row for row in asking.connection.execute(query)}
    told = {project.id: project for project in known(asking.connection).projects} if rows else {}
    found: list[Item] = []
    for number in linked.projects:
        row = rows.get(number)
        if row is None:
            continue
        if row.is_confidential:
            asking.close(Closed.CONFIDENTIAL)
            continue
        project = told.get(row.id)
        # An example from elsewhere is on no municipality's list.
        pairs = (
            asking.columns(PROJECTS, project.values)
            if project
            else [(asking.phrases.text("What"), row.what), (asking.phrases.text("Why"), row.why)]
        )
        pairs += [(name, text) for name, text in (project.extra if project else {}).items()]
        found.append(asking.item(f"project:{number}", Part.PROJECTS, row.title, pairs, row.comment))
    return found


def need_items(asking: Asking, linked: Linked) -> list[Item]:
    """Return the needs as a list tells them."""
    query = select(CitizenNeed.id, CitizenNeed.key, CitizenNeed.need, CitizenNeed.municipality_id, CitizenNeed.comment)
    rows = {row.id: row for row in asking.connection.execute(query.where(CitizenNeed.id.in_(linked.needs)))}
    found: list[Item] = []
    for number in linked.needs:
        row = rows.get(number)
        if row is None:
            continue
        values = next(
            each for each in sending.needs(asking.connection, row.municipality_id) if each["row_key"] == row.key
        )
        pairs = [
            (asking.phrases.text("Municipality"), asking.town(row.municipality_id)),
            *asking.columns(FORMS[SheetKind.NEEDS], values),
        ]
        found.append(asking.item(f"need:{number}", Part.NEEDS, row.need, pairs, row.comment))
    return found


def goal_items(asking: Asking, linked: Linked) -> list[Item]:
    """Return the goals, with how far the projects that are told of serve them."""
    phrases = asking.phrases
    query = select(Goal.__table__).where(Goal.id.in_(linked.goals)).order_by(Goal.order_key, Goal.id)
    given = select(ProjectGoal.goal_id, ProjectGoal.contribution, ProjectGoal.comment).where(
        ProjectGoal.project_id.in_(_open_projects(asking, linked)), ProjectGoal.contribution != 0
    )
    served: defaultdict[int, list[str]] = defaultdict(list)
    for row in asking.connection.execute(given):
        served[row.goal_id].append(" ".join(part for part in (phrases.number(row.contribution), row.comment) if part))
    return [
        asking.item(
            f"goal:{row.id}",
            Part.GOALS,
            Named(row.name_sv, row.name_nb, row.name_en).in_language(phrases.language),
            [(phrases.text("Contribution"), ", ".join(served[row.id]))],
        )
        for row in asking.connection.execute(query)
    ]


def measure_items(asking: Asking, linked: Linked) -> list[Item]:
    """Return the measures of each version of the plan, and after each what municipalities commit to in it."""
    query = select(PlanItem.id, PlanItem.plan_id).where(PlanItem.id.in_(linked.measures))
    plans = {row.id: PlanId(row.plan_id) for row in asking.connection.execute(query)}
    read = {number: plan(asking.connection, number) for number in dict.fromkeys(plans.values())}
    found: list[Item] = []
    for number in linked.measures:
        whole = read.get(plans[number]) if number in plans else None
        measure = next((each for each in whole.measures if each.id == number), None) if whole else None
        if whole is None or measure is None:
            continue
        if measure.is_confidential:
            asking.close(Closed.CONFIDENTIAL)
            continue
        found.append(_measure(asking, whole.plan, measure))
        found += _commitments(asking, whole.plan, measure)
    return found


def _measure(asking: Asking, version: PlanRow, measure: MeasureRow) -> Item:
    phrases = asking.phrases
    money = [
        phrases.text("{amount} once", amount=phrases.money(measure.money_one_off)) if measure.money_one_off else "",
        phrases.text("{amount} per year", amount=phrases.money(measure.money_running)) if measure.money_running else "",
        measure.money_source,
    ]
    pairs = [
        (phrases.text("Plan"), f"{version.title}, {version.version}, {label(version.status, phrases)}"),
        (phrases.text("Why"), measure.why),
        (phrases.text("What"), measure.what),
        (phrases.text("Effect"), measure.effect),
        (phrases.text("Owner"), measure.owner),
        (phrases.text("Time"), measure.time),
        (phrases.text("Money"), ", ".join(part for part in money if part)),
        (phrases.text("Risk"), measure.risk),
        (phrases.text("Next decision"), measure.next_decision),
        (phrases.text("Why the group moved it"), measure.deviation_reason),
    ]
    return asking.item(f"measure:{measure.id}", Part.MEASURES, measure.title, pairs)


def _commitments(asking: Asking, version: PlanRow, measure: MeasureRow) -> list[Item]:
    phrases = asking.phrases
    return [
        asking.item(
            f"commitment:{measure.id}:{row.municipality}",
            Part.COMMITMENTS,
            f"{asking.town(row.municipality)}: {measure.title}",
            [
                (phrases.text("Plan"), f"{version.title}, {version.version}"),
                (phrases.text("Commitment"), label(CommitmentRole(row.role), phrases)),
                (phrases.text("Year"), row.year),
                (phrases.text("Budget"), "" if row.budget is None else phrases.money(row.budget)),
                (phrases.text("Adopted"), row.adoption),
                (phrases.text("Owner"), row.owner_unit),
                (phrases.text("Comment"), row.comment),
            ],
        )
        for row in measure.commitments
    ]


def _open_projects(asking: Asking, linked: Linked) -> tuple[int, ...]:
    query = select(Project.id).where(Project.id.in_(linked.projects), Project.is_confidential.is_(False))
    return tuple(asking.connection.scalars(query))
