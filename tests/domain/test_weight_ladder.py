"""The ladder of criteria: joining, standing alone, moving, and the empty steps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from smartstad_desktop.domain.order.weight_ladder import GAP_SEEN, Ladder, ladder_of
from smartstad_desktop.domain.values import CriterionId

A, B, C, D = (CriterionId(number) for number in range(1, 5))
PLAIN = Ladder(((A,), (B,), (C,), (D,)), (0, 0, 2, 0))


def test_one_dropped_on_another_shares_its_step_and_the_room_stays() -> None:
    assert PLAIN.joined(D, B) == Ladder(((A,), (B, D), (C,)), (0, 0, 2))
    assert PLAIN.joined(B, A) == Ladder(((A, B), (C,), (D,)), (0, 2, 0))
    assert PLAIN.joined(A, A) == PLAIN


def test_one_dropped_between_two_stands_alone() -> None:
    assert PLAIN.alone(D, 0).tiers == ((D,), (A,), (B,), (C,))
    assert PLAIN.alone(A, 4).tiers == ((B,), (C,), (D,), (A,))
    assert PLAIN.alone(B, 1) == PLAIN
    assert PLAIN.alone(B, 2) == PLAIN
    assert PLAIN.joined(D, B).alone(D, 2).tiers == ((A,), (B,), (D,), (C,))


def test_moving_by_key_reaches_the_top_and_stays_there() -> None:
    ladder = PLAIN
    for _press in range(6):
        ladder = ladder.moved(D, -1)
    assert ladder.tiers == ((D,), (A,), (B,), (C,))
    assert ladder.moved(D, -1) == ladder
    assert PLAIN.moved(D, -1).tiers == ((A,), (B,), (C, D))


def test_empty_steps_have_limits_and_the_first_has_none() -> None:
    assert PLAIN.spread(1, 3).gaps == (0, 3, 2, 0)
    assert PLAIN.spread(1, -1).gaps == (0, 0, 2, 0)
    assert PLAIN.spread(1, 99).gaps[1] == GAP_SEEN
    assert PLAIN.spread(0, 3) == PLAIN


def test_what_was_said_before_is_shown_again_and_otherwise_the_weights_decide() -> None:
    assert ladder_of((A, B, C), (1, 1, 1), {A: 2, B: 1, C: 2}, {A: 3, C: 3}) == Ladder(((B,), (A, C)), (0, 3))
    assert ladder_of((A, B, C), (10, 20, 10), {}, {}) == Ladder(((B,), (A, C)), (0, 0))


@given(st.lists(st.tuples(st.sampled_from((A, B, C, D)), st.sampled_from((-1, 1, 0)), st.integers(0, 4))))
def test_no_move_loses_a_criterion(moves: list[tuple[CriterionId, int, int]]) -> None:
    ladder = PLAIN
    for criterion, step, place in moves:
        ladder = ladder.moved(criterion, step) if step else ladder.alone(criterion, min(place, len(ladder.tiers)))
        assert sorted(ladder.order) == [A, B, C, D]
        assert len(ladder.gaps) == len(ladder.tiers)
        assert ladder.gaps[0] == 0
        assert all(ladder.tiers)
