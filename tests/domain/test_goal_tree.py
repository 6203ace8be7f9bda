"""The tree of goals: its order, and where goals may be moved to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartstad_desktop.domain.goals.goal_tree import (
    Branch,
    GoalBeneathItself,
    Line,
    Nudge,
    Spot,
    beneath,
    in_reading_order,
    landing,
    nudged,
    refusal_to_move,
    topmost,
)
from smartstad_desktop.domain.values import GoalId

A, B, C, D, E = (GoalId(number) for number in range(1, 6))
#: A(B(C), D), E
LINES = in_reading_order([Branch(A, None), Branch(B, A), Branch(E, None), Branch(C, B), Branch(D, A)])


def test_each_goal_is_followed_by_those_beneath_it() -> None:
    assert [Line(A, None, 1), Line(B, A, 2), Line(C, B, 3), Line(D, A, 2), Line(E, None, 1)] == LINES


def test_what_lies_beneath_moves_along_and_is_not_moved_twice() -> None:
    assert beneath(LINES, {B}) == {B, C}
    assert topmost(LINES, {C, A, E}) == (A, E)


@pytest.mark.parametrize(
    ("goal", "step", "spot"),
    [
        (D, Nudge.UP, Spot(A, B)),
        (B, Nudge.UP, None),
        (A, Nudge.DOWN, Spot(None)),
        (B, Nudge.DOWN, Spot(A)),
        (E, Nudge.DOWN, None),
        (D, Nudge.IN, Spot(B)),
        (E, Nudge.IN, Spot(A)),
        (A, Nudge.IN, None),
        (C, Nudge.OUT, Spot(A, D)),
        (D, Nudge.OUT, Spot(None, E)),
        (E, Nudge.OUT, None),
    ],
)
def test_a_goal_steps_by_key(goal: GoalId, step: Nudge, spot: Spot | None) -> None:
    assert nudged(LINES, goal, step) == spot


@pytest.mark.parametrize(
    ("held", "gap", "depth", "found"),
    [
        ((E,), 0, 1, (Spot(None, A), 1)),
        ((E,), 1, 1, (Spot(A, B), 2)),
        ((E,), 2, 9, (Spot(B, C), 3)),
        ((E,), 4, 9, (Spot(D), 3)),
        ((E,), 4, 2, (Spot(A), 2)),
        ((E,), 4, 1, None),
        ((E,), 5, 1, None),
        ((B,), 5, 1, (Spot(None), 1)),
        ((B,), 2, 2, None),
        ((B,), 3, 2, None),
        ((D,), 3, 3, (Spot(B), 3)),
        ((A,), 5, 1, (Spot(None), 1)),
        ((A,), 5, 2, (Spot(E), 2)),
    ],
)
def test_where_held_goals_land(held: tuple[GoalId, ...], gap: int, depth: int, found: tuple[Spot, int] | None) -> None:
    assert landing(LINES, held, gap, depth) == found


def test_a_goal_cannot_lie_beneath_itself() -> None:
    assert isinstance(refusal_to_move(LINES, {A}, Spot(C), "A"), GoalBeneathItself)
    assert refusal_to_move(LINES, {C}, Spot(A), "C") is None


@st.composite
def trees(draw: st.DrawFn) -> list[Branch]:
    count = draw(st.integers(1, 12))
    return [
        Branch(GoalId(number), GoalId(parent) if (parent := draw(st.integers(0, number - 1))) else None)
        for number in range(1, count + 1)
    ]


@given(trees(), st.data())
def test_whatever_is_dropped_anywhere_never_makes_a_circle(branches: list[Branch], data: st.DataObject) -> None:
    lines = in_reading_order(branches)
    goal = data.draw(st.sampled_from(lines)).id
    found = landing(lines, (goal,), data.draw(st.integers(0, len(lines))), data.draw(st.integers(0, 9)))

    if found is not None:
        spot, depth = found
        assert refusal_to_move(lines, {goal}, spot, "") is None
        parent = next((line for line in lines if line.id == spot.parent), None)
        assert depth == (1 if parent is None else parent.depth + 1)
        assert spot.before is None or next(line for line in lines if line.id == spot.before).parent == spot.parent
