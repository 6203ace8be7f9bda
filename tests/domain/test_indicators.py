"""How far an indicator has come, and what a goal lacks."""

from __future__ import annotations

from datetime import date

import pytest

from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.goals.goal_fields import (
    GOAL,
    PARTS,
    FigureUnreadable,
    GoalNameMissing,
    GoalPart,
    YearUnlikely,
    global_goals,
)
from smartstad_desktop.domain.goals.indicators import GoalGap, Measure, Measurement, gaps_of

SERIES = (Measurement(date(2025, 1, 1), 30), Measurement(date(2026, 1, 1), 25))


def test_progress_is_the_part_of_the_way_also_when_less_is_better() -> None:
    measure = Measure(baseline=40, baseline_year=2024, target=20, target_year=2030, series=SERIES)

    assert measure.progress == pytest.approx(0.75)
    assert measure.points() == ((2024.0, 40.0), (2025.0, 30.0), (2026.0, 25.0))


def test_without_numbers_there_is_no_progress_rather_than_none_at_all() -> None:
    assert Measure(target=20, series=SERIES).progress is None
    assert Measure(baseline=40, target=20).progress is None
    assert Measure(baseline=20, target=20, series=SERIES).progress is None
    assert not Measure(baseline=40).is_settled
    assert Measure(unmeasured_reason="Går inte att räkna").is_settled


def test_a_goal_says_what_it_lacks() -> None:
    whole = Measure(baseline=1, target=2)

    assert gaps_of(serving=0, kind_is_impact=False, measures=()) == (GoalGap.NO_PROJECT,)
    assert gaps_of(serving=2, kind_is_impact=True, measures=()) == (GoalGap.NO_INDICATOR,)
    assert gaps_of(serving=2, kind_is_impact=True, measures=(whole, Measure())) == (GoalGap.INDICATOR_OPEN,)
    assert gaps_of(serving=1, kind_is_impact=True, measures=(whole,)) == ()


def test_values_are_cleaned_or_refused_with_their_field() -> None:
    indicator = PARTS[GoalPart.INDICATOR]

    assert indicator.cleaned("baseline", 3) == 3.0
    assert indicator.cleaned("unit", " procent ") == "procent"
    assert GOAL.cleaned("kind", "impact") == "impact"
    for refused, field, value in (
        (FigureUnreadable, "baseline", "tre"),
        (YearUnlikely, "target_year", 12),
        (GoalNameMissing, "name_sv", "  "),
        (FieldInvalid, "order_key", "a"),
    ):
        with pytest.raises(refused) as caught:
            indicator.cleaned(field, value)
        assert caught.value.parameters["field"] == field
    with pytest.raises(FieldInvalid):
        global_goals({18})
