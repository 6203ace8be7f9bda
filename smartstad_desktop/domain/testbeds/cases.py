"""A case that travels through a routine: what can be set on it, what may be done when, and why it is refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid, ReasonMissing, RuleError
from smartstad_desktop.domain.testbeds.routines import CaseState

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
