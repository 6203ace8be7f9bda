"""Duels between items, and the circles in them: three items of which each wins over the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import fsum
from typing import Final

from smartstad_desktop.domain.order.scoring import SAME
from smartstad_desktop.domain.workshop.voices import Cell, Voice

_HALF: Final = 0.5


def duels(items: Iterable[int], voices: Sequence[Voice]) -> dict[tuple[int, int], float]:
    """Return for each pair that somebody compared what the first gets of the duel, from 0 to 1; half is a draw."""
    found: dict[tuple[int, int], float] = {}
    for one, other in combinations(sorted(items), 2):
        asked = [(voice.weight, voice.said[Cell(one, other)]) for voice in voices if Cell(one, other) in voice.said]
        weight = fsum(each for each, _value in asked)
        if weight:
            share = fsum(each * value for each, value in asked) / weight
            found[one, other], found[other, one] = share, 1 - share
    return found


def score_of(item: int, found: Mapping[tuple[int, int], float]) -> tuple[int, int, int]:
    """Return how many duels *item* wins, draws and loses."""
    mine = [share for (one, _other), share in found.items() if one == item]
    wins, draws = sum(share > _HALF + SAME for share in mine), sum(abs(share - _HALF) <= SAME for share in mine)
    return wins, draws, len(mine) - wins - draws


def circles(found: Mapping[tuple[int, int], float]) -> tuple[tuple[int, int, int], ...]:
    """Return every three items of which each wins over the next, the lowest number first."""
    beaten: dict[int, set[int]] = {}
    for (one, other), share in found.items():
        if share > _HALF + SAME:
            beaten.setdefault(one, set()).add(other)
    return tuple(
        sorted(
            (one, other, third)
            for one, others in beaten.items()
            for other in others
            for third in beaten.get(other, ())
            if one < other and one < third and one in beaten.get(third, ())
        )
    )
