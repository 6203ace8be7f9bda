"""What a municipality commits to in a measure: its role, its pace and its money, in total and year by year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from smartstad_desktop.domain.errors import FieldInvalid, RuleError
from smartstad_desktop.domain.plan import wording
from smartstad_desktop.domain.plan.plan import YEARS, CommitmentRole
from smartstad_desktop.domain.values import Amount

COMMITMENT_TEXTS: Final = ("year", "adoption", "owner_unit", "comment")


class YearsDoNotAddUp(FieldInvalid):
    """A budget is not the sum of its years. Parameters: ``total``, ``budget``."""

    code = "years_do_not_add_up"


class YearUnknown(FieldInvalid):
    """An amount falls on a year. Parameters: ``first``, ``last``."""

    code = "budget_year_unknown"


class MunicipalityLeft(RuleError):
    """A municipality of the past commits to nothing new. Parameters: ``name``."""

    code = "municipality_left"


def cleaned_commitment(name: str, value: Any) -> Any:
    """Return *value* as a commitment keeps it in the field *name*.

    Raises:
        FieldInvalid: there is no such field, or the value does not fit it.
    """
    if name == "role":
        try:
            return CommitmentRole(value).value
        except ValueError as error:
            raise FieldInvalid(field=name) from error
    if name == "budget":
        return wording.money(name, value)
    if name in COMMITMENT_TEXTS:
        return wording.limited(name, value)
    raise FieldInvalid(field=name)


def cleaned_years(value: Mapping[Any, Any]) -> dict[int, int]:
    """Return amounts by year; a year without an amount is left out.

    Raises:
        YearUnknown: what stands for a year is none.
        FieldInvalid: an amount is none.
    """
    found: dict[int, int] = {}
    for year, amount in value.items():
        if isinstance(year, bool) or not isinstance(year, int) or year not in YEARS:
            raise YearUnknown(field="years", first=YEARS[0], last=YEARS[-1])
        cleaned = wording.money("years", amount)
        if cleaned is not None:
            found[year] = cleaned
    return dict(sorted(found.items()))


def years_with_budget(years: Mapping[int, int], budget: int | None) -> dict[int, int]:
    """Return the years of a commitment whose budget becomes *budget*.

    A single year follows the budget; with several nobody can know which of them changed.

    Raises:
        YearsDoNotAddUp: the budget is not their sum.
    """
    total = sum(years.values())
    if not years or budget == total:
        return dict(years)
    if len(years) == 1 and budget is not None:
        return dict.fromkeys(years, budget)
    told = None if budget is None else Amount(budget)
    raise YearsDoNotAddUp(field="budget", total=Amount(total), budget=told)
