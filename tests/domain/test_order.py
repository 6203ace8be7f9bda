"""The order from a snapshot: what must hold for any scores, whoever is absent and whatever is placed by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from smartstad_desktop.domain.order.order import candidates, mean_weights, order, said, scored, wishes, within_budget
from smartstad_desktop.domain.order.priority import Direction, WeightMethod
from smartstad_desktop.domain.order.weighed import ByHand, Criterion, Facts, Given, Judge, Weighed, Weighting
from smartstad_desktop.domain.values import CriterionId, Kronor, MunicipalityId, Named, ProjectId

JUDGES = [MunicipalityId(number) for number in (1, 2, 3, 4)]
SCORE = some.one_of(some.none(), some.integers(1, 5).map(float))


def _criteria(count: int) -> tuple[Criterion, ...]:
    ways = [Direction.BENEFIT, Direction.COST, Direction.BENEFIT]
    return tuple(
        Criterion(
            id=CriterionId(at),
            key=f"k{at}",
            name=Named(f"K{at}"),
            meaning=Named(""),
            weight=10 * (at + 1),
            direction=ways[at],
            steps={},
        )
        for at in range(count)
    )


def told(
    scores: dict[MunicipalityId | None, list[list[float | None]]],
    *,
    criteria: int = 2,
    by_hand: dict[int, int] | None = None,
    cost: int | None = 10,
) -> Facts:
    """Return facts with a row of scores per project for whoever gives them."""
    projects = max((len(rows) for rows in scores.values()), default=0)
    return Facts(
        criteria=_criteria(criteria),
        weightings={},
        municipalities=tuple(
            Judge(id=who, key=f"m{who}", name=f"M{who}", mark="M", colour="#000000") for who in JUDGES
        ),
        projects=tuple(
            Weighed(
                id=ProjectId(at),
                key=f"p{at}",
                title=f"P{at}",
                municipalities=(JUDGES[at % 4],),
                cost=None if cost is None else Kronor(cost),
                is_confidential=False,
            )
            for at in range(projects)
        ),
        scores={
            who: {
                ProjectId(at): {CriterionId(k): Given(value) for k, value in enumerate(row) if value is not None}
                for at, row in enumerate(rows)
                if any(value is not None for value in row)
            }
            for who, rows in scores.items()
        },
        scenarios=(),
        by_hand={
            ProjectId(project): ByHand(place=place, reason="x", decided_by="", at=f"{project:02}")
            for project, place in (by_hand or {}).items()
        },
        budget=None,
    )


TABLE = some.lists(some.lists(SCORE, min_size=2, max_size=2), min_size=1, max_size=7)


@given(TABLE, some.lists(SCORE, min_size=2, max_size=2))
def test_a_project_that_is_added_leaves_the_others_as_they_were(
    rows: list[list[float | None]], added: list[float | None]
) -> None:
    before, after = order(told({None: rows})), order(told({None: [*rows, added]}))
    new = ProjectId(len(rows))

    assert [row.project.id for row in after.rows if row.project.id != new] == [row.project.id for row in before.rows]
    values = {row.project.id: row.value for row in after.rows}
    assert all(values[row.project.id] == row.value for row in before.rows)


@given(some.lists(TABLE, min_size=1, max_size=3))
def test_a_municipality_that_says_nothing_changes_nothing(tables: list[list[list[float | None]]]) -> None:
    size = min(map(len, tables))
    given_scores: dict[MunicipalityId | None, list[list[float | None]]] = {
        who: rows[:size] for who, rows in zip(JUDGES, tables, strict=False)
    }
    facts = told(given_scores)
    silent = told({**given_scores, JUDGES[3]: [[None, None]] * size})
    gone = replace(silent, municipalities=silent.municipalities[:3])

    assert order(facts).rows == order(silent).rows == order(gone).rows
    assert JUDGES[3] not in said(silent)


@given(TABLE, some.dictionaries(some.integers(0, 6), some.integers(1, 7), max_size=4))
def test_places_by_hand_are_kept_and_the_others_flow_around_them(
    rows: list[list[float | None]], by_hand: dict[int, int]
) -> None:
    made = order(told({None: rows}, by_hand=by_hand))
    placed = [row for row in made.final if row.final_place is not None]
    free = [row.project.id for row in placed if row.by_hand is None]

    assert [row.final_place for row in placed] == list(range(1, len(placed) + 1))
    assert free == [row.project.id for row in made.rows if row.place is not None and row.by_hand is None]
    asked = [row.by_hand.place for row in placed if row.by_hand]
    if len(set(asked)) == len(asked) and all(place <= len(placed) for place in asked):
        assert all(row.final_place == row.by_hand.place for row in placed if row.by_hand)


def test_no_projects_no_criteria_and_a_single_one() -> None:
    assert order(told({})).rows == ()
    assert order(told({None: [[None, None]]})).rows[0].place is None
    without = order(told({None: [[]]}, criteria=0))
    assert (without.rows[0].value, without.weights) == (None, ())
    (best, worst) = order(told({None: [[2.0], [5.0]]}, criteria=1)).rows
    assert (best.value, worst.value) == (5, 2)


def test_the_mean_of_weightings_ignores_who_has_not_weighed() -> None:
    def weighting(*shares: float) -> Weighting:
        given_shares = {CriterionId(at): share for at, share in enumerate(shares)}
        return Weighting(method=WeightMethod.TYPED, at="", note="", shares=given_shares, places={}, gaps={}, pairs={})

    facts = told({None: [[1.0, 1.0]]})
    assert mean_weights(facts) is None
    some_weighed = replace(facts, weightings={JUDGES[0]: weighting(0.8, 0.2), JUDGES[1]: weighting()})
    mean = mean_weights(some_weighed)
    assert mean is not None
    assert mean.shares == pytest.approx((0.8, 0.2))
    assert mean.spreads[0].count == 1


def test_scores_looked_up_once_give_the_same_order() -> None:
    rows = [[float(1 + (at * k) % 5), None if at == 2 else 3.0] for at in range(5) for k in (1, 2)]
    facts = told(dict.fromkeys(JUDGES, rows))

    assert order(facts, [3, 1], scored(facts)) == order(facts, [3, 1])


def test_a_wish_is_ones_own_value_or_the_common_one_where_one_takes_part() -> None:
    facts = told({None: [[4.0, 2.0], [None, None]], JUDGES[1]: [[5.0, 1.0], [1.0, 5.0]]})
    found = wishes(facts, order(facts))

    assert found[JUDGES[0]] == {ProjectId(0): 3}
    assert found[JUDGES[1]] == {ProjectId(0): 4, ProjectId(1): 0}
    assert found[JUDGES[2]] == {}
    assert [each.value for each in candidates(order(facts))] == [4, 1]


def test_the_budget_ends_where_a_cost_is_not_known() -> None:
    rows: list[list[float | None]] = [[5.0, 1.0], [4.0, 2.0], [3.0, 3.0]]

    assert within_budget(order(told({None: rows})).rows, Kronor(25)) == 2
    assert within_budget(order(told({None: rows}, cost=None)).rows, Kronor(25)) == 0
