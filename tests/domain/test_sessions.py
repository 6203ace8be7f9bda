"""Times of day as they are written, quorum, and from when to when a session lasts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.domain.workshop.meeting import SessionState
from smartstad_desktop.domain.workshop.sessions import (
    QuorumInvalid,
    Sitting,
    TimeInvalid,
    begins,
    checked_quorum,
    checked_time,
    count_quorum,
    ends,
    state_of,
)

ONE, TWO = MunicipalityId(1), MunicipalityId(2)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("9", "09:00"), ("9.30", "09:30"), ("09:30", "09:30"), (" 1330 ", "13:30"), ("930", "09:30"), ("23:59", "23:59")],
)
def test_times_of_day_are_understood_as_people_write_them(written: str, meant: str) -> None:
    assert checked_time(written) == meant


@pytest.mark.parametrize("written", ["", "25", "9:60", "9:3", "nio", "-1", "09:30:15", "²"])
def test_what_is_no_time_of_day_is_refused(written: str) -> None:
    with pytest.raises(TimeInvalid):
        checked_time(written)


def test_quorum_counts_each_municipality_once_and_seats_without_one_as_persons() -> None:
    seats = [Sitting(ONE, is_present=True), Sitting(ONE, is_present=True), Sitting(TWO, is_present=False)]
    quorum = count_quorum([*seats, Sitting(None, is_present=True)], 2, None)

    assert (quorum.municipalities_present, quorum.municipalities_all, quorum.persons_present) == (1, 2, 3)
    assert quorum.is_met is False
    assert count_quorum(seats, 1, 2).is_met is True
    assert count_quorum(seats, None, None).is_met is None


@pytest.mark.parametrize("value", [0, -1, True, 2.5, 1001])
def test_what_is_no_quorum_is_refused(value: object) -> None:
    with pytest.raises(QuorumInvalid):
        checked_quorum(value, "quorum_persons")


def test_a_session_may_end_after_midnight() -> None:
    begin = begins(date(2026, 12, 1), "22:00")

    assert ends(begin, "01:00") - begin == timedelta(hours=3)
    assert ends(begin, "23:30") - begin == timedelta(minutes=90)


def test_how_far_a_session_has_come() -> None:
    assert state_of(None, None) is SessionState.PLANNED
    assert state_of("2026-12-01", None) is SessionState.OPEN
    assert state_of("2026-12-01", "2026-12-01") is SessionState.ENDED
