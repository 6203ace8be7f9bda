"""Risks: likelihood times consequence, what that means, and which are the greatest (domain 6.13)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid

STEPS: Final = range(1, 5)
#: A product from which a risk is high, and medium.
HIGH_FROM: Final = 12
MEDIUM_FROM: Final = 6
#: So many of the greatest risks are told first (seed S1-45).
GREATEST: Final = 2


class Gravity(StrEnum):
    """How grave a risk is."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class RiskStepUnknown(FieldInvalid):
    """Likelihood and consequence have four steps."""

    code = "risk_step_unknown"


def gravity(likelihood: int, consequence: int) -> Gravity:
    """Return how grave a risk is."""
    value = likelihood * consequence
    if value >= HIGH_FROM:
        return Gravity.HIGH
    return Gravity.MEDIUM if value >= MEDIUM_FROM else Gravity.LOW


def _step(name: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value not in STEPS:
        raise RiskStepUnknown(field=name)
    return value


#: What can be set on a risk.
RISK_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("name_sv", "name_nb", "name_en"), cleaning.text),
    **dict.fromkeys(("response_sv", "response_nb", "response_en", "owner", "comment"), cleaning.text),
    **dict.fromkeys(("likelihood", "consequence"), _step),
    **dict.fromkeys(("review_on", "closed_on"), cleaning.day),
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A risk as it is weighed against others; ``place`` is where it stands in the list."""

    id: int
    likelihood: int
    consequence: int
    place: int
    is_closed: bool = False


def greatest(risks: Iterable[Weighed]) -> tuple[int, ...]:
    """Return the two greatest open risks: the highest product, then the worse consequence, then the place.

    Low risks are not great, even when there are no others.
    """
    open_ones = [
        risk for risk in risks if not risk.is_closed and gravity(risk.likelihood, risk.consequence) is not Gravity.LOW
    ]
    open_ones.sort(key=lambda risk: (-risk.likelihood * risk.consequence, -risk.consequence, risk.place))
    return tuple(risk.id for risk in open_ones[:GREATEST])


def is_due(review_on: date | None, closed_on: date | None, today: date) -> bool:
    """Return whether somebody should look at a risk again."""
    return closed_on is None and review_on is not None and review_on <= today
