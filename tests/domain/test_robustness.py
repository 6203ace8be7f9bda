"""How firmly an order stands: a known case, and what must hold whatever is scored."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from smartstad_desktop.domain.order.priority import Direction, Plausible
from smartstad_desktop.domain.order.robustness import Field, draw

BENEFIT = Direction.BENEFIT


def test_acceptability_of_a_known_case() -> None:
    # Two criteria, any weights: A beats B when w·4 + (1 − w)·1 > w·1 + (1 − w)·3, that is for w above 2/5;
    # C, always 2, is last for 1/3 < w < 1/2 and second for all others.
    field = Field([[4, 1], [1, 3], [2, 2]], [BENEFIT, BENEFIT])
    found = field.robustness([1, 1], plausible=Plausible.ANY, weightings=40_000)

    assert found.acceptability[0, 0] == pytest.approx(3 / 5, abs=0.01)
    assert found.acceptability[1, 0] == pytest.approx(2 / 5, abs=0.01)
    assert found.acceptability[2, 0] == pytest.approx(0, abs=0.01)
    assert found.acceptability[2, 1] == pytest.approx(1 / 3 + 1 / 2, abs=0.01)


def test_acceptability_of_three_corners_is_a_third_each() -> None:
    # Lahdelma, Hokkanen and Salminen's idea on the plainest case: each best on one of three criteria, all alike else.
    found = Field([[5, 1, 1], [1, 5, 1], [1, 1, 5]], [BENEFIT] * 3).robustness(
        [1, 1, 1], plausible=Plausible.ANY, weightings=40_000
    )

    assert found.acceptability == pytest.approx(np.full((3, 3), 1 / 3), abs=0.01)


def test_weightings_of_the_same_order_have_their_centre_where_it_is_known() -> None:
    drawn = draw([20, 50, 30], Plausible.SAME_ORDER, 40_000, np.random.default_rng(1))

    assert (drawn[:, 1] >= drawn[:, 2]).all()
    assert (drawn[:, 2] >= drawn[:, 0]).all()
    # The mean of all weightings that agree with an order is its rank-order centroid.
    assert drawn.mean(axis=0) == pytest.approx([2 / 18, 11 / 18, 5 / 18], abs=0.005)


def test_near_weightings_lie_around_the_weights() -> None:
    drawn = draw([20, 50, 30, 0], Plausible.NEAR, 40_000, np.random.default_rng(1))

    assert drawn.mean(axis=0) == pytest.approx([0.2, 0.5, 0.3, 0], abs=0.005)
    assert np.mean(np.abs(drawn[:, 0] - 0.2) < 0.1) == pytest.approx(0.95, abs=0.02)
    assert drawn.sum(axis=1) == pytest.approx(np.ones(40_000))


def test_the_same_question_has_the_same_answer() -> None:
    field = Field([[4, None, 3], [2, 5, 3], [3, 3, None]], [BENEFIT, Direction.COST, BENEFIT])
    one, other = field.robustness([3, 2, 1]), field.robustness([3, 2, 1])

    assert one.standings == other.standings
    assert one.groups == other.groups


def test_who_is_better_everywhere_always_comes_first() -> None:
    found = Field([[1, 2], [5, 4], [3, 3]], [BENEFIT, BENEFIT]).robustness([1, 1], plausible=Plausible.ANY)

    assert [found.standings[at].place for at in range(3)] == [3, 1, 2]
    assert all(standing.keeps_place == 1 for standing in found.standings.values())
    assert found.groups == ((1,), (2,), (0,))
    assert (found.standings[1].best, found.standings[1].worst) == (1, 1)


def test_equal_projects_are_one_group_and_keep_their_common_place() -> None:
    found = Field([[3, 3], [3, 3], [1, 1]], [BENEFIT, BENEFIT]).robustness([1, 1], bands=(2,))

    assert found.groups == ((0, 1), (2,))
    assert [found.standings[at].place for at in range(3)] == [1, 1, 3]
    assert [found.standings[at].keeps_place for at in range(3)] == [1, 1, 1]
    assert [found.standings[at].keeps_band for at in range(3)] == [1, 1, 1]
    assert found.acceptability[0, 0] == pytest.approx(0.5, abs=0.05)


def test_what_nobody_has_scored_is_not_part_of_it() -> None:
    found = Field([[None, None], [2, None], [3, 1]], [BENEFIT, BENEFIT]).robustness([1, 1])

    assert set(found.standings) == {1, 2}
    assert found.acceptability.shape == (2, 2)


def test_an_empty_matrix_and_a_single_project() -> None:
    assert Field([], [BENEFIT]).robustness([1]).standings == {}
    assert Field([[None]], [BENEFIT]).robustness([1]).groups == ()
    alone = Field([[3]], [BENEFIT]).robustness([1])
    assert alone.standings[0].keeps_place == 1
    assert alone.groups == ((0,),)


SCORES = some.lists(
    some.lists(some.one_of(some.none(), some.integers(1, 5)), min_size=3, max_size=3), min_size=1, max_size=7
)


@settings(deadline=None, max_examples=60)
@given(SCORES, some.lists(some.integers(0, 9), min_size=3, max_size=3).filter(any), some.sampled_from(Plausible))
def test_shares_are_shares_and_every_project_has_one_place(
    scores: list[list[float | None]], weights: list[int], plausible: Plausible
) -> None:
    found = Field(scores, [BENEFIT, Direction.COST, BENEFIT]).robustness(weights, plausible=plausible, weightings=200)
    count = len(found.standings)

    assert found.acceptability.sum(axis=0) == pytest.approx(np.ones(count))
    assert found.acceptability.sum(axis=1) == pytest.approx(np.ones(count))
    assert sorted(at for group in found.groups for at in group) == sorted(found.standings)
    for standing in found.standings.values():
        assert 0 <= standing.keeps_place <= standing.keeps_band + 1e-9 <= 1 + 2e-9
        assert 1 <= standing.best <= standing.worst <= count
