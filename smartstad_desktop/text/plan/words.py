"""What the parts of a measure are called where the program says which of them are missing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from smartstad_desktop.text.phrases import N_, Phrasebook, current

#: By the names of ``domain.plan.missing_in``.
MISSING: Final = {
    "why": N_("Why"),
    "what": N_("What"),
    "effect": N_("Effect"),
    "owner": N_("Owner"),
    "time": N_("Time"),
    "money": N_("Money"),
    "risk": N_("Risk"),
    "next_decision": N_("Next decision"),
    "leader": N_("Who leads"),
    "deviation_reason": N_("Why it stands otherwise than the workshop put it"),
}


def missing_words(names: Iterable[str], phrases: Phrasebook | None = None) -> str:
    """Return what is missing as a list in a sentence: ``risk, next decision``."""
    book = phrases or current()
    return ", ".join(book.text(MISSING[name]).lower() for name in names)
