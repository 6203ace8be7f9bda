"""What the parties of a test have agreed on: who does what, who pays, rights, data, publicity, liability, the end."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.testbeds.testbed_cases import AGREEMENT
from smartstad_desktop.reads.testbeds.testbed_cases import TestFacts
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.phrases import N_, current
from smartstad_desktop.ui.kit.calm_fields import GrowingField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.calm_values import DayField, MoneyField
from smartstad_desktop.ui.kit.record_form import RecordForm, Write

#: What each sentence of the agreement should answer.
_HINTS: Final = {
    "agreement_roles": N_("Who runs the test, who lends the place, who decides, who answers questions."),
    "agreement_cost": N_("How the cost is shared, and what happens if it becomes more."),
    "agreement_rights": N_("Who owns what comes out, and who may use it and pass it on."),
    "agreement_data": N_("Which data, who answers for them, where they lie and when they are erased."),
    "agreement_publicity": N_("What may be told, by whom and when; what is public anyway."),
    "agreement_liability": N_("Who answers for damage, and who has insurance."),
    "agreement_removal": N_("Who takes everything away, when, and in what state the place is left."),
}


class AgreementForm(RecordForm):
    """The facts of the agreement."""

    def __init__(self, write: Write, organisations: dict[int, str], parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        self.pair(
            CalmChoice("tester_id", field_name("tester_id"), [(None, "–"), *organisations.items()]),
            DayField("agreed_on", field_name("agreed_on")),
            MoneyField("cost", field_name("cost")),
        )
        for name in AGREEMENT:
            self.add(GrowingField(name, field_name(name), hint=current().text(_HINTS[name])))

    def show_facts(self, facts: TestFacts) -> None:
        """Show the agreement of a test."""
        values: dict[str, Any] = {"tester_id": facts.tester, "agreed_on": facts.agreed_on, "cost": facts.cost}
        self.show_record(facts.case, values | facts.agreement)
