"""Measures in the file: time as written and as understood, goals, risks, cases, and what stands otherwise."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from smartstad_desktop.domain.errors import FieldInvalid, RowGone
from smartstad_desktop.domain.plan.measures import ContributionOff, MeasureDaysReversed
from smartstad_desktop.domain.plan.parts import Horizon, MeasureOrigin
from smartstad_desktop.domain.values import GoalId, PlanItemId
from smartstad_desktop.reads.plan import plan as reads
from smartstad_desktop.reads.plan.measure import MeasureRow, measure_sheet, measures
from smartstad_desktop.reads.plan.measure_choices import case_choices, goal_choices, risk_choices
from smartstad_desktop.usecases.inventory.inventory import SetConfidential
from smartstad_desktop.usecases.inventory.merging import MergeProjects
from smartstad_desktop.usecases.plan.cases_of_measure import LinkMeasureCase, UnlinkMeasureCase
from smartstad_desktop.usecases.plan.goals_of_measure import SetMeasureGoal
from smartstad_desktop.usecases.plan.measures import EditMeasure, MoveMeasures
from smartstad_desktop.usecases.plan.risks_of_measure import LinkMeasureRisk, UnlinkMeasureRisk
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.plans import a_plan, municipality, shown
from tests.support.workspaces import FixedClock


def _measures(workspace: Workspace) -> tuple[MeasureRow, ...]:
    plan = workspace.read(reads.current_plan)
    assert plan is not None
    return workspace.read(measures, plan)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("hösten 2027 – Q2 2029", date(2027, 9, 1), date(2029, 6, 30)),
        ("Från april 2028", date(2028, 4, 1), None),
        ("Till september 2027", None, date(2027, 9, 30)),
        ("när bidraget kommer", None, None),
    ],
)
def test_time_is_kept_as_written_and_understood_as_far_as_it_can_be(
    workspace: Workspace, written: str, start: date | None, end: date | None
) -> None:
    plan, (measure,) = a_plan(workspace, "a")
    workspace.run(EditMeasure(measure=measure, changes={"time": "2026"}))
    workspace.run(EditMeasure(measure=measure, changes={"time": written}))
    (row,) = shown(workspace, plan).measures

    assert (row.time, row.starts_on, row.ends_on) == (written, start, end)
    assert row.is_time_unclear is (start is None and end is None)
    assert "time" not in row.missing


def test_days_can_be_said_better_than_they_were_understood_but_not_backwards(
    workspace: Workspace, clock: FixedClock
) -> None:
    plan, (measure,) = a_plan(workspace, "a")
    clock.forward(seconds=9)
    changes = {"time": "snart", "starts_on": date(2027, 3, 1), "ends_on": date(2027, 4, 30)}
    workspace.run(EditMeasure(measure=measure, changes=changes))
    with pytest.raises(MeasureDaysReversed) as refused:
        workspace.run(EditMeasure(measure=measure, changes={"ends_on": date(2027, 1, 1)}))
    (row,) = shown(workspace, plan).measures

    assert refused.value.parameters["field"] == "time"
    assert (row.starts_on, row.ends_on) == (date(2027, 3, 1), date(2027, 4, 30))
    workspace.undo()
    assert shown(workspace, plan).measures[0].time == ""


def test_owner_beneficiary_and_horizon_are_fields_of_their_own(workspace: Workspace) -> None:
    plan, (measure,) = a_plan(workspace, "a")
    home = municipality(workspace, "bastad")
    changes = {"beneficiary": "Unga", "horizon": "long", "owner_municipality_id": home, "owner": "Kultur och fritid"}
    workspace.run(EditMeasure(measure=measure, changes=changes))
    wrong: tuple[dict[str, Any], ...] = ({"horizon": "soon"}, {"starts_on": "2027"}, {"workshop_place": 1})
    for change in wrong:
        with pytest.raises(FieldInvalid):
            workspace.run(EditMeasure(measure=measure, changes=change))
    with pytest.raises(RowGone):
        workspace.run(EditMeasure(measure=measure, changes={"owner_municipality_id": 999}))
    sheet = workspace.read(measure_sheet, measure)

    assert sheet is not None
    assert (sheet.row.beneficiary, sheet.row.horizon) == ("Unga", Horizon.LONG)
    assert (sheet.row.owner_municipality, sheet.owner_municipality_name) == (home, "Båstad")
    assert (sheet.row.origin, sheet.number, sheet.plan) == (MeasureOrigin.HAND, 1, plan)
    assert workspace.read(measure_sheet, PlanItemId(999)) is None


def test_goals_of_a_measure_are_set_changed_and_taken_away(demo: Workspace) -> None:
    measure = _measures(demo)[7].id
    fresh = next(each for each in demo.read(goal_choices, measure) if each.contribution is None)
    for step in (2, -3):
        demo.run(SetMeasureGoal(measure=measure, goal=fresh.goal, contribution=step))
    with pytest.raises(ContributionOff):
        demo.run(SetMeasureGoal(measure=measure, goal=fresh.goal, contribution=4))
    with pytest.raises(RowGone):
        demo.run(SetMeasureGoal(measure=measure, goal=GoalId(9999), contribution=1))

    served = {each.goal: each.contribution for each in _measures(demo)[7].goals}
    assert served[fresh.goal] == -3
    assert list(served.values()) == sorted(served.values(), reverse=True)
    demo.run(SetMeasureGoal(measure=measure, goal=fresh.goal, contribution=None))
    assert demo.run(SetMeasureGoal(measure=measure, goal=fresh.goal, contribution=None)).step is None
    assert fresh.goal not in {each.goal for each in _measures(demo)[7].goals}


def test_risks_and_cases_are_linked_once_and_unlinked_without_going_away(demo: Workspace) -> None:
    measure = _measures(demo)[0].id
    risk = next(each for each in demo.read(risk_choices, measure) if not each.is_linked)
    case = next(each for each in demo.read(case_choices, measure) if not each.is_linked)
    for _ in range(2):
        demo.run(LinkMeasureRisk(measure=measure, risk=risk.risk))
        demo.run(LinkMeasureCase(measure=measure, case=case.case))
    row = _measures(demo)[0]

    assert [each.risk for each in row.risks].count(risk.risk) == 1
    assert [(each.case, each.title) for each in row.cases] == [(case.case, case.title)]
    demo.run(UnlinkMeasureRisk(measure=measure, risk=risk.risk))
    demo.run(UnlinkMeasureCase(measure=measure, case=case.case))
    assert _measures(demo)[0].cases == ()
    assert risk.risk in {each.risk for each in demo.read(risk_choices, measure)}
    assert case.case in {each.case for each in demo.read(case_choices, measure)}


def test_what_is_moved_against_the_workshop_asks_for_a_reason_until_it_has_one(demo: Workspace) -> None:
    before = _measures(demo)
    assert [row.deviates for row in before] == [False] * 5 + [True] + [False] * 2
    assert all(not row.missing for row in before)

    demo.run(MoveMeasures(measures=(before[2].id,), before=before[0].id))
    moved = {row.id: row for row in _measures(demo)}[before[2].id]
    assert (moved.deviates, moved.missing) == (True, ("deviation_reason",))
    demo.run(EditMeasure(measure=moved.id, changes={"deviation_reason": "Vintern väntar inte."}))
    assert all(not row.missing for row in _measures(demo))

    assert moved.project is not None
    demo.run(SetConfidential(projects=(moved.project,), is_confidential=True, reason="Anbud pågår"))
    assert [row.title for row in _measures(demo) if row.deviates] == [before[5].title]


def test_measures_of_projects_that_are_one_keep_the_goals_risks_and_cases_of_both(demo: Workspace) -> None:
    one, other = (row for row in _measures(demo) if row.workshop_place in {2, 5})
    assert one.project is not None
    assert other.project is not None
    demo.run(MergeProjects(keep=one.project, gone=other.project))
    kept = next(row for row in _measures(demo) if row.id == one.id)

    assert {each.goal for each in kept.goals} == {each.goal for row in (one, other) for each in row.goals}
    assert {each.risk for each in kept.risks} == {each.risk for row in (one, other) for each in row.risks}
    assert {each.case for each in kept.cases} == {each.case for row in (one, other) for each in row.cases}
    assert {one.commitments[0], other.commitments[0]} <= set(kept.commitments)
