"""The wording of a steering group's decision: it approves and recommends, and decides for nobody else (domain 4.2)."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.text.phrases import N_, Phrasebook

_RECOMMEND: Final = (
    N_("to recommend that the municipalities adopt the measures according to the list of commitments"),
    N_("to have the plan followed up and revised every year"),
)
#: What each outcome says, clause by clause.
_CLAUSES: Final[dict[Outcome, tuple[str, ...]]] = {
    Outcome.APPROVED: (N_("to approve the development plan, version {version}"), *_RECOMMEND),
    Outcome.APPROVED_WITH_CHANGES: (
        N_("to approve the development plan, version {version}, with the changes in the minutes"),
        *_RECOMMEND,
    ),
    Outcome.REFERRED_BACK: (N_("to refer the development plan, version {version}, back for more work"),),
    Outcome.REJECTED: (N_("not to approve the development plan, version {version}"),),
}


def default_clauses(version: str, outcome: Outcome, phrases: Phrasebook) -> tuple[str, ...]:
    """Return the usual clauses of a decision on a version."""
    return tuple(phrases.text(clause, version=version) for clause in _CLAUSES[outcome])
