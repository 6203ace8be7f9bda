"""Limits are found for a day, never guessed, and name what is uncertain."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.procurement.procurement import Category, Certainty, Law, ThresholdRule
from smartstad_desktop.domain.procurement.thresholds import (
    NoThreshold,
    Purchase,
    Standing,
    Threshold,
    ThresholdAmountMissing,
    ThresholdDaysWrong,
    ThresholdSourceMissing,
    check_threshold,
    compare,
    limit_on,
)

PURCHASE = Purchase(country="SE", law=Law.GENERAL, category=Category.GOODS_SERVICES, currency="SEK")
DIRECT = Threshold(
    id=1,
    country="SE",
    rule=ThresholdRule.DIRECT_AWARD,
    law=Law.GENERAL,
    category=Category.GOODS_SERVICES,
    amount=700_000,
    currency="SEK",
    valid_from=date(2022, 2, 1),
    valid_to=date(2025, 12, 31),
)
OLDER = replace(DIRECT, id=2, amount=615_312, valid_from=date(2020, 1, 1), valid_to=date(2022, 1, 31))
UNSURE = replace(DIRECT, id=3, valid_from=date(2026, 1, 1), valid_to=None, certainty=Certainty.CHECK)
IN_EURO = replace(
    DIRECT, id=4, rule=ThresholdRule.EU, amount=216_000, currency="EUR", valid_from=date(2026, 1, 1), valid_to=None
)
EU = replace(DIRECT, id=5, rule=ThresholdRule.EU, amount=2_389_585, valid_from=date(2024, 1, 1))
ALL = (DIRECT, OLDER, UNSURE, IN_EURO, EU)


@pytest.mark.parametrize(
    ("day", "number"), [(date(2022, 1, 31), 2), (date(2022, 2, 1), 1), (date(2025, 12, 31), 1), (date(2026, 1, 1), 3)]
)
def test_the_limit_of_the_day_counts(day: date, number: int) -> None:
    assert limit_on(ALL, PURCHASE, ThresholdRule.DIRECT_AWARD, day).id == number


@pytest.mark.parametrize(
    "purchase",
    [
        replace(PURCHASE, country="NO"),
        replace(PURCHASE, law=Law.UTILITIES),
        replace(PURCHASE, category=Category.SOCIAL_SERVICES),
    ],
)
def test_a_limit_of_something_else_is_none(purchase: Purchase) -> None:
    with pytest.raises(NoThreshold):
        limit_on(ALL, purchase, ThresholdRule.DIRECT_AWARD, date(2025, 5, 1))

    assert compare(ALL, purchase, 1, date(2025, 5, 1)) == ()


def test_nothing_is_taken_from_another_year() -> None:
    with pytest.raises(NoThreshold) as refusal:
        limit_on((OLDER, EU), PURCHASE, ThresholdRule.DIRECT_AWARD, date(2026, 3, 1))

    assert refusal.value.parameters["day"] == date(2026, 3, 1)
    found = {each.rule: each.standing for each in compare((OLDER, EU), PURCHASE, 9_000_000, date(2026, 3, 1))}
    assert found == {ThresholdRule.DIRECT_AWARD: Standing.UNKNOWN, ThresholdRule.EU: Standing.UNKNOWN}


def test_a_value_that_equals_a_limit_has_reached_it() -> None:
    day = date(2025, 5, 1)

    below = compare(ALL, PURCHASE, 699_999, day)
    at = compare(ALL, PURCHASE, 700_000, day)

    assert [each.standing for each in below] == [Standing.BELOW, Standing.BELOW]
    assert [each.standing for each in at] == [Standing.ABOVE, Standing.BELOW]


def test_another_currency_is_never_counted_over_and_what_is_uncertain_is_named() -> None:
    direct, eu = compare(ALL, PURCHASE, 100_000_000, date(2026, 11, 22))

    assert (direct.standing, direct.is_uncertain) == (Standing.ABOVE, True)
    assert (eu.standing, eu.limit) == (Standing.OTHER_CURRENCY, IN_EURO)
    in_kronor = replace(IN_EURO, id=6, amount=2_400_000, currency="SEK")
    assert compare((*ALL, in_kronor), PURCHASE, 1, date(2026, 11, 22))[1].limit == in_kronor


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"amount": None}, ThresholdAmountMissing),
        ({"amount": 0}, ThresholdAmountMissing),
        ({"valid_to": date(2021, 1, 1)}, ThresholdDaysWrong),
        ({"source": ""}, ThresholdSourceMissing),
        ({"country": ""}, FieldInvalid),
    ],
)
def test_a_limit_that_cannot_be_is_refused(changes: dict[str, object], refusal: type[FieldInvalid]) -> None:
    values = {
        "country": "SE",
        "rule": ThresholdRule.EU,
        "law": Law.GENERAL,
        "category": Category.WORKS,
        "currency": "SEK",
        "certainty": Certainty.CHECK,
        "amount": 1,
        "valid_from": date(2022, 1, 1),
        "valid_to": None,
        "source": "LOU",
    }
    check_threshold(values)

    with pytest.raises(refusal):
        check_threshold(values | changes)
