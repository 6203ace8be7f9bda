"""The phases a round went through, in their order, and what was taken up again after the room had seen it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from smartstad_desktop.domain.workshop.meeting import Phase, is_revealed


@dataclass(frozen=True, slots=True)
class Turn:
    """When a round came to a phase."""

    at: datetime
    phase: Phase


@dataclass(frozen=True, slots=True)
class Again:
    """When what the room had seen was taken up again: hidden to be answered anew, or revealed once more."""

    at: datetime
    is_revealed: bool


def taken_up_again(turns: Sequence[Turn]) -> tuple[Again, ...]:
    """Return when a round was taken up again after its first reveal; before that nobody had seen anything."""
    shown = [is_revealed(turn.phase) for turn in turns]
    if True not in shown:
        return ()
    seen = turns[shown.index(True) :]
    return tuple(
        Again(later.at, is_revealed(later.phase))
        for earlier, later in pairwise(seen)
        if is_revealed(earlier.phase) is not is_revealed(later.phase)
    )
