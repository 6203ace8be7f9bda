"""Where cards land, what their place is called, and which keys a move writes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartstad_desktop.domain import board as rules
from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.board import Lying
from smartstad_desktop.domain.values import ProjectId

ORDER = tuple(ProjectId(number) for number in (1, 2, 3, 4))


def ids(*numbers: int) -> tuple[ProjectId, ...]:
    return tuple(ProjectId(number) for number in numbers)


@pytest.mark.parametrize(
    ("moved", "before", "expected", "place"),
    [
        (ids(9), None, ids(1, 2, 3, 4, 9), 5),
        (ids(9), 1, ids(9, 1, 2, 3, 4), 1),
        (ids(9, 8), 3, ids(1, 2, 9, 8, 3, 4), 3),
        (ids(1), 4, ids(2, 3, 1, 4), 3),
        (ids(4, 1), 3, ids(2, 4, 1, 3), 2),
        (ids(2), 2, ids(1, 2, 3, 4), 2),
        (ids(2, 3), 2, ids(1, 2, 3, 4), 2),
        (ids(3, 4), 4, ids(1, 2, 3, 4), 3),
    ],
)
def test_cards_lie_where_they_were_put(
    moved: tuple[ProjectId, ...], before: int | None, expected: tuple[ProjectId, ...], place: int
) -> None:
    target = None if before is None else ProjectId(before)
    assert rules.order_after(ORDER, moved, target) == expected
    assert rules.place_number(ORDER, moved, target) == place


def test_a_card_on_itself_writes_nothing() -> None:
    lying = [Lying(project, key) for project, key in zip(ORDER, ordering.evenly(4), strict=True)]
    assert rules.stays_put(ORDER, ids(2), ProjectId(3))
    assert rules.keys_after(lying, ids(2), ProjectId(3)) == {}
    assert rules.keys_after(lying, ids(4), None) == {}


def test_neighbours_with_the_same_key_make_room() -> None:
    lying = [Lying(ProjectId(1), "V"), Lying(ProjectId(2), "V"), Lying(ProjectId(3), "V"), Lying(ProjectId(4), "k")]
    written = rules.keys_after(lying, ids(9), ProjectId(2))
    assert set(written) == set(ids(9, 2, 3))
    keys = ["V", written[ProjectId(9)], written[ProjectId(2)], written[ProjectId(3)], "k"]
    assert keys == sorted(set(keys))


@given(
    keys=st.lists(st.text(ordering.DIGITS[1:], min_size=1, max_size=3), min_size=1, max_size=8),
    moved=st.lists(st.integers(1, 12), min_size=1, max_size=4, unique=True),
    before=st.one_of(st.none(), st.integers(1, 8)),
)
def test_the_written_keys_give_the_promised_order(keys: list[str], moved: list[int], before: int | None) -> None:
    lying = [Lying(ProjectId(number), key) for number, key in enumerate(sorted(keys), start=1)]
    order = [card.project for card in lying]
    target = ProjectId(before) if before is not None and before in order else None
    hand = ids(*moved)
    written = rules.keys_after(lying, hand, target)
    after = {card.project: card.order_key for card in lying} | written
    # Equal keys fall back on the row number, which is the order they had.
    assert tuple(sorted(after, key=lambda project: (after[project], project))) == rules.order_after(order, hand, target)
    if len(set(keys)) == len(keys) and written:
        assert set(written) == set(hand)


@pytest.mark.parametrize(
    ("contributions", "squares"),
    [((), None), ((0,), 0), ((1,), 1), ((3,), 3), ((3, 1), 3), ((3, 2), 4), ((2, 2), 3), ((3, 3, -1), 3), ((-1,), 0)],
)
def test_squares_show_what_a_project_gives(contributions: tuple[int, ...], squares: int | None) -> None:
    assert rules.contribution_squares(contributions) == squares


def test_names_fit_the_wall() -> None:
    assert rules.checked_name("  Nu   eller aldrig ") == "Nu eller aldrig"
    with pytest.raises(rules.NameMissing):
        rules.checked_name("  ")
    with pytest.raises(rules.NameTooLong) as refused:
        rules.checked_name("x" * 41)
    assert refused.value.parameters == {"field": "name", "length": 41, "limit": 40}
    with pytest.raises(rules.TimerInvalid):
        rules.checked_minutes(0)
