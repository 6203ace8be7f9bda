"""The hint about which way a value points to says no more than is known."""

from __future__ import annotations

import pytest

from smartstad_desktop.domain.procurement.procurement import Category, Law, ThresholdRule
from smartstad_desktop.domain.procurement.thresholds import Compared, Standing, Threshold
from smartstad_desktop.domain.values import Language
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.text.procurement.words import limit_line, route_line

BOOK = phrasebook(Language.EN)
DIRECT, EU = (
    Threshold(
        country="SE", rule=rule, law=Law.GENERAL, category=Category.GOODS_SERVICES, amount=700_000, currency="SEK"
    )
    for rule in (ThresholdRule.DIRECT_AWARD, ThresholdRule.EU)
)


@pytest.mark.parametrize(
    ("direct", "eu", "unknown", "told"),
    [
        (Standing.BELOW, Standing.BELOW, 0, "Points to a direct award"),
        (Standing.BELOW, Standing.BELOW, 2, "2 municipalities lack a value, so the sum is at least"),
        (Standing.ABOVE, Standing.BELOW, 1, "cannot be told before all values are there"),
        (Standing.ABOVE, Standing.ABOVE, 1, "Points to a notice in the whole EU/EEA."),
    ],
)
def test_with_missing_values_nothing_points_to_a_way_that_is_open_only_below_a_limit(
    direct: Standing, eu: Standing, unknown: int, told: str
) -> None:
    compared = (Compared(DIRECT.rule, direct, DIRECT), Compared(EU.rule, eu, EU))
    line = route_line(compared, 500_000, "SEK", BOOK, unknown=unknown)

    assert told in line
    assert ("direct award" in line) is (not unknown)
    assert "national notice" not in line
    assert ("values are missing" in limit_line(compared[0], "", BOOK, is_least=unknown > 0)) is (
        unknown > 0 and direct is Standing.BELOW
    )
