"""What the voices say about one item: means, spreads and agreement, each with its rule for small groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import fsum, log2

from smartstad_desktop.domain.order.agreement import kendalls_w, orders_agree
from smartstad_desktop.domain.order.priority import FEWEST
from smartstad_desktop.domain.order.scoring import SAME, Spread, mean_of, spread_of
from smartstad_desktop.domain.workshop.voices import AHEAD, Cell, Voice
from smartstad_desktop.domain.workshop.voting import EFFORT, IMPACT, Method, Rules, Unit


def mean(voices: Sequence[Voice], cell: Cell) -> float | None:
    """Return the weighted mean of what is said in *cell*, by those who say something there."""
    asked = [(voice.weight, voice.said[cell]) for voice in voices if cell in voice.said]
    weight = fsum(each for each, _value in asked)
    return fsum(each * value for each, value in asked) / weight if weight else None


def total(voices: Sequence[Voice], cell: Cell) -> float:
    """Return the weighted sum of what is said in *cell*."""
    return fsum(voice.weight * voice.said[cell] for voice in voices if cell in voice.said)


def cells_of(rules: Rules, item: int) -> tuple[Cell, ...]:
    """Return what the reading of an item is made of."""
    if rules.method is Method.PAIRS:
        return tuple(Cell(item, other) for other in sorted(rules.items) if other != item)
    return tuple(Cell(item, axis) for axis in rules.axes)


def reading(rules: Rules, voice: Voice, item: int) -> float | None:
    """Return what a voice says about *item* as one number, as ``Result.mean`` reads it."""
    said = voice.said
    match rules.method:
        case Method.IMPACT_EFFORT:
            impact, effort = said.get(Cell(item, IMPACT)), said.get(Cell(item, EFFORT))
            return None if impact is None or effort is None else impact - effort
        case Method.CRITERIA:
            scores = [said.get(Cell(item, each.key)) for each in rules.criteria]
            return mean_of(
                scores, [each.weight for each in rules.criteria], [each.direction for each in rules.criteria]
            )
        case Method.PAIRS:
            shares = [said[cell] for cell in cells_of(rules, item) if cell in said]
            return fsum(shares) / len(shares) if shares else None
        case _:
            return said.get(Cell(item))


def readings(voices: Sequence[Voice], unit: Unit, read: Callable[[Voice], float | None]) -> list[float]:
    """Return what the units say, least first; persons who raised their hands alike count one by one."""
    found: list[float] = []
    for voice in voices:
        value = read(voice)
        if value is not None:
            found += [value] * (int(voice.weight) if unit is Unit.PERSON else 1)
    return sorted(found)


def spread_from(values: Sequence[float]) -> Spread | None:
    """Return how far apart *values* lie, or None when they are fewer than three."""
    return spread_of(values) if len(values) >= FEWEST else None


def consensus_from(values: Sequence[float], lowest: float, highest: float) -> float | None:
    """Return the consensus of Tastle and Wierman (2007) for values anywhere on a scale; None for fewer than three."""
    width = highest - lowest
    if len(values) < FEWEST or width <= 0:
        return None
    middle = sum(values) / len(values)
    parts = (log2(1 - min(abs(value - middle) / width, 1 - SAME)) for value in sorted(values))
    return min(1.0, max(0.0, 1 + sum(parts) / len(values)))


def ends(rules: Rules) -> tuple[float, float]:
    """Return the least and the greatest reading there can be."""
    lowest, highest = rules.scale
    return (0, highest) if rules.method is Method.THREE_TWO_ONE else (lowest, highest)


def order_agreement(rules: Rules, voices: Sequence[Voice], unit: Unit) -> float | None:
    """Return how far the units agree on the order, by Kendall's W; None for fewer than three."""
    orders: list[Mapping[int, float]] = []
    for voice in voices:
        said = ((item, reading(rules, voice, item)) for item in sorted(rules.items))
        # Equal means may differ by rounding, and ranks would take them for different.
        order = {item: round(value, 9) for item, value in said if value is not None}
        if rules.method is Method.RANKING:
            order = {item: -value for item, value in order.items()}
        orders += [order] * (int(voice.weight) if unit is Unit.PERSON else 1)
    if len(orders) < FEWEST:
        return None
    if all(len(order) == len(rules.items) for order in orders):
        return kendalls_w([list(order.values()) for order in orders])
    found = orders_agree(orders, FEWEST)
    return None if found is None else found.kendalls_w


def lead(counts: Sequence[float]) -> int | None:
    """Return the position of the greatest of *counts*, or None when two are as great."""
    most = max(counts, default=0.0)
    at = [position for position, count in enumerate(counts) if most - count <= SAME]
    return at[0] if most > 0 and len(at) == 1 else None


def share_ahead(voices: Sequence[Voice], item: int) -> float | None:
    """Return how many of the others *item* stands before, as a share."""
    return mean(voices, Cell(item, AHEAD))
