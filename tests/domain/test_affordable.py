"""What can be afforded together: exact against trying everything, and equal shares against published elections."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from smartstad_desktop.domain.order.affordable import Candidate, best_by_value, worth
from smartstad_desktop.domain.order.equal_shares import equal_shares
from smartstad_desktop.domain.values import Kronor, MunicipalityId, ProjectId

CANDIDATES = some.lists(some.tuples(some.integers(0, 1000), some.one_of(some.none(), some.integers(0, 60))), max_size=8)


def candidates(*told: tuple[float, int | None]) -> list[Candidate]:
    return [
        Candidate(
            project=ProjectId(number),
            value=value,
            cost=None if cost is None else Kronor(cost),
            municipalities=(MunicipalityId(number % 3),),
        )
        for number, (value, cost) in enumerate(told)
    ]


def test_the_best_set_is_not_what_the_list_gives_from_the_top() -> None:
    # The first alone uses the budget; the next two are worth more together.
    found = best_by_value(candidates((5, 100), (4, 50), (4, 50)), Kronor(100))

    assert found.chosen == (1, 2)
    assert (found.cost, found.left, found.worth) == (100, 0, 6)


def test_no_cost_is_not_free_and_is_told() -> None:
    found = best_by_value(candidates((5, None), (3, 0), (1, 10)), Kronor(50), [MunicipalityId(at) for at in range(4)])

    assert found.chosen == (1,)
    assert found.without_cost == (0,)
    assert found.left_out == (0, 2, 3)


def test_nothing_to_choose_from() -> None:
    assert best_by_value([], Kronor(100)).chosen == ()
    assert best_by_value(candidates((5, 200)), Kronor(100)).chosen == ()
    assert best_by_value(candidates((5, 1)), Kronor(0)).chosen == ()


@settings(deadline=None)
@given(CANDIDATES, some.integers(0, 150))
def test_no_other_set_is_worth_more_or_costs_less(told: list[tuple[int, int | None]], budget: int) -> None:
    # Values in thousandths of the scale, in which worth is counted.
    given_candidates = candidates(*((1 + value / 250, cost) for value, cost in told))
    found = best_by_value(given_candidates, Kronor(budget))
    priced = [each for each in given_candidates if each.cost is not None]
    tried = [
        (round(sum(worth(each.value) for each in chosen), 6), -sum(each.cost or 0 for each in chosen))
        for size in range(len(priced) + 1)
        for chosen in combinations(priced, size)
        if sum(each.cost or 0 for each in chosen) <= budget
    ]

    assert (round(found.worth, 6), -found.cost) == max(tried)
    assert found.cost + found.left == budget


#: Elections of pabutools' own tests (AppEx_2, AppEx_4; version 1.2), in hundredths so that sums are whole, and the
#: running examples of Lackner and Skowron's book (2023), as published there and by abcvoting.
APPROVED_2 = {0: {0}, 1: {1, 2, 3}, 2: {1, 2, 3}, 3: {2}}
COSTS_2 = (100, 90, 200, 109)
RUNNING = ({0, 1},) * 3 + ({0, 2},) * 3 + ({0, 3},) * 2 + ({1, 2, 5}, {4}, {5}, {6})
EXAMPLE_12 = ({2, 3},) * 3 + ({0, 1},) * 2 + ({0, 2},) * 2 + ({1, 3},)


def wished(
    approved: dict[int, set[int]], costs: tuple[int, ...] | None = None
) -> dict[MunicipalityId, dict[ProjectId, float]]:
    return {
        MunicipalityId(who): {ProjectId(each): 1.0 if costs is None else float(costs[each]) for each in mine}
        for who, mine in approved.items()
    }


@pytest.mark.parametrize(
    ("costs", "approved", "budget", "by_cost", "tops_up", "chosen"),
    [
        (COSTS_2, APPROVED_2, 400, False, False, (0, 1, 3)),
        (COSTS_2, APPROVED_2, 400, False, True, (0, 1, 3)),
        (COSTS_2, APPROVED_2, 400, True, False, (0, 2)),
        (COSTS_2, APPROVED_2, 400, True, True, (0, 1, 2)),
        ((0, 1, 2), {0: {0}, 1: {0, 1, 2}, 2: {2}}, 2, True, True, (2,)),
        ((100,) * 7, dict(enumerate(RUNNING)), 400, False, False, (0,)),
        ((100,) * 4, dict(enumerate(EXAMPLE_12)), 300, False, False, (0, 2)),
    ],
)
def test_equal_shares_of_published_elections(
    *,
    costs: tuple[int, ...],
    approved: dict[int, set[int]],
    budget: int,
    by_cost: bool,
    tops_up: bool,
    chosen: tuple[int, ...],
) -> None:
    wishes = wished(approved, costs if by_cost else None)
    found = equal_shares(candidates(*((3, cost) for cost in costs)), wishes, Kronor(budget), tops_up=tops_up)

    assert found.result.chosen == chosen
    assert sum(found.pays.values()) == found.result.cost


def test_what_each_pays_in_a_published_election() -> None:
    found = equal_shares(candidates(*((3, 120),) * 7), wished(dict(enumerate(RUNNING))), Kronor(480), tops_up=False)

    # Lackner and Skowron, example 11: the eight who want a pay an eighth each and nobody else anything.
    assert list(found.pays.values()) == [15] * 8 + [0] * 4
    assert found.share == 40


def test_who_gets_nothing_is_named() -> None:
    wishes: dict[MunicipalityId, dict[ProjectId, float]] = {
        MunicipalityId(0): {ProjectId(0): 2.0},
        MunicipalityId(1): {ProjectId(0): 1.0},
        MunicipalityId(2): {ProjectId(1): 4.0},
        MunicipalityId(3): {ProjectId(0): 0.0, ProjectId(2): 3.0},
    }
    found = equal_shares(candidates((4, 60), (4, 80), (5, None)), wishes, Kronor(100))

    assert found.result.chosen == (0,)
    assert found.empty_handed == (2,)
    assert found.without_wish == (3,)
    assert found.share == 33
    assert found.result.without_cost == (2,)


def test_nobody_wishes_for_anything() -> None:
    found = equal_shares(candidates((4, 60)), {MunicipalityId(0): {}}, Kronor(100))

    assert found.result.chosen == ()
    assert (found.pays, found.empty_handed, found.without_wish) == ({}, (), (0,))
