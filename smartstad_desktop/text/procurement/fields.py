"""What the fields of procurements, parties and limits are called."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

PROCUREMENT_FIELD_NAMES: Final[dict[str, str]] = {
    "form": N_("How we buy together"),
    "purchasing_body": N_("Central purchasing body"),
    "category": N_("What is bought"),
    "law": N_("Act"),
    "currency": N_("Currency"),
    "value_note": N_("How the value was counted"),
    "value_reviewed_by": N_("Value reviewed by (function)"),
    "value_reviewed_on": N_("Value reviewed on"),
    "cost_split": N_("How the cost is shared"),
    "decision_power": N_("Who decides"),
    "may_leave_until": N_("Last day to leave"),
    "requirements": N_("Requirements"),
    "locked_on": N_("Parties locked"),
    "announced_on": N_("Notice published"),
    "questions_until": N_("Last day for questions"),
    "tenders_due_on": N_("Last day for tenders"),
    "tender_count": N_("Number of tenders"),
    "awarded_on": N_("Award decided"),
    "standstill_until": N_("Standstill until"),
    "awarded_value": N_("Value of the contract"),
    "contract_from": N_("Contract from"),
    "contract_to": N_("Contract until"),
    "extension_to": N_("Can be extended until"),
    "remind_months": N_("Remind, months before the end"),
    "effect_seen": N_("Effects against the goals"),
    "supplier_follow_up": N_("How the supplier is followed up"),
    "interest": N_("Interest"),
    "volume": N_("Volume"),
    "value": N_("Value of the whole contract"),
    "current_supplier": N_("Supplier today"),
    "current_ends_on": N_("Contract today ends"),
    "mandate": N_("Mandate letter"),
    "mandate_on": N_("Mandate of"),
    "is_party": N_("Party"),
    "decided_on": N_("Decided on"),
    "contract_on": N_("Contract signed"),
    "rule": N_("Limit"),
    "amount": N_("Amount without VAT"),
    "certainty": N_("Certainty"),
}
