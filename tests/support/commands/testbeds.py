"""Examples of the commands about testbeds and what only a test has."""

from __future__ import annotations

from datetime import date

from smartstad_desktop.domain.testbeds.routines import RoutineKind
from smartstad_desktop.usecases.testbeds import case_indicators, testbed_cases, testbeds
from smartstad_desktop.usecases.testbeds.cases import AddCase
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.commands.finding import Example, untyped

RESULT = {
    "result_what": "Sensorer i 40 hem gav färre fall nattetid.",
    "result_how": "Tre månader i två kommuner.",
    "result_cost": "420 tkr.",
    "result_contact": "Enhetschef, hemtjänst",
    "result_licence": "CC BY 4.0",
}


def _testbed(workspace: Workspace) -> int:
    return untyped(workspace.run(testbeds.AddTestbed(fields={"name": "Testlägenheten"})).value)


def _case(workspace: Workspace) -> int:
    return untyped(workspace.run(AddCase(kind=RoutineKind.TESTBED, title="Sensorer", municipality=1)).value)


def _with_result(workspace: Workspace) -> int:
    case = _case(workspace)
    workspace.run(testbed_cases.EditTestbedCase(case=case, changes=RESULT))
    return case


def _shared(workspace: Workspace) -> int:
    case = _with_result(workspace)
    workspace.run(testbed_cases.ShareResult(case=case))
    return case


def _indicator(workspace: Workspace, case: int | None = None, name: str = "Fall per natt") -> int:
    command = case_indicators.AddCaseIndicator(case=case or _case(workspace), fields={"name": name})
    return untyped(workspace.run(command).value)


def _second_indicator(workspace: Workspace) -> case_indicators.MoveCaseIndicator:
    case = _case(workspace)
    first, second = _indicator(workspace, case), _indicator(workspace, case, "Utryckningar")
    return case_indicators.MoveCaseIndicator(indicator=second, before=first)


EXAMPLES: dict[str, Example] = {
    "AddTestbed": lambda _: testbeds.AddTestbed(
        fields={"name": "Virtuell testmiljö", "nature": "virtual", "environment": "lab", "municipality_id": 1}
    ),
    "EditTestbed": lambda w: testbeds.EditTestbed(
        testbed=_testbed(w), changes={"place": "Storgatan", "access": "Bokas"}
    ),
    "RemoveTestbeds": lambda w: testbeds.RemoveTestbeds(testbeds=(_testbed(w),)),
    "EditTestbedCase": lambda w: testbed_cases.EditTestbedCase(
        case=_case(w), changes={"hypothesis": "Färre fall", "cost": 420_000, "municipalities": (1, 2, 3)}
    ),
    "ShareResult": lambda w: testbed_cases.ShareResult(case=_with_result(w)),
    "WithdrawResult": lambda w: testbed_cases.WithdrawResult(case=_shared(w)),
    "AddCaseIndicator": lambda w: case_indicators.AddCaseIndicator(
        case=_case(w), fields={"name": "Fall per natt", "baseline": 12, "target": 8.5, "baseline_on": date(2027, 2, 1)}
    ),
    "EditCaseIndicator": lambda w: case_indicators.EditCaseIndicator(indicator=_indicator(w), changes={"result": 9}),
    "MoveCaseIndicator": _second_indicator,
    "RemoveCaseIndicator": lambda w: case_indicators.RemoveCaseIndicator(indicator=_indicator(w)),
}
