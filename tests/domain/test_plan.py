"""Rules of a version of the plan: fields, numbers, fingerprints."""

from __future__ import annotations

import pytest

from smartstad_desktop.domain.cleaning import clean
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.plan import plan
from smartstad_desktop.domain.plan.plan import PLAN_FIELDS, PlanStatus


@pytest.mark.parametrize(("name", "value"), [("first_year", 20), ("decided_on", "2026-11-19"), ("status", "approved")])
def test_plan_refuses_what_does_not_fit(name: str, value: object) -> None:
    with pytest.raises(FieldInvalid):
        clean(PLAN_FIELDS, name, value)


def test_clauses_without_words_are_left_out() -> None:
    assert clean(PLAN_FIELDS, "clauses", ["att godkänna", " ", ""]) == ["att godkänna"]


def test_plan_that_ends_before_it_starts_is_refused() -> None:
    plan.check_years(2027, None)
    with pytest.raises(plan.YearsReversed) as refused:
        plan.check_years(2030, 2027)

    assert (refused.value.parameters["first"], refused.value.parameters["last"]) == (2030, 2027)


def test_only_a_draft_may_be_changed() -> None:
    open_statuses = [status for status in PlanStatus if plan.refusal_to_change(status, "1.0") is None]

    assert open_statuses == [PlanStatus.DRAFT]


@pytest.mark.parametrize(("version", "after"), [("1.0", "1.1"), ("1.9", "1.10"), ("2", "3.0"), ("våren", "våren+")])
def test_next_version_follows_the_numbering(version: str, after: str) -> None:
    assert plan.version_after(version) == after


@pytest.mark.parametrize(
    ("start", "end", "text"), [(2027, 2028, "2027–2028"), (2027, 2027, "2027"), (None, 2028, "2028"), (None, None, "")]
)
def test_time_of_a_measure_is_its_years(start: int | None, end: int | None, text: str) -> None:
    assert plan.years_text(start, end) == text


def test_fingerprint_is_read_out_in_groups_of_four() -> None:
    assert plan.short_print("7f3a91c20d4eb851" + "0" * 48) == "7f3a 91c2 0d4e b851"
