"""What only a test has: its facts, what it is measured by, what happens when it ends, and what can be shared of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid, RuleError
from smartstad_desktop.domain.inventory import Maturity
from smartstad_desktop.domain.testbeds.routines import CaseState
from smartstad_desktop.domain.testbeds.testbeds import Intake, Recommendation, Tested

#: So many days before its end a test asks what happens then.
ASKS_DAYS_BEFORE: Final = 60
#: The six sentences of the agreement besides its day and its cost.
AGREEMENT: Final = (
    "agreement_roles",
    "agreement_cost",
    "agreement_rights",
    "agreement_data",
    "agreement_publicity",
    "agreement_liability",
    "agreement_removal",
)
#: What the shareable result consists of; all of it is needed.
RESULT: Final = ("result_what", "result_how", "result_cost", "result_contact", "result_licence")

#: What can be set on a test; ``municipalities`` are those that join the one that leads.
TEST_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("hypothesis", *AGREEMENT, *RESULT), cleaning.text),
    "testbed_id": cleaning.row,
    "tester_id": cleaning.row,
    "tested": cleaning.choice(Tested),
    "intake": cleaning.choice(Intake),
    "maturity": cleaning.choice(Maturity),
    "recommendation": cleaning.choice(Recommendation),
    "agreed_on": cleaning.day,
    "cost": cleaning.whole,
    "municipalities": cleaning.rows,
}


def _figure(_name: str, value: Any) -> float | None:
    return None if value is None else float(value)


#: What can be set on an indicator of a case.
INDICATOR_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("name", "unit", "method", "comment"), cleaning.text),
    **dict.fromkeys(("baseline", "target", "result"), _figure),
    **dict.fromkeys(("baseline_on", "result_on"), cleaning.day),
}


class IndicatorNameMissing(FieldInvalid):
    """An indicator needs a name."""

    code = "indicator_name_missing"


class ResultIncomplete(RuleError):
    """A result cannot be shared before all of it is written. Parameters: ``missing``, the names of the fields."""

    code = "result_incomplete"


class ConfidentialNotShared(RuleError):
    """What is confidential cannot become a shareable result."""

    code = "confidential_not_shared"


class Standing(StrEnum):
    """How the result of an indicator stands to where it began and where it was to come."""

    NOT_MEASURED = "not_measured"
    NO_BASELINE = "no_baseline"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    REACHED = "reached"
    CLOSER = "closer"
    FURTHER = "further"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The three numbers of an indicator; each may be unknown."""

    baseline: float | None = None
    target: float | None = None
    result: float | None = None

    @property
    def change(self) -> float | None:
        """Return how much the result is above the baseline, below zero when it is beneath; None without both."""
        if self.result is None or self.baseline is None:
            return None
        return self.result - self.baseline

    @property
    def standing(self) -> Standing:
        """Return how the result stands. The direction wanted is the one from the baseline to the target."""
        if self.result is None:
            return Standing.NOT_MEASURED
        if self.baseline is None:
            return Standing.REACHED if self.result == self.target else Standing.NO_BASELINE
        if self.target is None:
            return Standing.UNCHANGED if self.result == self.baseline else Standing.CHANGED
        way, gone = self.target - self.baseline, self.result - self.baseline
        if self._is_there(way):
            return Standing.REACHED
        if gone == 0:
            return Standing.UNCHANGED
        return Standing.CLOSER if gone * way > 0 else Standing.FURTHER

    def _is_there(self, way: float) -> bool:
        if self.result is None or self.target is None:
            return False
        if way == 0:
            return self.result == self.target
        return self.result >= self.target if way > 0 else self.result <= self.target


class Asking(StrEnum):
    """Why a test asks what happens now."""

    SOON = "soon"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class EndQuestion:
    """The question that a test asks towards its end; ``days`` are left, or have passed."""

    why: Asking
    days: int


def end_question(
    *, state: CaseState, ends_on: date | None, what_next: str, recommendation: Recommendation | None, today: date
) -> EndQuestion | None:
    """Return what a test asks today, or None.

    In the last sixty days it asks until somebody has written what happens then; after its end until there is a
    recommendation, for a plan is no answer any more.
    """
    if state not in {CaseState.OPEN, CaseState.PAUSED} or ends_on is None or recommendation is not None:
        return None
    left = (ends_on - today).days
    if left < 0:
        return EndQuestion(Asking.OVER, -left)
    if left <= ASKS_DAYS_BEFORE and not what_next:
        return EndQuestion(Asking.SOON, left)
    return None


def cleaned_test(name: str, value: Any) -> Any:
    """Return *value* as a test keeps it.

    Raises:
        FieldInvalid: there is no such field, or the value does not fit it.
    """
    return cleaning.clean(TEST_FIELDS, name, value)


def cleaned_indicator(name: str, value: Any) -> Any:
    """Return *value* as an indicator of a case keeps it.

    Raises:
        FieldInvalid: there is no such field, or the value does not fit it.
    """
    return cleaning.clean(INDICATOR_FIELDS, name, value)


def check_shareable(values: Mapping[str, str], *, is_confidential: bool) -> None:
    """Refuse to share what is confidential, or a result that does not say all that others need.

    Raises:
        ConfidentialNotShared, ResultIncomplete: it cannot be shared.
    """
    if is_confidential:
        raise ConfidentialNotShared
    missing = tuple(name for name in RESULT if not values[name])
    if missing:
        raise ResultIncomplete(missing=missing)
