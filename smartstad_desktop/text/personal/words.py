"""What the parts of the file are called where personal data is found, and the steps and refusals about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from smartstad_desktop.text.phrases import N_, Phrasebook, current

#: By the part of the file that a table belongs to.
SUBJECTS: Final[Mapping[str, str]] = {
    "board": N_("Board"),
    "chain": N_("Chain of goals"),
    "follow_up": N_("Reports and follow-up"),
    "goals": N_("Goals and risks"),
    "governance": N_("Organisation and decisions"),
    "importing": N_("Lists received and sent"),
    "inventory": N_("Project inventory"),
    "needs": N_("Needs and services"),
    "plan": N_("Development plan"),
    "plan_decision": N_("Decision on the plan"),
    "priority": N_("Priorities"),
    "procurement": N_("Joint procurement"),
    "programme": N_("Programme"),
    "routines": N_("Routines"),
    "testbeds": N_("Tests and procurements"),
    "work": N_("The programme’s work"),
    "workshop": N_("Workshops"),
}
PERSONAL_STEPS: Final[dict[str, str | tuple[str, str]]] = {
    "SetWeedingRule": N_("Change how long personal data is kept"),
    "AnonymisePerson": (
        N_("Make a person anonymous in {count} place"),
        N_("Make a person anonymous in {count} places"),
    ),
    "WeedOut": (N_("Weed out personal data in {count} record"), N_("Weed out personal data in {count} records")),
}
PERSONAL_SENTENCES: Final[dict[str, str]] = {
    "wanted_too_short": N_("Write a name of at least {limit} letters, an e-mail address or a phone number."),
    "replacement_names": N_("The name stands in this text. Write a role instead, such as “Unit manager”."),
    "replacement_missing": N_("Write what is to stand instead of the name, such as a role."),
    "weeding_unfit": N_("That cannot be done with this kind of data. Choose one of the others."),
    "months_unlikely": N_("Write a number of months from 0 to {limit}."),
    "nothing_to_weed": N_("There is nothing to weed out: nothing is left, or the rules say to preserve it."),
}


def subject_name(subject: str, phrases: Phrasebook | None = None) -> str:
    """Return what a part of the file is called."""
    return (phrases or current()).text(SUBJECTS[subject])
