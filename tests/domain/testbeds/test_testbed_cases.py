"""How an indicator of a test stands, when a test asks what happens now, and what can be shared."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from smartstad_desktop.domain.testbeds.routines import CaseState
from smartstad_desktop.domain.testbeds.testbed_cases import (
    RESULT,
    Asking,
    ConfidentialNotShared,
    EndQuestion,
    Reading,
    ResultIncomplete,
    Standing,
    check_shareable,
    end_question,
)
from smartstad_desktop.domain.testbeds.testbeds import Recommendation, lacking
from smartstad_desktop.domain.values import Language
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.text.testbeds.words import end_line, reading_line, span_line

TODAY = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("baseline", "target", "result", "standing"),
    [
        (12, 8, None, Standing.NOT_MEASURED),
        (None, 8, 9, Standing.NO_BASELINE),
        (None, 8, 8, Standing.REACHED),
        (12, 8, 8, Standing.REACHED),
        (12, 8, 7, Standing.REACHED),
        (12, 8, 9, Standing.CLOSER),
        (12, 8, 14, Standing.FURTHER),
        (12, 8, 12, Standing.UNCHANGED),
        (3, 5, 6, Standing.REACHED),
        (3, 5, 2, Standing.FURTHER),
        (3, 3, 3, Standing.REACHED),
        (3, None, 4, Standing.CHANGED),
        (3, None, 3, Standing.UNCHANGED),
    ],
)
def test_a_result_is_told_by_the_way_from_baseline_to_target(
    baseline: float | None, target: float | None, result: float | None, standing: Standing
) -> None:
    assert Reading(baseline=baseline, target=target, result=result).standing is standing


def test_the_change_is_said_with_its_direction() -> None:
    swedish = phrasebook(Language.SV)
    assert reading_line(Reading(baseline=12, target=8, result=9.5), "fall", swedish) == (
        "Närmare målet: 2,5 fall lägre än förut."
    )
    assert reading_line(Reading(baseline=3, target=5, result=6), "", swedish) == "Målet nått: 3 högre än förut."
    assert reading_line(Reading(baseline=3), "", swedish) == "Inte mätt än."


@pytest.mark.parametrize(
    ("days", "what_next", "recommendation", "state", "asked"),
    [
        (61, "", None, CaseState.OPEN, None),
        (60, "", None, CaseState.OPEN, EndQuestion(Asking.SOON, 60)),
        (0, "", None, CaseState.PAUSED, EndQuestion(Asking.SOON, 0)),
        (10, "Beslut 15 mars", None, CaseState.OPEN, None),
        (-1, "Beslut 15 mars", None, CaseState.OPEN, EndQuestion(Asking.OVER, 1)),
        (-1, "", Recommendation.SCALE, CaseState.OPEN, None),
        (-1, "", None, CaseState.COMPLETED, None),
        (-1, "", None, CaseState.STOPPED, None),
    ],
)
def test_a_test_asks_towards_its_end_until_it_is_answered(
    days: int, what_next: str, recommendation: Recommendation | None, state: CaseState, asked: EndQuestion | None
) -> None:
    found = end_question(
        state=state,
        ends_on=TODAY + timedelta(days=days),
        what_next=what_next,
        recommendation=recommendation,
        today=TODAY,
    )
    assert found == asked


def test_a_case_without_an_end_asks_nothing() -> None:
    assert end_question(state=CaseState.OPEN, ends_on=None, what_next="", recommendation=None, today=TODAY) is None


def test_the_question_names_the_day_and_how_far_it_is() -> None:
    swedish = phrasebook(Language.SV)
    day = swedish.day(date(2027, 2, 28))
    over, soon = EndQuestion(Asking.OVER, 1), EndQuestion(Asking.SOON, 30)
    assert end_line(over, date(2027, 2, 28), swedish) == f"Testet slutade {day}, för 1 dag sedan. Vad händer nu?"
    assert end_line(soon, date(2027, 2, 28), swedish) == f"Testet slutar {day}, om 30 dagar. Vad händer då?"
    assert span_line(None, date(2027, 2, 28), swedish) == f"slutar {day}"


def test_a_result_is_shared_only_when_it_is_whole_and_open() -> None:
    whole: dict[str, str] = dict.fromkeys(RESULT, "skrivet")
    check_shareable(whole, is_confidential=False)
    with pytest.raises(ResultIncomplete) as refused:
        check_shareable(whole | {"result_licence": ""}, is_confidential=False)
    assert refused.value.parameters["missing"] == ("result_licence",)
    with pytest.raises(ConfidentialNotShared):
        check_shareable(whole, is_confidential=True)


def test_a_virtual_testbed_lacks_no_place_and_any_owner_will_do() -> None:
    values = {
        "nature": "virtual",
        "environment": "lab",
        "municipality_id": None,
        "organisation_id": None,
        "owner_unit": "It-avdelningen",
        "place": "",
        "access": "",
        "contact_role": "Systemägare",
    }
    assert lacking(values) == ("access",)
    assert lacking(values | {"nature": "physical", "owner_unit": ""}) == ("owner", "place", "access")
