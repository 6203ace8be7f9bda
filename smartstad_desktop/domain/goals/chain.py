"""The chain from track to activity (domain 1.2): what may lead to what, and what hangs together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from smartstad_desktop.domain.errors import FieldInvalid, RuleError
from smartstad_desktop.domain.goals.goal_fields import FieldRules, trilingual
from smartstad_desktop.domain.goals.goals import ChainLevel

#: The columns from the left; None stands for the tracks, which are a list of their own.
COLUMNS: Final[tuple[ChainLevel | None, ...]] = (None, *ChainLevel)
NODE: Final = FieldRules(
    name="name_sv", names=frozenset(trilingual("name")), texts=frozenset(trilingual("aim")), choices={}
)
TRACK: Final = FieldRules(name="name_sv", names=frozenset(trilingual("name")), choices={})


class LinkBackwards(RuleError):
    """A link leads from a higher level to a lower one. Parameters: ``upper``, ``lower``."""

    code = "chain_link_backwards"


class ActivityNeedsInitiative(FieldInvalid):
    """An activity belongs to exactly one initiative."""

    code = "activity_needs_initiative"


@dataclass(frozen=True, slots=True)
class NodeRef:
    """A track (level None) or a node of the chain."""

    level: ChainLevel | None
    id: int


@dataclass(frozen=True, slots=True)
class ChainEdge:
    """That one thing leads to another of a lower level."""

    upper: NodeRef
    lower: NodeRef


@dataclass(frozen=True, slots=True)
class Thread:
    """Everything that hangs together with a node."""

    above: frozenset[NodeRef]
    below: frozenset[NodeRef]

    @property
    def all(self) -> frozenset[NodeRef]:
        """Return both directions."""
        return self.above | self.below


def rank(level: ChainLevel | None) -> int:
    """Return the number of a level's column, from the left."""
    return COLUMNS.index(level)


def thread_of(start: NodeRef, edges: Iterable[ChainEdge]) -> Thread:
    """Return what *start* comes from and what comes from it, however many steps away; never sideways."""
    up: defaultdict[NodeRef, list[NodeRef]] = defaultdict(list)
    down: defaultdict[NodeRef, list[NodeRef]] = defaultdict(list)
    for edge in edges:
        up[edge.lower].append(edge.upper)
        down[edge.upper].append(edge.lower)
    return Thread(_reached(start, up), _reached(start, down))


def _reached(start: NodeRef, steps: dict[NodeRef, list[NodeRef]]) -> frozenset[NodeRef]:
    found: set[NodeRef] = set()
    waiting = [start]
    while waiting:
        for each in steps.get(waiting.pop(), ()):
            if each not in found:
                found.add(each)
                waiting.append(each)
    return frozenset(found)


def refusal_to_link(upper: ChainLevel, lower: ChainLevel) -> RuleError | None:
    """Return why a node of level *upper* may not lead to one of level *lower*, or None if it may."""
    if rank(upper) >= rank(lower):
        return LinkBackwards(upper=upper, lower=lower)
    if lower is ChainLevel.ACTIVITY and upper is not ChainLevel.INITIATIVE:
        return ActivityNeedsInitiative(field="upper")
    return None
