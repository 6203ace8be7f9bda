"""The way of a case through the stages of its routine: what the next gate asks for, and what it has let through.

A stage with a gate is left by a decision at the gate, another one by moving on. A gate asks for every required point
since the gate before it, so that nothing is lost in stages that have none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from smartstad_desktop.domain.testbeds.cases import CaseUnfinished, GateClosed, PointPassed, StageElsewhere
from smartstad_desktop.domain.testbeds.routines import CheckState
from smartstad_desktop.domain.values import Named


class Passing(StrEnum):
    """How a stage stands to where a case is."""

    PASSED = "passed"
    CURRENT = "current"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the checklist as far as gates ask: its name, whether it is required, how it stands."""

    name: Named
    is_required: bool
    state: CheckState


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage as far as gates ask; ``gate`` is empty where there is none."""

    id: int
    name: Named
    gate: str
    points: tuple[Point, ...] = ()


def gate_name(key: str, words: str) -> str:
    """Return what a gate is called in short, such as ``G3``; empty when the stage has no gate.

    A gate without a short name has it in its first word, as in older files, or is called by its question.
    """
    first = words.split(maxsplit=1)[0].rstrip(":?.") if words else ""
    return key or (first if any(sign.isdigit() for sign in first) else words)


def missing_places(stages: Sequence[int], gates: Sequence[str], current: int) -> range:
    """Return the places of the stages that the next gate asks about: *current* and those since the gate before it."""
    place = stages.index(current)
    first = place
    while first > 0 and not gates[first - 1]:
        first -= 1
    return range(first, place + 1)


def missing_for(stages: Sequence[Stage], current: int) -> tuple[Named, ...]:
    """Return the required points that the next gate waits for."""
    places = missing_places([stage.id for stage in stages], [stage.gate for stage in stages], current)
    return tuple(
        point.name
        for place in places
        for point in stages[place].points
        if point.is_required and point.state is CheckState.OPEN
    )


def passing_of(stages: Sequence[int], current: int | None, stage: int) -> Passing:
    """Return how *stage* stands to the one a case is in; a completed case has passed all."""
    if current is None:
        return Passing.PASSED
    here, there = stages.index(current), stages.index(stage)
    if here == there:
        return Passing.CURRENT
    return Passing.PASSED if there < here else Passing.AHEAD


def check_gate(stages: Sequence[Stage], current: int) -> None:
    """Refuse to let a case through while required points are missing.

    Raises:
        GateClosed, CaseUnfinished: points are missing for the gate, or before the last stage can be left.
    """
    missing = missing_for(stages, current)
    stage = stages[place_of(stages, current)]
    if missing and stage.gate:
        raise GateClosed(gate=stage.gate, missing=missing, count=len(missing))
    if missing and stage is stages[-1]:
        raise CaseUnfinished(missing=missing, count=len(missing))


def place_of(stages: Sequence[Stage], current: int) -> int:
    """Return the place of a stage, from 0.

    Raises:
        StageElsewhere: it is not one of *stages*.
    """
    for place, stage in enumerate(stages):
        if stage.id == current:
            return place
    raise StageElsewhere


def next_stage(stages: Sequence[Stage], current: int) -> Stage | None:
    """Return the stage after *current*; None after the last."""
    place = place_of(stages, current) + 1
    return stages[place] if place < len(stages) else None


def check_open_again(stages: Sequence[Stage], current: int, stage: int, point: Point) -> None:
    """Refuse to open a required point that a gate has let through; sent back, the case can open it.

    Raises:
        PointPassed: no gate would ask for it any more.
    """
    asked = missing_places([each.id for each in stages], [each.gate for each in stages], current)
    if point.is_required and place_of(stages, stage) < asked.start:
        raise PointPassed(point=point.name)
