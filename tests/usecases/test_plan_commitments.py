"""What municipalities commit to, with amounts by year, also those of the past; and the money of a plan."""

from __future__ import annotations

from datetime import date

import pytest

from smartstad_desktop.domain.plan.commitments import MunicipalityLeft, YearsDoNotAddUp, YearUnknown
from smartstad_desktop.domain.plan.plan import CommitmentRole
from smartstad_desktop.domain.values import PlanId
from smartstad_desktop.reads.plan.money import MoneyTable, money_table
from smartstad_desktop.usecases.plan.commitments import SetCommitment, SetCommitmentYear
from smartstad_desktop.usecases.plan.measures import EditMeasure
from smartstad_desktop.usecases.plan.successors import PassOnCommitments
from smartstad_desktop.usecases.programme.municipalities import EditMunicipality
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.plans import a_plan, municipality, shown
from tests.support.workspaces import dump


def _money(workspace: Workspace, plan: PlanId) -> MoneyTable:
    return workspace.read(money_table, plan)


def _said(workspace: Workspace, plan: PlanId, at: int = 0) -> tuple[int | None, dict[int, int]]:
    """Return the budget and the years of the first commitment of a measure."""
    row = shown(workspace, plan).measures[at].commitments[0]
    return row.budget, {each.year: each.amount for each in row.years}


def test_years_make_the_budget_and_a_budget_that_is_not_their_sum_is_refused(workspace: Workspace) -> None:
    plan, (measure,) = a_plan(workspace, "a")
    home = municipality(workspace, "angelholm")
    workspace.run(SetCommitment(measure=measure, municipality=home, changes={"role": "leads", "budget": 500_000}))
    workspace.run(SetCommitmentYear(measure=measure, municipality=home, year=2027, amount=300_000))
    assert _said(workspace, plan) == (300_000, {2027: 300_000})
    workspace.run(SetCommitment(measure=measure, municipality=home, changes={"budget": 320_000}))
    assert _said(workspace, plan) == (320_000, {2027: 320_000})
    workspace.run(SetCommitmentYear(measure=measure, municipality=home, year=2028, amount=80_000))
    assert _said(workspace, plan) == (400_000, {2027: 320_000, 2028: 80_000})

    before = dump(workspace)
    for changes in ({"budget": 500_000}, {"budget": None}, {"years": {2027: 1, 2028: 1}, "budget": 3}):
        with pytest.raises(YearsDoNotAddUp):
            workspace.run(SetCommitment(measure=measure, municipality=home, changes=changes))
    with pytest.raises(YearUnknown):
        workspace.run(SetCommitmentYear(measure=measure, municipality=home, year=27, amount=1))
    assert dump(workspace) == before

    for year in (2027, 2028):
        workspace.run(SetCommitmentYear(measure=measure, municipality=home, year=year, amount=None))
    assert _said(workspace, plan) == (80_000, {})
    workspace.undo()
    assert _said(workspace, plan) == (80_000, {2028: 80_000})


def test_years_can_come_all_at_once_with_unit_and_comment(workspace: Workspace) -> None:
    plan, (measure,) = a_plan(workspace, "a")
    home = municipality(workspace, "bastad")
    changes = {"years": {2028: 5, 2027: None, 2029: 0}, "budget": 5, "owner_unit": "Teknik", "comment": "Efter val"}
    workspace.run(SetCommitment(measure=measure, municipality=home, changes=changes))
    row = shown(workspace, plan).measures[0].commitments[0]

    assert _said(workspace, plan) == (5, {2028: 5, 2029: 0})
    assert (row.role, row.owner_unit, row.comment) == (CommitmentRole.JOINS, "Teknik", "Efter val")
    workspace.run(SetCommitment(measure=measure, municipality=home, changes={"years": {}}))
    assert _said(workspace, plan) == (5, {})


