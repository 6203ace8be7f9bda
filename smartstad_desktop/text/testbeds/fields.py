"""What the fields of testbeds and of tests are called."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

TESTBED_FIELD_NAMES: Final[dict[str, str]] = {
    "nature": N_("Physical or virtual"),
    "environment": N_("Environment"),
    "organisation_id": N_("Owned by an organisation"),
    "owner": N_("Owner"),
    "access": N_("How to get in"),
    "constraints": N_("What is not possible"),
    "is_active": N_("Can be used now"),
    "testbed_id": N_("Testbed"),
    "tester_id": N_("Who tests"),
    "tested": N_("What is tested"),
    "intake": N_("How it came in"),
    "hypothesis": N_("Hypothesis"),
    "agreed_on": N_("Agreement signed on"),
    "cost": N_("Cost of the test"),
    "agreement_roles": N_("Who does what"),
    "agreement_cost": N_("Who pays"),
    "agreement_rights": N_("Rights to the result"),
    "agreement_data": N_("Data"),
    "agreement_publicity": N_("Publicity"),
    "agreement_liability": N_("Liability and insurance"),
    "agreement_removal": N_("Removal and restoration"),
    "municipalities": N_("Municipalities that join"),
    "recommendation": N_("Recommendation after the test"),
    "result_what": N_("What was tested, and what came of it"),
    "result_how": N_("How it was done"),
    "result_cost": N_("What it cost"),
    "result_contact": N_("Who to ask (function)"),
    "result_licence": N_("Licence"),
    "shared_on": N_("Shared on"),
    "what_next": N_("What happens when the test ends"),
    "starts_on": N_("Begins"),
    "ends_on": N_("Ends"),
    "need_id": N_("Need behind it"),
    "project_id": N_("Project behind it"),
    "goal_function_id": N_("Function it is about"),
    "baseline": N_("Baseline"),
    "baseline_on": N_("Baseline measured on"),
    "target": N_("Target"),
    "result": N_("Result"),
    "result_on": N_("Result measured on"),
    "unit": N_("Unit"),
}
