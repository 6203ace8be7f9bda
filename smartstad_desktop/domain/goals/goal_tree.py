"""The tree of goals: its order and depth, and where a goal may be moved to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from smartstad_desktop.domain.errors import RuleError
from smartstad_desktop.domain.values import GoalId


class GoalBeneathItself(RuleError):
    """A goal cannot be moved beneath itself or beneath one of its own. Parameters: ``name``."""

    code = "goal_beneath_itself"


class Nudge(StrEnum):
    """A step that a goal takes by key."""

    UP = "up"
    DOWN = "down"
    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Branch:
    """A goal and the one it lies beneath, in the order of the siblings."""

    id: GoalId
    parent: GoalId | None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a goal can lie: beneath a goal (None is the top), before a sibling, or last."""

    parent: GoalId | None
    before: GoalId | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A goal in the order of reading, with how deep it lies (the top is 1)."""

    id: GoalId
    parent: GoalId | None
    depth: int


Lines: TypeAlias = Sequence[Line]


def in_reading_order(branches: Sequence[Branch]) -> list[Line]:
    """Return all goals as they are read, each followed by those beneath it."""
    below: defaultdict[GoalId | None, list[GoalId]] = defaultdict(list)
    for branch in branches:
        below[branch.parent].append(branch.id)
    found: list[Line] = []

    def walk(parent: GoalId | None, depth: int) -> None:
        for goal in below[parent]:
            found.append(Line(goal, parent, depth))
            walk(goal, depth + 1)

    walk(None, 1)
    return found


def beneath(lines: Lines, goals: Collection[GoalId]) -> frozenset[GoalId]:
    """Return *goals* and everything beneath them."""
    found = set(goals)
    for line in lines:
        if line.parent in found:
            found.add(line.id)
    return frozenset(found)


def topmost(lines: Lines, goals: Collection[GoalId]) -> tuple[GoalId, ...]:
    """Return those of *goals* that lie beneath none of the others, in the order of reading."""
    inside = {line.id for line in lines if line.parent in beneath(lines, goals)}
    return tuple(line.id for line in lines if line.id in goals and line.id not in inside)


def nudged(lines: Lines, goal: GoalId, step: Nudge) -> Spot | None:
    """Return where *goal* lies after *step*, or None where there is no such place."""
    own = next(line for line in lines if line.id == goal)
    siblings = [line.id for line in lines if line.parent == own.parent]
    at = siblings.index(goal)
    match step:
        case Nudge.UP:
            return Spot(own.parent, siblings[at - 1]) if at else None
        case Nudge.DOWN:
            after = siblings[at + 2] if at + 2 < len(siblings) else None
            return Spot(own.parent, after) if at + 1 < len(siblings) else None
        case Nudge.IN:
            return Spot(siblings[at - 1]) if at else None
        case Nudge.OUT:
            return None if own.parent is None else _behind(lines, own.parent)


def _behind(lines: Lines, goal: GoalId) -> Spot:
    """Return the place right behind *goal*, on its level."""
    own = next(line for line in lines if line.id == goal)
    siblings = [line.id for line in lines if line.parent == own.parent]
    at = siblings.index(goal) + 1
    return Spot(own.parent, siblings[at] if at < len(siblings) else None)


def landing(lines: Lines, held: Collection[GoalId], gap: int, depth: int) -> tuple[Spot, int] | None:
    """Return where *held* goals land when they are let go before line *gap* at about *depth*, and the true depth.

    A goal can lie one step deeper than the line above the gap, and must not be shallower than the line below it.
    Nothing lands inside itself, or where it lies already.
    """
    moving = beneath(lines, held)
    if 0 < gap < len(lines) and lines[gap - 1].id in moving and lines[gap].id in moving:
        return None
    above = next((line for line in reversed(lines[:gap]) if line.id not in moving), None)
    below = next((line for line in lines[gap:] if line.id not in moving), None)
    deepest = 1 if above is None else above.depth + 1
    shallowest = 1 if below is None else below.depth
    depth = max(min(depth, deepest), min(shallowest, deepest))
    spot = _spot(lines, above, below, depth)
    return None if _lies_there(lines, held, spot) else (spot, depth)


def _spot(lines: Lines, above: Line | None, below: Line | None, depth: int) -> Spot:
    parent: GoalId | None = None
    if above is not None and depth > 1:
        parent = above.id
        known = {line.id: line for line in lines}
        while parent is not None and known[parent].depth >= depth:
            parent = known[parent].parent
    before = below.id if below is not None and below.depth == depth else None
    return Spot(parent, before)


def _lies_there(lines: Lines, held: Collection[GoalId], spot: Spot) -> bool:
    siblings = [line.id for line in lines if line.parent == spot.parent]
    own = [goal for goal in siblings if goal in held]
    if len(own) != len(topmost(lines, held)):
        return False
    rest = [goal for goal in siblings if goal not in held]
    at = rest.index(spot.before) if spot.before is not None and spot.before in rest else len(rest)
    return siblings == [*rest[:at], *own, *rest[at:]]


def refusal_to_move(lines: Lines, goals: Collection[GoalId], spot: Spot, name: str) -> GoalBeneathItself | None:
    """Return why *goals* may not go to *spot*, or None if they may."""
    inside = beneath(lines, goals)
    return GoalBeneathItself(name=name) if spot.parent in inside else None
