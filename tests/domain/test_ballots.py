"""What may stand on a ballot, and what is said when it may not."""

from __future__ import annotations

import pytest

from smartstad_desktop.domain.workshop.ballots import (
    BallotTrouble,
    CriterionUnknown,
    ItemUnknown,
    KronorLeft,
    MarkedTwice,
    MarkNotWhole,
    MarkOffScale,
    OwnProject,
    PairUnknown,
    PlaceTwice,
    PointsTwice,
    TooManyKronor,
    TooManyMarks,
    TooManyOnItem,
    Unfinished,
    check,
    checked,
    left,
    problems,
)
from smartstad_desktop.domain.workshop.voting import (
    EFFORT,
    IMPACT,
    Mark,
    Method,
    Rules,
    Yardstick,
    rules_for,
    usual_dots,
)
from smartstad_desktop.text.trouble import sentence

ITEMS = range(1, 9)
CRITERIA = (Yardstick("need", 20), Yardstick("cost", 10))
HANDED_IN = {
    Method.COLUMNS: [Mark(1, 2), Mark(2, 0)],
    Method.MOSCOW: [Mark(1, 3)],
    Method.IMPACT_EFFORT: [Mark(1, 6.4, IMPACT), Mark(1, 2, EFFORT), Mark(2, 10, IMPACT)],
    Method.RANKING: [Mark(4, 1), Mark(2, 2), Mark(8, 3)],
    Method.DOTS: [Mark(1, 1), Mark(2, 1)],
    Method.THREE_TWO_ONE: [Mark(1, 3), Mark(2, 2)],
    Method.HUNDRED: [Mark(1, 60), Mark(5, 40)],
    Method.CRITERIA: [Mark(1, 5, "need"), Mark(2, 1, "cost")],
    Method.PAIRS: [Mark(1, 0.5, other=2), Mark(3, 1, other=1)],
    Method.FIST: [Mark(1, 0)],
}
BROKEN: list[tuple[Method, list[Mark], type[BallotTrouble]]] = [
    (Method.DOTS, [Mark(99, 1)], ItemUnknown),
    (Method.DOTS, [Mark(item, 1) for item in range(1, 5)], TooManyMarks),
    (Method.DOTS, [Mark(1, 2)], TooManyOnItem),
    (Method.DOTS, [Mark(1, -1)], MarkOffScale),
    (Method.DOTS, [Mark(1, 0.5)], MarkNotWhole),
    (Method.DOTS, [Mark(1, 1), Mark(1, 1)], MarkedTwice),
    (Method.HUNDRED, [Mark(1, 60), Mark(2, 50)], TooManyKronor),
    (Method.HUNDRED, [Mark(1, float("nan"))], MarkOffScale),
    (Method.THREE_TWO_ONE, [Mark(1, 3), Mark(2, 3)], PointsTwice),
    (Method.THREE_TWO_ONE, [Mark(1, 4)], MarkOffScale),
    (Method.RANKING, [Mark(1, 1), Mark(2, 1)], PlaceTwice),
    (Method.RANKING, [Mark(1, 9)], MarkOffScale),
    (Method.COLUMNS, [Mark(1, 4)], MarkOffScale),
    (Method.IMPACT_EFFORT, [Mark(1, 10.5, IMPACT)], MarkOffScale),
    (Method.IMPACT_EFFORT, [Mark(1, 5)], CriterionUnknown),
    (Method.CRITERIA, [Mark(1, 5, "beauty")], CriterionUnknown),
    (Method.CRITERIA, [Mark(1, 0, "need")], MarkOffScale),
    (Method.PAIRS, [Mark(1, 1)], PairUnknown),
    (Method.PAIRS, [Mark(1, 1, other=1)], PairUnknown),
    (Method.PAIRS, [Mark(1, 0.7, other=2)], PairUnknown),
    (Method.PAIRS, [Mark(1, 1, other=40)], ItemUnknown),
    (Method.PAIRS, [Mark(1, 1, other=2), Mark(2, 1, other=1)], MarkedTwice),
    (Method.FIST, [Mark(1, 6)], MarkOffScale),
]


