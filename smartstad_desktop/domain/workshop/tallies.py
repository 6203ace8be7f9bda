"""Counting a round: the same ballots give the same result, whatever way and in whatever order they came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from smartstad_desktop.domain.order.scoring import in_order, places
from smartstad_desktop.domain.workshop.circles import circles, duels
from smartstad_desktop.domain.workshop.counting import Round, of_method, round_of
from smartstad_desktop.domain.workshop.disclosure import tellable
from smartstad_desktop.domain.workshop.figures import (
    cells_of,
    consensus_from,
    ends,
    order_agreement,
    reading,
    readings,
    spread_from,
)
from smartstad_desktop.domain.workshop.results import Concern, Result, Tally
from smartstad_desktop.domain.workshop.voices import Voice
from smartstad_desktop.domain.workshop.voting import (
    SHARED_OUT,
    Ballot,
    Method,
    Rules,
    Unit,
    Visibility,
)

#: More than this in the first column, and everything has become a must.
OVERLOAD: Final = 0.6
#: Where units are compared by the order they give.
_ORDERS: Final = SHARED_OUT | {Method.RANKING, Method.PAIRS}


def tally(rules: Rules, ballots: Sequence[Ballot], unit: Unit | None = None) -> Tally:
    """Return what came out, counted by the unit of the rules or by another *unit*."""
    counted = round_of(rules, ballots, unit or rules.unit)
    results = [_result(counted, item) for item in sorted(rules.items)]
    values = [result.value for result in results]
    placed = [replace(result, place=place) for result, place in zip(results, places(values), strict=True)]
    lying = {each.item: each.column for each in results if each.column is not None}
    must = must_share(rules, lying)
    return Tally(
        method=rules.method,
        unit=counted.unit,
        results=tuple(placed[at] for at in in_order(values)),
        agreement=_agreement(counted, results),
        ballots_cast=len(ballots),
        blank=sum(not ballot.counts for ballot in ballots),
        persons=sum(each.ballot.persons for each in counted.given),
        units=len(counted.units),
        uncounted=_uncounted(counted),
        concerns=_concerns(rules, ballots),
        circles=circles(counted.duels),
        circles_within=_circles_within(counted),
        must_share=must,
        is_overloaded=must is not None and must > OVERLOAD,
        is_must_by_effort=must is not None and is_by_effort(rules, lying),
    )


def must_share(rules: Rules, columns: Mapping[int, int]) -> float | None:
    """Return how much of what is to be done lies in the first column: of the effort where it is known, or of the items.

    *columns* says where each item lies; the last column is what is not done now and does not count. None without MoSCoW
    and while nothing lies there.
    """
    doing = _doing(rules, columns)
    if rules.method is not Method.MOSCOW or not doing:
        return None
    is_known = is_by_effort(rules, columns)
    sizes = {item: rules.effort[item] if is_known else 1 for item in doing}
    return sum(sizes[item] for item, column in doing.items() if column == 0) / sum(sizes.values())


def is_by_effort(rules: Rules, columns: Mapping[int, int]) -> bool:
    """Return whether the share of musts goes by effort: it is known for all that is to be done."""
    return all(rules.effort.get(item, 0) > 0 for item in _doing(rules, columns))


def _doing(rules: Rules, columns: Mapping[int, int]) -> dict[int, int]:
    return {item: column for item, column in columns.items() if column < rules.columns - 1}


def _result(counted: Round, item: int) -> Result:
    """Return everything about *item* but its place."""
    rules = counted.rules

    def read(voice: Voice) -> float | None:
        return reading(rules, voice, item)

    values = readings(counted.units, counted.unit, read)
    cells = cells_of(rules, item)
    result = Result(
        item=item,
        value=None,
        ballots=sum(any(cell in voice.said for cell in cells) for voice in counted.ballots),
        spread=spread_from(values),
        agreement=consensus_from(values, *ends(rules)),
        by_municipality=tellable(rules, counted.groups, cells, read, others=counted.others(cells)),
    )
    return replace(result, **of_method(counted, item)) if result.ballots else result


def _agreement(counted: Round, results: Sequence[Result]) -> float | None:
    if counted.rules.method in _ORDERS:
        return order_agreement(counted.rules, counted.units, counted.unit)
    known = [result.agreement for result in results if result.agreement is not None]
    return sum(known) / len(known) if known else None


def _uncounted(counted: Round) -> int:
    """Return how many ballots say something but have no place in the unit."""
    places_taken = {voice.municipality for voice in counted.units}
    if counted.unit in {Unit.PERSON, Unit.SEAT}:
        return 0
    return sum(each.ballot.municipality not in places_taken for each in counted.given)


def _circles_within(counted: Round) -> int:
    if counted.rules.method is not Method.PAIRS:
        return 0
    return sum(len(circles(duels(counted.rules.items, [voice]))) for voice in counted.ballots)


def _concerns(rules: Rules, ballots: Sequence[Ballot]) -> tuple[Concern, ...]:
    """Return the concerns by their words; a municipality stands with its agreed one, a person's only when named."""
    said = [
        Concern(each.concern, each.municipality if _may_be_named(rules, each) else None)
        for each in ballots
        if each.concern.strip()
    ]
    return tuple(sorted(said, key=lambda concern: (concern.text, concern.municipality or 0)))


def _may_be_named(rules: Rules, ballot: Ballot) -> bool:
    match rules.visibility:
        case Visibility.ANONYMOUS:
            return False
        case Visibility.MUNICIPALITY:
            return ballot.is_agreed
        case Visibility.NAMED:
            return True
