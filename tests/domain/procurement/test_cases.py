"""Days follow each other, tenders are secret until the award, and who is not locked in cannot call off."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from smartstad_desktop.domain.errors import FieldInvalid, RuleError
from smartstad_desktop.domain.procurement.candidates import (
    Candidate,
    Contract,
    Ground,
    Mark,
    Possible,
    ending_soon,
    in_order,
    without_repeats,
)
from smartstad_desktop.domain.procurement.cases import (
    DAYS,
    SECRET,
    AlreadyAnnounced,
    AnnouncedUnlocked,
    ContractBeforeAward,
    DaysOutOfOrder,
    Said,
    TendersBegun,
    TendersUnlocked,
    check_days,
    check_tenders,
    check_unlock,
    first_parties,
    is_secret,
    secret_since,
    without_call_off,
    without_mandate,
)
from smartstad_desktop.domain.procurement.procurement import Form, Interest, MandateState

TODAY = date(2026, 11, 22)
RIGHT = {name: date(2026, number, 1) for number, name in enumerate(DAYS, 1)}
NOTHING: dict[str, Any] = dict.fromkeys((*DAYS, *SECRET)) | {"supplier": ""}


def test_days_in_order_are_right_and_two_may_be_the_same() -> None:
    same_day = RIGHT | {"questions_until": RIGHT["announced_on"]}
    none_yet: dict[str, date | None] = dict.fromkeys(DAYS)

    assert [_refusal(days) for days in (RIGHT, same_day, none_yet)] == [None, None, None]


def _refusal(days: Mapping[str, date | None]) -> FieldInvalid | None:
    try:
        check_days(days)
    except FieldInvalid as error:
        return error
    return None


@pytest.mark.parametrize(
    ("days", "changed", "refusal", "field"),
    [
        ({"locked_on": None}, "announced_on", AnnouncedUnlocked, "announced_on"),
        ({"tenders_due_on": date(2026, 1, 15)}, "tenders_due_on", DaysOutOfOrder, "tenders_due_on"),
        ({"tenders_due_on": date(2026, 9, 15)}, "tenders_due_on", DaysOutOfOrder, "tenders_due_on"),
        ({"contract_to": date(2026, 2, 1)}, "contract_to", DaysOutOfOrder, "contract_to"),
        ({"awarded_on": None}, "contract_from", ContractBeforeAward, "standstill_until"),
        ({"awarded_on": None}, "awarded_on", ContractBeforeAward, "awarded_on"),
    ],
)
def test_days_that_cannot_follow_each_other_are_refused_at_what_was_changed(
    days: dict[str, date | None], changed: str, refusal: type[FieldInvalid], field: str
) -> None:
    with pytest.raises(refusal) as told:
        check_days({**RIGHT, **days}, {changed})

    assert told.value.parameters["field"] == field


@pytest.mark.parametrize(
    ("known", "secret"),
    [
        ({}, False),
        ({"locked_on": date(2026, 9, 15)}, True),
        ({"locked_on": date(2026, 9, 15), "awarded_on": TODAY}, False),
        ({"locked_on": date(2026, 9, 15), "awarded_on": date(2026, 12, 1)}, True),
        ({"announced_on": date(2026, 9, 15)}, True),
        ({"tender_count": 0}, True),
        ({"supplier": "Hemligt AB"}, True),
        ({"awarded_value": 1}, True),
        ({"supplier": "Öppet AB", "awarded_on": TODAY}, False),
    ],
)
def test_tenders_are_secret_with_and_without_a_lock_to_the_day_of_the_award(
    known: dict[str, Any], *, secret: bool
) -> None:
    assert is_secret(NOTHING | known, TODAY) is secret


def test_evaluating_makes_a_procurement_secret_and_without_a_lock_all_of_it_may_be_about_tenders() -> None:
    assert is_secret(NOTHING, TODAY, is_evaluated=True)
    assert not is_secret(NOTHING | {"awarded_on": TODAY}, TODAY, is_evaluated=True)
    assert secret_since(NOTHING | {"announced_on": TODAY}) == TODAY
    assert secret_since(NOTHING | {"supplier": "Hemligt AB"}) == date.min


@pytest.mark.parametrize(
    ("known", "refusal"),
    [
        ({"announced_on": TODAY}, AlreadyAnnounced),
        ({"tenders_due_on": TODAY}, TendersBegun),
        ({"tender_count": 0}, TendersBegun),
        ({"supplier": "Hemligt AB"}, TendersBegun),
        ({"awarded_value": 1}, TendersBegun),
        ({"awarded_on": TODAY}, TendersBegun),
    ],
)
def test_parties_are_not_opened_again_when_tenders_are_on_their_way(
    known: dict[str, Any], refusal: type[RuleError]
) -> None:
    check_unlock(NOTHING | {"locked_on": TODAY}, is_past_notice=False)
    with pytest.raises(refusal):
        check_unlock(NOTHING | known, is_past_notice=False)
    with pytest.raises(TendersBegun):
        check_unlock(NOTHING, is_past_notice=True)


@pytest.mark.parametrize("name", ["tenders_due_on", "tender_count", "supplier", "awarded_value"])
def test_what_is_about_tenders_waits_for_the_lock(name: str) -> None:
    check_tenders({name: 1}, TODAY)
    check_tenders({name: None}, None)
    with pytest.raises(TendersUnlocked):
        check_tenders({name: 0}, None)


SAID = (
    Said(municipality=1, interest=Interest.YES, mandate=MandateState.NONE),
    Said(municipality=2, interest=Interest.YES, mandate=MandateState.RECEIVED),
    Said(municipality=3, interest=Interest.MAYBE, mandate=MandateState.ASKED),
    Said(municipality=4, interest=Interest.NO, mandate=MandateState.NONE),
    Said(municipality=5, interest=Interest.YES, mandate=MandateState.ASKED),
)


def test_who_is_left_outside_is_named_and_who_leads_needs_no_mandate() -> None:
    assert first_parties(SAID, Form.BY_MANDATE, lead=1) == {1, 2}
    assert first_parties(SAID, Form.OWN_WITH_OPTION, lead=1) == {1, 2, 5}
    assert without_call_off(SAID, {1, 2}) == (3, 5)
    assert without_mandate(SAID, {1, 2, 5}, lead=1) == (5,)


def test_only_contracts_within_two_years_count_and_the_first_to_end_is_first() -> None:
    ends = [date(2026, 11, 21), date(2028, 11, 22), date(2026, 12, 1), date(2028, 11, 23), None]
    contracts = [Contract(number, "", day) for number, day in enumerate(ends)]

    assert [each.municipality for each in ending_soon(contracts, TODAY)] == [2, 1]


def test_a_group_that_says_nothing_more_is_left_out_unless_somebody_kept_it() -> None:
    projects = tuple(Possible(number, "", number, None) for number in (1, 2, 3))
    whole = Candidate(key="a", ground=Ground.TECHNOLOGY, title="a", municipalities=(1, 2, 3), projects=projects)
    part = Candidate(key="b", ground=Ground.GOAL, title="b", municipalities=(1, 2), projects=projects[:2])
    kept = Candidate(
        key="c", ground=Ground.GOAL, title="c", municipalities=(1, 2), projects=projects[:2], mark=Mark.KEPT
    )

    assert [each.key for each in without_repeats(in_order((part, kept, whole)))] == ["a", "c"]
