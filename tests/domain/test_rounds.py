"""From one round to the next and on to a decision."""

from __future__ import annotations

import pytest

from smartstad_desktop.domain.workshop.proposals import Proposal, bands_proposed
from smartstad_desktop.domain.workshop.rehearsal import simulate
from smartstad_desktop.domain.workshop.results import Quadrant, Tally
from smartstad_desktop.domain.workshop.rounds import Moved, agreed, movement, neutral_order, to_talk_about
from smartstad_desktop.domain.workshop.tallies import tally
from smartstad_desktop.domain.workshop.voting import (
    EFFORT,
    IMPACT,
    Ballot,
    Mark,
    Method,
    Seat,
    Voter,
    Yardstick,
    rules_for,
)


def counted(method: Method, *sheets: dict[int, float], items: int = 4, **changes: object) -> Tally:
    ballots = [
        Ballot(caster=Seat(at), municipality=at, marks=tuple(Mark(*each) for each in sheet.items()))
        for at, sheet in enumerate(sheets, 1)
    ]
    return tally(rules_for(method, range(1, items + 1), **changes), ballots)


def test_arrows_follow_places() -> None:
    first = counted(Method.DOTS, {1: 1, 2: 1}, {1: 1}, {1: 1}, items=3)
    second = counted(Method.DOTS, {2: 1, 1: 1}, {2: 1}, {2: 1, 3: 1}, items=3)

    assert [(each.item, each.moved, each.from_place, each.to_place) for each in movement(first, second)] == [
        (2, Moved.UP, 2, 1),
        (1, Moved.DOWN, 1, 2),
        (3, Moved.UP, 3, 2),
    ]
    assert [(each.from_value, each.to_value) for each in movement(first, second)] == [(1, 3), (3, 1), (0, 1)]


def test_a_round_with_fewer_items_and_numbers_of_its_own() -> None:
    first = counted(Method.DOTS, {1: 1, 3: 1}, {3: 1}, items=3)
    second = counted(Method.DOTS, {1: 1, 2: 1}, {1: 1}, items=2)
    found = movement(first, second, {1: 3, 2: 9})

    assert [(each.item, each.moved) for each in found] == [
        (1, Moved.STAYED),
        (2, Moved.CAME),
        (1, Moved.WENT),
        (2, Moved.WENT),
    ]


def test_points_move_over_the_canvas() -> None:
    def placed(effort: float, impact: float) -> Tally:
        marks = (Mark(1, effort, EFFORT), Mark(1, impact, IMPACT))
        return tally(rules_for(Method.IMPACT_EFFORT, (1,)), [Ballot(municipality=1, marks=marks)])

    (found,) = movement(placed(2, 8), placed(6, 7))

    assert (found.from_point, found.to_point) == ((2, 8), (6, 7))


def test_the_widest_are_talked_about_and_the_closest_come_first() -> None:
    found = counted(
        Method.FIST, {1: 5, 2: 0, 3: 3, 4: 4}, {1: 5, 2: 5, 3: 5, 4: 4}, {1: 5, 2: 5, 3: 5, 4: 4}, {1: 5, 2: 0, 3: 5}
    )

    assert [result.item for result in to_talk_about(found)] == [2, 3]
    assert [result.item for result in to_talk_about(found, few=1)] == [2]
    assert [result.item for result in agreed(found)] == [1, 4]


def test_two_voters_are_nobody_to_compare() -> None:
    found = counted(Method.FIST, {1: 5}, {1: 0})

    assert to_talk_about(found) == agreed(found) == ()


def test_items_are_shown_in_an_order_nobody_chose() -> None:
    # Written down, since a restart on another computer must show the same.
    assert neutral_order(range(1, 8), 5) == (2, 4, 7, 6, 1, 3, 5)
    assert len({neutral_order(range(1, 8), seed) for seed in range(20)}) > 15


def test_dots_propose_thirds_in_which_equals_stay_together() -> None:
    found = counted(Method.DOTS, {1: 1, 2: 1, 3: 1}, {1: 1, 2: 1, 3: 1}, {1: 1, 4: 1}, items=6)

    assert bands_proposed(found) == Proposal(bands=((1, 2, 3), (4,), (5, 6)))
    assert bands_proposed(found, bands=2).bands == ((1, 2, 3), (4, 5, 6))


def test_columns_propose_where_most_want_it_and_leave_open_what_is_split() -> None:
    found = counted(Method.COLUMNS, {1: 0, 2: 2, 3: 0}, {1: 0, 2: 2, 3: 1}, columns=3)

    assert bands_proposed(found) == Proposal(bands=((1,), (), (2,)), open=(3, 4))


def test_the_canvas_proposes_its_quadrants() -> None:
    marks = (Mark(1, 2, EFFORT), Mark(1, 9, IMPACT), Mark(2, 9, EFFORT), Mark(2, 2, IMPACT))
    found = tally(rules_for(Method.IMPACT_EFFORT, (1, 2, 3)), [Ballot(municipality=1, marks=marks)])

    assert bands_proposed(found) == Proposal(bands=((1,), (), (), (2,)), open=(3,), quadrants=tuple(Quadrant))


def test_a_fist_proposes_what_nobody_speaks_against() -> None:
    assert bands_proposed(counted(Method.FIST, {1: 3, 2: 2}, {1: 5, 2: 5}, items=2)) == Proposal(
        bands=((1,),), open=(2,)
    )


@pytest.mark.parametrize("method", Method)
def test_every_item_is_proposed_once_or_left_open(method: Method) -> None:
    rules = rules_for(method, range(1, 13), criteria=(Yardstick("need"),))
    voters = [Voter(Seat(number), number % 4) for number in range(14)]
    found = bands_proposed(tally(rules, simulate(rules, voters, 3)))

    assert sorted([*(item for band in found.bands for item in band), *found.open]) == list(range(1, 13))


@pytest.mark.parametrize("method", Method)
def test_a_rehearsal_has_something_to_show(method: Method) -> None:
    rules = rules_for(method, range(1, 13), criteria=(Yardstick("need"), Yardstick("effect")))
    voters = [Voter(Seat(number), number % 7) for number in range(30)]
    ballots = simulate(rules, voters, 20)
    found = tally(rules, ballots)

    assert 0 < found.blank < 6
    assert len({result.value for result in found.results}) > 3
    assert len(to_talk_about(found)) == 3
    assert ballots != simulate(rules, voters, 21)
