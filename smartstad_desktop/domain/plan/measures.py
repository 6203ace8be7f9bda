"""What a measure of the plan holds, and what it lacks before it can be decided on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid, RuleError
from smartstad_desktop.domain.plan import wording
from smartstad_desktop.domain.plan.parts import Horizon
from smartstad_desktop.domain.plan.plan import CommitmentRole

MEASURE_TEXTS: Final = (
    *("title", "band", "why", "what", "effect", "beneficiary", "owner", "time"),
    *("money_source", "risk", "next_decision", "deviation_reason"),
)
MEASURE_MONEY: Final = ("money_one_off", "money_running")
#: From working against a goal to serving it directly.
CONTRIBUTIONS: Final = range(-3, 4)


class ContributionOff(FieldInvalid):
    """A measure serves a goal from -3 to 3. Parameters: ``lowest``, ``highest``."""

    code = "contribution_off"


class MeasureDaysReversed(FieldInvalid):
    """A measure ends before it begins. Parameters: ``start``, ``end``."""

    code = "measure_days_reversed"


class MeasureConfidential(RuleError):
    """What is confidential is no measure of a plan that everybody reads. Parameters: ``title``."""

    code = "measure_confidential"


#: What can be set on a measure.
MEASURE_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(MEASURE_TEXTS, wording.limited),
    **dict.fromkeys(MEASURE_MONEY, wording.money),
    **dict.fromkeys(("starts_on", "ends_on"), cleaning.day),
    "title": wording.title,
    "horizon": cleaning.choice(Horizon),
    "owner_municipality_id": cleaning.row,
}


def check_days(start: date | None, end: date | None) -> None:
    """Refuse a measure that ends before it begins.

    Raises:
        MeasureDaysReversed: it does.
    """
    if start is not None and end is not None and end < start:
        raise MeasureDaysReversed(field="time", start=start, end=end)


def contribution(value: Any) -> int:
    """Return *value* as how a measure serves a goal.

    Raises:
        ContributionOff: it is no step of the scale.
    """
    if isinstance(value, bool) or not isinstance(value, int) or value not in CONTRIBUTIONS:
        raise ContributionOff(field="contribution", lowest=CONTRIBUTIONS[0], highest=CONTRIBUTIONS[-1])
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFacts:
    """What a complete measure is judged by; ``has_goals`` and ``has_risks`` are links to goals and to the register."""

    why: str = ""
    what: str = ""
    effect: str = ""
    owner: str = ""
    time: str = ""
    money_one_off: int | None = None
    money_running: int | None = None
    risk: str = ""
    next_decision: str = ""
    deviation_reason: str = ""
    roles: tuple[CommitmentRole, ...] = ()
    has_goals: bool = False
    has_risks: bool = False
    deviates: bool = False


def missing_in(measure: MeasureFacts) -> tuple[str, ...]:
    """Return what a measure lacks before it can be decided on, in the order of the form."""
    held = {
        "why": bool(measure.why),
        "what": bool(measure.what),
        "effect": bool(measure.effect) or measure.has_goals,
        "owner": bool(measure.owner),
        "time": bool(measure.time),
        "money": measure.money_one_off is not None or measure.money_running is not None,
        "risk": bool(measure.risk) or measure.has_risks,
        "next_decision": bool(measure.next_decision),
        "leader": CommitmentRole.LEADS in measure.roles,
        "deviation_reason": bool(measure.deviation_reason) or not measure.deviates,
    }
    return tuple(name for name, is_held in held.items() if not is_held)
