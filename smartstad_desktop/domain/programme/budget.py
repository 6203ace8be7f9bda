"""Budget lines in several dimensions, and whether their totals hold (domain 0, finding 10)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid, RuleError
from smartstad_desktop.domain.inventory import FundingNature

#: Years a programme of this kind can be about.
FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2100
#: Letters of a currency's code (ISO 4217).
CURRENCY_LETTERS: Final = 3


class BudgetKind(StrEnum):
    """What a line of the budget is about; a frame is what is aimed at, a grant what has been given."""

    COST = "cost"
    FRAME = "frame"
    APPLIED = "applied"
    GRANT = "grant"
    CO_FUNDING = "co_funding"
    IN_KIND = "in_kind"


class Sum(StrEnum):
    """How a stated total stands to its shares; ``partly`` is when some share has no amount."""

    ALONE = "alone"
    PARTLY = "partly"
    HOLDS = "holds"
    DIFFERS = "differs"
    UNSTATED = "unstated"


class Dimension(StrEnum):
    """What money can be laid out by."""

    KIND = "kind"
    YEAR = "year"
    SOURCE = "source"
    PURPOSE = "purpose"
    RECEIVER = "receiver"


class BudgetNameMissing(FieldInvalid):
    """A budget line needs a name."""

    code = "budget_name_missing"


class BudgetYearsReversed(FieldInvalid):
    """A budget line ends before it begins. Parameters: ``first``, ``last``."""

    code = "budget_years_reversed"


class BudgetYearUnlikely(FieldInvalid):
    """A year is not one a programme can be about. Parameters: ``first``, ``last``."""

    code = "budget_year_unlikely"


class CurrencyUnknown(FieldInvalid):
    """A currency is written with three letters, such as SEK."""

    code = "currency_unknown"


class ShareOfItself(RuleError):
    """A line cannot be a share of itself or of one of its own shares. Parameters: ``name``."""

    code = "share_of_itself"


class ShareInOtherCurrency(RuleError):
    """A share is in the currency of its total; currencies are never added. Parameters: ``name``, ``currency``."""

    code = "share_in_other_currency"


def _currency(_name: str, value: Any) -> str:
    code = str(value or "").strip().upper()
    if len(code) != CURRENCY_LETTERS or not code.isascii() or not code.isalpha():
        raise CurrencyUnknown(field="currency")
    return code


def _year(name: str, value: Any) -> int | None:
    year = cleaning.whole(name, value)
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise BudgetYearUnlikely(field=name, first=FIRST_YEAR, last=LAST_YEAR)
    return year


#: What can be set on a budget line; amounts are whole units of its currency.
BUDGET_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(
        ("name", "purpose", "source", "receiver", "restriction", "allocation_key", "comment"), cleaning.text
    ),
    "kind": cleaning.choice(BudgetKind),
    "nature": cleaning.choice(FundingNature),
    "currency": _currency,
    **dict.fromkeys(("amount", "used"), cleaning.whole),
    **dict.fromkeys(("first_year", "last_year"), _year),
    **dict.fromkeys(("municipality_id", "organisation_id", "decision_id"), cleaning.row),
    **dict.fromkeys(("is_earmarked", "has_overhead"), cleaning.flag),
}


def check_line(name: str, first_year: int | None, last_year: int | None) -> None:
    """Refuse a line without a name, or whose years run backwards.

    Raises:
        BudgetNameMissing: it has no name.
        BudgetYearsReversed: it ends before it begins.
    """
    if not name:
        raise BudgetNameMissing(field="name")
    if first_year is not None and last_year is not None and last_year < first_year:
        raise BudgetYearsReversed(field="last_year", first=first_year, last=last_year)


@dataclass(frozen=True, slots=True)
class Total:
    """A stated amount and what its shares come to; ``difference`` is shares less what is stated."""

    state: Sum
    shares: int
    difference: int


def total(stated: int | None, shares: Sequence[int | None]) -> Total:
    """Return how a stated amount stands to its shares; a total may stand alone, and a share may be unknown."""
    known = sum(share for share in shares if share is not None)
    if not shares:
        return Total(Sum.ALONE, 0, 0)
    if stated is None:
        return Total(Sum.UNSTATED, known, 0)
    if any(share is None for share in shares):
        # More than is stated is wrong even before the rest is known.
        return Total(Sum.DIFFERS if known > stated else Sum.PARTLY, known, known - stated)
    return Total(Sum.HOLDS if known == stated else Sum.DIFFERS, known, known - stated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """One amount with what it can be laid out by; years are first to last, inclusive."""

    kind: BudgetKind
    amount: int
    used: int
    currency: str
    first_year: int | None
    last_year: int | None
    source: str
    purpose: str
    receiver: str


@dataclass(frozen=True, slots=True)
class Funding:
    """What is aimed at, given and used in one currency; a frame and a grant are never added together."""

    currency: str
    by_kind: Mapping[BudgetKind, int]
    used: int

    @property
    def gap(self) -> int | None:
        """Return what is left to find of the frame; None when no frame is stated."""
        frame = self.by_kind.get(BudgetKind.FRAME)
        return None if frame is None else frame - self.by_kind.get(BudgetKind.GRANT, 0)


def fundings(moneys: Iterable[Money]) -> tuple[Funding, ...]:
    """Return the sums of each currency, in order of the currencies' codes."""
    by_currency: defaultdict[str, list[Money]] = defaultdict(list)
    for money in moneys:
        by_currency[money.currency].append(money)
    return tuple(
        Funding(
            currency,
            {
                kind: sum(money.amount for money in found if money.kind is kind)
                for kind in BudgetKind
                if any(money.kind is kind and money.amount for money in found)
            },
            sum(money.used for money in found),
        )
        for currency, found in sorted(by_currency.items())
    )


def laid_out(moneys: Iterable[Money], dimension: Dimension) -> dict[str, int]:
    """Return amounts of one currency and kind by a dimension, in order of first mention.

    Money of several years without a sum for each stands under those years together: nobody has said how it is spread.
    """
    found: dict[str, int] = {}
    for money in moneys:
        place = _place(money, dimension)
        found[place] = found.get(place, 0) + money.amount
    return found


def _place(money: Money, dimension: Dimension) -> str:
    if dimension is Dimension.YEAR:
        first, last = money.first_year, money.last_year
        if first is None and last is None:
            return ""
        return str(first or last) if first == last or last is None or first is None else f"{first}–{last}"
    return str(getattr(money, dimension.value))
