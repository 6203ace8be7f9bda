"""In which of its years a programme is, what moves on a timeline, and which risks are the greatest."""

from __future__ import annotations

from datetime import date

import pytest

from smartstad_desktop.domain.programme.programme import ProgrammeYear, programme_year
from smartstad_desktop.domain.programme.risks import Gravity, Weighed, gravity, greatest, is_due
from smartstad_desktop.domain.programme.timeline import is_late, shifted
from smartstad_desktop.domain.programme.work import WorkState
from smartstad_desktop.domain.values import Language
from smartstad_desktop.text.phrases import Phrasebook
from smartstad_desktop.text.programme.words import year_words

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("days", "years", "found", "words"),
    [
        ((date(2023, 9, 1), None), (None, None), ProgrammeYear(4, None), "Inne på fjärde året"),
        ((date(2023, 11, 22), date(2026, 11, 21)), (None, None), ProgrammeYear(4, 3), "Programtiden är slut"),
        ((date(2023, 11, 23), date(2027, 11, 22)), (None, None), ProgrammeYear(3, 4), "Inne på tredje året av 4"),
        ((None, None), (2026, 2026), ProgrammeYear(1, 1), "Inne på första året"),
        ((None, None), (2010, None), ProgrammeYear(17, None), "Inne på år 17"),
    ],
)
def test_years_are_counted_from_the_first_day(
    days: tuple[date | None, date | None], years: tuple[int | None, int | None], found: ProgrammeYear, words: str
) -> None:
    year = programme_year(TODAY, started_on=days[0], ends_on=days[1], first_year=years[0], last_year=years[1])

    assert year == found
    assert year is not None
    assert year_words(year, Phrasebook(Language.SV)) == words


def test_a_programme_that_has_not_begun_is_in_no_year() -> None:
    assert programme_year(TODAY, started_on=date(2027, 1, 1), ends_on=None, first_year=2020, last_year=None) is None
    assert programme_year(TODAY, started_on=None, ends_on=None, first_year=2027, last_year=None) is None
    assert programme_year(TODAY, started_on=None, ends_on=None, first_year=None, last_year=None) is None


def test_moving_keeps_the_length_and_pulling_keeps_a_day() -> None:
    start, end = date(2027, 2, 1), date(2027, 2, 10)

    assert shifted(start, end, 5) == (date(2027, 2, 6), date(2027, 2, 15))
    assert shifted(start, end, 20, moves_end=False) == (end, end)
    assert shifted(start, end, -20, moves_start=False) == (start, start)
    assert shifted(None, end, -1) == (None, date(2027, 2, 9))


def test_late_is_what_should_have_been_done() -> None:
    yesterday = date(2026, 11, 21)

    assert is_late(WorkState.ONGOING, yesterday, TODAY)
    assert not is_late(WorkState.ONGOING, TODAY, TODAY)
    assert not is_late(WorkState.DONE, yesterday, TODAY)
    assert not is_late(WorkState.PLANNED, None, TODAY)


def test_the_two_greatest_are_open_and_not_low() -> None:
    risks = [
        Weighed(1, 3, 4, 0),
        Weighed(2, 4, 3, 1),
        Weighed(3, 4, 4, 2, is_closed=True),
        Weighed(4, 2, 2, 3),
        Weighed(5, 3, 4, 4),
    ]

    assert greatest(risks) == (1, 5)
    assert greatest([risks[3], risks[2]]) == ()
    assert [gravity(*pair) for pair in ((3, 4), (3, 2), (1, 4), (4, 3), (2, 3))] == [
        Gravity.HIGH,
        Gravity.MEDIUM,
        Gravity.LOW,
        Gravity.HIGH,
        Gravity.MEDIUM,
    ]
    assert is_due(TODAY, None, TODAY)
    assert not is_due(TODAY, TODAY, TODAY)
    assert not is_due(None, None, TODAY)
