"""Single ballots as data: whose they may be said to be, in an order that tells nobody's seat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from smartstad_desktop.domain.order.priority import FEWEST
from smartstad_desktop.domain.workshop.ballots import order_of
from smartstad_desktop.domain.workshop.voting import Ballot, Mark, Visibility


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldBallot:
    """A ballot by a number of its own; the municipality where it may be told."""

    number: int
    municipality: int | None
    marks: tuple[Mark, ...]
    concern: str
    is_blank: bool


def told_ballots(ballots: Sequence[Ballot], visibility: Visibility) -> tuple[ToldBallot, ...]:
    """Return *ballots* without persons; none at all where fewer than three answered.

    One agreed ballot is the word of a municipality. Of ballots by person a municipality is named only with three of
    them, and only when those that stay unnamed are three as well, or none; with fewer than three municipalities to
    name, none is. Ballots are numbered by what they say, so that no order of seats or sheets is left.
    """
    persons = sum(max(1, ballot.persons) for ballot in ballots if ballot.counts)
    if persons < FEWEST:
        return ()
    named = _named(ballots, visibility)
    shown = [(ballot.municipality if ballot.municipality in named else None, ballot) for ballot in ballots]
    shown.sort(key=lambda each: (each[0] is None, each[0] or 0, _content(each[1])))
    return tuple(
        ToldBallot(
            number=number,
            municipality=municipality,
            marks=() if ballot.is_blank else tuple(sorted(ballot.marks, key=order_of)),
            concern=ballot.concern if _may_be_beside(ballot, municipality, visibility) else "",
            is_blank=ballot.is_blank,
        )
        for number, (municipality, ballot) in enumerate(shown, start=1)
    )


def _may_be_beside(ballot: Ballot, municipality: int | None, visibility: Visibility) -> bool:
    """Return whether a concern may stand beside its ballot: said aloud, it tells whose the ballot is."""
    return visibility is Visibility.NAMED or (ballot.is_agreed and municipality is not None)


def _content(ballot: Ballot) -> tuple[object, ...]:
    return ballot.is_blank, tuple(sorted(order_of(mark) for mark in ballot.marks)), ballot.concern


def _named(ballots: Sequence[Ballot], visibility: Visibility) -> frozenset[int | None]:
    """Return the municipalities that may be named."""
    if visibility is Visibility.ANONYMOUS:
        return frozenset()
    towns = frozenset(ballot.municipality for ballot in ballots if ballot.municipality is not None)
    if visibility is Visibility.NAMED:
        return towns
    agreed = frozenset(ballot.municipality for ballot in ballots if ballot.is_agreed)
    sizes = Counter(ballot.municipality for ballot in ballots if ballot.counts)
    named = {town for town in towns if town in agreed or sizes[town] >= FEWEST}
    smallest = sorted(named - agreed, key=lambda town: (sizes[town], town))
    while smallest and 0 < sum(size for town, size in sizes.items() if town not in named) < FEWEST:
        named.discard(smallest.pop(0))
    return frozenset(named) if len(named) >= FEWEST else frozenset()