def rules(method: Method, **changes: object) -> Rules:
    return rules_for(method, ITEMS, criteria=CRITERIA, **changes)


@pytest.mark.parametrize("method", Method)
def test_a_ballot_that_keeps_the_rules_is_taken(method: Method) -> None:
    marks = HANDED_IN[method]

    assert checked(rules(method), marks) == tuple(sorted(marks, key=lambda mark: (mark.item, mark.axis)))


@pytest.mark.parametrize(("method", "marks", "trouble"), BROKEN)
def test_a_ballot_that_breaks_a_rule_is_refused(
    method: Method, marks: list[Mark], trouble: type[BallotTrouble]
) -> None:
    with pytest.raises(trouble) as refused:
        check(rules(method), marks)

    assert type(problems(rules(method), marks)[0]) is trouble
    assert "{" not in sentence(refused.value)


def test_the_hundred_must_be_shared_out_to_the_last_krona() -> None:
    marks = [Mark(1, 60), Mark(2, 25)]

    check(rules(Method.HUNDRED), marks)
    with pytest.raises(KronorLeft) as trouble:
        checked(rules(Method.HUNDRED), marks)

    assert trouble.value.parameters == {"left": 15, "given": 85}
    assert left(rules(Method.HUNDRED), [Mark(1, 60), Mark(2, 50)]) == -10


def test_what_is_missing_is_a_hint_and_no_reason_to_refuse() -> None:
    marks = HANDED_IN[Method.CRITERIA]
    hints = problems(rules(Method.CRITERIA), marks)

    assert [type(hint) for hint in hints] == [Unfinished]
    assert hints[0].parameters["left"] == 8 * 2 - 2
    assert checked(rules(Method.CRITERIA), marks) != ()
    assert problems(rules(Method.DOTS), [Mark(item, 1) for item in (1, 2, 3)]) == ()


def test_an_item_without_anything_leaves_no_mark() -> None:
    assert checked(rules(Method.DOTS), [Mark(2, 1), Mark(1, 0)]) == (Mark(2, 1),)
    assert checked(rules(Method.FIST), [Mark(1, 0)]) == (Mark(1, 0),)


def test_two_dots_on_one_item_where_the_round_allows_it() -> None:
    assert checked(rules(Method.DOTS, most_per_item=2), [Mark(1, 2), Mark(2, 1)]) == (Mark(1, 2), Mark(2, 1))


def test_owners_leave_their_project_to_the_others() -> None:
    own = rules(Method.CRITERIA, owners={1: (7,), 2: (7, 8)})

    with pytest.raises(OwnProject):
        check(own, [Mark(2, 4, "need")], municipality=8)
    check(own, [Mark(1, 4, "need")], municipality=8)
    check(own, [Mark(2, 4, "need")])
    check(rules(Method.DOTS, owners={1: (7,)}), [Mark(1, 1)], municipality=7)
    assert left(own, [], municipality=7) == 6 * 2


def test_owners_compare_the_pairs_of_the_others() -> None:
    own = rules_for(Method.PAIRS, (1, 2, 3), recusal=True, owners={3: (7,)})

    with pytest.raises(OwnProject):
        check(own, [Mark(1, 1, other=3)], municipality=7)
    assert left(own, [], municipality=7) == 1
    assert left(own, [Mark(2, 0, other=1)]) == 2


def test_dots_follow_the_number_of_items() -> None:
    assert [usual_dots(count) for count in (4, 12, 14, 20, 28, 60)] == [3, 3, 4, 5, 7, 7]


def test_the_scale_can_be_another() -> None:
    check(rules(Method.IMPACT_EFFORT, low=1, high=5), [Mark(1, 5, IMPACT)])
    with pytest.raises(MarkOffScale):
        check(rules(Method.IMPACT_EFFORT, low=1, high=5), [Mark(1, 6, IMPACT)])

    assert rules(Method.IMPACT_EFFORT, low=1, high=5).cut == (3, 3)
    assert rules(Method.IMPACT_EFFORT, cut_x=4).cut == (4, 5.5)
