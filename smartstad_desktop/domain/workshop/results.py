"""What came out of a round: per item and for all of it, as plain values that screens and minutes read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.order.priority import FEWEST
from smartstad_desktop.domain.order.scoring import Part, Spread
from smartstad_desktop.domain.workshop.voting import Method, Unit

#: Schmidt (1997) reads 0.7 as strong and 0.5 as moderate agreement.
_HIGH: Final = 0.7
_MEDIUM: Final = 0.5


class AgreementLevel(StrEnum):
    """How far a group agrees, in one word."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Quadrant(StrEnum):
    """Where an item lies between benefit and effort."""

    DO_FIRST = "do_first"
    PLAN_TOGETHER = "plan_together"
    FILL_IN = "fill_in"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """What came out on one axis; spread and agreement are None below three, and so is whoever stands alone."""

    mean: float
    spread: Spread | None
    agreement: float | None
    by_municipality: Mapping[int, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """How many units are for and against, without those who abstain. A fact: nothing is decided by it."""

    in_favour: float
    against: float

    @property
    def majority(self) -> bool:
        """Return whether more are for than against."""
        return self.in_favour > self.against


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingers:
    """What a fist of five says: it passes when everybody shows three or more; who shows two or fewer is asked to speak.

    ``must_speak`` and ``blocks`` count persons; ``speakers`` are their municipalities, as far as they may be told.
    """

    passes: bool
    must_speak: int
    blocks: int
    speakers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Concern:
    """A concern in the words it was put in; the municipality where it may be told."""

    text: str
    municipality: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a round says about an item. ``value`` is what the places follow, always high first; None if nothing is said.

    ========================  ===============================================  =====================================
    method                    ``value``                                        ``mean`` (as one reads it)
    ========================  ===============================================  =====================================
    columns, MoSCoW           columns from the last up                         number of the column from 0
    benefit × effort          benefit minus effort                             the same
    ranking                   share of the others it stands before (Borda)     place
    dots, 3-2-1, 100 kronor   sum                                              points per unit
    criteria                  weighted value 1–5                               the same
    pairs                     duels won, ties counting half (Copeland)         share of the answers that it won
    fist of five              fingers                                          the same
    ========================  ===============================================  =====================================

    ``by_municipality`` reads like ``mean`` and is empty where groups are too small to tell. ``supporters`` gave it
    something; ``share_largest`` is the part that came from the largest of them. ``columns`` counts units per column
    (or per number of fingers), ``column`` is the one that leads, None when two do.
    """

    item: int
    value: float | None
    place: int | None = None
    mean: float | None = None
    ballots: int = 0
    supporters: int = 0
    spread: Spread | None = None
    agreement: float | None = None
    share_largest: float | None = None
    by_municipality: Mapping[int, float] = field(default_factory=dict[int, float])
    x: Axis | None = None
    y: Axis | None = None
    quadrant: Quadrant | None = None
    columns: tuple[float, ...] = ()
    column: int | None = None
    parts: tuple[Part, ...] = ()
    coverage: float = 1.0
    wins: int = 0
    draws: int = 0
    losses: int = 0
    approval: Approval | None = None
    fingers: Fingers | None = None

    @property
    def apart(self) -> float:
        """Return how far apart the units are: the deviation, on benefit × effort that of the axis which parts them."""
        axes = [axis.spread for axis in (self.x, self.y) if axis is not None]
        return max((each.deviation for each in axes or [self.spread] if each is not None), default=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A round counted. ``results`` are best first, those without a value last.

    ``agreement`` is Kendall's W for orders and points and the mean consensus of the items otherwise, from 0 to 1; None
    below three units. ``ballots_cast`` includes the ``blank`` ones; ``uncounted`` have no place in the unit.
    ``circles`` are three items of which each wins over the next; ``circles_within`` counts those inside single
    ballots. ``must_share`` is how much of what is to be done lies under Must, by effort or by the number of items.
    """

    method: Method
    unit: Unit
    results: tuple[Result, ...]
    agreement: float | None
    ballots_cast: int
    blank: int
    persons: int
    units: int
    uncounted: int
    concerns: tuple[Concern, ...] = ()
    circles: tuple[tuple[int, int, int], ...] = ()
    circles_within: int = 0
    must_share: float | None = None
    is_overloaded: bool = False
    is_must_by_effort: bool = False

    @property
    def agreement_level(self) -> AgreementLevel | None:
        """Return the agreement in one word."""
        return level_of(self.agreement)

    @property
    def circular_triads(self) -> int:
        """Return how many circles the duels make."""
        return len(self.circles)

    @property
    def is_small(self) -> bool:
        """Return whether so few voted that even the sum tells what somebody said."""
        return self.persons < FEWEST

    @property
    def order(self) -> tuple[int, ...]:
        """Return the items that have a place, best first."""
        return tuple(result.item for result in self.results if result.place is not None)

    def result(self, item: int) -> Result | None:
        """Return what the round says about *item*."""
        return next((result for result in self.results if result.item == item), None)


def level_of(agreement: float | None) -> AgreementLevel | None:
    """Return an agreement between 0 and 1 in one word."""
    if agreement is None:
        return None
    if agreement >= _HIGH:
        return AgreementLevel.HIGH
    return AgreementLevel.MEDIUM if agreement >= _MEDIUM else AgreementLevel.LOW
