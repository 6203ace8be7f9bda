"""Made-up ballots for a rehearsal: plausible, valid for every method, and the same for the same seed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from math import exp
from random import Random
from typing import Final

from smartstad_desktop.domain.workshop.ballots import checked
from smartstad_desktop.domain.workshop.voting import (
    HUNDRED,
    IN_COLUMNS,
    MOST_FINGERS,
    POINTS,
    Ballot,
    Mark,
    Method,
    Rules,
    Voter,
)

#: One in so many abstains, so that the rehearsal shows how that looks.
_ABSTAINS: Final = 20
#: Kronor come in such coins.
_COIN: Final = 5
#: Two items closer than this are called equal.
_EQUAL: Final = 0.25
#: How far from the mean a scale reaches, in deviations.
_REACH: Final = 2.0

#: What a voter thinks of an item on an axis: 0 is usual, 1 clearly more.
_Opinion = Callable[[int, str], float]


def simulate(rules: Rules, voters: Sequence[Voter], seed: int) -> tuple[Ballot, ...]:
    """Return a ballot for each of *voters*, made up: some items are liked by all, on others people are divided."""
    return tuple(_ballot(rules, voter, seed) for voter in voters)


def _ballot(rules: Rules, voter: Voter, seed: int) -> Ballot:
    chance = _chance(seed, repr(voter))
    is_blank = chance.randrange(_ABSTAINS) == 0
    items = [item for item in sorted(rules.items) if not rules.owns(voter.municipality, item)]
    opinions = {(item, axis): _opinion(seed, item, axis, chance) for item in items for axis in rules.axes}
    marks = [] if is_blank else _marks(rules, items, lambda item, axis: opinions[item, axis], chance)
    return Ballot(
        caster=voter.caster,
        municipality=voter.municipality,
        marks=checked(rules, marks, municipality=voter.municipality) if marks else (),
        is_blank=is_blank,
        persons=voter.persons,
    )


def _chance(seed: int, about: str) -> Random:
    return Random(f"{seed}:{about}")  # noqa: S311  a rehearsal needs the same ballots again, not secrets


def _opinion(seed: int, item: int, axis: str, chance: Random) -> float:
    common = _chance(seed, f"{item}:{axis}")
    liked, divided = common.gauss(0, 1), common.choice((0.3, 0.5, 1.2))
    return liked + chance.gauss(0, divided)


def _marks(rules: Rules, items: Sequence[int], opinion: _Opinion, chance: Random) -> list[Mark]:
    liked = sorted(items, key=lambda item: (-opinion(item, rules.axes[0]), item)) if rules.axes else []
    if rules.method in IN_COLUMNS:
        return [Mark(item, rules.columns - 1 - _on_scale(rules, opinion(item, ""))) for item in items]
    match rules.method:
        case Method.IMPACT_EFFORT | Method.CRITERIA:
            return [Mark(item, _on_scale(rules, opinion(item, axis)), axis) for item in items for axis in rules.axes]
        case Method.RANKING:
            return [Mark(item, place) for place, item in enumerate(liked, 1)]
        case Method.THREE_TWO_ONE:
            return [Mark(item, points) for item, points in zip(liked, POINTS, strict=False)]
        case Method.DOTS:
            return _dots(rules, liked, chance)
        case Method.HUNDRED:
            return _kronor(liked, opinion, chance)
        case Method.PAIRS:
            pairs = combinations(items, 2)
            return [Mark(one, _duel(opinion(one, "") - opinion(other, "")), other=other) for one, other in pairs]
        case _:
            return [Mark(item, min(MOST_FINGERS, max(0, round(3.6 + opinion(item, ""))))) for item in items]


def _on_scale(rules: Rules, opinion: float) -> int:
    lowest, highest = rules.scale
    share = min(1.0, max(0.0, (opinion + _REACH) / (2 * _REACH)))
    return min(int(highest), max(int(-(-lowest // 1)), round(lowest + share * (highest - lowest))))


def _dots(rules: Rules, liked: Sequence[int], chance: Random) -> list[Mark]:
    found: list[Mark] = []
    remaining = rules.marks
    for item in liked:
        number = min(remaining, chance.randint(1, rules.most_per_item))
        if number:
            found.append(Mark(item, number))
        remaining -= number
    return found


def _kronor(liked: Sequence[int], opinion: _Opinion, chance: Random) -> list[Mark]:
    chosen = list(liked[: chance.randint(2, 6)])
    if not chosen:
        return []
    weights = [exp(opinion(item, "")) for item in chosen]
    coins = [round(HUNDRED / _COIN * weight / sum(weights)) for weight in weights]
    # What rounding took or gave goes to the favourite.
    coins[0] += HUNDRED // _COIN - sum(coins)
    return [Mark(item, _COIN * number) for item, number in zip(chosen, coins, strict=True) if number > 0]


def _duel(lead: float) -> float:
    return 0.5 if abs(lead) < _EQUAL else float(lead > 0)
