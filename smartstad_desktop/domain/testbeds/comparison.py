"""What differs between two versions of a routine, and what a case keeps when it changes version.

Stages, points and roles are the same when they have the same key; where a version has no keys, as in older files, when
they are called the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from smartstad_desktop.domain.testbeds.versions import PointText, RoleText, RoutineText, StageText
from smartstad_desktop.domain.values import Named


class Differs(StrEnum):
    """How a version differs from the one before."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    REWORDED = "reworded"
    TRANSLATED = "translated"
    ROLE = "role"
    REQUIRED = "required"
    OPTIONAL = "optional"
    EVIDENCE = "evidence"
    RESPONSIBLE = "responsible"
    GATE_ADDED = "gate_added"
    GATE_REMOVED = "gate_removed"
    GATE = "gate"


class PartOf(StrEnum):
    """What part of a routine a difference is about."""

    STAGE = "stage"
    POINT = "point"
    ROLE = "role"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One difference. ``stage`` is where a point stands now, or stood; before and after are what changed."""

    part: PartOf
    how: Differs
    name: Named
    stage: Named | None = None
    before: Named | None = None
    after: Named | None = None


@dataclass(frozen=True, slots=True)
class Matches:
    """Which rows of the new version are which of the old one, by their ids."""

    stages: Mapping[int, int]
    points: Mapping[int, int]
    roles: Mapping[int, int]


_Part: TypeAlias = StageText | PointText | RoleText


def matches(old: RoutineText, new: RoutineText) -> Matches:
    """Return what in *new* is what in *old*."""
    return Matches(
        _pairs(old.stages, new.stages),
        _pairs(_points(old), _points(new)),
        _pairs(old.roles, new.roles),
    )


def compare(old: RoutineText, new: RoutineText) -> tuple[Difference, ...]:
    """Return how *new* differs from *old*: roles first, then stage by stage in the order of *new*."""
    same = matches(old, new)
    return (*_roles(old, new, same), *_stages(old, new, same))


def landing(old: RoutineText, new: RoutineText, stage: int | None) -> int | None:
    """Return the stage of *new* that a case in *stage* of *old* comes to: the same, else the nearest before it."""
    if stage is None or not new.stages:
        return None
    same = matches(old, new).stages
    reached = [each.id for each in old.stages]
    for earlier in reversed(reached[: reached.index(stage) + 1]):
        if earlier in same:
            return same[earlier]
    return new.stages[0].id


def _points(routine: RoutineText) -> list[PointText]:
    return [point for stage in routine.stages for point in stage.points]


def _pairs(old: Sequence[_Part], new: Sequence[_Part]) -> dict[int, int]:
    """Pair parts by key; those that still have no partner, and lack a key on one side, by name."""
    by_key = {part.key: part.id for part in new if part.key}
    found = {part.id: by_key[part.key] for part in old if part.key in by_key}
    keyless = all(not part.key for part in old) or all(not part.key for part in new)
    if keyless:
        taken = set(found.values())
        by_name = {_called(part): part.id for part in reversed(new) if part.id not in taken}
        found |= {part.id: by_name[_called(part)] for part in old if part.id not in found and _called(part) in by_name}
    return found


def _called(part: _Part) -> str:
    return " ".join(part.name.sv.casefold().split())


def _roles(old: RoutineText, new: RoutineText, same: Matches) -> Iterator[Difference]:
    before = {role.id: role for role in old.roles}
    origin = {after: first for first, after in same.roles.items()}
    for role in new.roles:
        if role.id not in origin:
            yield Difference(part=PartOf.ROLE, how=Differs.ADDED, name=role.name)
        else:
            yield from _worded(PartOf.ROLE, before[origin[role.id]].name, role.name, None)
    for role in old.roles:
        if role.id not in same.roles:
            yield Difference(part=PartOf.ROLE, how=Differs.REMOVED, name=role.name)


def _stages(old: RoutineText, new: RoutineText, same: Matches) -> Iterator[Difference]:
    before = {stage.id: stage for stage in old.stages}
    origin = {after: first for first, after in same.stages.items()}
    moved = _moved([stage.id for stage in old.stages], [origin.get(stage.id) for stage in new.stages])
    for stage in new.stages:
        if stage.id not in origin:
            yield Difference(part=PartOf.STAGE, how=Differs.ADDED, name=stage.name)
        else:
            if origin[stage.id] in moved:
                yield Difference(part=PartOf.STAGE, how=Differs.MOVED, name=stage.name)
            yield from _stage(before[origin[stage.id]], stage)
        yield from _points_of(old, new, stage, same)
    for stage in old.stages:
        if stage.id not in same.stages:
            yield Difference(part=PartOf.STAGE, how=Differs.REMOVED, name=stage.name)
        for point in stage.points:
            if point.id not in same.points:
                yield Difference(part=PartOf.POINT, how=Differs.REMOVED, name=point.name, stage=stage.name)


def _stage(old: StageText, new: StageText) -> Iterator[Difference]:
    yield from _worded(PartOf.STAGE, old.name, new.name, None)
    if old.responsible.sv != new.responsible.sv:
        yield _changed(PartOf.STAGE, Differs.RESPONSIBLE, new.name, (old.responsible, new.responsible))
    if old.has_gate != new.has_gate:
        how = Differs.GATE_ADDED if new.has_gate else Differs.GATE_REMOVED
        yield _changed(PartOf.STAGE, how, new.name, (_gate(old), _gate(new)))
    elif (old.gate_key, old.gate.sv) != (new.gate_key, new.gate.sv):
        yield _changed(PartOf.STAGE, Differs.GATE, new.name, (_gate(old), _gate(new)))


def _gate(stage: StageText) -> Named:
    """Return a gate in words: its short name and its question, without saying the short name twice."""

    def told(question: str) -> str:
        return question if question.startswith(stage.gate_key) else f"{stage.gate_key} {question}".strip()

    return Named(told(stage.gate.sv), told(stage.gate.nb), told(stage.gate.en))


def _points_of(old: RoutineText, new: RoutineText, stage: StageText, same: Matches) -> Iterator[Difference]:
    before = {point.id: (place, point) for place in old.stages for point in place.points}
    origin = {after: first for first, after in same.points.items()}
    stage_of = {after: first for first, after in same.stages.items()}
    was_here = [point.id for place in old.stages if place.id == stage_of.get(stage.id) for point in place.points]
    moved = _moved(was_here, [origin.get(point.id) for point in stage.points])
    for point in stage.points:
        if point.id not in origin:
            yield Difference(part=PartOf.POINT, how=Differs.ADDED, name=point.name, stage=stage.name)
            continue
        place, first = before[origin[point.id]]
        if place.id != stage_of.get(stage.id):
            yield _changed(PartOf.POINT, Differs.MOVED, point.name, (place.name, stage.name), stage.name)
        elif first.id in moved:
            yield Difference(part=PartOf.POINT, how=Differs.MOVED, name=point.name, stage=stage.name)
        yield from _point(old.role_name(first.role), new.role_name(point.role), first, point, stage.name)


def _point(old_role: Named, new_role: Named, old: PointText, new: PointText, stage: Named) -> Iterator[Difference]:
    yield from _worded(PartOf.POINT, old.name, new.name, stage)
    if old.role != new.role:
        yield _changed(PartOf.POINT, Differs.ROLE, new.name, (old_role, new_role), stage)
    if old.is_required != new.is_required:
        how = Differs.REQUIRED if new.is_required else Differs.OPTIONAL
        yield Difference(part=PartOf.POINT, how=how, name=new.name, stage=stage)
    if old.evidence.sv != new.evidence.sv:
        yield _changed(PartOf.POINT, Differs.EVIDENCE, new.name, (old.evidence, new.evidence), stage)


def _worded(part: PartOf, old: Named, new: Named, stage: Named | None) -> Iterator[Difference]:
    if old.sv != new.sv:
        yield _changed(part, Differs.REWORDED, new, (old, new), stage)
    elif old != new:
        yield _changed(part, Differs.TRANSLATED, new, (old, new), stage)


def _changed(
    part: PartOf, how: Differs, name: Named, words: tuple[Named, Named], stage: Named | None = None
) -> Difference:
    before, after = words
    return Difference(part=part, how=how, name=name, stage=stage, before=before, after=after)


def _moved(old: Sequence[int], new: Sequence[int | None]) -> frozenset[int]:
    """Return those that stand in another order, as few as possible: all but the longest run that kept its order."""
    place = {each: number for number, each in enumerate(old)}
    kept = [each for each in new if each is not None and each in place]
    tails: list[int] = []
    at: list[int] = []
    for each in kept:
        length = bisect_left(tails, place[each])
        tails[length : length + 1] = [place[each]]
        at.append(length)
    run, wanted = set[int](), len(tails) - 1
    for each, length in zip(reversed(kept), reversed(at), strict=True):
        if length == wanted:
            run.add(each)
            wanted -= 1
    return frozenset(kept) - run
