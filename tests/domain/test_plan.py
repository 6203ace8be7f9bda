"""Rules of the plan: fields, completeness, versions, fingerprints."""

from __future__ import annotations

from datetime import date

import pytest

from smartstad_desktop.domain.errors import AmountNegative, FieldInvalid
from smartstad_desktop.domain.plan import plan
from smartstad_desktop.domain.plan.plan import CommitmentRole, MeasureFacts, PlanStatus


def test_measure_without_anything_lacks_everything_in_the_order_of_the_form() -> None:
    wanted = ("why", "what", "effect", "owner", "time", "money", "risk", "next_decision", "leader")

    assert plan.missing_in(MeasureFacts()) == wanted


def test_nothing_is_missing_when_one_sum_is_zero_and_somebody_leads() -> None:
    texts = dict.fromkeys(("why", "what", "effect", "owner", "time", "risk", "next_decision"), "x")
    facts = MeasureFacts(**texts, money_running=0, roles=(CommitmentRole.JOINS, CommitmentRole.LEADS))

    assert plan.missing_in(facts) == ()


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("title", "  ", plan.MeasureTitleMissing),
        ("title", "x" * 121, plan.MeasureTextTooLong),
        ("why", "x" * 4001, plan.MeasureTextTooLong),
        ("money_one_off", -1, AmountNegative),
        ("money_one_off", "1200", FieldInvalid),
        ("money_running", True, FieldInvalid),
        ("order_key", "a", FieldInvalid),
    ],
)
def test_measure_refuses_what_does_not_fit(name: str, value: object, error: type[FieldInvalid]) -> None:
    with pytest.raises(error) as refused:
        plan.cleaned_measure(name, value)

    assert refused.value.parameters["field"] == name


def test_texts_are_trimmed_and_missing_money_is_not_zero() -> None:
    assert plan.cleaned_measure("why", "  därför \n") == "därför"
    assert plan.cleaned_measure("money_one_off", None) is None
    assert plan.cleaned_plan("clauses", ["att godkänna", " ", ""]) == ["att godkänna"]


@pytest.mark.parametrize(("name", "value"), [("first_year", 20), ("decided_on", "2026-11-19"), ("status", "approved")])
def test_plan_refuses_what_does_not_fit(name: str, value: object) -> None:
    with pytest.raises(FieldInvalid):
        plan.cleaned_plan(name, value)


def test_commitment_knows_five_roles_only() -> None:
    assert {plan.cleaned_commitment("role", role) for role in CommitmentRole} == set(CommitmentRole)
    with pytest.raises(FieldInvalid):
        plan.cleaned_commitment("role", "perhaps")


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


def test_fingerprint_depends_on_content_and_not_on_order_of_names() -> None:
    one = plan.fingerprint({"a": 1, "b": date(2026, 11, 19)})

    assert one == plan.fingerprint({"b": date(2026, 11, 19), "a": 1})
    assert one != plan.fingerprint({"a": 1, "b": date(2026, 11, 20)})
    assert plan.short_print("7f3a91c20d4eb851" + "0" * 48) == "7f3a 91c2 0d4e b851"
