"""How a case travels through its routine: what its gates ask for, what may be done when, and why it is refused.

A stage with a gate is left by a decision at the gate, another one by moving on. A gate asks for every required point
since the gate before it, so that nothing is lost in stages that have none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid, ReasonMissing, RuleError
from smartstad_desktop.domain.testbeds.routines import CaseState, CheckState
from smartstad_desktop.domain.values import Named

#: The longest title that a card and a table can show.
LONGEST: Final = 160
#: The largest file that is kept as evidence, in bytes.
LARGEST_FILE: Final = 20 * 1024 * 1024

#: What can be set on any case.
CASE_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(
        ("title", "what", "why", "what_next", "lesson", "confidentiality_reason", "comment"), cleaning.text
    ),
    **dict.fromkeys(("municipality_id", "project_id", "need_id", "goal_function_id"), cleaning.row),
    **dict.fromkeys(("starts_on", "ends_on"), cleaning.day),
    "is_confidential": cleaning.flag,
}


class Passing(StrEnum):
    """How a stage stands to where a case is."""

    PASSED = "passed"
    CURRENT = "current"
    AHEAD = "ahead"


class CaseTitleMissing(FieldInvalid):
    """A case needs a title."""

    code = "case_title_missing"


class CaseTitleTooLong(FieldInvalid):
    """A title is longer than a card can show. Parameters: ``length``, ``limit``."""

    code = "case_title_too_long"


class CaseEndsBeforeStart(FieldInvalid):
    """A case ends before it begins. Parameters: ``start``, ``end``."""

    code = "case_ends_before_start"


class CaseLessonMissing(FieldInvalid):
    """A case that is stopped needs a lesson."""

    code = "case_lesson_missing"


class DeciderMissing(FieldInvalid):
    """A decision at a gate names the function or the body that took it."""

    code = "decider_missing"


class ChangesMissing(FieldInvalid):
    """Who lets a case go on with changes says which."""

    code = "changes_missing"


class NoRoutine(RuleError):
    """There is no adopted routine for this kind of case."""

    code = "no_routine"


class CaseNotOpen(RuleError):
    """A case that is paused or over does not move."""

    code = "case_not_open"


class CaseOver(RuleError):
    """Nothing is settled or stopped in a case that is over."""

    code = "case_over"


class CaseNotOver(RuleError):
    """Only a case that is paused or over can be taken up again."""

    code = "case_not_over"


class NoGateHere(RuleError):
    """The stage that the case is in has no gate to decide at."""

    code = "no_gate_here"


class GateFirst(RuleError):
    """The stage is left by a decision at its gate. Parameters: ``gate``."""

    code = "gate_first"


class GateClosed(RuleError):
    """Required points are missing for a gate. Parameters: ``gate``, ``missing`` (their names), ``count``."""

    code = "gate_closed"


class CaseUnfinished(RuleError):
    """Required points are missing before the last stage can be left. Parameters: ``missing``, ``count``."""

    code = "case_unfinished"


class StageSkipped(RuleError):
    """A case goes through its stages one by one. Parameters: ``stage``, the one that comes next."""

    code = "stage_skipped"


class StageElsewhere(RuleError):
    """A case is only in stages of its own routine."""

    code = "stage_elsewhere"


class PointElsewhere(RuleError):
    """A case only answers the points of its own routine."""

    code = "point_elsewhere"


class PointPassed(RuleError):
    """What a gate asked for stays settled once the case is past it. Parameters: ``point``."""

    code = "point_passed"


class RoutineNotInForce(RuleError):
    """A case begins in a version in force of a routine for its kind."""

    code = "routine_not_in_force"


class DecisionAhead(FieldInvalid):
    """What has been decided was decided today at the latest."""

    code = "decision_ahead"


class DecisionTooEarly(FieldInvalid):
    """Gates are decided at one after the other. Parameters: ``day``, that of the decision before."""

    code = "decision_too_early"


class NotEarlier(FieldInvalid):
    """A case is sent back to an earlier stage."""

    code = "not_earlier"


class EvidenceEmpty(FieldInvalid):
    """Evidence is a file, a link or a note, and holds something."""

    code = "evidence_empty"


class EvidenceTooLarge(RuleError):
    """A file is too large to be kept. Parameters: ``name``, ``limit``."""

    code = "evidence_too_large"


class ConfidentialNotWritten(RuleError):
    """Nothing of a confidential case is written to a document."""

    code = "confidential_not_written"


class LogLineEmpty(FieldInvalid):
    """A line in the log says something."""

    code = "log_line_empty"


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


def check_open(state: CaseState) -> None:
    """Refuse to move a case that is paused or over.

    Raises:
        CaseNotOpen: it does not move.
    """
    if state is not CaseState.OPEN:
        raise CaseNotOpen


def check_not_over(state: CaseState) -> None:
    """Refuse to settle or stop anything in a case that is over.

    Raises:
        CaseOver: it was stopped or completed.
    """
    if state in {CaseState.STOPPED, CaseState.COMPLETED}:
        raise CaseOver


def check_day(day: date, *, today: date, before: date | None, field: str) -> None:
    """Refuse a decision on a day that has not come, or before the decision *before*.

    Raises:
        DecisionAhead, DecisionTooEarly: it cannot be so.
    """
    if day > today:
        raise DecisionAhead(field=field)
    if before is not None and day < before:
        raise DecisionTooEarly(field=field, day=before)


def check_open_again(stages: Sequence[Stage], current: int, stage: int, point: Point) -> None:
    """Refuse to open a required point that a gate has let through; sent back, the case can open it.

    Raises:
        PointPassed: no gate would ask for it any more.
    """
    asked = missing_places([each.id for each in stages], [each.gate for each in stages], current)
    if point.is_required and place_of(stages, stage) < asked.start:
        raise PointPassed(point=point.name)


def cleaned_case(name: str, value: Any) -> Any:
    """Return *value* as a case keeps it.

    Raises:
        FieldInvalid: there is no such field, or the value does not fit it.
    """
    return cleaning.clean(CASE_FIELDS, name, value)


def check_case(*, title: str, starts_on: date | None, ends_on: date | None, is_confidential: bool, reason: str) -> None:
    """Refuse a case that cannot be so.

    Raises:
        CaseTitleMissing, CaseTitleTooLong, CaseEndsBeforeStart, ReasonMissing: it cannot.
    """
    if not title:
        raise CaseTitleMissing(field="title")
    if len(title) > LONGEST:
        raise CaseTitleTooLong(field="title", length=len(title), limit=LONGEST)
    if starts_on is not None and ends_on is not None and ends_on < starts_on:
        raise CaseEndsBeforeStart(field="ends_on", start=starts_on, end=ends_on)
    if is_confidential and not reason:
        raise ReasonMissing(field="confidentiality_reason")
