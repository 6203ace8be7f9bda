"""What the words of packages are called: what is asked about, the parts of an answer, and why something is not told."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.packages.about import Closed, Part, Subject
from smartstad_desktop.text.phrases import N_

PACKAGE_LABELS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    Subject: {
        Subject.PROJECT: N_("Project"),
        Subject.NEED: N_("Need"),
        Subject.DECISION: N_("Decision"),
        Subject.TEST: N_("Test"),
        Subject.PROCUREMENT: N_("Joint procurement"),
    },
    Part: {
        Part.PROJECTS: N_("Projects"),
        Part.HISTORY: N_("History"),
        Part.NEEDS: N_("Needs"),
        Part.GOALS: N_("Goals"),
        Part.MEASURES: N_("Measures of the plan"),
        Part.COMMITMENTS: N_("Commitments per municipality"),
        Part.TESTS: N_("Tests"),
        Part.PROCUREMENTS: N_("Joint procurements"),
        Part.DECISIONS: N_("Decisions"),
        Part.ROUNDS: N_("Results of rounds"),
    },
    Closed: {
        Closed.CONFIDENTIAL: N_("Marked as confidential"),
        Closed.TENDERS: N_("Tenders before the award"),
        Closed.UNREVEALED: N_("Results that were not revealed"),
    },
}
