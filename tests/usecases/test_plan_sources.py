"""Where measures come from: rounds the room has seen, the order, what-ifs, boards and the inventory."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from smartstad_desktop.domain.plan.parts import MeasureOrigin
from smartstad_desktop.domain.values import ColumnId, Period, PlanId, Precision, RoundId
from smartstad_desktop.domain.workshop.meeting import NotRevealed
from smartstad_desktop.reads.plan import plan_choices
from smartstad_desktop.reads.plan.measure import measure_sheet
from smartstad_desktop.storage.tables.board import BoardColumn
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.workshop import Round
from smartstad_desktop.usecases.order.priority import PlaceByHand
from smartstad_desktop.usecases.plan.plan import CreatePlan
from smartstad_desktop.usecases.plan.sources import (
    AddMeasuresFromColumns,
    AddMeasuresFromProjects,
    CreatePlanFromRound,
    TakeFromOrder,
    TakeFromRound,
    TakeFromScenario,
)
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.plans import a_plan, a_project, municipality, shown


@pytest.fixture
def empty(demo: Workspace) -> PlanId:
    """A plan of the demonstration region without measures."""
    made: PlanId = demo.run(CreatePlan(fields={"title": "Tom"})).value
    return made


def test_round_gives_measures_in_its_order_with_places_once(demo: Workspace, empty: PlanId) -> None:
    choice = demo.read(plan_choices.round_choices, empty)[0]
    wanted = [each.placed for each in choice.items][:3]
    first = demo.run(TakeFromRound(plan=empty, round=choice.id, numbers=tuple(each.number for each in wanted))).value
    again = demo.run(TakeFromRound(plan=empty, round=choice.id, numbers=tuple(each.number for each in wanted))).value
    rest = demo.run(TakeFromRound(plan=empty, round=choice.id)).value
    rows = shown(demo, empty).measures

    assert (len(first.measures), len(again.measures), again.already_there) == (3, 0, 3)
    assert len(rest.measures) == len(choice.items) - 3
    assert [row.workshop_place for row in rows] == [each.placed.place for each in choice.items]
    assert {(row.origin, row.round) for row in rows} == {(MeasureOrigin.ROUND, choice.id)}
    assert not any(row.deviates for row in rows)
    assert all(each.is_there for each in demo.read(plan_choices.round_choices, empty)[0].items)
    sheet = demo.read(measure_sheet, rows[0].id)
    assert sheet is not None
    assert (sheet.session_name, sheet.lap) == (choice.session, choice.lap)


def test_round_that_nobody_has_seen_gives_nothing(demo: Workspace, empty: PlanId) -> None:
    hidden = RoundId(
        demo.read(lambda connection: connection.scalars(select(Round.id).where(Round.revealed_at.is_(None))).first())
        or 0
    )

    assert hidden not in {each.id for each in demo.read(plan_choices.round_choices, empty)}
    with pytest.raises(NotRevealed):
        demo.run(TakeFromRound(plan=empty, round=hidden))
    with pytest.raises(NotRevealed):
        demo.run(CreatePlanFromRound(round=hidden))


def test_order_gives_measures_as_decided_and_tells_why_a_hand_moved_one(demo: Workspace, empty: PlanId) -> None:
    order = [each.placed for each in demo.read(plan_choices.order_choices, empty)]
    last = order[-1]
    assert last.project is not None
    demo.run(PlaceByHand(project=last.project, place=1, reason="Staten betalar i år.", decided_by="Styrgruppen"))
    demo.run(TakeFromOrder(plan=empty))
    rows = shown(demo, empty).measures

    assert rows[0].project == last.project
    assert (rows[0].deviates, rows[0].deviation_reason) == (True, "Staten betalar i år.")
    assert not any(row.deviates and not row.deviation_reason for row in rows)
    assert {row.origin for row in rows} == {MeasureOrigin.ORDER}


def test_what_if_gives_what_its_budget_is_enough_for(demo: Workspace, empty: PlanId) -> None:
    choice = next(each for each in demo.read(plan_choices.scenario_choices, empty) if each.items)
    within = [each.placed.project for each in choice.items if each.placed.is_within_budget]
    demo.run(TakeFromScenario(plan=empty, scenario=choice.id))
    assert [row.project for row in shown(demo, empty).measures] == within

    other = demo.run(CreatePlan(fields={"title": "Två"})).value
    chosen = choice.items[1].placed.project
    assert chosen is not None
    demo.run(TakeFromScenario(plan=other, scenario=choice.id, projects=(chosen,)))
    assert [(row.project, row.origin) for row in shown(demo, other).measures] == [(chosen, MeasureOrigin.SCENARIO)]


def test_project_brings_its_goals_cases_time_beneficiary_and_owner(demo: Workspace, empty: PlanId) -> None:
    query = select(Project.id, Project.municipality_id).where(Project.title == "Testbädd: trygghetssensorer i hemmet")
    project = demo.read(lambda connection: connection.execute(query).one())
    demo.run(AddMeasuresFromProjects(plan=empty, projects=(project.id,)))
    (row,) = shown(demo, empty).measures

    assert {each.title for each in row.cases} == {"Trygghetssensorer i hemmet", "Trygghetslarm med givare"}
    assert [each.contribution for each in row.goals] == [3, 2, 2, 1]
    assert row.beneficiary == "Äldre, Anhöriga, Nattpersonal"
    assert row.owner_municipality == project.municipality_id
    assert (row.starts_on, row.ends_on) == (date(2025, 9, 1), date(2027, 3, 31))
    assert (row.origin, row.workshop_place, row.deviates) == (MeasureOrigin.PROJECT, None, False)


def test_places_of_a_board_count_from_its_first_column_and_only_where_work_is_done(demo: Workspace) -> None:
    plan, _ = a_plan(demo)
    columns = demo.read(
        lambda connection: connection.scalars(
            select(BoardColumn.id).where(BoardColumn.board_id == 1).order_by(BoardColumn.order_key)
        ).all()
    )
    for column in (columns[1], columns[0], columns[3]):
        demo.run(AddMeasuresFromColumns(plan=plan, columns=(ColumnId(column),)))
    rows = shown(demo, plan).measures

    assert [row.workshop_place for row in rows] == [*range(7, 13), *range(1, 7), None, None, None, None]
    assert sum(row.deviates for row in rows) == 6
    assert {row.origin for row in rows} == {MeasureOrigin.BOARD}


def test_project_that_ends_before_it_begins_tells_no_end(workspace: Workspace) -> None:
    start = Period(date(2027, 9, 1), date(2027, 9, 1), Precision.DAY, "2027-09-01")
    project = a_project(workspace, "a", start=start, participants={municipality(workspace, "bastad")})
    plan, _ = a_plan(workspace)
    workspace.run(AddMeasuresFromProjects(plan=plan, projects=(project,)))
    (row,) = shown(workspace, plan).measures

    assert (row.time, row.starts_on, row.ends_on) == ("2027", date(2027, 9, 1), None)
