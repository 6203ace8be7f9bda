"""How rounds are called: a round that is held again keeps its number and counts how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from smartstad_desktop.domain.values import RoundId


@dataclass(frozen=True, slots=True)
class Lap:
    """A round by its number, and which time it is held; round 1 repeated is round 1 for the second time."""

    number: int
    nth: int = 1

    def named(self, word: str = "number") -> dict[str, int]:
        """Return the words for the name of a step: its number as *word*, and which time it is when it is held again."""
        return {word: self.number} if self.nth == 1 else {word: self.number, "lap": self.nth}


def laps(rounds: Iterable[tuple[RoundId, int, RoundId | None]]) -> dict[RoundId, Lap]:
    """Return how each round of a session is called, from its id, its number and the round it repeats."""
    firsts: dict[RoundId, tuple[RoundId, int]] = {}
    times: Counter[RoundId] = Counter()
    found: dict[RoundId, Lap] = {}
    for round_id, number, repeats in sorted(rounds, key=lambda each: each[1]):
        # A round is repeated by later ones only; one whose first is gone stands for itself.
        first, first_number = firsts.get(repeats, (round_id, number)) if repeats is not None else (round_id, number)
        firsts[round_id] = (first, first_number)
        times[first] += 1
        found[round_id] = Lap(first_number, times[first])
    return found
