"""Voting: the methods, who counts as one vote, the rules of a round, and what a ballot holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final, TypeAlias

from smartstad_desktop.domain.order.priority import HIGHEST, LOWEST, Direction

#: The two axes of benefit × effort.
IMPACT: Final = "impact"
EFFORT: Final = "effort"
#: What is shared out with 100 kronor, and the points of 3-2-1.
HUNDRED: Final = 100
POINTS: Final = (3, 2, 1)
#: Fingers: this many and more let the list pass, none stops it.
MOST_FINGERS: Final = 5
LETS_PASS: Final = 3
FEWEST_DOTS: Final = 3
MOST_DOTS: Final = 7
MOSCOW_COLUMNS: Final = 4


class Method(StrEnum):
    """How a round is voted."""

    COLUMNS = "columns"
    MOSCOW = "moscow"
    IMPACT_EFFORT = "impact_effort"
    RANKING = "ranking"
    DOTS = "dots"
    THREE_TWO_ONE = "three_two_one"
    HUNDRED = "hundred"
    CRITERIA = "criteria"
    PAIRS = "pairs"
    FIST = "fist"


class Unit(StrEnum):
    """What counts as one vote. Chosen before the vote and printed after it."""

    PERSON = "person"
    SEAT = "seat"
    MUNICIPALITY = "municipality"
    POPULATION = "population"
    KEY = "key"


class Visibility(StrEnum):
    """How far a result may be broken down. Fixed before the vote."""

    ANONYMOUS = "anonymous"
    MUNICIPALITY = "municipality"
    NAMED = "named"


class Channel(StrEnum):
    """How a ballot came in."""

    CONSOLE = "console"
    PAPER = "paper"
    CSV = "csv"


#: Units in which a municipality's ballots are one voice.
BY_MUNICIPALITY: Final = frozenset({Unit.MUNICIPALITY, Unit.POPULATION, Unit.KEY})
#: Methods in which what got nothing has got zero, so that nothing is missing.
SHARED_OUT: Final = frozenset({Method.DOTS, Method.THREE_TWO_ONE, Method.HUNDRED})
#: Methods in which each item lies in a column.
IN_COLUMNS: Final = frozenset({Method.COLUMNS, Method.MOSCOW})
#: Scales that no round changes.
_SCALES: Final[Mapping[Method, tuple[float, float]]] = {
    Method.THREE_TWO_ONE: (POINTS[-1], POINTS[0]),
    Method.HUNDRED: (0, HUNDRED),
    Method.CRITERIA: (LOWEST, HIGHEST),
    Method.PAIRS: (0, 1),
    Method.FIST: (0, MOST_FINGERS),
}


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat at the table; the session knows who sits there."""

    id: int


#: Who cast a ballot: a seat, a municipality with one agreed ballot, or nobody who is known.
Caster: TypeAlias = Seat | int | None


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """One thing said about an item.

    ``axis`` is "impact", "effort" or a criterion's key. ``value`` is the column's number from 0 in columns, the place
    from 1 in a ranking, and in a pair 1 when the item wins over ``other``, 0 when it loses and 0.5 when they are equal.
    """

    item: int
    value: float
    axis: str = ""
    other: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """What one caster said in one round; ``is_blank`` abstains, and ``persons`` raised their hands alike."""

    caster: Caster = None
    municipality: int | None = None
    channel: Channel = Channel.CONSOLE
    marks: tuple[Mark, ...] = ()
    concern: str = ""
    is_blank: bool = False
    persons: int = 1

    @property
    def counts(self) -> bool:
        """Return whether the ballot counts: it does not abstain and has marks."""
        return not self.is_blank and bool(self.marks) and self.persons > 0

    @property
    def is_agreed(self) -> bool:
        """Return whether this is a municipality's one agreed ballot."""
        return isinstance(self.caster, int)


@dataclass(frozen=True, slots=True)
class Voter:
    """Somebody who may cast a ballot."""

    caster: Caster
    municipality: int | None = None
    persons: int = 1


@dataclass(frozen=True, slots=True)
class Yardstick:
    """A criterion as a round uses it; it is locked with the round."""

    key: str
    weight: float = 1.0
    direction: Direction = Direction.BENEFIT


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What is locked while a round is open; :func:`rules_for` fills in what a method starts with.

    ``marks`` is how many dots each has, ``low`` and ``high`` the ends of the scale, ``cut_x`` (effort) and ``cut_y``
    (benefit) the lines that part the quadrants, None being the middle. ``columns`` is how many there are, the best
    first. ``owners`` names the municipalities behind an item: with ``recusal`` they say nothing about it. ``key`` and
    ``populations`` weigh municipalities; ``effort`` weighs items where columns can be overloaded.
    """

    method: Method
    items: tuple[int, ...]
    unit: Unit = Unit.SEAT
    visibility: Visibility = Visibility.MUNICIPALITY
    marks: int = FEWEST_DOTS
    most_per_item: int = 1
    low: float = 1
    high: float = 10
    cut_x: float | None = None
    cut_y: float | None = None
    columns: int = MOSCOW_COLUMNS
    criteria: tuple[Yardstick, ...] = ()
    recusal: bool = False
    owners: Mapping[int, tuple[int, ...]] = field(default_factory=dict[int, tuple[int, ...]])
    key: Mapping[int, float] = field(default_factory=dict[int, float])
    populations: Mapping[int, int] = field(default_factory=dict[int, int])
    effort: Mapping[int, float] = field(default_factory=dict[int, float])

    @property
    def cut(self) -> tuple[float, float]:
        """Return the lines between low and high effort, and between low and high benefit."""
        middle = (self.low + self.high) / 2
        return (
            middle if self.cut_x is None else self.cut_x,
            middle if self.cut_y is None else self.cut_y,
        )

    @property
    def scale(self) -> tuple[float, float]:
        """Return the least and the greatest value of one mark."""
        if self.method in IN_COLUMNS:
            return 0, self.columns - 1
        match self.method:
            case Method.IMPACT_EFFORT:
                return self.low, self.high
            case Method.RANKING:
                return 1, max(1, len(self.items))
            case Method.DOTS:
                return 0, self.most_per_item
            case _:
                return _SCALES[self.method]

    @property
    def axes(self) -> tuple[str, ...]:
        """Return what each item is judged on: both axes, the criteria, or just the item itself."""
        if self.method is Method.IMPACT_EFFORT:
            return IMPACT, EFFORT
        return tuple(each.key for each in self.criteria) if self.method is Method.CRITERIA else ("",)

    def owns(self, municipality: int | None, item: int) -> bool:
        """Return whether *municipality* has to leave *item* to the others."""
        return self.recusal and municipality is not None and municipality in self.owners.get(item, ())


def usual_dots(count: int) -> int:
    """Return how many dots each has for *count* items: a quarter of them, from 3 to 7."""
    return min(MOST_DOTS, max(FEWEST_DOTS, (count + 2) // 4))


def rules_for(method: Method, items: Sequence[int], **changes: Any) -> Rules:
    """Return the rules *method* starts with, with *changes*: dots by the number of items, recusal for criteria."""
    usual = Rules(
        method=method,
        items=tuple(items),
        marks=usual_dots(len(items)),
        recusal=method is Method.CRITERIA,
    )
    return replace(usual, **changes)
