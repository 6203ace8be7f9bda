"""The rules the programme has set itself warn when they are not kept, and say where it is mended."""

from __future__ import annotations

from datetime import date

import pytest

from smartstad_desktop.domain.programme.checks import ProgrammeState, Rule, check_rules
from smartstad_desktop.domain.programme.sizes import SizeClass, size_class
from smartstad_desktop.domain.values import Language, MunicipalityId
from smartstad_desktop.reads.programme.checks import rule_checks
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.text.programme.checks import check_words
from smartstad_desktop.usecases.programme.entries import AddEntry
from smartstad_desktop.usecases.programme.municipalities import EditMunicipality
from smartstad_desktop.usecases.programme.programme import EditProgramme
from smartstad_desktop.usecases.workspace import Workspace

BOOK = phrasebook(Language.SV)
TODAY = date(2027, 3, 1)


def said(state: ProgrammeState) -> dict[Rule, str]:
    return {check.rule: check_words(check, BOOK) for check in check_rules(state) if not check.is_met}


def test_sizes_have_limits() -> None:
    found = [size_class(population) for population in (100_000, 99_999, 25_000, 24_999)]
    assert found == [SizeClass.LARGE, SizeClass.MEDIUM, SizeClass.MEDIUM, SizeClass.SMALL]


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (
            ProgrammeState(populations=(10_000, 12_000, None), least_municipalities=5),
            {
                Rule.MUNICIPALITIES: "3 kommuner deltar, det bör vara minst 5",
                Rule.SIZES: "Bara kommuner av en storlek deltar: 2 små",
                Rule.POPULATION: "1 kommun saknar folkmängd, så storleken är okänd",
            },
        ),
        (ProgrammeState(populations=(150_000, 42_000, 7_000, 16_000, 16_000), least_municipalities=5), {}),
        (
            ProgrammeState(populations=(150_000, 7_000), reports=3, least_reports=4, late_reports=1),
            {
                Rule.REPORTS: "3 lägesrapporter är planerade eller lämnade, det bör vara minst 4",
                Rule.LATE_REPORTS: "1 rapport till styrgruppen är försenad",
            },
        ),
        (
            ProgrammeState(
                populations=(150_000, 7_000), measures=9, without_receiver=2, greatest_risks=2, without_owner=1
            ),
            {
                Rule.RECEIVERS: "2 åtgärder saknar mottagare",
                Rule.RISK_OWNERS: "En av de största riskerna saknar ansvarig",
            },
        ),
        (
            ProgrammeState(populations=(150_000, 7_000), projects=96, least_projects=100, most_projects=150),
            {Rule.PROJECTS: "96 projekt, målet är 100–150"},
        ),
        (ProgrammeState(populations=(150_000, 7_000), projects=170, least_projects=100, most_projects=150), {}),
    ],
)
def test_what_is_missing_is_said_in_words(state: ProgrammeState, told: dict[Rule, str]) -> None:
    assert said(state) == told


def test_the_file_is_looked_at(workspace: Workspace) -> None:
    first = {check.rule: check for check in workspace.glance(rule_checks, TODAY)}
    assert (first[Rule.MUNICIPALITIES].count, first[Rule.MUNICIPALITIES].is_met) == (3, False)
    workspace.run(EditProgramme(changes={"least_municipalities": 2, "least_projects": 1}))
    workspace.run(EditMunicipality(municipality=MunicipalityId(1), changes={"population": 147_000}))
    workspace.run(AddEntry(fields={"name": "Intervjuer", "ends_on": date(2027, 2, 28)}))
    now = {check.rule: check for check in workspace.glance(rule_checks, TODAY)}
    assert now[Rule.MUNICIPALITIES].is_met
    assert (now[Rule.LATE].count, now[Rule.LATE].is_met) == (1, False)
    assert not now[Rule.PROJECTS].is_met
    assert not now[Rule.REPORTS].is_met
