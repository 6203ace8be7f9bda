"""Results under weights, how far they may move, and where nothing stands."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartstad_desktop.domain.goals.goal_matrix import (
    DOUBT,
    ValueOffScale,
    absent,
    check_value,
    counted,
    order,
    result,
    shared_out,
    steps_of,
    without_support,
)
from smartstad_desktop.domain.goals.goal_standing import standing
from smartstad_desktop.domain.goals.goals import Scale

ANSWERS = st.lists(st.sampled_from([None, -1, 0, 1, 2, 3]), min_size=1, max_size=7)
WEIGHTS = [22, 18, 20, 10, 14, 10, 6]


def test_a_result_is_the_weighted_share_of_what_could_be_given() -> None:
    found = result([1, 2, 3, 3, 1, 2, 1], WEIGHTS)
    assert found.value == pytest.approx((22 + 36 + 60 + 30 + 14 + 20 + 6) / 3)
    assert found.answered == 1
    assert found.low < (found.value or 0) < found.high


def test_missing_is_not_zero() -> None:
    few = result([3, None, None, None, None, None, None], WEIGHTS)
    assert few.value is None
    half = result([3, 3, 3, None, None, None, None], WEIGHTS)
    zero = result([3, 3, 3, 0, 0, 0, 0], WEIGHTS)
    assert half.value == pytest.approx(100)
    assert zero.value == pytest.approx(60)
    assert half.low == pytest.approx(zero.low)
    assert half.high == pytest.approx(100)


def test_harm_takes_a_result_below_zero() -> None:
    assert result([-1, -1], [1, 1]).value == pytest.approx(-100 / 3)
    assert result([3, -1], [1, 1]).value == pytest.approx(100 / 3)


@given(ANSWERS, st.data())
def test_the_reach_holds_every_weighting_within_the_doubt(answers: list[int | None], data: st.DataObject) -> None:
    weights = data.draw(st.lists(st.integers(min_value=1, max_value=40), min_size=len(answers), max_size=len(answers)))
    found = result(answers, weights)
    for factors in itertools.islice(itertools.product((1 - DOUBT, 1, 1 + DOUBT), repeat=len(answers)), 300):
        moved = [weight * factor for weight, factor in zip(weights, factors, strict=True)]
        other = result(answers, moved)
        if other.value is not None:
            assert found.low - 1e-6 <= other.value <= found.high + 1e-6


@given(ANSWERS, st.integers(min_value=2, max_value=9))
def test_only_proportions_of_weights_count(answers: list[int | None], factor: int) -> None:
    weights = [float(place + 1) for place in range(len(answers))]
    one, other = result(answers, weights), result(answers, [weight * factor for weight in weights])
    assert one.value == pytest.approx(other.value)
    assert (one.low, one.high) == pytest.approx((other.low, other.high))


@given(st.lists(st.floats(min_value=0, max_value=50), min_size=1, max_size=40))
def test_shares_add_up_to_a_hundred(parts: list[float]) -> None:
    shared = shared_out(parts)
    assert sum(shared) == 100
    assert min(shared) >= 0


def test_equal_shares_and_weights_that_are_missing() -> None:
    assert shared_out([1] * 7) == [15, 15, 14, 14, 14, 14, 14]
    assert shared_out([]) == []
    assert counted([None, 0]) == [1.0, 1.0]
    assert counted([None, 30, 70]) == [0.0, 30, 70]


def test_the_scales_have_their_numbers() -> None:
    assert steps_of(Scale.CONTRIBUTION) == (-1, 0, 1, 2, 3)
    assert steps_of(Scale.COVERAGE) == (0, 1, 2, 3)
    check_value(Scale.IMPORTANCE, -1)
    with pytest.raises(ValueOffScale):
        check_value(Scale.COVERAGE, -1)


def test_rows_without_a_result_come_last() -> None:
    results = [result([None, None], [1, 1]), result([1, 1], [1, 1]), result([3, 3], [1, 1])]
    assert order(results) == [2, 1, 0]


def test_an_order_with_wide_gaps_holds_and_a_tie_does_not() -> None:
    weights = [25.0, 25.0, 25.0, 25.0]
    clear = [[3, 3, 3, 3], [2, 2, 2, 2], [1, 1, 1, 1], [0, 0, 0, 0]]
    firm = standing(clear, weights, rounds=500)
    assert firm is not None
    assert (firm.share, firm.swapping) == (1.0, None)
    close = standing([[3, 0, 0, 0], [0, 3, 0, 0], [0, 0, 3, 0], [0, 0, 0, 3]], weights, rounds=500)
    assert close is not None
    assert close.share < 0.2
    assert close.swapping is not None
    assert standing(clear[:3], weights) is None


def test_gaps() -> None:
    columns = {7: [0, None, -1], 8: [3, 0, None], 9: [1, 1, 1]}
    assert without_support(columns) == [7]
    towns = [{1}, {2}, {3}]
    assert absent(columns, towns, [1, 2, 3]) == {8: [2, 3]}