def test_money_is_summed_by_municipality_and_year_and_what_has_no_year_stands_apart(workspace: Workspace) -> None:
    plan, (one, other) = a_plan(workspace, "a", "b")
    home, city, coast = (municipality(workspace, key) for key in ("angelholm", "helsingborg", "bastad"))
    for measure, town, changes in (
        (one, home, {"role": "leads", "years": {2027: 300, 2028: 100}}),
        (one, city, {"role": "joins", "year": "Q3 2028", "budget": 50}),
        (other, home, {"role": "joins", "year": "2027–2028", "budget": 7}),
        (other, city, {"role": "later"}),
        (other, coast, {"role": "declines", "budget": 900}),
    ):
        workspace.run(SetCommitment(measure=measure, municipality=town, changes=changes))
    workspace.run(EditMeasure(measure=one, changes={"money_one_off": 600, "money_running": 60}))
    found = _money(workspace, plan)

    assert found.years == (2027, 2028)
    assert (dict(found.together.years), found.together.without_year, found.together.total) == (
        {2027: 300, 2028: 150},
        7,
        457,
    )
    mine, theirs = found.line(home), found.line(city)
    assert mine is not None
    assert theirs is not None
    assert (mine.sums.total, mine.sums.without_year, mine.silent) == (407, 7, 0)
    assert (theirs.sums.total, theirs.silent) == (50, 1)
    assert found.line(coast) is None
    first, second = found.measures
    assert (first.financing.cost, first.financing.promised, first.financing.gap) == (600, 450, 150)
    assert (second.financing.cost, second.financing.promised, second.financing.gap) == (None, 7, None)


def test_what_only_runs_is_compared_with_a_year_and_silence_is_not_zero(workspace: Workspace) -> None:
    plan, (measure,) = a_plan(workspace, "a")
    workspace.run(EditMeasure(measure=measure, changes={"money_running": 90}))
    assert _money(workspace, plan).measures[0].financing.gap is None
    home = municipality(workspace, "angelholm")
    workspace.run(SetCommitment(measure=measure, municipality=home, changes={"role": "leads"}))
    silent = _money(workspace, plan)
    assert (silent.together.total, silent.measures[0].financing.promised) == (None, None)
    assert silent.measures[0].financing.silent == 1

    workspace.run(SetCommitment(measure=measure, municipality=home, changes={"budget": 100}))
    financing = _money(workspace, plan).measures[0].financing
    assert (financing.cost, financing.is_yearly, financing.gap) == (90, True, -10)


def test_municipality_of_the_past_keeps_what_it_said_and_hands_it_on(workspace: Workspace) -> None:
    plan, (one, other) = a_plan(workspace, "a", "b")
    gone, into, third = (municipality(workspace, key) for key in ("bastad", "angelholm", "helsingborg"))
    for measure, town, changes in (
        (one, gone, {"role": "leads", "years": {2027: 10}, "owner_unit": "Teknik"}),
        (one, into, {"role": "joins", "years": {2027: 5, 2028: 6}}),
        (other, gone, {"role": "later", "budget": 3}),
    ):
        workspace.run(SetCommitment(measure=measure, municipality=town, changes=changes))
    left = {"valid_to": date(2026, 12, 31), "is_participating": False}
    workspace.run(EditMunicipality(municipality=gone, changes=left))

    row = next(each for each in shown(workspace, plan).municipalities if each.id == gone)
    assert row.has_left
    workspace.run(SetCommitment(measure=one, municipality=gone, changes={"comment": "Före sammanslagningen"}))
    workspace.run(SetCommitment(measure=other, municipality=gone, changes={"role": ""}))
    with pytest.raises(MunicipalityLeft):
        workspace.run(SetCommitment(measure=other, municipality=gone, changes={"role": "joins"}))

    assert workspace.run(PassOnCommitments(plan=plan, municipality=gone, successor=into)).value == 1
    (held,) = shown(workspace, plan).measures[0].commitments
    assert (held.municipality, held.role, held.owner_unit) == (into, CommitmentRole.LEADS, "Teknik")
    assert _said(workspace, plan) == (21, {2027: 15, 2028: 6})
    assert third not in {each.municipality for each in shown(workspace, plan).measures[0].commitments}
    workspace.undo()
    assert len(shown(workspace, plan).measures[0].commitments) == 2


def test_sum_without_years_joined_with_years_is_a_sum_without_years(workspace: Workspace) -> None:
    plan, (measure,) = a_plan(workspace, "a")
    gone, into = municipality(workspace, "bastad"), municipality(workspace, "angelholm")
    workspace.run(SetCommitment(measure=measure, municipality=gone, changes={"budget": 10}))
    workspace.run(SetCommitment(measure=measure, municipality=into, changes={"years": {2027: 5}}))
    workspace.run(PassOnCommitments(plan=plan, municipality=gone, successor=into))

    assert _said(workspace, plan) == (15, {})
