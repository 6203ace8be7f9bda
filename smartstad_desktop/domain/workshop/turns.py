"""How rounds are called: a round that is held again keeps its number and counts its turns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from smartstad_desktop.domain.values import RoundId


@dataclass(frozen=True, slots=True)
class Turn:
    """A round by its number, and which time it is held; round 1 repeated is round 1 for the second time."""

    number: int
    lap: int = 1

    def __str__(self) -> str:
        """Return it as data has it: ``1``, and ``1.2`` for the second time."""
        return str(self.number) if self.lap == 1 else f"{self.number}.{self.lap}"


def turns(rounds: Iterable[tuple[RoundId, int, RoundId | None]]) -> dict[RoundId, Turn]:
    """Return how each round of a session is called, from its id, its number and the round it repeats."""
    firsts: dict[RoundId, tuple[RoundId, int]] = {}
    laps: Counter[RoundId] = Counter()
    found: dict[RoundId, Turn] = {}
    for round_id, number, repeats in sorted(rounds, key=lambda each: each[1]):
        # A round is repeated by later ones only; one whose first is gone stands for itself.
        first, first_number = firsts.get(repeats, (round_id, number)) if repeats is not None else (round_id, number)
        firsts[round_id] = (first, first_number)
        laps[first] += 1
        found[round_id] = Turn(first_number, laps[first])
    return found
