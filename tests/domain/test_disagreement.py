"""Where municipalities are apart: nothing below three, and causes that add up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from smartstad_desktop.domain.order.disagreement import Said, likeness, split, weights_alike
from smartstad_desktop.domain.order.priority import Direction

BENEFIT = Direction.BENEFIT
SCORES = some.one_of(some.none(), some.integers(1, 5).map(float))
ROWS = some.lists(some.lists(SCORES, min_size=3, max_size=3), min_size=1, max_size=6)


def said(*rows: list[float | None], weights: tuple[float, ...] = (2, 1, 1)) -> list[Said]:
    return [Said(scores={1: row}, weights=weights) for row in rows]


def test_two_are_not_broken_down() -> None:
    assert split(1, said([1, 2, 3], [5, 4, 3]), [BENEFIT] * 3) is None
    # One who said nothing about the project does not make three.
    assert split(1, said([1, 2, 3], [5, 4, 3], [None, None, None]), [BENEFIT] * 3) is None
    assert split(2, said([1, 2, 3], [5, 4, 3], [3, 3, 3]), [BENEFIT] * 3) is None


def test_the_criterion_that_splits_is_named() -> None:
    found = split(1, said([1, 3, 3], [5, 3, 3], [3, 3, 3]), [BENEFIT] * 3)

    assert found is not None
    assert (found.cause, found.causes) == (0, pytest.approx((1, 0, 0)))
    assert [spread.deviation if spread else None for spread in found.criteria] == pytest.approx([(8 / 3) ** 0.5, 0, 0])
    assert (found.value.lowest, found.value.highest) == (2, 4)


def test_two_camps_are_told_from_a_wide_spread() -> None:
    camps = split(1, said([1], [1], [5], [5], weights=(1,)), [BENEFIT])
    wide = split(1, said([1], [2], [4], [5], weights=(1,)), [BENEFIT])
    together = split(1, said([4], [4], [4], weights=(1,)), [BENEFIT])

    assert camps is not None
    assert wide is not None
    assert together is not None
    assert (camps.consensus[0], camps.polarisation[0]) == pytest.approx((0, 1))
    assert (together.consensus[0], together.polarisation[0]) == (1, 0)
    assert (wide.polarisation[0] or 0) < 1


def test_scores_alike_and_weights_apart_are_a_split_too() -> None:
    same: dict[int, list[float | None]] = {1: [5, 1]}
    voices = [Said(scores=same, weights=weights) for weights in ((9, 1), (5, 5), (1, 9))]
    found = split(1, voices, [BENEFIT] * 2)

    assert found is not None
    assert found.value.deviation > 1
    assert sum(found.causes) == pytest.approx(1)


def test_all_agree_and_nothing_causes_anything() -> None:
    found = split(1, said([3, 4, 5], [3, 4, 5], [3, 4, 5]), [BENEFIT] * 3)

    assert found is not None
    assert (found.value.deviation, found.cause, found.causes) == (0, None, (0, 0, 0))


def test_a_criterion_that_two_answered_is_not_broken_down() -> None:
    found = split(1, said([1, 3, None], [5, 3, 2], [3, 3, 1]), [BENEFIT] * 3)

    assert found is not None
    assert found.criteria[2] is found.consensus[2] is found.polarisation[2] is None
    assert found.criteria[0] is not None


@given(ROWS)
def test_causes_add_up_whatever_is_missing(rows: list[list[float | None]]) -> None:
    found = split(1, said(*rows), [BENEFIT, Direction.COST, BENEFIT])

    if found is not None:
        assert found.value.count >= 3
        assert sum(found.causes) == pytest.approx(1 if found.cause is not None else 0, abs=1e-6)


def test_opposite_ends_are_not_alike_and_the_same_is() -> None:
    low, high = Said(scores={1: [1, 1], 2: [1, 5]}, weights=(1, 1)), Said(scores={1: [5, 5], 2: [5, 1]}, weights=(1, 1))

    assert likeness(low, high, [BENEFIT] * 2).likeness == 0
    assert likeness(low, low, [BENEFIT] * 2).likeness == 1
    # The second project has other scores but the same value: it does not part them.
    assert likeness(low, high, [BENEFIT] * 2).separators == ((1, 4),)


def test_too_little_in_common_says_nothing() -> None:
    one = Said(scores={1: [1, 2], 2: [None, 3]}, weights=(1, 1))
    other = Said(scores={1: [1, 2], 3: [4, 4]}, weights=(1, 1))

    assert likeness(one, other, [BENEFIT] * 2).likeness is None
    assert likeness(one, other, [BENEFIT] * 2).compared == 2


def test_weightings_are_alike_in_what_they_share() -> None:
    assert weights_alike((50, 50), (5, 5)) == 1
    assert weights_alike((100, 0), (0, 1)) == 0
    assert weights_alike((60, 40), (40, 60)) == pytest.approx(0.8)
