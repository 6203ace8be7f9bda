"""The weighted sum on a fixed scale: published numbers, and what must hold whatever is scored."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from smartstad_desktop.domain.order.explaining import differences, swaps
from smartstad_desktop.domain.order.priority import Direction
from smartstad_desktop.domain.order.scoring import combined, in_order, mean_of, places, spread_of, value_of
from tests.support.decisions import case

SCORES = some.one_of(some.none(), some.integers(1, 5).map(float))
WEIGHTS = some.integers(0, 50).map(float)
WAYS = some.sampled_from(Direction)


@some.composite
def tables(draw: some.DrawFn, projects: int = 4) -> tuple[list[list[float | None]], list[float], list[Direction]]:
    count = draw(some.integers(1, 6))
    rows = [draw(some.lists(SCORES, min_size=count, max_size=count)) for _row in range(projects)]
    weights = draw(some.lists(WEIGHTS, min_size=count, max_size=count))
    assume(any(weights))
    return rows, weights, draw(some.lists(WAYS, min_size=count, max_size=count))


def test_kracka_s_weighted_sum() -> None:
    told, expected, tolerance = case("kracka-2010-wsm-multimoora")
    columns = [
        [1 / cell if way == -1 else cell for cell in column]
        for column, way in zip(zip(*told["matrix"], strict=True), told["types"], strict=True)
    ]
    prepared = [[cell / sum(column) for cell in column] for column in columns]
    values = [value_of(row, told["weights"], [Direction.BENEFIT] * 7).value for row in zip(*prepared, strict=True)]

    assert values == pytest.approx(expected["score"], abs=tolerance)
    assert list(places(values)) == expected["ranking"]


def test_low_cost_is_good() -> None:
    valued = value_of([5, 1], [1, 1], [Direction.BENEFIT, Direction.COST])

    assert valued.value == 5
    assert [part.good for part in valued.parts] == [5, 5]
    assert [part.score for part in valued.parts] == [5, 1]


def test_missing_is_not_zero_and_coverage_tells_it() -> None:
    valued = value_of([4, None, 2], [20, 60, 20], [Direction.BENEFIT] * 3)

    assert valued.value == 3
    assert valued.coverage == pytest.approx(0.4)
    assert valued.answered == 2
    assert valued.parts[1].part == 0


def test_nothing_answered_has_no_value_and_no_place() -> None:
    nothing = value_of([None, None], [1, 1], [Direction.BENEFIT] * 2)

    assert (nothing.value, nothing.coverage) == (None, 0)
    assert places([3.0, None, 4.0]) == (2, None, 1)
    assert places([]) == ()
    assert value_of([], [], []).value is None


def test_equal_values_share_a_place() -> None:
    assert places([2.0, 3.0, 3.0, 1.0]) == (3, 1, 1, 4)
    assert in_order([2.0, 3.0, 3.0, 1.0]) == (1, 2, 0, 3)
    # Sums of the same terms in another order differ by rounding only.
    assert places([0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1]) == (1, 1)


@given(tables())
def test_a_new_project_never_reorders_the_others(
    told: tuple[list[list[float | None]], list[float], list[Direction]],
) -> None:
    rows, weights, ways = told
    values = [value_of(row, weights, ways).value for row in rows]

    assert [value_of(row, weights, ways).value for row in rows[1:]] == values[1:]
    assert [at - 1 for at in in_order(values) if at] == list(in_order(values[1:]))


@given(tables(), some.integers(2, 9))
def test_the_unit_of_weights_does_not_matter(
    told: tuple[list[list[float | None]], list[float], list[Direction]], factor: int
) -> None:
    rows, weights, ways = told
    larger = [weight * factor for weight in weights]

    for row in rows:
        assert value_of(row, larger, ways).value == pytest.approx(value_of(row, weights, ways).value)


@given(tables(), some.randoms(use_true_random=False))
def test_the_order_of_criteria_does_not_matter(
    told: tuple[list[list[float | None]], list[float], list[Direction]], chance: object
) -> None:
    rows, weights, ways = told
    order = list(range(len(weights)))
    chance.shuffle(order)  # type: ignore[attr-defined]  hypothesis hands in a random.Random

    for row in rows:
        turned = value_of([row[at] for at in order], [weights[at] for at in order], [ways[at] for at in order])
        straight = value_of(row, weights, ways)
        assert turned.value == pytest.approx(straight.value)
        assert turned.coverage == pytest.approx(straight.coverage)


@given(tables())
def test_parts_add_up_and_values_stay_on_the_scale(
    told: tuple[list[list[float | None]], list[float], list[Direction]],
) -> None:
    rows, weights, ways = told
    for row in rows:
        valued = value_of(row, weights, ways)
        if valued.value is not None:
            assert sum(part.part for part in valued.parts) == pytest.approx(valued.value)
            assert 1 - 1e-9 <= valued.value <= 5 + 1e-9
        assert mean_of(row, weights, ways) == pytest.approx(valued.value)


@given(some.integers(1, 5), some.lists(some.integers(0, 50).map(float), min_size=1, max_size=6).filter(any))
def test_a_column_where_all_are_equal_decides_nothing(score: int, weights: list[float]) -> None:
    ways = [Direction.BENEFIT] * len(weights)
    values = [value_of([float(score)] * len(weights), weights, ways).value for _project in range(3)]

    assert places(values) == (1, 1, 1)
    assert values[0] == pytest.approx(score)


def test_together_counts_before_the_mean_of_municipalities() -> None:
    assert combined(4, [1, 1, 1]) == 4
    assert combined(None, [1, 2, 3]) == 2
    assert combined(None, []) is None


def test_a_spread_tells_lowest_highest_and_deviation() -> None:
    spread = spread_of([1.0, 3.0, 5.0])

    assert spread is not None
    assert (spread.count, spread.mean, spread.lowest, spread.highest) == (3, 3, 1, 5)
    assert spread.deviation == pytest.approx((8 / 3) ** 0.5)
    assert spread_of([]) is None


@given(tables(projects=2))
def test_the_differences_explain_the_whole_lead(
    told: tuple[list[list[float | None]], list[float], list[Direction]],
) -> None:
    (one, other), weights, ways = told
    first, second = value_of(one, weights, ways), value_of(other, weights, ways)
    found = differences(first, second)

    if first.value is None or second.value is None:
        assert found == ()
    else:
        assert sum(each.points for each in found) == pytest.approx(first.value - second.value, abs=1e-9)
        assert [each.points for each in found] == sorted((each.points for each in found), reverse=True)


@given(tables(projects=2))
def test_at_the_needed_weight_two_projects_are_equal(
    told: tuple[list[list[float | None]], list[float], list[Direction]],
) -> None:
    (one, other), weights, ways = told
    for swap in swaps(one, other, weights, ways):
        rest = sum(weights) - weights[swap.criterion]
        changed = list(weights)
        changed[swap.criterion] = rest * swap.needed / (1 - swap.needed)
        assert 0 <= swap.needed < 1
        first, second = value_of(one, changed, ways).value, value_of(other, changed, ways).value
        assert first == pytest.approx(second, abs=1e-6)


def test_a_swap_says_how_far_a_weight_must_move() -> None:
    # A leads by 20 % × 2 − 10 % × 1; it takes equal parts of both criteria's differences to meet.
    (swap, *_more) = swaps([5, 1, 3], [3, 2, 3], [20, 10, 70], [Direction.BENEFIT] * 3)

    assert swap.criterion == 0
    assert (swap.share, swap.needed) == pytest.approx((0.2, 5 / 85))
    assert swap.move == pytest.approx(5 / 85 - 0.2)


def test_no_weight_swaps_two_where_one_is_better_everywhere() -> None:
    assert swaps([5, 4], [3, 3], [1, 1], [Direction.BENEFIT] * 2) == ()
    assert swaps([5], [3], [1], [Direction.BENEFIT]) == ()
    assert swaps([None], [3], [1], [Direction.BENEFIT]) == ()
