"""The files that travel inside the plan, by name, and what is said of each."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_, Phrasebook

PLAN: Final = "plan.json"
SCHEMA: Final = "plan.schema.json"
WORKBOOK: Final = "plan.xlsx"
DECISION: Final = "beslut.json"

#: What each file holds, in the order they are listed.
TOLD: Final = {
    PLAN: N_("The public data that this version was made of; its fingerprint stands on the cover."),
    SCHEMA: N_("What plan.json looks like, for programs."),
    WORKBOOK: N_("Measures, commitments, budgets and inventory as a workbook."),
    DECISION: N_("The decision, who signs in which role, and what the municipalities have adopted."),
}


def told_attachments(phrases: Phrasebook) -> tuple[tuple[str, str], ...]:
    """Return the files with what they hold."""
    return tuple((name, phrases.text(what)) for name, what in TOLD.items())
