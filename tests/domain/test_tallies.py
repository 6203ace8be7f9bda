"""Counting by hand what the program counts: one small room per method."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smartstad_desktop.domain.order.priority import Direction
from smartstad_desktop.domain.workshop.results import AgreementLevel, Concern, Quadrant, Result, Tally
from smartstad_desktop.domain.workshop.tallies import must_share, tally
from smartstad_desktop.domain.workshop.voting import (
    EFFORT,
    IMPACT,
    Ballot,
    Mark,
    Method,
    Rules,
    Seat,
    Unit,
    Visibility,
    Yardstick,
    rules_for,
)


def of(counted: Tally, item: int) -> Result:
    found = counted.result(item)
    assert found is not None
    return found


def room(*sheets: list[Mark], municipality: int | None = None) -> list[Ballot]:
    return [
        Ballot(caster=Seat(number), municipality=municipality or number, marks=tuple(marks))
        for number, marks in enumerate(sheets, 1)
    ]


def dots(*items: int) -> list[Mark]:
    return [Mark(item, items.count(item)) for item in sorted(set(items))]


def steps(**values: int) -> list[Mark]:
    return [Mark(int(item.removeprefix("n")), value) for item, value in values.items()]


def counted(method: Method, *sheets: list[Mark], items: int = 3, **changes: object) -> Tally:
    return tally(rules_for(method, range(1, items + 1), **changes), room(*sheets))


def test_dots_are_added_up_and_equal_items_share_a_place() -> None:
    found = counted(Method.DOTS, dots(1, 2, 3), dots(1, 2, 4), dots(1, 4, 2), items=5)

    assert [(each.item, each.value, each.place) for each in found.results] == [
        (1, 3, 1),
        (2, 3, 1),
        (4, 2, 3),
        (3, 1, 4),
        (5, 0, 5),
    ]
    assert (of(found, 4).supporters, of(found, 4).share_largest, of(found, 5).share_largest) == (2, 0.5, None)
    assert (found.ballots_cast, found.blank, found.units, found.persons) == (3, 0, 3, 3)


def test_several_dots_on_one_item_are_one_supporter() -> None:
    found = counted(Method.DOTS, dots(1, 1, 2), dots(3, 3, 2), most_per_item=2)

    assert [(of(found, item).value, of(found, item).supporters) for item in (1, 2, 3)] == [(2, 1), (2, 2), (2, 1)]


def test_three_two_one() -> None:
    found = counted(Method.THREE_TWO_ONE, steps(n1=3, n2=2, n3=1), steps(n2=3, n1=2, n4=1), steps(n2=3), items=4)

    assert found.order == (2, 1, 3, 4)
    assert [of(found, item).value for item in (1, 2, 3, 4)] == [5, 8, 1, 1]
    assert of(found, 2).mean == pytest.approx(8 / 3)


def test_a_hundred_kronor_show_breadth_and_depth() -> None:
    found = counted(Method.HUNDRED, steps(n1=100), steps(n2=50, n3=50), steps(n2=60, n1=40))

    assert [(of(found, item).value, of(found, item).supporters) for item in (1, 2, 3)] == [(140, 2), (110, 2), (50, 1)]
    assert [of(found, item).share_largest for item in (1, 2, 3)] == pytest.approx([100 / 140, 60 / 110, 1])


def test_columns_count_and_the_leading_one_is_named() -> None:
    found = counted(Method.COLUMNS, steps(n1=0, n2=2), steps(n1=0, n2=0), steps(n1=1, n2=1), columns=3)

    assert (of(found, 1).columns, of(found, 1).column, of(found, 1).mean) == ((2, 1, 0), 0, pytest.approx(1 / 3))
    assert (of(found, 2).columns, of(found, 2).column) == ((1, 1, 1), None)
    assert (of(found, 3).columns, of(found, 3).place) == ((), None)
    approval = of(found, 1).approval
    assert approval is not None
    assert (approval.in_favour, approval.against, approval.majority) == (2, 1, True)


def test_everything_is_a_must() -> None:
    by_count = counted(Method.MOSCOW, steps(n1=0, n2=0, n3=2, n4=3), items=4)
    rules = rules_for(Method.MOSCOW, range(1, 5), effort={1: 1, 2: 2, 3: 7, 4: 90})
    by_effort = tally(rules, room(steps(n1=0, n2=0, n3=2, n4=3)))

    # What is not done now is no part of the whole: two of three, or 3 of 10 in effort.
    assert (by_count.must_share, by_count.is_overloaded) == (pytest.approx(2 / 3), True)
    assert (by_effort.must_share, by_effort.is_overloaded) == (pytest.approx(0.3), False)
    assert (by_count.is_must_by_effort, by_effort.is_must_by_effort) == (False, True)
    assert must_share(rules, {}) is None
    assert must_share(rules, {4: 3}) is None
    assert must_share(rules_for(Method.COLUMNS, (1,)), {1: 0}) is None


def test_effort_that_is_not_known_everywhere_is_not_used() -> None:
    assert must_share(rules_for(Method.MOSCOW, (1, 2), effort={1: 9}), {1: 0, 2: 1}) == 0.5


def canvas(**points: tuple[float, float]) -> list[Mark]:
    return [
        mark
        for name, (effort, impact) in points.items()
        for mark in (Mark(int(name[1:]), effort, EFFORT), Mark(int(name[1:]), impact, IMPACT))
    ]


def test_the_canvas_has_means_spreads_and_quadrants() -> None:
    sheets = [
        canvas(n1=(2, 9), n2=(8, 9), n3=(2, 2), n4=(9, 1)),
        canvas(n1=(2, 9), n2=(8, 3), n3=(2, 2), n4=(9, 1)),
        canvas(n1=(2, 9), n2=(8, 9), n3=(2, 2), n4=(9, 1)),
    ]
    found = counted(Method.IMPACT_EFFORT, *sheets, items=5)

    assert [of(found, item).quadrant for item in range(1, 6)] == [*Quadrant, None]
    split, calm = of(found, 2), of(found, 1)
    assert split.x is not None
    assert split.y is not None
    assert calm.y is not None
    assert (split.x.mean, split.y.mean, split.value) == (8, 7, -1)
    assert split.x.spread is not None
    assert split.y.spread is not None
    assert (split.x.spread.deviation, split.y.spread.deviation, split.apart) == (0, *[pytest.approx(8**0.5)] * 2)
    assert (calm.y.agreement, split.x.agreement) == (1, 1)
    assert (split.agreement or 0) < (calm.agreement or 0) == 1
    assert split.y.by_municipality == {}


def test_a_point_on_the_line_belongs_to_the_better_side() -> None:
    found = counted(Method.IMPACT_EFFORT, canvas(n1=(3, 3), n2=(3.1, 2.9)), low=1, high=5)

    assert (of(found, 1).quadrant, of(found, 2).quadrant) == (Quadrant.DO_FIRST, Quadrant.LEAVE)


def test_one_axis_alone_places_nothing() -> None:
    found = counted(Method.IMPACT_EFFORT, [Mark(1, 7, IMPACT)])

    assert of(found, 1).y is not None
    assert (of(found, 1).x, of(found, 1).value, of(found, 1).quadrant, of(found, 1).ballots) == (None, None, None, 1)


def test_a_ranking_that_stops_leaves_the_rest_in_shared_places() -> None:
    found = counted(Method.RANKING, steps(n1=1, n2=2), steps(n2=1, n1=2, n3=3, n4=4), items=4)

    assert [of(found, item).mean for item in (1, 2, 3, 4)] == [1.5, 1.5, 3.25, 3.75]
    assert [of(found, item).place for item in (1, 2, 3, 4)] == [1, 1, 3, 4]
    assert of(found, 1).value == pytest.approx((1 + 2 / 3) / 2)


def test_agreement_on_an_order_is_kendalls_w_in_one_word() -> None:
    same = counted(Method.RANKING, *[steps(n1=1, n2=2, n3=3)] * 3)
    turning = counted(Method.RANKING, steps(n1=1, n2=2, n3=3), steps(n2=1, n3=2, n1=3), steps(n3=1, n1=2, n2=3))
    two = counted(Method.RANKING, *[steps(n1=1, n2=2, n3=3)] * 2)

    assert (same.agreement, same.agreement_level) == (pytest.approx(1), AgreementLevel.HIGH)
    assert (turning.agreement, turning.agreement_level) == (pytest.approx(0), AgreementLevel.LOW)
    assert (two.agreement, two.agreement_level) == (None, None)


def test_criteria_weigh_and_what_is_missing_is_not_zero() -> None:
    criteria = (Yardstick("need", 30), Yardstick("cost", 10, Direction.COST))
    sheets = [
        [Mark(1, 5, "need"), Mark(1, 1, "cost"), Mark(2, 4, "need")],
        [Mark(1, 3, "need"), Mark(1, 3, "cost")],
    ]
    found = counted(Method.CRITERIA, *sheets, criteria=criteria)

    assert of(found, 1).value == pytest.approx((30 * 4 + 10 * (6 - 2)) / 40)
    assert sum(part.part for part in of(found, 1).parts) == pytest.approx(of(found, 1).value)
    assert (of(found, 2).value, of(found, 2).coverage, of(found, 2).ballots) == (4, 0.75, 1)
    assert (of(found, 3).value, of(found, 3).place) == (None, None)


def test_duels_and_the_circle_they_make() -> None:
    ring = [Mark(1, 1, other=2), Mark(2, 1, other=3), Mark(1, 0, other=3), Mark(4, 0.5, other=1)]
    found = counted(Method.PAIRS, ring, items=4)

    assert (found.circles, found.circular_triads, found.circles_within) == (((1, 2, 3),), 1, 1)
    assert [(each.wins, each.draws, each.losses) for each in (of(found, 1), of(found, 4))] == [(1, 1, 1), (0, 1, 0)]
    assert (of(found, 1).value, of(found, 1).coverage, of(found, 4).coverage) == (1.5, 1, pytest.approx(1 / 3))


def test_a_circle_of_the_group_need_not_be_one_of_its_members() -> None:
    def order(*items: int) -> list[Mark]:
        return [Mark(one, 1, other=other) for at, one in enumerate(items) for other in items[at + 1 :]]

    found = counted(Method.PAIRS, order(1, 2, 3), order(2, 3, 1), order(3, 1, 2))

    assert (found.circular_triads, found.circles_within) == (1, 0)
    assert [each.value for each in found.results] == [1, 1, 1]


def test_a_fist_of_five_passes_with_three_fingers_from_all() -> None:
    found = counted(Method.FIST, steps(n1=3, n2=5, n3=5), steps(n1=4, n2=2, n3=0), steps(n1=5, n2=5, n3=1))
    passes, speaks, blocked = (of(found, item).fingers for item in (1, 2, 3))

    assert passes is not None
    assert speaks is not None
    assert blocked is not None
    assert (passes.passes, passes.must_speak, passes.blocks) == (True, 0, 0)
    assert (speaks.passes, speaks.must_speak, speaks.blocks) == (False, 1, 0)
    assert (blocked.passes, blocked.must_speak, blocked.blocks) == (False, 2, 1)
    assert of(found, 3).columns == (1, 1, 0, 0, 0, 1)
    approval = of(found, 3).approval
    assert approval is not None
    assert (approval.in_favour, approval.against, approval.majority) == (1, 2, False)


def test_hands_are_counted_and_concerns_kept_in_their_words() -> None:
    hands = [
        Ballot(marks=(Mark(1, 5),), persons=8),
        Ballot(marks=(Mark(1, 2),), persons=2, municipality=4, concern="Who pays for running it?"),
        Ballot(is_blank=True, concern="I do not know the project."),
    ]
    rules = rules_for(Method.FIST, (1,), unit=Unit.PERSON)
    found = tally(rules, hands)

    assert (found.persons, found.ballots_cast, found.blank) == (10, 3, 1)
    assert of(found, 1).columns == (0, 0, 2, 0, 0, 8)
    assert of(found, 1).mean == 4.4
    assert found.concerns == (Concern("I do not know the project."), Concern("Who pays for running it?"))
    named = tally(rules_for(Method.FIST, (1,), visibility=Visibility.NAMED), hands)
    assert named.concerns[1].municipality == 4
    together = Ballot(caster=7, municipality=7, marks=(Mark(1, 1),), concern="Too early.")
    assert tally(rules, [together]).concerns == (Concern("Too early.", 7),)
    assert tally(replace(rules, visibility=Visibility.ANONYMOUS), [together]).concerns == (Concern("Too early."),)


def test_whoever_owns_a_project_says_nothing_about_it() -> None:
    rules = rules_for(Method.CRITERIA, (1, 2), criteria=(Yardstick("need"),), owners={1: (1,)})
    ballots = room([Mark(1, 5, "need"), Mark(2, 4, "need")], [Mark(1, 1, "need"), Mark(2, 4, "need")])

    assert (of(tally(rules, ballots), 1).value, of(tally(rules, ballots), 1).ballots) == (1, 1)
    assert of(tally(rules_for(Method.CRITERIA, (1, 2), criteria=rules.criteria, recusal=False), ballots), 1).value == 3


def test_nobody_has_voted() -> None:
    for method in Method:
        found = tally(rules_for(method, (1, 2), criteria=(Yardstick("need"),)), [Ballot(is_blank=True), Ballot()])

        assert (found.order, found.agreement, found.units, found.blank) == ((), None, 0, 2)
        assert all(each.value is None and each.ballots == 0 for each in found.results)


def test_two_people_are_too_few_to_show() -> None:
    rules: Rules = rules_for(Method.DOTS, (1, 2, 3))

    assert tally(rules, room(dots(1), dots(2))).is_small
    assert not tally(rules, room(dots(1), dots(2), dots(3))).is_small
