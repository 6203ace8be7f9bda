"""Who sits on a seat on a day: vacant until somebody holds it, one at a time, one chair at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from smartstad_desktop.domain.errors import RuleError
from smartstad_desktop.domain.governance.bodies import (
    BodyInsideItself,
    MembershipState,
    PersonNameMissing,
    check_parent,
    check_person,
    shown_person,
)
from smartstad_desktop.domain.governance.seats import (
    ChairTaken,
    SeatTaken,
    Term,
    TermBackwards,
    check_term,
    holder,
    predecessor,
    standing,
)

DAY = date(2026, 11, 22)
FIRST = Term(id=1, seat=1, holder="A", state=MembershipState.APPOINTED, first=date(2024, 1, 1), last=date(2025, 12, 31))
SECOND = replace(FIRST, id=2, holder="B", first=date(2026, 1, 1), last=None)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ((), None),
        ((FIRST,), None),
        ((FIRST, SECOND), MembershipState.APPOINTED),
        ((replace(SECOND, state=MembershipState.ASKED),), MembershipState.ASKED),
        ((replace(SECOND, state=MembershipState.DECLINED),), None),
        ((replace(SECOND, is_substitute=True),), None),
        (
            (replace(SECOND, state=MembershipState.ASKED), replace(SECOND, state=MembershipState.ACCEPTED)),
            MembershipState.ACCEPTED,
        ),
    ],
)
def test_a_seat_without_somebody_in_force_is_vacant(terms: tuple[Term, ...], expected: MembershipState | None) -> None:
    assert standing(terms, DAY) is expected


def test_a_seat_has_a_holder_a_substitute_and_one_before() -> None:
    steps_in = replace(SECOND, id=3, holder="C", is_substitute=True)
    terms = (FIRST, SECOND, steps_in)

    assert holder(terms, DAY) is SECOND
    assert holder(terms, DAY, is_substitute=True) is steps_in
    assert holder(terms, date(2025, 12, 31)) is FIRST
    assert predecessor(SECOND, terms) is FIRST
    assert predecessor(FIRST, terms) is None


@pytest.mark.parametrize(
    ("term", "beside", "refusal"),
    [
        (replace(FIRST, last=date(2023, 1, 1)), (), TermBackwards),
        (replace(SECOND, id=9, first=None), (SECOND,), SeatTaken),
        (replace(SECOND, id=9, first=date(2025, 12, 31)), (FIRST,), SeatTaken),
        (
            replace(SECOND, id=9, seat=2, is_chair=True),
            (replace(SECOND, is_chair=True),),
            ChairTaken,
        ),
    ],
)
def test_two_cannot_sit_or_chair_on_the_same_day(
    term: Term, beside: tuple[Term, ...], refusal: type[RuleError]
) -> None:
    with pytest.raises(refusal):
        check_term(term, beside)


@pytest.mark.parametrize(
    "term",
    [
        replace(SECOND, id=9, is_substitute=True),
        replace(SECOND, id=9, state=MembershipState.ASKED),
        replace(SECOND, id=9, seat=2),
        replace(SECOND, id=2),
    ],
)
def test_a_substitute_one_who_is_asked_and_another_seat_are_in_nobodys_way(term: Term) -> None:
    check_term(term, (FIRST, SECOND))

    assert term.meets(SECOND)


def test_a_body_never_answers_to_itself_in_the_end() -> None:
    check_parent(3, 2, {2: 1, 1: None})

    with pytest.raises(BodyInsideItself):
        check_parent(1, 3, {3: 2, 2: 1})


def test_a_protected_person_is_called_by_title() -> None:
    assert shown_person("Anna Påhittad", "Enhetschef", is_protected=True) == "Enhetschef"
    assert shown_person("Anna Påhittad", "Enhetschef", is_protected=False) == "Anna Påhittad"
    with pytest.raises(PersonNameMissing):
        check_person("Anna Påhittad", "", is_protected=True)
