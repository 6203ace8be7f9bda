"""Agreement measures and voting methods against published numbers, and what must hold for all of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from smartstad_desktop.domain.order.agreement import agreement, consensus, kendalls_w, orders_agree, polarisation
from smartstad_desktop.domain.workshop.voting_methods import borda, copeland
from tests.support.decisions import case

TABLES = some.integers(2, 6).flatmap(
    lambda items: some.lists(some.lists(some.integers(1, 5), min_size=items, max_size=items), min_size=2, max_size=6)
)


def test_kendall_s_w_with_published_ranks() -> None:
    told, expected, tolerance = case("kendall-w-pypi-readme")
    by_rater = [list(column) for column in zip(*told["ratings"], strict=True)]

    assert kendalls_w(by_rater) == pytest.approx(expected["W"], abs=tolerance)


def test_kendall_s_w_with_ties() -> None:
    # By hand: ranks (1.5, 1.5, 3) and (1, 2.5, 2.5) have the sums 2.5, 4 and 5.5, and ties of 6 each.
    assert kendalls_w([[1, 1, 2], [1, 2, 2]]) == pytest.approx(12 * (1.5**2 + 1.5**2) / (4 * 24 - 2 * 12))
    assert kendalls_w([[1, 2, 3], [10, 20, 30]]) == 1
    assert kendalls_w([[1, 2, 3], [3, 2, 1]]) == 0


def test_nothing_to_agree_about_is_none() -> None:
    assert kendalls_w([]) is None
    assert kendalls_w([[1, 2, 3]]) is None
    assert kendalls_w([[1], [2]]) is None
    assert kendalls_w([[2, 2, 2], [1, 1, 1]]) is None
    assert consensus([0, 0, 0]) is None
    assert agreement([]) is None
    assert polarisation([0, 0]) is None


@given(TABLES, some.randoms(use_true_random=False))
def test_agreement_on_an_order_stays_the_same_when_judges_or_items_are_shuffled(
    table: list[list[int]], chance: object
) -> None:
    found = kendalls_w(table)
    order = list(range(len(table[0])))
    chance.shuffle(order)  # type: ignore[attr-defined]  hypothesis hands in a random.Random
    shuffled = [[row[at] * 10 for at in order] for row in reversed(table)]

    if found is None:
        assert kendalls_w(shuffled) is None
    else:
        assert 0 <= found <= 1 + 1e-9
        assert kendalls_w(shuffled) == pytest.approx(found)


def test_orders_are_compared_on_the_largest_common_ground() -> None:
    orders = [{"a": 3.0, "b": 2.0, "c": 1.0, "d": 5.0}, {"a": 9.0, "b": 8.0, "c": 7.0}, {"c": 1.0, "b": 2.0, "a": 3.0}]
    found = orders_agree([*orders, {"d": 1.0}], 3)

    assert found is not None
    assert (found.kendalls_w, found.judges, found.items) == (1, 3, 3)
    assert orders_agree(orders[:2], 3) is None
    assert orders_agree([], 3) is None
    assert orders_agree([{"a": 1.0, "b": 1.0, "c": 1.0}] * 3, 3) is None


def test_tastle_and_wierman_s_consensus() -> None:
    told, expected, tolerance = case("tastle-wierman-consensus")

    assert consensus(told["frequencies"]) == pytest.approx(expected["consensus"], abs=tolerance)


def test_van_der_eijk_s_agreement_and_polarisation() -> None:
    told, expected, tolerance = case("van-der-eijk-agreement")

    assert agreement(told["frequencies"]) == pytest.approx(expected["agreement_A"], abs=tolerance)
    assert polarisation(told["frequencies"]) == pytest.approx(expected["polarization"], abs=tolerance)


def test_the_ends_of_both_measures() -> None:
    assert (consensus([0, 9, 0, 0, 0]), agreement([0, 9, 0, 0, 0])) == (1, 1)
    assert consensus([5, 0, 0, 0, 5]) == pytest.approx(0)
    assert agreement([5, 0, 0, 0, 5]) == pytest.approx(-1)
    assert agreement([2, 2, 2, 2, 2]) == pytest.approx(0)


@given(some.lists(some.integers(0, 20), min_size=2, max_size=7).filter(any), some.integers(2, 5))
def test_measures_of_a_scale_do_not_change_with_the_size_or_the_direction(counts: list[int], factor: int) -> None:
    for measure in (consensus, agreement):
        found = measure(counts)
        assert found is not None
        assert -1 - 1e-9 <= found <= 1 + 1e-9
        assert measure([count * factor for count in counts]) == pytest.approx(found)
        assert measure(counts[::-1]) == pytest.approx(found)


def test_borda_with_ties_everywhere() -> None:
    told, expected, _tolerance = case("borda-six-items-with-ties")
    orders = [{item: -rank for item, rank in enumerate(ranking, 1)} for ranking in told["rankings"]]
    found = borda(orders)

    assert [sum(ranking[at] for ranking in told["rankings"]) for at in range(6)] == expected["rank_sums"]
    groups = [sorted(item for item, place in found.places.items() if place == at) for at in (1, 3, 5)]
    assert groups == expected["tied_groups_best_to_worst"]
    # A rank sum is what the mean share of beaten items comes from: (m·n − sum) / (m·(n − 1)).
    assert [found.points[item] for item in range(1, 7)] == pytest.approx(
        [(24 - rank_sum) / 20 for rank_sum in expected["rank_sums"]]
    )


def test_copeland_with_arslan_and_bircan_s_ranks() -> None:
    told, expected, _tolerance = case("copeland-arslan-bircan-2020")
    orders = [{item: -rank for item, rank in enumerate(ranks, 1)} for ranks in told["ranks"].values()]
    found = copeland(orders)
    points = [found.points[item] for item in expected["order_worst_to_best"]]

    assert points == sorted(points)
    assert [found.points[item] for item in range(1, 6)] == [10, -10, 18, -4, 12]


ORDERS = some.lists(some.dictionaries(some.integers(1, 5), some.integers(1, 4).map(float), max_size=5), max_size=5)


@given(ORDERS)
def test_counting_does_not_care_who_comes_first_or_how_large_values_are(orders: list[dict[int, float]]) -> None:
    larger = [{item: value * 3 + 1 for item, value in order.items()} for order in reversed(orders)]

    for method in (borda, copeland):
        found, again = method(orders), method(larger)
        assert found.points.keys() == again.points.keys()
        assert all(again.points[item] == pytest.approx(points) for item, points in found.points.items())
        assert found.places == {item: again.places[item] for item in found.places}


def test_somebody_who_left_an_item_out_says_nothing_about_it() -> None:
    orders = [{"a": 3.0, "b": 2.0, "c": 1.0}, {"b": 2.0, "c": 1.0}]

    assert borda(orders).places == {"a": 1, "b": 2, "c": 3}
    assert copeland(orders).points == {"a": 2, "b": 0, "c": -2}
    assert borda([]).places == {}
    assert copeland([{"a": 1.0}]).places == {"a": 1}
    assert borda([{"a": 1.0}]).points == {}
