"""The limits of procurement law on a day, and how a value stands to them. Nothing is guessed: no row, no answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid, RuleError
from smartstad_desktop.domain.procurement.procurement import Category, Certainty, Law, ThresholdRule

#: In which order the limits are read, from the smallest on.
_ORDER: Final = tuple(ThresholdRule)


class ThresholdAmountMissing(FieldInvalid):
    """A limit needs an amount above zero."""

    code = "threshold_amount_missing"


class ThresholdDaysWrong(FieldInvalid):
    """A limit ceases to hold before it begins. Parameters: ``start``, ``end``."""

    code = "threshold_days_wrong"


class ThresholdSourceMissing(FieldInvalid):
    """A limit says where it is from, or nobody can look it up again."""

    code = "threshold_source_missing"


class NoThreshold(RuleError):
    """No limit is known for a day. Parameters: ``rule``, ``day``."""

    code = "no_threshold"


class Standing(StrEnum):
    """How a value stands to a limit."""

    BELOW = "below"
    ABOVE = "above"
    UNKNOWN = "unknown"
    OTHER_CURRENCY = "other_currency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A limit in whole units of its currency, with the days it holds and where it is from."""

    id: int = 0
    country: str
    rule: ThresholdRule
    law: Law
    category: Category
    amount: int
    currency: str
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""
    certainty: Certainty = Certainty.VERIFIED
    comment: str = ""

    def holds_on(self, day: date) -> bool:
        """Return whether it is in force on *day*."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """What the limits are asked about: whose law, which act, what is bought, in which currency it is counted."""

    country: str
    law: Law
    category: Category
    currency: str

    def is_met_by(self, limit: Threshold) -> bool:
        """Return whether *limit* is about this kind of purchase."""
        return (limit.country, limit.law, limit.category) == (self.country, self.law, self.category)


@dataclass(frozen=True, slots=True)
class Compared:
    """A limit and how the value stands to it; without a limit for the day there is only the rule."""

    rule: ThresholdRule
    standing: Standing
    limit: Threshold | None = None

    @property
    def is_uncertain(self) -> bool:
        """Return whether somebody should look the limit up before it is relied on."""
        return self.limit is not None and self.limit.certainty is Certainty.CHECK


#: What can be set on a limit.
THRESHOLD_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("source", "comment"), cleaning.text),
    "country": lambda name, value: cleaning.text(name, value).upper(),
    "currency": lambda name, value: cleaning.text(name, value).upper(),
    "rule": cleaning.choice(ThresholdRule),
    "law": cleaning.choice(Law),
    "category": cleaning.choice(Category),
    "certainty": cleaning.choice(Certainty),
    "amount": cleaning.whole,
    "valid_from": cleaning.day,
    "valid_to": cleaning.day,
}


def limit_on(limits: Iterable[Threshold], purchase: Purchase, rule: ThresholdRule, day: date) -> Threshold:
    """Return the limit in force on *day*; one in the purchase's currency before another, the latest before older ones.

    Raises:
        NoThreshold: none is known for that day; nothing is taken from another year.
    """
    found = [each for each in limits if each.rule is rule and purchase.is_met_by(each) and each.holds_on(day)]
    if not found:
        raise NoThreshold(rule=rule, day=day)
    return max(found, key=lambda each: (each.currency == purchase.currency, each.valid_from or date.min, each.id))


def compare(limits: Sequence[Threshold], purchase: Purchase, value: int, day: date) -> tuple[Compared, ...]:
    """Return how *value* stands on *day* to every limit that this kind of purchase has ever had.

    A value that equals a limit has reached it: a direct award must be below.
    """
    rules = {each.rule for each in limits if purchase.is_met_by(each)}
    return tuple(_compared(limits, purchase, rule, value, day) for rule in _ORDER if rule in rules)


def _compared(limits: Sequence[Threshold], purchase: Purchase, rule: ThresholdRule, value: int, day: date) -> Compared:
    try:
        limit = limit_on(limits, purchase, rule, day)
    except NoThreshold:
        return Compared(rule, Standing.UNKNOWN)
    if limit.currency != purchase.currency:
        return Compared(rule, Standing.OTHER_CURRENCY, limit)
    return Compared(rule, Standing.BELOW if value < limit.amount else Standing.ABOVE, limit)


def cleaned_threshold(name: str, value: Any) -> Any:
    """Return *value* as a limit keeps it.

    Raises:
        FieldInvalid: there is no such field, or the value does not fit it.
    """
    return cleaning.clean(THRESHOLD_FIELDS, name, value)


def check_threshold(values: Mapping[str, Any]) -> None:
    """Refuse a limit that cannot be so.

    Raises:
        ThresholdAmountMissing, ThresholdDaysWrong, ThresholdSourceMissing, FieldInvalid: it cannot.
    """
    for name in ("country", "rule", "law", "category", "currency", "certainty"):
        if not values.get(name):
            raise FieldInvalid(field=name)
    if not values.get("amount"):
        raise ThresholdAmountMissing(field="amount")
    start, end = values.get("valid_from"), values.get("valid_to")
    if start is not None and end is not None and end < start:
        raise ThresholdDaysWrong(field="valid_to", start=start, end=end)
    if not values.get("source"):
        raise ThresholdSourceMissing(field="source")
