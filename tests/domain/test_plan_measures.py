"""Rules of a measure: its fields, what it lacks, commitments with their years, and what stands otherwise."""

from __future__ import annotations

from itertools import combinations

import pytest

from smartstad_desktop.domain.cleaning import clean
from smartstad_desktop.domain.errors import AmountNegative, FieldInvalid
from smartstad_desktop.domain.plan import commitments, wording
from smartstad_desktop.domain.plan.deviation import Placed, deviating
from smartstad_desktop.domain.plan.measures import (
    MEASURE_FIELDS,
    ContributionOff,
    MeasureFacts,
    contribution,
    missing_in,
)
from smartstad_desktop.domain.plan.plan import CommitmentRole
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.text.trouble import sentence


def test_measure_without_anything_lacks_everything_in_the_order_of_the_form() -> None:
    wanted = ("why", "what", "effect", "owner", "time", "money", "risk", "next_decision", "leader")

    assert missing_in(MeasureFacts()) == wanted


def test_nothing_is_missing_when_one_sum_is_zero_and_somebody_leads() -> None:
    texts = dict.fromkeys(("why", "what", "effect", "owner", "time", "risk", "next_decision"), "x")
    facts = MeasureFacts(**texts, money_running=0, roles=(CommitmentRole.JOINS, CommitmentRole.LEADS))

    assert missing_in(facts) == ()


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("title", "  ", wording.MeasureTitleMissing),
        ("title", "x" * 121, wording.MeasureTextTooLong),
        ("why", "x" * 4001, wording.MeasureTextTooLong),
        ("money_one_off", -1, AmountNegative),
        ("money_one_off", "1200", FieldInvalid),
        ("money_running", True, FieldInvalid),
        ("order_key", "a", FieldInvalid),
    ],
)
def test_measure_refuses_what_does_not_fit(name: str, value: object, error: type[FieldInvalid]) -> None:
    with pytest.raises(error) as refused:
        clean(MEASURE_FIELDS, name, value)

    assert refused.value.parameters["field"] == name


def test_texts_are_trimmed_and_missing_money_is_not_zero() -> None:
    assert clean(MEASURE_FIELDS, "why", "  därför \n") == "därför"
    assert clean(MEASURE_FIELDS, "money_one_off", None) is None


def test_links_to_goals_and_risks_count_and_a_deviation_asks_for_its_reason() -> None:
    facts = MeasureFacts(has_goals=True, has_risks=True, deviates=True)

    assert missing_in(facts) == ("why", "what", "owner", "time", "money", "next_decision", "leader", "deviation_reason")
    assert "deviation_reason" not in missing_in(MeasureFacts(deviates=True, deviation_reason="Bidraget kom."))


@pytest.mark.parametrize("value", [-4, 4, True, "2", None])
def test_contribution_is_a_whole_step_from_minus_three_to_three(value: object) -> None:
    assert [contribution(step) for step in range(-3, 4)] == [-3, -2, -1, 0, 1, 2, 3]
    with pytest.raises(ContributionOff):
        contribution(value)


def test_commitment_knows_five_roles_only() -> None:
    cleaned = commitments.cleaned_commitment
    assert {cleaned("role", role) for role in CommitmentRole} == set(CommitmentRole)
    with pytest.raises(FieldInvalid):
        cleaned("role", "perhaps")


def test_budget_is_the_sum_of_its_years_and_a_single_year_follows_it() -> None:
    assert commitments.years_with_budget({}, 400) == {}
    assert commitments.years_with_budget({2027: 300, 2028: 100}, 400) == {2027: 300, 2028: 100}
    assert commitments.years_with_budget({2027: 300}, 400) == {2027: 400}
    for budget in (500, None, 0):
        with pytest.raises(commitments.YearsDoNotAddUp) as refused:
            commitments.years_with_budget({2027: 300, 2028: 100}, budget)
        assert refused.value.parameters == {"field": "budget", "total": 400, "budget": budget}
        assert "blir tillsammans 400\xa0kr" in sentence(refused.value, phrasebook("sv"))


@pytest.mark.parametrize("years", [{27: 1}, {"2027": 1}, {True: 1}])
def test_amounts_fall_on_years(years: dict[object, int]) -> None:
    assert commitments.cleaned_years({2028: 0, 2027: 5, 2029: None}) == {2027: 5, 2028: 0}
    with pytest.raises(commitments.YearUnknown):
        commitments.cleaned_years(years)


def _moved(*places: int | None, reasons: frozenset[int] = frozenset()) -> set[int]:
    return set(deviating([Placed(place=place, has_reason=at in reasons) for at, place in enumerate(places)]))


def test_order_of_the_workshop_deviates_nowhere_whoever_has_no_place() -> None:
    assert _moved(1, None, 2, 2, None, 3) == set()
    assert _moved() == set()


def test_the_fewest_deviate_and_rather_those_with_a_reason() -> None:
    assert _moved(5, 1, 2, 3, 4) == {0}
    assert _moved(1, 3, 2, 4) == {1}
    assert _moved(1, 3, 2, 4, reasons=frozenset({2})) == {2}


def test_places_of_different_rounds_are_not_compared() -> None:
    one, other = [Placed(place=place, source=source) for source, place in (("a", 2), ("b", 1))]

    assert deviating([one, other]) == frozenset()
    assert deviating([one, other, Placed(place=1, source="a")]) == {0}


def test_what_remains_is_in_order_and_nothing_smaller_would_do() -> None:
    places = (4, 2, 7, 1, 5, 5, 3, 6)
    moved = _moved(*places)

    def in_order(left_out: set[int]) -> bool:
        kept = [place for at, place in enumerate(places) if at not in left_out]
        return kept == sorted(kept)

    assert in_order(moved)
    assert not any(in_order(set(some)) for some in combinations(range(len(places)), len(moved) - 1))
